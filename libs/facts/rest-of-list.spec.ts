import { describe, expect, it } from 'vitest';
import type { Visit } from '#evidence';
import { readPage } from './read-page.js';

const host = 'http://www.yunling.example.gov.cn';

function restOf(html: string, visit: Partial<Visit> = {}): true | undefined {
  const reading = readPage(
    {
      url: `${host}/zw/index.html`,
      text: `<html><body>${html}</body></html>`,
      contentType: 'text/html',
      visit: {
        as: 'column',
        columnKey: 'policy',
        columnName: null,
        from: null,
        linkText: null,
        listPage: 1,
        depth: 1,
        ...visit,
      },
    },
    [],
  );
  expect(reading.list?.items.length).toBeGreaterThan(4);
  return reading.list?.restUnknown;
}

const rows = (many: number) =>
  `<ul>${Array.from({ length: many }, (_, n) => `<li><a href="/a/${n}.html">云岭县人民政府关于第${n}批项目的通知</a><span>2025-03-01</span></li>`).join('')}</ul>`;
const turn = '<div class="fy"><a href="javascript:void(0)">上一页</a><a href="javascript:void(0)">下一页</a></div>';
const script = '<script src="/js/list.js"></script>';

describe('the rest of a list', () => {
  it.each<[string, string]>([
    ['a dead 下一页', rows(15) + turn],
    ['a button that loads more', `${rows(15)}<a href="#">加载更多</a>`],
    ['a live button that loads more, below few rows', `${rows(6)}<button class="btn-more">加载更多</button>`],
    ['a live button that loads more, below a page of rows', `${rows(10)}<button type="button">加载更多</button>`],
    ['the empty place of a pager', `${rows(15)}<div id="page"></div>${script}`],
    ['rows of the first day of a year', `${rows(15).replaceAll('2025-03-01', '2025/1/1')}${turn}`],
    ['a number of pages', `${rows(15)}<script>var pageCount = 7;</script>`],
  ])('is unknown where only a script elsewhere can turn: %s', (_, html) => expect(restOf(html)).toBe(true));

  it.each<[string, string]>([
    ['nothing tells of another page', rows(15) + script],
    ['fewer rows than fill a page', rows(5) + turn],
    ['its only page is said to be so', `${rows(15)}${turn}<p>共 1 页</p>`],
    ['1/1', `${rows(15)}${turn}<p>第1/1页</p>`],
    ['its number of pages is 1', `${rows(15)}${turn}<script>var pageCount = 1;</script>`],
    ['its rows are counted', `${rows(15)}${turn}<p>共15条</p>`],
    ['下一页 is greyed out', `${rows(15)}<div class="fy"><a href="#" class="disabled">下一页</a></div>`],
    ['下一页 is no link', `${rows(15)}<div class="fy"><span>下一页</span></div>`],
    ['下一页 leads on', `${rows(15)}<div class="fy"><a href="index_2.html">下一页</a></div>`],
    [
      'a script on the page counts',
      `${rows(15)}<div id="page"></div><script>createPageHTML(1,0,"a","b")</script>${script}`,
    ],
  ])('is not, where %s', (_, html) => expect(restOf(html)).toBeUndefined());

  it('is none of a later page, whose way was known', () =>
    expect(restOf(rows(15) + turn, { as: 'list', listPage: 3 })).toBeUndefined());
});
