import type { SiteTruth, TrueColumn, TrueInterpretation } from '../model.js';
import { docOf, docs, interpretations } from './data.js';
import { goneNotice } from './docs-notices.js';
import { news } from './news.js';
import { reports } from './reports.js';
import { letters } from './static-pages.js';

const COLUMNS: TrueColumn[] = [
  { key: 'guide', status: 'ok' },
  { key: 'rules', status: 'stale', trap: '最新一条是2024年10月，超过一年' },
  { key: 'statutory', status: 'ok' },
  { key: 'catalogue', status: 'missing' },
  { key: 'annual', status: 'ok' },
  { key: 'request', status: 'ok' },
  { key: 'policy', status: 'ok' },
  { key: 'interpretation', status: 'ok' },
  { key: 'notice', status: 'ok' },
  { key: 'interaction', status: 'ok' },
  { key: 'service', status: 'broken', trap: '菜单的“办事服务”打开是404' },
  { key: 'topic', status: 'empty', trap: '专题专栏只有“暂无信息”' },
];

const OTHERS = [
  '/zfxxgk/zhinan/',
  '/zfxxgk/yishenqing/',
  '/zfxxgk/jgzn/',
  '/zfxxgk/ldzc/',
  '/zjqt/',
  '/bsfw/',
  goneNotice.url,
];

export function truth(origin: string): SiteTruth {
  const at = (path: string) => origin + path;
  const policyOf = (key: string | null) => {
    const doc = docOf(key);
    if (!doc) return { policyTitle: null, policyUrls: [] };
    return { policyTitle: doc.title, policyUrls: [doc.url, ...(doc.also ? [doc.also.url] : [])].map(at) };
  };
  return {
    documents: docs.map((doc) => ({
      urls: [doc.url, ...(doc.also ? [doc.also.url] : [])].map(at),
      title: doc.title,
      documentNumber: doc.number,
      indexNumber: doc.index,
      issuedOn: doc.issuedOn,
      publishedOn: doc.publishedOn,
      attachments: (doc.attachments ?? []).map((one) => ({ name: one.name, url: at(one.url) })),
      timeliness: doc.timeliness,
      ...(doc.trap ? { trap: doc.trap } : {}),
    })),
    interpretations: interpretations.map((one): TrueInterpretation => ({
      urls: [at(one.url)],
      title: one.title,
      publishedOn: one.publishedOn,
      formats: one.formats,
      ...policyOf(one.policy),
      linksToPolicy: one.link !== null,
      linkedFromPolicy: one.back !== null,
      ...(one.trap ? { trap: one.trap } : {}),
    })),
    columns: COLUMNS,
    annualReports: reports.map((one) => ({
      year: one.year,
      urls: [at(one.url)],
      publishedOn: one.publishedOn,
      parts: one.parts,
    })),
    lacks: { guide: [], foot: ['党政机关网站标识'] },
    others: [
      ...news.map((one) => one.url),
      ...letters.map((one) => `/hdjl/xin/${String(one.number)}.html`),
      ...OTHERS,
    ].map(at),
  };
}
