import { type SiteAnswer, type SiteRequest, type UnseenSite } from '../model.js';
import { hiddenDraft } from './address.js';
import { articleOf } from './content/index.js';
import { fileAt } from './files.js';
import { encodeGb18030 } from './gb18030.js';
import { detailPage } from './render/details.js';
import { formColumn, frameList, listPage } from './render/lists.js';
import { draft, lost, pages } from './render/pages.js';
import { truthOf } from './truth.js';

const html = (body: string, type = 'text/html', status = 200): SiteAnswer => ({
  status,
  headers: { 'content-type': type, server: 'Apache-Coyote/1.1' },
  body: encodeGb18030(body),
});

/** Articles under ItemDetail.jsp declare their charset in the HTTP header alone, all others in an uppercase META. */
function detail(path: string, query: URLSearchParams): SiteAnswer {
  const byItem = path === '/info/ItemDetail.jsp';
  const id = Number(query.get(byItem ? 'docId' : 'id'));
  if (id === hiddenDraft) return html(draft());
  const article = articleOf(id);
  if (!article) return html(lost());
  return html(detailPage(article, byItem ? 'header' : 'meta'), byItem ? 'text/html;charset=GB18030' : 'text/html');
}

function answer({ method, path: target, body }: SiteRequest, origin: string): SiteAnswer {
  const url = new URL(target, origin);
  const path = url.pathname.replace(/;jsessionid=[^/]*$/, '');
  const query = url.searchParams;
  const current = Math.max(1, Number(query.get('cur_page')) || 1);
  if (path === '/info/iDetail.jsp' || path === '/info/ItemDetail.jsp') return detail(path, query);
  if (path === '/info/iList.jsp') {
    const list = listPage(query.get('cat_id') ?? '', current);
    return html(list ?? lost());
  }
  if (path === '/info/frameList.jsp') return html(frameList(origin, current));
  if (path === '/info/iQuery.jsp') {
    const form = new URLSearchParams(method === 'POST' ? new TextDecoder('latin1').decode(body) : '');
    return html(formColumn(Math.max(1, Number(form.get('cur_page')) || 1)));
  }
  const made = pages[path];
  if (made) return html(made());
  const file = fileAt(path);
  if (file)
    return typeof file.body === 'string' ? html(file.body, file.type) : { ...html('', file.type), body: file.body };
  return html(
    `<html><head><title>Apache Tomcat/6.0.53 - Error report</title></head><body><h1>HTTP Status 404 - ${path}</h1><p><b>type</b> Status report</p><p><b>description</b> The requested resource is not available.</p></body></html>`,
    'text/html;charset=utf-8',
    404,
  );
}

export const site: UnseenSite = {
  name: '枫禾县自然资源局',
  level: '县',
  kind: '部门',
  style:
    '老式 JSP 部门网站：GB18030，嵌套布局表格，列表为表格行、属性、内联脚本、注释、XML 岛、iframe 和框架，POST 表单翻页，地址带会话号。',
  asOf: '2026-06-30',
  answer,
  truth: truthOf,
};
