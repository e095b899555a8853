import { describe, expect, it } from 'vitest';
import type { Visit } from '#evidence';
import type { PageReading, ReadCapture } from './model.js';
import { readPage } from './read-page.js';
import { homeFact } from './shown-days.js';

const url = 'https://www.yunling.example/';
const visit: Visit = {
  as: 'home',
  columnKey: null,
  columnName: null,
  from: null,
  linkText: null,
  listPage: 1,
  depth: 0,
};

function capture(reading: PageReading | null, change: Partial<ReadCapture> = {}): ReadCapture {
  const fetchedAt = '2022-12-20T18:00:00Z';
  return {
    capture: 'home',
    url,
    finalUrl: url,
    fetchedAt,
    outcome: 'ok',
    visit,
    unrendered: false,
    reading,
    ...change,
  };
}

function homeOf(body: string): ReadCapture {
  const text = `<html><head><title>云岭县人民政府</title></head><body>${body}</body></html>`;
  return capture(readPage({ url, text, contentType: 'text/html', visit }, []));
}

describe('the days that a home page shows', () => {
  it('are those beside items, in addresses and without a year, and none of the greeting or the foot', () => {
    const home = homeOf(`
      <div>今天是2022年12月21日 星期三</div>
      <ul><li><a href="/a.html">全县经济工作会议召开</a><span>2022-12-01</span></li>
          <li><a href="/b.html">县政府常务会议研究民生实事</a><span>2022-11-20</span></li></ul>
      <ul><li><a href="/c.html">关于开展招聘的公告</a><span>[12-18]</span></li></ul>
      <a href="/xw/202212/t20221215_77.html">头条</a>
      <div class="footer">备案时间2022-12-20</div>`);
    expect(homeFact(home, [home])).toEqual({
      url,
      outcome: 'ok',
      capture: 'home',
      foot: { shown: [], hinted: [] },
      seenOn: '2022-12-21',
      shown: { days: ['2022-12-15', '2022-12-01', '2022-11-20'], dated: 2, short: ['12-18'], complete: true },
    });
  });

  it('hold those that its scripts asked for, and are not complete while an answer is missing', () => {
    const home = homeOf('<ul><li><a href="/a.html">会议召开</a><span>2022-12-01</span></li></ul>');
    const follow = [{ request: { url: `${url}data.json`, method: 'GET' as const }, as: 'data' as const }];
    const asking = { ...home, reading: { ...home.reading!, follow } };
    const items = [{ title: '公告', url: `${url}c.html`, publishedOn: '2022-12-19', documentNumber: null }];
    const list = { column: null, items, next: null, totalItems: null };
    const answer = capture(
      { ...home.reading!, list },
      { capture: 'data', url: `${url}data.json`, visit: { ...visit, as: 'data', from: url } },
    );
    expect(homeFact(asking, [asking])?.shown).toMatchObject({ days: ['2022-12-01'], complete: false });
    expect(homeFact(asking, [asking, answer])?.shown).toMatchObject({
      days: ['2022-12-19', '2022-12-01'],
      dated: 2,
      complete: true,
    });
    const silent = { ...answer, reading: { ...answer.reading!, list: null } };
    expect(homeFact(asking, [asking, silent])?.shown?.complete).toBe(false);
  });

  it('are nothing where the page could not be read', () => {
    expect(homeFact(null, [])).toBeNull();
    expect(homeFact(capture(null, { outcome: 'timeout' }), [])).not.toHaveProperty('shown');
    const home = homeOf('<ul><li><a href="/a.html">会议召开</a><span>2022-12-01</span></li></ul>');
    for (const change of [{ needsBrowser: true }, { challenged: true }, { softNotFound: true }])
      expect(homeFact({ ...home, reading: { ...home.reading!, ...change } }, [])).not.toHaveProperty('shown');
    expect(homeFact({ ...home, unrendered: true }, [])).not.toHaveProperty('shown');
  });

  it('are read quickly off a hostile page', () => {
    const text = `${'<a href="/2022/'.repeat(3000)}${'12-1 '.repeat(20_000)}<p>${'('.repeat(50_000)}1-1`;
    const before = process.cpuUsage().user / 1000;
    homeOf(text);
    expect(process.cpuUsage().user / 1000 - before).toBeLessThan(2000);
  });
});
