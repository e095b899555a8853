import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OrganisationRow, QueueRow } from '#database';
import { AlreadyDone, BadInput, canonicalJson, readSettings } from '#kernel';
import {
  assess,
  crawlArchive,
  decideFindings,
  drawReviewSample,
  findProgramme,
  holdForReview,
  openHouse,
  reviewQueue,
  ScoringRuns,
  undoDeed,
  type Decider,
  type ReviewRequest,
  type House,
} from '#operations';
import type { ReviewGate } from '#programmes';
import { itemsOf } from '#scoring';
import { organisation } from './support/invented.js';
import { temporaryPlace, type TemporaryPlace } from './support/temporary-database.js';

const evidence = join(import.meta.dirname, '../golden/evidence/yunling.warc.gz');
const scope = { programme: 'national', period: '2026Q2', sample: true };

let place: TemporaryPlace;
let house: House;
let units: OrganisationRow[];
let seconds = 0;
const now = () => new Date(Date.parse('2026-07-01T02:00:00Z') + 1000 * seconds++);
let deeds = 0;

beforeAll(async () => {
  place = await temporaryPlace();
  house = await openHouse(readSettings({ ...place.settings, MINGJING_NO_BROWSER: '1' }), { now });
  const named = (name: string, port: number, category = '街镇', level = '乡') =>
    organisation(name, { site: `http://127.0.0.1:${port}/`, parent: '云岭县人民政府', category, level });
  units = await house.organisations.importOrganisations([
    named('云岭县住房和城乡建设局', 18607, '部门', '县'),
    named('云岭县青石镇人民政府', 18608),
    named('云岭县柳溪镇人民政府', 18609),
    named('云岭县教育局', 18611, '部门', '县'),
  ]);
  await crawlArchive(house, evidence, { units, signal: new AbortController().signal });
  await score();
});

afterAll(async () => {
  await house?.close();
  await place?.remove();
});

async function score(): Promise<void> {
  await assess(house, { ...scope, units, replay: false });
}

async function replayed() {
  return (await assess(house, { ...scope, units, replay: true })).replay;
}
const unchanged = { compared: 4, differing: [] };

const decider = (name: string, within: string[] | null = null): Decider => ({
  id: `account-${name}`,
  signs: name,
  sample: true,
  units: within,
  unit: null,
  now: now(),
});
const queue = (filter: Parameters<typeof reviewQueue>[2] = {}) => reviewQueue(house, scope, filter);
const request = (rows: QueueRow[], change: Partial<ReviewRequest> = {}): ReviewRequest => ({
  verdict: 'dismissed',
  findings: rows.map(({ id, said }) => ({ id, said })),
  into: null,
  reason: '页面上已有',
  deed: `deed-${deeds++}`,
  ...change,
});
const decide = (rows: QueueRow[], change: Partial<ReviewRequest> = {}, who = decider('复核员甲')) =>
  decideFindings(house, scope, request(rows, change), who);
const cardOf = async (unit: string) => (await house.assessments.scorecard(unit, scope))!;

describe('the queue', () => {
  it('has the doubts and what is new, by points at stake, filtered and page by page', async () => {
    const { rows, total, pending } = await queue();
    expect(total).toBeGreaterThan(10);
    expect(pending).toBe(0);
    const stakes = rows.map(({ stake }) => Number(stake));
    expect(stakes).toEqual([...stakes].sort((one, other) => other - one));
    expect(rows.some(({ kind, stake }) => kind === 'review' && Number(stake) > 0)).toBe(true);
    const paged = [...(await queue({ limit: 4 })).rows, ...(await queue({ offset: 4, limit: 500 })).rows];
    expect(paged).toEqual(rows);
    const [first] = rows as [QueueRow];
    for (const filter of [
      { indicator: first.indicator },
      { organisation: first.organisation },
      { units: [first.organisation] },
      { kind: 'review' as const },
      { state: 'new' as const },
    ]) {
      const found = await queue(filter);
      const wanted = rows.filter(
        (row) =>
          (!filter.indicator || row.indicator === filter.indicator) &&
          (!filter.organisation || row.organisation === filter.organisation) &&
          (!filter.units || filter.units.includes(row.organisation)) &&
          (!filter.kind || row.kind === filter.kind) &&
          (!filter.state || row.state === filter.state),
      );
      expect([filter, found.total, found.rows]).toEqual([filter, wanted.length, wanted]);
    }
  });
});

