import { address, addresses, BASE } from './columns.js';
import { ITEMS } from './content/index.js';
import type { SiteTruth, TrueColumn } from '../model.js';

const COLUMN_STATES: TrueColumn[] = [
  { key: 'guide', status: 'ok' },
  { key: 'rules', status: 'stale', trap: '唯一的一件是2022年5月' },
  { key: 'statutory', status: 'ok', trap: '页面只有五个下级栏目的链接' },
  { key: 'catalogue', status: 'ok' },
  { key: 'annual', status: 'ok' },
  { key: 'request', status: 'missing', trap: '没有入口，指南里只有一句话' },
  { key: 'policy', status: 'ok', trap: '十件之后由“加载更多”按钮取，游标不透明' },
  { key: 'interpretation', status: 'ok' },
  { key: 'notice', status: 'ok', trap: '十件之后滚动到底自动加载，另有 link rel=next' },
  { key: 'interaction', status: 'ok' },
  { key: 'service', status: 'missing' },
  { key: 'topic', status: 'broken', trap: '入口答 200，页面只有框架的出错提示（英文）' },
];

export function truth(origin: string): SiteTruth {
  const at = (paths: string[]): string[] => paths.map((path) => `${origin}${path}`);
  return {
    documents: ITEMS.flatMap((item) =>
      item.kind === 'document'
        ? {
            urls: at(addresses(item)),
            title: item.title,
            documentNumber: item.number,
            indexNumber: item.index ?? null,
            issuedOn: item.issued,
            publishedOn: item.at.slice(0, 10),
            attachments: (item.files ?? []).map(({ name, path }) => ({ name, url: `${origin}${BASE}${path}` })),
            timeliness: item.timeliness ?? (item.issued === null ? 'notMeasured' : 'onTime'),
            ...(item.trap ? { trap: item.trap } : {}),
          }
        : [],
    ),
    interpretations: ITEMS.flatMap((item) => {
      if (item.kind !== 'reading') return [];
      const policy = ITEMS.find(({ id }) => id === item.policy);
      return {
        urls: at(addresses(item)),
        title: item.title,
        publishedOn: item.at.slice(0, 10),
        formats: item.formats,
        policyTitle: item.policyTitle,
        policyUrls: policy ? at(addresses(policy)) : [],
        linksToPolicy: item.to,
        linkedFromPolicy: item.from,
        ...(item.trap ? { trap: item.trap } : {}),
      };
    }),
    columns: COLUMN_STATES,
    annualReports: ITEMS.flatMap((item) =>
      item.kind === 'report'
        ? { year: item.year, urls: at(addresses(item)), publishedOn: item.at.slice(0, 10), parts: item.parts }
        : [],
    ),
    others: at([
      ...ITEMS.flatMap((item) => (item.kind === 'other' ? [address(item)] : [])),
      ...['open/guide', 'open/catalogue', 'c/topic', 'jiucuo'].map((path) => `${BASE}${path}`),
    ]),
    lacks: { guide: ['编排体系', '传真号码'], foot: ['公安机关备案标识', '站点地图'] },
  };
}
