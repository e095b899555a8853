import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '#access';
import type { OrganisationRow } from '#database';
import { readSettings } from '#kernel';
import { crawlRound, findProgramme, openHouse, type House } from '#operations';
import { itemsOf } from '#scoring';
import { makePdf, makeXlsx } from '../../libs/files/make-files.test.js';
import { makeJpeg } from '../../libs/files/make-uploads.test.js';
import type { MaterialDetailDto, MaterialDraftDto, MaterialPageDto } from '../../apps/server/dto/material.dto.js';
import { startServer, type RunningServer } from '../../apps/server/server.js';
import { assessWhole } from '../assess-whole.js';
import { organisation } from './support/invented.js';
import { signedIn, type SignedIn } from './support/signed-in.js';
import { temporaryPlace, type TemporaryPlace } from './support/temporary-database.js';

// The office for approvals of the district and one of its streets, by the names that the plan gives them, on invented sites.
const [bureau, street] = ['区行政审批服务局', '盛庄街道办事处'];
const plan = { programme: 'luozhuang-2020', period: '2026Q2', asOf: '2026-06-30' };
const scope = `programme=${plan.programme}&period=${plan.period}`;

let sites: Server;
let house: House;
let server: RunningServer;
let place: TemporaryPlace;
let units: OrganisationRow[];
let office: SignedIn;
let reviewer: SignedIn;
let second: SignedIn;

beforeAll(async () => {
  place = await temporaryPlace();
  // Time goes on by a second with every look at it, so that nothing is done at once.
  let seconds = 0;
  const clock = { now: () => new Date(Date.parse('2026-06-29T08:00:00+08:00') + 1000 * seconds++) };
  house = await openHouse(readSettings({ ...place.settings, MINGJING_NO_BROWSER: '1' }), clock);
  const answers: Record<string, string> = {
    '/': '<div class="nav"><a href="/zfxxgk/">政府信息公开</a></div><p>欢迎访问</p>',
    '/zfxxgk/': '<h1>政府信息公开</h1><ul><li><a href="/zn.html">政府信息公开指南</a></li></ul>',
    '/zn.html': '<h1>政府信息公开指南</h1><p>为方便公民、法人和其他组织查阅信息，编制本指南。</p>',
  };
  sites = createServer((request, response) => {
    const text = answers[request.url ?? ''];
    response.writeHead(text === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(`<html><head><meta charset="utf-8"><title>公开</title></head><body>${text ?? ''}</body></html>`);
  });
  await new Promise<void>((done) => sites.listen(0, '127.0.0.1', done));
  const address = sites.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  units = await house.organisations.importOrganisations([
    organisation(bureau, { site: `http://127.0.0.1:${port}/`, level: '县', category: '部门', aliases: ['审批局'] }),
    organisation(street, { site: `http://localhost:${port}/`, level: '乡', category: '街镇' }),
  ]);
  const network = { allowNetworks: '127.0.0.1/32,::1/128', intervalMs: 0 };
  await crawlRound(house, { units, full: true, sample: true, ...network, signal: new AbortController().signal });
  server = await startServer({
    settings: { HOST: '127.0.0.1', PORT: 0 },
    dataSource: house.database.dataSource,
    blobs: house.blobs,
    programmes: [await findProgramme(plan.programme)],
    now: () => house.clock.now(),
  });
  const sampleAccount = async (role: Role, name: string, unit: string | null = null) => {
    const made = await signedIn(house, { role, unit });
    await house.database.dataSource.query(`update account set sample = true, display_name = $2 where id = $1`, [
      made.account.id,
      name,
    ]);
    return made;
  };
  office = await sampleAccount('department', '某甲', units[0]!.id);
  reviewer = await sampleAccount('reviewer', '某乙');
  second = await sampleAccount('assessor', '某丙');
});

afterAll(async () => {
  await server?.close();
  await house?.close();
  sites?.close();
  await place?.remove();
});

/** Whatever an answer may hold. */
type Said = { pending: number } & MaterialDetailDto & MaterialPageDto & MaterialDraftDto & { message: string };

async function call(by: SignedIn, method: string, path: string, sent?: unknown) {
  const answer = await by.fetch(`${server.url}/api/v1/${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(sent === undefined ? {} : { body: JSON.stringify(sent) }),
  });
  return { status: answer.status, json: (await answer.json()) as Said };
}

async function upload(name: string, bytes: Uint8Array, by = office, unit = units[0]!.id): Promise<string> {
  const query = new URLSearchParams({ organisation: unit, name });
  const answer = await by.fetch(`${server.url}/api/v1/uploads?${query.toString()}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: new Uint8Array(bytes),
  });
  expect(answer.status).toBe(201);
  return ((await answer.json()) as { id: string }).id;
}

