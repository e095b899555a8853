import { describe, expect, it } from 'vitest';
import { isArticleAddress, twinKey } from './article-address.js';
import { articleKey, resolveUrl, withoutPlace } from './urls.js';

describe('articleKey', () => {
  it('knows an address again whatever the order of its parameters', () => {
    const key = articleKey('http://www.yunling.example/show.php?nid=311&pid=1106&id=48012');
    expect(articleKey('http://www.yunling.example/show.php?id=48012&pid=1106&nid=311')).toBe(key);
    expect(articleKey('http://www.yunling.example/show.php?id=48013&pid=1106&nid=311')).not.toBe(key);
  });

  it('tells the routes of a single-page site apart, and knows each again', () => {
    const key = articleKey('https://www.yunling.example/#/detail?id=8&from=open');
    expect(articleKey('http://yunling.example/index.html#/detail?from=open&id=8')).toBe(key);
    expect(articleKey('https://www.yunling.example/#/detail?id=9&from=open')).not.toBe(key);
    expect(articleKey('https://www.yunling.example/#/')).toBe(articleKey('https://www.yunling.example/'));
    expect(articleKey('https://www.yunling.example/a.html#top')).toBe(articleKey('https://www.yunling.example/a.html'));
  });
});

describe('links of a single-page site', () => {
  it.each([
    ['#/detail?id=8', 'https://www.yunling.example/#/detail?id=8'],
    ['#!/list', 'https://www.yunling.example/#!/list'],
    ['index.html#/detail?id=8', 'https://www.yunling.example/index.html#/detail?id=8'],
    ['#top', null],
    ['/a.html#top', 'https://www.yunling.example/a.html'],
  ])('%s', (href, url) => expect(resolveUrl(href, 'https://www.yunling.example/#/open?node=3')).toBe(url));

  it('are other pages than the one they stand on', () => {
    expect(withoutPlace('https://www.yunling.example/#/a')).toBe('https://www.yunling.example/#/a');
    expect(withoutPlace('https://www.yunling.example/a#b')).toBe('https://www.yunling.example/a');
  });
});

describe('isArticleAddress', () => {
  it.each([
    ['https://www.yunling.example/#/read?id=1903909454390706939', true],
    ['https://www.yunling.example/html/#/policy/detail/12', true],
    ['https://www.yunling.example/#/list?cid=1021', false],
    ['https://www.yunling.example/#/open?node=2019', false],
  ])('%s', (url, expected) => expect(isArticleAddress(url)).toBe(expected));
});

describe('twinKey', () => {
  it.each([
    ['yunling.example/info/detail/30102?cid=zcjd', 'yunling.example/info/detail/30102'],
    ['yunling.example/m/zc/t20250301_9.html', 'yunling.example/zc/t20250301_9.html'],
    ['yunling.example/show.php?id=48012', 'yunling.example/show.php?id=48012'],
  ])('%s', (key, expected) => expect(twinKey(key)).toBe(expected));
});
