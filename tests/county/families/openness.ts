import type { Column, Entry } from '../model.js';
import { bodyOf } from '../render/blocks.js';
import { crumb, document, platform, tags } from '../render/chrome.js';
import { homeMain, isPlatformColumn, opennessPane, pagesOf, plainRow } from '../render/home.js';
import { cut, esc } from '../render/html.js';
import { printBlocks } from '../render/print-blocks.js';
import { guideHtml, requestHtml, townCatalogueHtml } from '../render/standing-pages.js';
import type { View } from '../render/view.js';
import type { Family, Paths, Reply } from './family.js';

/**
 * A site of the kind that 安徽 uses: articles at `/OpennessContent/show/123.html`, lists as HTML fragments from
 * `/site/label/8888?IsAjax=1&…&pageIndex=2&labelName=publicInfoList`. 住建局 prints the first fragment into the page,
 * 青石镇 loads it by script.
 */

const pageSize = 8;

export const opennessPaths: Paths = {
  home: '/',
  openness: '/zwgk/public/index.html',
  column: (column) => `/zwgk/public/column/${column.number}.html`,
  entry: (entry) => `/OpennessContent/show/${entry.number}.html`,
  attachment: (entry, index) => `/group/${entry.number}_${index}.${entry.attachments[index]?.kind ?? 'bin'}`,
};

function labelAddress(view: View, column: Column, page: number): string {
  return `/site/label/8888?IsAjax=1&dataType=html&siteId=${view.unit.siteCode}&pageSize=${pageSize}&pageIndex=${page}&action=list&isDate=true&dateFormat=yyyy-MM-dd&labelName=publicInfoList&catId=${column.number}`;
}

/** The list as the label answers it: rows and a pager. */
function fragment(view: View, column: Column, page: number): string {
  const items = view.items(column);
  const pages = pagesOf(items, pageSize);
  const shown = pages[page - 1] ?? [];
  const rows = shown
    .map(
      (entry) =>
        `<li><a href="${view.paths.entry(entry)}" class="title" target="_blank" title="${esc(entry.title)}">${esc(cut(entry.title, 42))}</a><span class="date">${entry.publishedOn ?? ''}</span></li>`,
    )
    .join('\n');
  const links = pages
    .map((_, index) =>
      index + 1 === page
        ? `<span class="on">${index + 1}</span>`
        : `<a href="javascript:void(0)" paged="${index + 1}" data-href="${esc(labelAddress(view, column, index + 1))}">${index + 1}</a>`,
    )
    .join('');
  return `<ul class="doc_list rows">${rows}</ul>${pages.length > 1 ? `<div class="page pager" data-total="${items.length}" data-pages="${pages.length}" data-page="${page}">${links}</div>` : ''}`;
}

const paneScript = `function bindPages(box){box.querySelectorAll('a[data-href]').forEach(function(a){a.onclick=function(){loadLabel(box,a.getAttribute('data-href'));};});}
function loadLabel(box,u){fetch(u).then(function(r){return r.text()}).then(function(h){box.innerHTML=h;bindPages(box);});}`;

function listHtml(view: View, column: Column): string {
  if (view.unit.key === 'qingshi') {
    return `<div id="listContent" class="navjz"></div><script src="/assets/js/label.js"></script>
<script>loadLabel(document.getElementById('listContent'),'${labelAddress(view, column, 1)}');</script>`;
  }
  return `<div id="listContent" class="navjz">${fragment(view, column, 1)}</div><script src="/assets/js/label.js"></script><script>bindPages(document.getElementById('listContent'));</script>`;
}

/** 4g: th and td in pairs. */
function meta(view: View, entry: Entry): string {
  if (entry.genre !== 'policy') return '';
  const pair = (label: string, value: string) => `<th>${label}</th><td>${esc(value)}</td>`;
  const written = entry.issuedShape === 'metadata' ? (entry.issuedOn ?? '') : '';
  return `<table class="meta table_suoyin"><tbody><tr>${pair('索引号：', view.indexNumber(entry))}${pair('组配分类：', '政策文件')}</tr><tr>${pair('发布机构：', view.unit.name)}${pair('主题分类：', '综合政务')}</tr><tr><th>名称：</th><td colspan="3">${esc(entry.title)}</td></tr><tr>${pair('文号：', entry.documentNumber ?? '')}${pair('生成日期：', written)}</tr><tr>${pair('发布日期：', entry.publishedOn ?? '')}${pair('有效性：', '有效')}</tr></tbody></table>`;
}

