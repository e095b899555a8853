import ExcelJS from 'exceljs';
import { Command } from 'commander';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MemoryBlobStore } from '#evidence';
import { recordCommand, watchCommands } from '../../apps/cli/trail.js';
import { startServer, type RunningServer } from '../../apps/server/server.js';
import { signedIn, type SignedIn } from './support/signed-in.js';
import { openTemporaryDatabase, type TemporaryDatabase } from './support/temporary-database.js';
import { settleTwoDepartments, type TwoDepartments } from './support/two-departments.js';

let database: TemporaryDatabase;
let server: RunningServer;
let admin: SignedIn;
let place: TwoDepartments;
const sql = <Row>(statement: string, values?: unknown[]) => database.dataSource.query<Row[]>(statement, values);

beforeAll(async () => {
  database = await openTemporaryDatabase();
  const blobs = new MemoryBlobStore();
  place = await settleTwoDepartments(database.stores, blobs);
  server = await startServer({
    settings: { HOST: '127.0.0.1', PORT: 0, MINGJING_TRUSTED_PROXIES: '127.0.0.1' },
    dataSource: database.dataSource,
    blobs,
    programmes: [],
  });
  admin = await signedIn(database.stores);
});
afterAll(async () => {
  await server?.close();
  await database?.close();
});