describe('a decision', () => {
  it('enters the next score and no earlier one: each replays byte for byte', async () => {
    const before = (await queue()).rows;
    const fail = before.find(({ kind, points }) => kind === 'fail' && Number(points) > 0)!;
    const doubt = before.find(({ kind, organisation: unit }) => kind === 'review' && unit === fail.organisation)!;
    const old = await cardOf(fail.organisation);
    await decide([fail]);
    await decide([doubt], { verdict: 'confirmed', reason: '' });
    expect((await queue()).pending).toBe(2);
    expect((await queue()).total).toBe(before.length - 2);
    expect(await replayed()).toEqual(unchanged);
    expect(canonicalJson(await cardOf(fail.organisation))).toBe(canonicalJson(old));

    await score();
    const card = await cardOf(fail.organisation);
    const decided = itemsOf(card.tree).flatMap((node) => node.decided ?? []);
    expect(decided.map(({ finding, verdict, by, why }) => ({ finding, verdict, by, why }))).toEqual(
      expect.arrayContaining([
        { finding: fail.id, verdict: 'dismissed', by: '复核员甲', why: '页面上已有' },
        { finding: doubt.id, verdict: 'confirmed', by: '复核员甲', why: '经核对，情况属实' },
      ]),
    );
    expect(card.evidenceDigest).not.toBe(old.evidenceDigest);
    expect(card.raw?.score).toBe(old.score);
    expect(card.results.flatMap(({ findings }) => findings).map(({ id }) => id)).not.toContain(fail.id);
    expect((await queue()).pending).toBe(0);
    expect(await replayed()).toEqual(unchanged);
    // What a person let off is not called mended.
    const fixed = await house.assessments.findings({ ...scope, state: 'fixed' });
    expect(fixed.rows.map(({ id }) => id)).not.toContain(fail.id);
    expect((await house.assessments.finding(doubt.id))?.decided).toMatchObject({ was: 'review', by: '复核员甲' });
  });

  it('of two at once is one, and the other is told who was first', async () => {
    const [row] = (await queue()).rows as [QueueRow];
    const [one, other] = await Promise.allSettled([
      decide([row], {}, decider('复核员甲')),
      decide([row], { verdict: 'confirmed' }, decider('复核员乙')),
    ]);
    const results = [one, other];
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const refused = results.find((result) => result.status === 'rejected')?.reason as Error;
    expect(refused).toBeInstanceOf(AlreadyDone);
    expect(refused.message).toMatch(/已由复核员[甲乙]于2026-07-01(排除|确认)（页面上已有）/);
    expect((await house.reviews.standingRows(scope)).filter(({ finding }) => finding === row.id)).toHaveLength(1);
  });

  it('that is sent again is not made twice, and one on many is all or nothing', async () => {
    const rows = (await queue()).rows.slice(0, 3);
    const deed = request(rows);
    const who = decider('复核员甲');
    const first = await decideFindings(house, scope, deed, who);
    expect(await decideFindings(house, scope, deed, who)).toEqual(first);
    expect(first).toHaveLength(3);
    const more = (await queue()).rows.slice(0, 2);
    await expect(decide([...more, rows[0]!])).rejects.toBeInstanceOf(AlreadyDone);
    expect((await queue()).rows.slice(0, 2)).toEqual(more);
  });

  it('holds only for what was looked at, and within the units of who decides', async () => {
    const [row] = (await queue()).rows as [QueueRow];
    await expect(decide([{ ...row, said: 'something else' }])).rejects.toThrow('内容已有变化');
    const elsewhere = units.map(({ id }) => id).filter((id) => id !== row.organisation);
    await expect(decide([row], {}, decider('复核员丙', elsewhere))).rejects.toThrow('已不在最近一次评分中');
    const itself = { ...decider('复核员丁', [row.organisation]), unit: row.organisation };
    await expect(decide([row], {}, itself)).rejects.toThrow('本单位的问题不能由本单位复核');
    await expect(decide([row], { reason: '' })).rejects.toThrow('没有写理由');
    await expect(decide([row], { verdict: 'merged' })).rejects.toThrow('没有指明并入');
  });

  it('comes back when the finding says something else', async () => {
    const [row] = (await queue()).rows as [QueueRow];
    await decide([row]);
    const { id } = (await house.assessments.head(scope))!;
    await house.database.dataSource.query(
      `update finding set said = 'another', message = '又少了一栏' where id = $1 and assessment = $2`,
      [row.id, id],
    );
    const again = (await queue()).rows.find((one) => one.id === row.id);
    expect(again?.earlier).toMatchObject({ verdict: 'dismissed', by: '复核员甲', reason: '页面上已有' });
    // What is scored anew says what it said, and the decision holds.
    await score();
    expect((await queue()).rows.map((one) => one.id)).not.toContain(row.id);
  });

  it('is taken back by who made it last, all of it, and stays on record', async () => {
    const rows = (await queue()).rows.slice(0, 2);
    const [made] = await decide(rows);
    const undo = (who: Decider, deed = made!.deed) => undoDeed(house, scope, { deed, reason: '看错了' }, who);
    await expect(undo(decider('复核员乙'))).rejects.toBeInstanceOf(BadInput);
    const undone = await undo(decider('复核员甲'));
    expect(undone.map(({ withdrawn }) => withdrawn?.reason)).toEqual(['看错了', '看错了']);
    expect(await undo(decider('复核员甲'))).toHaveLength(2);
    expect((await queue()).rows.filter(({ id }) => rows.some((row) => row.id === id))).toHaveLength(2);
    const { rows: decided } = await house.reviews.decided(scope, { deed: made!.deed });
    expect(decided.every(({ withdrawn }) => withdrawn !== null)).toBe(true);
    expect(await replayed()).toEqual(unchanged);
  });

  it('that was counted and is taken back replays as it was counted', async () => {
    const fail = (await queue({ kind: 'fail', view: 'all' })).rows.find(({ points }) => Number(points) > 0)!;
    const [made] = await decide([fail]);
    await score();
    const counted = await cardOf(fail.organisation);
    await undoDeed(house, scope, { deed: made!.deed, reason: '' }, decider('复核员甲'));
    expect((await queue()).pending).toBe(1);
    expect(await replayed()).toEqual(unchanged);
    await score();
    expect(await replayed()).toEqual(unchanged);
    const after = await cardOf(fail.organisation);
    expect(Number(after.score)).toBeLessThanOrEqual(Number(counted.score));
    expect(after.results.flatMap(({ findings }) => findings).map(({ id }) => id)).toContain(fail.id);
  });

  it('merges one into another of the unit', async () => {
    const rows = (await queue({ kind: 'fail', view: 'all' })).rows;
    const one = rows[0]!;
    const other = rows.find((row) => row.organisation === one.organisation && row.id !== one.id)!;
    await decide([one], { verdict: 'merged', into: other.id, reason: '同一篇文件' });
    await score();
    const card = await cardOf(one.organisation);
    const decided = itemsOf(card.tree).flatMap((node) => node.decided ?? []);
    expect(decided).toContainEqual(expect.objectContaining({ finding: one.id, verdict: 'merged', into: other.id }));
    expect(await replayed()).toEqual(unchanged);
  });
});

