import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '#access';
import type { OrganisationRow } from '#database';
import { AlreadyDone, BadInput, MissingResource, readSettings } from '#kernel';
import {
  addProgramme,
  assess,
  builtInProgrammes,
  builtInText,
  checkWording,
  crawlArchive,
  findProgramme,
  keepVersion,
  openHouse,
  ownVersion,
  programmeIds,
  settleProgramme,
  type CaseDoer,
  type House,
  type Wording,
} from '#operations';
import { startServer, type RunningServer } from '../../apps/server/server.js';
import { organisation } from './support/invented.js';
import { signedIn, type SignedIn } from './support/signed-in.js';
import { temporaryPlace, type TemporaryPlace } from './support/temporary-database.js';

const evidence = join(import.meta.dirname, '../golden/evidence/yunling.warc.gz');
const unchanged = { compared: 2, differing: [] };

let place: TemporaryPlace;
let house: House;
let units: OrganisationRow[];
let seconds = 0;
const now = () => new Date(Date.parse('2026-07-01T02:00:00Z') + 1000 * seconds++);
const someone: CaseDoer = { id: 'a1', signs: '评估员甲', sample: true };
const another: CaseDoer = { id: 'a2', signs: '评估员乙', sample: true };
let deeds = 0;

beforeAll(async () => {
  place = await temporaryPlace();
  house = await openHouse(readSettings({ ...place.settings, MINGJING_NO_BROWSER: '1' }), { now });
  const named = (name: string, port: number, category = '街镇', level = '乡') =>
    organisation(name, { site: `http://127.0.0.1:${port}/`, parent: '云岭县人民政府', category, level });
  units = await house.organisations.importOrganisations([
    named('云岭县住房和城乡建设局', 18607, '部门', '县'),
    named('云岭县青石镇人民政府', 18608),
  ]);
  await crawlArchive(house, evidence, { units, signal: new AbortController().signal });
});

afterAll(async () => {
  await house?.close();
  await place?.remove();
});

const add = (id: string, more: object = {}, doer = someone) =>
  addProgramme(
    house,
    { id, title: `${id}方案`, from: 'national', text: null, reason: '建方案', deed: `d${deeds++}`, ...more },
    doer,
    now(),
  );
const keep = (id: string, base: number, wording: Wording, more: object = {}, doer = someone) =>
  keepVersion(house, id, { base, wording, reason: '按会议意见', deed: `d${deeds++}`, ...more }, doer, now());
const edit = (value: string, at = 0): Wording => ({
  edits: [{ path: ['rubric', 'groups', 1, 'items', at, 'points'], value }],
});
const textOf = async (id: string, number?: number) => (await house.programmes.version(id, number))!.text;
const score = (programme: string, period: string, asOf: string) =>
  assess(house, { programme, period, asOf, units, replay: false });
const replay = async (programme: string, period: string) =>
  (await assess(house, { programme, period, units, replay: true })).replay;
async function faultsOf(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(BadInput);
  return (error as BadInput).message;
}

