import { articlePath, documentPath, interpretationPath, paths, reportPath } from '../addresses.js';
import { channelOf, documentsIn, isLeaf } from '../channels.js';
import { interpretations, laws, outside, otherReport, reports, withdrawn } from '../content/index.js';
import type { DocumentRow, InterpretationRow, PlainRow } from '../types.js';
import { escape, openness, shell } from './shell.js';

export interface ListRow {
  title: string;
  url: string;
  published: string;
  docNo: string | null;
}

/** Titles of rows as HTML: long ones are cut by the server, as its column says. */
const titleOf = (row: DocumentRow) => row.listHtml ?? escape(row.title);

export function rowsOf(channel: number): ListRow[] {
  const rows = documentsIn(channel).map((row) => ({
    title: titleOf(row),
    url: articlePath(channel, row.id, row.published),
    published: row.published,
    docNo: row.number,
  }));
  if (channel === 3011)
    rows.push({ title: withdrawn.title, url: withdrawn.path, published: withdrawn.published, docNo: null });
  if (channel === 4010)
    rows.push({ title: outside.title, url: outside.href, published: outside.published, docNo: null });
  if (channel === 3016)
    rows.push(...laws.map((row) => ({ title: row.title, url: row.path, published: row.published, docNo: null })));
  return rows.sort((a, b) => (a.published < b.published ? 1 : -1));
}

export const slice = <T>(rows: T[], page: number, size: number): T[] => rows.slice((page - 1) * size, page * size);

const item = (row: ListRow) =>
  `<li class="art-item" data-v-1ab7><a href="${row.url}" target="_blank">${row.title}</a><span class="time">${row.published.slice(0, 10)}</span></li>`;

const pagination = (total: number) =>
  `<div class="el-pagination is-background"><span class="el-pagination__total">共 ${total} 条</span><button type="button" disabled="disabled" class="btn-prev"><i></i></button><ul class="el-pager"><li class="number active">1</li></ul><button type="button" class="btn-next"><i></i></button></div>`;

/** Ten rows from the server, the rest through the pager by requests. */
const rendered = (channel: number): string => {
  const rows = rowsOf(channel);
  return `<div data-list="${channel}" data-ssr="1" data-pages="${Math.ceil(rows.length / 10)}"><ul class="art-list">${slice(rows, 1, 10).map(item).join('')}</ul>${pagination(rows.length)}</div>`;
};

const asked = (channel: number | 'library', before = '') =>
  `<div data-list="${channel}">${before}<ul class="art-list"><li class="el-loading">加载中…</li></ul>${pagination(0)}</div>`;

/** Pages by path, three rows each. */
function byPath(channel: number, page: number): string {
  const rows = rowsOf(channel);
  const pages = Math.ceil(rows.length / 3);
  const numbers = Array.from({ length: pages }, (_, at) =>
    at + 1 === page ? `<b>${at + 1}</b>` : `<a href="/zfxxgk/n/${channel}${at ? `/${at + 1}` : ''}">${at + 1}</a>`,
  );
  return `<ul class="art-list">${slice(rows, page, 3).map(item).join('')}</ul><nav class="pages">${numbers.join(' ')}</nav>`;
}

const table = (channel: number) =>
  `<table class="el-table"><thead><tr><th>序号</th><th>文件名称</th><th>文号</th><th>施行日期</th><th>效力</th></tr></thead><tbody>${documentsIn(
    channel,
  )
    .map(
      (row, at) =>
        `<tr><td>${at + 1}</td><td><a href="${articlePath(channel, row.id, row.published)}">${titleOf(row)}</a></td><td>${row.number}</td><td>${row.extra?.find(([label]) => label === '施行日期')?.[1] ?? '—'}</td><td>${row.shows?.['有效性'] ?? '有效'}</td></tr>`,
    )
    .join('')}</tbody></table>`;

/** Rows without any link element: a script opens what they name. */
const opened = (channel: number) =>
  `<div class="rows">${rowsOf(channel)
    .map(
      (row) =>
        `<div class="row-item" role="link" tabindex="0" data-href="${row.url}"><p class="tt">${row.title}</p><p class="meta"><span>${row.docNo}</span><span>${row.published.slice(0, 10)}</span></p></div>`,
    )
    .join('')}</div>`;

const annual = () =>
  `<ul class="art-list">${[
    { title: otherReport.title, url: otherReport.path, published: otherReport.published },
    ...reports.map((row) => ({ title: row.title, url: reportPath(row.id), published: row.published })),
  ]
    .map((row) => item({ ...row, docNo: null }))
    .join('')}</ul>`;

export const cardOf = (row: InterpretationRow) => ({
  kind: row.kind,
  title: row.title,
  date: row.published.slice(0, 10),
  url: interpretationPath(row.id),
});

