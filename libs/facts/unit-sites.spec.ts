import { describe, expect, it } from 'vitest';
import type { Visit } from '#evidence';
import { readPage } from './index.js';
import { isUnitHome, unitOf } from './unit-sites.js';

const host = 'https://www.yunling.example.gov.cn';
const read = (path: string, text: string, change: Partial<Visit> = {}) =>
  readPage(
    {
      url: host + path,
      text: `<html><body>${text}</body></html>`,
      contentType: 'text/html',
      visit: {
        as: 'home',
        columnKey: null,
        columnName: null,
        from: null,
        linkText: null,
        listPage: 1,
        depth: 0,
        ...change,
      },
    },
    [],
  );
const named = (path: string, text: string, change: Partial<Visit> = {}) =>
  read(path, text, change).follow.flatMap(({ request, name }) =>
    name === undefined ? [] : [`${name} ${request.url.replace(host, '')}`],
  );
const link = (name: string, href: string) => `<li><a href="${href}">${name}</a></li>`;
const unit = { as: 'column', columnName: '云岭县教育局·首页', depth: 4 } as const;

describe('sub-sites of units in folders of the host', () => {
  it('are named by the home page, wherever they stand in it', () => {
    const box = link('云岭县教育局', '/bm/jyj/index.html') + link('青石镇', '/xz/qsz/');
    for (const html of [box, `<div class="nav">${box}</div>`, `<div class="footer">${box}</div>`])
      expect(named('/', `<ul>${html}</ul>`)).toEqual(['云岭县教育局·首页 /bm/jyj/index.html', '青石镇·首页 /xz/qsz/']);
    expect(named('/zwgk/', box, { as: 'openness' })).toEqual([]);
  });

  it.each([
    ['another host', link('云岭县教育局', 'https://jyj.other.example/bm/jyj/')],
    ['the site itself', link('云岭县人民政府办公室', '/')],
    ['an article', link('云岭县教育局', '/art/2025/3/1/art_12_3456.html')],
    ['a page within a folder', link('云岭县教育局', '/bm/jyj.html')],
    ['a parameter', link('云岭县教育局', '/bm/?id=7')],
    ['a place', link('云岭县', '/yl/') + link('千年古镇', '/gz/') + link('魅力城乡', '/cx/')],
    ['a unit of the party', link('县纪委监委办公室', '/jw/')],
    ['a title', link('县教育局召开会议', '/a/b/')],
  ])('are not: %s', (_, html) => expect(named('/', html)).toEqual([]));

  it('name their columns of documents below their own folder, and none of the government', () => {
    const menu =
      link('首页', '/bm/jyj/index.html') +
      link('机构职能', '/bm/jyj/jgzn/') +
      link('领导信息', '/bm/jyj/ld/') +
      link('教育动态', '/bm/jyj/dt/') +
      link('通知公告', '/bm/jyj/tzgg/') +
      link('政策文件', '/zc/wj/') +
      link('云岭县民政局', '/bm/mzj/') +
      link('返回政府网站', '/');
    const box = `<div><h3>招生计划 <a href="/bm/jyj/zsks/">更多</a></h3></div>`;
    const page = read('/bm/jyj/index.html', menu + box, unit);
    expect(page.columns).toEqual([]);
    expect(named('/bm/jyj/', box, unit)).toEqual(['云岭县教育局·招生计划 /bm/jyj/zsks/']);
    expect(named('/bm/jyj/index.html', menu, unit)).toEqual(['云岭县教育局·通知公告 /bm/jyj/tzgg/']);
    expect(named('/bm/jyj.html', menu, unit)).toEqual([]);
    expect(named('/bm/jyj/tzgg/', menu, { ...unit, columnName: '云岭县教育局·通知公告' })).toEqual([]);
  });

  it('have a name that no column of the site has', () => {
    expect(unitOf('云岭县教育局·通知公告')).toBe('云岭县教育局');
    for (const name of [null, '通知公告', '云岭县教育局', '通知·公告', '书香·云岭'])
      expect([unitOf(name), isUnitHome(name)]).toEqual([null, false]);
    expect([isUnitHome('云岭县教育局·首页'), isUnitHome('云岭县教育局·通知公告')]).toEqual([true, false]);
  });
});
