import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { poolOf } from '#database';
import { assessment } from './support/invented.js';
import { signedIn } from './support/signed-in.js';
import { saveAssessment } from './support/save-assessment.js';
import { openTemporaryDatabase, type TemporaryDatabase } from './support/temporary-database.js';

let database: TemporaryDatabase;
let session: string;

beforeAll(async () => {
  database = await openTemporaryDatabase();
  const { headers } = await signedIn(database.stores);
  const [row] = await database.dataSource.query<{ hash: string }[]>(`select hash from session`);
  session = row!.hash;
  expect(headers.cookie).toContain('mingjing_session=');
});
afterAll(() => database?.close());

const name = async () => (await database.stores.accounts.session(session))?.account.displayName;
const planned = async () =>
  (await poolOf(database.dataSource).query<{ name: string }>(`select name from pg_prepared_statements`)).rows
    .map((row) => row.name)
    .sort();

describe('what nearly every request asks', () => {
  it('is planned once by a connection', async () => {
    await name();
    await database.stores.assessments.head({ programme: 'p', period: '2025' });
    expect(await planned()).toEqual(['head', 'session']);
    await name();
    expect(await planned()).toEqual(['head', 'session']);
  });

  it('is answered from what is stored now, also after tables were changed', async () => {
    expect(await name()).toBe('某甲');
    await database.dataSource.query(`update account set display_name = '某乙'`);
    expect(await name()).toBe('某乙');
    await database.dataSource.query(`alter table account add column note text`);
    await database.dataSource.query(`create index account_note_idx on account (note)`);
    expect(await name()).toBe('某乙');
    await database.dataSource.query(`delete from session`);
    expect(await name()).toBeUndefined();
  });

  it('goes over to real units as soon as one of them was assessed', async () => {
    const { rounds, assessments } = database.stores;
    const head = async () => (await assessments.head({ programme: 'pingliang-2020', period: '2025' }))?.sample ?? null;
    const publish = async (sample: boolean) => {
      const startedAt = '2025-12-31T01:00:00.000Z';
      const round = await rounds.openRound({ source: 'live', sample, startedAt });
      await saveAssessment(assessments, assessment(round.id, '2025', '2025-12-31', []));
    };
    // More often than a plan is made anew for the values asked.
    for (let n = 0; n < 7; n += 1) expect(await head()).toBeNull();
    await publish(true);
    expect(await head()).toBe(true);
    await publish(false);
    expect(await head()).toBe(false);
  });
});
