import { describe, expect, it } from 'vitest';
import type { PageRequest } from '#evidence';
import { askedOf, withAsked } from './asked-requests.js';
import { askedHeader } from './own-headers.js';

const page = 'http://www.yunling.example.gov.cn/zcwj/';
const get: PageRequest = { url: 'http://www.yunling.example.gov.cn/api/list?p=1', method: 'GET' };
const post: PageRequest = {
  url: 'https://api.yunling.example.gov.cn/list',
  method: 'POST',
  body: '{"栏目":"政策文件"}',
  contentType: 'application/json',
  headers: { 'tenant-id': '000000' },
};

describe('the requests of a rendered page, kept in its headers', () => {
  it('come back as they were, and the header is plain ASCII', () => {
    const headers = withAsked({ 'content-type': 'text/html' }, [get, post]);
    expect(headers[askedHeader]).toMatch(/^[\x20-\x7e]+$/);
    expect(headers['content-type']).toBe('text/html');
    expect(askedOf(headers, page)).toEqual([get, post]);
  });

  it.each<[string, string | undefined]>([
    ['no header', undefined],
    ['no JSON', '[{'],
    ['no array', '{"url":"http://www.yunling.example.gov.cn/","method":"GET"}'],
    ['no requests', '[null,1,"x",[],{}]'],
    ['another method', '[{"url":"http://www.yunling.example.gov.cn/x","method":"DELETE"}]'],
    ['a foreign host', '[{"url":"http://www.foreign.example.com/x","method":"GET"}]'],
    ['no page of the web', '[{"url":"file:///etc/hosts","method":"GET"}]'],
    ['a body too long', `[{"url":"${get.url}","method":"POST","body":"${'x'.repeat(5000)}"}]`],
  ])('are none: %s', (_, value) => {
    expect(askedOf(value === undefined ? {} : { [askedHeader]: value }, page)).toEqual([]);
  });

  it('say how the rows of their answers are addressed, on the page’s own domain alone', () => {
    const ruled = (articles: string): PageRequest => ({ ...get, articles });
    const own = ruled('http://www.yunling.example.gov.cn/d?id={infoId}');
    expect(askedOf(withAsked({}, [own]), page)).toEqual([own]);
    for (const rule of [
      'http://www.foreign.example.com/d?id={id}',
      'http://{host}/d',
      'javascript:{id}',
      '/d?id={id}',
      '',
    ])
      expect(askedOf(withAsked({}, [ruled(rule)]), page)).toEqual([]);
  });

  it('are few', () => {
    const many = Array.from({ length: 90 }, (_, n) => ({ ...get, url: `${get.url}${n}` }));
    expect(askedOf(withAsked({}, many), page)).toHaveLength(50);
  });
});
