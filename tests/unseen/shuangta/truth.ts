import type { SiteTruth, TrueDocument, TrueInterpretation } from '../model.js';
import { docs, interpretations, legacy, newsItems, removed, reports } from './content/index.js';
import { attachmentAddress } from './render/detail.js';
import { oldNews } from './render/legacy.js';
import { listAddress } from './render/lists.js';
import { services } from './render/pages.js';
import { day } from './text.js';
import type { Entry, OldDoc } from './types.js';

const addresses = ({ id, channel }: Pick<Entry, 'id' | 'channel'>, origin: string): string[] =>
  [listAddress(id, channel), `/info/detail/${id}`, `/m/detail/${id}`].map((path) => origin + path);

const oldDay = (published: string) =>
  published
    .split(' ')[0]!
    .split('-')
    .map((part) => part.padStart(2, '0'))
    .join('-');

const oldDocument =
  (origin: string) =>
  (doc: OldDoc): TrueDocument => ({
    urls: [`${origin}/old/show.asp?id=${doc.id}`],
    title: doc.title,
    documentNumber: doc.number,
    indexNumber: null,
    issuedOn: doc.issued,
    publishedOn: oldDay(doc.published),
    attachments: doc.attachment
      ? [{ name: doc.attachment.name, url: `${origin}/old/UploadFile/${doc.attachment.file}` }]
      : [],
    timeliness: doc.timeliness,
    trap: doc.trap,
  });

function interpretation(origin: string) {
  const policy = (id: number) => docs.find((doc) => doc.id === id)!;
  return (one: (typeof interpretations)[number]): TrueInterpretation => ({
    urls: addresses(one, origin),
    title: one.title,
    publishedOn: day(one.published),
    formats: one.formats,
    policyTitle: one.policy ? policy(one.policy).title : (one.policyTitle ?? null),
    policyUrls: one.policy ? addresses(policy(one.policy), origin) : [],
    linksToPolicy: one.linksToPolicy,
    linkedFromPolicy: one.linkedFromPolicy,
    trap: one.trap,
  });
}

export function truthOf(origin: string): SiteTruth {
  const modern = docs.map((doc): TrueDocument => ({
    urls: [...addresses(doc, origin), ...(doc.traditional ? [`${origin}/tc/detail/${doc.id}`] : [])],
    title: doc.title,
    documentNumber: doc.number,
    indexNumber: doc.index ?? null,
    issuedOn: doc.issued,
    publishedOn: day(doc.published),
    attachments: (doc.attachments ?? []).map((one) => ({ name: one.name, url: origin + attachmentAddress(one) })),
    timeliness: doc.timeliness,
    trap: doc.trap,
  }));
  return {
    documents: [...modern, ...legacy.map(oldDocument(origin))],
    interpretations: interpretations.map(interpretation(origin)),
    columns: [
      { key: 'guide', status: 'ok' },
      { key: 'rules', status: 'empty', trap: '只有“暂无数据”' },
      { key: 'statutory', status: 'ok' },
      { key: 'catalogue', status: 'ok', trap: '目录为xlsx，另有预览页' },
      { key: 'annual', status: 'ok' },
      { key: 'request', status: 'broken', trap: '导航链接返回404' },
      { key: 'policy', status: 'ok', trap: '四个页签，后三个点击才加载' },
      { key: 'interpretation', status: 'ok', trap: '列表全部由XHR加载' },
      { key: 'notice', status: 'ok', trap: '其余由“加载更多”加载' },
      { key: 'interaction', status: 'stale', trap: '最后一次回复在2022年' },
      { key: 'service', status: 'ok' },
      { key: 'topic', status: 'missing' },
    ],
    annualReports: reports.map((report) => ({
      year: report.year,
      urls: addresses(report, origin),
      publishedOn: day(report.published),
      parts: report.parts,
    })),
    others: [
      ...newsItems.flatMap((one) => addresses(one, origin)),
      ...addresses({ id: removed.id, channel: 'tzgg' }, origin),
      ...services.map(([id]) => `${origin}/bsfw/guide/${id}`),
      `${origin}/old/show.asp?id=${oldNews.id}`,
      ...['/', '/jgzn/', '/xxgk/zhinan/', '/xxgk/mulu/preview', '/en/', '/en/notice-3', '/jgbs.html'].map(
        (path) => origin + path,
      ),
    ],
    lacks: { guide: ['编排体系', '传真号码'], foot: ['公安机关备案标识', '找错入口'] },
  };
}
