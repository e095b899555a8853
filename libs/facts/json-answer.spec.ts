import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Visit } from '#evidence';
import { type AnsweredList, readJsonList } from './json-answer.js';
import { parsePage } from './parsed-page.js';

const host = 'http://www.yunling.example.gov.cn';

function answer(json: unknown, visit: Partial<Visit> = {}, url = `${host}/api/list?page=1`): AnsweredList | null {
  return readJsonList(
    parsePage({
      url,
      text: typeof json === 'string' ? json : JSON.stringify(json),
      contentType: 'application/json',
      visit: {
        as: 'data',
        columnKey: null,
        columnName: null,
        from: null,
        linkText: null,
        listPage: 1,
        depth: 1,
        ...visit,
      },
    }),
  );
}

const first = (json: unknown) => answer(json)?.list.items[0];
const title = '云岭县人民政府关于印发年度工作要点的通知';

describe('rows by the names of their fields', () => {
  it.each<
    [string, object, { title?: string; url?: string; publishedOn: string | null; documentNumber?: string | null }]
  >([
    [
      'TRS IGS: instants in UTC, eight hours behind',
      { DOCTITLE: title, DOCPUBURL: '/a/t1.html', PUBDATE: '2019-12-26T16:30:00.000Z', fileNum: '云政发〔2019〕7号' },
      { publishedOn: '2019-12-27', documentNumber: '云政发〔2019〕7号' },
    ],
    [
      'TRS IGS of another site: 成文 beside 发布',
      { TITLE: title, URL: '/a/1.html', CWRQ: '2021-01-02', FBRQ: '2021-02-03', FWZH: '云政发〔2021〕1号' },
      { publishedOn: '2021-02-03', documentNumber: '云政发〔2021〕1号' },
    ],
    [
      'a date of writing alone is none of publication',
      { title, url: '/a/1.html', CWRQ: '2021-01-02' },
      { publishedOn: null },
    ],
    ['another', { title, url: '/a/1.html', writedate: '2021-01-02', fwrq: '2021-01-02' }, { publishedOn: null }],
    [
      'milliseconds as string, midnight in China',
      { title, url: '/a/1.html', compaltedate: '1365523200000', deploytime: '1636905600000' },
      { publishedOn: '2021-11-15' },
    ],
    [
      'seconds',
      { title, url: '/a/1.html', display_publish_time: 1636700507, date: 1636646400 },
      { publishedOn: '2021-11-12' },
    ],
    [
      'pubdate is the date of the document where docreltime stands beside it',
      {
        doctitle: title,
        docpuburl: '/a/1.htm',
        pubdate: '2018.11.09 00:00:00',
        docreltime: '2018.11.14 17:44:00',
        fileno: '云岭县人民政府令第8号',
      },
      { publishedOn: '2018-11-14', documentNumber: '云岭县人民政府令第8号' },
    ],
    ['a day in parts', { title, url: '/a/1.html', publishTime: [2026, 4, 7, 9, 30] }, { publishedOn: '2026-04-07' }],
    ['parts that are no day', { title, url: '/a/1.html', publishTime: [2026, 13, 7] }, { publishedOn: null }],
    ['the day of writing in parts', { title, url: '/a/1.html', cwrq: [2026, 4, 7] }, { publishedOn: null }],
    ['old .NET', { Title: title, Url: '/a/1.aspx', AddTime: '/Date(1735660800000)/' }, { publishedOn: '2025-01-01' }],
    [
      'search marks, entities, names in angle brackets',
      {
        title: "关于转发&lt;环境条例&gt;的<em>通</em><em>知</em>&nbsp;（<span style='color:red'>试行</span>）",
        url: '/a/1.html',
        pubDateInfo: '2021-03-22',
      },
      { title: '关于转发<环境条例>的通知 （试行）', publishedOn: '2021-03-22' },
    ],
    [
      'a title cut short',
      { title: '云岭县人民政府关于印发年度…', normalTitle: title, url: '/a/1.html', pubDate: '2021-03-22 10:00' },
      { title, publishedOn: '2021-03-22' },
    ],
    [
      'invisible characters in a number, ASCII brackets',
      { title, url: '/a/1.html', docno: '\u200b云政发[2021]59号', time: '2021/03/02' },
      { publishedOn: '2021-03-02', documentNumber: '云政发[2021]59号' },
    ],
    [
      'a number of an unknown name',
      { title, url: '/a/1.html', publishTime: '2021-03-02', wjzh: '云政办〔2021〕5号' },
      { publishedOn: '2021-03-02', documentNumber: '云政办〔2021〕5号' },
    ],
    [
      'its own field says that there is none',
      { title, url: '/a/1.html', wenhao: '无', fzwh: '云政办〔2011〕5号', fbrq: '2021-03-02' },
      { publishedOn: '2021-03-02', documentNumber: null },
    ],
    [
      'addresses within a string',
      { showTitle: title, urls: '{"pc":"/col/content_1.html"}', pubDate: '2025-02-03 10:00' },
      { url: `${host}/col/content_1.html`, publishedOn: '2025-02-03' },
    ],
    [
      'a counting address in between',
      {
        title,
        url: 'visit/link.do?url=http%3A%2F%2Fwww.yunling.example.gov.cn%2Fart%2F1.html&q=x',
        fbsj: '2025-02-03',
      },
      { url: `${host}/art/1.html`, publishedOn: '2025-02-03' },
    ],
    [
      'UCAP',
      {
        title,
        url: '/c/202502/1.html',
        publishedTimeStr: '2025-02-03 09:10:11',
        domainMetaList: [
          {
            domainName: '公文',
            resultList: [
              { key: 'refno', value: '云政规〔2025〕1号' },
              { key: 'writedate', value: '2025-01-20' },
            ],
          },
        ],
      },
      { publishedOn: '2025-02-03', documentNumber: '云政规〔2025〕1号' },
    ],
    [
      'wrapped',
      { score: 1, data: { title, url: '/a/1.html', deploytime: '1636905600000', filenumber: '云政发〔2013〕4号' } },
      { publishedOn: '2021-11-15', documentNumber: '云政发〔2013〕4号' },
    ],
    [
      'Chinese names',
      { 标题: title, url: '/a/1.html', 发布日期: '2021-02-03', 成文日期: '2021-01-01', 发文字号: '云政发〔2021〕1号' },
      { publishedOn: '2021-02-03', documentNumber: '云政发〔2021〕1号' },
    ],
  ])('%s', (_, row, expected) => {
    const item = first({ code: 200, data: { list: [row, { ...row, url: '/b', URL: '/b' }], total: 2 } });
    expect(item).toMatchObject({ title: title, ...expected });
  });

  it('reads rows of any nesting, several lists of one kind as one, none of the lists within rows', () => {
    const row = (n: number) => ({
      title: `${title}之${n}`,
      url: `/a/${n}.html`,
      pubtimeStr: '2019.11.26',
      related: [1, 2, 3, 4].map((m) => ({ title: `相关新闻${n}${m}`, url: `/r/${n}${m}.html`, time: '2019-01-01' })),
    });
    const whole = answer({
      searchVO: {
        totalCount: 30,
        totalpage: 6,
        currentPage: 1,
        listVO: [],
        catMap: { a: { totalCount: 9, listVO: [row(1), row(2)] }, b: { totalCount: 21, listVO: [row(3)] } },
      },
      facetMap: { total: 157 },
    });
    expect(whole?.list.items.map((item) => item.url)).toEqual([1, 2, 3].map((n) => `${host}/a/${n}.html`));
    expect(whole).toMatchObject({ pages: 6, list: { totalItems: 30 }, current: { name: 'currentPage', number: 1 } });
  });

  it('reads a callback, a string within JSON, rows of HTML', () => {
    const rows = [{ title, url: '/a/1.html', time: '2021-03-02' }];
    expect(answer(`callback12(${JSON.stringify({ rows })});`)?.list.items).toHaveLength(1);
    expect(answer({ d: JSON.stringify({ rows, total: 8 }) })).toMatchObject({
      list: { totalItems: 8, items: [{ title }] },
    });
    const li = (n: number) => `<li><a href='/a/${n}.html'>${title}${n}</a><span>2021-03-0${n}</span></li>`;
    for (const json of [
      { result: [li(1), li(2)], total: 9 },
      { data: { html: `<ul>${li(1)}${li(2)}</ul>共 9 条` } },
      { rows: [{ html: li(1) }, { html: li(2) }], total: '9' },
    ])
      expect(answer(json)?.list).toMatchObject({
        totalItems: 9,
        items: [{ publishedOn: '2021-03-01' }, { publishedOn: '2021-03-02' }],
      });
  });
});

