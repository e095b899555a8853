import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { siteId, type CaptureRow, type OrganisationRow } from '#database';
import { BadInput, printOpenHours, readSettings } from '#kernel';
import {
  allowHost,
  crawlRound,
  hostNotices,
  openHouse,
  resumeHost,
  revokeHost,
  setHost,
  viewHosts,
  type House,
  type RoundResult,
} from '#operations';
import { organisation } from './support/invented.js';
import { temporaryPlace, type TemporaryPlace } from './support/temporary-database.js';

let web: Server;
let house: House;
let place: TemporaryPlace;
let unit: OrganisationRow;
let host: string;
const asked: string[] = [];
const by = { author: '甲科', reason: '网站管理单位来函同意' };
const dayMinutes = 24 * 60;

const page = (body: string) =>
  `<html><head><meta charset="utf-8"><title>云岭县水务局</title></head><body>${body}</body></html>`;
const answers: Record<string, [status: number, body: string]> = {
  '/robots.txt': [200, 'User-agent: *\nDisallow: /zcwj/\nDisallow: /tzgg/\n'],
  '/': [
    200,
    page(
      '<div class="nav"><a href="/zcwj/">政策文件</a><a href="/tzgg/">通知公告</a><a href="/gkzn/">公开指南</a></div><p>欢迎访问</p>',
    ),
  ],
  '/zcwj/': [
    200,
    page('<ul><li><a href="/zcwj/1.html">关于做好补助发放工作的通知</a><span>2026-06-01</span></li></ul>'),
  ],
  '/gkzn/': [412, ''],
};

beforeAll(async () => {
  place = await temporaryPlace();
  web = createServer((request, response) => {
    asked.push(request.url ?? '');
    const [status, text] = answers[request.url ?? ''] ?? [404, 'not found'];
    response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' }).end(text);
  });
  await new Promise<void>((done) => web.listen(0, '127.0.0.1', done));
  host = `127.0.0.1:${(web.address() as AddressInfo).port}`;
  const settings = { MINGJING_CONTACT: '0931-0000000', MINGJING_ADDRESSES: '203.0.113.7', MINGJING_INTERVAL_MS: '5' };
  house = await openHouse(readSettings({ ...place.settings, MINGJING_NO_BROWSER: '1', ...settings }));
  [unit] = (await house.organisations.importOrganisations([
    organisation('云岭县水务局', { site: `http://${host}/`, sample: false }),
  ])) as [OrganisationRow];
});

afterAll(async () => {
  await house?.close();
  web?.close();
  await place?.remove();
});

const crawl = (more: { noWait?: boolean; onClosed?: () => void; full?: boolean } = {}): Promise<RoundResult> =>
  crawlRound(house, {
    units: [unit],
    full: false,
    allowNetworks: '127.0.0.1/32',
    signal: new AbortController().signal,
    ...more,
  });

async function captureOf({ round }: RoundResult, path: string): Promise<CaptureRow | undefined> {
  for await (const capture of house.evidence.captures(round, siteId(unit.site!)))
    if (new URL(capture.request.url).pathname === path) return capture;
  return undefined;
}

