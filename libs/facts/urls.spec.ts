import { describe, expect, it } from 'vitest';
import { twinKey } from './article-address.js';
import { articleKey } from './urls.js';

describe('articleKey', () => {
  it('knows an address again whatever the order of its parameters', () => {
    const key = articleKey('http://www.yunling.example/show.php?nid=311&pid=1106&id=48012');
    expect(articleKey('http://www.yunling.example/show.php?id=48012&pid=1106&nid=311')).toBe(key);
    expect(articleKey('http://www.yunling.example/show.php?id=48013&pid=1106&nid=311')).not.toBe(key);
  });
});

describe('twinKey', () => {
  it.each([
    ['yunling.example/info/detail/30102?cid=zcjd', 'yunling.example/info/detail/30102'],
    ['yunling.example/m/zc/t20250301_9.html', 'yunling.example/zc/t20250301_9.html'],
    ['yunling.example/show.php?id=48012', 'yunling.example/show.php?id=48012'],
  ])('%s', (key, expected) => expect(twinKey(key)).toBe(expected));
});
