import { address, listed, named, type Column } from './columns.js';
import { page } from './shell.js';
import type { SiteAnswer } from '../model.js';
import type { Item } from './types.js';

/** The year in which lists of month and day leave it out. */
const THIS_YEAR = '2026';

export function listAt(path: string): SiteAnswer | undefined {
  const [, id, number] = /^\/channels\/(\d+)(?:_(\d+))?\.html$/.exec(path) ?? [];
  const column = id === undefined ? undefined : named(id);
  if (!column) return undefined;
  const items = listed(column.id);
  const pages = Math.max(1, Math.ceil(items.length / column.perPage));
  const at = Number(number ?? 1);
  if (at > pages) return undefined;
  const shown = items.slice((at - 1) * column.perPage, at * column.perPage);
  const pinned = at === 1 ? items.filter(({ mark }) => mark === 'top') : [];
  return page(
    `${column.name}-鹿鸣县人民政府`,
    [
      ['ColumnName', column.name],
      ['ColumnType', '政务公开'],
    ],
    `<div class="crumb">您的位置：<a href="/">首页</a> &gt; ${column.name}</div>
<div class="side"><h3>${column.name}</h3>${column.id === '25' ? '<a href="/channels/252.html">部门年报</a>' : ''}</div>
<div class="list">${items.length === 0 ? '<p class="none">暂无内容</p>' : rows(column, [...pinned, ...shown])}${pager(column, pages, at)}</div>`,
  );
}

export function rows(column: Pick<Column, 'id' | 'style'>, items: Item[]): string {
  const { id, style } = column;
  const link = (item: Item) =>
    `${item.mark === 'top' ? '<font color="red">[置顶]</font>' : ''}<a href="${address(item, id)}"${item.tip ? ` title="${item.title}"` : ''} target="_blank">${item.row ?? item.title}</a>${item.mark === 'new' ? '<img src="/images/new.gif">' : ''}`;
  const simple = (date: (day: string) => string) =>
    `<ul>${items.map((item) => `<li>${link(item)}${date(item.day)}</li>`).join('\n')}</ul>`;
  const [slashes, dashed] = [(day: string) => day.replaceAll('-', '/'), (day: string) => day];
  if (style === 'em') return simple((day) => `<em>(${slashes(day)})</em>`);
  if (style === 'brackets') return simple((day) => ` [${day}]`);
  if (style === 'monthday') return simple((day) => `<span>${spoken(day)}</span>`);
  if (style === 'years') return byYears(items, link);
  if (style === 'table')
    return `<table class="gfx"><tr><th>序号</th><th>文件名称</th><th>文号</th><th>发布日期</th><th>实施日期</th><th>效力</th></tr>${items
      .map(
        (item, at) =>
          `<tr><td>${at + 1}</td><td>${link(item)}</td><td>${value(item, /^文号|发文字号|文 号/)}</td><td>${slashes(item.day).replace(/\/0/g, '/')}</td><td>${value(item, /[实施]施?行?日期/)}</td><td>${value(item, /有效性/)}</td></tr>`,
      )
      .join('\n')}</table>`;
  return simple((day) => `<span>${dashed(day)}</span>`);
}

const value = ({ meta }: Item, label: RegExp): string => meta?.find(([name]) => label.test(name))?.[1] ?? '';

function spoken(day: string): string {
  const [year, month, date] = day.split('-');
  return year === THIS_YEAR ? `${month}月${date}日` : `${year}年${month}月${date}日`;
}

function byYears(items: Item[], link: (item: Item) => string): string {
  const years = [...new Set(items.map(({ day }) => day.slice(0, 4)))];
  return years
    .map(
      (year) =>
        `<div class="year"><h4>${year}年</h4><ul>${items
          .filter(({ day }) => day.startsWith(year))
          .map((item) => `<li><i>${item.day.slice(5)}</i>${link(item)}</li>`)
          .join('\n')}</ul></div>`,
    )
    .join('');
}

function pager({ id, pager: way }: Column, pages: number, at: number): string {
  if (pages === 1) return '';
  const to = (number: number) => `/channels/${id}${number === 1 ? '' : `_${number}`}.html`;
  if (way === 'select')
    return `<div class="page">共${pages}页　转到第<select onchange="location.href=this.options[this.selectedIndex].value">${Array.from(
      { length: pages },
      (_, number) =>
        `<option value="${to(number + 1)}"${number + 1 === at ? ' selected="selected"' : ''}>${number + 1}</option>`,
    ).join('')}</select>页</div>`;
  const next = at < pages ? `<a href="${to(at + 1)}">下一页</a> <a href="${to(pages)}">末页</a>` : '下一页 末页';
  const before = at > 1 ? `<a href="${to(1)}">首页</a> <a href="${to(at - 1)}">上一页</a>` : '首页 上一页';
  return `<div class="page">${before} ${next} 共${pages}页</div>`;
}
