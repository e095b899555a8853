import { describe, expect, it } from 'vitest';
import type { Visit } from '#evidence';
import { readPage } from './index.js';

const host = 'https://www.yunling.example.gov.cn';
const read = (body: string, change: Partial<Visit> = {}) =>
  readPage(
    {
      url: `${host}/xxgk/bm/`,
      text: `<html><head><title>科技信息-云岭县人民政府</title></head><body>${body}</body></html>`,
      contentType: 'text/html',
      visit: {
        as: 'column',
        columnKey: null,
        columnName: '科技信息',
        from: null,
        linkText: null,
        listPage: 1,
        depth: 1,
        ...change,
      },
    },
    [],
  );

/** Paths of the rows that were read. */
const rows = (reading: ReturnType<typeof read>) => (reading.list?.items ?? []).map(({ url }) => url.replace(host, ''));
const isPart = (reading: ReturnType<typeof read>) => reading.list?.restUnknown === true;
/** Columns that are followed, with their keys or as others. */
const followed = (reading: ReturnType<typeof read>) =>
  [
    ...reading.columns.map(({ key, url }) => `${key} ${url}`),
    ...reading.follow.flatMap(({ request, name }) => (name === undefined ? [] : [`${name} ${request.url}`])),
  ].map((one) => one.replace(host, ''));

const paths = (of: string, count: number) => Array.from({ length: count }, (_, n) => `/${of}/${n + 1}.html`);
const li = (of: string, n: number) =>
  `<li><a href="/${of}/${n}.html">云岭县关于${of}第${n}批项目资金安排的通知</a><span>2025-03-0${n}</span></li>`;
const ul = (of: string, count: number, made = '') =>
  `<ul class="list${made}">${Array.from({ length: count }, (_, n) => li(of, n + 1)).join('')}</ul>`;
const table = (of: string, count: number) =>
  `<table>${Array.from({ length: count }, (_, n) => `<tr><td><a href="/${of}/${n + 1}.html">云岭县关于${of}第${n + 1}批项目的公示</a></td><td>2025-03-0${n + 1}</td></tr>`).join('')}</table>`;

/** How a box of a name, a link and rows may be laid out. */
const layouts: Record<string, (name: string, href: string | null, list: string) => string> = {
  'a box with a heading': (name, href, list) =>
    `<div class="box"><h3>${name}${href ? `<a class="more" href="${href}">更多&gt;&gt;</a>` : ''}</h3>${list}</div>`,
  'a bar above, “更多” before the name': (name, href, list) =>
    `<div class="box"><div class="hd">${href ? `<a href="${href}">更多</a>` : ''}<span>${name}</span></div><div class="bd">${list}</div></div>`,
  '“更多” below the rows': (name, href, list) =>
    `<div class="box"><div class="tit">${name}</div>${list}${href ? `<p><a href="${href}">更多</a></p>` : ''}</div>`,
  'all in one element': (name, href, list) => `<h3>${name}${href ? ` <a href="${href}">MORE+</a>` : ''}</h3>${list}`,
  'tables within tables': (name, href, list) =>
    `<table><tr><td><b>${name}</b></td><td>${href ? `<a href="${href}">更多...</a>` : ''}</td></tr><tr><td colspan="2">${list}</td></tr></table>`,
  'a name that is a picture': (name, href, list) =>
    `<div><p><img src="/t.gif" alt="${name}">${href ? `<a href="${href}"><img src="/more.gif"></a>` : ''}</p>${list}</div>`,
};
const both = (one: string, other: string, isReversed: boolean) =>
  `<div class="main">${isReversed ? other + one : one + other}</div>`;

