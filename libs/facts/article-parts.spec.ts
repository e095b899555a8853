import { describe, expect, it } from 'vitest';
import type { FetchOutcome, Visit } from '#evidence';
import { isNextPart } from './article-parts.js';
import { assembleSite, readPage, type ReadCapture } from './index.js';

const host = 'https://www.yunling.example.gov.cn';
const title = '云岭县人民政府关于印发云岭县突发事件总体应急预案的通知';
const prose = '<p>为提高保障公共安全和处置突发事件的能力，制定本预案，请结合实际认真组织实施。</p>';
const signed = '<p align="right">云岭县人民政府</p><p align="right">二〇二三年六月五日</p>';

function capture(path: string, body: string, listPage = 1, outcome: FetchOutcome = 'ok'): ReadCapture {
  const visit: Visit = {
    as: 'detail',
    columnKey: 'policy',
    columnName: '政策文件',
    from: host,
    linkText: title,
    listPage,
    depth: 2,
  };
  const url = host + path;
  const reading = readPage({ url, text: `<html><body>${body}</body></html>`, contentType: 'text/html', visit }, []);
  const of = { capture: url, url, finalUrl: url, fetchedAt: '2026-06-30T00:00:00Z', visit, unrendered: false };
  return { ...of, outcome, reading: outcome === 'ok' ? reading : null };
}

const article = (text: string, pager = '') =>
  `<h1>${title}</h1><p>发布时间：2023-06-13　来源：县政府办</p><div id="zoom">${text}${pager}</div>`;
const number = '<p align="center">云政发〔2023〕11号</p>';
const pager = (...links: string[]) => `<p align="center">${links.join(' ')}</p>`;
const to = (n: number, words: string) => `<a href="/show.asp?id=7&page=${n}">${words}</a>`;
const first = capture(
  '/show.asp?id=7',
  article(number + prose.repeat(3), pager('<b>[1]</b>', to(2, '[2]'), to(2, '下一页'))),
);
const file = '<p><a href="/f/1.doc">附件1.doc</a></p>';
const second = (outcome: FetchOutcome = 'ok') =>
  capture('/show.asp?id=7&page=2', article(prose + signed + file, pager(to(1, '上一页'), '<b>[2]</b>')), 2, outcome);

