import { describe, expect, it } from 'vitest';
import type { Visit } from '#evidence';
import { assembleSite, type ColumnKey, readPage, type ReadCapture } from './index.js';

const host = 'https://www.yunling.example.gov.cn';

/** Each page twice: with all that its scripts asked for, and with something of it that did not come. */
const both = (paths: (unanswered: boolean) => ReadCapture[]) =>
  [false, true].map((unanswered) => assembleSite(paths(unanswered)));

function capture(path: string, inside: string, more: Partial<Visit>, unanswered = false): ReadCapture {
  const visit: Visit = {
    ...{ as: 'column', columnKey: null, columnName: null, from: `${host}/` },
    ...{ linkText: null, listPage: 1, depth: 1, ...more },
  };
  const url = host + path;
  const text = `<html><body>${inside}</body></html>`;
  const told = unanswered ? { unanswered: true as const } : {};
  const reading = readPage({ url, text, contentType: 'text/html', visit, ...told }, []);
  return {
    ...{ capture: `capture of ${url}`, url, finalUrl: url, fetchedAt: '2026-06-30T00:00:00Z' },
    ...{ outcome: 'ok', visit, unrendered: false, reading },
  };
}

const menu = '<div class="nav"><a href="/zcwj/">政策文件</a><a href="/zcjd/">政策解读</a></div>';
const home = (unanswered = false) => capture('/', menu, { as: 'home', depth: 0 }, unanswered);
const statesOf = (key: ColumnKey, sites: ReturnType<typeof both>) =>
  sites.map(({ columns }) => {
    const { state, itemCount } = columns.find((one) => one.key === key)!;
    return state === 'found' ? itemCount : state;
  });

describe('a page of which some data did not come', () => {
  it('proves no column missing that it does not name', () => {
    expect(
      statesOf(
        'guide',
        both((unanswered) => [home(unanswered)]),
      ),
    ).toEqual(['missing', 'unread']);
  });

  it('proves no column empty, and is still read where it has rows', () => {
    const column = (inside: string) =>
      statesOf(
        'policy',
        both((unanswered) => [home(), capture('/zcwj/', inside, { columnKey: 'policy' }, unanswered)]),
      );
    expect(column('<h2>政策文件</h2>')).toEqual([0, 'unread']);
    const rows = [1, 2, 3].map((n) => `<li><a href="/d/${n}.html">关于第${n}号事项的通知</a> 2026-03-0${n}</li>`);
    expect(column(`<ul>${rows.join('')}</ul>`)).toEqual([3, 3]);
  });

  it('says nothing by what an article lacks: number, other forms, links', () => {
    const policy = '云岭县人民政府关于印发林地管理办法的通知';
    const words = `<p>${'为加强林地保护，办法明确了使用林地的条件和程序。'.repeat(20)}</p>`;
    const article = (title: string, more = '') => `<h1>${title}</h1><div class="TRS_Editor">${words}${more}</div>`;
    const sites = both((unanswered) => [
      home(),
      capture('/d/1.html', article(policy), { as: 'detail', columnKey: 'policy', linkText: policy }, unanswered),
      capture(
        '/j/1.html',
        article(`《林地管理办法》政策解读`, `<p>解读的文件：<a href="/d/1.html">${policy}</a></p>`),
        { as: 'detail', columnKey: 'interpretation', linkText: '《林地管理办法》政策解读' },
        unanswered,
      ),
    ]);
    expect(sites.map(({ documents }) => documents.find(({ kind }) => kind === 'document')?.doubts)).toEqual([
      undefined,
      expect.arrayContaining([{ field: 'documentNumber', why: '页面没有，而页面请求的数据有的没有取到' }]) as unknown,
    ]);
    expect(sites.map(({ interpretations: [one] }) => [one?.formats, one?.linkedFromPolicy, one?.linksUnread])).toEqual([
      [['text'], false, undefined],
      [[], false, true],
    ]);
  });
});
