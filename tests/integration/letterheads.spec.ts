import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { printCircular } from '#circulars';
import { sha256Of } from '#evidence';
import { asIssued, draftedCircular } from '#operations';
import type { CircularDraftDto } from '../../apps/server/dto/circular-draft.dto.js';
import type { NoticeDto } from '../../apps/server/dto/rectification.dto.js';
import type { IssuedCircularDto } from '../../apps/server/dto/circular.dto.js';
import type { LetterheadContentDto, LetterheadDto } from '../../apps/server/dto/letterhead.dto.js';
import { readDocxParagraphs } from '../../libs/circulars/docx/read-docx-text.js';
import { DocumentNumbers1700000000054 } from '../../libs/database/migrations/1700000000054-document-numbers.migration.js';
import { settleDrafting, type Drafting } from './support/drafting.js';
import { signedIn, type SignedIn } from './support/signed-in.js';
import { period, programme } from './support/two-departments.js';

let drafting: Drafting;
let administrator: SignedIn;
let assessor: SignedIn;
let reviewer: SignedIn;

beforeAll(async () => {
  drafting = await settleDrafting();
  administrator = await signedIn(drafting.database.stores, { role: 'administrator' });
  assessor = await signedIn(drafting.database.stores, { role: 'assessor' });
  reviewer = await signedIn(drafting.database.stores, { role: 'reviewer' });
});

afterAll(() => drafting?.close());

const ask = <Answer>(by: SignedIn, method: string, path: string, sent?: unknown) =>
  drafting.ask<Answer>(by, method, path, sent);

const office: LetterheadContentDto = {
  issuer: '云岭县人民政府办公室',
  heading: '云岭县人民政府办公室文件',
  code: '云政办发',
  recipients: '各乡镇人民政府，县政府各部门',
  copyTo: '县委办公室',
  signature: '云岭县人民政府办公室',
  printedBy: '云岭县人民政府办公室秘书股',
  contact: '政务公开股',
  publicNote: '（此件公开发布）',
  inUse: true,
};
const save = (by: SignedIn, id: string, base: number, content: LetterheadContentDto, reason = '新设') =>
  ask<LetterheadDto>(by, 'PUT', `letterheads/${id}`, { base, content, reason });
const begin = (sent = {}) =>
  ask<CircularDraftDto>(assessor, 'POST', 'circular-drafts', {
    ...{ id: randomUUID(), programme, period, kind: 'quarterly', ...sent },
  });

async function approve(draft: string): Promise<void> {
  const step = (name: string) => ({ id: randomUUID(), revision: 1, step: name, reason: '' });
  await ask(assessor, 'POST', `circular-drafts/${draft}/steps`, step('sent'));
  await ask(reviewer, 'POST', `circular-drafts/${draft}/reviews`, step('approved'));
}
const issue = (draft: string, number: string, more = {}) =>
  ask<IssuedCircularDto>(assessor, 'POST', `circular-drafts/${draft}/issue`, {
    ...{ id: randomUUID(), revision: 1, number, date: '2023-01-20', ...more },
  });

