import { describe, expect, it } from 'vitest';
import type { PageRequest } from '#evidence';
import type { ListReading } from '#facts';
import { nextByQuery, withoutPageNumber } from './page-query.js';

const url = 'http://www.yunling.example.gov.cn/api/list';
const list = (count: number, totalItems: number | null): ListReading => ({
  column: null,
  items: Array.from({ length: count }, (_, n) => ({
    title: `第${n}号`,
    url: `${url}/${n}`,
    publishedOn: null,
    documentNumber: null,
  })),
  next: null,
  totalItems,
});
const get = (query: string): PageRequest => ({ url: `${url}?${query}`, method: 'GET' });
const json = (body: unknown): PageRequest => ({ url, method: 'POST', body: JSON.stringify(body) });
const form = (body: string): PageRequest => ({ url, method: 'POST', body });

describe('nextByQuery', () => {
  it.each<[string, PageRequest, PageRequest | null]>([
    [
      'a number within posted JSON',
      json({ q: { id: 7 }, page: { current: 1, size: 4 } }),
      json({ q: { id: 7 }, page: { current: 2, size: 4 } }),
    ],
    ['a number that is a string there', json({ q: { pageNo: '1' } }), json({ q: { pageNo: '2' } })],
    ['an offset in posted JSON', json({ from: 0, limit: 4 }), json({ from: 4, limit: 4 })],
    [
      'JSON in a field of a form',
      form('param=%7B%22pageIndex%22%3A1%7D&a=1'),
      form('param=%7B%22pageIndex%22%3A2%7D&a=1'),
    ],
    ['JSON in an address', get('q=%7B%22page%22%3A1%7D'), get('q=%7B%22page%22%3A2%7D')],
    ['JSON without any number', json({ unit: 'a' }), null],
    ['no JSON after all', form('{"page":1'), null],
  ])('%s', (_, request, next) => expect(nextByQuery(request, list(4, 10), null)).toEqual(next));

  it('takes a counter only where the answer calls its page the same', () => {
    expect(nextByQuery(get('id=1&n=1&s=4'), list(4, 10), null, { name: 'pageNo', number: 1 })).toEqual(
      get('id=1&n=2&s=4'),
    );
    expect(nextByQuery(get('id=1&n=9&s=4'), list(4, 10), null)).toBeNull();
    expect(nextByQuery(get('id=1&n=1&s=4'), list(4, 4), null, { name: 'pageNo', number: 1 })).toBeNull();
  });
});

describe('withoutPageNumber', () => {
  it('is the same for the pages of one list, and differs between lists', () => {
    const of = (channel: string, page: number): string =>
      withoutPageNumber(form(`channel=${channel}&pageNum=${page}&pageSize=6`));
    expect(of('a', 1)).toBe(of('a', 7));
    expect(of('a', 1)).not.toBe(of('b', 1));
  });
});