describe('rows by the shapes of their values', () => {
  const row = (n: number, more: object = {}) => ({
    tenant_id: '7',
    f_2021: `云岭县人民政府关于第${n}批项目资金安排的通知`,
    f_2022: `云政发〔2024〕${n}号`,
    f_2023: `2024-03-0${n} 00:00:00`,
    f_2024: '县政府',
    f_2025: `11500000009275780L/2024-0082${n}`,
    f_2026: `云岭县人民政府关于第${n}批项目资金安排的通知。各乡镇人民政府：现将有关事项通知如下。`,
    doc_address: `http://www.yunling.example.gov.cn/zw/202403/t2024030${n}_8837${n}.html`,
    picture: `/images/${n}.png`,
    ...more,
  });
  it('finds title, address, number and the date that the address names too', () => {
    const items = answer({ success: true, data: { list: [1, 2, 3].map((n) => row(n, { f_1: `2024-01-1${n}` })) } })
      ?.list.items;
    expect(items?.[1]).toEqual({
      title: '云岭县人民政府关于第2批项目资金安排的通知',
      url: `${host}/zw/202403/t20240302_88372.html`,
      publishedOn: '2024-03-02',
      documentNumber: '云政发〔2024〕2号',
    });
  });
  it('takes a single date, and none of two that nothing tells apart', () => {
    const plain = (n: number, more: object) => row(n, { doc_address: `/zw/content_${n}.html`, ...more });
    expect(first({ list: [1, 2, 3].map((n) => plain(n, {})) })?.publishedOn).toBe('2024-03-01');
    expect(first({ list: [1, 2, 3].map((n) => plain(n, { f_1: `2024-01-1${n}` })) })?.publishedOn).toBeNull();
  });
});

