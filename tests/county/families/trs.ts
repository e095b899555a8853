import type { Column, Entry } from '../model.js';
import { signatoryOf, bodyOf } from '../render/blocks.js';
import { crumb, document, platform, tags } from '../render/chrome.js';
import { homeMain, isPlatformColumn, opennessPane, pagesOf, plainRow } from '../render/home.js';
import { esc } from '../render/html.js';
import { printBlocks } from '../render/print-blocks.js';
import { guideHtml, requestHtml } from '../render/standing-pages.js';
import type { View } from '../render/view.js';
import type { Family, Paths, Reply } from './family.js';

/**
 * A site made by TRS WCM: static pages, `createPageHTML(pages, current, "index", "html")`, articles at
 * `/col/202503/t20250321_97999.html`, full page tags, body in `.TRS_Editor`, related links in a block shown by script.
 */

const pageSize = 15;

export const trsPaths: Paths = {
  home: '/index.html',
  openness: '/zfxxgk/index.html',
  column: (column) => (isPlatformColumn(column) ? `/zfxxgk/${column.slug}/index.html` : `/${column.slug}/index.html`),
  entry: (entry) => {
    const day = entry.publishedOn ?? '2026-01-01';
    return `/${entry.column}/${day.slice(0, 7).replace('-', '')}/t${day.replaceAll('-', '')}_${entry.number}.html`;
  },
  attachment: (entry, index) => {
    const folder = trsPaths.entry(entry).replace(/[^/]+$/u, '');
    return `${folder}P0${entry.number}_${index}.${entry.attachments[index]?.kind ?? 'bin'}`;
  },
};

/** The vendor's pager writes itself into the page. */
const pageScript = `function createPageHTML(count,current,name,ext){if(count<=1)return;var h='';
for(var i=0;i<count;i++){var u=i===0?name+'.'+ext:name+'_'+i+'.'+ext;h+=i===current?'<span class="on">'+(i+1)+'</span>':'<a href="'+u+'">'+(i+1)+'</a>';}
document.write('<div class="pager">'+h+'</div>');}`;

/** 4c: list items with spaces between the characters of a label. */
function spacedMeta(view: View, entry: Entry): string {
  const li = (label: string, value: string) => `<li>${label}：<font>${esc(value)}</font></li>`;
  return `<ul class="meta trt-row">${li('索&ensp;引&ensp;号', view.indexNumber(entry))}${li('主题分类', '综合政务')}${li('发文机关', signatoryOf(entry, view.unit))}${li('成文日期', entry.issuedShape === 'metadata' ? (entry.issuedOn ?? '') : '')}<li style="width:100%">标&ensp;&ensp;&ensp;&ensp;题：<font>${esc(entry.title)}</font></li>${li('发文字号', entry.documentNumber ?? '')}${li('发布日期', entry.publishedOn ?? '')}<li>有&ensp;效&ensp;性：<em class="red_base">${entry.publishedOn && entry.id.startsWith('a') ? '失效' : '有效'}</em></li></ul>`;
}

/** 4a: a table of labels and values; the day of publication stands beside the title instead. */
function tableMeta(view: View, entry: Entry): string {
  const row = (cells: string[]) => `<tr>${cells.map((cell) => `<td>${esc(cell)}</td>`).join('')}</tr>`;
  const written = entry.issuedShape === 'metadata' ? (entry.issuedOn ?? '') : '';
  return `<table class="meta xxgk_article"><tbody>${row(['索引号', view.indexNumber(entry), '文号', entry.documentNumber ?? '无'])}${row(['组配分类', '部门文件', '发布机构', view.unit.name])}${row(['成文日期', written, '公开方式', '主动公开'])}</tbody></table>`;
}

function related(view: View, entry: Entry): string {
  const policy = view.linkedPolicy(entry);
  const links = policy ? [policy] : view.linkedInterpretations(entry);
  if (links.length === 0) return '';
  const items = links
    .map((to) => `<li><a href="${view.paths.entry(to)}" target="_blank">${esc(to.title)}</a></li>`)
    .join('');
  return `<div class="related xxgk_xglj" style="display:none;"><h2>相关链接</h2><ul class="xggj">${items}</ul></div>
<script>var xg=document.querySelector('.xxgk_xglj');if(xg.querySelectorAll('li').length>0){xg.style.display='block';}</script>`;
}

