import { interpretations, rowsOf, shelfRows, type Row } from './data.js';
import { COLUMN_NAMES } from './detail.js';
import { goneNotice } from './docs-notices.js';
import { crumbs, day, dots, hotNews, page, short, SITE } from './layout.js';
import { news } from './news.js';
import { reports, reportTitle } from './reports.js';

const cut = (title: string) => (title.length > 24 ? `${title.slice(0, 24)}…` : title);

const card = (row: Row) =>
  `<div class="kp"><div class="rq"><b>${day(row.publishedOn)}</b><small>${row.publishedOn.slice(0, 7)}</small></div><div class="tt"><a href="${row.url}" target="_blank" title="${row.title}">${row.title}</a></div></div>`;

const entry = (row: Row) =>
  `<dl><dt><a href="${row.url}" target="_blank">${row.title}</a></dt><dd>${row.number ? `${row.number}　` : ''}发布于 ${short(row.publishedOn)}</dd></dl>`;

const plain = (row: { url: string; title: string; publishedOn: string }) =>
  `<li><a href="${row.url}" title="${row.title}">${cut(row.title)}</a><span>[${row.publishedOn}]</span></li>`;

const frame = (column: string, html: string, head = '') => {
  const [name, url] = COLUMN_NAMES[column] ?? ['', '/'];
  const parent: [string, string] = url.startsWith('/zcjd') ? ['政策解读', '/zcjd/'] : ['政府信息公开', '/zfxxgk/'];
  return page({
    title: `${name}_${SITE}`,
    head,
    body: `${crumbs(parent, [name, url])}<div class="two"><div class="l">${html}</div><div class="rr">${hotNews()}</div></div>`,
  });
};

const YEARS = ['2026', '2025', '2024'];

/** 县政府文件: one list a year, by the year of publication, reached by tabs. */
export function governmentList(year: string): string {
  const tabs = YEARS.map(
    (one) => `<a href="/zfxxgk/xzfwj/${one}/"${one === year ? ' class="on"' : ''}>${one}年</a>`,
  ).join('');
  const rows = rowsOf('xzfwj').filter((row) => row.publishedOn.startsWith(year));
  return frame('xzfwj', `<div class="tabs">${tabs}</div>${rows.map(card).join('\n')}`);
}

const PER_PAGE = 6;

/** 县政府办公室文件: `?page=2` with rel=next. */
export function officeList(number: number): string {
  const rows = rowsOf('xzfbwj');
  const pages = Math.ceil(rows.length / PER_PAGE);
  const shown = rows.slice((number - 1) * PER_PAGE, number * PER_PAGE);
  const next = number < pages ? `<a rel="next" href="?page=${String(number + 1)}">下一页 ›</a>` : '';
  const previous = number > 1 ? `<a rel="prev" href="?page=${String(number - 1)}">‹ 上一页</a>` : '';
  return frame(
    'xzfbwj',
    `<div class="ll">${shown.map(entry).join('\n')}</div><div class="pg">${previous} 第${String(number)}页/共${String(pages)}页 ${next}</div>`,
    number < pages ? `<link rel="next" href="/zfxxgk/xzfbwj/?page=${String(number + 1)}">\n` : '',
  );
}

const STEP = 3;

/** 部门文件: more rows come as a piece of markup, whose last element tells where the next piece is. */
export function departmentMore(from: number): string {
  const rows = rowsOf('bmwj');
  const next = from + STEP < rows.length ? `<i data-url="/zfxxgk/bmwj/more?from=${String(from + STEP)}"></i>` : '';
  return (
    rows
      .slice(from, from + STEP)
      .map(entry)
      .join('\n') + next
  );
}

export function departmentList(): string {
  return frame(
    'bmwj',
    `<div class="ll" id="box">${rowsOf('bmwj').slice(0, STEP).map(entry).join('\n')}</div><a class="more" href="javascript:;" data-url="/zfxxgk/bmwj/more?from=${String(STEP)}" onclick="qt.more(this)">加载更多 ▾</a>`,
  );
}