describe('a programme of one’s own', () => {
  it('is a copy under its own id, in which nothing else is another, and found by its id', async () => {
    const kept = await add('yunling', { title: '云岭县2026年方案' });
    expect(kept).toMatchObject({ programme: 'yunling', number: 1, title: '云岭县2026年方案', author: '评估员甲' });
    const [own, original] = [await textOf('yunling'), await builtInText('national')];
    const [was, is] = [original.split('\n'), own.split('\n')];
    expect(is).toHaveLength(was.length);
    expect(is.filter((line, index) => line !== was[index])).toEqual(['id: yunling', 'title: 云岭县2026年方案']);
    expect(await findProgramme('yunling', house)).toMatchObject({ id: 'yunling', version: '1' });
    await expect(findProgramme('yunling')).rejects.toThrow('没有名为“yunling”的方案');
    expect(await faultsOf(findProgramme('nirgendwo', house))).toContain('yunling');
  });

  it('comes from a file as well, whose faults are told by line and field while nothing is kept', async () => {
    const text = await builtInText('qingdao-2020');
    await add('from-file', { from: null, text });
    expect(await findProgramme('from-file', house)).toMatchObject({ id: 'from-file', title: 'from-file方案' });
    const broken = text.replace(/points: '[\d.]+'/, 'points: zehn').replace('coverageFloor:', 'coverageFlor:');
    const line = 1 + broken.split('\n').findIndex((one) => one.includes('zehn'));
    const told = await faultsOf(add('broken', { from: null, text: broken }));
    expect(told).toContain(`第${line}行 rubric.groups[0].items[0].points`);
    expect(told).toContain('不认识的字段');
    expect(await faultsOf(add('broken', { from: null, text: 'a: [1' }))).toContain('第1行');
    expect(await faultsOf(add('broken', { from: null, text: text.replace('title:', 'title: \u0007') }))).toContain(
      '控制字符',
    );
    expect(await house.programmes.programme('broken')).toBeNull();
  });

  it('takes no id that is taken, built-in or unfit, and is made once', async () => {
    for (const id of [programmeIds[0]!, '../x', 'a.yaml', '', '云岭'])
      expect(await faultsOf(add(id))).toContain('编号');
    await expect(add('yunling')).rejects.toBeInstanceOf(AlreadyDone);
    expect(await faultsOf(add('empty', { title: '  ' }))).toContain('名称');
    const first = await add('twice', { deed: 'same' });
    expect(await add('twice', { deed: 'same' })).toEqual(first);
    expect(await house.programmes.versions('twice')).toHaveLength(1);
  });
});

describe('a further version', () => {
  it('changes its line alone, counts from the next score, and older scores replay by their own', async () => {
    await score('yunling', '2026Q1', '2026-03-31');
    const before = await textOf('yunling');
    const [one, two] = (await findProgramme('yunling', house)).rubric.groups[1]!.items;
    const points = (at: number, value: number) => ({
      path: ['rubric', 'groups', 1, 'items', at, 'points'],
      value: String(value),
    });
    const second = await keep('yunling', 1, {
      edits: [points(0, Number(one!.points) - 1), points(1, Number(two!.points) + 1)],
    });
    expect(second).toMatchObject({ number: 2, reason: '按会议意见' });
    const [was, is] = [before.split('\n'), (await textOf('yunling')).split('\n')];
    const other = is.filter((line, index) => line !== was[index]);
    expect(other).toHaveLength(3);
    expect(other).toContain("version: '2'");
    expect(await textOf('yunling', 1)).toBe(before);

    const { row } = await score('yunling', '2026Q2', '2026-06-30');
    expect(row.programmeVersion).toBe('2');
    const scope = { programme: 'yunling', sample: true };
    expect((await house.assessments.head({ ...scope, period: '2026Q1' }))?.programmeVersion).toBe('1');
    expect(await replay('yunling', '2026Q1')).toEqual(unchanged);
    expect(await replay('yunling', '2026Q2')).toEqual(unchanged);
    // Held against the newest wording the older score would come out otherwise: the replay did take the older one.
    await house.database.dataSource.query(`update assessment set programme_version = '2' where programme = 'yunling'`);
    expect((await replay('yunling', '2026Q1'))?.differing).toHaveLength(2);
    await house.database.dataSource.query(
      `update assessment set programme_version = '9' where programme = 'yunling' and period = '2026Q1'`,
    );
    await expect(replay('yunling', '2026Q1')).rejects.toBeInstanceOf(MissingResource);
    await house.database.dataSource.query(
      `update assessment set programme_version = '1' where programme = 'yunling' and period = '2026Q1'`,
    );
  });

  it('is not written over what another kept since, and says who and when; sent again it is kept once', async () => {
    const told = await keep('yunling', 1, edit('2'), {}, another).catch((error: unknown) => error);
    expect(told).toBeInstanceOf(AlreadyDone);
    expect((told as AlreadyDone).message).toMatch(/评估员甲 已于 2026-07-01 10:\d\d 保存了第 2 版（按会议意见）/);
    const again = { deed: 'again' };
    const note: Wording = { edits: [{ path: ['rubric', 'note'], value: '另有说明' }] };
    const [one, two] = await Promise.allSettled([
      keep('yunling', 2, note, again),
      keep('yunling', 2, { edits: [{ path: ['rubric', 'note'], value: '还有说明' }] }, {}, another),
    ]);
    expect([one.status, two.status].sort()).toEqual(['fulfilled', 'rejected']);
    const newest = (await house.programmes.programme('yunling'))!.newest;
    expect(newest.number).toBe(3);
    if (one.status === 'fulfilled') {
      expect(await keep('yunling', 2, note, again)).toEqual(one.value);
      expect((await house.programmes.programme('yunling'))!.newest.number).toBe(3);
    }
  });

  it('is kept only whole: with a reason, with a change, without a fault', async () => {
    expect(await faultsOf(keep('yunling', 3, edit('1.234')))).toMatch(
      /第\d+行 rubric\.groups\[1\]\.items\[0\]\.points/,
    );
    expect(await faultsOf(keep('yunling', 3, edit('2'), { reason: ' ' }))).toContain('理由');
    expect(await faultsOf(keep('yunling', 3, { text: await textOf('yunling') }))).toContain('没有改动');
    const numbered = (await textOf('yunling')).replace(/^version: .*$/m, "version: '1'");
    expect(await faultsOf(keep('yunling', 3, { text: numbered }))).toContain('没有改动');
    const renamed = (await textOf('yunling')).replace('id: yunling', 'id: anders');
    expect(await faultsOf(keep('yunling', 3, { text: renamed }))).toContain('不能改');
    await expect(keep('nirgendwo', 1, edit('2'))).rejects.toBeInstanceOf(MissingResource);
    await expect(keep('yunling', 77, edit('2'))).rejects.toBeInstanceOf(MissingResource);
    expect((await house.programmes.programme('yunling'))!.newest.number).toBe(3);
  });

  it('may be an older one again, and what is written is looked at before', async () => {
    const look = await checkWording(house, 'yunling', { base: 3, wording: { number: 1 } }, someone);
    expect(look.faults).toEqual([]);
    expect(look.changes.map(({ field }) => field)).toContain('rubric.note');
    await keep('yunling', 3, { number: 1 });
    const versionless = (text: string) => text.replace(/^version: .*$/m, '');
    expect(versionless(await textOf('yunling', 4))).toBe(versionless(await textOf('yunling', 1)));
    const wrong = await checkWording(house, 'yunling', { base: 4, wording: edit('x') }, someone);
    expect(wrong).toMatchObject({ programme: null, changes: [] });
    expect(wrong.faults[0]?.where).toMatch(/rubric\.groups\[1\]\.items\[0\]\.points$/);
    expect((await house.programmes.versions('yunling')).map(({ number }) => number)).toEqual([4, 3, 2, 1]);
    expect((await ownVersion(house, 'yunling', 2))?.version).toBe('2');
  });
});

