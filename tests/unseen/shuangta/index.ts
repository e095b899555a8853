import { encodeGb18030 } from '../fenghe/gb18030.js';
import type { SiteAnswer, SiteRequest, UnseenSite } from '../model.js';
import { entryOf } from './content/index.js';
import { fileAt } from './files.js';
import { detailPage, mobilePage } from './render/detail.js';
import { frames, left, list, notice, show, top } from './render/legacy.js';
import { apiPage, asOf, newsPage, noticePage, policyPage, readingPage } from './render/lists.js';
import { pages, softLost } from './render/pages.js';
import { inTraditional } from './text.js';
import { truthOf } from './truth.js';

const html = (body: string): SiteAnswer => ({
  status: 200,
  headers: { 'content-type': 'text/html; charset=utf-8', server: 'nginx' },
  body,
});

const lost: SiteAnswer = { ...html('<html><body><center><h1>404 Not Found</h1></center></body></html>'), status: 404 };

/** The old subsite: GB18030 under a header that names no charset. */
function old(path: string, query: URLSearchParams): SiteAnswer {
  const page = Math.max(1, Number(query.get('page')) || 1);
  const bodies: Record<string, () => string | null> = {
    '/old/index.asp': frames,
    '/old/top.asp': top,
    '/old/left.asp': left,
    '/old/notice.asp': notice,
    '/old/count.asp': () => 'document.write("128")',
    '/old/list.asp': () => list(query.get('classid') ?? '', page),
    '/old/show.asp': () => show(Number(query.get('id'))),
  };
  const body = bodies[path]?.();
  if (!body) return lost;
  return {
    status: 200,
    headers: { 'content-type': 'text/html', server: 'Microsoft-IIS/6.0' },
    body: encodeGb18030(body),
  };
}

function detail(kind: string, id: number): SiteAnswer {
  const entry = entryOf(id);
  if (!entry) return html(softLost());
  if (kind === 'm') return html(mobilePage(entry));
  return html(
    kind === 'tc' ? inTraditional(detailPage(entry)).replace('lang="zh-CN"', 'lang="zh-TW"') : detailPage(entry),
  );
}

async function answer({ path: target }: SiteRequest, origin: string): Promise<SiteAnswer> {
  const { pathname, search, searchParams } = new URL(target, origin);
  const article = /^\/(info|m|tc)\/detail\/(\d+)$/.exec(pathname);
  if (article) return detail(article[1]!, Number(article[2]));
  const file = await fileAt(pathname + search);
  if (file) return file;
  if (pathname.startsWith('/old/')) return old(pathname, searchParams);
  if (pathname === '/api/content/page')
    return { status: 200, headers: { 'content-type': 'application/json;charset=UTF-8' }, body: apiPage(searchParams) };
  if (pathname === '/zcwj/') return html(policyPage());
  if (pathname === '/zcjd/') return html(readingPage());
  if (pathname === '/tzgg/') return html(noticePage());
  if (pathname === '/gzdt/') return html(newsPage(Math.max(1, Number(searchParams.get('page')) || 1)));
  if (pathname.startsWith('/h5/') || pathname.startsWith('/player/'))
    return html(
      '<!doctype html><html><head><meta charset="utf-8"><title></title></head><body><div id="stage"></div></body></html>',
    );
  const made = pages[pathname];
  return made ? html(made()) : lost;
}

export const site: UnseenSite = {
  name: '双塔市教育和体育局',
  level: '县',
  kind: '部门',
  style:
    '新式部门网站：卡片、页签和“加载更多”由XHR取JSON内的HTML片段，公众号式正文，多种播放器；旧版政务公开为GB18030的ASP框架页，另有手机版和繁体版。',
  asOf,
  open: [
    { line: '/old/show.asp?id=', why: '旧版框架页的列表链接是 javascript:openWin(编号)，函数写在外层框架里' },
    { line: 'api/attachment/download', why: '附件链接为 javascript:downFile(编号)，函数写在外部脚本里' },
    { line: '/info/detail/11355', why: '通知公告中只有图片的信息被读作解读' },
  ],
  answer,
  truth: truthOf,
};
