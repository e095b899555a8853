import { describe, expect, it } from 'vitest';
import type { Visit } from '#evidence';
import { readPage } from './index.js';

const visit: Visit = {
  as: 'detail',
  columnKey: 'interpretation',
  columnName: '政策解读',
  from: null,
  linkText: null,
  listPage: 1,
  depth: 2,
};
const unit = '云岭县林业和草原局';
const title = '《云岭县林地管理办法》视频解读';
const hot =
  '<tr><td><b>热点信息</b></td></tr><tr><td>·<a href="/3.jsp">我局印发《云岭县古树保护办法》的通知</a></td></tr>';

/** A site of nested tables without any mark: banner, title, line of information, text, buttons, other news. */
const pageOf = (inside: string, { headline = title, tag = unit, linkText = null as string | null } = {}) =>
  readPage(
    {
      url: 'http://lcj.yunling.example.gov.cn/info/detail.jsp?id=1',
      text: `<html><head><title>${tag}</title></head><body>
<table><tr><td class="banner"><span class="bt">${unit}</span><br><span>Forestry of Yunling County</span></td></tr>
<tr><td><a href="/">首页</a> <a href="/zcjd.jsp">政策解读</a></td></tr></table>
<table><tr><td><table class="box"><tr><td>
<table><tr><td align="center" class="wz_bt">${headline}</td></tr></table>
<table><tr><td align="center">发布时间：2025-06-09　来源：${unit}　【字体：<a href="javascript:fs(1)">大</a>】</td></tr></table>
<table><tr><td class="wz_nr">${inside}</td></tr></table>
<table><tr><td>分享到：<a href="#">微博</a></td><td>【<a href="javascript:window.print()">打印本页</a>】</td></tr></table>
<table>${hot}</table></td></tr></table></td></tr></table>
<table><tr><td>主办：${unit}　网站标识码：3300000001</td></tr></table></body></html>`,
      contentType: 'text/html',
      visit: { ...visit, linkText },
    },
    [],
  ).detail;

describe('an article in nested tables', () => {
  it('is what stands between its line of information and the buttons, however short', () => {
    const detail = pageOf('<table><tr><td><video src="/v/1.mp4"></video></td></tr></table>');
    expect(detail).toMatchObject({ title, text: '', formats: ['video'], interprets: [] });
    expect(detail?.publishedOn?.on).toBe('2025-06-09');
  });

  it('has no words but its own', () => {
    const detail = pageOf('<p>点击播放按钮收听　<a href="/2.jsp">《云岭县林地管理办法》</a></p><embed src="/a/1.mp3">');
    expect(detail).toMatchObject({ text: '点击播放按钮收听 《云岭县林地管理办法》', formats: ['audio'] });
    expect(detail?.interprets.map(({ url }) => url)).toEqual(['http://lcj.yunling.example.gov.cn/2.jsp']);
  });
});

describe('the title of an article', () => {
  const text = '<p>各乡镇：</p><p>现将林地管理有关事项通知如下，请遵照执行。</p>';

  it('is not the name of the unit in the banner and the title bar', () => {
    expect(pageOf(text)?.title).toBe(title);
  });

  it('is the line that the list has promised', () => {
    const headline = '关于云岭县林地年度变更调查的说明';
    const asked = { headline: `<font size="4">${headline}</font>`, linkText: '关于云岭县林地年度变更…' };
    expect(pageOf(text, asked)?.title).toBe(headline);
  });

  it('is no sentence of the text that begins with the name in the link', () => {
    const name = '《云岭县林地管理办法（试行）》';
    const detail = pageOf(`<p>${name}已经县政府同意，现印发给你们。</p>${text}`, {
      headline: '<h1>关于印发《云岭县林地管理办法（试行）》的通知</h1>',
      linkText: name,
    });
    expect(detail?.title).toBe('关于印发《云岭县林地管理办法（试行）》的通知');
  });

  it('may be four characters, where the link that led here has the same', () => {
    const headline = '<td class="bt"><b>停电通知</b></td>';
    expect(pageOf(text, { headline, linkText: '停电通知' })?.title).toBe('停电通知');
    expect(pageOf(text, { headline, linkText: '通知公告' })?.title).toBe(unit);
  });

  it('is that of the list where the page has none but the name of the unit', () => {
    const detail = pageOf(text, { headline: '', linkText: '云岭县林地年度变更调查成果' });
    expect(detail?.title).toBe('云岭县林地年度变更调查成果');
    expect(detail?.provenance.title).toMatchObject({ source: 'list', certainty: 'likely' });
  });

  it('stays that of the title bar where nothing else is known', () => {
    expect(pageOf(text, { headline: '' })?.title).toBe(unit);
  });
});
