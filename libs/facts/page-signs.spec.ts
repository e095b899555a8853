import { describe, expect, it } from 'vitest';
import { readPage } from './index.js';

const visit = { columnKey: 'topic', columnName: null, from: null, linkText: null, listPage: 1, depth: 1 } as const;
const read = (body: string) =>
  readPage(
    {
      url: 'https://www.yunling.example.gov.cn/ztzl/',
      text: `<html><head><title>专题专栏</title></head><body>${body}</body></html>`,
      contentType: 'text/html',
      visit: { as: 'column', ...visit },
    },
    [],
  );

describe('a page in place of the one that was asked for', () => {
  it.each([
    '系统升级维护中，暂停访问，给您带来不便敬请谅解！',
    '网站正在维护，请稍后再来',
    'Application error: a client-side exception has occurred (see the browser console for more information).',
    'Internal Server Error',
    '系统繁忙，请稍后重试',
    '服务器内部错误',
    'Something went wrong.',
    'MySQL Query : SELECT * FROM `yl`.`v9_bsfw` LIMIT 20<br />MySQL Error : Table yl.v9_bsfw doesn’t exist',
    'SQLSTATE[HY000] [2002] Connection refused',
    '数据库连接失败',
  ])('says that it cannot be shown now: %s', (words) => {
    expect(read(`<div><h2>${words}</h2></div>`)).toMatchObject({ outOfOrder: true, softNotFound: false, detail: null });
  });

  it.each([
    '<p>暂无内容</p>',
    '<p>您访问的页面不存在</p>',
    `<p>县政府办公室关于门户网站升级维护期间暂停服务的公告</p><p>${'为提升服务水平，现将有关事项公告如下。'.repeat(20)}</p>`,
    `<ul>${[1, 2, 3, 4, 5, 6].map((n) => `<li><a href="/a/${n}.html">关于系统升级维护的公告</a><span>2026-03-0${n}</span></li>`).join('')}</ul>`,
  ])('is not so, though it speaks of it: %s', (body) => expect(read(body).outOfOrder).toBeUndefined());
});
