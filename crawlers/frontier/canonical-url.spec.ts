import { describe, expect, it } from 'vitest';
import { canonicalUrl, frontierKey } from './canonical-url.js';

describe('canonicalUrl', () => {
  const base = 'http://www.yunling.example/zwgk/index.html';
  it.each<[string, string | null]>([
    ['../a.html', 'http://www.yunling.example/a.html'],
    ['/a;jsessionid=1A2B!n1?id=3', 'http://www.yunling.example/a?id=3'],
    ['/a?JSESSIONID=1&id=3&utm_source=wx', 'http://www.yunling.example/a?id=3'],
    ['/a?PHPSESSID=1', 'http://www.yunling.example/a'],
    ['/a?a=1&a=2&b=&c', 'http://www.yunling.example/a?a=1&a=2&b=&c'],
    ['/政务?q=公开', 'http://www.yunling.example/%E6%94%BF%E5%8A%A1?q=%E5%85%AC%E5%BC%80'],
    ['/a?id=3&_=1756684800123', 'http://www.yunling.example/a?id=3'],
    ['/a?id=3&t=0.7304051928374651', 'http://www.yunling.example/a?id=3'],
    ['/a?id=3&timestamp=1756684800', 'http://www.yunling.example/a?id=3'],
    ['/a?t=1756684800', 'http://www.yunling.example/a?t=1756684800'],
    ['/a?t=2&r=37&random=x', 'http://www.yunling.example/a?t=2&r=37&random=x'],
    ['/a?id=1756684800123', 'http://www.yunling.example/a?id=1756684800123'],
    ['/a?time=1756684800', 'http://www.yunling.example/a?time=1756684800'],
    ['/a?sid=12&x=1', 'http://www.yunling.example/a?sid=12&x=1'],
    ['/a?sid=4f7a91c2b8e04d53a6f1&x=1', 'http://www.yunling.example/a?x=1'],
    ['/a?sessionId=4f7a91&x=1', 'http://www.yunling.example/a?x=1'],
    ['/(S(lit3py55t21z5v55vlm25s55))/list.aspx?page=2', 'http://www.yunling.example/list.aspx?page=2'],
    ['/zwgk/zwgk/zwgk/a.html', 'http://www.yunling.example/zwgk/zwgk/zwgk/a.html'],
    ['/zwgk/zwgk/zwgk/zwgk/a.html', null],
    ['/a/b/a/b/a/b/c.html', 'http://www.yunling.example/a/b/a/b/a/b/c.html'],
    ['/a/b/a/b/a/b/a/b/c.html', null],
    ['/1/1/1/1/1/c.html', 'http://www.yunling.example/1/1/1/1/1/c.html'],
    ['/a#top', 'http://www.yunling.example/a'],
    ['/gkmlpt/index#86', 'http://www.yunling.example/gkmlpt/index#86'],
    [
      '/gkmlpt/content/3/3643/post_3643634.html#86',
      'http://www.yunling.example/gkmlpt/content/3/3643/post_3643634.html',
    ],
    ['/#/list/2', 'http://www.yunling.example/#/list/2'],
    ['HTTP://WWW.YUNLING.EXAMPLE:80/a', 'http://www.yunling.example/a'],
    ['http://www.yunling.example./a', 'http://www.yunling.example/a'],
    ['javascript:void(0)', null],
    ['mailto:a@b.example', null],
    ['http://user:pass@www.yunling.example/', null],
    ['http://[', null],
    ['', null],
    [`/${'a'.repeat(3000)}`, null],
  ])('%s → %s', (href, expected) => expect(canonicalUrl(href, base)).toBe(expected));

  it.each([
    ['http://a.example/x', 'https://a.example/x', true],
    ['http://a.example/%e6%94', 'http://a.example/%E6%94', true],
    ['http://a.example/%7Ex', 'http://a.example/~x', true],
    ['http://a.example/x?', 'http://a.example/x', true],
    ['http://a.example/x?a=%26', 'http://a.example/x?a=&', false],
    ['http://a.example/x', 'http://a.example/X', false],
    ['http://a.example/content/mpost_4960402.html', 'http://a.example/content/post_4960402.html', true],
    ['http://a.example/content/post_1.html', 'http://a.example/content/post_2.html', false],
  ])('%s and %s are one visit: %s', (one, other, same) =>
    expect(frontierKey({ url: one, method: 'GET' }) === frontierKey({ url: other, method: 'GET' })).toBe(same),
  );

  it('tells posts apart by their body, also by their stored key', () => {
    const request = { url: 'http://a.example/x', method: 'POST', body: 'p=1' } as const;
    expect(frontierKey(request)).not.toBe(frontierKey({ ...request, body: 'p=2' }));
    expect(frontierKey('POST http://a.example/x p=1')).toBe(frontierKey(request));
  });
});