describe('the sample and real data', () => {
  it('keep their programmes apart, and publish nothing by a file in the place of a kept one', async () => {
    const real: CaseDoer = { id: 'a3', signs: '某乙', sample: false };
    await expect(keep('yunling', 4, edit('2'), {}, real)).rejects.toBeInstanceOf(MissingResource);
    await add('real', {}, real);
    expect(await faultsOf(score('real', '2026Q2', '2026-06-30'))).toContain('不用于示例单位');
    const file = join(place.folder, '方案.yaml');
    await writeFile(file, (await textOf('yunling')).replace('title: ', 'title: 另一个'));
    expect(await faultsOf(score(file, '2026Q2', '2026-06-30'))).toContain('文件不能代替它');
  });

  it('score by a programme no more once it is out of use, until it is used again; older scores replay', async () => {
    await settleProgramme(house, 'yunling', { retired: true, reason: '改用新方案' }, someone, now());
    expect(await faultsOf(score('yunling', '2026Q2', '2026-06-30'))).toContain('已停用（改用新方案）');
    expect(await replay('yunling', '2026Q1')).toEqual(unchanged);
    const again = settleProgramme(house, 'yunling', { retired: true, reason: '再停' }, someone, now());
    await expect(again).rejects.toBeInstanceOf(AlreadyDone);
    await settleProgramme(house, 'yunling', { retired: false, reason: '恢复' }, someone, now());
    expect((await house.programmes.programme('yunling'))!.retired).toBeNull();
    expect((await score('yunling', '2026Q2', '2026-06-30')).row.programmeVersion).toBe('4');
  });
});

