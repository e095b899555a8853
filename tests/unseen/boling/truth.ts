import { filePath, paths } from './addresses.js';
import { ALL_INTERPRETATIONS, DEAD_NOTICE, DOCUMENTS, OTHERS, REPORTS, article } from './content/index.js';
import type { SiteTruth, TrueColumn, TrueDocument, TrueInterpretation } from '../model.js';
import type { Article, DocumentArticle, InterpretationArticle } from './types.js';

const day = (time: string | null) => time?.slice(0, 10) ?? null;

function document(doc: DocumentArticle, origin: string): TrueDocument {
  return {
    urls: paths(doc).map((path) => origin + path),
    title: doc.title,
    documentNumber: doc.number,
    indexNumber: doc.index && doc.index !== '无' ? doc.index : null,
    issuedOn: doc.issued,
    publishedOn: day(doc.published),
    attachments: (doc.files ?? []).map((file, k) => ({ name: file.name, url: origin + filePath(doc, k) })),
    timeliness: doc.timeliness,
    ...(doc.trap ? { trap: doc.trap } : {}),
  };
}

function interpretation(item: InterpretationArticle, origin: string): TrueInterpretation {
  const policy = typeof item.policy === 'number' ? article(item.policy) : undefined;
  return {
    urls: paths(item).map((path) => origin + path),
    title: item.title,
    publishedOn: day(item.published),
    formats: item.formats,
    policyTitle: policy?.title ?? (typeof item.policy === 'string' ? item.policy : null),
    policyUrls: policy ? paths(policy).map((path) => origin + path) : [],
    linksToPolicy: item.linksToPolicy,
    linkedFromPolicy: (policy?.related ?? []).some((block) => block.ids.includes(item.id)),
    ...(item.trap ? { trap: item.trap } : {}),
  };
}

const COLUMNS: TrueColumn[] = [
  { key: 'guide', status: 'ok' },
  { key: 'rules', status: 'stale', trap: 'newest item of November 2024, older than a year' },
  { key: 'statutory', status: 'ok' },
  {
    key: 'catalogue',
    status: 'missing',
    trap: 'no entry anywhere; a news item and a notice have the word in their titles',
  },
  { key: 'annual', status: 'ok' },
  { key: 'request', status: 'broken', trap: 'the entry 依申请公开 answers 404' },
  { key: 'policy', status: 'ok' },
  { key: 'interpretation', status: 'ok' },
  { key: 'notice', status: 'ok', trap: 'the list shows month and day alone' },
  { key: 'interaction', status: 'ok' },
  { key: 'service', status: 'ok' },
  { key: 'topic', status: 'empty', trap: 'the page 专题专栏 has an empty list' },
];

export function truth(origin: string): SiteTruth {
  const at = (item: Article) => paths(item).map((path) => origin + path);
  return {
    documents: DOCUMENTS.map((doc) => document(doc, origin)),
    interpretations: ALL_INTERPRETATIONS.map((item) => interpretation(item, origin)),
    columns: COLUMNS,
    annualReports: REPORTS.map((report) => ({
      year: report.year,
      urls: at(report),
      publishedOn: day(report.published),
      parts: report.parts,
    })),
    lacks: { guide: [], foot: ['党政机关网站标识'] },
    others: [
      ...OTHERS.flatMap(at),
      ...['/', '/index.htm', '/zjbl.htm', '/wzdt.htm', '/zfxxgk/zfxxgkzn.htm', '/zfxxgk/ysqgk.htm', '/m/index.htm'].map(
        (path) => origin + path,
      ),
      `${origin}/info/1002/${DEAD_NOTICE.id}.htm`,
      `${origin}/h5/6794/index.html`,
    ],
  };
}