function article(view: View, entry: Entry): string {
  const column = view.columnOf(entry);
  const policy = view.linkedPolicy(entry);
  const files = view
    .attachments(entry)
    .map((file) => `<p><a href="${esc(file.href)}" target="_blank">${esc(file.name)}</a></p>`)
    .join('');
  const links = (policy ? [policy] : view.linkedInterpretations(entry))
    .map((to) => `<li><a href="${view.paths.entry(to)}" target="_blank">${esc(to.title)}</a></li>`)
    .join('');
  const main = `<div class="w">${crumb(view, [{ name: column.name, href: view.href(column) }], '正文')}<div class="article">${meta(view, entry)}<h1 class="newstitle">${esc(entry.title)}</h1>
<div class="info"><span>${entry.publishedOn ? `发布时间：${entry.publishedOn} ${entry.time}` : ''}</span><span>信息来源：${esc(view.unit.name)}</span></div>
<div class="body wzcon j-fontContent">${printBlocks(bodyOf(view.site, entry))}${files ? `<p>附件：</p>${files}` : ''}</div>
${links ? `<div class="related"><h3>${policy ? '文件原文' : '相关解读'}</h3><ul>${links}</ul></div>` : ''}</div></div>`;
  return document(view, { title: entry.title, tags: tags(view, column, entry), main, on: column.name });
}

function columnPage(view: View, column: Column): string {
  let inside = listHtml(view, column);
  if (column.key === 'guide') inside = `<div class="body wzcon">${guideHtml(view.unit)}</div>`;
  else if (column.key === 'request') inside = `<div class="body wzcon">${requestHtml(view.unit, '/ysqgk/apply')}</div>`;
  else if (column.shows === 'page')
    inside = `<div class="body wzcon ml-wrap">${townCatalogueHtml(view.site.catalogueFields)}</div>`;
  const pane = `<h1 class="lm">${esc(column.name)}</h1>${inside}`;
  const main = `<div class="w">${crumb(view, [], column.name)}${isPlatformColumn(column) ? platform(view, column, pane) : `<div class="gk-main" style="margin-bottom:20px">${pane}</div>`}</div>`;
  return document(view, { title: `${column.name}_${view.unit.name}`, tags: tags(view, column), main, on: column.name });
}

export function opennessFamily(view: View): Family {
  const { site, unit, paths } = view;
  const entries = new Map(site.entries.map((entry) => [paths.entry(entry), entry]));
  const columns = new Map(site.columns.map((column) => [paths.column(column), column]));
  const row = plainRow(view, 'span');
  const html = (body: string): Reply => ({ body });
  return {
    paths,
    answer({ path, query }) {
      if (path === '/' || path === '/index.html')
        return html(document(view, { title: unit.name, tags: tags(view), main: homeMain(view, row), on: '首页' }));
      if (path === paths.openness) {
        const main = `<div class="w">${crumb(view, [], '政府信息公开')}${platform(view, null, opennessPane(view, row))}</div>`;
        return html(document(view, { title: `政府信息公开_${unit.name}`, tags: tags(view), main, on: '政府信息公开' }));
      }
      if (path === '/assets/js/label.js') return { type: 'text/javascript; charset=utf-8', body: paneScript };
      if (path === '/site/label/8888') {
        const column = site.columns.find((candidate) => String(candidate.number) === query.get('catId'));
        return column ? html(fragment(view, column, Number(query.get('pageIndex') ?? 1))) : null;
      }
      const entry = entries.get(path);
      if (entry) return html(article(view, entry));
      const column = columns.get(path);
      return column ? html(columnPage(view, column)) : null;
    },
    lostPage: () =>
      html(
        document(view, {
          title: '页面不存在',
          tags: '',
          main: '<div class="w"><div class="article"><h1>404</h1><p style="text-align:center">对不起，您要访问的页面不存在。</p></div></div>',
        }),
      ),
  };
}