describe('a sample for a second look', () => {
  it('is the same for its seed, and tells how many were upheld', async () => {
    const drawn = await drawReviewSample(house, scope, { asked: '50%', seed: '2026-7' }, decider('复核员甲'));
    const again = await drawReviewSample(house, scope, { asked: '50%', seed: '2026-7' }, decider('复核员甲'));
    expect(again).toEqual(drawn);
    expect(drawn.drawn).toHaveLength(Math.ceil(drawn.of / 2));
    const { rows } = await queue({ drawn: drawn.id });
    expect(rows.map(({ id }) => id).sort()).toEqual([...drawn.drawn].sort());
    await decide([rows[0]!], { verdict: 'confirmed' });
    if (rows[1]) await decide([rows[1]]);
    const [shown] = await house.reviews.samples(scope);
    expect([shown?.upheld, shown?.overturned, shown?.open]).toEqual([
      1,
      rows[1] ? 1 : 0,
      rows.length - (rows[1] ? 2 : 1),
    ]);
    for (const asked of ['0', '101%', '-1', 'all'])
      await expect(drawReviewSample(house, scope, { asked, seed: 's' }, decider('甲'))).rejects.toThrow('抽查');
  });
});

describe('a programme that wants a review', () => {
  it('holds its circular back while something is open or not counted, and others are written', async () => {
    const plan = await findProgramme(scope.programme);
    const held = (review?: ReviewGate) =>
      holdForReview(house, {
        programme: { ...plan, rubric: { ...plan.rubric, ...(review ? { review } : {}) } },
        ...{ period: scope.period, sample: true, units },
      });
    await held();
    const open = (await queue({ kind: 'review', view: 'all' })).rows;
    expect(open.length).toBeGreaterThan(0);
    const doubts: ReviewGate = { kinds: ['review'] };
    await expect(held(doubts)).rejects.toThrow(
      `通报：方案要求先复核，还有${open.length}个问题没有复核；可接受：全部复核之后再生成，见 /reviews?programme=national&period=2026Q2`,
    );
    await expect(held({ indicators: [open[0]!.indicator] })).rejects.toThrow('没有复核');
    await decide(open);
    await expect(held(doubts)).rejects.toThrow('决定尚未计入评分');
    await score();
    await held(doubts);
  });
});

describe('scoring again', () => {
  it('takes what was decided, once at a time, and tells how far it is', async () => {
    await decide((await queue({ view: 'all', limit: 1 })).rows);
    expect((await queue()).pending).toBeGreaterThan(0);
    let open: () => void = () => undefined;
    const gate = new Promise<void>((done) => (open = done));
    const write: House['assessments']['write'] = async (...parts) => {
      await gate;
      return house.assessments.write(...parts);
    };
    const assessments = Object.assign(Object.create(house.assessments) as House['assessments'], { write });
    const runs = new ScoringRuns({ ...house, assessments });
    expect(runs.of(scope)).toBeNull();
    const [one, two] = await Promise.all([
      runs.begin(scope, decider('评估员甲')),
      runs.begin(scope, decider('评估员乙')),
    ]);
    expect(one).toBe(two);
    expect(runs.of(scope)).toMatchObject({ state: 'running', endedAt: null });
    open();
    await runs.idle();
    expect(runs.of(scope)).toMatchObject({ state: 'done', done: 4, total: 4, note: null });
    expect((await queue()).pending).toBe(0);
    expect(await replayed()).toEqual(unchanged);
    await expect(runs.begin({ ...scope, period: '2019' }, decider('甲'))).rejects.toThrow('还没有评过分');
  });
});