describe.each(Object.entries(layouts))('boxes of a column: %s', (_, box) => {
  it.each([false, true])('are read, each that leads nowhere else (reversed: %s)', (isReversed) => {
    const reading = read(both(box('通知公告', null, ul('tz', 3)), box('政策文件', null, ul('zc', 5)), isReversed));
    expect(rows(reading).sort()).toEqual([...paths('tz', 3), ...paths('zc', 5)].sort());
    expect(isPart(reading)).toBe(false);
  });

  it.each([false, true])('that lead to other columns are followed, and are no rows (reversed: %s)', (isReversed) => {
    const reading = read(both(box('通知公告', '/tz/', ul('tz', 3)), box('项目建设', '/xm/', ul('xm', 5)), isReversed));
    expect(rows(reading)).toEqual([]);
    expect(isPart(reading)).toBe(true);
    expect(followed(reading).sort()).toEqual(['notice /tz/', '项目建设 /xm/']);
  });

  it.each([false, true])('of other columns beside its own, longer, list (reversed: %s)', (isReversed) => {
    const own = `<div class="own"><h2>科技信息</h2>${ul('kj', 3)}</div>`;
    const reading = read(both(own, box('政策文件', '/zcwj/', ul('zc', 6)), isReversed));
    expect(rows(reading)).toEqual(paths('kj', 3));
    expect(isPart(reading)).toBe(false);
    expect(followed(reading)).toEqual(['policy /zcwj/']);
  });

  it.each(['热点信息', '推荐阅读', '点击排行', '相关文章', '最新发布'])('named %s are none', (name) => {
    for (const href of [null, '/rd/']) {
      const reading = read(both(`<div class="own">${ul('kj', 3)}</div>`, box(name, href, ul('rd', 6)), true));
      expect(rows(reading)).toEqual(paths('kj', 3));
      expect(isPart(reading)).toBe(false);
    }
  });

  it('whose “更多” leads back to the page are its own', () => {
    const reading = read(both(box('各类文件', '/xxgk/bm/', ul('wj', 2)), box('政策文件', '/zcwj/', ul('zc', 6)), true));
    expect(rows(reading)).toEqual(paths('wj', 2));
    expect(isPart(reading)).toBe(false);
  });

  it('that show the first rows of the column itself are not all of it', () => {
    const reading = read(
      both(box('科技信息', '/kj/list.html', ul('kj', 4)), box('政策文件', '/zcwj/', ul('zc', 6)), true),
    );
    expect(rows(reading)).toEqual(paths('kj', 4));
    expect(isPart(reading)).toBe(true);
  });
});

