import { describe, expect, it } from 'vitest';
import { readPage } from './index.js';

const title = '关于做好2026年主汛期防御工作的通知';
const line = '2026-06-22 10:14:26&nbsp;&nbsp;&nbsp;来源：本站&nbsp;&nbsp;&nbsp;点击：<span id="hits"></span>';
const text =
  '<div class="content"><p>各乡镇水利站：</p><p>为做好主汛期防御工作，请各单位落实责任，做好监测预警和转移避险。</p></div>';

function titleOf(heading: string, tag: string | null = title): string | null {
  const meta = tag === null ? '' : `<meta name="ArticleTitle" content="${tag}">`;
  return readPage(
    {
      url: 'https://www.yunling.example.gov.cn/show-12-902-1.html',
      text: `<html><head>${meta}</head><body>${heading}${text}</body></html>`,
      contentType: 'text/html',
      visit: { as: 'detail', columnKey: null, columnName: null, from: null, linkText: null, listPage: 1, depth: 2 },
    },
    [],
  ).title;
}

describe('the line of information within the heading is no part of the title', () => {
  it.each([
    ['below it', `<h1>${title}<br /><span>${line}</span></h1>`],
    ['behind it', `<h1>${title}<span>${line}</span></h1>`],
    ['with labels', `<h1>${title}<br /><span>发布时间：2026-06-22 更新时间：2026-06-25 来源：本站</span></h1>`],
    ['by its source alone', `<h1>${title}<br /><span>来源：县防汛办　作者：佚名</span></h1>`],
    ['in an element that is called a title', `<div class="title">${title}<br />${line}</div>`],
  ])('%s', (_, heading) => {
    expect(titleOf(heading)).toBe(title);
    expect(titleOf(heading, null)).toBe(title);
  });

  it.each([
    ['a title of two lines', '<h1>云岭县水务局<br />关于做好防御工作的通知</h1>', '云岭县水务局关于做好防御工作的通知'],
    ['a title that begins with a day', '<h1>2026年6月22日停水通告</h1>', '2026年6月22日停水通告'],
    ['a day within it', '<h1>云岭县<span>2026年6月22日</span>停水通告</h1>', '云岭县2026年6月22日停水通告'],
    ['a source within it', '<h1>云岭县水资源<span>来源</span>调查公告</h1>', '云岭县水资源来源调查公告'],
  ])('but %s stays whole', (_, heading, whole) => {
    expect(titleOf(heading, null)).toBe(whole);
  });
});
