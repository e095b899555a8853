import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { printCircular } from '#circulars';
import { sha256Of } from '#evidence';
import { asIssued, draftedCircular } from '#operations';
import type { CircularDraftDto, CircularWordingDto } from '../../apps/server/dto/circular-draft.dto.js';
import type { IssuedCircularDto } from '../../apps/server/dto/circular.dto.js';
import { readDocxParagraphs } from '../../libs/circulars/docx/read-docx-text.js';
import { settleDrafting, type Drafting } from './support/drafting.js';
import { signedIn, type SignedIn } from './support/signed-in.js';
import { period, programme } from './support/two-departments.js';

let drafting: Drafting;
let writer: SignedIn;
let second: SignedIn;
let reviewer: SignedIn;
let leader: SignedIn;
let now = new Date('2023-01-20T01:00:00Z');

beforeAll(async () => {
  drafting = await settleDrafting(() => now);
  writer = await signedIn(drafting.database.stores, { role: 'assessor' });
  second = await signedIn(drafting.database.stores, { role: 'assessor' });
  reviewer = await signedIn(drafting.database.stores, { role: 'reviewer' });
  leader = await signedIn(drafting.database.stores, { role: 'leader' });
});

afterAll(() => drafting?.close());

const ask = <Answer = CircularDraftDto>(by: SignedIn, method: string, path: string, sent?: unknown) =>
  drafting.ask<Answer>(by, method, `circular-drafts${path}`, sent);

const begin = async (id: string = randomUUID()) =>
  (await ask(writer, 'POST', '', { id, programme, period, kind: 'quarterly' })).json;
const save = (by: SignedIn, draft: string, revision: number, wording: CircularWordingDto) =>
  ask<{ revision: number; unchecked: string[]; message: string }>(by, 'PUT', `/${draft}/wording`, {
    revision,
    wording,
  });
const step = (by: SignedIn, draft: string, revision: number, name: string, reason = '', id: string = randomUUID()) =>
  ask(by, 'POST', `/${draft}/${['approved', 'returned'].includes(name) ? 'reviews' : 'steps'}`, {
    ...{ id, revision, step: name, reason },
  });
const issue = (by: SignedIn, draft: string, revision: number, number: string, date = '2023-01-20', id = randomUUID()) =>
  ask<IssuedCircularDto & { message: string }>(by, 'POST', `/${draft}/issue`, { id, revision, number, date });
/** The text with a sentence put before its first paragraph. */
const withSentence = (wording: CircularWordingDto, sentence: string): CircularWordingDto => {
  const copy = structuredClone(wording);
  copy.passages[1]!.words.unshift(sentence);
  return copy;
};

