import { DOCS, OTHERS, READINGS, REPORTS } from './content/index.js';
import { snowflake } from './text.js';
import type { Doc } from './types.js';
import type { SiteTruth, TrueColumn } from '../model.js';

const LIBRARY = [1011, 1012];
const TREE = [2020, 2031, 2032, 2033, 2034, 2035];

/** Addresses within the application: the library's, those of lists and those opened from the tree. */
export function pathsOf({ key, cols, also }: Doc): string[] {
  const id = snowflake(key);
  return [
    ...(cols.some((col) => LIBRARY.includes(col)) ? [`/#/policy/detail/${id}`] : []),
    ...(cols.some((col) => !LIBRARY.includes(col) && !TREE.includes(col)) ? [`/#/detail?id=${id}`] : []),
    ...(cols.some((col) => TREE.includes(col)) ? [`/#/detail?id=${id}&from=open`] : []),
    ...(also ? [also] : []),
  ];
}

const columns: TrueColumn[] = [
  { key: 'guide', status: 'ok' },
  { key: 'rules', status: 'ok' },
  { key: 'statutory', status: 'ok', trap: '目录树的节点没有地址，选中的栏目不写进地址' },
  { key: 'catalogue', status: 'broken', trap: '入口是一个 pdf，服务器对不存在的文件一律答首页（200）' },
  { key: 'annual', status: 'ok' },
  { key: 'request', status: 'missing', trap: '没有入口，指南里只写可以当面或者邮寄申请' },
  { key: 'policy', status: 'ok' },
  { key: 'interpretation', status: 'ok' },
  { key: 'notice', status: 'ok' },
  { key: 'interaction', status: 'stale', trap: '最后一封来信为 2023-05-12，答复在点开的面板里' },
  { key: 'service', status: 'broken', trap: '这一页的脚本块已不在服务器上，页面只有 Something went wrong' },
  { key: 'topic', status: 'empty', trap: '空列表写的是英文 No Data' },
];

export function truth(origin: string): SiteTruth {
  const full = (paths: string[]): string[] => paths.map((path) => origin + path);
  const urlsOf = (key?: string): string[] => full(DOCS.filter((doc) => doc.key === key).flatMap(pathsOf));
  return {
    documents: DOCS.map((doc) => ({
      urls: full(pathsOf(doc)),
      title: doc.title,
      documentNumber: doc.number ?? null,
      indexNumber: doc.index ?? null,
      issuedOn: doc.issued,
      publishedOn: doc.at.slice(0, 10),
      attachments: (doc.files ?? []).map(([name, file]) => ({ name, url: `${origin}/file/down/${file}` })),
      timeliness: doc.timeliness ?? (doc.issued === null ? 'notMeasured' : 'onTime'),
      trap: doc.trap,
    })),
    interpretations: READINGS.map(({ key, title, at, formats, policyTitle, policyKey, link, trap }) => ({
      urls: [`${origin}/#/read?id=${snowflake(key)}`],
      title,
      publishedOn: at.slice(0, 10),
      formats,
      policyTitle,
      policyUrls: urlsOf(policyKey),
      linksToPolicy: link !== undefined,
      linkedFromPolicy: DOCS.some(({ related }) => related?.includes(key)),
      trap,
    })),
    columns,
    annualReports: REPORTS.map(({ key, year, at, parts }) => ({
      year,
      urls: ['&from=open', ''].map((from) => `${origin}/#/detail?id=${snowflake(key)}${from}`),
      publishedOn: at.slice(0, 10),
      parts,
    })),
    others: [
      ...OTHERS.map(({ key, outside }) => outside ?? `${origin}/#/detail?id=${snowflake(key)}`),
      `${origin}/#/single/guide`,
      `${origin}/#/interact`,
      `${origin}/#/service`,
      `${origin}/file/2026/zdgk-jbml.pdf`,
    ],
    lacks: { guide: ['传真号码'], foot: ['公安机关备案标识', '党政机关网站标识', '找错入口', '站点地图'] },
  };
}
