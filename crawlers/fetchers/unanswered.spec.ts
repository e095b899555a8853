import { describe, expect, it } from 'vitest';
import type { Fetched } from '../model.js';
import { isUnanswered } from './unanswered.js';

const answer = (body: string, outcome: Fetched['outcome'] = 'ok'): Fetched => ({
  outcome,
  finalUrl: 'http://www.yunling.example.gov.cn/api/list',
  redirects: [],
  status: 200,
  headers: { 'content-type': 'application/json' },
  body: Buffer.from(body),
  via: 'http',
  fetchedAt: '2026-03-01T00:00:00.000Z',
  note: null,
});

describe('what a page’s script asked for in vain', () => {
  it.each<[string, Fetched]>([
    ['the server stumbled', answer('', 'serverError')],
    ['no answer in time', answer('', 'timeout')],
    ['asked to slow down', answer('', 'rateLimited')],
    ['it says so itself', answer('{"code":500,"msg":"系统异常","data":null}')],
    ['a signature that is no longer good', answer('{"code":"401","msg":"签名已失效"}')],
  ])('%s', (_, told) => expect(isUnanswered(told)).toBe(true));

  it.each<[string, Fetched]>([
    ['an answer', answer('{"code":200,"data":{"rows":[]}}')],
    ['an error beside rows', answer('{"code":500,"rows":[{"title":"关于印发方案的通知"}]}')],
    ['no list', answer('{"total":500}')],
    ['what is not there', answer('', 'notFound')],
    ['a film that is not brought', answer('', 'notHtml')],
    ['what is no JSON', answer('{"code":500')],
    ['a page', answer('<html>500</html>')],
    ['nothing', answer('')],
  ])('not %s', (_, told) => expect(isUnanswered(told)).toBe(false));
});