describe('the draft of a circular', () => {
  it('is begun on a result, with its figures apart from its words, and begun once', async () => {
    const id = randomUUID();
    const draft = await begin(id);
    expect(draft).toMatchObject({
      id,
      state: 'editing',
      isOutdated: false,
      unchecked: [],
      versions: [{ revision: 1 }],
    });
    expect(draft.wording).toEqual(draft.computed);
    const figures = draft.tokens.filter(({ kind }) => kind === 'figure');
    expect(figures.length).toBeGreaterThan(5);
    expect(figures.every(({ text, hint }) => /[\d分升降持]/.test(text) || hint.length > 5)).toBe(true);
    await begin(id);
    const listed = await ask<CircularDraftDto[]>(leader, 'GET', `?programme=${programme}`);
    expect(listed.json.filter((one) => one.id === id)).toMatchObject([{ state: 'editing', newest: { revision: 1 } }]);
    expect((await ask(leader, 'POST', '', { id, programme, period, kind: 'quarterly' })).status).toBe(403);
    const none = { id: randomUUID(), programme, period: '2019Q1', kind: 'quarterly' };
    expect(await ask(writer, 'POST', '', none)).toMatchObject({ status: 400, json: { message: /还没有按方案/ } });
  });

  it('saves itself over what was read, the second of two refused and told who was first', async () => {
    const { id, wording } = await begin();
    const first = await save(writer, id, 1, withSentence(wording, '受委托，'));
    expect(first).toMatchObject({ status: 200, json: { revision: 2, unchecked: [] } });
    // The answer was lost: the same again is the same version.
    expect((await save(writer, id, 1, withSentence(wording, '受委托，'))).json.revision).toBe(2);
    const late = await save(second, id, 1, withSentence(wording, '另行'));
    expect([late.status, late.json.message]).toEqual([409, expect.stringMatching(/某甲已于.*保存过，这里的没有保存/)]);
    expect((await save(second, id, 2, withSentence(wording, '另行'))).json.revision).toBe(3);
    expect((await save(reviewer, id, 3, wording)).status).toBe(403);
  });

  it('keeps a version for every sitting and hand, and each can be read again', async () => {
    const { id, wording } = await begin();
    const texts = ['甲', '乙', '丙'].map((word) => withSentence(wording, `${word}。`));
    await save(writer, id, 1, texts[0]!);
    await save(writer, id, 2, texts[1]!);
    now = new Date(now.getTime() + 11 * 60_000);
    await save(writer, id, 3, texts[2]!);
    await save(second, id, 4, texts[0]!);
    const { json } = await ask(leader, 'GET', `/${id}`);
    expect(json.versions.map(({ revision }) => revision)).toEqual([5, 4, 3, 1]);
    const older = await ask<{ wording: CircularWordingDto }>(leader, 'GET', `/${id}/wording?revision=3`);
    expect(older.json.wording).toEqual(texts[1]);
    expect((await ask(leader, 'GET', `/${id}/wording?revision=2`)).status).toBe(400);
  });

  it('takes no figure that was not computed, no field that nobody offered, and no text without a title', async () => {
    const { id, wording } = await begin();
    const forged = structuredClone(wording);
    forged.passages[1]!.words.push(9999);
    expect((await save(writer, id, 1, forged)).json.message).toContain('没有算出过编号为9999的数字');
    expect((await save(writer, id, 1, { ...wording, passages: wording.passages.slice(1) })).status).toBe(400);
    const odd = { ...wording, tokens: [] } as CircularWordingDto;
    expect((await save(writer, id, 1, odd)).json.message).toContain('不认识的字段');
    const day = { ...wording, deadline: '2023-02-30' };
    expect((await save(writer, id, 1, day)).json.message).toContain('没有这一天');
    expect((await ask(writer, 'GET', `/${id}`)).json.wording).toEqual(wording);
    expect((await ask(writer, 'GET', `/${randomUUID()}`)).status).toBe(404);
  });

  it('is not sent with a number that nobody answers for', async () => {
    const { id, wording } = await begin();
    const sentence = '全县共有330个行政村。';
    const typed = withSentence(wording, sentence);
    expect((await save(writer, id, 1, typed)).json.unchecked).toEqual([sentence]);
    const refused = await step(writer, id, 2, 'sent');
    expect([refused.status, refused.json.message]).toEqual([
      400,
      expect.stringContaining(`“${sentence}”中有未经核对的数字`),
    ]);
    await save(writer, id, 2, { ...typed, checked: [{ sentence, reason: '县统计公报' }] });
    expect((await step(writer, id, 3, 'sent')).json.state).toBe('inReview');
  });

  it('is reviewed by another person, taken back, dropped and taken up again', async () => {
    const { id, wording } = await begin();
    expect((await step(writer, id, 1, 'approved')).status).toBe(409);
    const sending = randomUUID();
    await step(writer, id, 1, 'sent', '', sending);
    expect((await step(writer, id, 1, 'sent', '', sending)).status).toBe(200);
    expect((await step(second, id, 1, 'sent')).json.message).toContain('本稿送审中');
    expect((await save(writer, id, 1, withSentence(wording, '甲'))).json.message).toContain('不能修改');
    expect((await step(writer, id, 1, 'approved')).json.message).toContain('须由另一人审核');
    expect((await ask(writer, 'GET', `/${id}`)).json.reviewObjection).toContain('须由另一人审核');
    expect((await step(reviewer, id, 1, 'returned')).json.message).toContain('退回理由：没有填写');
    expect((await step(reviewer, id, 1, 'returned', '开头一段再压一压')).json).toMatchObject({
      state: 'editing',
      steps: [{ step: 'sent' }, { step: 'returned', reason: '开头一段再压一压' }],
    });
    expect((await step(leader, id, 1, 'sent')).status).toBe(403);
    expect((await step(writer, id, 1, 'dropped')).json.state).toBe('dropped');
    expect((await step(second, id, 1, 'recalled')).json.state).toBe('editing');
    // Whoever only took it back wrote nothing; whoever sent it did.
    expect((await step(second, id, 1, 'sent')).json.state).toBe('inReview');
    expect((await step(second, id, 1, 'approved')).status).toBe(400);
    expect((await step(reviewer, id, 1, 'approved')).json.state).toBe('approved');
  });

  it('is issued under a number and date, and changes no more', async () => {
    const { id, wording } = await begin();
    await save(writer, id, 1, withSentence(wording, '受县人民政府委托，'));
    expect((await issue(writer, id, 2, '云政办发〔2023〕3号')).status).toBe(409);
    await step(writer, id, 2, 'sent');
    await step(reviewer, id, 2, 'approved');
    expect((await issue(reviewer, id, 2, '云政办发〔2023〕3号')).status).toBe(403);
    for (const [number, date, why] of [
      ['云政办发〔2023〕03号', '2023-01-20', '虚位'],
      ['云政办发〔2022〕3号', '2023-01-20', '不是同一年'],
      ['云政办发〔2023〕3号', '2023-06-01', '成文日期'],
      ['云政办发〔2023〕3号', '2023-02-19', '不晚于成文日期'],
    ] as const)
      expect((await issue(writer, id, 2, number, date)).json.message).toContain(why);
    const deed = randomUUID();
    const { status, json } = await issue(writer, id, 2, '云政办发 [2023] 3 号', '2023-01-20', deed);
    expect(status).toBe(200);
    expect(json.circular).toMatchObject({ number: '云政办发〔2023〕3号', issuedOn: '2023-01-20', draft: id });
    expect(json.warnings).toContainEqual(expect.stringContaining('未生成 PDF'));
    expect((await issue(writer, id, 2, '云政办发〔2023〕3号', '2023-01-20', deed)).json.circular).toEqual(
      json.circular,
    );

    const words = await readDocxParagraphs(Buffer.from(await drafting.blobs.get(json.circular.files[0]!.sha256)));
    expect(words).toContain('云政办发〔2023〕3号');
    expect(words).toContain('2023年1月20日');
    expect(words.some((line) => line.startsWith('受县人民政府委托，按照'))).toBe(true);
    // Written again from what was kept, it is the same to the byte.
    const row = (await drafting.database.stores.circularDrafts.draft(id))!;
    const { model } = await draftedCircular({ ...drafting.database.stores, blobs: drafting.blobs }, row, 2);
    const again = await printCircular(asIssued(model, json.circular), null);
    expect(again.files.map(({ bytes }) => sha256Of(bytes))).toEqual(json.circular.files.map(({ sha256 }) => sha256));

    expect((await save(writer, id, 2, wording)).status).toBe(409);
    expect((await step(writer, id, 2, 'recalled')).json.message).toContain('本稿已印发');
    expect((await issue(second, id, 2, '云政办发〔2023〕4号')).status).toBe(409);
  });

  it('has a number of its own, of two at once the second told whose it is', async () => {
    const drafts = [await begin(), await begin()];
    expect(drafts[0]!.likelyNumber).toBe('云政办发〔2023〕4号');
    for (const { id } of drafts) {
      await step(writer, id, 1, 'sent');
      await step(reviewer, id, 1, 'approved');
    }
    const answers = await Promise.all(drafts.map(({ id }) => issue(writer, id, 1, '云政办发〔2023〕4号')));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)!.json.message).toContain('云政办发〔2023〕4号已用于“');
  });

  it('is shown as it would be printed, by a page that runs nothing', async () => {
    const { id } = await begin();
    const preview = await leader.fetch(`${drafting.server.url}/api/v1/circular-drafts/${id}/preview`);
    expect(preview.headers.get('content-security-policy')).toMatch(/^sandbox/);
    expect(await preview.text()).toContain('<h1>');
    const file = await leader.fetch(`${drafting.server.url}/api/v1/circular-drafts/${id}/file`);
    const words = await readDocxParagraphs(Buffer.from(await file.arrayBuffer()));
    expect(words.join('')).toContain('现将有关情况通报如下：');
  });

  it('of a special kind is about the units of its rule alone, and says by which', async () => {
    const special = (rule: object | undefined, kind = 'special') =>
      ask(writer, 'POST', '', { id: randomUUID(), programme, period, kind, ...(rule ? { special: rule } : {}) });
    const { json } = await special({ by: 'indicator', indicator: 'published-in-time' });
    expect(json.rule).toMatch(/^有“.+”一类问题$/);
    expect(json.title).toContain('专项通报');
    for (const [rule, kind, why] of [
      [undefined, 'special', '没有写明专项通报哪些单位'],
      [{ by: 'overdue' }, 'quarterly', '只有专项通报可以选范围'],
      [{ by: 'overdue' }, 'special', '没有整改逾期的单位'],
      [{ by: 'grade', grade: '丙' }, 'special', '方案没有“丙”等次'],
      [{ by: 'grade' }, 'special', 'special.grade'],
    ] as const) {
      const refused = await special(rule, kind);
      expect([refused.status, refused.json.message]).toEqual([400, expect.stringContaining(why)]);
    }
    const before = now;
    now = new Date('2023-03-01T01:00:00Z');
    const overdue = (await special({ by: 'overdue' })).json;
    now = before;
    expect(overdue.rule).toBe('整改逾期');
    const words = overdue.wording.passages.map(({ words }) =>
      words.filter((piece) => typeof piece === 'string').join(),
    );
    expect(words.join()).toMatch(/逾期的整改通知.*件，所列问题尚有.*条没有确认整改，最长逾期/);
    expect(overdue.tokens.filter(({ kind }) => kind === 'figure').map(({ text }) => text)).toContain('2');
  });

  it('leaves what was done in the trail, its saving by itself once an hour', async () => {
    const { id, wording } = await begin();
    await save(writer, id, 1, withSentence(wording, '甲。'));
    await save(writer, id, 2, withSentence(wording, '乙。'));
    await step(writer, id, 3, 'dropped');
    const { rows } = await drafting.database.stores.audit.entries({ limit: 20, offset: 0 });
    const told = rows.filter(({ after }) => JSON.stringify(after).includes(id)).map(({ sentence }) => sentence);
    expect(told).toEqual([
      expect.stringMatching(/^办理通报稿：作废 .*通报$/),
      '修改通报稿',
      expect.stringMatching(/^起草通报：.*通报$/),
    ]);
  });
});
