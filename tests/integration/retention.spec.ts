import { readdirSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OrganisationRow, siteId, unnumbered } from '#database';
import { sha256Of } from '#evidence';
import { BadInput, canonicalJson, readSettings } from '#kernel';
import { assess, clearEvidence, crawlArchive, openHouse, type House, type RetentionRequest } from '#operations';
import { blobsLock } from '../../libs/database/blob-references.js';
import { capture, organisation, visit } from './support/invented.js';
import { temporaryPlace, type TemporaryPlace } from './support/temporary-database.js';

const evidence = join(import.meta.dirname, '../golden/evidence/yunling.warc.gz');
const scope = { programme: 'national', period: '2026Q2', sample: true };

let place: TemporaryPlace;
let house: House;
let units: OrganisationRow[];
let now = new Date('2026-07-01T02:00:00Z');
/** The first is published, the second is in between, the third the newest. */
const rounds: string[] = [];

beforeAll(async () => {
  place = await temporaryPlace();
  const settings = readSettings({ ...place.settings, MINGJING_NO_BROWSER: '1' });
  house = await openHouse(settings, { now: () => now });
  const named = (name: string, port: number) =>
    organisation(name, { site: `http://127.0.0.1:${port}/`, parent: '云岭县人民政府' });
  units = await house.organisations.importOrganisations([
    named('云岭县青石镇人民政府', 18608),
    named('云岭县柳溪镇人民政府', 18609),
  ]);
  for (const day of ['2026-07-01', '2026-07-02', '2026-07-03']) {
    now = new Date(`${day}T02:00:00Z`);
    const { round } = await crawlArchive(house, evidence, { units, signal: new AbortController().signal });
    rounds.push(round);
    if (rounds.length > 1) continue;
    now = new Date(`${day}T03:00:00Z`);
    await assess(house, { ...scope, units, replay: false });
  }
  await addLoosePage();
  now = new Date('2026-08-01T02:00:00Z');
  ageBlobs(new Date('2026-07-03T02:00:00Z'));
});

afterAll(async () => {
  await house?.close();
  await place?.remove();
});

const loose = Buffer.from('<p>只在中间一轮有的页面</p>');
const waiting = Buffer.from('<p>刚刚存下、还没有登记的页面</p>');

/** A page of the round in between that nothing points to. */
async function addLoosePage(): Promise<void> {
  const site = siteId(units[0]!.site!);
  const page = capture(rounds[1]!, site, 'http://127.0.0.1:18608/loose.html', {
    sha256: await house.blobs.put(loose),
    size: loose.length,
  });
  await house.evidence
    .crawlSink(rounds[1]!, site, () => Promise.reject(new Error('nothing is restored here')))
    .checkpoint({ captures: [{ capture: page, unrendered: false }], added: [{ request: page.request, visit }] });
}

function ageBlobs(at: Date): void {
  const blobs = join(place.folder, 'blobs');
  for (const name of readdirSync(blobs, { recursive: true }) as string[]) utimesSync(join(blobs, name), at, at);
}

async function count(table: string, where = 'true'): Promise<number> {
  const [row] = await house.database.dataSource.query<{ n: number }[]>(
    `select count(*)::int as n from ${table} where ${where}`,
  );
  return row!.n;
}

const clear = (more: Partial<RetentionRequest> = {}) =>
  clearEvidence(house, { rounds: 1, graceHours: 24, dryRun: false, ...more });

async function replayed() {
  const cards: string[] = [];
  const { replay } = await assess(house, {
    ...{ ...scope, units, replay: true },
    onCard: (card) => void cards.push(canonicalJson(card)),
  });
  return { replay, cards };
}

