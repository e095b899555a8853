import { interpretationPath, isInLibrary, libraryPath } from './addresses.js';
import { childrenOf, isLeaf } from './channels.js';
import { documents, interpretations } from './content/index.js';
import { chapters, relatedTo } from './render/article.js';
import { cardOf, rowsOf, slice } from './render/lists.js';
import type { SiteAnswer, SiteRequest } from '../model.js';

const json = (data: unknown, status = 200): SiteAnswer => ({
  status,
  headers: { 'content-type': 'application/json;charset=UTF-8' },
  body: JSON.stringify(data),
});

/** Midnight-true instants: 县政府办公室文件 keeps seconds, the others a string. */
const time = (channel: number, published: string): string | number =>
  channel === 3012 ? Date.parse(`${published.replace(' ', 'T')}:00+08:00`) / 1000 : published;

function articles(body: Record<string, unknown>): SiteAnswer {
  const channel = Number(body.channelId);
  const [page, size] = [Number(body.pageNo) || 1, Number(body.pageSize) || 10];
  const rows = rowsOf(channel);
  return json({
    code: 200,
    msg: 'success',
    data: {
      total: rows.length,
      pages: Math.ceil(rows.length / size),
      records: slice(rows, page, size).map((row) => ({
        title: row.title,
        docNo: row.docNo,
        url: row.url,
        publishTime: time(channel, row.published),
      })),
    },
  });
}

function library(body: Record<string, unknown>): SiteAnswer {
  const year = (body.filters as { year?: string } | undefined)?.year;
  const rows = documents
    .filter((row) => isInLibrary(row) && (!year || row.published.startsWith(year)))
    .sort((a, b) => (a.published < b.published ? 1 : -1));
  const [page, size] = [Number(body.pageNo) || 1, Number(body.pageSize) || 10];
  return json({
    code: 200,
    data: {
      total: rows.length,
      pages: Math.ceil(rows.length / size),
      records: slice(rows, page, size).map((row) => ({
        title: row.listHtml ?? row.title,
        docNo: row.number,
        url: libraryPath(row),
        publishTime: Date.parse(`${row.published.slice(0, 10)}T00:00:00+08:00`),
      })),
    },
  });
}

function asked(path: string, query: URLSearchParams): SiteAnswer | null {
  const id = Number(query.get('id'));
  if (path === '/gw/portal/v1/channel/children')
    return json({
      code: 0,
      data: childrenOf(Number(query.get('parentId'))).map((one) => ({
        id: one.id,
        name: one.name,
        leaf: isLeaf(one.id),
      })),
    });
  if (path === '/gw/portal/v1/interpret/cards') {
    const rows = interpretations.filter((row) => !query.get('kind') || row.kind === query.get('kind'));
    const offset = Number(query.get('offset'));
    return json({
      code: 0,
      data: { list: rows.slice(offset, offset + 6).map(cardOf), more: offset + 6 < rows.length },
    });
  }
  const document = documents.find((row) => row.id === id);
  if (path === '/gw/portal/v1/article/chapters')
    return json({
      code: 0,
      data:
        document?.lazyFrom === undefined
          ? []
          : chapters(document)
              .slice(document.lazyFrom)
              .map((html) => ({ html })),
    });
  if (path === '/gw/portal/v1/article/relation')
    return json({ code: 0, data: relatedTo(id).map((row) => ({ title: row.title, url: interpretationPath(row.id) })) });
  return null;
}

/** The gateway behind the pages; whoever does not name the site is told so with status 200. */
export function gateway(request: SiteRequest, path: string, query: URLSearchParams): SiteAnswer | null {
  const denied = json({ code: 401, msg: '站点标识不能为空', data: null });
  if (request.method !== 'POST') {
    const answer = asked(path, query);
    return answer && query.get('siteId') !== 'hlx' ? denied : answer;
  }
  let body: Record<string, unknown>;
  try {
    body = JSON.parse(new TextDecoder().decode(request.body)) as Record<string, unknown>;
  } catch {
    return json({ code: 500, msg: 'JSON parse error', data: null });
  }
  if (body.siteId !== 'hlx') return denied;
  if (path === '/gw/portal/v1/article/page') return articles(body);
  return path === '/gw/search/v1/policy' ? library(body) : null;
}
