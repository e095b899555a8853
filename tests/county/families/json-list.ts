import type { Column, Entry } from '../model.js';
import { bodyOf } from '../render/blocks.js';
import { crumb, document, platform, tags } from '../render/chrome.js';
import { homeMain, isPlatformColumn, opennessPane, plainRow } from '../render/home.js';
import { esc } from '../render/html.js';
import { printBlocks } from '../render/print-blocks.js';
import { guideHtml, requestHtml, townCatalogueHtml } from '../render/standing-pages.js';
import type { View } from '../render/view.js';
import type { Family, Paths, Reply } from './family.js';

/**
 * A site whose lists stand behind a script: the page holds a template and, in an inline script, the address and parameters; the
 * rows come as JSON with their total and number of pages. 人社局 passes a params object to a loader, 河湾镇 calls $.ajax itself.
 */

const pageSize = 10;

export const jsonPaths: Paths = {
  home: '/',
  openness: '/xxgk/index.html',
  column: (column) => `/channel/${column.slug}/index.html`,
  entry: (entry) => `/content/${entry.number}.html`,
  attachment: (entry, index) => `/files/${entry.number}_${index}.${entry.attachments[index]?.kind ?? 'bin'}`,
};

const loaderScript = `function loadPageData(params,boxId){var box=document.getElementById(boxId);
function go(n){var q=[];for(var k in params){if(k!=='apiUrl')q.push(k+'='+encodeURIComponent(k==='pageNo'?n:params[k]));}
fetch(params.apiUrl+'?'+q.join('&')).then(function(r){return r.json()}).then(function(j){box.innerHTML='';
j.data.list.forEach(function(it){var li=document.createElement('li'),a=document.createElement('a'),s=document.createElement('span');a.href=it.url;a.title=it.title;a.textContent=it.title;a.target='_blank';s.textContent=(it.publishTime||'').slice(0,10);li.appendChild(a);li.appendChild(s);box.appendChild(li);});
var p=document.getElementById('pager');p.innerHTML='';for(var i=1;i<=j.data.pages;i++){(function(k){var s=document.createElement('span');s.textContent=k;if(k===n)s.className='on';s.onclick=function(){go(k)};p.appendChild(s);})(i);}});}
go(1);}`;

/** The few calls of jQuery that the page makes. */
const miniQuery = `window.$=function(f){if(typeof f==='function'){document.readyState==='loading'?document.addEventListener('DOMContentLoaded',f):f();return;}var e=document.querySelector(f);return{html:function(h){e.innerHTML=h;}};};
$.ajax=function(o){var q=new URLSearchParams(o.data||{});fetch(o.url+'?'+q).then(function(r){return r.json()}).then(o.success);};`;

function listHtml(view: View, column: Column): string {
  if (view.unit.key === 'hewan') {
    return `<ul class="rows" id="list"></ul><div class="pager" id="pager"></div>
<script src="/static/js/mini.js"></script>
<script>
function gain(page){
  $.ajax({
    url : "/api/article/page",
    dataType : "json",
    type:"GET",
    data : { siteId: "${view.unit.siteCode}", catalogId: "${column.number}", page: page, size: ${pageSize} },
    success:function (reg){
      var h='';for(var i=0;i<reg.rows.length;i++){var r=reg.rows[i];h+='<li><a target="_blank" href="'+r.linkUrl+'" title="'+r.docTitle+'">'+r.docTitle+'</a><span>'+(r.pubDate||'')+'</span></li>';}
      $('#list').html(h);
      var p='';for(var k=1;k<=reg.totalPages;k++)p+='<a href="javascript:gain('+k+')">'+k+'</a>';
      $('#pager').html(p);
    }
  })
}
$(function(){ gain(1); });
</script>`;
  }
  return `<ul class="rows" id="div${column.number}"></ul><div class="pager" id="pager"></div>
<script id="tpl${column.number}" type="text/x-handlebars-template">{{#each list}}{{#with this}}<li><a href='{{url}}' title='{{title}}'>{{title}}</a><span>{{formatDate publishTime 'YYYY-MM-DD'}}</span></li>{{/with}}{{/each}}</script>
<script src="/static/js/loader.js"></script>
<script>
var params = {
  apiUrl: '/api/front/content/list',
  siteCode: '${view.unit.siteCode}',
  channelCode: '${column.slug}',
  pageNo: 1,
  pageSize: ${pageSize}
};
loadPageData(params, 'div${column.number}');
</script>`;
}

/** Both interfaces; past the end they answer with an empty list, as real ones do. */
function dataAnswer(view: View, path: string, query: URLSearchParams): Reply | null {
  const json = (value: unknown): Reply => ({ type: 'application/json; charset=utf-8', body: JSON.stringify(value) });
  const open = (find: (column: Column) => boolean) =>
    view.site.columns.find((column) => find(column) && column.state !== 'challenge');
  const number = (name: string, fallback: number) => Math.max(1, Math.min(100, Number(query.get(name)) || fallback));
  if (path === '/api/front/content/list') {
    const column = open((candidate) => candidate.slug === query.get('channelCode'));
    if (!column) return json({ code: 500, msg: '栏目不存在', data: null });
    const items = view.items(column);
    const size = number('pageSize', pageSize);
    const page = number('pageNo', 1);
    const list = items.slice((page - 1) * size, page * size).map((entry) => ({
      id: entry.number,
      title: entry.title,
      url: view.paths.entry(entry),
      docNo: entry.documentNumber,
      publishTime: entry.publishedOn && `${entry.publishedOn} ${entry.time}:00`,
    }));
    return json({
      code: 200,
      msg: 'success',
      data: { total: items.length, pages: Math.ceil(items.length / size), pageNo: page, pageSize: size, list },
    });
  }
  if (path === '/api/article/page') {
    const column = open((candidate) => String(candidate.number) === query.get('catalogId'));
    const items = column ? view.items(column) : [];
    const size = number('size', pageSize);
    const page = number('page', 1);
    const rows = items.slice((page - 1) * size, page * size).map((entry) => ({
      docId: entry.number,
      docTitle: entry.title,
      linkUrl: view.paths.entry(entry),
      pubDate: entry.publishedOn,
    }));
    return json({ success: true, total: items.length, totalPages: Math.ceil(items.length / size), page, rows });
  }
  return null;
}

