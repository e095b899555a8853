import type { SiteTruth, TrueColumn } from '../model.js';
import { DOCS, docUrl, files, GUIDES, guideUrl, mobile, newsUrl, policyOf, readingUrl, reportUrl } from './columns.js';
import { NEWS } from './content/news.js';
import { READINGS } from './content/readings.js';
import { REPORTS } from './content/reports.js';
import type { Doc } from './types.js';

/** Under which a document can be reached: each column's address and its mobile twin. */
export function docUrls(doc: Doc): string[] {
  const cols = [doc.col, ...(doc.more ?? []), ...(doc.special === 'redirect' ? ['gggs'] : [])];
  const urls = cols.map((col) => docUrl(doc, col));
  return doc.col === 'bmwj' ? urls : [...urls, ...urls.map(mobile)];
}

const COLUMNS: TrueColumn[] = [
  { key: 'guide', status: 'ok' },
  { key: 'rules', status: 'stale', trap: 'nothing newer than September 2024' },
  { key: 'statutory', status: 'ok', trap: 'its list is drawn by a script from three channels' },
  { key: 'catalogue', status: 'missing' },
  { key: 'annual', status: 'ok', trap: 'rows nested in years, days as strings of digits' },
  { key: 'request', status: 'broken', trap: 'its link answers 404' },
  { key: 'policy', status: 'ok', trap: 'tabs switched by script' },
  { key: 'interpretation', status: 'ok', trap: 'tabs switched by script, days in milliseconds' },
  { key: 'notice', status: 'ok', trap: 'rows nested in months, days in UTC' },
  { key: 'interaction', status: 'ok', trap: 'a single-page area: nothing in the source' },
  { key: 'service', status: 'ok' },
  { key: 'topic', status: 'empty', trap: 'a shell whose list comes back without rows' },
];

const OTHER_PAGES = [
  '/mxx/pc/gkzn/index.html',
  '/mxx/pc/ldzc/index.html',
  '/mxx/pc/ysqgk/index.html',
  '/mxx/pc/zt/lyw/index.html',
  '/mxx/pc/about/index.html',
  '/mxx/pc/tzgg/d6601002.html',
  '/mxx/hudong/index.html',
  '/mxx/h5/ddc/index.html',
];

export function truth(origin: string): SiteTruth {
  const at = (path: string): string => origin + path;
  return {
    documents: DOCS.map((doc) => ({
      urls: docUrls(doc).map(at),
      title: doc.title,
      documentNumber: doc.no,
      indexNumber: doc.idx,
      issuedOn: doc.issued,
      publishedOn: doc.pub.slice(0, 10),
      attachments: files(doc).map((file) => ({ name: file.name, url: at(file.url) })),
      timeliness: doc.late ?? 'onTime',
      ...(doc.trap ? { trap: doc.trap } : {}),
    })),
    interpretations: READINGS.map((item) => {
      const policy = policyOf(item);
      return {
        urls: [at(readingUrl(item)), at(mobile(readingUrl(item)))],
        title: item.title,
        publishedOn: item.pub.slice(0, 10),
        formats: item.formats,
        policyTitle: policy?.title ?? null,
        policyUrls: policy ? docUrls(policy).map(at) : [],
        linksToPolicy: item.link !== 'none',
        linkedFromPolicy: item.back,
        ...(item.trap ? { trap: item.trap } : {}),
      };
    }),
    columns: COLUMNS,
    annualReports: REPORTS.map((report) => ({
      year: report.year,
      urls: [at(reportUrl(report)), at(mobile(reportUrl(report)))],
      publishedOn: report.pub.slice(0, 10),
      parts: report.parts,
    })),
    lacks: { guide: ['政府信息的分类', '编排体系', '传真号码', '互联网联系方式'], foot: ['党政机关网站标识'] },
    others: [...NEWS.flatMap((n) => [newsUrl(n), mobile(newsUrl(n))]), ...GUIDES.map(guideUrl), ...OTHER_PAGES].map(at),
  };
}
