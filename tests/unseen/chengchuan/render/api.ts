import { addresses, allChannels, inCategory, inChannel, inLibrary, linkTo, onPlatform, TREE } from '../channels.js';
import { ITEMS } from '../content/index.js';
import { escape, paragraphs, type Hand } from '../text.js';
import type { SiteAnswer } from '../../model.js';
import type { Item } from '../types.js';

const API = '/prod-api/xxgk';
const HANDS: Hand[] = ['typed', 'fonts', 'word'];

const json = (body: unknown): SiteAnswer => ({
  status: 200,
  headers: { 'content-type': 'application/json;charset=UTF-8', 'cache-control': 'no-cache' },
  body: JSON.stringify(body),
});

/** A day as the framework writes a local date: year, month and day in an array. */
const parts = (day: string | null): number[] | null => day?.split('-').map(Number) ?? null;

const shownIssued = (item: Item): string | null =>
  item.kind === 'document' ? (item.given?.issued === null ? null : item.issued) : null;

const shownNumber = (item: Item): string => (item.kind === 'document' ? (item.given?.number ?? item.number ?? '') : '');

const publishTime = (item: Item): string =>
  item.day === '2023-06-15' ? '2023-06-15 00:00:00' : `${item.day} ${item.time ?? '09:30'}:00`;

function row(item: Item, channelId: number | null): Record<string, unknown> {
  return {
    searchValue: null,
    createBy: 'admin',
    infoId: item.id,
    channelId,
    title: item.rawTitle ?? item.title,
    fwzh: shownNumber(item),
    cwrq: parts(shownIssued(item)),
    publishTime: publishTime(item),
    isTop: item.top ? '1' : '0',
    yxx: item.kind === 'document' ? (item.force ?? '1') : null,
    linkUrl: null,
    params: {},
  };
}

const day = ({ publishTime: time }: Record<string, unknown>): string => String(time);

/** Rows that lead elsewhere: to the portal, or to another site. */
function linkRows(channel: number): Record<string, unknown>[] {
  if (channel === 1300)
    return ['005001', '005002', '005003', '005004']
      .flatMap(inCategory)
      .map((item) => ({ ...row(item, 1300), infoId: 900000 + item.id, linkUrl: addresses(item)[0] }));
  if (channel !== 1200) return [];
  return [
    {
      infoId: 921000,
      channelId: 1200,
      title: '中华人民共和国政府信息公开条例',
      publishTime: '2023-06-15 00:00:00',
      isTop: '0',
      linkUrl: 'https://xxgk.example.com/content/tiaoli.html',
    },
  ];
}

/** A page past the end is the last one again. */
function paged(rows: unknown[], query: URLSearchParams): SiteAnswer {
  const size = Math.min(Number(query.get('pageSize') ?? 10), 20);
  const last = Math.max(1, Math.ceil(rows.length / size));
  const page = Math.min(Math.max(1, Number(query.get('pageNum') ?? 1)), last);
  return json({ total: rows.length, rows: rows.slice((page - 1) * size, page * size), code: 200, msg: '查询成功' });
}

function list(query: URLSearchParams): SiteAnswer {
  const asked = query.get('channelId');
  if (asked === null)
    return paged(
      onPlatform().map((item) => row(item, item.channels?.[0] ?? null)),
      query,
    );
  const channel = Number(asked);
  const own = inChannel(channel).map((item) => row(item, channel));
  const rows = [...own, ...linkRows(channel)].filter((one) => day(one).startsWith(query.get('year') ?? ''));
  return paged(
    rows.sort((one, other) => Number(other.isTop) - Number(one.isTop) || day(other).localeCompare(day(one))),
    query,
  );
}

function detail(id: number): SiteAnswer {
  const item = ITEMS.find((one) => one.id === id && (one.channels ?? one.library));
  if (!item) return json({ msg: '信息不存在或已下线', code: 500 });
  const channel = allChannels().find(({ channelId }) => channelId === item.channels?.[0]);
  const text = paragraphs(item.body, HANDS[item.id % 3]);
  const inText = text.includes('/prod-api/profile/');
  return json({
    msg: '操作成功',
    code: 200,
    data: {
      ...row(item, channel?.channelId ?? null),
      infoType: item.kind === 'document' ? '1' : '2',
      channelName: channel?.channelName ?? '历史文件',
      syh: item.kind === 'document' ? (item.given?.index === undefined ? item.index : item.given.index) : null,
      fbjg: '澄川经济开发区管理委员会',
      source: item.office ?? '澄川经济开发区',
      gkfs: '主动公开',
      content: item.escaped ? escape(text) : text,
      contentType: item.viewer ? '2' : '1',
      pdfUrl: item.viewer ?? null,
      attachments: (inText ? [] : (item.files ?? [])).map(([fileName, filePath], at) => ({
        fileId: id * 10 + at,
        fileName,
        filePath,
        fileSize: `${34 + at * 17}KB`,
        fileSuffix: filePath.slice(filePath.lastIndexOf('.') + 1),
      })),
      relates: (item.related ?? []).map((one) => {
        const other = ITEMS.find((found) => found.id === one);
        return { title: other?.title, type: other?.kind === 'reading' ? 'jd' : 'wj', url: linkTo(one) };
      }),
      hits: 100 + (id % 900),
      createTime: id === 20108 ? '2025-05-13 08:52:10' : publishTime(item),
      updateTime: '2026-02-01 03:00:00',
    },
  });
}

function withYears(nodes: typeof TREE): unknown[] {
  return nodes.map(({ byYear, children, ...node }) => ({
    ...node,
    years: byYear ? [2026, 2025, 2024, 2023] : [],
    children: withYears(children ?? []),
  }));
}

function search(body: Uint8Array): SiteAnswer {
  const {
    keyword = '',
    pageNum = 1,
    pageSize = 6,
  } = JSON.parse(Buffer.from(body).toString('utf8')) as {
    keyword?: string;
    pageNum?: number;
    pageSize?: number;
  };
  const rows = inLibrary()
    .filter(({ title }) => title.includes(keyword))
    .map((item) => row(item, null));
  return paged(rows, new URLSearchParams({ pageNum: `${pageNum}`, pageSize: `${pageSize}` }));
}

/** The interface behind the platform. Errors are told in the code of the answer, never in the status. */
export function apiAt(method: string, path: string, body: Uint8Array): SiteAnswer | null {
  const url = new URL(path, 'http://site');
  if (!url.pathname.startsWith(`${API}/`)) return null;
  const name = url.pathname.slice(API.length + 1);
  if (name === 'policy/search')
    return method === 'POST' ? search(body) : json({ msg: "Request method 'GET' not supported", code: 500 });
  if (name === 'channel/tree') return json({ msg: '操作成功', code: 200, data: withYears(TREE) });
  if (name === 'info/list') return list(url.searchParams);
  const id = /^info\/(\d+)$/.exec(name)?.[1];
  return id ? detail(Number(id)) : json({ msg: '请求访问：认证失败，无法访问系统资源', code: 401 });
}
