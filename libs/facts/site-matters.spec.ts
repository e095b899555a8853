import { describe, expect, it } from 'vitest';
import { assembleSite } from './assemble-site.js';
import type { ReadCapture } from './model.js';
import { readPage } from './read-page.js';

const origin = 'https://www.yunling.example';
const nowhere = { columnKey: null, columnName: null, from: null, linkText: null, listPage: 1, depth: 1 };

function capture(path: string, visit: Partial<ReadCapture['visit']>, body: string, title = ''): ReadCapture {
  const url = origin + path;
  const seen = { ...nowhere, as: 'column' as const, ...visit };
  const text = `<html><head><title>${title}</title></head><body>${body}</body></html>`;
  const reading = readPage({ url, text, contentType: 'text/html', visit: seen }, []);
  return {
    capture: `capture-${path}`,
    url,
    finalUrl: url,
    fetchedAt: '2026-06-30T08:00:00Z',
    outcome: 'ok',
    visit: seen,
    unrendered: false,
    reading,
  };
}

const list = (...items: [title: string, day: string][]) =>
  `<ul>${items.map(([title, day], n) => `<li><a href="/a/${n}-${day}.html">${title}</a><span>${day}</span></li>`).join('')}</ul>`;
const article = (title: string, text: string) =>
  `<h1>${title}</h1><div>发布时间：2026-05-20</div><div class="TRS_Editor">${text}</div>`;
const para = (text: string) => `<p>${text}</p>`;

describe('pages on matters beside the standard columns', () => {
  it('are a column with the names and titles of what lies below it', () => {
    const column = capture(
      '/cwgk/',
      { columnName: '村务公开' },
      list(
        ['河湾村2026年第一季度财务收支公示', '2026-04-02'],
        ['河湾村低保对象名单公示', '2026-03-01'],
        ['河湾村耕地地力补贴公示', '2026-02-01'],
      ),
    );
    const below = capture(
      '/cwgk/yl/',
      { columnName: '养老服务', from: column.url, depth: 2 },
      list(
        ['高龄津贴发放名单公示', '2026-01-05'],
        ['养老服务设施一览公示', '2026-01-04'],
        ['老年食堂收费标准公示', '2026-01-03'],
      ),
    );
    const other = capture(
      '/tzgg/',
      { columnKey: 'notice', columnName: '通知公告' },
      list(
        ['松岭乡召开村务公开工作会', '2026-04-02'],
        ['关于放假的通知', '2026-04-01'],
        ['关于停水的公告', '2026-04-01'],
      ),
    );
    const { matters } = assembleSite([column, below, other]);
    expect(matters).toMatchObject([
      {
        matter: 'village',
        name: '村务公开',
        url: column.url,
        capture: column.capture,
        on: '2026-04-02',
        isColumn: true,
      },
    ]);
    expect(matters?.[0]?.lines).toEqual(
      expect.arrayContaining(['河湾村低保对象名单公示', '养老服务', '高龄津贴发放名单公示']),
    );
  });

  it.each<[string, string | null]>([
    ['云岭县行政决策公众参与事项范围、方式和渠道', 'participation'],
    ['云岭县重大行政决策公众参与办法', 'participation'],
    ['我县召开公众参与机制建设工作推进会', null],
    ['河湾镇村（居）务公开事项清单', 'village'],
    ['松岭乡召开村务公开工作会', null],
    ['云岭县开展“政府开放日”活动', 'openDay'],
    ['儿童福利机构开放日活动举行', null],
  ])('are an article by its title: %s', (title, matter) => {
    const words = `为规范行政决策，现将有关内容公布如下，请社会各界知悉并提出意见。${'公众可以通过座谈会、听证会等方式参与。'.repeat(4)}`;
    const page = capture('/a/1.html', { as: 'detail', linkText: title, depth: 2 }, article(title, para(words)), title);
    const { matters } = assembleSite([page]);
    expect(matters?.map((one) => one.matter) ?? []).toEqual(matter === null ? [] : [matter]);
    if (matter === 'openDay') expect(matters?.[0]).toMatchObject({ on: '2026-05-20', lines: [] });
  });

  it('are none where the page was not read', () => {
    const column = capture('/cwgk/', { columnName: '村务公开' }, list(['河湾村财务收支公示', '2026-04-02']));
    const bad: ReadCapture[] = [
      { ...column, outcome: 'timeout', reading: null },
      { ...column, unrendered: true },
      { ...column, reading: { ...column.reading!, softNotFound: true } },
    ];
    for (const one of bad) expect(assembleSite([one])).not.toHaveProperty('matters');
  });
});

describe('the page of 依申请公开', () => {
  const visit = { columnKey: 'request', columnName: '依申请公开' } as const;
  const text = '公民、法人或者其他组织可以向云岭县人民政府申请获取其未主动公开的政府信息。可以当面提交，也可以邮寄。';
  const form =
    '<form action="/apply" method="post"><input name="name"><input name="contact"><textarea name="content"></textarea><button>提交</button></form>';
  const entrance =
    '<p><a href="/apply.html">在线申请</a> <a href="/f/1.doc">申请表</a> <a href="/zn.html">申请指南</a></p>';

  it('tells the ways, and whether a form stands on it', () => {
    const page = capture('/ysq/', visit, para(text) + form);
    expect(assembleSite([page]).request).toMatchObject({
      ways: ['post', 'onSpot'],
      form: true,
      entrances: [],
      whole: true,
    });
    const search = '<form action="/search"><input name="keyword"><input type="hidden" name="a"><input name="q"></form>';
    expect(assembleSite([capture('/ysq/', visit, para(text) + search)]).request).toMatchObject({ form: false });
  });

  it('names its entrance, which is looked at once, and what became of it', () => {
    const page = capture('/ysq/', visit, para(text) + entrance);
    expect(page.reading?.follow).toContainEqual({
      request: { url: `${origin}/apply.html`, method: 'GET' },
      as: 'probe',
    });
    const named = { title: '在线申请', url: `${origin}/apply.html` };
    expect(assembleSite([page]).request?.entrances).toEqual([{ ...named, outcome: null, capture: null }]);
    const looked = { as: 'probe' as const, ...visit, from: page.url, depth: 2 };
    const opened = capture('/apply.html', looked, form);
    expect(assembleSite([page, opened]).request).toMatchObject({
      form: true,
      entrances: [{ ...named, outcome: 'ok', capture: opened.capture }],
    });
    const gone: ReadCapture = { ...opened, outcome: 'notFound', reading: null };
    expect(assembleSite([page, gone]).request).toMatchObject({
      form: false,
      entrances: [{ outcome: 'notFound' }],
      whole: false,
    });
  });

  it('is nothing on other pages', () => {
    const other = capture('/zn/', { columnKey: 'guide', columnName: '指南' }, para(text) + form + entrance);
    expect(other.reading).not.toHaveProperty('request');
    expect(assembleSite([other])).not.toHaveProperty('request');
  });
});