describe('which list is the column’s', () => {
  const own = ul('kj', 3);
  const crumb = '<div>当前位置：<a href="/">首页</a> &gt; <a href="/xxgk/">公开</a> &gt; 科技信息</div>';
  const box = layouts['a box with a heading']!;

  it('is told by the path above it', () => {
    const reading = read(`<div>${crumb}${own}</div>${box('项目建设', null, ul('xm', 6))}`);
    expect(rows(reading)).toEqual(paths('kj', 3));
    expect(isPart(reading)).toBe(true);
  });
  it('is the one left where all others lead on, and that it is whole is not certain', () => {
    const reading = read(`<div>${own}</div>${box('项目建设', '/xm/', ul('xm', 6))}`);
    expect(rows(reading)).toEqual(paths('kj', 3));
    expect(isPart(reading)).toBe(true);
  });
  it('is whole where it is the longest too', () => {
    const reading = read(`<div>${ul('kj', 8)}</div>${box('项目建设', '/xm/', ul('xm', 6))}`);
    expect(rows(reading)).toEqual(paths('kj', 8));
    expect(isPart(reading)).toBe(false);
  });
  it('cannot be told of lists without names', () => {
    const reading = read(`<div><div class="a">${ul('kj', 8)}</div><div class="b">${table('xm', 3)}</div></div>`);
    expect(rows(reading)).toEqual(paths('kj', 8));
    expect(isPart(reading)).toBe(true);
  });
  it('is not that of another standard column, which leads nowhere', () => {
    const boxes = box('通知公告', null, ul('tz', 3)) + box('政策文件', null, ul('zc', 6));
    const reading = read(boxes, { columnKey: 'notice', columnName: '通知公告' });
    expect(rows(reading)).toEqual(paths('tz', 3));
    expect(isPart(reading)).toBe(true);
  });
  it('has other parts made alike, by year', () => {
    const reading = read(box('科技信息', null, ul('a', 3)) + box('2023年度', null, ul('b', 4)));
    expect(rows(reading)).toEqual([...paths('a', 3), ...paths('b', 4)]);
    expect(isPart(reading)).toBe(false);
  });
  it('has years, one of them with one row', () => {
    const dl = (year: string, days: number[]) =>
      `<section class="year"><h3>${year}年</h3><dl>${days.map((n) => `<dt>03/0${n}</dt><dd><a href="/c/${year}/030${n}/${n}.html">云岭县第${n}批项目资金安排</a></dd>`).join('')}</dl></section>`;
    const reading = read(`<div class="ylist">${dl('2025', [3, 2, 1])}${dl('2024', [5])}</div>`);
    expect(rows(reading)).toEqual(
      ['2025/0303/3', '2025/0302/2', '2025/0301/1', '2024/0305/5'].map((one) => `/c/${one}.html`),
    );
    expect(reading.list?.items.at(-1)?.publishedOn).toBe('2024-03-05');
    expect(isPart(reading)).toBe(false);
  });
  it('has years as headings, under which days bear none', () => {
    const year = (of: string, days: string[]) =>
      `<div class="year"><h4>${of}年</h4><ul>${days.map((day) => `<li><i>${day}</i><a href="/c/${of}${day}.html">云岭县关于项目资金安排的第${of}${day}号通知</a></li>`).join('')}</ul></div>`;
    const reading = read(
      `<div class="list">${year('2026', ['03-21', '01-05'])}${year('2025', ['12-19', '06-11'])}</div>`,
    );
    expect(reading.list?.items.map(({ publishedOn }) => publishedOn)).toEqual(['2026-03-21', '2026-01-05', '2025-12-19', '2025-06-11']); // prettier-ignore
    expect(isPart(reading)).toBe(false);
  });
  it('is named by a link to the column above', () => {
    const above = `<div><h3><a href="/xxgk/">信息公开</a></h3>${ul('kj', 3)}</div>`;
    expect(isPart(read(above))).toBe(false);
    expect(rows(read(above + box('政策文件', '/zcwj/', ul('zc', 6))))).toEqual(paths('kj', 3));
  });
  it('stands beside the same rows for small screens', () => {
    const reading = read(`<div>${own}</div><div class="small"><dl>${own.replace('class="list"', '')}</dl></div>`);
    expect(rows(reading)).toEqual(paths('kj', 3));
    expect(isPart(reading)).toBe(false);
  });
  it('is not the sidebar of a column without a list', () => {
    const reading = read(`<p>本机关的制度。</p>${box('通知公告', '/tz/', ul('tz', 6))}`, { columnKey: 'rules' });
    expect(rows(reading)).toEqual([]);
    expect(isPart(reading)).toBe(true);
  });
  it('alone on its page, shows only its first rows where “更多” leads on', () => {
    const reading = read(box('各类信息', '/kj/list.html', own));
    expect(rows(reading)).toEqual(paths('kj', 3));
    expect([isPart(reading), followed(reading)]).toEqual([true, ['各类信息 /kj/list.html']]);
  });
  it('says nothing on later pages that the first has not said', () => {
    const reading = read(`<div class="a">${ul('kj', 8)}</div><div class="b">${table('xm', 3)}</div>`, {
      as: 'list',
      listPage: 2,
    });
    expect(isPart(reading)).toBe(false);
  });
  it('stays what it was on home pages and in articles', () => {
    const boxes = box('通知公告', '/tz/', ul('tz', 3)) + box('项目建设', '/xm/', ul('xm', 5));
    for (const as of ['home', 'openness', 'data'] as const) expect(rows(read(boxes, { as }))).toEqual(paths('xm', 5));
  });
});

it('hostile pages with thousands of boxes are read in time', () => {
  const begun = process.cpuUsage().user / 1000;
  const box = layouts['a box with a heading']!;
  for (const count of [40, 2000])
    read(Array.from({ length: count }, (_, n) => box(`第${n}类`, `/${n}/`, ul(`x${n}`, 2))).join(''));
  read(`${'<div>'.repeat(3000)}${ul('a', 3)}${'</div>'.repeat(3000)}${'<p></p>'.repeat(5000)}${ul('b', 3)}`);
  expect(process.cpuUsage().user / 1000 - begun).toBeLessThan(12_000);
});