describe('clearing evidence', () => {
  let before: string[];

  it('has something to do: three rounds, and a replay goes back to the one that was published', async () => {
    const { replay, cards } = await replayed();
    expect(replay).toEqual({ compared: 2, differing: [] });
    before = cards;
    expect(await count('capture', `round = '${rounds[1]}'`)).toBeGreaterThan(100);
  });

  it('waits for a backup', async () => {
    const runner = house.database.dataSource.createQueryRunner();
    await runner.query(`select pg_advisory_lock_shared(${blobsLock})`);
    await expect(clear()).rejects.toThrow(BadInput);
    await runner.query(`select pg_advisory_unlock_shared(${blobsLock})`);
    await runner.release();
  });

  it('only looks when asked to, and then does what it said', async () => {
    const captures = await count('capture');
    const said = await clear({ dryRun: true });
    expect(await count('capture')).toBe(captures);
    expect(await count('site_round', 'cleared_at is not null')).toBe(0);
    expect(await house.blobs.has(sha256Of(loose))).toBe(true);

    await house.blobs.put(waiting);
    const done = await clear();
    expect(done.rows).toEqual(said.rows);
    // Beside the loose page: what the archive holds of other units, which no round visited.
    expect([done.blobs, done.bytes]).toEqual([said.blobs, said.bytes]);
    expect(done.keptBlobs).toBe(said.keptBlobs + 1);
    expect(await house.blobs.has(sha256Of(loose))).toBe(false);
    expect(done.rows.siteRounds).toBe(2);
    expect(await count('frontier', `round = '${rounds[1]}'`)).toBe(0);
    expect(await count('capture')).toBe(captures - done.rows.captures);
  });

  it('leaves the round in between without pages, and the published and the newest whole', async () => {
    expect(await count('capture', `round = '${rounds[1]}'`)).toBe(await citedIn(rounds[1]!));
    expect(await count('site_facts', `round = '${rounds[1]}'`)).toBe(0);
    expect(await count('site_round', `round = '${rounds[1]}' and pages > 0`)).toBe(2);
    const [first, last] = await Promise.all([0, 2].map((n) => count('capture', `round = '${rounds[n]}'`)));
    expect(first).toBe(last);
    expect(await count('site_facts', `round = any(array['${rounds[0]}', '${rounds[2]}'])`)).toBe(4);
  });

  it('keeps bytes that a crawl has stored and not yet named', async () => {
    expect(await house.blobs.has(sha256Of(waiting))).toBe(true);
    ageBlobs(new Date('2026-07-03T02:00:00Z'));
    expect(await clear()).toMatchObject({ blobs: 1, rows: { siteRounds: 0, captures: 0 } });
    expect(await house.blobs.has(sha256Of(waiting))).toBe(false);
  });

  it('changes no published score: read again from the bytes, every card is the same', async () => {
    const { replay, cards } = await replayed();
    expect(replay).toEqual({ compared: 2, differing: [] });
    expect(cards).toEqual(before);
  });

  it('keeps what a circular was issued on or the public page shows, after a newer assessment took its place', async () => {
    const issued = { ...scope, kind: 'quarterly' as const, title: '通报', assessment: null, files: [], ...unnumbered };
    await house.circulars.saveCircular({ ...issued, id: 'k', createdAt: '2026-07-01T04:00:00.000Z' });
    await assess(house, { ...scope, units, replay: false });
    expect(await clear()).toMatchObject({ rows: { siteRounds: 0 } });
    const [old] = await house.database.dataSource.query<{ id: string }[]>(`select id from assessment where not latest`);
    const word = { id: 'p', isReleased: true, reason: '公开', account: 'a', author: '某甲' };
    await house.publicPage.release(
      { ...word, ...scope, assessment: old!.id, at: '2026-07-01T05:00:00.000Z' },
      () => {},
    );
    await house.database.dataSource.query(`delete from circular`);
    expect(await clear()).toMatchObject({ rows: { siteRounds: 0 } });
    await house.database.dataSource.query(`delete from public_release`);
    expect(await clear()).toMatchObject({ rows: { siteRounds: 2 } });
    expect((await replayed()).replay).toEqual({ compared: 2, differing: [] });
  });

  it('knows every place in the database that names a page or its bytes', async () => {
    const rows = await house.database.dataSource.query<{ place: string }[]>(
      `select table_name || '.' || column_name as place from information_schema.columns
       where table_schema = 'public' and column_name ~ 'capture|sha256|evidence|files|blob|screenshot'
       order by 1`,
    );
    // Whoever adds one says here, and in retention-store.ts or blob-references.ts, what keeps what it names.
    expect(rows.map(({ place }) => place)).toEqual([
      'annual_report.capture',
      'appeal.files',
      'capture.screenshot',
      'capture.sha256',
      'catalogue_item.capture',
      'circular.files',
      'circular_draft.computed_sha256',
      'circular_version.computed_sha256',
      'column_event.capture',
      'column_fact.capture',
      'document.capture',
      'finding.evidence',
      'first_sighting.absent_capture',
      'first_sighting.seen_capture',
      'frontier.capture',
      'imported_file.sha256',
      'interpretation.capture',
      'link_look.page_capture',
      'link_look.sha256',
      'score.evidence_digest',
      'task_state.evidence',
      'task_unit_state.evidence',
      'task_word.files',
      'uploaded_file.sha256',
      'vanished_page.after_capture',
      'vanished_page.before_capture',
    ]);
  });
});

/** Pages of a round that findings, tasks or the history of columns point to. */
async function citedIn(round: string): Promise<number> {
  return count(
    'capture',
    `round = '${round}' and (id in (select evidence->>'capture' from finding) or id in (select capture from column_event))`,
  );
}