async function send(method: string, path: string, sent?: unknown, as = admin, headers: Record<string, string> = {}) {
  const answer = await as.fetch(`${server.url}/api/v1/${path}`, {
    method,
    headers: { ...(sent === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    ...(sent === undefined ? {} : { body: JSON.stringify(sent) }),
  });
  const text = await answer.text();
  return {
    status: answer.status,
    headers: answer.headers,
    json: (text ? JSON.parse(text) : null) as Record<string, unknown>,
  };
}
const lines = async (what: string) => (await database.stores.audit.entries({ what })).rows;

describe('the trail', () => {
  it('keeps each deed with who, from where, what was before and is after, and no secret', async () => {
    const request = { name: 'lisi', displayName: '李某', role: 'leader', unit: null };
    const proxied = { 'x-forwarded-for': '198.51.100.7', 'user-agent': 'Invented/1' };
    const made = (await send('POST', 'accounts', request, admin, proxied)).json as {
      account: { id: string };
      firstPassword: string;
    };
    await send('PATCH', `accounts/${made.account.id}`, { role: 'reviewer' });
    const schedule = { name: '每晚采集', cron: '0 22 * * *' };
    await send('POST', 'schedules', schedule);
    await send('POST', `schedules/${encodeURIComponent(schedule.name)}/change`, { change: 'pause' });
    const token = {
      name: '大屏',
      role: 'readOnly',
      unit: null,
      expiresOn: new Date(Date.now() + 86_400_000).toISOString().slice(0, 10),
    };
    const { token: secret, id } = (await send('POST', 'tokens', token)).json as Record<string, string>;
    await send('DELETE', `tokens/${id}`);
    const accounts = await lines('accounts.manage');
    expect(accounts).toMatchObject([
      { sentence: '改动账号：lisi', before: { role: 'leader' }, after: { role: 'reviewer' } },
      {
        ...{ sentence: '设立账号：lisi', who: admin.account.name, role: 'administrator' },
        ...{ address: '198.51.100.7', agent: 'Invented/1', after: { name: 'lisi', role: 'leader' } },
      },
    ]);
    expect(await lines('schedules.write')).toMatchObject([
      { sentence: '暂停、恢复或删除定时计划：每晚采集', before: { pausedAt: null } },
      { sentence: '设立或改动定时计划：每晚采集', before: null, after: { cron: '0 22 * * *' } },
    ]);
    expect(await lines('tokens.manage')).toMatchObject([
      { sentence: '撤销接口令牌：大屏' },
      { sentence: '设立接口令牌：大屏' },
    ]);
    const all = JSON.stringify(await lines(''));
    for (const hidden of [made.firstPassword, secret!, secret!.slice(3), 'passwordHash'])
      expect(all).not.toContain(hidden);
  });

  it('keeps what was refused to somebody who had signed in, once a minute', async () => {
    const department = await signedIn(database.stores, { role: 'department', unit: place.own.unit.id });
    const before = (await lines('refused')).length;
    for (let times = 0; times < 3; times += 1)
      await send('GET', `findings/${place.other.finding}`, undefined, department);
    await send('POST', 'schedules', { name: '甲', cron: '0 22 * * *' }, department);
    const refused = await lines('refused');
    expect(refused.length - before).toBe(2);
    expect(refused).toMatchObject([
      { who: department.account.name, role: 'department', sentence: expect.stringContaining('改动定时计划') as string },
      { sentence: '拒绝：查看问题（没有这个问题）' },
    ]);
    expect((await lines('schedules.write')).filter(({ sentence }) => sentence.includes('甲'))).toEqual([]);
  });

  it('cannot be changed, and cut off only where it is older than 180 days', async () => {
    const add = (days: number) =>
      database.stores.audit.add({
        ...{ at: new Date(Date.now() - days * 86_400_000), account: null, who: `old${days}`, role: null },
        ...{ what: 'test', sentence: '', address: null, agent: null, before: null, after: null },
      });
    await add(179);
    await add(181);
    const all = await lines('');
    for (const forbidden of [
      `update audit_entry set who = 'nobody'`,
      `update audit_entry set at = now() - interval '200 days'`,
      `delete from audit_entry`,
      `delete from audit_entry where who = 'old179'`,
      `truncate audit_entry`,
      `insert into audit_entry (id, at, who, what, sentence) overriding system value
         select id, at, 'nobody', what, sentence from audit_entry on conflict (id) do update set who = excluded.who`,
    ])
      await expect(sql(forbidden), forbidden).rejects.toThrow('操作记录不可改动');
    expect(await lines('')).toEqual(all);
    await expect(database.stores.audit.clear(30)).rejects.toThrow('180 天内的不可删除');
    expect(await database.stores.audit.clear(180)).toBe(1);
    expect((await lines('test')).map(({ who }) => who)).toEqual(['old179']);
  });

  it('is found by who, what and day, page by page, by an administrator alone', async () => {
    const get = async (query: string) =>
      (await send('GET', `audit?${query}`)).json as { total: number; rows: { who: string }[] };
    expect(await get('who=old179')).toMatchObject({ total: 1, rows: [{ who: 'old179', what: 'test' }] });
    expect(await get(`what=${encodeURIComponent('设立接口令牌')}`)).toMatchObject({ total: 1 });
    const day = new Date(Date.now() - 179 * 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 10);
    expect(await get(`from=${day}&to=${day}`)).toMatchObject({ total: 1, rows: [{ who: 'old179' }] });
    for (let at = 0; at < 60; at += 1)
      await database.stores.audit.add({
        ...{ at: new Date(), account: null, who: `many${at}`, role: null, what: 'many', sentence: '' },
        ...{ address: null, agent: null, before: null, after: null },
      });
    expect((await get('what=many')).rows).toHaveLength(50);
    expect((await get('what=many&page=2')).rows.map(({ who }) => who).at(-1)).toBe('many0');
    for (const wrong of ['page=0', 'from=2026-02-30', 'from=x', 'who='])
      expect([wrong, (await send('GET', `audit?${wrong}`)).status]).toEqual([wrong, 400]);
    expect(
      (await send('GET', 'audit.xlsx', undefined, await signedIn(database.stores, { role: 'assessor' }))).status,
    ).toBe(403);
  });

  it('is written to a workbook in which nothing runs as a formula', async () => {
    const hostile = `=cmd|' /C calc'!A0`;
    await database.stores.audit.add({
      ...{ at: new Date(), account: null, who: hostile, role: null, what: 'hostile', sentence: '+1+1', address: '@x' },
      ...{ agent: '-1', before: { a: hostile }, after: null },
    });
    const answer = await admin.fetch(`${server.url}/api/v1/audit.xlsx?what=hostile`);
    expect(answer.headers.get('content-disposition')).toContain('attachment');
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await answer.arrayBuffer()) as never);
    const row = book.worksheets[0]!.getRow(2);
    const cells = [2, 4, 5, 6, 7].map((at) => row.getCell(at));
    expect(cells.map(({ text }) => text)).toEqual([hostile, '+1+1', '@x', '-1', JSON.stringify({ a: hostile })]);
    expect(cells.filter(({ type }) => type === ExcelJS.ValueType.Formula)).toEqual([]);
    expect(await lines('audit.read')).toMatchObject([{ sentence: '导出操作记录 1 条' }]);
  });

  it('keeps what commands change, and not what they only look at', async () => {
    const run = async (...words: string[]) => {
      const program = new Command('mingjing');
      program
        .command('retention')
        .option('--dry-run')
        .action(() => undefined);
      program.command('doctor').action(() => undefined);
      program
        .command('host')
        .command('set')
        .option('--host <name>')
        .action(() => undefined);
      watchCommands(program);
      await program.parseAsync(words, { from: 'user' });
      await recordCommand(database.stores, 'done');
    };
    await run('host', 'set', '--host', 'czj.yunling.example');
    await run('retention', '--dry-run');
    await run('doctor');
    expect(await lines('mingjing')).toMatchObject([
      {
        who: '命令行',
        what: 'mingjing host set',
        sentence: '设置主机',
        address: '本机',
        after: { host: 'czj.yunling.example' },
      },
    ]);
  });
});

describe('behind a proxy that is trusted', () => {
  it('gives the cookie to https alone', async () => {
    const sent = { name: 'wangwu', password: 'wrong' };
    const failed = await send('POST', 'session', sent, admin, { 'x-forwarded-proto': 'https' });
    expect(failed.status).toBe(401);
    const left = await send('DELETE', 'session', undefined, await signedIn(database.stores), {
      'x-forwarded-proto': 'https',
    });
    expect(left.headers.getSetCookie()[0]).toMatch(/^mingjing_session=;.*; Secure/);
    const plain = await send('DELETE', 'session', undefined, await signedIn(database.stores));
    expect(plain.headers.getSetCookie()[0]).not.toContain('Secure');
  });
});
