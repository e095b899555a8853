import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CircularDraftDto, NewFiguresDto } from '../../apps/server/dto/circular-draft.dto.js';
import type { IssuedCircularDto, ListedCircularDto } from '../../apps/server/dto/circular.dto.js';
import { settleDrafting, type Drafting } from './support/drafting.js';
import { assessment, finding, scorecard } from './support/invented.js';
import { signedIn, type SignedIn } from './support/signed-in.js';
import { period, programme } from './support/two-departments.js';

let drafting: Drafting;
let writer: SignedIn;
let second: SignedIn;
let reviewer: SignedIn;

beforeAll(async () => {
  drafting = await settleDrafting();
  writer = await signedIn(drafting.database.stores, { role: 'assessor' });
  second = await signedIn(drafting.database.stores, { role: 'assessor' });
  reviewer = await signedIn(drafting.database.stores, { role: 'reviewer' });
});

afterAll(() => drafting?.close());

const ask = <Answer>(by: SignedIn, method: string, path: string, sent?: unknown) =>
  drafting.ask<Answer>(by, method, path, sent);

const begin = async (more = {}) =>
  (
    await ask<CircularDraftDto>(writer, 'POST', 'circular-drafts', {
      ...{ id: randomUUID(), programme, period, kind: 'quarterly', ...more },
    })
  ).json;
const draftOf = async (id: string) => (await ask<CircularDraftDto>(writer, 'GET', `circular-drafts/${id}`)).json;

async function issue(draft: string, number: string): Promise<string> {
  const { revision } = (await draftOf(draft)).newest;
  const step = (name: string) => ({ id: randomUUID(), revision, step: name, reason: '' });
  await ask(writer, 'POST', `circular-drafts/${draft}/steps`, step('sent'));
  await ask(reviewer, 'POST', `circular-drafts/${draft}/reviews`, step('approved'));
  const sent = { id: randomUUID(), revision, number, date: '2023-01-20' };
  const { json } = await ask<IssuedCircularDto>(writer, 'POST', `circular-drafts/${draft}/issue`, sent);
  return json.circular.id;
}
const say = (by: SignedIn, circular: string, word: string, reason = '数字有误', id: string = randomUUID()) =>
  ask<ListedCircularDto>(by, 'POST', `circulars/${circular}/words`, { id, word, reason });
const listed = async (id: string) =>
  (await ask<ListedCircularDto[]>(writer, 'GET', `circulars?programme=${programme}`)).json.find(
    (one) => one.id === id,
  )!;

describe('a circular that was issued', () => {
  let first: string;

  it('is revoked with a reason and restored, once each, and its files stay', async () => {
    first = await issue((await begin()).id, '云政办发〔2023〕1号');
    expect(await listed(first)).toMatchObject({ standing: 'inForce', words: [], correctedBy: null });
    expect((await say(writer, first, 'restored')).status).toBe(409);
    expect((await say(writer, first, 'revoked', ' ')).json.message).toContain('理由：没有填写');
    expect((await say(reviewer, first, 'revoked')).status).toBe(403);
    const deed = randomUUID();
    expect((await say(writer, first, 'revoked', '数字有误', deed)).status).toBe(200);
    expect((await say(writer, first, 'revoked', '数字有误', deed)).status).toBe(200);
    expect((await say(second, first, 'revoked')).json.message).toContain('已撤销');
    expect(await listed(first)).toMatchObject({
      standing: 'revoked',
      words: [{ word: 'revoked', reason: '数字有误' }],
    });
    const file = await writer.fetch(`${drafting.server.url}/api/v1/circulars/${first}/file?format=docx`);
    expect(file.status).toBe(200);
    await say(second, first, 'restored', '查明无误');
    expect((await listed(first)).standing).toBe('inForce');
  });

  it('is corrected by a later one that names it, as long as that one stands', async () => {
    const draft = await begin({ corrects: first });
    const words = draft.tokens.map(({ text }) => text);
    expect(words).toContain(`《${(await listed(first)).title}》（云政办发〔2023〕1号）`);
    const later = await issue(draft.id, '云政办发〔2023〕2号');
    expect(await listed(first)).toMatchObject({
      standing: 'corrected',
      correctedBy: { id: later, number: '云政办发〔2023〕2号' },
    });
    expect((await listed(later)).corrects).toEqual({ id: first, number: '云政办发〔2023〕1号' });
    await say(writer, later, 'revoked');
    expect((await listed(first)).standing).toBe('inForce');
    const unknown = { id: randomUUID(), programme, period, kind: 'quarterly', corrects: 'none' };
    expect((await ask(writer, 'POST', 'circular-drafts', unknown)).json.message).toContain('没有这份通报');
    const unnumbered = await ask(writer, 'POST', 'circular-drafts', { ...unknown, corrects: drafting.place.circular });
    expect(unnumbered.json.message).toContain('没有发文字号');
  });
});

