import { describe, expect, it } from 'vitest';
import { localFetcher, never, serve } from '../loopback-server.test.js';
import { probeAvailability } from './availability.probe.js';
import { probeLink } from './link.probe.js';

describe('is the home page there', () => {
  it('tells there, late and broken apart', async () => {
    const server = await serve({
      '/': '<p>云岭县</p>',
      '/slow': () => undefined,
      '/500': (_, response) => void response.writeHead(500).end(),
    });
    const fetcher = localFetcher();
    let instant = 1000;
    const now = () => (instant += 40);
    expect(await probeAvailability(`${server.origin}/`, fetcher, now)).toMatchObject({
      outcome: 'ok',
      tookMs: 40,
      note: null,
    });
    expect(await probeAvailability(`${server.origin}/slow`, fetcher, now, 50)).toMatchObject({
      outcome: 'timeout',
      note: '0.05 秒内没有打开',
    });
    expect(await probeAvailability(`${server.origin}/500`, fetcher, now)).toMatchObject({ outcome: 'serverError' });
    await fetcher.close();
    await server.close();
  });
});

describe('what a link has become', () => {
  it.each<[string, string, 'hijacked' | 'parked' | null]>([
    ['gambling', '<title>澳门新葡京</title><p>百家乐 真人娱乐 注册送彩金</p>', 'hijacked'],
    [
      'gambling only in the description',
      '<meta name="description" content="时时彩,北京赛车平台"><p>欢迎</p>',
      'hijacked',
    ],
    ['a warning against it', '<p>警方提醒：远离百家乐、时时彩等网络博彩，谨防诈骗，欢迎举报。</p>', null],
    ['one such word', '<p>关于规范彩票平台管理的通知。</p>', null],
    ['for sale', '<title>该域名出售</title><p>This domain is for sale</p>', 'parked'],
    ['a parent government', '<title>云岭市人民政府</title><p>政务公开</p>', null],
  ])('%s', async (_name, page, became) => {
    const server = await serve({ '/': page });
    const fetcher = localFetcher();
    const target = await probeLink(`${server.origin}/`, fetcher, never);
    expect(target).toMatchObject({ outcome: 'ok', became, movedHost: false });
    expect(target.words.length > 0).toBe(became !== null);
    await fetcher.close();
    await server.close();
  });
});
