import { address, addresses } from './columns.js';
import { ITEMS } from './content/index.js';
import type { SiteTruth, TrueColumn } from '../model.js';

const COLUMN_STATES: TrueColumn[] = [
  { key: 'guide', status: 'ok' },
  { key: 'rules', status: 'ok', trap: '两条：一条是本县的文件，一条是转载的条例' },
  { key: 'statutory', status: 'ok' },
  { key: 'catalogue', status: 'ok', trap: '目录是页内两行表头的表格' },
  { key: 'annual', status: 'ok', trap: '旁边另有“部门年报”' },
  { key: 'request', status: 'ok' },
  { key: 'policy', status: 'ok', trap: '栏目页是四个下级栏目的各前几条' },
  { key: 'interpretation', status: 'ok', trap: '栏目页是三个页签，每个页签只有前几条' },
  { key: 'notice', status: 'ok' },
  { key: 'interaction', status: 'ok' },
  { key: 'service', status: 'broken', trap: '入口答 200，页面写“系统升级维护中，暂停访问”' },
  { key: 'topic', status: 'stale', trap: '唯一的一条是2024年4月' },
];

export function truth(origin: string): SiteTruth {
  const at = (paths: string[]): string[] => paths.map((path) => `${origin}${path}`);
  const found = (id: number) => ITEMS.find((one) => one.id === id);
  return {
    documents: ITEMS.flatMap((item) =>
      item.kind === 'document'
        ? {
            urls: at(addresses(item)),
            title: item.title,
            documentNumber: item.number,
            indexNumber: item.index,
            issuedOn: item.issued,
            publishedOn: item.day,
            attachments: (item.files ?? []).map(([name, path]) => ({ name, url: `${origin}${path}` })),
            timeliness: item.timeliness ?? (item.issued === null ? 'notMeasured' : 'onTime'),
            ...(item.trap ? { trap: item.trap } : {}),
          }
        : [],
    ),
    interpretations: ITEMS.flatMap((item) => {
      if (item.kind !== 'reading') return [];
      const policy = item.policy === null ? undefined : found(item.policy);
      return {
        urls: at(addresses(item)),
        title: item.title,
        publishedOn: item.day,
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
        ? { year: item.year, urls: at(addresses(item)), publishedOn: item.day, parts: item.parts }
        : [],
    ),
    others: [
      ...at(ITEMS.flatMap((item) => (item.kind === 'other' ? [address(item)] : []))),
      ...at(['/channels/21.html', '/channels/24.html', '/channels/26.html', '/channels/60.html']),
    ],
    lacks: { guide: ['编排体系', '办公时间'], foot: ['站点地图'] },
  };
}