describe('a draft whose period was scored again', () => {
  it('says so, shows what changes, and takes the new figures in with the words that were written', async () => {
    const draft = await begin();
    const wording = structuredClone(draft.wording);
    wording.passages[1]!.words.unshift('经研究，');
    const save = (revision: number, assessedAt: string) =>
      ask(writer, 'PUT', `circular-drafts/${draft.id}/wording`, { revision, wording, assessedAt });
    await save(1, draft.assessedAt);

    const cards = [drafting.place.own, drafting.place.other].map(({ unit }, i) => {
      const found = finding(unit, 'published-in-time', `${unit.site!}late.html`, 'fail');
      const result = { indicator: 'published-in-time', outcome: 'fail' as const, max: '10', points: `${6 - i}` };
      return {
        ...scorecard(unit, period, '2023-01-10', [{ ...result, measured: 9, of: 10, findings: [found] }]),
        rank: i + 1,
      };
    });
    const { scorecards, tasks, ...opening } = assessment(drafting.place.round, period, '2023-01-10', cards);
    const again = { ...opening, assessedAt: '2023-01-19T00:00:00.000Z' };
    await drafting.database.stores.assessments.write(again, { publish: true }, async (writing) => {
      await writing.add(scorecards.map((card) => ({ card, pins: [] })));
      await writing.rank(scorecards);
      await writing.addTasks(tasks);
    });
    expect((await draftOf(draft.id)).isOutdated).toBe(true);

    const path = `circular-drafts/${draft.id}/figures`;
    const { json: seen } = await ask<NewFiguresDto>(reviewer, 'GET', path);
    expect(seen.changes.length).toBeGreaterThan(0);
    expect((await ask(reviewer, 'POST', path, { revision: 2 })).status).toBe(403);
    expect((await ask(writer, 'POST', path, { revision: 1 })).status).toBe(409);
    expect((await ask(writer, 'POST', path, { revision: 2 })).json).toMatchObject({ revision: 3 });

    const now = await draftOf(draft.id);
    expect(now).toMatchObject({ isOutdated: false, assessedAt: seen.assessedAt, unchecked: [] });
    expect(now.wording.passages[1]!.words[0]).toMatch(/^经研究，/);
    expect(now.versions.map(({ isComparable }) => isComparable)).toEqual([true, false, false]);
    // Written between figures that are others now, a text is not kept.
    const stale = await save(3, draft.assessedAt);
    expect([stale.status, stale.json.message]).toEqual([409, expect.stringContaining('已换成新的数字')]);
    const issued = await issue(draft.id, '云政办发〔2023〕3号');
    const { newest } = await draftOf(draft.id);
    const row = (await drafting.database.stores.circulars.circular(issued))!;
    const version = await drafting.database.stores.circularDrafts.version(draft.id, newest.revision);
    expect(row.assessment).toBe(version!.figures!.assessment);
  });
});
