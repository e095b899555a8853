import { rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { OrganisationRow } from '#database';
import { readSettings } from '#kernel';
import { crawlRound, importUnits, openHouse, type Clock, type House } from '#operations';
import { assessWhole } from '../assess-whole.js';
import { temporaryFolder } from './support/temporary-database.js';

const day = 86_400_000;
const folder = temporaryFolder();
const clock: Clock & { at: number } = { at: Date.parse('2026-06-20T20:00:00+08:00'), now: () => new Date(clock.at) };
/** The days that the documents of the site show, by their names. */
const shown = new Map<string, string>();

const titleOf = (name: string) => `云岭县水务局关于做好${name}工作的通知`;
const page = (title: string, head: string, body: string) =>
  `<html><head><meta charset="utf-8"><title>${title}</title>${head}</head><body>${body}</body></html>`;

function answer(path: string): string | null {
  if (path === '/')
    return page('云岭县水务局', '', '<div class="nav"><a href="/zcwj/">政策文件</a></div><p>欢迎访问。</p>');
  if (path === '/zcwj/') {
    const rows = [...shown].sort(([, a], [, b]) => (a < b ? 1 : -1));
    const items = rows.map(
      ([name, on]) => `<li><a href="/zcwj/${encodeURI(name)}.html">${titleOf(name)}</a><span>${on}</span></li>`,
    );
    return page('政策文件', '', `<ul>${items.join('')}</ul>`);
  }
  const name = /^\/zcwj\/([^/]+)\.html$/.exec(decodeURI(path))?.[1] ?? '';
  const on = shown.get(name);
  if (on === undefined) return null;
  const title = titleOf(name);
  const head = `<meta name="ArticleTitle" content="${title}"><meta name="PubDate" content="${on} 09:00">`;
  const text = '<p>各乡镇水利站要认真贯彻执行本通知的各项要求。</p>'.repeat(9);
  return page(title, head, `<h1>${title}</h1><div id="zoom">${text}</div>`);
}

let server: Server;
let house: House;
let units: OrganisationRow[];

beforeEach(async () => {
  server = createServer((request, response) => {
    const found = answer(request.url ?? '/');
    response.writeHead(found === null ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(found ?? '<p>页面不存在</p>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  house = await openHouse(readSettings({ MINGJING_DATA: folder, MINGJING_NO_BROWSER: '1' }), clock);
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const csv = `名称,别名,层级,类别,上级,网站\n云岭县水务局,,县,部门,,${url}\n`;
  units = await importUnits(house, new TextEncoder().encode(csv), '单位名单.csv', { sample: false });
});

afterEach(async () => {
  await house.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await rm(folder, { recursive: true, force: true });
});

async function roundWith(documents: Record<string, string>): Promise<void> {
  for (const [name, on] of Object.entries(documents)) shown.set(name, on);
  clock.at += day;
  const round = await crawlRound(house, {
    ...{ units, full: false, sample: false, allowNetworks: '127.0.0.1/32', intervalMs: 0, patienceMs: 3000 },
    signal: new AbortController().signal,
  });
  expect(round.finished).toBe(true);
}

async function assessed(replay = false) {
  const { row, replay: replayed } = await assessWhole(house, {
    programme: 'national',
    period: '2026Q2',
    units,
    replay,
  });
  const result = row.scorecards[0]!.results.find(({ indicator }) => indicator === 'publication-dates-true')!;
  const { outcome, measured, of, findings } = result;
  return { outcome, measured, of, about: findings.map(({ kind, message }) => `${kind} ${message}`), replayed };
}

it(
  'asks about documents that came late under an early date, in every later result, and replays',
  { timeout: 240_000 },
  async () => {
    await roundWith({ 抗旱: '2026-06-01', 防汛: '2026-06-10', 节水: '2026-06-18' });
    expect(await assessed()).toMatchObject({ outcome: 'notMeasured', about: [] });

    await roundWith({ 供水: '2026-06-22', 河长制: '2026-06-05' });
    const late = expect.stringMatching(
      /^review .*河长制.*显示2026-06-05发布，而2026-06-21采集时列表中还没有，2026-06-22才见到/,
    ) as string;
    const then = { outcome: 'pass', measured: 1, of: 1, about: [late] };
    expect(await assessed()).toMatchObject(then);

    await roundWith({ 水库: '2026-06-12' });
    // What the published result rests on knows nothing of the round after it.
    expect(await assessed(true)).toMatchObject({ ...then, replayed: { compared: 1, differing: [] } });
    const next = await assessed();
    expect(next.about).toHaveLength(2);
    expect(next.about).toContainEqual(late);
    expect((await assessed(true)).replayed).toEqual({ compared: 1, differing: [] });
  },
);
