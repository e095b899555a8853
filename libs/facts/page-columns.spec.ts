import { describe, expect, it } from 'vitest';
import type { Visit } from '#evidence';
import { readPage } from './index.js';

const host = 'https://www.yunling.example.gov.cn';
const visit: Visit = {
  as: 'home',
  columnKey: null,
  columnName: null,
  from: null,
  linkText: null,
  listPage: 1,
  depth: 0,
};
const read = (text: string, change: Partial<Visit> = {}, path = '/') =>
  readPage(
    {
      url: host + path,
      text: `<html><body>${text}</body></html>`,
      contentType: 'text/html',
      visit: { ...visit, ...change },
    },
    [],
  );
const columns = (text: string) =>
  read(text).columns.map(({ key, url, where }) => `${key} ${url.replace(host, '')} ${where}`);

describe('entrances to columns', () => {
  it.each<[string, string, string[]]>([
    ['a link', '<a href="/zcjd/">政策解读</a>', ['interpretation /zcjd/ body']],
    [
      'a link in the footer',
      '<div class="footer"><a href="/gkzn/">政府信息公开指南</a></div>',
      ['guide /gkzn/ footer'],
    ],
    [
      'the heading over a tree of matters, with no link of its own',
      '<div><h3>法定主动公开内容</h3><ul><li><a href="/jgzn/">机构职能</a></li></ul></div>',
      ['statutory  body'],
    ],
    ['such a heading over nothing', '<h3>法定主动公开内容</h3><p>正在建设。</p>', []],
    ['a picture', '<a href="/ysq/"><img src="a.png" alt="依申请公开"></a>', ['request /ysq/ body']],
    [
      'a row with its day that speaks of one',
      '<ul><li><a href="/a/">云岭县公布新版公开事项目录</a><span>05-14</span></li></ul>',
      [],
    ],
    [
      'twice, the navigation first',
      '<p><a href="/tz/">通知公告</a></p><div class="nav"><a href="/tz/">通知公告</a></div>',
      ['notice /tz/ navigation'],
    ],
    [
      '“更多” beside its heading',
      '<div class="hd"><h3>政策文件</h3><a href="/zcwj/">更多&gt;&gt;</a></div>',
      ['policy /zcwj/ body'],
    ],
    [
      '“更多” around the corner',
      '<div><div class="hd"><span>通知公告</span></div><div class="bd"><a class="more" href="/tzgg/">MORE+</a></div></div>',
      ['notice /tzgg/ body'],
    ],
    ['“更多” of a row of tabs', '<div><div><b>政策文件</b> <b>政策解读</b></div><a href="/x/">更多</a></div>', []],
    ['an address in a script', `<ul><li onclick="window.open('/zwfw/')">办事服务</li></ul>`, ['service /zwfw/ body']],
    [
      'a link whose script knows the address',
      `<a href="javascript:void(0)" onclick="location.href='/hd/'">互动交流</a>`,
      ['interaction /hd/ body'],
    ],
    ['a link whose script keeps the address', '<a href="javascript:openColumn(7)">公示公告</a>', ['notice  body']],
    ['a menu that opens and a link', '<a href="#">通知公告</a><a href="/tz/">通知公告</a>', ['notice /tz/ body']],
    ['a mere word', '<p>政策解读</p><p>通知公告</p>', []],
    ['where one is', '<div class="crumb">当前位置：<a href="/zcjd/">政策解读</a></div>', []],
  ])('%s', (_, text, wanted) => {
    expect(columns(text)).toEqual(wanted);
  });

  it('stand on the map of the site, which is no list of articles', () => {
    const home = read(
      '<div class="foot"><a href="/wzdt/">网站地图</a><a href="https://map.example.com/">网站地图</a></div>',
    );
    expect(home.follow).toEqual([{ request: { url: `${host}/wzdt/`, method: 'GET' }, as: 'column' }]);
    const links = ['政府信息公开指南', '政府信息公开年报', '走进云岭', '历史沿革'].map(
      (name, n) => `<li><a href="/c${n}/">${name}</a></li>`,
    );
    const map = read(`<h2>网站地图</h2><ul>${links.join('')}</ul>`, { as: 'column', depth: 1 }, '/wzdt/');
    expect(map.columns.map(({ key }) => key)).toEqual(['guide', 'annual']);
    expect(map.list).toBeNull();
  });
});
