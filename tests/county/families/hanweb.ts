import type { Column, Entry } from '../model.js';
import { bodyOf } from '../render/blocks.js';
import { crumb, document, platform, tags } from '../render/chrome.js';
import { homeMain, isPlatformColumn, opennessPane, plainRow } from '../render/home.js';
import { cut, esc } from '../render/html.js';
import { printBlocks } from '../render/print-blocks.js';
import { guideHtml, requestHtml, townCatalogueHtml } from '../render/standing-pages.js';
import type { View } from '../render/view.js';
import type { Family, Paths, Reply } from './family.js';

/**
 * A site made by 大汉 jcms with jpage: the first records of a list stand as an XML island in the page, the rest come from
 * `/module/web/jpage/dataproxy.jsp`; articles at `/art/2025/10/29/art_80179_11664839.html`.
 */

const perPage = 12;

export const hanwebPaths: Paths = {
  home: '/',
  openness: '/col/col10000/index.html',
  column: (column) => `/col/col${column.number}/index.html`,
  entry: (entry) => {
    const [year, month, day] = (entry.publishedOn ?? '2026-01-01').split('-').map(Number);
    return `/art/${year}/${month}/${day}/art_${entry.number % 1000}_${entry.number}.html`;
  },
  attachment: (entry, index) =>
    `/module/download/downfile.jsp?classid=0&filename=${entry.number}_${index}.${entry.attachments[index]?.kind ?? 'bin'}`,
};

function record(view: View, entry: Entry): string {
  const date = entry.publishedOn ?? '';
  return `<record><![CDATA[\n<li><a target="_blank" href="${view.paths.entry(entry)}" title="${esc(entry.title)}">${esc(cut(entry.title, 46))}</a><b readlabel="${date}">${date}</b></li>]]></record>`;
}

/** Reads the island as the vendor's script does, and asks for later pages by POST. */
const jpageScript = `function jpage(o){var box=document.getElementById(o.unitid),ul=box.querySelector('ul'),p=box.querySelector('.pager');
function rows(x){var m,r=/<!\\[CDATA\\[([\\s\\S]*?)\\]\\]>/g,a=[];while(m=r.exec(x)){if(m[1].indexOf('<li')>=0)a.push(m[1]);}return a;}
var first=rows(box.querySelector('script').textContent),pages=Math.ceil(o.totalRecord/o.perPage);
function show(n){var from=(n-1)*o.perPage;if(first.length>=Math.min(from+o.perPage,o.totalRecord)){draw(first.slice(from,from+o.perPage),n);return;}
var q=o.proxyUrl+'?startrecord='+(from+1)+'&endrecord='+Math.min(from+o.perPage,o.totalRecord)+'&perpage='+o.perPage;
fetch(q,{method:'POST',headers:{'Content-Type':'application/x-www-form-urlencoded'},body:new URLSearchParams(o.ajaxParam)}).then(function(r){return r.text()}).then(function(x){draw(rows(x),n)});}
function draw(a,n){ul.innerHTML=a.join('');p.innerHTML='';for(var i=1;i<=pages;i++){(function(k){var s=document.createElement('span');s.textContent=k;if(k===n)s.className='on';s.onclick=function(){show(k)};p.appendChild(s);})(i);}}
show(1);}`;

/** Records that stand in the first page: one page of the list for some sites, two for others. */
function groupOf(view: View): number {
  return view.unit.key === 'civil' ? 2 : 1;
}

