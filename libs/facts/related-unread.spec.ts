import { describe, expect, it } from 'vitest';
import { readPage } from './index.js';

const url = 'https://www.yunling.example.gov.cn/zcwj/d5530255.html';
const title = '云岭县人民政府关于印发林地管理办法的通知';
const unread = (block: string): boolean | undefined =>
  readPage(
    {
      url,
      text: `<meta name="ArticleTitle" content="${title}"><h1>${title}</h1><div class="TRS_Editor"><p>${'现将有关事项通知如下。'.repeat(20)}</p></div>${block}`,
      contentType: 'text/html',
      visit: {
        as: 'detail',
        columnKey: 'policy',
        columnName: null,
        from: null,
        linkText: title,
        listPage: 1,
        depth: 2,
      },
    },
    [],
  ).detail?.relatedUnread;
const empty = '<div id="wjjd" style="display:none"><h3>解读材料</h3><ul id="jdlb"></ul></div>';

describe('a block of related links', () => {
  it.each([
    ['asked for by the number of the article', `${empty}<script>Q.askRelated(5530255);</script>`],
    ['asked for by a request', `${empty}<script>$.getJSON('/api/rel?id=1', function (r) {});</script>`],
    ['written by its id', `${empty}<p>分享</p><script>$('#jdlb').html(rows)</script>`],
  ])('is unread: %s', (_, block) => expect(unread(block)).toBe(true));
  it.each([
    ['empty, and only shown', `${empty}<script>Q.show('wjjd');</script>`],
    [
      'its links stand in the source',
      `${empty.replace('></ul>', '><li><a href="/j/1.html">林地管理办法解读</a></li></ul>')}<script>Q.askRelated(5530255);</script>`,
    ],
    [
      'a place of something else',
      '<div><h3>热门信息</h3><ul id="hot"></ul></div><script>$("#hot").html(rows)</script>',
    ],
    ['none', ''],
  ])('is not: %s', (_, block) => expect(unread(block)).toBeUndefined());
});
