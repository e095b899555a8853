import { addressesOf, addressOf, columnOf, dynamic, HOT, rowsOf } from './columns.js';
import { ITEMS } from './content/index.js';
import { page } from './shell.js';
import type { Item } from './types.js';
import type { SiteAnswer } from '../model.js';

/** 相关文章, which the system chooses by keywords: sometimes the interpretation, sometimes anything. */
const ALIKE: Record<number, number[]> = {
  2298: [2299],
  2240: [2241, 2260],
  2203: [2204],
  2285: [2276],
  2304: [2290],
  2327: [2309],
};

/** The system links a keyword where it first stands outside a link. */
const keyword = (body: string): string => {
  const pieces = body.split(/(<a\b[\s\S]*?<\/a>|<[^>]*>)/);
  const first = pieces.findIndex((piece) => !piece.startsWith('<') && piece.includes('杏花坪镇'));
  const link = "<a href='/' target='_blank'><u>杏花坪镇</u></a>";
  return pieces.map((piece, at) => (at === first ? piece.replace('杏花坪镇', link) : piece)).join('');
};

function neighbours(item: Item, column: string): string {
  const rows = rowsOf(column);
  const at = rows.findIndex((row) => row.item === item);
  const link = (row: (typeof rows)[number] | undefined): string =>
    row ? `<a href='${row.path}'>${row.item.title}</a> ` : '没有了';
  return `<div class="handle"><div class="context"><ul><li>上一篇：${link(rows[at + 1])}</li><li>下一篇：${link(rows[at - 1])}</li></ul></div></div>`;
}

function fieldTable({ fields }: Item): string {
  if (!fields) return '';
  const cell = ([label, value]: [string, string]): string =>
    `<td class="k" bgcolor="#f5f5f5">${label}：</td><td class="v">${value}</td>`;
  const rows = Array.from(
    { length: Math.ceil(fields.length / 2) },
    (_, i) =>
      `<tr>${fields
        .slice(i * 2, i * 2 + 2)
        .map(cell)
        .join('')}</tr>`,
  );
  return `<table class="gongwen" width="98%" border="0" cellspacing="1">${rows.join('\n')}</table>`;
}

function pageList({ id }: Item, at: number, count: number, scripted: boolean): string {
  if (count === 1) return '';
  const name = (page: number): string =>
    scripted ? `view.php?aid=${id}&pageno=${page}` : `${id}${page === 1 ? '' : `_${page}`}.html`;
  const numbers = Array.from({ length: count }, (_, i) =>
    i + 1 === at
      ? `<li class="thisclass"><a href='#'>${at}</a></li>`
      : `<li><a href='${name(i + 1)}'>${i + 1}</a></li>`,
  );
  return `<div class="dede_pages"><ul class="pagelist"><li><a>共${count}页: </a></li><li>${at > 1 ? `<a href='${name(at - 1)}'>上一页</a>` : "<a href='#'>上一页</a>"}</li>${numbers.join('\n')}<li>${at < count ? `<a href='${name(at + 1)}'>下一页</a>` : "<a href='#'>下一页</a>"}</li></ul></div>`;
}

export function articlePage(item: Item, columnId: string, at: number, scripted = false): SiteAnswer {
  const column = columnOf(columnId);
  const parts = typeof item.body === 'string' ? [item.body] : item.body;
  const alike = (ALIKE[item.id] ?? []).map((id) => ITEMS.find((one) => one.id === id)!);
  const likes = alike.length
    ? `<dl class="tbox"><dt><strong>相关文章</strong></dt><dd><ul class="d4">${alike.map((one) => `<li><a href="${addressOf(one)}">${one.title}</a></li>`).join('')}</ul></dd></dl>`
    : '';
  return page(
    `${item.title}${at > 1 ? `(${at})` : ''}`,
    `<a href='/a/${column.id}/'>${column.name}</a> > `,
    `<div class="viewbox"><div class="title"><h2>${item.title}</h2></div>
<div class="info"><small>时间:</small>${item.day} ${item.time ?? '09:30'}<small>来源:</small>${item.source ?? '未知'} <small>作者:</small>admin <small>点击:</small><script src="/plus/count.php?view=yes&aid=${item.id}&mid=1" type='text/javascript' language="javascript"></script>次</div>
${fieldTable(item)}
<div class="content"><table width='100%' border='0' cellspacing='0' cellpadding='0'><tr><td>
${keyword(parts[at - 1] ?? '')}
</td></tr></table></div>
${pageList(item, at, parts.length, scripted)}
<div class="newdigg" id="newdigg"><div class="diggbox digg_good"><div class="digg_act">顶一下</div><div class="digg_num">(0)</div><div class="digg_percent">0%</div></div><div class="diggbox digg_bad"><div class="digg_act">踩一下</div><div class="digg_num">(0)</div></div></div>
<div class="boxoff"><strong>------分隔线----------------------------</strong></div>
${neighbours(item, columnId)}</div>
${likes}`,
    `<meta name="ColumnName" content="${column.name}" />\n<meta name="ArticleTitle" content="${item.title}" />\n<meta name="PubDate" content="${item.day} ${item.time ?? '09:30'}" />\n`,
  );
}

export function articleAt(path: string): SiteAnswer | undefined {
  for (const item of ITEMS) {
    const count = typeof item.body === 'string' ? 1 : item.body.length;
    const [asked, shown = '1'] = path.split('&pageno=');
    if (HOT.includes(item.id) && asked === dynamic(item.id)) return articlePage(item, item.column, Number(shown), true);
    for (const address of addressesOf(item))
      for (let at = 1; at <= count; at++)
        if (path === (at === 1 ? address : address.replace('.html', `_${at}.html`)))
          return articlePage(item, address.split('/')[2] ?? '', at);
  }
  return undefined;
}
