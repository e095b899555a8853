import { describe, expect, it } from 'vitest';
import type { Visit } from '#evidence';
import { readPage } from './index.js';

const host = 'https://www.yunling.example.gov.cn';
const read = (text: string, change: Partial<Visit> = {}) =>
  readPage(
    {
      url: `${host}/zfxxgk/`,
      text: `<html><body>${text}</body></html>`,
      contentType: 'text/html',
      visit: {
        as: 'openness',
        columnKey: null,
        columnName: null,
        from: null,
        linkText: null,
        listPage: 1,
        depth: 1,
        ...change,
      },
    },
    [],
  );
const others = (text: string, change: Partial<Visit> = {}) =>
  read(text, change).follow.flatMap(({ request, name }) =>
    name === undefined ? [] : [`${name} ${request.url.replace(host, '')}`],
  );
const link = (name: string, href = '/c/1/') => `<a href="${href}">${name}</a>`;

describe('columns that are none of the standard ones', () => {
  it('stand in menus, trees and above boxes', () => {
    expect(others(`<ul><li>${link('计划总结', '/a/')}</li><li>${link('财政预决算', '/b/')}</li></ul>`)).toEqual([
      '计划总结 /a/',
      '财政预决算 /b/',
    ]);
    expect(others(`<td>·${link('征地信息', 'list.jsp?id=7')}</td>`)).toEqual(['征地信息 /zfxxgk/list.jsp?id=7']);
    expect(others(`<div><h3>民意征集${link('更多&gt;&gt;', '/zj/')}</h3></div>`)).toEqual(['民意征集 /zj/']);
  });

  it('hold what an older system has, by the years in their names', () => {
    const years = ['历史文件（2019—2021年）', '历史文件（2018年以前）', '2018年及以前文件', '2016-2018年政府文件'];
    expect(others(years.map((name, n) => link(name, `/old/${n}/`)).join(''))).toEqual([
      '历史文件 /old/0/',
      '历史文件 /old/1/',
      '文件 /old/2/',
      '政府文件 /old/3/',
    ]);
    expect(others(link('人事任免（2021年3月）'))).toEqual([]);
    expect(others(link('2024年部门决算'))).toEqual([]);
  });

  it.each([
    ['a standard column', link('政策解读')],
    ['the home page', link('网站首页', '/')],
    ['the place and its people', link('走进云岭') + link('领导之窗')],
    ['a unit', link('云岭县发展和改革局') + link('青石镇') + link('县教育局信息公开')],
    ['letters', link('县长信箱')],
    ['a topic', link('乡风文明专题')],
    ['a title', link('关于开展检查的通知')],
    ['an article', link('工作要点', '/zwgk/202503/t20250301_91.html')],
    ['a file', link('财政预算', '/a.pdf')],
    ['a row with its day', `<li>${link('财政预算')}<span>2025-03-01</span></li>`],
    ['another host', link('财政预算', 'https://czj.other.example/')],
    ['the footer', `<div class="footer">${link('财政预算')}</div>`],
    ['the page itself', link('财政预算', '/zfxxgk/')],
    ['what only a script opens', link('财政预算', 'javascript:void(0)')],
  ])('are not: %s', (_, html) => expect(others(html)).toEqual([]));

  describe('the units below a column of their documents', () => {
    const units = `<table><tr><td>${link('县教育局', '/d/1/')}</td><td>${link('青石镇', '/d/2/')}</td></tr></table>`;
    const column = (columnName: string, html = units) =>
      others(html, { as: 'column', columnKey: 'policy', columnName });
    const menu = `<div class="nav">${units}</div>`;
    const row = '<li><a href="/zc/1.html">云岭县教育局关于开学的通知</a><span>2025-03-01</span></li>';

    it('have a list each', () => {
      for (const name of ['部门文件', '乡镇文件', '部门预决算'])
        expect(column(name)).toEqual(['县教育局 /d/1/', '青石镇 /d/2/']);
    });
    it.each([
      ['another column', '政府文件', units],
      ['one that holds no documents', '部门导航', units],
      ['the menu of the site', '部门文件', menu],
      ['beside its own list', '部门文件', `${units}<ul>${row}${row.replace('1.html', '2.html')}</ul>`],
    ])('have none in %s', (_, name, html) => expect(column(name, html)).toEqual([]));
  });

  it('of a home page are those that by their name hold documents', () => {
    const menu = link('财政预决算', '/a/') + link('书香云岭', '/b/') + link('财政预决算公开专栏', '/c/');
    expect(others(menu, { as: 'home' })).toEqual(['财政预决算 /a/', '财政预决算公开专栏 /c/']);
    expect(others(menu)).toContain('书香云岭 /b/');
    const foot = `<div class="footer">${link('财政预决算', '/a/')}${link('联系我们', '/b/')}${link('云岭书香', '/c/')}</div>`;
    expect(others(foot, { as: 'home' })).toEqual(['财政预决算 /a/']);
  });

  it('of what was said of documents, and of the topic of openness, are any', () => {
    expect(others(link('新闻发布会', '/a/') + link('视频新闻', '/b/'))).toEqual(['新闻发布会 /a/']);
    const fields = link('养老服务', '/a/') + link('义务教育', '/b/');
    const topic: Partial<Visit> = { as: 'column', columnKey: 'topic' };
    expect(others(fields, { ...topic, columnName: '基层政务公开' })).toEqual(['养老服务 /a/', '义务教育 /b/']);
    expect(others(fields, { ...topic, columnName: '专题专栏' })).toEqual(['义务教育 /b/']);
  });

  it('stand in a frame too, and on no later page of a list', () => {
    const tree = link('国土空间规划', '/a/');
    expect(others(tree, { as: 'list' })).toHaveLength(1);
    expect(others(tree, { as: 'list', listPage: 2 })).toEqual([]);
    expect(others(tree, { as: 'detail' })).toEqual([]);
  });

  describe('that only a click opens', () => {
    const leaf = (id: number, href: string) =>
      `<li data-id="${id}"><a href="${href}">第${'一二三四'[id % 4]}类信息</a></li>`;
    const clicked = `<li data-id="6734"><a href="javascript:void(0)" onclick="open_('6734')">应急管理</a></li>`;
    it('are found where all neighbours have addresses made of their ids', () =>
      expect(others(leaf(6731, '/c?cat=6731&a=1') + leaf(6732, '/c?cat=6732&a=1') + clicked)).toContain(
        '应急管理 /c?cat=6734&a=1',
      ));
    it.each([
      ['one neighbour', leaf(6731, '/c?cat=6731')],
      ['addresses that differ', leaf(6731, '/c?cat=6731') + leaf(6732, '/d?cat=6732')],
      ['addresses without the id', leaf(6731, '/c/a.html') + leaf(6732, '/c/b.html')],
      ['the id within a longer number', leaf(6731, '/c?cat=16731') + leaf(6732, '/c?cat=16732')],
    ])('are not guessed: %s', (_, neighbours) =>
      expect(others(neighbours + clicked).filter((one) => one.startsWith('应急'))).toEqual([]),
    );
  });

  it('are no more than a menu holds, and are read of hostile pages in time', () => {
    const begun = process.cpuUsage().user / 1000;
    const name = (n: number) => `第${[...String(n)].map((digit) => '〇一二三四五六七八九'[Number(digit)]!).join('')}类`;
    const many = Array.from({ length: 2000 }, (_, n) => link(name(n).replace('〇', '零'), `/c/${n}x/`)).join('');
    expect(others(many)).toHaveLength(60);
    others(`<ul><li>${'<a data-id="12" href="#">规划计划</a>'.repeat(2000)}2025-01-01</li></ul>`);
    others(`<ul>${'<li data-id="12"><a href="#">规划计划</a></li>'.repeat(2000)}</ul>`);
    expect(process.cpuUsage().user / 1000 - begun).toBeLessThan(12_000);
  });
});

