import { addresses, fileHref } from './channels.js';
import { ITEMS } from './content/index.js';
import type { SiteTruth, TrueColumn } from '../model.js';

const COLUMN_STATES: TrueColumn[] = [
  { key: 'guide', status: 'ok' },
  { key: 'rules', status: 'ok', trap: '平台频道，由接口给两行：一件文件，一行连到站外的条例' },
  { key: 'statutory', status: 'ok', trap: '源码里没有内容，目录树由接口给出' },
  { key: 'catalogue', status: 'ok' },
  { key: 'annual', status: 'ok', trap: '平台菜单里的年报连到静态栏目' },
  { key: 'request', status: 'ok', trap: 'Vue 表单页' },
  { key: 'policy', status: 'ok', trap: '政策文件库由 POST 接口取，卡片没有链接' },
  { key: 'interpretation', status: 'ok', trap: '四个页签各有三条，三个隐藏' },
  { key: 'notice', status: 'ok' },
  { key: 'interaction', status: 'stale', trap: '主任信箱最后一封来信为 2023-09-18' },
  { key: 'service', status: 'broken', trap: '导航里的链接回答 404' },
  { key: 'topic', status: 'empty', trap: '接口答 total 0，页面画“暂无数据”' },
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
            indexNumber: item.index,
            issuedOn: item.issued,
            publishedOn: item.day,
            attachments: (item.files ?? []).map(([name, path]) => ({ name, url: `${origin}${fileHref(path)}` })),
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
    others: at([
      ...ITEMS.flatMap((item) => (item.kind === 'other' ? addresses(item) : [])),
      '/003/openness.html',
      '/003/catalog.html',
      '/007/about.html',
      '/zfxxgk/index.html',
      '/zfxxgk/fdzdgknr.html',
      '/zfxxgk/apply.html',
      '/zfxxgk/policy.html',
    ]),
    lacks: { guide: ['编排体系', '传真号码'], foot: ['站点地图'] },
  };
}