describe('over the API', () => {
  let server: RunningServer;
  let assessor: SignedIn;

  beforeAll(async () => {
    server = await startServer({
      settings: { HOST: '127.0.0.1', PORT: 0 },
      ...{ dataSource: house.database.dataSource, blobs: house.blobs, programmes: await builtInProgrammes(), now },
    });
    assessor = await as('assessor');
  });

  afterAll(() => server?.close());

  /** Somebody of the sample, for that is what is kept here. */
  async function as(role: Role, unit: string | null = null): Promise<SignedIn> {
    const one = await signedIn(house, { role, unit });
    await house.database.dataSource.query(`update account set sample = true where id = $1`, [one.account.id]);
    return one;
  }

  async function ask<Answer = Record<string, unknown>>(path: string, sent?: unknown, who = assessor, method = 'POST') {
    const answer = await who.fetch(`${server.url}/api/v1/${path}`, {
      ...(sent === undefined ? {} : { method, body: JSON.stringify(sent) }),
      headers: { 'content-type': 'application/json' },
    });
    return { status: answer.status, json: (await answer.json()) as Answer };
  }

  const pointer = '/rubric/groups/1/items/0/points';
  const values = (first: string, second: string) => [
    { pointer, value: first },
    { pointer: '/rubric/groups/1/items/1/points', value: second },
  ];

  it('a programme is made, tried on a period, kept with what was before and after, and scored by', async () => {
    const made = await ask('own-programmes', {
      id: 'api',
      title: '接口方案',
      from: 'national',
      reason: '试',
      deed: 'd',
    });
    expect([made.status, made.json]).toMatchObject([201, { number: 1, author: '某甲' }]);
    expect((await ask<object[]>('programmes')).json).toContainEqual(
      expect.objectContaining({ id: 'api', own: true, retired: false, title: '接口方案' }),
    );
    const opened = await ask<{
      text: string;
      fields: { pointer: string; value: string; first: string; clause: string }[];
    }>('own-programmes/api/versions/1');
    const [one, two] = values('', '').map(({ pointer: of }) =>
      opened.json.fields.find((field) => field.pointer === of)!,
    );
    expect(one).toMatchObject({ first: one!.value, clause: expect.stringMatching(/./) as string });
    const fields = values(String(Number(one!.value) - 2), String(Number(two!.value) + 2));

    const trial = { base: 1, fields, period: '2026Q2' };
    const tried = await ask<{
      changes: object[];
      faults: object[];
      comparison: { units: object[]; unmoved: string[] };
    }>('own-programmes/api/trials', trial);
    expect(tried.json.faults).toEqual([]);
    expect(tried.json.changes).toHaveLength(2);
    expect(tried.json.comparison.units.length + tried.json.comparison.unmoved.length).toBe(2);
    expect(await house.programmes.versions('api')).toHaveLength(1);

    const kept = await ask('own-programmes/api/versions', { base: 1, fields, reason: '调整分值', deed: 'k' });
    expect([kept.status, kept.json]).toMatchObject([201, { number: 2, reason: '调整分值' }]);
    const late = await ask('own-programmes/api/versions', { base: 1, fields, reason: '也调整', deed: 'l' });
    expect(late.status).toBe(409);
    expect(late.json['message']).toMatch(/某甲 已于 .* 保存了第 2 版（调整分值）/);
    const [line] = (await house.audit.entries({ limit: 10 })).rows.filter(({ sentence }) =>
      sentence.startsWith('保存方案'),
    );
    expect(line).toMatchObject({
      sentence: '保存方案：接口方案 第2版，调整分值',
      before: { version: 1 },
      after: { version: 2 },
    });
    expect(Object.values(line!.before as object)).toContain(one!.value);
    expect((await ask<object[]>('own-programmes/api/changes?before=1&after=2')).json).toEqual(tried.json.changes);

    expect((await ask('own-programmes/api/runs', { period: '2026Q2' })).status).toBe(200);
    await expect
      .poll(async () => (await ask<{ run: { state: string } }>('own-programmes/api/runs?period=2026Q2')).json.run.state)
      .toBe('done');
    expect((await house.assessments.head({ programme: 'api', period: '2026Q2', sample: true }))?.programmeVersion).toBe(
      '2',
    );
  });

  it('a window stays as people were told it until it is scored by another version', async () => {
    const made = { id: 'windows', title: '期限方案', from: 'national', reason: '试', deed: 'w1' };
    expect((await ask('own-programmes', made)).status).toBe(201);
    const unit = units[1]!.id;
    const last = async () => {
      const path = `appeals/windows?programme=windows&period=2026Q2&organisation=${unit}`;
      return (await ask<{ lastDay: string }[]>(path)).json.map(({ lastDay }) => lastDay);
    };
    await score('windows', '2026Q2', '2026-06-30');
    const told = await last();
    expect(told.length).toBeGreaterThan(0);
    const fields = [{ pointer: '/casework/appealWorkdays', value: '40' }];
    const kept = await ask('own-programmes/windows/versions', { base: 1, fields, reason: '放宽', deed: 'w2' });
    expect(kept.status).toBe(201);
    expect(await last()).toEqual(told);
    await score('windows', '2026Q2', '2026-06-30');
    expect((await last()).every((day, index) => day > told[index]!)).toBe(true);
  });

  it('faults are told by line and place, and what is no field is none', async () => {
    const faults = async (sent: object) =>
      (await ask<{ faults: { line: number | null; place: string; what: string }[] }>('own-programmes/api/trials', sent))
        .json.faults;
    expect(await faults({ base: 2, fields: [{ pointer, value: 'zehn' }] })).toMatchObject([
      { line: null, place: 'rubric.groups[1].items[0].points', what: '“zehn”不可用' },
    ]);
    expect(await faults({ base: 2, fields: [{ pointer: '/id', value: 'anders' }] })).toMatchObject([
      { what: '没有这一处' },
    ]);
    const [sum] = await faults({ base: 2, fields: [{ pointer: '/rubric/total', value: '7' }] });
    expect(sum).toMatchObject({
      line: expect.any(Number) as number,
      place: expect.stringContaining('rubric') as string,
    });
    const { json } = await ask<{ text: string }>('own-programmes/api/versions/2');
    expect(await faults({ base: 2, text: json.text.replace('coverageFloor', 'floor') })).toMatchObject([
      { line: expect.any(Number) as number, place: 'rubric.coverageFloor', what: '缺少这一项' },
      { line: expect.any(Number) as number, place: 'rubric.floor', what: '不认识的字段' },
    ]);
    expect((await ask('own-programmes/api/versions', { base: 2, text: 'a: 1', reason: 'r', deed: 'x' })).status).toBe(
      400,
    );
    expect((await ask('own-programmes/api/trials', { base: 2 })).status).toBe(400);
  });

  it('only who may edit edits: administrators and assessors of all units, the sample’s among the sample', async () => {
    const sent = { base: 2, number: 1, reason: '回到第一版', deed: 'r' };
    const tries = async (who: SignedIn) => (await ask('own-programmes/api/versions', sent, who)).status;
    for (const role of ['reviewer', 'leader', 'department'] as const)
      expect([role, await tries(await as(role, role === 'department' ? units[0]!.id : null))]).toEqual([role, 403]);
    expect(await tries(await as('assessor', units[0]!.id))).toBe(403);
    expect(await tries(await signedIn(house))).toBe(404);
    expect(await tries(await as('administrator'))).toBe(201);
    const detail = async (query: string) => (await ask(`programmes/api${query}`)).json['version'];
    expect([await detail(''), await detail('?version=2')]).toEqual(['3', '2']);
    const reader = await as('leader');
    expect((await ask('own-programmes/api', undefined, reader)).status).toBe(200);
    const file = await reader.fetch(`${server.url}/api/v1/own-programmes/api/versions/3/plan.yaml`);
    expect(file.headers.get('content-disposition')).toContain('attachment');
    expect(await file.text()).toBe(await textOf('api', 3));
    const stopped = await ask('own-programmes/api/standing', { retired: true, reason: '不用了' }, assessor, 'PUT');
    expect(stopped.json).toMatchObject({ retired: { reason: '不用了', author: '某甲' } });
    expect((await ask<object[]>('programmes')).json).toContainEqual(
      expect.objectContaining({ id: 'api', retired: true }),
    );
  });
});
