import iconv from 'iconv-lite';
import { archive, office, png } from '../bytes.js';
import { paths, unit } from './addresses.js';
import { articles } from './content/index.js';
import { framePage, homePage, listPage, tree, treePage } from './render/lists.js';
import {
  framesPage,
  neighbourDocumentPage,
  neighbourPage,
  parentPage,
  parentPolicyPage,
  singlePage,
  sitemapPage,
  topPage,
  wrongPage,
} from './render/pages.js';
import { showPage } from './render/show.js';
import { truth } from './truth.js';
import type { SiteAnswer, SiteRequest, UnseenSite } from '../model.js';

const page = (html: string): SiteAnswer => ({
  status: 200,
  headers: { 'content-type': 'text/html', server: 'Apache-Coyote/1.1', 'set-cookie': 'JSESSIONID=0C1E; Path=/' },
  body: iconv.encode(html, 'gbk'),
});
const file = (type: string, body: string | Uint8Array, headers: Record<string, string> = {}): SiteAnswer => ({
  status: 200,
  headers: { 'content-type': type, ...headers },
  body,
});
const missing: SiteAnswer = {
  status: 404,
  headers: { 'content-type': 'text/html' },
  body: '<html><head><title>Apache Tomcat/6.0.35 - Error report</title></head><body><h1>HTTP Status 404</h1></body></html>',
};

const kept = articles.flatMap((row) => row.files ?? []);

function stored(path: string, whole: string): SiteAnswer {
  if (kept.some((one) => one.path === whole) || path === '/upfile/zd/sqb.doc') {
    const servlet = path.startsWith('/servlet/');
    return file(servlet ? 'application/x-download' : 'application/msword', servlet ? archive() : office(), {
      'content-disposition': `attachment;filename=${servlet ? 'file.docx' : (path.split('/').at(-1) ?? '')}`,
    });
  }
  if (/^\/(?:images|upfile)\/.*\.(?:jpg|gif)$/.test(path))
    return file('image/png', png(750, path.includes('images') ? 80 : 2000));
  if (/\.(?:flv|mp3|swf)$/.test(path)) return file('application/octet-stream', new Uint8Array(32));
  return missing;
}

/** A script of the shared template, for this town: its parameters may come in any order. */
function town(script: string, query: URLSearchParams): string | null {
  const sect = query.get('sect') ?? '';
  const at = Math.max(1, Number(query.get('pg')) || 1);
  if (script === '/xz/index.jsp') return homePage();
  if (script === '/xz/list.jsp') return listPage(sect, at);
  if (script === '/xz/gk/index.jsp') return framesPage();
  if (script === '/xz/gk/top.jsp') return topPage();
  if (script === '/xz/gk/left.jsp') return treePage();
  if (script === '/xz/gk/right.jsp') return framePage(sect, at);
  if (script === '/xz/gk/page.jsp') return singlePage(query.get('p'));
  if (script !== '/xz/show.jsp') return null;
  const row = articles.find((one) => one.id === Number(query.get('id')));
  return row?.sects.includes(sect) ? showPage(row, sect) : null;
}

function answer(request: SiteRequest, origin: string): SiteAnswer {
  const { pathname, search, searchParams } = new URL(request.path, origin);
  const whole = pathname + search;
  if (pathname === '/')
    return page(
      `<html><head><meta http-equiv="refresh" content="0; url=${paths.home.slice(1)}"></head><body></body></html>`,
    );
  if (pathname === paths.parent) return page(parentPage());
  if (pathname === '/sitemap.jsp') return page(sitemapPage());
  if (whole === paths.parentPolicy) return page(parentPolicyPage());
  if (whole === paths.neighbour) return page(neighbourPage());
  if (whole === paths.neighbourDocument) return page(neighbourDocumentPage());
  if (pathname === '/js/dtree.js') return file('application/javascript', tree);
  if (pathname === '/count.jsp') return file('text/javascript', 'document.write("137");');
  if (pathname === '/css/xz.css') return file('text/css', 'td{font-size:14px}');
  if (!pathname.startsWith('/xz/')) return stored(pathname, whole);
  return page((searchParams.get('unit') === unit ? town(pathname, searchParams) : null) ?? wrongPage());
}

/** 鹿栏乡: the old pages of a township within its county’s portal, one template for all townships by a number in the query. */
export const site: UnseenSite = {
  name: '鹿栏乡人民政府',
  level: '乡',
  kind: '街镇',
  style:
    '县门户里的乡镇子站，一套 JSP 模板按 unit 参数区分各乡镇：GBK，嵌套表格，图片热区导航，政务公开为框架集，目录树是 dTree 脚本，框架内页不声明编码；' +
    '文号和成文日期在列表的格子里，新闻与通知混排，GET 表单翻页，页面标签是从别的镇模板抄来的，时间为 Java 的 Timestamp 或 Date 串，扫描件、doc 附件空壳页和各式落款。',
  asOf: '2026-06-30',
  open: [
    { line: 'id=30521', why: '附件由 servlet 下发，名称和地址都看不出是文件' },
    { line: '栏目　statutory', why: '目录树的节点没有自己的地址' },
    { line: '栏目　catalogue', why: '入口直接打开文件' },
    { line: '/zwgk/xx.jsp', why: '上级门户与本乡子站同一主机，只凭地址分不开' },
  ],
  answer,
  truth,
};