function article(view: View, entry: Entry): string {
  const column = view.columnOf(entry);
  const meta =
    entry.genre !== 'policy' ? '' : view.unit.key === 'portal' ? spacedMeta(view, entry) : tableMeta(view, entry);
  const files = view
    .attachments(entry)
    .map(
      (file) =>
        `<p><a href="./${file.href.split('/').pop()}" appendix="true" download="${esc(file.name)}">${esc(file.name)}</a></p>`,
    )
    .join('');
  const main = `<div class="w">${crumb(view, [{ name: column.name, href: view.href(column) }], '正文')}<div class="article">${meta}<h1>${esc(entry.title)}</h1>
<div class="info"><span>发布时间：${entry.publishedOn} ${entry.time}</span><span>来源：${esc(view.unit.name)}</span></div>
<div class="body"><div class="view TRS_UEDITOR trs_paper_default"><div class="TRS_Editor">${printBlocks(bodyOf(view.site, entry))}</div></div></div>
${files ? `<div class="annex"><strong>附件：</strong>${files}</div>` : ''}${related(view, entry)}</div></div>`;
  return document(view, { title: entry.title, tags: tags(view, column, entry), main, on: column.name });
}

function columnPage(view: View, column: Column, page: number): string | null {
  const pages = pagesOf(view.items(column), pageSize);
  const items = pages[page];
  if (!items) return null;
  const row = plainRow(view, 'span');
  let inside: string;
  if (column.key === 'guide') inside = `<div class="body">${guideHtml(view.unit)}</div>`;
  else if (column.key === 'request')
    inside = `<div class="body">${requestHtml(view.unit, '/zfxxgk/ysqgk/apply')}</div>`;
  else
    inside = `<ul class="rows">${items.map((entry) => row(entry, 44)).join('\n')}</ul><script src="/images/createpage.js"></script><script>createPageHTML(${pages.length}, ${page}, "index", "html");</script>`;
  const pane = `<h1 class="lm">${esc(column.name)}</h1>${inside}`;
  const main = `<div class="w">${crumb(view, isPlatformColumn(column) ? [{ name: '政府信息公开', href: view.paths.openness }] : [], column.name)}${isPlatformColumn(column) ? platform(view, column, pane) : `<div class="gk-main" style="margin-bottom:20px">${pane}</div>`}</div>`;
  return document(view, { title: `${column.name}_${view.unit.name}`, tags: tags(view, column), main, on: column.name });
}

export function trsFamily(view: View): Family {
  const { site, unit, paths } = view;
  const entries = new Map(site.entries.map((entry) => [paths.entry(entry), entry]));
  const html = (body: string | null): Reply | null => (body === null ? null : { body });
  const row = plainRow(view, 'span');
  return {
    paths,
    answer({ path }) {
      if (path === '/' || path === paths.home) {
        return html(
          document(view, { title: `${unit.name}门户网站`, tags: tags(view), main: homeMain(view, row), on: '首页' }),
        );
      }
      if (path === paths.openness || path === '/zfxxgk/') {
        const main = `<div class="w">${crumb(view, [], '政府信息公开')}${platform(view, null, opennessPane(view, row))}</div>`;
        return html(document(view, { title: `政府信息公开_${unit.name}`, tags: tags(view), main, on: '政府信息公开' }));
      }
      if (path === '/images/createpage.js') return { type: 'text/javascript; charset=utf-8', body: pageScript };
      const entry = entries.get(path);
      if (entry) return html(article(view, entry));
      const list = /^(.*\/)(?:index(?:_(\d+))?\.html)?$/u.exec(path);
      const column = site.columns.find((candidate) => list && paths.column(candidate) === `${list[1]}index.html`);
      return column ? html(columnPage(view, column, Number(list?.[2] ?? 0))) : null;
    },
    lostPage: () => ({
      body: document(view, {
        title: '页面不存在',
        tags: '',
        main: '<div class="w"><div class="article"><h1>页面不存在</h1><p style="text-align:center">抱歉，您访问的页面不存在或已被删除。</p></div></div>',
      }),
    }),
  };
}