const said = (words: string, ...files: string[]) => ({ words, files, person: null });
const keyOf = (requirement: string) => ({
  ...{ organisation: units[0]!.id, programme: plan.programme, period: plan.period, requirement },
});
const send = (requirement: string, answers: object, by = office, id: string = randomUUID()) =>
  call(by, 'POST', 'materials', { id, ...keyOf(requirement), answers });
const decide = (version: string, verdict: string, by = reviewer, more: object = {}) =>
  call(by, 'POST', `materials/${version}/decisions`, { id: randomUUID(), verdict, grade: null, reason: '', ...more });
const form = async (requirement: string, by = office) =>
  (await call(by, 'GET', `materials/form?${scope}&organisation=${units[0]!.id}&requirement=${requirement}`)).json;
const lastVersion = async (requirement: string): Promise<string> => (await form(requirement)).versions[0]!.id;

const assess = (change: object = {}) => assessWhole(house, { ...plan, units, replay: false, ...change });
const unchanged = { compared: 2, differing: [] };
async function judged(indicator: string) {
  const { row } = await assess();
  const card = row.scorecards.find((one) => one.organisation.name === bureau)!;
  return {
    card,
    node: itemsOf(card.tree).find((one) => one.indicator === indicator)!,
    task: (id: string) => row.tasks.find((one) => one.task === id),
  };
}

