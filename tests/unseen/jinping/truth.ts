import { pathsOf } from './columns.js';
import { articleById, DOCUMENTS, GUIDE, INTERPRETATIONS, NEWS, REPORTS, REST } from './content/index.js';
import { GONE, SAMPLE } from './list.js';
import type { SiteTruth, TrueColumn } from '../model.js';

const COLUMNS: TrueColumn[] = [
  { key: 'guide', status: 'ok' },
  { key: 'rules', status: 'missing', trap: 'no entry anywhere; a news item has the words in its title' },
  { key: 'statutory', status: 'ok' },
  { key: 'catalogue', status: 'empty', trap: 'the page says 暂无相关信息' },
  { key: 'annual', status: 'ok' },
  { key: 'request', status: 'ok', trap: 'a page with a form, no list' },
  { key: 'policy', status: 'ok' },
  { key: 'interpretation', status: 'ok' },
  { key: 'notice', status: 'ok', trap: 'filled by script from list.json' },
  { key: 'interaction', status: 'ok' },
  { key: 'service', status: 'broken', trap: 'the entry 政务服务 sends the visitor back to the home page' },
  { key: 'topic', status: 'stale', trap: 'newest item of November 2024' },
];

const day = (time: string | null) => time?.slice(0, 10) ?? null;

export function truth(origin: string): SiteTruth {
  const at = (path: string) => origin + path;
  return {
    documents: DOCUMENTS.map((doc) => ({
      urls: pathsOf(doc).map(at),
      title: doc.title,
      documentNumber: doc.number,
      indexNumber: doc.index,
      issuedOn: doc.issued,
      publishedOn: day(doc.published),
      attachments: (doc.files ?? []).map((file) => ({ name: file.name, url: at(file.path) })),
      timeliness: doc.timeliness,
      trap: doc.trap,
    })),
    interpretations: INTERPRETATIONS.map((item) => {
      const policy = typeof item.policy === 'number' ? articleById(item.policy) : null;
      return {
        urls: pathsOf(item).map(at),
        title: item.title,
        publishedOn: day(item.published),
        formats: item.formats,
        policyTitle: policy?.title ?? (item.policy as string | null),
        policyUrls: policy ? pathsOf(policy).map(at) : [],
        linksToPolicy: item.link !== 'none',
        linkedFromPolicy: item.back,
        trap: item.trap,
      };
    }),
    columns: COLUMNS,
    annualReports: REPORTS.map((report) => ({
      year: report.year,
      urls: pathsOf(report).map(at),
      publishedOn: day(report.published),
      parts: report.parts,
    })),
    lacks: { guide: ['政府信息的分类', '编排体系', '传真号码', '互联网联系方式'], foot: ['党政机关网站标识'] },
    others: [
      ...[...NEWS, ...REST, GUIDE].flatMap((item) => pathsOf(item).map(at)),
      ...[
        GONE,
        SAMPLE,
        '/',
        '/zfxxgk/index.jhtml',
        '/zfxxgk/ysqgk/index.jhtml',
        '/bsfw/index.jhtml',
        '/bm/jyj/jgzn/index.jhtml',
        '/u/cms/h5/79493/index.html',
      ].map(at),
    ],
  };
}