const cards = () =>
  `<div data-cards><ul class="el-tabs__nav"><li role="tab" data-kind="" class="is-active">全部</li>${[
    '文字',
    '图解',
    '视频',
    '问答',
    '其他',
  ]
    .map((kind) => `<li role="tab" data-kind="${kind}">${kind}解读</li>`)
    .join('')}</ul><div class="cards">${interpretations
    .slice(0, 6)
    .map(cardOf)
    .map(
      (one) =>
        `<div class="card"><a href="${one.url}"><span class="badge">${one.kind}</span><p class="tt">${one.title}</p><em>${one.date}</em></a></div>`,
    )
    .join('')}</div><button type="button" class="el-button more">加载更多</button></div>`;

function pane(channel: number, page: number): string | null {
  if (channel === 3030) return cards();
  if (channel === 3040) return annual();
  if (channel === 3016) return `<ul class="art-list">${rowsOf(3016).map(item).join('')}</ul>`;
  if (channel === 3011 || channel === 3022 || channel === 3015) return rendered(channel);
  if (channel === 3012) return asked(channel);
  if (channel === 3014) return table(channel);
  if (channel === 3021) return page <= 2 ? byPath(channel, page) : null;
  if (channel === 3023) return opened(channel);
  if (channel === 3018)
    return '<p>槐陵县人民政府负责本行政区域内的经济、教育、科学、文化、卫生等行政工作。</p><p>办公地址：槐陵县城关镇人民路1号。</p>';
  if (channel === 3019) return '<div class="empty">请在左侧“县政府文件”中查看规划纲要。</div>';
  return channelOf(channel) && !isLeaf(channel) ? '<div class="empty">请选择左侧目录</div>' : null;
}

export function channelPage(channel: number, page: number): string | null {
  const made = pane(channel, page);
  const name =
    channelOf(channel)?.name ?? { 3016: '政府信息公开制度', 3030: '政策解读', 3040: '政府信息公开年报' }[channel] ?? '';
  return made === null
    ? null
    : shell({
        title: `${name} - 槐陵县人民政府`,
        column: name,
        main: openness(channel < 3016 || (channel > 3016 && channel < 3030) ? channel : 0, `<h2>${name}</h2>${made}`),
      });
}

/** 通知公告: six a page; a page past the end shows the last one again, and its link to a next page never ends. */
export function noticePage(asked: number): string {
  const rows = rowsOf(4010);
  const page = Math.min(asked, Math.ceil(rows.length / 6));
  return shell({
    title: '通知公告 - 槐陵县人民政府',
    column: '通知公告',
    main: `<h2>通知公告</h2><ul class="art-list">${slice(rows, page, 6).map(item).join('')}</ul><nav class="pages"><a href="${paths.notice}">首页</a> <a href="${paths.notice}/p/${Math.max(1, asked - 1)}">上一页</a> <a href="${paths.notice}/p/${asked + 1}">下一页</a></nav>`,
  });
}

export const plainList = (name: string, rows: PlainRow[]): string =>
  shell({
    title: `${name} - 槐陵县人民政府`,
    column: name,
    main: `<h2>${name}</h2><ul class="art-list">${rows.map((row) => item({ title: row.title, url: row.path, published: row.published, docNo: null })).join('')}</ul>`,
  });

export const libraryList = (): string =>
  shell({
    title: '政策文件库 - 槐陵县人民政府',
    column: '政策文件库',
    main: `<h2>槐陵县政策文件库</h2>${asked(
      'library',
      `<div class="facets"><b>年份</b>${['2026', '2025', '2024', '2022'].map((year) => `<span class="facet" data-value="${year}">${year}</span>`).join('')}</div><div class="lib-search"><input placeholder="标题、文号"><button>检索</button></div>`,
    )}`,
  });

const block = (name: string, more: string, rows: { title: string; url: string; published: string }[]) =>
  `<section class="block"><h3><a href="${more}">${name}</a></h3><ul>${rows.map((row) => item({ ...row, docNo: null })).join('')}</ul><a class="more" href="${more}">更多&gt;&gt;</a></section>`;

export const homePage = (news: PlainRow[]): string =>
  shell({
    title: '槐陵县人民政府门户网站',
    main:
      block(
        '槐陵要闻',
        paths.news,
        news.slice(0, 4).map((row) => ({ title: row.title, url: row.path, published: row.published })),
      ) +
      block('通知公告', paths.notice, rowsOf(4010).slice(0, 4)) +
      block(
        '政策文件',
        '/zfxxgk/n/3011',
        documentsIn(3011)
          .slice(0, 3)
          .map((row) => ({ title: titleOf(row), url: documentPath(row), published: row.published })),
      ) +
      block(
        '政策解读',
        paths.interpretation,
        interpretations
          .slice(0, 3)
          .map((row) => ({ title: row.title, url: interpretationPath(row.id), published: row.published })),
      ),
  });
