import type { SiteAnswer, SiteRequest, UnseenSite } from '../model.js';
import { libraryAnswer, millisecondsAnswer, searchAnswer, unitAnswer } from './answers.js';
import { assets } from './assets.js';
import { columns, listPath } from './columns.js';
import { attachmentBytes, attachmentType, film, picture, recording } from './files.js';
import { byPath, storedFiles } from './registry.js';
import { articlePage } from './render/article.js';
import { gonePage, hub, movedPage, viewerPage } from './render/hubs.js';
import { listPage, pagesIn } from './render/lists.js';
import { truthOf } from './truth.js';

const html = (body: string, status = 200): SiteAnswer => ({
  status,
  headers: { 'content-type': 'text/html;charset=UTF-8' },
  body,
});

const bytes = (type: string, body: Uint8Array): SiteAnswer => ({
  status: 200,
  headers: { 'content-type': type },
  body,
});

const lists = new Map(
  columns.flatMap((column) => {
    // Lists that a script fills have one page only.
    const scripted = ['search', 'library', 'milliseconds', 'unit'].includes(column.way);
    const last = scripted ? 1 : column.way === 'part' ? 0 : pagesIn(column);
    return Array.from({ length: last }, (_, at) => [listPath(column, at + 1), { column, at: at + 1 }] as const);
  }),
);

/** Page of an article; two of the news are gone though lists still name them. */
function article(path: string): SiteAnswer | null {
  const found = byPath.get(path);
  if (!found) return null;
  if (found.piece.key === 'n-gone') return html(gonePage());
  if (found.piece.key === 'n-moved') return html(movedPage());
  return html(articlePage(found.piece, found.code));
}

function media(path: string): SiteAnswer | null {
  const inArticle = /^(\/\w+\/c\d+\/\d{6}\/\d+)\/(images|files)\/[\w-]+\.(png|mp4|mp3)$/.exec(path);
  const [, page = '', , kind] = inArticle ?? [];
  const owner = byPath.get(`${page}.shtml`);
  if (path.startsWith('/xhtml/static/images/') && path.endsWith('.png')) return bytes('image/png', picture(3, false));
  if (path.startsWith('/xhtml/player/')) {
    const player = '<!DOCTYPE html><html><body><video controls width="620" src="lc20251215.mp4"></video></body></html>';
    return path.endsWith('.mp4') ? bytes('video/mp4', film()) : html(player);
  }
  if (!owner) return null;
  if (kind === 'mp4') return bytes('video/mp4', film());
  if (kind === 'mp3') return bytes('audio/mpeg', recording());
  return bytes('image/png', picture(path.length, owner.piece.key === 'straw'));
}

function service(path: string, query: URLSearchParams, origin: string): SiteAnswer | null {
  const search = /^\/common\/search\/([0-9a-f]{32})$/.exec(path);
  if (search) return searchAnswer(search[1] ?? '', query);
  if (path === '/igs/front/search/list.html') return libraryAnswer(query, origin);
  if (path === '/api/front/zwgk/list') return millisecondsAnswer(query);
  if (path === '/api-gateway/jpaas-publish-server/front/page/build/unit') return unitAnswer(query);
  if (path === '/generic2/web/viewer.html') {
    const file = query.get('file') ?? '';
    return storedFiles.has(file) ? html(viewerPage(file)) : null;
  }
  return null;
}

function answer(request: SiteRequest, origin: string): SiteAnswer {
  const url = new URL(request.path, origin);
  const path = url.pathname;
  const file = storedFiles.get(path) ?? storedFiles.get(path + url.search);
  if (file) return bytes(attachmentType(file), attachmentBytes(file));
  const asset = assets[path];
  if (asset) return { status: 200, headers: { 'content-type': asset.type }, body: asset.body };
  const list = lists.get(path);
  if (list) return html(listPage(list.column, list.at));
  const standing = hub(path);
  if (standing) return html(standing);
  return article(path) ?? service(path, url.searchParams, origin) ?? media(path) ?? html(gonePage(), 404);
}

export const site: UnseenSite = {
  name: '岚沧镇人民政府',
  level: '乡',
  kind: '街镇',
  style:
    '集约化平台的乡镇子站：甘肃式地址与标签、开普云正文，列表有注释内、分页脚本、/common/search、igs 检索、毫秒时间、页面单元和数字翻页七种；' +
    '信息块三种或没有，PubDate 是重新生成的时间。',
  asOf: '2026-06-30',
  answer,
  truth: truthOf,
};