/** 4d: paragraphs of label and value for 人社局; nothing for 河湾镇, whose number is a centred line. */
function meta(view: View, entry: Entry): string {
  if (entry.genre !== 'policy' || view.unit.key === 'hewan') return '';
  const p = (label: string, value: string) => `<p><strong>${label}</strong>：${esc(value)}</p>`;
  return `<div class="meta top"><div>${p('索引号', view.indexNumber(entry))}${p('发布机构', view.unit.name)}${p('文号', entry.documentNumber ?? '无')}</div><div>${p('主题分类', '劳动、人事')}${p('成文日期', entry.issuedOn ?? '')}<!--<p><strong>有效期</strong>：</p>-->${p('发布日期', entry.publishedOn ?? '')}</div></div>`;
}

function article(view: View, entry: Entry): string {
  const column = view.columnOf(entry);
  const policy = view.linkedPolicy(entry);
  const centred =
    view.unit.key === 'hewan' && entry.documentNumber
      ? `<p style="text-align:center;text-indent:0">${esc(entry.documentNumber)}</p>`
      : '';
  const files = view
    .attachments(entry)
    .map((file) => `<li><a href="${esc(file.href)}">${esc(file.name)}</a></li>`)
    .join('');
  const links = (policy ? [policy] : view.linkedInterpretations(entry))
    .map((to) => `<li><a href="${view.paths.entry(to)}">${esc(to.title)}</a></li>`)
    .join('');
  const date = entry.publishedOn ? `<span>时间：${entry.publishedOn} ${entry.time}</span>` : '';
  const main = `<div class="w">${crumb(view, [{ name: column.name, href: view.href(column) }], '正文')}<div class="article">${meta(view, entry)}<h1>${esc(entry.title)}</h1><div class="info">${date}<span>来源：${esc(view.unit.name)}</span></div>
<div class="body" id="content1">${centred}${printBlocks(bodyOf(view.site, entry))}</div>
${files ? `<div class="annex fujian"><strong>相关附件</strong><ul>${files}</ul></div>` : ''}${links ? `<div class="related xgwj"><h3>${policy ? '相关文件' : '解读材料'}</h3><ul>${links}</ul></div>` : ''}</div></div>`;
  return document(view, { title: entry.title, tags: tags(view, column, entry), main, on: column.name });
}

function columnPage(view: View, column: Column): string {
  let inside = listHtml(view, column);
  if (column.key === 'guide') inside = `<div class="body">${guideHtml(view.unit)}</div>`;
  else if (column.key === 'request') inside = `<div class="body">${requestHtml(view.unit, '/api/apply')}</div>`;
  else if (column.shows === 'page')
    inside = `<div class="body ml-wrap">${townCatalogueHtml(view.site.catalogueFields)}</div>`;
  const pane = `<h1 class="lm">${esc(column.name)}</h1>${inside}`;
  const main = `<div class="w">${crumb(view, [], column.name)}${isPlatformColumn(column) ? platform(view, column, pane) : `<div class="gk-main" style="margin-bottom:20px">${pane}</div>`}</div>`;
  return document(view, { title: `${column.name}-${view.unit.name}`, tags: tags(view, column), main, on: column.name });
}

export function jsonFamily(view: View): Family {
  const { site, unit, paths } = view;
  const entries = new Map(site.entries.map((entry) => [paths.entry(entry), entry]));
  const columns = new Map(site.columns.map((column) => [paths.column(column), column]));
  const row = plainRow(view, 'span', true);
  return {
    paths,
    answer({ path, query }) {
      if (path === '/' || path === '/index.html')
        return { body: document(view, { title: unit.name, tags: tags(view), main: homeMain(view, row), on: '首页' }) };
      if (path === paths.openness) {
        const main = `<div class="w">${crumb(view, [], '政府信息公开')}${platform(view, null, opennessPane(view, row))}</div>`;
        return {
          body: document(view, { title: `政府信息公开-${unit.name}`, tags: tags(view), main, on: '政府信息公开' }),
        };
      }
      if (path === '/static/js/loader.js') return { type: 'text/javascript; charset=utf-8', body: loaderScript };
      if (path === '/static/js/mini.js') return { type: 'text/javascript; charset=utf-8', body: miniQuery };
      if (path.startsWith('/api/')) return dataAnswer(view, path, query);
      const entry = entries.get(path);
      if (entry) return { body: article(view, entry) };
      const column = columns.get(path);
      return column ? { body: columnPage(view, column) } : null;
    },
    lostPage: () => ({
      body: document(view, {
        title: '404',
        tags: '',
        main: '<div class="w"><div class="article"><h1>页面不存在</h1></div></div>',
      }),
    }),
  };
}
