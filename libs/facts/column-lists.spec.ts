import { describe, expect, it } from 'vitest';
import { isComplete } from './column-lists.js';
import type { ListReading, PageReading, ReadCapture } from './model.js';

const site = 'https://www.yunling.example';

function listOf(path: string, rows: number[], list: Partial<ListReading> = {}): ReadCapture {
  const items = rows.map((n) => ({
    title: `通知${n}`,
    url: `${site}/${n}.html`,
    publishedOn: null,
    documentNumber: null,
  }));
  const reading = { list: { column: null, items, next: null, totalItems: null, ...list }, follow: [] };
  return {
    capture: path,
    url: site + path,
    finalUrl: site + path,
    fetchedAt: '2026-06-30T00:00:00Z',
    outcome: 'ok',
    visit: { as: 'list', columnKey: 'policy', columnName: null, from: null, linkText: null, listPage: 1, depth: 1 },
    unrendered: false,
    reading: reading as unknown as PageReading,
  };
}

describe('isComplete', () => {
  const shown = [1, 2, 3];

  it.each([
    ['as many rows as the list counts', [listOf('/', shown, { totalItems: 3 })], true],
    ['fewer rows than it counts', [listOf('/', shown, { totalItems: 5 })], false],
    [
      'the same rows twice, as shown and as answered',
      [listOf('/', shown, { totalItems: 5 }), listOf('/data', shown, { totalItems: 5 })],
      false,
    ],
    ['rows of two pages', [listOf('/', shown, { totalItems: 5 }), listOf('/2', [4, 5], { totalItems: 5 })], true],
    ['a rest that nobody knows', [listOf('/', shown, { restUnknown: true })], false],
    ['a next page that was not read', [listOf('/', shown, { next: { url: `${site}/2`, method: 'GET' } })], false],
  ])('%s', (_, lists, expected) => {
    expect(isComplete(lists, lists)).toBe(expected);
  });
});