/** 行政规范性文件: the rows carry the date of writing alone. */
export function normativeList(): string {
  const rows = rowsOf('gfxwj').map(
    (row) =>
      `<div class="c"><span>${row.number ?? ''}　成文日期：${dots(row.issuedOn ?? '')}</span><a href="${row.url}" title="${row.title}">${row.title}</a></div>`,
  );
  return frame('gfxwj', `<div class="grid2">${rows.join('\n')}</div>`);
}

export const cardList = (column: string) => frame(column, rowsOf(column).map(card).join('\n'));

const NOTICES = 5;

/** 通知公告: the pages are chosen in a select box. */
export function noticeList(number: number): string {
  const rows = [...rowsOf('tzgg'), { ...goneNotice, issuedOn: null, number: null }].sort((a, b) =>
    b.publishedOn.localeCompare(a.publishedOn),
  );
  const pages = Math.ceil(rows.length / NOTICES);
  const options = Array.from({ length: pages }, (_, index) => {
    const file = index === 0 ? '/tzgg/' : `/tzgg/list_${String(index + 1)}.html`;
    return `<option value="${file}"${index + 1 === number ? ' selected' : ''}>第${String(index + 1)}页</option>`;
  });
  return page({
    title: `通知公告_${SITE}`,
    body: `${crumbs(['通知公告', '/tzgg/'])}<ul class="plain">${rows
      .slice((number - 1) * NOTICES, number * NOTICES)
      .map(plain)
      .join(
        '\n',
      )}</ul><div class="pg">共${String(rows.length)}条　跳转到 <select onchange="if(this.value)location.href=this.value">${options.join('')}</select></div>`,
  });
}

const NEWS = 10;

export function newsList(number: number): string {
  const pages = Math.ceil(news.length / NEWS);
  const next =
    number < pages ? `<a href="/qtyw/list_${String(number + 1)}.html">下一页</a>` : '<a href="/qtyw/">首页</a>';
  return page({
    title: `青坛要闻_${SITE}`,
    body: `${crumbs(['青坛要闻', '/qtyw/'])}<ul class="plain">${news
      .slice((number - 1) * NEWS, number * NEWS)
      .map(plain)
      .join('\n')}</ul><div class="pg">${next}</div>`,
  });
}

export function interpretationList(shelf: string): string {
  const tabs = ['wz', 'tj', 'st']
    .map((one) => {
      const [name, url] = COLUMN_NAMES[one] ?? ['', '/'];
      return `<a href="${url}"${one === shelf ? ' class="on"' : ''}>${name}</a>`;
    })
    .join('');
  return frame(shelf, `<div class="tabs">${tabs}</div>${shelfRows(shelf).map(card).join('\n')}`);
}

export function interpretationHome(): string {
  const shelves = ['wz', 'tj', 'st'].map((shelf) => {
    const [name, url] = COLUMN_NAMES[shelf] ?? ['', '/'];
    return `<div class="bar"><h5><a href="${url}">${name}</a></h5><ul>${shelfRows(shelf)
      .slice(0, 4)
      .map((row) => `<li><a href="${row.url}">${row.title}</a> <small>${dots(row.publishedOn)}</small></li>`)
      .join('')}</ul></div>`;
  });
  return page({ title: `政策解读_${SITE}`, body: `${crumbs(['政策解读', '/zcjd/'])}${shelves.join('')}` });
}

export function annualList(): string {
  const rows = reports.map((one) =>
    card({ title: reportTitle(one), url: one.url, publishedOn: one.publishedOn, issuedOn: null, number: null }),
  );
  return page({
    title: `政府信息公开年报_${SITE}`,
    body: `${crumbs(['政府信息公开', '/zfxxgk/'], ['政府信息公开年报', '/zfxxgk/nianbao/'])}${rows.join('\n')}`,
  });
}

/** The newest rows of the home page's tabs. */
export const newestInterpretations = () =>
  [...interpretations].sort((a, b) => b.publishedOn.localeCompare(a.publishedOn)).slice(0, 6);