describe('the place of a list that a script fills', () => {
  const column: Partial<Visit> = { as: 'column', columnKey: 'rules' };
  const fill = (code: string) => `<script>${code}</script>`;
  it.each([
    ['it is loading', '<div class="box">正在加载，请稍候……</div>'],
    ['it carries an address', '<div class="ajax-list" data-url="/q/12"></div>'],
    ['written by id', `<ul id="xxlb"></ul>${fill('document.getElementById("xxlb").innerHTML = rows;')}`],
    ['written by jQuery', `<ul id="xxlb"></ul>${fill('$("#xxlb").html(rows)')}`],
    ['handed to a script', `<ul id="unit-88"></ul>${fill("MX.unit('unit-88', {channels: ['C1'], size: 15})")}`],
    ['named in settings', `<table id="lb"></table>${fill('new Rows({el: "#lb", url: api})')}`],
    [
      'with a sample row',
      `<ul id="u1"><!-- <li><a href="/1.html">标题标题标题</a><i>2020-01-01</i></li> --></ul>${fill("Q.go('u1')")}`,
    ],
    ['written where the script stands', `<table class="list">${fill('rows.forEach(write)')}</table>`],
    [
      'written in the bare cell where the script stands',
      `<table><tr><td>${fill("for(i in all)document.write('<tr><td>'+all[i]+'<\\/td><\\/tr>')")}</td></tr></table>`,
    ],
    [
      'written as links to wherever a variable says',
      `<div>${fill(`function w(u,t){document.write('<a href="'+u+'">'+t+'<\\/a><br>')}`)}</div>`,
    ],
    ['in a box with a script of its own', '<div class="newslist"><script src="/inc/list.asp?cid=31"></script></div>'],
    ['loaded', `<div id="xxlb"></div>${fill('Site.load("#xxlb", address(1))')}`],
    [
      'kept in a variable',
      `<ul id="xxlb"></ul>${fill('var box = document.getElementById("xxlb"); box.innerHTML = rows;')}`,
    ],
    ['found by its class', `<ul class="newslist"></ul>${fill('$(".newslist").append(rows)')}`],
    ['within a box', `<div class="content"><ul id="xxlb"></ul></div>${fill('$("#xxlb").html(rows)')}`],
    [
      'a sample within, and no script that names it',
      '<ul><!-- <li><a href="/1.html">标题标题</a><i>2020-01-01</i></li> --></ul>',
    ],
    ['a script elsewhere may find it', '<ul id="xxlb"></ul><script src="/js/xxgk-lb.js"></script>'],
    [
      'the template of its rows beside other rows',
      `<ul id="xxlb"></ul><ul><li><a href="/a/1.html">云岭县政务公开工作制度</a><span>2020-03-01</span></li></ul><script type="text/html"><li><a href="{{r.url}}">{{r.name}}</a></li></script>${fill("Q.unit('xxlb', {n: 8})")}`,
    ],
  ])('is unfilled: %s', (_, html) => expect(read(html, column).unfilled).toBe(true));
  it.each([
    ['there is nothing', '<ul id="xxlb"></ul><p>暂无相关信息！</p><script>$("#xxlb").html(rows)</script>'],
    ['an empty list', '<ul class="newslist"></ul>'],
    ['a script for something else', `<ul class="newslist"></ul><b id="day"></b>${fill('$("#day").html(today)')}`],
    ['an empty list beside what every page has', '<ul id="xxlb"></ul><script src="/js/jquery.min.js"></script>'],
    [
      'an empty list in a box that a script only binds',
      `<div id="listContent"><ul class="rows"></ul></div><script src="/js/label.js"></script>${fill("bindPages(document.getElementById('listContent'))")}`,
    ],
    ['shown by a script', `<ul class="newslist" id="xxlb"></ul>${fill("$('#xxlb').show();tab('xxlb')")}`],
    [
      'the place of a pager',
      `<ul class="newslist"></ul><div class="page" id="pages"></div>${fill("$('#pages').html(p)")}`,
    ],
    [
      'other rows beside the place of something else',
      `<ul id="tool"></ul><ul><li><a href="/a/1.html">云岭县政务公开工作制度</a><span>2025-03-01</span></li></ul>${fill("Q.unit('tool', {n: 8})")}`,
    ],
    ['a script that writes the day', `<ul class="newslist"></ul>${fill("document.write('今天是'+day())")}`],
    [
      'a script that writes one link and its address',
      `<ul class="newslist"></ul>${fill(`document.write('<a href="/index.html">首页</a>')`)}`,
    ],
    ['an empty box beside a script', `<div class="content" id="box"></div>${fill("track('box')")}`],
    [
      'a list stands there',
      `<ul id="xxlb"><li><a href="/a/1.html">云岭县政务公开工作制度</a><span>2025-03-01</span></li></ul>${fill('$("#xxlb").html(rows)')}`,
    ],
  ])('is not: %s', (_, html) => expect(read(html, column).unfilled).toBeUndefined());

  it('an answer that says there is nothing is an empty list; one that was not understood is none', () => {
    expect(read('<div class="nodata">暂无相关信息</div>', { as: 'data' }).list).toMatchObject({
      items: [],
      totalItems: 0,
    });
    expect(read('<div>系统繁忙</div>', { as: 'data' }).list).toBeNull();
  });
});