describe('hosts by the rules of persons', () => {
  it('refuses what makes no sense, all of it at once', async () => {
    const now = house.clock.now();
    const wrong = setHost(
      house,
      { host: '', hours: '夜里', interval: '-1', perHost: '99', author: '', reason: 'x' },
      now,
    );
    await expect(wrong).rejects.toThrow(BadInput);
    await expect(wrong).rejects.toMatchObject({ faults: { length: 5 } });
    await expect(setHost(house, { host, ...by }, now)).rejects.toThrow('没有说明设置什么');
    const past = allowHost(house, { host, path: 'zwgk', until: '2020-01-01', ...by }, house.clock);
    await expect(past).rejects.toMatchObject({ faults: { length: 2 } });
    await expect(revokeHost(house, { permission: 'none', ...by }, now)).rejects.toThrow('没有编号为“none”的授权');
    expect(await viewHosts(house, { words: '', offset: 0, limit: 10 })).toEqual({
      total: 0,
      hosts: [],
      rules: [],
      permissions: [],
    });
  });

  it('stops at the end of the hours where nobody wants to wait, and goes on with the round within them', async () => {
    const minute = (Math.floor(Date.now() / 60_000) + 480) % dayMinutes;
    const later = printOpenHours([[(minute + 120) % dayMinutes, (minute + 180) % dayMinutes]]);
    await setHost(house, { host: `http://${host}/x`, hours: later, interval: '1', ...by }, house.clock.now());
    let told = 0;
    const stopped = await crawl({ noWait: true, onClosed: () => (told += 1) });
    expect([stopped.finished, stopped.sites[0]?.ended, asked.length, told]).toEqual([false, 'stopped', 0, 1]);
    const rule = await setHost(house, { host, hours: '默认', ...by }, house.clock.now());
    expect(rule).toMatchObject({ hours: null, intervalMs: 1 });
    const done = await crawl();
    expect([done.finished, done.resumed, done.round]).toEqual([true, true, stopped.round]);
    expect((await captureOf(done, '/zcwj/'))?.outcome).toBe('blockedByRobots');
  });

  it('asks for what was allowed although robots.txt says no, says so in the capture, and stops when that is taken back', async () => {
    const permission = await allowHost(house, { host, path: '/zcwj/', until: '2099-12-31', ...by }, house.clock);
    const allowed = await crawl({ full: true });
    const capture = await captureOf(allowed, '/zcwj/');
    expect(capture?.outcome).toBe('ok');
    expect(capture?.note).toContain('robots.txt 第 2 行不允许；甲科于 ');
    expect(capture?.note).toContain(`至 2099-12-31：网站管理单位来函同意（${permission.id}）`);
    expect((await captureOf(allowed, '/tzgg/'))?.outcome).toBe('blockedByRobots');

    await revokeHost(house, { permission: permission.id, author: '乙科', reason: '到期' }, house.clock.now());
    const again = revokeHost(house, { permission: permission.id, ...by }, house.clock.now());
    await expect(again).rejects.toThrow('已由乙科撤销');
    expect((await captureOf(await crawl({ full: true }), '/zcwj/'))?.outcome).toBe('blockedByRobots');
    const view = await viewHosts(house, { words: host, offset: 0, limit: 10 });
    expect(view.permissions).toMatchObject([{ id: permission.id, withdrawn: { author: '乙科' } }]);
    expect(view.rules.map(({ hours, intervalMs }) => [hours === null, intervalMs])).toEqual([
      [false, 1],
      [true, 1],
    ]);
    expect(view.hosts).toMatchObject([{ host, trouble: null, underWay: 0 }]);
  });

  it('writes to who runs the site what was refused and what to allow', async () => {
    const [notice, ...others] = await hostNotices(house, house.settings, house.clock.now(), host);
    expect(others).toEqual([]);
    expect(notice).toMatchObject({ host, organisations: ['云岭县水务局'], pages: 3 });
    for (const word of [
      '云岭县水务局网站 管理单位：',
      `遇到访问验证，服务器答复 412  http://${host}/gkzn/`,
      `网站声明不许采集，robots.txt 第 2 行不允许  http://${host}/zcwj/`,
      'Mingjing/',
      '203.0.113.7',
      'User-agent: Mingjing\n   Allow: /',
      '0931-0000000',
    ])
      expect(notice?.letter).toContain(word);
    expect(await hostNotices(house, house.settings, house.clock.now(), 'b.example')).toEqual([]);
  });

  it('asks a host again at once when a person says so', async () => {
    const book = house.hosts.book();
    await book.change(host, (state, now) => ({
      ...state,
      givenUpUntil: now + 3_600_000,
      trouble: 'timeout',
      failures: 9,
    }));
    const before = asked.length;
    expect((await crawl({ full: true })).sites[0]).toMatchObject({ ended: 'unreachable', outcomes: { timeout: 1 } });
    expect(asked.length).toBe(before);
    await resumeHost(house, { host, ...by }, house.clock.now());
    expect((await crawl({ full: true })).sites[0]?.ended).toBe('complete');
    await book.close();
  });
});