function listHtml(view: View, column: Column): string {
  const items = view.items(column);
  const unitid = `${column.number}55`;
  const island = items.slice(0, perPage * groupOf(view)).map((entry) => record(view, entry));
  const settings = {
    unitid,
    totalRecord: items.length,
    perPage,
    groupSize: groupOf(view),
    proxyUrl: '/module/web/jpage/dataproxy.jsp',
    barPosition: 'bottom',
    ajaxParam: {
      col: '1',
      appid: '1',
      webid: view.unit.siteCode.slice(-2),
      path: '/',
      columnid: String(column.number),
      sourceContentType: '1',
      unitid,
      webname: view.unit.name,
      permissiontype: '0',
    },
  };
  const next =
    items.length > island.length
      ? `<nextgroup><![CDATA[<a href="/module/web/jpage/dataproxy.jsp?page=${groupOf(view) + 1}&appid=1&webid=${settings.ajaxParam.webid}&path=/&columnid=${column.number}&unitid=${unitid}&webname=${encodeURIComponent(view.unit.name)}&permissiontype=0"></a>]]></nextgroup>\n`
      : '';
  return `<div id="${unitid}" class="default_pgContainer"><script type="text/xml"><datastore>
${next}<recordset>
${island.join('\n')}
</recordset></datastore></script><ul class="rows"></ul><div class="pager"></div></div>
<script src="/script/jpage.js"></script><script>jpage(${JSON.stringify(settings)});</script>`;
}

/** The answer to a request for later records. */
function proxyAnswer(view: View, columnId: string, from: number, to: number): Reply | null {
  const column = view.site.columns.find((candidate) => String(candidate.number) === columnId);
  if (!column || column.state !== 'open') return null;
  const items = view.items(column);
  const chosen = items.slice(Math.max(0, from - 1), Math.min(to, from + 199));
  return {
    type: 'text/xml; charset=utf-8',
    body: `<datastore><totalrecord>${items.length}</totalrecord><totalpage>${Math.ceil(items.length / perPage)}</totalpage><recordset>${chosen.map((entry) => record(view, entry)).join('')}</recordset></datastore>`,
  };
}

/** 4a for 教体局, labels with nothing behind some of them (4e) for 民政局, no block at all (4f) for 白泉乡. */
function meta(view: View, entry: Entry): string {
  if (entry.genre !== 'policy' || view.unit.key === 'baiquan') return '';
  const row = (cells: string[]) => `<tr>${cells.map((cell) => `<td>${esc(cell)}</td>`).join('')}</tr>`;
  const number = entry.documentNumber ?? '';
  const written = entry.issuedShape === 'metadata' ? (entry.issuedOn ?? '') : '';
  const rows =
    view.unit.key === 'civil'
      ? [
          ['索 引 号：', '', '主题分类：', ''],
          ['办文部门：', '', '发文日期：', written],
          ['公文名称：', entry.title, '文 号：', number],
        ]
      : [
          ['索引号', view.indexNumber(entry), '文号', number],
          ['发布机构', view.unit.name, '成文日期', written],
          ['组配分类', '政策文件', '公开方式', '主动公开'],
        ];
  return `<table class="meta xxgk_article"><tbody>${rows.map(row).join('')}</tbody></table>`;
}

function article(view: View, entry: Entry): string {
  const column = view.columnOf(entry);
  const policy = view.linkedPolicy(entry);
  const blocks = bodyOf(view.site, entry, policy && view.paths.entry(policy));
  const centred =
    view.unit.key === 'baiquan' && entry.documentNumber
      ? `<p style="text-align:center;text-indent:0">${esc(entry.documentNumber)}</p>`
      : '';
  const files = view
    .attachments(entry)
    .map((file) => `<p>附件：<a href="${esc(file.href)}">${esc(file.name)}</a></p>`)
    .join('');
  const readings = view
    .linkedInterpretations(entry)
    .map((to) => `<li><a href="${view.paths.entry(to)}" target="_blank">${esc(to.title)}</a></li>`)
    .join('');
  // 白泉乡 shows no date of publication: it stands in the page tag, the list and the address.
  const shown = entry.publishedOn !== null && view.unit.key !== 'baiquan';
  const date = shown ? `发布日期：${entry.publishedOn}  ${entry.time}` : '';
  const main = `<div class="w">${crumb(view, [{ name: column.name, href: view.href(column) }], '正文')}<div class="article"><h1>${esc(entry.title)}</h1>
<div class="info"><span>${date}</span><span>信息来源：${esc(view.unit.name)}</span><span>浏览次数：<script src="/module/visitcount/articlehits.jsp?colid=${column.number}&amp;artid=${entry.number}"></script></span></div>${meta(view, entry)}
<div class="body" id="zoom"><!--<$[信息内容]>begin-->${centred}
${printBlocks(blocks, { inner: (text) => `<span style="font-family:仿宋_GB2312;font-size:18px">${text}</span>` })}
${files}<!--<$[信息内容]>end--></div>${readings ? `<div class="related"><h3>相关解读</h3><ul>${readings}</ul></div>` : ''}</div></div>`;
  return document(view, {
    title: entry.title,
    tags: `${tags(view, column, entry)}\n<meta name="Maketime" content="${view.unit.place.asOf} 02:00:00">`,
    main,
    on: column.name,
  });
}

