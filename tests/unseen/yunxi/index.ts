import { paths, unit } from './addresses.js';
import { articles, documents } from './content/index.js';
import { fileAnswer } from './render/files.js';
import { oldList, oldPage, viewState } from './render/old.js';
import { cataloguePage, guidePage, leadersPage, softMissing } from './render/pages.js';
import { knownUnit, platformList, platformPage } from './render/platform.js';
import { homePage, portalList, portalPage } from './render/portal.js';
import { truth } from './truth.js';
import type { SiteAnswer, SiteRequest, UnseenSite } from '../model.js';

const page = (body: string | null, server = 'Apache'): SiteAnswer => ({
  status: body === null ? 404 : 200,
  headers: { 'content-type': 'text/html; charset=utf-8', server },
  body: body ?? '<html><head><title>404 Not Found</title></head><body><h1>Not Found</h1></body></html>',
});

const redirect = (location: string): SiteAnswer => ({ status: 302, headers: { location }, body: '' });

/** A page of the platform is one of its unit and column alone; another answers that nothing is there. */
function shown(query: URLSearchParams): string {
  const [nid, pid, id] = ['nid', 'pid', 'id'].map((name) => Number(query.get(name))) as [number, number, number];
  const own = articles.find((row) => row.in === 'platform' && row.id === id && (row.pid ?? unit) === pid);
  const twin = pid === unit ? documents.find((row) => row.twin?.in === 'platform' && row.twin.id === id) : undefined;
  const fits = own?.columns.includes(nid) || twin?.twin?.column === nid;
  const article = own ?? twin;
  return article && fits ? platformPage(article, nid) : softMissing();
}

function platform(script: string, query: URLSearchParams): SiteAnswer {
  if (script === 'guide.php') return page(guidePage());
  if (script === 'show.php') return page(shown(query));
  if (script === 'search.php') return page(softMissing());
  if (script !== 'node.php') return page(null);
  const [nid, pid] = [Number(query.get('nid')), Number(query.get('pid'))];
  if (nid === 371 && pid === unit) return page(cataloguePage());
  return page(knownUnit(pid) ? (platformList(nid, pid, Number(query.get('page'))) ?? softMissing()) : softMissing());
}

function portal(script: string, query: URLSearchParams): SiteAnswer {
  const cid = Number(query.get('cid'));
  const article = articles.find((row) => row.in === 'portal' && row.id === Number(query.get('aid')));
  if (script === 'index.php') return page(homePage());
  if (script === 'list.php') return page(portalList(cid, Number(query.get('p'))) ?? softMissing());
  if (script === 'view.php') return page(article ? portalPage(article) : softMissing());
  if (script === 'page.php') return page(query.get('pageid') === '7' ? leadersPage() : softMissing());
  return page(null);
}

function old(script: string, query: URLSearchParams, request: SiteRequest): SiteAnswer {
  const form = new URLSearchParams(request.method === 'POST' ? new TextDecoder().decode(request.body) : '');
  const server = 'Microsoft-IIS/6.0';
  if (script === 'NewsShow.aspx') {
    const article = articles.find((row) => row.in === 'old' && row.id === Number(query.get('NewsID')));
    return page(article ? oldPage(article) : null, server);
  }
  if (script !== 'NewsList.aspx') return page(null, server);
  // As AspNetPager does: without its state the form asks for the first page again.
  const turns = form.get('__EVENTTARGET') === 'AspNetPager1' && form.get('__VIEWSTATE') === viewState;
  return page(oldList(Number(query.get('ClassID')), turns ? Number(form.get('__EVENTARGUMENT')) : 1), server);
}

function answer(request: SiteRequest, origin: string): SiteAnswer {
  const { pathname, search, searchParams } = new URL(request.path, origin);
  if (pathname === '/' || pathname === '/yxz/') return redirect(paths.home);
  if (pathname === '/xxgk/ysqgk/apply.php')
    return { status: 500, headers: { 'content-type': 'text/html' }, body: 'Fatal error: Call to undefined function' };
  const file = fileAnswer(pathname + search);
  if (file) return file;
  const [, root, first = '', second = ''] = pathname.split('/');
  if (root === 'yxz' && first === 'old') return old(second, searchParams, request);
  if (root === 'yxz') return portal(first, searchParams);
  return root === 'xxgk' ? platform(first, searchParams) : page(null);
}

/** 云溪镇: a town within its county's group portal, in three generations of templates that live side by side. */
export const site: UnseenSite = {
  name: '云溪镇人民政府',
  level: '乡',
  kind: '街镇',
  style:
    '县级集约化平台上的乡镇子站：新平台 /xxgk/node.php?nid=&pid=（左侧组配分类树，表格列表，悬浮框中有政策文号），' +
    '门户 /yxz/list.php?cid=（月日在上、年份在下，置顶信息每页重复），旧站 NewsList.aspx（嵌套表格，回发翻页）；' +
    '元数据表在底部或折叠，Word 正文，中文数字落款，仅有 PDF 的文件，邻镇和县级文件在同一主机。',
  asOf: '2026-06-30',
  open: [
    { line: 'aid=7036', why: '落款在版面表格的两行中，机关和日期旁各有一个空单元格' },
    { line: 'interaction', why: '只有“领导信箱”而没有互动栏目的网站，信箱的来信未能读出' },
  ],
  answer,
  truth,
};
