import { describe, expect, it } from 'vitest';
import type { Visit } from '#evidence';
import type { ReadCapture } from './model.js';
import { readPage } from './read-page.js';
import { siteGuides } from './site-guides.js';

const visit: Visit = {
  as: 'column',
  columnKey: 'guide',
  columnName: '政府信息公开指南',
  from: null,
  linkText: '政府信息公开指南',
  listPage: 1,
  depth: 1,
};
const url = 'https://www.yunling.example/zn.html';
const long = '<p>为方便公民、法人和其他组织获取政府信息，云岭县财政局编制本指南，每年更新一次。</p>'.repeat(8);

function page(body: string, change: Partial<Visit> = {}, rest: Partial<ReadCapture> = {}): ReadCapture {
  const text = `<title>云岭县财政局</title><div class="crumb">当前位置：首页 > 政府信息公开指南</div><h1>政府信息公开指南</h1><div class="TRS_Editor">${body}</div>`;
  const at = { ...visit, ...change };
  const reading = readPage({ url, text, contentType: 'text/html', visit: at }, []);
  const times = { fetchedAt: '2022-12-20T18:00:00Z', outcome: 'ok' as const, unrendered: false };
  return { capture: 'guide', url, finalUrl: url, ...times, visit: at, reading, ...rest };
}

describe('the guides of a site', () => {
  it('are found through their column, or by their title', () => {
    const text = `${long}<p>联系电话：0999-1234560</p>`;
    expect(siteGuides([page(text)])).toMatchObject([{ url, found: ['联系电话'], unread: null, capture: 'guide' }]);
    expect(siteGuides([page(text, { as: 'detail', columnKey: null, columnName: null })])).toHaveLength(1);
  });

  it.each<[string, string, RegExp]>([
    ['short', '<p>指南见下图。</p><p><img src="/zn.jpg" width="900"></p>', /文字很少/],
    ['the guide is a file', `${long}<p><a href="/zn.pdf">云岭县财政局政府信息公开指南.pdf</a></p>`, /附/],
  ])('say why not all of it was read: %s', (_, body, why) => {
    expect(siteGuides([page(body)])[0]?.unread).toMatch(why);
  });

  it.each<[string, ReadCapture]>([
    ['not rendered', page(long, {}, { unrendered: true })],
    ['not read', page(long, {}, { outcome: 'timeout', reading: null })],
  ])('are none that were %s', (_, capture) => {
    expect(siteGuides([capture])).toEqual([]);
  });

  it('are no guides to services', () => {
    const about = page(long, { as: 'detail', columnKey: 'service', columnName: '办事指南', linkText: '办事指南' });
    const text = about.reading!;
    const named = { ...text, title: '办事指南', columnName: null, kind: 'guide' as const };
    expect(siteGuides([{ ...about, reading: { ...named, detail: { ...text.detail!, title: '办事指南' } } }])).toEqual(
      [],
    );
  });
});