function columnPage(view: View, column: Column): string {
  let inside = listHtml(view, column);
  if (column.key === 'guide') inside = `<div class="body" id="zoom">${guideHtml(view.unit)}</div>`;
  else if (column.key === 'request')
    inside = `<div class="body">${requestHtml(view.unit, '/module/ysqgk/apply.jsp')}</div>`;
  else if (column.shows === 'page')
    inside = `<div class="body ml-wrap">${townCatalogueHtml(view.site.catalogueFields)}</div>`;
  const pane = `<h1 class="lm">${esc(column.name)}</h1>${inside}`;
  const main = `<div class="w">${crumb(view, [], column.name)}${isPlatformColumn(column) ? platform(view, column, pane) : `<div class="gk-main" style="margin-bottom:20px">${pane}</div>`}</div>`;
  return document(view, { title: `${view.unit.name} ${column.name}`, tags: tags(view, column), main, on: column.name });
}

export function hanwebFamily(view: View): Family {
  const { site, unit, paths } = view;
  const entries = new Map(site.entries.map((entry) => [paths.entry(entry), entry]));
  const columns = new Map(site.columns.map((column) => [paths.column(column), column]));
  const row = plainRow(view, 'b');
  return {
    paths,
    answer({ path, query, form }) {
      if (path === '/' || path === '/index.html')
        return { body: document(view, { title: unit.name, tags: tags(view), main: homeMain(view, row), on: '首页' }) };
      if (path === paths.openness) {
        const main = `<div class="w">${crumb(view, [], '政府信息公开')}${platform(view, null, opennessPane(view, row))}</div>`;
        return {
          body: document(view, { title: `${unit.name} 政府信息公开`, tags: tags(view), main, on: '政府信息公开' }),
        };
      }
      if (path === '/module/web/jpage/dataproxy.jsp') {
        const value = (name: string) => form.get(name) ?? query.get(name) ?? '';
        const page = Number(value('page')) || 0;
        const from = Number(value('startrecord')) || (page > 0 ? (page - 1) * perPage + 1 : 1);
        const to = Number(value('endrecord')) || from + perPage - 1;
        return proxyAnswer(view, value('columnid'), from, to);
      }
      if (path === '/script/jpage.js') return { type: 'text/javascript; charset=utf-8', body: jpageScript };
      if (path === '/module/visitcount/articlehits.jsp')
        return { type: 'text/javascript', body: "document.write('128');" };
      const entry = entries.get(path);
      if (entry) return { body: article(view, entry) };
      const column = columns.get(path);
      return column ? { body: columnPage(view, column) } : null;
    },
    lostPage: () => ({
      body: document(view, {
        title: '提示信息',
        tags: '',
        main: '<div class="w"><div class="article"><h1>您访问的页面不存在</h1><p style="text-align:center">该页面可能已被删除或更名。</p></div></div>',
      }),
    }),
  };
}
