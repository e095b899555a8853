import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { siteId, type OrganisationRow } from '#database';
import { readSettings } from '#kernel';
import { crawlRound, openHouse, roundState, watchRound, type House, type RoundState } from '#operations';
import { startServer, type RunningServer } from '../../apps/server/server.js';
import { organisation } from './support/invented.js';
import { openSites, type Sites } from './support/sites.js';
import { signedIn, type SignedIn } from './support/signed-in.js';
import { openTemporaryDatabase, type TemporaryDatabase } from './support/temporary-database.js';

const names = ['云岭县水务局', '云岭县财政局'];
let database: TemporaryDatabase;
let sites: Sites;
let house: House;
let server: RunningServer;
let admin: SignedIn;
let units: OrganisationRow[];
let crawl: Promise<{ round: string }>;
let release = (): void => undefined;
const everyMs = 20;

beforeAll(async () => {
  database = await openTemporaryDatabase();
  sites = await openSites(names);
  house = await openHouse(
    readSettings({
      DATABASE_URL: database.url,
      MINGJING_DATA: database.folder,
      MINGJING_NO_BROWSER: '1',
      MINGJING_ALLOW_NETWORKS: '127.0.0.1/32',
    }),
  );
  units = await house.organisations.importOrganisations(
    names.map((name, index) => organisation(name, { site: sites.homes[index]!, sample: false })),
  );
  server = await startServer({
    settings: { HOST: '127.0.0.1', PORT: 0 },
    dataSource: house.database.dataSource,
    blobs: house.blobs,
    programmes: [],
  });
  admin = await signedIn(house);
  // The second site stops at its list until it is let go on.
  const held = new Promise<void>((done) => (release = done));
  sites.before = async (site, path) => (site === 1 && path === '/tzgg/' ? held : undefined);
  const signal = new AbortController().signal;
  crawl = crawlRound(house, { units, full: true, signal, intervalMs: 0 });
  const isHeld = ({ waiting, running, done }: RoundState['sites']) => waiting === 0 && running === 1 && done === 1;
  for (let now = await roundState(house); !now || !isHeld(now.sites); now = await roundState(house))
    await new Promise((done) => setTimeout(done, everyMs));
});

afterAll(async () => {
  release();
  await crawl?.catch(() => undefined);
  await server?.close();
  await house?.close();
  await sites?.close();
  await database?.close();
});

/** Events as they come, until the stream ends or enough were seen. */
async function listen(path: string, most: number, headers: Record<string, string> = {}) {
  const stop = new AbortController();
  const answer = await admin.fetch(`${server.url}/api/v1/rounds/${path}`, { headers, signal: stop.signal });
  const events: { id: string; state: RoundState }[] = [];
  let text = '';
  if (answer.status === 200)
    for await (const chunk of answer.body as unknown as AsyncIterable<Uint8Array>) {
      text += Buffer.from(chunk).toString();
      for (let end = text.indexOf('\n\n'); end !== -1; end = text.indexOf('\n\n')) {
        const block = text.slice(0, end);
        text = text.slice(end + 2);
        const data = /^data: (.*)$/m.exec(block)?.[1];
        if (data) events.push({ id: /^id: (.*)$/m.exec(block)?.[1] ?? '', state: JSON.parse(data) as RoundState });
      }
      if (events.length >= most) break;
    }
  stop.abort();
  return { status: answer.status, events };
}

describe('the state of a round', () => {
  it('tells what is done and what is under way, and of what has not got on for long that it is stuck', async () => {
    const state = (await roundState(house))!;
    expect(state).toMatchObject({
      sites: { waiting: 0, running: 1, done: 1, failed: 0 },
      running: [{ site: siteId(sites.homes[1]!), units: [names[1]], stuck: false, state: 'running' }],
      round: { finishedAt: null },
    });
    expect(state.running[0]!.worker).toContain(String(process.pid));
    expect(state.outcomes.ok).toBeGreaterThanOrEqual(6);
    await database.dataSource.query(
      `update site_round set progressed_at = now() - interval '11 minutes' where state = 'running'`,
    );
    expect((await roundState(house))!.running).toMatchObject([{ stuck: true }]);
    expect((await roundState(house, undefined, { stuckMinutes: 12 }))!.running).toMatchObject([{ stuck: false }]);
    await expect(roundState(house, 'none')).rejects.toThrow('没有“none”这一轮');
  });

  it('is pushed, goes on after a broken connection with what is new, and ends with the round', async () => {
    const first = await listen('newest/events', 1);
    expect(first.events[0]!.state.sites).toMatchObject({ running: 1, done: 1 });
    const lastSeen = { 'last-event-id': first.events[0]!.id };
    const rest = listen('newest/events', Infinity, lastSeen);
    const watched: RoundState[] = [];
    const { id } = (await roundState(house))!.round;
    const watching = (async () => {
      const { signal } = new AbortController();
      for await (const state of watchRound(house, id, signal, { everyMs })) watched.push(state);
    })();
    release();
    await crawl;
    const { events } = await rest;
    expect(events.map((event) => event.id)).not.toContain(first.events[0]!.id);
    expect(events.at(-1)!.state).toMatchObject({
      sites: { running: 0, done: 2 },
      pages: 16,
      outcomes: { ok: 12 },
      round: { finishedAt: expect.any(String) as string },
    });
    await watching;
    expect(watched.at(-1)).toMatchObject({ pages: 16, sites: { done: 2 } });
    expect(watched.every(({ pages }, index) => index === 0 || pages >= watched[index - 1]!.pages)).toBe(true);
  });

  it('is given once, and of no round that is not there', async () => {
    const answer = await admin.fetch(`${server.url}/api/v1/rounds/newest/state`);
    expect(await answer.json()).toMatchObject({ pages: 16, slowest: [{ state: 'done' }, { state: 'done' }] });
    expect((await admin.fetch(`${server.url}/api/v1/rounds/none/state`)).status).toBe(404);
    expect((await listen('none/events', 1)).status).toBe(404);
  });
});
