import { describe, expect, it } from 'vitest';
import { type PageText, readPage } from './index.js';

const url = 'https://www.yunling.example.gov.cn/zfxxgk/xzfwj/';
const rows = [1, 2, 3, 4].map(
  (n) => `<li><a href="/p1/202605${n}0.html">云岭县人民政府关于第${n}件事的通知</a><span>2026-05-0${n}</span></li>`,
);

function listsFollowed(tabs: string, visit: Partial<PageText['visit']> = {}, address = url): string[] {
  const origin = { columnKey: null, columnName: '县政府文件', from: null, linkText: null, listPage: 1, depth: 2 };
  const text = `<html><body><div class="tabs">${tabs}</div><ul>${rows.join('')}</ul></body></html>`;
  const page = { url: address, text, contentType: 'text/html', visit: { as: 'column' as const, ...origin, ...visit } };
  return readPage(page, []).follow.flatMap(({ request, as }) => (as === 'list' ? [request.url] : []));
}

describe('tabs of a column', () => {
  it('leads to the lists of other years beside or below it', () => {
    const tabs =
      '<a href="/zfxxgk/xzfwj/2026/" class="on">2026年</a><a href="/zfxxgk/xzfwj/2025/">2025年</a><a href="2024/">2024</a>';
    expect(listsFollowed(tabs, {}, `${url}2026/`)).toEqual([`${url}2025/`, `${url}2026/2024/`]);
  });

  it('asks what the empty panels of its tabs ask a script for', () => {
    const panels =
      '<section role="tabpanel" hidden data-lazy="/api/page?channel=qtwj&page=1"><ul></ul></section>' +
      '<section role="tabpanel" data-lazy="/api/page?channel=gfxwj&page=1"><p>云岭县规范性文件</p></section>' +
      '<div data-src="https://elsewhere.example/api?n=1"></div><div data-theme="/blue"></div>';
    const page = {
      url,
      text: `<html><body><ul>${rows.join('')}</ul>${panels}</body></html>`,
      contentType: 'text/html',
    };
    const from = { columnKey: null, columnName: null, from: null, linkText: null, listPage: 1, depth: 2 };
    const { follow } = readPage({ ...page, visit: { as: 'column', ...from } }, []);
    expect(follow.flatMap(({ request, as }) => (as === 'data' ? [request.url] : []))).toEqual([
      'https://www.yunling.example.gov.cn/api/page?channel=qtwj&page=1',
    ]);
  });

  it('leads to the forms of a column of interpretations, and of no other', () => {
    const tabs = '<a href="/zcjd/wz/">文字解读</a><a href="/zcjd/tj/">图解政策</a><a href="/zcjd/st/">音频视频</a>';
    const here = 'https://www.yunling.example.gov.cn/zcjd/';
    const below = ['wz', 'tj', 'st'].map((name) => `${here}${name}/`);
    expect(listsFollowed(tabs, { columnKey: 'interpretation' }, here)).toEqual(below);
    expect(listsFollowed(tabs, { columnKey: 'interpretation' }, `${here}wz/`)).toEqual(below.slice(1));
    expect(listsFollowed(tabs, { columnKey: 'topic' }, here)).toEqual([]);
  });

  it('leads to the rest of panels that tabs name, each from its own “更多”', () => {
    const here = 'https://www.yunling.example.gov.cn/zcjd/subpage.html';
    const names = { wz: '文字解读', tp: '图片解读', wd: '部门问答', gg: '通知公告' };
    const bar = Object.entries(names).map(([id, name]) => `<li data-target="t${id}">${name}</li>`);
    const panels = Object.keys(names).map(
      (id, n) =>
        `<div id="t${id}"${n ? ' style="display:none"' : ''}><ul>${rows.join('').replaceAll('/p1/', `/${id}/`)}</ul><a href="/zcjd/${id}/list.html">更多&gt;&gt;</a></div>`,
    );
    const tabs = `<ul>${bar.join('')}</ul>${panels.join('')}`;
    expect(listsFollowed(tabs, { columnKey: 'interpretation', columnName: '政策解读' }, here)).toEqual(
      ['wz', 'tp', 'wd'].map((id) => `https://www.yunling.example.gov.cn/zcjd/${id}/list.html`),
    );
    expect(listsFollowed(tabs.replace(/data-target/g, 'data-x'), { columnKey: 'interpretation' }, here)).toEqual([]);
  });

  it.each([
    ['a year of another column', '<a href="/ndbg/2024/">2024年</a>'],
    ['another site', '<a href="https://www.qinghe.example.gov.cn/zfxxgk/xzfwj/2024/">2024年</a>'],
    ['a row of the list', '<ul><li><a href="/zfxxgk/xzfwj/2024/">2024</a><span>2026-01-01</span></li></ul>'],
    ['the footer', '<div class="footer"><a href="/zfxxgk/xzfwj/2024/">2024</a></div>'],
  ])('does not lead to %s', (_, tabs) => {
    expect(listsFollowed(tabs)).toEqual([]);
  });
});
