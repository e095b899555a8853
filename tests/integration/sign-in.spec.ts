import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { codeAt } from '#access';
import { MemoryBlobStore } from '#evidence';
import { addAccount, demoAccounts, makeDemoAccounts, prepareAccess, type OpenedAccount } from '#operations';
import { startServer, type RunningServer } from '../../apps/server/server.js';
import { organisation } from './support/invented.js';
import { signedIn } from './support/signed-in.js';
import { openTemporaryDatabase, type TemporaryDatabase } from './support/temporary-database.js';

const minute = 60_000;
const hour = 60 * minute;
let database: TemporaryDatabase;
let server: RunningServer;
/** The clock by which sessions end and locks open. */
let now: Date;

/** What a browser does: keeps the cookie it was given, and gives it back. */
class Browser {
  cookie = '';

  async ask(method: string, path: string, sent?: unknown, headers: Record<string, string> = {}) {
    const answer = await fetch(`${server.url}/api/v1/${path}`, {
      method,
      headers: {
        ...(this.cookie ? { cookie: this.cookie } : {}),
        ...(sent === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(sent === undefined ? {} : { body: JSON.stringify(sent) }),
    });
    const given = answer.headers.getSetCookie().find((one) => one.startsWith('mingjing_session='));
    if (given !== undefined) this.cookie = given.slice(0, given.indexOf(';'));
    const text = await answer.text();
    return { status: answer.status, given, json: (text === '' ? null : JSON.parse(text)) as Record<string, unknown> };
  }

  signIn(name: string, password: string, code?: string) {
    return this.ask('POST', 'session', { name, password, ...(code === undefined ? {} : { code }) });
  }
}

beforeAll(async () => {
  database = await openTemporaryDatabase();
  server = await startServer({
    settings: { HOST: '127.0.0.1', PORT: 0 },
    dataSource: database.dataSource,
    blobs: new MemoryBlobStore(),
    programmes: [],
    accessNow: () => now,
  });
});
afterAll(async () => {
  await server?.close();
  await database?.close();
});

/** Lines of the trail of this test, oldest first. */
async function trail(): Promise<{ who: string; what: string; sentence: string }[]> {
  const { rows } = await database.stores.audit.entries({});
  return rows.reverse();
}

async function clear(): Promise<void> {
  now = new Date('2026-07-01T01:00:00Z');
  await database.dataSource.query(`delete from account`);
  await database.dataSource.query(`delete from sign_in_attempt`);
  await database.dataSource.query(`alter table audit_entry disable trigger user`);
  await database.dataSource.query(`delete from audit_entry`);
  await database.dataSource.query(`alter table audit_entry enable trigger user`);
  await database.dataSource.query(`delete from organisation`);
}

describe('among real data', () => {
  const own = 'Changjiang-dongliu-9';
  let opened: OpenedAccount;

  beforeEach(async () => {
    await clear();
    await database.stores.organisations.importOrganisations([organisation('云岭县财政局', { sample: false })]);
    opened = (await prepareAccess(database.stores, false, now))!;
  });

  /** The first administrator, with a password of his own. */
  async function ready(): Promise<Browser> {
    const browser = new Browser();
    await browser.signIn('admin', opened.firstPassword);
    await browser.ask('PUT', 'session/password', { current: opened.firstPassword, next: own });
    return browser;
  }

  it('answers nothing without a session but who has signed in, whether it works, and the way in', async () => {
    const nobody = new Browser();
    expect((await nobody.ask('GET', 'session')).json).toEqual({
      account: null,
      rights: [],
      reading: 'signedIn',
      mails: false,
      demo: null,
      provider: false,
      providerFault: null,
    });
    for (const path of ['organisations', 'programmes', 'metrics', 'audit', 'rounds/latest'])
      expect([path, await nobody.ask('GET', path)]).toMatchObject([
        path,
        { status: 401, json: { message: '请先登录' } },
      ]);
    expect((await nobody.ask('GET', 'health/live')).status).toBe(200);
    expect((await nobody.ask('GET', 'health/ready')).status).toBe(200);
    for (const path of ['/api/docs', '/api/docs/openapi.json', '/api/%64ocs/openapi.json', '/api/docs/swagger-ui.css'])
      expect([path, (await fetch(server.url + path)).status]).not.toEqual([path, 200]);
  });

  it('makes one administrator, whose first password opens nothing but the way to his own', async () => {
    expect(opened.firstPassword).toMatch(/^\w{5}(-\w{5}){3}$/);
    expect(await prepareAccess(database.stores, true, now)).toBeNull();
    const browser = new Browser();
    const first = await browser.signIn('admin', opened.firstPassword);
    expect(first).toMatchObject({
      status: 200,
      json: { account: { role: 'administrator', mustChangePassword: true } },
    });
    expect(first.given).toMatch(/^mingjing_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
    expect(await browser.ask('GET', 'organisations')).toMatchObject({ status: 403, json: { needs: 'password' } });
    expect((await browser.ask('POST', 'session/second-factor', {})).status).toBe(403);
    const password = (next: string) => browser.ask('PUT', 'session/password', { current: opened.firstPassword, next });
    for (const weak of ['short', 'admin-Houlang-77', 'Passw0rd-2026', opened.firstPassword])
      expect([weak, (await password(weak)).status]).toEqual([weak, 400]);
    const before = browser.cookie;
    expect((await password(own)).status).toBe(204);
    expect(browser.cookie).not.toBe(before);
    expect((await browser.ask('GET', 'organisations')).status).toBe(200);
    expect((await new Browser().signIn('admin', opened.firstPassword)).status).toBe(401);
    expect(await trail()).toMatchObject([
      { who: 'admin', what: 'session.open' },
      { who: 'admin', what: 'refused' },
      { who: 'admin', what: 'password.change' },
      { who: 'admin', what: 'session.failed' },
    ]);
  });

  it('gives a new id at every sign-in, whatever the browser brought along, and ends it on the server', async () => {
    const victim = new Browser();
    victim.cookie = 'mingjing_session=planted-by-somebody-else-planted-by-someb';
    await victim.signIn('admin', opened.firstPassword);
    expect(victim.cookie).not.toContain('planted');
    const first = victim.cookie;
    await victim.signIn('admin', opened.firstPassword);
    expect(victim.cookie).not.toBe(first);
    const old = new Browser();
    old.cookie = first;
    expect((await old.ask('GET', 'session')).json.account).toBeNull();
    const kept = victim.cookie;
    expect((await victim.ask('DELETE', 'session')).status).toBe(204);
    old.cookie = kept;
    expect((await old.ask('GET', 'session')).json.account).toBeNull();
    const [row] = await database.dataSource.query<{ n: number }[]>(
      `select count(*)::int as n from session where hash like '%' || $1 || '%'`,
      [kept.slice(-43)],
    );
    expect(row?.n).toBe(0);
  });

  it('ends a session that is idle, and any after twelve hours', async () => {
    const browser = await ready();
    now = new Date(now.getTime() + 29 * minute);
    expect((await browser.ask('GET', 'organisations')).status).toBe(200);
    now = new Date(now.getTime() + 29 * minute);
    expect((await browser.ask('GET', 'organisations')).status).toBe(200);
    now = new Date(now.getTime() + 30 * minute);
    expect(await browser.ask('GET', 'organisations')).toMatchObject({
      status: 401,
      json: { message: '登录已过期，请重新登录' },
    });
    await browser.signIn('admin', own);
    const until = now.getTime() + 12 * hour;
    while (now.getTime() + 20 * minute < until) {
      now = new Date(now.getTime() + 20 * minute);
      expect((await browser.ask('GET', 'organisations')).status).toBe(200);
    }
    now = new Date(until);
    expect((await browser.ask('GET', 'organisations')).status).toBe(401);
  });

  it('shuts a name for a quarter of an hour after five failures, known or not, however many come at once', async () => {
    for (const name of ['admin', 'nobody']) {
      const tries = await Promise.all(Array.from({ length: 12 }, () => new Browser().signIn(name, 'wrong')));
      const counts = { 401: 0, 429: 0 };
      for (const { status } of tries) counts[status as 401 | 429] += 1;
      expect([name, counts]).toEqual([name, { 401: 5, 429: 7 }]);
      expect(tries.find(({ status }) => status === 401)?.json).toEqual({ message: '账号或口令不正确' });
    }
    const locked = await new Browser().signIn('admin', opened.firstPassword);
    expect(locked).toMatchObject({ status: 429, json: { message: '失败次数过多，请在 15 分钟后再试' } });
    now = new Date(now.getTime() + 15 * minute);
    expect((await new Browser().signIn('admin', opened.firstPassword)).status).toBe(200);
    expect((await trail()).filter(({ what }) => what === 'session.locked').length).toBeGreaterThan(0);
  });

  it('shuts an address that tries many names', async () => {
    for (let at = 0; at < 40; at += 1) await new Browser().signIn(`name${at}`, 'wrong');
    expect((await new Browser().signIn('admin', opened.firstPassword)).status).toBe(429);
    // No header of a request makes it come from elsewhere.
    const pretended = await new Browser().ask(
      'POST',
      'session',
      { name: 'admin', password: opened.firstPassword },
      { 'x-forwarded-for': '198.51.100.7' },
    );
    expect(pretended.status).toBe(429);
  });

  it('counts guesses at a password or code in a session that is open', async () => {
    const browser = await ready();
    for (let at = 0; at < 5; at += 1)
      expect((await browser.ask('PUT', 'session/password', { current: 'wrong', next: own })).status).toBe(400);
    expect((await browser.ask('PUT', 'session/password', { current: own, next: `${own}9` })).status).toBe(429);
  });

  it('asks for a code where that was set up, and takes none twice', async () => {
    const browser = await ready();
    const { secret, uri } = (await browser.ask('POST', 'session/second-factor', {})).json as Record<string, string>;
    expect(uri).toContain(secret);
    expect((await browser.ask('PUT', 'session/second-factor', { code: '000000' })).status).toBe(400);
    const code = () => codeAt(secret!, now.getTime());
    expect((await browser.ask('PUT', 'session/second-factor', { code: code() })).status).toBe(204);
    const other = new Browser();
    expect(await other.signIn('admin', own)).toMatchObject({ status: 401, json: { needs: 'code' } });
    expect((await other.signIn('admin', own, code())).status).toBe(401);
    now = new Date(now.getTime() + 30_000);
    expect((await other.signIn('admin', own, code())).status).toBe(200);
    expect((await new Browser().signIn('admin', own, code())).status).toBe(401);
    now = new Date(now.getTime() + 30_000);
    expect((await other.ask('DELETE', 'session/second-factor', { code: code() })).status).toBe(204);
    expect((await new Browser().signIn('admin', own)).status).toBe(200);
    const lines = JSON.stringify(await database.stores.audit.entries({}));
    for (const hidden of [secret!, own, opened.firstPassword]) expect(lines).not.toContain(hidden);
  });

  it('takes no request from another site, with or without a session', async () => {
    const browser = await ready();
    for (const headers of [
      { 'sec-fetch-site': 'cross-site' },
      { origin: 'https://evil.example' },
      { 'content-type': 'text/plain' },
      { 'content-type': 'application/x-www-form-urlencoded' },
    ] as Record<string, string>[]) {
      const planted = await new Browser().ask('POST', 'session', { name: 'admin', password: own }, headers);
      expect([headers, planted.status >= 400, planted.given]).toEqual([headers, true, undefined]);
      expect((await browser.ask('POST', 'accounts', {}, headers)).status).not.toBe(201);
    }
    expect((await browser.ask('DELETE', 'session', undefined, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await browser.ask('GET', 'organisations')).status).toBe(200);
    expect((await trail()).filter(({ sentence }) => sentence.includes('其他网站')).length).toBeGreaterThan(0);
  });
});

describe('among sample data', () => {
  beforeEach(async () => {
    await clear();
    await database.stores.organisations.importOrganisations([
      organisation('云岭县人民政府', { sample: true, category: '政府', parent: null }),
      organisation('云岭县财政局', { sample: true, category: '部门' }),
    ]);
    await makeDemoAccounts(database.stores, now);
  });

  it('lets everybody read and nobody write, and says the accounts to try', async () => {
    const nobody = new Browser();
    const { json } = await nobody.ask('GET', 'session');
    expect(json).toMatchObject({ account: null, reading: 'open' });
    expect((json.demo as unknown[]).length).toBe(5);
    expect(json.rights).toContain('overview.read');
    expect(json.rights).not.toContain('audit.read');
    expect((await nobody.ask('GET', 'organisations')).status).toBe(200);
    for (const [method, path] of [
      ['POST', 'schedules'],
      ['POST', 'readings'],
      ['GET', 'accounts'],
      ['GET', 'audit'],
      ['GET', 'tokens'],
    ] as const)
      expect([path, await nobody.ask(method, path, method === 'POST' ? {} : undefined)]).toMatchObject([
        path,
        { status: 401, json: { message: '请先登录' } },
      ]);
    for (const { name, password, role } of demoAccounts)
      expect(await new Browser().signIn(name, password)).toMatchObject({ status: 200, json: { account: { role } } });
  });

  it('ends its accounts, and all made by them, for good when a real unit comes in', async () => {
    const admin = new Browser();
    await admin.signIn('shili-guanli', demoAccounts[0]!.password);
    const request = { name: 'houmen', displayName: '后门', role: 'administrator', unit: null };
    const made = (await admin.ask('POST', 'accounts', request)).json as unknown as OpenedAccount;
    const token = { name: '试', role: 'assessor', unit: null, expiresOn: '2026-12-31' };
    const { token: secret } = (await admin.ask('POST', 'tokens', token)).json as Record<string, string>;
    const bearer = { authorization: `Bearer ${secret}` };
    expect((await new Browser().ask('GET', 'hosts', undefined, bearer)).status).toBe(200);
    await database.stores.organisations.importOrganisations([organisation('真实县财政局', { sample: false })]);
    expect((await admin.ask('GET', 'organisations')).status).toBe(401);
    expect((await new Browser().ask('GET', 'hosts', undefined, bearer)).status).toBe(401);
    expect((await new Browser().signIn('houmen', made.firstPassword)).status).toBe(401);
    expect((await new Browser().ask('GET', 'session')).json).toMatchObject({ reading: 'signedIn', demo: null });
    const refused = await new Browser().signIn('shili-guanli', demoAccounts[0]!.password);
    expect(refused).toMatchObject({ status: 401, json: { message: expect.stringContaining('示例账号') } });
    expect(await database.stores.accounts.accounts()).toEqual([]);
  });

  it('keeps the passwords that it says', async () => {
    const [demo] = demoAccounts;
    const browser = new Browser();
    await browser.signIn(demo!.name, demo!.password);
    const change = { current: demo!.password, next: 'Changjiang-dongliu-9' };
    expect((await browser.ask('PUT', 'session/password', change)).status).toBe(400);
    expect((await browser.ask('POST', 'session/second-factor', {})).status).toBe(400);
    const { id } = (await database.stores.accounts.named(demo!.name))!;
    expect(
      (
        await (
          await signedIn(database.stores, { now })
        ).fetch(`${server.url}/api/v1/accounts/${id}/password`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: '{}',
        })
      ).status,
    ).toBe(400);
    await expect(
      addAccount(
        database.stores,
        { name: demo!.name, displayName: '甲', role: 'leader', unit: null },
        { sample: false, now },
      ),
    ).rejects.toThrow('留给示例');
  });
});
