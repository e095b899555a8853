import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AssessmentHead } from '#database';
import { MemoryBlobStore } from '#evidence';
import type { OutcomeKind } from '#indicators';
import { findProgramme, issueCircular, type House } from '#operations';
import { startServer, type RunningServer } from '../../apps/server/server.js';
import { assessment, finding, organisation, scorecard } from './support/invented.js';
import { saveAssessment } from './support/save-assessment.js';
import { signedIn, type SignedIn } from './support/signed-in.js';
import { openTemporaryDatabase, type TemporaryDatabase } from './support/temporary-database.js';

const period = '2022Q4';
const programme = 'pingliang-2020';
const units = Array.from({ length: 10 }, (_, n) =>
  organisation(`云岭县第${n + 1}局`, { sample: false, site: `https://d${n}.yunling.example/` }),
);
const now = new Date('2023-01-20T02:00:00Z');

let database: TemporaryDatabase;
let server: RunningServer;
let assessor: SignedIn;
let other: SignedIn;
let day = 0;

/** Publishes an assessment of its own round in which each unit has one of these outcomes, in their order. */
async function publish(
  outcomes: readonly OutcomeKind[],
  { version = '1', period: of = period, round = undefined as string | undefined } = {},
): Promise<AssessmentHead> {
  const { stores } = database;
  day += 1;
  const date = `2023-01-${String(day).padStart(2, '0')}`;
  const startedAt = `${date}T00:00:00Z`;
  const id = round ?? (await stores.rounds.openRound({ source: 'live', sample: false, startedAt })).id;
  if (round === undefined) await stores.rounds.finishRound(id, startedAt);
  const cards = outcomes.map((outcome, n) => {
    const findings = outcome === 'fail' ? [finding(units[n]!, 'published-in-time', `/${n}.html`, 'fail')] : [];
    const result = { indicator: 'published-in-time', outcome, max: '10', points: '10', measured: 1, of: 1, findings };
    return { ...scorecard(units[n]!, of, date, [result]), programmeVersion: version };
  });
  return saveAssessment(stores.assessments, { ...assessment(id, of, date, cards), programmeVersion: version });
}

const passes = (n: number) => Array.from({ length: n }, () => 'pass' as const);
const alarms = async (of = period) => {
  const answer = await assessor.fetch(`${server.url}/api/v1/alarms?programme=${programme}&period=${of}`);
  return (await answer.json()) as {
    before: { period: string } | null;
    rows: { id: string; kind: string; message: string; stops: boolean; look: { author: string } | null }[];
  };
};
const look = (who: SignedIn, id: string, reason: string) =>
  who.fetch(`${server.url}/api/v1/alarms/${id}/look`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ programme, period, reason }),
  });
const issue = () => {
  const house = { ...database.stores, blobs: new MemoryBlobStore(), clock: { now: () => now } } as unknown as House;
  return issueCircular(house, { programme, period, kind: 'quarterly', out: '/no/such/folder' });
};
/** By the button of the page. */
const ask = (by: SignedIn) =>
  by.fetch(`${server.url}/api/v1/circulars`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ programme, period, kind: 'quarterly' }),
  });

beforeAll(async () => {
  database = await openTemporaryDatabase();
  await database.stores.organisations.importOrganisations(units);
  assessor = await signedIn(database.stores, { role: 'assessor' });
  other = await signedIn(database.stores, { role: 'reviewer' });
  server = await startServer({
    settings: { HOST: '127.0.0.1', PORT: 0 },
    dataSource: database.dataSource,
    blobs: new MemoryBlobStore(),
    programmes: [await findProgramme(programme)],
    now: () => now,
  });
});
afterAll(async () => {
  await server?.close();
  await database?.close();
});

const changes = async (of = period) => (await alarms(of)).rows.filter(({ kind }) => kind !== 'stale');

describe('alarms', () => {
  it('are none where there is nothing to compare with, nor where two of ten change', async () => {
    await publish(passes(10));
    expect((await alarms()).before).toBeNull();
    await publish([...passes(8), 'fail', 'fail']);
    expect((await alarms()).before).toMatchObject({ period });
    expect(await changes()).toEqual([]);
  });

  it('tell sites that were not read for a fortnight, which stops nothing', async () => {
    expect((await alarms()).rows).toMatchObject([
      { kind: 'stale', stops: false, message: expect.stringMatching(/^10 家单位的网站超过 14 天没有采集：/) as string },
    ]);
  });

  it('stop the circular where many units change between rounds, until somebody has found out why', async () => {
    const first = await publish([...passes(3), ...Array.from({ length: 7 }, () => 'fail' as const)]);
    const [alarm] = await changes();
    expect(alarm).toMatchObject({ kind: 'jump', stops: true, look: null });
    expect(alarm!.message).toMatch(/两次都有结论的 10 家单位中，5 家由符合变为不符合，0 家由不符合变为符合$/);
    await expect(issue()).rejects.toThrow(/^通报：有预警未查明：/);
    const refused = await ask(assessor);
    expect([refused.status, await refused.text()]).toEqual([400, expect.stringContaining('有预警未查明')]);
    expect((await ask(other)).status).toBe(403);

    expect((await look(assessor, alarm!.id, '  ')).status).toBe(400);
    expect((await look(assessor, 'no-such-alarm', '查过')).status).toBe(404);
    expect((await look(assessor, alarm!.id, '七家网站同时改版，逐一打开核对，确已超期')).status).toBe(200);
    // The same once more is the same; another's word comes too late.
    expect((await look(assessor, alarm!.id, '七家网站同时改版，逐一打开核对，确已超期')).status).toBe(200);
    const late = await look(other, alarm!.id, '没有发现异常');
    expect(late.status).toBe(409);
    expect(((await late.json()) as { message: string }).message).toContain('七家网站同时改版');
    expect((await changes())[0]?.look?.author).toContain('某甲');
    await expect(issue()).rejects.not.toThrow('预警');

    // Scored again on the same round it is held against the same, and is a matter of its own.
    await publish([...passes(3), ...Array.from({ length: 7 }, () => 'fail' as const)], { round: first.round });
    expect(await changes()).toMatchObject([{ kind: 'jump', look: null }]);
  });

  it('stop it where many have no word any more, and not by another version of the programme', async () => {
    await publish([...passes(10)], { version: '2' });
    expect((await alarms()).before).toBeNull();
    await publish([...passes(6), ...Array.from({ length: 4 }, () => 'notMeasured' as const)], { version: '2' });
    expect(await changes()).toMatchObject([{ kind: 'lost', stops: true }]);
  });

  it('hold the first result of a period against the last period of its kind', async () => {
    await publish(
      Array.from({ length: 10 }, () => 'fail' as const),
      { version: '2', period: '2023Q1' },
    );
    expect((await alarms('2023Q1')).before).toMatchObject({ period });
    expect(await changes('2023Q1')).toMatchObject([{ kind: 'jump' }]);
    await publish(
      Array.from({ length: 10 }, () => 'fail' as const),
      { version: '2', period: '2023' },
    );
    expect((await alarms('2023')).before).toBeNull();
  });
});