describe('what is no list', () => {
  it.each<[string, unknown]>([
    ['an error', { success: false, msg: '系统错误', data: null, code: 1000 }],
    ['an error with an empty list', { success: false, rows: [] }],
    ['another', { num: '-10000', error: true, message: '服务器异常，请联系管理员' }],
    ['another', { msg: '检索失败，服务器发生错误', state: 500, data: [] }],
    ['settings', { site: { name: '云岭县', list: { columns: 3 } } }],
    ['a total without rows on the first page', { total: 8, rows: [] }],
    ['nothing', { success: true, data: null }],
  ])('%s', (_, json) => expect(answer(json)).toBeNull());

  it.each<[string, unknown, Partial<Visit>, number]>([
    ['past the end', { searchVO: { totalCount: 2229, totalpage: 446, currentPage: 1_000_000, listVO: [] } }, {}, 2229],
    ['past the end by the visit', { total: '8', rows: [] }, { listPage: 3 }, 8],
    ['an empty column', { errcode: 0, errmessage: 'ok', data: { list: [], total: null } }, {}, 0],
    [
      'an empty column of another make',
      { searchResultAll: { policyList: [], total: '0', message: '正常状态', status: '1000' } },
      {},
      0,
    ],
    ['an empty array', [], {}, 0],
  ])('an empty list is one: %s', (_, json, visit, total) =>
    expect(answer(json, visit)).toMatchObject({ pages: 0, list: { items: [], next: null, totalItems: total } }),
  );
});

it('reads hostile answers in time', () => {
  const begun = process.cpuUsage().user / 1000;
  const deep = `${'{"a":'.repeat(4000)}1${'}'.repeat(4000)}`;
  const wide = JSON.stringify(
    Array.from({ length: 20_000 }, (_, n) => ({ [`k${n}`]: '<a '.repeat(3), title: '<'.repeat(90) })),
  );
  for (const text of [deep, wide, JSON.stringify({ html: '<a'.repeat(300_000) })]) answer(text);
  expect(process.cpuUsage().user / 1000 - begun).toBeLessThan(15_000);
});

const shared = new URL('../../../shared/pages/', import.meta.url);

describe.skipIf(!existsSync(shared))('answers of real policy libraries (skipped where ../shared is not there)', () => {
  const lines = existsSync(shared)
    ? readFileSync(new URL('document-dates.tsv', shared), 'utf8').trim().split('\n')
    : [];
  const plain = (text: string) => text.replace(/[\s\u200b]/g, '');
  const truth = new Map(
    lines.slice(1).map((line) => {
      const [, name, number, , , publishedOn, url] = line.split('\t');
      return [
        url!,
        {
          title: plain(name!),
          documentNumber: number === '' || number === '无' ? null : plain(number!),
          publishedOn: publishedOn!,
        },
      ];
    }),
  );
  it.each(['CQProvince', 'FJProvince', 'GDProvince', 'GWY', 'GXProvince', 'HBProvince', 'SXProvinceL', 'ZJProvince'])(
    '%s',
    (name) => {
      const items = answer(readFileSync(new URL(`json-policylib/${name}__success.json`, shared), 'utf8'))!.list.items;
      const known = items.filter((item) => truth.has(item.url));
      expect(known.length).toBeGreaterThanOrEqual(Math.min(8, items.length));
      for (const item of known) {
        const { title: name, publishedOn, documentNumber } = truth.get(item.url)!;
        expect.soft({ url: item.url, title: plain(item.title), publishedOn: item.publishedOn }).toEqual({
          url: item.url,
          title: name,
          publishedOn,
        });
        if (documentNumber !== null) expect.soft(item.documentNumber).toBe(documentNumber);
      }
    },
  );
});