describe('what an office prints around its circulars', () => {
  const id = randomUUID();

  it('is the programme’s until somebody makes a letterhead', async () => {
    const { json } = await begin();
    expect(json.letterhead).toBeNull();
    expect((await ask<LetterheadDto[]>(assessor, 'GET', 'letterheads')).json).toEqual([]);
  });

  it('is kept version by version, with who and why, and of two at once the second is told', async () => {
    expect((await save(administrator, id, 0, office)).json).toMatchObject({ id, version: 1, reason: '新设' });
    // Sent again because the answer was lost, it is the same version.
    expect((await save(administrator, id, 0, office)).json.version).toBe(1);
    const changed = { ...office, contact: '政务公开科' };
    expect((await save(assessor, id, 1, changed, ' ')).json.message).toContain('理由：没有填写');
    const both = await Promise.all([
      save(assessor, id, 1, changed, '改名'),
      save(administrator, id, 1, { ...office, copyTo: '' }, '不再抄送'),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(both.find(({ status }) => status === 409)!.json.message).toContain('保存第 2 版，这里的没有保存');
    const goingBack = await save(administrator, id, 2, office, '改回第 1 版');
    expect(goingBack.json.version).toBe(3);
    const versions = await ask<LetterheadDto[]>(reviewer, 'GET', `letterheads/${id}/versions`);
    expect(versions.json.map(({ version }) => version)).toEqual([3, 2, 1]);
    expect(versions.json[0]!.content).toEqual(versions.json[2]!.content);
  });

  it('is refused with one line for each fault, a code of another office, and a reader’s hand', async () => {
    const bad = await save(administrator, id, 3, { ...office, heading: '', code: '云3' });
    expect([bad.status, bad.json.message]).toEqual([400, expect.stringMatching(/发文机关标志：没有填写.*机关代字/s)]);
    const other = { ...office, issuer: '云岭县教育局' };
    expect((await save(administrator, randomUUID(), 0, other)).json.message).toContain('“云政办发”已由“云岭县人民政府');
    expect((await save(administrator, randomUUID(), 4, { ...other, code: '云教发' })).status).toBe(409);
    expect((await save(administrator, 'x', 0, other)).status).toBe(400);
    expect((await save(reviewer, id, 3, other)).status).toBe(403);
    expect((await ask<LetterheadDto[]>(assessor, 'GET', 'letterheads')).json).toMatchObject([{ id, version: 3 }]);
  });

  it('is shown on a first page before it is kept', async () => {
    const look = (content: LetterheadContentDto) => {
      const { inUse: _, ...texts } = content;
      return ask<{ page: string }>(assessor, 'GET', `letterheads/preview?${new URLSearchParams(texts).toString()}`);
    };
    const seen = await look({ ...office, heading: '<b>红头' });
    expect(seen.json.page).toContain('&lt;b&gt;红头');
    expect(seen.json.page).toContain('云政办发〔2023〕1号');
    expect((await look({ ...office, code: '' })).status).toBe(400);
  });

  it('goes with a draft as it was then, numbers it by its code, and stays with it for ever', async () => {
    const { json: draft } = await begin();
    expect(draft).toMatchObject({
      letterhead: { id, version: 3, issuer: office.issuer, code: '云政办发' },
      likelyNumber: '云政办发〔2023〕1号',
      wording: { recipients: office.recipients, copyTo: office.copyTo },
    });
    await save(administrator, id, 3, { ...office, heading: '云岭县人民政府办公室函' }, '改红头');
    await approve(draft.id);
    expect((await issue(draft.id, '云教发〔2023〕1号')).json.message).toContain('不是所用发文模板的');
    const early = await issue(draft.id, '云政办发〔2023〕1号', { printedOn: '2023-01-19' });
    expect(early.json.message).toContain('印发日期');
    const issued = await issue(draft.id, '云政办发〔2023〕1号', { printedOn: '2023-01-28' });
    expect(issued.json.circular).toMatchObject({ number: '云政办发〔2023〕1号', printedOn: '2023-01-28' });
    const docx = Buffer.from(await drafting.blobs.get(issued.json.circular.files[0]!.sha256));
    expect((await readDocxParagraphs(docx))[0]).toBe('云岭县人民政府办公室文件');

    const row = (await drafting.database.stores.circularDrafts.draft(draft.id))!;
    const { model } = await draftedCircular({ ...drafting.database.stores, blobs: drafting.blobs }, row);
    const again = await printCircular(asIssued(model, issued.json.circular), null);
    expect(again.files.map(({ bytes }) => sha256Of(bytes))).toEqual(
      issued.json.circular.files.map(({ sha256 }) => sha256),
    );
    expect((await begin()).json).toMatchObject({ letterhead: { version: 4 }, likelyNumber: '云政办发〔2023〕2号' });
  });

  it('stands over a notice to mend that was sent under it, and over none from before', async () => {
    const [known] = await drafting.database.stores.rectifications.notices({});
    const { assessment, organisation, account, dueOn, demand, issuer } = known!;
    const findings = known!.findings.map((one) => one.id);
    const later = { id: 'notice-later', assessment, organisation, account, findings, dueOn, demand, issuer };
    await drafting.database.stores.rectifications.issue(
      { ...later, issuedAt: '2023-01-21T01:00:00.000Z' },
      () => undefined,
    );
    const paragraphs = async (notice: string) => {
      const answer = await assessor.fetch(`${drafting.server.url}/api/v1/rectifications/${notice}/letter.docx`);
      return readDocxParagraphs(Buffer.from(await answer.arrayBuffer()));
    };
    // A letter bears no number: the red rule stands alone.
    const title = ['云岭县人民政府办公室关于', '限期整改政务公开问题的通知'];
    expect((await paragraphs('notice-later')).slice(0, 4)).toEqual(['云岭县人民政府办公室函', '', ...title]);
    expect((await paragraphs(known!.id)).slice(0, 2)).toEqual(title);
    const pdf = await ask(assessor, 'GET', 'rectifications/notice-later/letter.pdf');
    expect([pdf.status, pdf.json.message]).toEqual([404, expect.stringContaining('未生成 PDF')]);
  });

  it('gives a notice to mend a number of its office, that no circular and no other notice bears', async () => {
    const standing = await drafting.database.stores.rectifications.notices({});
    const { organisation, findings } = standing[0]!;
    for (const { id: notice } of standing.filter((one) => one.organisation === organisation))
      await ask(assessor, 'POST', `rectifications/${notice}/withdrawal`, { id: randomUUID(), reason: '重新编号发出' });
    const about = { programme, period, organisation, findings: findings.map((one) => one.id), dueOn: '2023-02-20' };
    const send = (number: string) =>
      ask<NoticeDto>(assessor, 'POST', 'rectifications', { id: randomUUID(), ...about, demand: '请整改。', number });
    expect((await send('云教发〔2023〕2号')).json.message).toContain('不是所用发文模板的');
    expect((await send('云政办发〔2022〕2号')).json.message).toContain('不是同一年');
    const taken = await send('云政办发〔2023〕1号');
    expect([taken.status, taken.json.message]).toEqual([
      409,
      expect.stringContaining('已用于“云岭县人民政府办公室关于'),
    ]);
    const sent = await send('云政办发 [2023] 2 号');
    expect([sent.status, sent.json.number]).toEqual([201, '云政办发〔2023〕2号']);
    const letter = await assessor.fetch(`${drafting.server.url}/api/v1/rectifications/${sent.json.id}/letter.docx`);
    expect((await readDocxParagraphs(Buffer.from(await letter.arrayBuffer()))).slice(0, 2)).toEqual([
      '云岭县人民政府办公室函',
      '云政办发〔2023〕2号',
    ]);
    const { json: draft } = await begin();
    expect(draft.likelyNumber).toBe('云政办发〔2023〕3号');
    await approve(draft.id);
    const twice = await issue(draft.id, '云政办发〔2023〕2号');
    expect([twice.status, twice.json.message]).toEqual([409, expect.stringContaining('已用于“整改通知（')]);

    // Of a circular and a notice that ask for one number at once, one has it.
    await ask(assessor, 'POST', `rectifications/${sent.json.id}/withdrawal`, { id: randomUUID(), reason: '重发' });
    const both = await Promise.all([issue(draft.id, '云政办发〔2023〕3号'), send('云政办发〔2023〕3号')]);
    expect(both.map(({ status }) => status < 300).sort()).toEqual([false, true]);
    const refused = both.find(({ status }) => status === 409)!;
    expect(refused.json.message).toMatch(/3号已用于“(?:整改通知（|云岭县人民政府办公室关于)/);
  });

  it('has the numbers of circulars and notices in one book, which an upgrade fills from both', async () => {
    const { dataSource, stores } = drafting.database;
    const book = () => dataSource.query<{ number: string }[]>(`select * from document_number order by number`);
    const before = await book();
    expect(before.map(({ number }) => number)).toEqual([1, 2, 3].map((serial) => `云政办发〔2023〕${serial}号`));
    expect(await stores.circulars.numbers(false)).toHaveLength(3);
    const [row] = before;
    await expect(dataSource.query(`insert into document_number select * from document_number`)).rejects.toThrow(
      /unique/,
    );
    const runner = dataSource.createQueryRunner();
    const migration = new DocumentNumbers1700000000054();
    await migration.down(runner);
    await migration.up(runner);
    await runner.release();
    expect(await book()).toEqual(before);
    expect(row).toMatchObject({ sample: false, title: expect.stringContaining('云岭县人民政府办公室关于') as string });
  });

  it('is chosen for a draft among those in use', async () => {
    const own = randomUUID();
    const education = { ...office, issuer: '云岭县教育局', code: '云教发' };
    await save(administrator, own, 0, education);
    expect((await begin({ letterhead: own })).json).toMatchObject({
      letterhead: { issuer: '云岭县教育局' },
      likelyNumber: '云教发〔2023〕1号',
    });
    await save(administrator, own, 1, { ...education, inUse: false }, '不再发文');
    expect((await begin({ letterhead: own })).json.message).toContain('没有这个模板，或已停用');
    expect((await begin({ letterhead: randomUUID() })).status).toBe(400);
  });

  it('leaves in the trail what was changed, by whom and why', async () => {
    const { rows } = await drafting.database.stores.audit.entries({ limit: 50, offset: 0 });
    const told = rows.filter(({ sentence }) => sentence.startsWith('修改发文模板'));
    expect(told.length).toBeGreaterThan(4);
    expect(JSON.stringify(told.map(({ after }) => after))).toContain('改回第 1 版');
  });
});