describe('material of a unit', () => {
  it('is asked of the units that the plan means, and seen by them alone', async () => {
    const own = (await call(office, 'GET', `materials?${scope}`)).json;
    const ids = own.rows.map((one) => one.requirement);
    expect(ids).toContain('LZ-08');
    expect(new Set(own.rows.map((one) => one.organisation.name))).toEqual(new Set([bureau]));
    expect(own.counts).toEqual({ none: own.total });
    expect(own.rows.find((one) => one.requirement === 'LZ-08')).toMatchObject({
      ...{ state: 'none', due: '2020年8月底前', dueOn: '2020-08-31', decidedBy: '区政府办公室', version: null },
    });
    const all = (await call(reviewer, 'GET', `materials?${scope}&limit=200`)).json;
    const street08 = all.rows.filter((one) => one.organisation.name === street && one.requirement === 'LZ-08');
    expect(street08).toEqual([]);
    expect(all.total).toBeGreaterThan(own.total);
    expect((await call(office, 'GET', `materials?${scope}&organisation=${units[1]!.id}`)).status).toBe(404);
    expect((await form('LZ-08')).fields.map(({ label, kind }) => [label, kind])).toEqual([
      ['各体验区的地点', 'text'],
      ['照片', 'photographs'],
      ['服务内容说明', 'text'],
    ]);
  });

  it('is saved as a draft whatever it is, and nobody’s draft is lost to another’s', async () => {
    const save = (revision: number, words: string, by = office) =>
      call(by, 'PUT', 'materials/draft', { ...keyOf('LZ-08'), revision, answers: { 各体验区的地点: said(words) } });
    expect((await save(0, '大厅')).json).toMatchObject({ revision: 1, saver: '某甲' });
    // The answer got lost, and the page sends the same again.
    expect((await save(0, '大厅')).json).toMatchObject({ revision: 1 });
    expect((await save(1, '大厅一楼')).json).toMatchObject({ revision: 2 });
    const late = await save(1, '别的', second);
    expect(late).toMatchObject({
      status: 409,
      json: { message: expect.stringContaining('某甲已于2026-06-29') as string },
    });
    expect(await form('LZ-08')).toMatchObject({
      state: 'draft',
      draft: { answers: { 各体验区的地点: { words: '大厅一楼' } } },
    });
    // What no database can hold is no fault of whoever types.
    expect((await save(2, '大厅\u0000一楼\ud800')).json).toMatchObject({ revision: 3 });
    expect((await save(3, '大厅一楼')).json).toMatchObject({ revision: 4 });
    // Saved by itself again and again, it is one line an hour and person.
    const lines = await house.audit.entries({ what: '保存佐证材料草稿：LZ-08' });
    expect(lines.rows.map(({ who }) => who)).toEqual([office.account.name]);
    const unknown = { ...keyOf('NO-1'), revision: 0, answers: {} };
    expect((await call(office, 'PUT', 'materials/draft', unknown)).status).toBe(404);
    expect(
      (await call(office, 'PUT', 'materials/draft', { ...keyOf('LZ-08'), answers: { a: 1 }, revision: 2 })).status,
    ).toBe(400);
  });

  it('is sent when every piece is right, and once however often it is tried', async () => {
    const photo = await upload('体验区.jpg', makeJpeg());
    const paper = await upload('说明.pdf', makePdf([['说明']]));
    const wrong = await send('LZ-08', { 各体验区的地点: said(''), 照片: said('', paper) });
    expect(wrong.status).toBe(400);
    expect(wrong.json.message).toBe(
      '各体验区的地点：没有填报（文字）；照片：应为 JPG 或 PNG 图片；服务内容说明：没有填报（文字）',
    );
    const answers = {
      各体验区的地点: said('政务服务大厅一楼'),
      照片: said('', photo),
      服务内容说明: said('查询、申请、咨询'),
    };
    const foreign = await upload('别的.jpg', makeJpeg({ wide: 41 }), second, units[1]!.id);
    expect((await send('LZ-08', { ...answers, 照片: said('', foreign) })).json.message).toMatch(/不是本单位上传的/);
    const id = randomUUID();
    const sent = await send('LZ-08', answers, office, id);
    expect(sent).toMatchObject({ status: 201, json: { state: 'sent', version: 1, draft: null } });
    expect((await send('LZ-08', answers, office, id)).json.versions).toHaveLength(1);
    const again = await send('LZ-08', answers);
    expect(again).toMatchObject({ status: 409, json: { message: expect.stringMatching(/正在审定/) as string } });
    expect((await form('LZ-08')).files.map(({ name }) => name)).toEqual(['体验区.jpg']);
    const queue = (await call(reviewer, 'GET', `materials?${scope}&state=open`)).json;
    expect(queue.rows.map((one) => one.requirement)).toEqual(['LZ-08']);
  });

  it('with a table is opened: without its columns it is no answer', async () => {
    const bare = await upload(
      '对照.xlsx',
      await makeXlsx({
        表: {
          rows: [
            ['序号', '公开事项'],
            ['1', '甲'],
          ],
        },
      }),
    );
    const label = '公开事项与政务服务网事项名称的对照表';
    expect((await send('LZ-04', { [label]: said('', bare) })).json.message).toBe(
      `${label}：对照.xlsx缺少列：政务服务网事项`,
    );
    const rows = [
      ['序号', '公开事项', '政务服务网事项'],
      ['1', '甲', '甲'],
    ];
    const whole = await upload('对照（改）.xlsx', await makeXlsx({ 表: { rows } }));
    expect((await send('LZ-04', { [label]: said('', whole) })).json).toMatchObject({ state: 'sent' });
  });

  it('settles in the score what no site shows, and rests among its evidence', async () => {
    const before = await judged('service-names-same');
    expect(before.node).toMatchObject({ outcome: 'notMeasured', points: null });
    const version = await lastVersion('LZ-04');
    expect((await decide(version, 'meets', reviewer, { reason: '逐项核对一致' })).json).toMatchObject({
      state: 'meets',
    });
    expect((await assess({ replay: true })).replay).toEqual(unchanged);
    // Whoever decides is told that the scores do not know of it yet.
    const pending = async () => (await call(reviewer, 'GET', `assessments/runs?${scope}`)).json;
    expect(await pending()).toMatchObject({ pending: 1 });
    const after = await judged('service-names-same');
    expect(await pending()).toMatchObject({ pending: 0 });
    expect(after.node).toMatchObject({ outcome: 'pass', points: '1' });
    expect(after.node.reason).toContain('经某乙2026-06-29认定符合：逐项核对一致（报送的佐证材料第1版）');
    expect(after.card.evidenceDigest).not.toBe(before.card.evidenceDigest);
    expect((await assess({ replay: true })).replay).toEqual(unchanged);
  });

  it('is decided by somebody else, with a reason; returned, mended and sent again', async () => {
    const version = await lastVersion('LZ-08');
    expect((await decide(version, 'meets', office)).status).toBe(403);
    expect((await decide(version, 'returned')).status).toBe(400);
    const returned = await decide(version, 'returned', reviewer, { reason: '照片看不出标识' });
    expect(returned.json).toMatchObject({ state: 'returned', word: { signs: '某乙', reason: '照片看不出标识' } });
    expect((await decide(version, 'meets', second)).json.message).toMatch(/某乙已于2026-06-29 .*审定为“退回”/);
    const photo = await upload('体验区标识.jpg', makeJpeg({ wide: 60 }));
    const answers = {
      各体验区的地点: said('政务服务大厅一楼'),
      照片: said('', photo),
      服务内容说明: said('查询、申请、咨询'),
    };
    // Sent by an assessor for the unit, who so may not decide on it.
    expect((await send('LZ-08', answers, second)).json).toMatchObject({ state: 'sent', version: 2 });
    expect((await decide(await lastVersion('LZ-08'), 'meets', second)).json.message).toMatch(/不能审定自己报送的/);
    expect((await decide(version, 'meets')).json.message).toMatch(/新的一版/);
  });

  it('counts for tasks and score once decided, and a replay takes what stood then', async () => {
    const before = await judged('unified-entrances');
    const version = await lastVersion('LZ-08');
    const third = await signedIn(house, { role: 'reviewer' });
    await house.database.dataSource.query(`update account set sample = true where id = $1`, [third.account.id]);
    // Two at once: the second is told who was first.
    const both = await Promise.all([decide(version, 'meets'), decide(version, 'fails', third, { reason: '不清楚' })]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    const won = both.find(({ status }) => status === 201)!;
    expect(both.find(({ status }) => status === 409)!.json.message).toMatch(/某[甲乙]已于.*审定为/);
    if (won.json.state === 'fails') {
      const [own] = won.json.versions[0]!.words;
      const withdrawn = { decision: own!.id, reason: '重看照片' };
      expect((await call(third, 'POST', `materials/${version}/withdrawals`, withdrawn)).status).toBe(201);
      expect((await decide(version, 'meets')).status).toBe(201);
    }
    expect((await assess({ replay: true })).replay).toEqual(unchanged);
    const after = await judged('unified-entrances');
    const task = plan08(await findProgramme(plan.programme));
    expect(before.task(task)?.state).not.toBe('done');
    expect(after.task(task)).toMatchObject({ state: 'done' });
    expect((await assess({ replay: true })).replay).toEqual(unchanged);
    const { before: trail } = (
      await house.database.dataSource.query(
        `select before from audit_entry where sentence like '审定佐证材料%' order by id desc limit 1`,
      )
    )[0] as { before: unknown };
    expect(trail).toEqual(expect.any(Array));
  });

  it('is no more decided when the reviewer takes his word back, and the score of before stays', async () => {
    const standing = (await form('LZ-08', reviewer)).versions[0]!;
    const word = standing.words.find((one) => !one.isWithdrawn)!;
    const take = (by: SignedIn, reason: string) =>
      call(by, 'POST', `materials/${standing.id}/withdrawals`, { decision: word.id, reason });
    const owner = word.isOwn ? reviewer : second;
    if (owner === reviewer) expect((await take(second, '看错')).json.message).toMatch(/只能撤回自己的/);
    expect((await take(reviewer, '')).status).toBe(400);
    expect((await take(reviewer, '看错了')).json).toMatchObject({ state: 'sent' });
    expect((await take(reviewer, '看错了')).json.message).toMatch(/已经撤回/);
    expect((await assess({ replay: true })).replay).toEqual(unchanged);
    const task = plan08(await findProgramme(plan.programme));
    expect((await judged('unified-entrances')).task(task)?.state).not.toBe('done');
  });

  it('is listed in a workbook', async () => {
    const answer = await office.fetch(`${server.url}/api/v1/materials.xlsx?${scope}`);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await answer.arrayBuffer()) as unknown as ExcelJS.Buffer);
    const rows = book.worksheets[0]!.getSheetValues()
      .slice(1)
      .map((row) => (row as string[]).slice(1));
    expect(rows[0]).toEqual([
      '单位',
      '编号',
      '条款',
      '要求',
      '期限',
      '状态',
      '版次',
      '报送时间',
      '审定',
      '审定人',
      '审定时间',
      '理由',
    ]);
    expect(rows.find(([, id]) => id === 'LZ-08')).toEqual(expect.arrayContaining([bureau, '待审定', 2]));
    expect(rows.every(([unit]) => unit === bureau || unit === '单位')).toBe(true);
  });
});

/** The task that the zones prove. */
function plan08(programme: Awaited<ReturnType<typeof findProgramme>>): string {
  return programme.tasks.find(({ requirements }) => requirements.length === 1 && requirements[0] === 'LZ-08')!.id;
}