describe('an article of several pages', () => {
  it('leads to its next page', () => {
    expect(first.reading?.follow).toEqual([
      { request: { url: `${host}/show.asp?id=7&page=2`, method: 'GET' }, as: 'detail' },
    ]);
    expect(second().reading?.follow).toEqual([]);
  });

  it('is one document: number from the first page, signature and files from the last', () => {
    for (const captures of [
      [first, second()],
      [second(), first],
    ]) {
      const { documents } = assembleSite(captures);
      expect(documents).toHaveLength(1);
      expect(documents[0]).toMatchObject({
        url: `${host}/show.asp?id=7`,
        documentNumber: '云政发〔2023〕11号',
        issuedOn: { on: '2023-06-05', source: 'signature' },
        attachments: [{ url: `${host}/f/1.doc` }],
      });
      expect(documents[0]!.doubts).toBeUndefined();
    }
  });

  it('is in doubt where a page was not read, and its later page alone is no document', () => {
    for (const captures of [[first], [first, second('timeout')]]) {
      const [document] = assembleSite(captures).documents;
      expect(document?.issuedOn).toBeNull();
      expect(document?.doubts?.map(({ field }) => field)).toContain('issuedOn');
    }
    expect(assembleSite([second()]).documents).toEqual([]);
  });

  it('takes no number from a later page, and nothing from the page of another title', () => {
    const bare = capture('/show.asp?id=7', article(prose.repeat(3), pager('<b>[1]</b>', to(2, '[2]'))));
    const cited = capture('/show.asp?id=7&page=2', article(`<p align="center">云政发〔2019〕3号</p>${signed}`), 2);
    expect(assembleSite([bare, cited]).documents[0]).toMatchObject({
      documentNumber: null,
      issuedOn: { on: '2023-06-05' },
    });
    const foreign = article(prose + signed).replaceAll(title, '云岭县人民政府关于做好防汛工作的通知');
    const other = capture('/show.asp?id=7&page=2', foreign, 2);
    expect(assembleSite([bare, other]).documents[0]?.issuedOn).toBeNull();
  });

  it('stays the record of a press conference, though a later page has few who speak', () => {
    const named = '云岭县2026年水旱灾害防御工作新闻发布会实录';
    const say = (who: string, words: string) => `<p><strong>${who}：</strong>${words}</p>`;
    const page = (inside: string) => article(inside).replaceAll(title, named);
    const opens = page(
      say('主持人', '各位记者朋友，大家上午好！欢迎出席新闻发布会。') +
        say(
          '县水利局负责人',
          '今年我县共落实防汛责任人412名，完成水库汛前检查38座，各项准备工作已经就绪，隐患都已整改。',
        ) +
        pager('<b>[1]</b>', to(2, '[2]')),
    );
    const goesOn = page(
      say('县水利局负责人', '各水库一律按批准的汛限水位运行，实行专人值守、逐库调度，确保安全度汛。').repeat(4),
    );
    const captures = [capture('/show.asp?id=7', opens), capture('/show.asp?id=7&page=2', goesOn, 2)].map((one) => ({
      ...one,
      visit: { ...one.visit, columnKey: 'interpretation', columnName: '政策解读', linkText: named },
    }));
    expect(assembleSite(captures).interpretations.map(({ formats }) => formats)).toEqual([['press-conference']]);
  });

  it.each([
    ['show.asp?id=7&page=2', 'show.asp?id=7', 1, true],
    ['show.asp?page=3&id=7', 'show.asp?id=7&page=2', 2, true],
    ['t20230613_7_1.html', 't20230613_7.html', 1, true],
    ['t20230613_7_2.html', 't20230613_7_1.html', 2, true],
    ['7-2.htm', '7.htm', 1, true],
    ['show-12-896-2.html', 'show-12-896-1.html', 1, true],
    ['show-12-896-3.html', 'show-12-896-2.html', 2, true],
    ['show-12-897-1.html', 'show-12-896-1.html', 1, false],
    ['show-12-8.html', 'show-12-7.html', 1, false],
    ['show.asp?id=8', 'show.asp?id=7', 1, false],
    ['show.asp?id=8&page=2', 'show.asp?id=7', 1, false],
    ['show.asp?id=7&page=1', 'show.asp?id=7&page=2', 2, false],
    ['show.asp?id=7&page=9', 'show.asp?id=7', 1, false],
    ['t20230613_8.html', 't20230613_7.html', 1, false],
    ['7_12.html', '7.html', 1, false],
    ['https://other.example/7_1.html', '7.html', 1, false],
  ])('has %s after %s on page %i: %s', (next, own, page, is) => {
    expect(isNextPart(new URL(next, `${host}/`).href, `${host}/${own}`, page)).toBe(is);
  });
});

describe('an article whose text stands in a frame', () => {
  const frame = (src: string) => `<iframe src="${src}" width="100%"></iframe>`;
  const shell = (inside: string) =>
    `<table><tr><th>索引号：</th><td>YL001-2023-00011</td><th>生成日期：</th><td>2023-06-05</td></tr><tr><th>发布日期：</th><td>2023-06-13</td><th>文号：</th><td>云政发〔2023〕11号</td></tr></table><h1>${title}</h1><div id="zoom">${inside}</div>`;

  it('has the files of the frame', () => {
    const page = capture('/a/7.html', shell(frame('/inc/content.aspx?id=7')));
    const text = capture('/inc/content.aspx?id=7', `<div class="content">${prose.repeat(3)}${file}</div>`, 2);
    const { documents } = assembleSite([page, text]);
    expect(documents).toHaveLength(1);
    expect(documents[0]).toMatchObject({ url: `${host}/a/7.html`, attachments: [{ url: `${host}/f/1.doc` }] });
  });

  it.each([
    ['a file', shell(frame('/f/1.pdf'))],
    ['a film', shell(frame('/video/7.html'))],
    ['what an animation is shown in', shell(frame('/dm/7.html')).replaceAll(title, `【动漫解读】${title}`)],
    ['another host', shell(frame('https://other.example/7.html'))],
    ['a page with a text of its own', shell(prose.repeat(3) + frame('/inc/content.aspx?id=7'))],
  ])('is not: %s', (_, html) => {
    expect(capture('/a/7.html', html).reading?.follow.filter(({ as }) => as === 'detail')).toEqual([]);
  });
});
