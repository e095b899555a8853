import type { IncomingMessage, ServerResponse } from 'node:http';
import { describe, expect, it } from 'vitest';
import { localFetcher, never, serve } from '../loopback-server.test.js';
import { probeAvailability } from './availability.probe.js';
import type { Fetched } from '../model.js';
import { isAnother, lookAtTarget, readTarget } from './link.probe.js';

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
    const target = await lookAtTarget(`${server.origin}/`, fetcher, never);
    expect(target).toMatchObject({ outcome: 'ok', became });
    expect(target.words.length > 0).toBe(became !== null);
    await fetcher.close();
    await server.close();
  });

  it('asks for a file by its head, and for more only where that does not say that it is there', async () => {
    const asked: string[] = [];
    const note =
      (status: number, type: string) =>
      ({ method, url }: IncomingMessage, response: ServerResponse): void => {
        asked.push(`${method} ${url}`);
        response.writeHead(method === 'HEAD' ? status : 200, { 'content-type': type }).end('<p>云岭县</p>');
      };
    const server = await serve({
      '/a.pdf': note(200, 'application/pdf'),
      '/b.doc': note(405, 'text/html'),
      '/c.zip': note(200, 'text/html'),
      '/d.xls': (_, response) => void response.writeHead(404).end(),
    });
    const fetcher = localFetcher();
    const look = (path: string) => lookAtTarget(`${server.origin}${path}`, fetcher, never);
    const outcomes = [];
    for (const path of ['/a.pdf', '/b.doc', '/c.zip', '/d.xls']) outcomes.push((await look(path)).outcome);
    expect(outcomes).toEqual(['ok', 'ok', 'ok', 'notFound']);
    expect(asked).toEqual(['HEAD /a.pdf', 'HEAD /b.doc', 'GET /b.doc', 'HEAD /c.zip', 'GET /c.zip']);
    await fetcher.close();
    await server.close();
  });

  it.each<[string, Partial<Parameters<typeof isAnother>[1]>, string, string, boolean]>([
    ['another title than before', { earlierTitle: '云岭房产信息网' }, '', '快乐生活美食家', true],
    ['another, but as the link says', { earlierTitle: '云岭房产信息网', text: '美食家' }, '', '快乐生活美食家', false],
    ['renamed in part', { earlierTitle: '云岭房产信息网' }, '', '云岭住房保障中心', false],
    ['unlike its link, where it stands', { text: '县住房公积金' }, '', '快乐生活美食', false],
    ['unlike its link, elsewhere', { text: '县住房公积金' }, 'http://shop.example.org/', '快乐生活美食', true],
    ['like its link, elsewhere', { text: '县住房公积金' }, 'http://gjj.example.org/', '公积金中心', false],
    ['elsewhere, at a government', { text: '县住房公积金' }, 'http://www.yunling.gov.cn/', '快乐生活美食', false],
    ['a title in Latin letters', { text: '县住房公积金' }, 'http://shop.example.org/', 'Welcome to nginx', false],
  ])('a title that is %s', (_name, asked, finalUrl, title, expected) => {
    const url = 'http://www.fangchan.example/';
    const body = new TextEncoder().encode(`<title>${title}</title><p>欢迎</p>`);
    const answer = { ...answered, finalUrl: finalUrl || url, body };
    expect(isAnother(readTarget(url, answer), { text: '', earlierTitle: null, ...asked })).toBe(expected);
  });

  it('reads hostile pages in time that grows with them', () => {
    const judge = (text: string) =>
      readTarget('http://www.fangchan.example/', { ...answered, body: new TextEncoder().encode(text) });
    const pieces = [
      '<script ',
      '<meta content ',
      '<title',
      '<',
      '<style>',
      '<meta content="',
      '<script></scrip',
      '百家乐',
    ];
    const begun = process.cpuUsage();
    for (const piece of pieces) judge(piece.repeat(Math.ceil(400_000 / piece.length)));
    // Of the processor, and where it were squared, minutes.
    expect(process.cpuUsage(begun).user).toBeLessThan(8_000_000);
  });
});

const answered: Fetched = {
  outcome: 'ok',
  finalUrl: '',
  redirects: [],
  status: 200,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: new Uint8Array(),
  via: 'http',
  fetchedAt: '2026-03-02T02:00:00.000Z',
  note: null,
};
