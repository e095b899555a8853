import { address, listed, named } from './columns.js';
import { ITEMS } from './content/index.js';
import { page } from './shell.js';
import type { SiteAnswer } from '../model.js';
import type { Item } from './types.js';

/** On this day everything older was moved here, and made again. */
const MOVED = '2026-01-17';

export function articleAt(path: string): SiteAnswer | undefined {
  const [, column, id, part] = /^\/contents\/(\d+)\/(\d+)(?:_(\d+))?\.html$/.exec(path) ?? [];
  const item = ITEMS.find((one) => String(one.id) === id && one.columns.includes(column ?? ''));
  const parts = typeof item?.body === 'string' ? [item.body] : item?.body;
  const body = parts?.[Number(part ?? 1) - 1];
  if (!item || !column || !parts || body === undefined) return undefined;
  const time = item.time ?? '09:00';
  return page(
    `${item.title}-鹿鸣县人民政府`,
    [
      ['ColumnName', named(column).name],
      ['ArticleTitle', item.title],
      ['PubDate', item.day < MOVED ? `${MOVED} 03:12` : `${item.day} ${time}`],
      ['ContentSource', '鹿鸣县人民政府'],
    ],
    `<div class="crumb">您的位置：<a href="/">首页</a> &gt; <a href="/channels/${column}.html">${named(column).name}</a> &gt; 正文</div>
${properties(item)}
<div class="arc"><div class="arcTitle">${item.heading ?? item.title}</div>
<div class="arcInfo">${item.byline ?? `<span>发布时间：${item.day} ${time}</span><span>来源：鹿鸣县人民政府</span><span>浏览次数：<b id="hits"></b></span>`}<script>addHits(${item.id})</script></div>
<div class="arcContent" id="content">${body}</div>
${pages(parts.length, Number(part ?? 1), item.id)}
${item.after ?? ''}
${neighbours(item, column)}
<div class="arcTool"><a href="javascript:window.print()">【打印本页】</a><a href="javascript:window.close()">【关闭窗口】</a></div></div>`,
  );
}

function properties({ meta, metaStyle = 'pairs' }: Item): string {
  if (!meta) return '';
  if (metaStyle === 'rows')
    return `<table class="xx">${meta.map(([name, value]) => `<tr><th>${name}</th><td>${value}</td></tr>`).join('')}</table>`;
  if (metaStyle === 'list')
    return `<ul class="xx">${meta.map(([name, value]) => `<li><b>${name}：</b>${value}</li>`).join('')}</ul>`;
  if (metaStyle === 'dl')
    return `<dl class="xx">${meta.map(([name, value]) => `<dt>${name}</dt><dd>${value}</dd>`).join('')}</dl>`;
  const rows = meta.flatMap((_, at) => (at % 2 === 0 ? [meta.slice(at, at + 2)] : []));
  return `<table class="xx" width="100%">${rows
    .map(
      (row) =>
        `<tr>${row.map(([name, value]) => `<td class="n">${name}：</td><td class="v">${value}</td>`).join('')}</tr>`,
    )
    .join('')}</table>`;
}

function pages(count: number, current: number, id: number): string {
  if (count === 1) return '';
  const links = Array.from({ length: count }, (_, at) =>
    at + 1 === current ? `<span>${at + 1}</span>` : `<a href="${id}${at === 0 ? '' : `_${at + 1}`}.html">${at + 1}</a>`,
  );
  return `<div class="pageNav">共${count}页　${links.join(' ')}</div>`;
}

function neighbours(item: Item, column: string): string {
  const all = listed(column);
  const at = all.indexOf(item);
  const link = (one: Item | undefined) => (one ? `<a href="${address(one, column)}">${one.title}</a>` : '没有了');
  return `<div class="arcNext"><p>上一篇：${link(all[at - 1])}</p><p>下一篇：${link(all[at + 1])}</p></div>`;
}
