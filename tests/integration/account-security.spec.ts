import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { codeAt, type Role } from '#access';
import { MemoryBlobStore } from '#evidence';
import { addAccount, changePassword, lockedFactors, openSession } from '#operations';
import { startServer, type RunningServer } from '../../apps/server/server.js';
import { organisation } from './support/invented.js';
import { signedIn, type SignedIn } from './support/signed-in.js';
import { openTemporaryDatabase, type TemporaryDatabase } from './support/temporary-database.js';

const dayMs = 24 * 3_600_000;
const start = new Date('2026-07-01T01:00:00Z');
const password = 'Changjiang-dongliu-9';
let database: TemporaryDatabase;
let server: RunningServer;
let now: Date;
let keyFile: string;

async function open(): Promise<void> {
  server = await startServer({
    settings: {
      ...{ HOST: '127.0.0.1', PORT: 0, MINGJING_DATA: database.folder, MINGJING_PASSWORD_DAYS: 90 },
      MINGJING_SECRET_FILE: keyFile,
    },
    dataSource: database.dataSource,
    blobs: new MemoryBlobStore(),
    programmes: [],
    accessNow: () => now,
    lookAgainMs: 20,
  });
}

beforeAll(async () => {
  database = await openTemporaryDatabase();
  keyFile = join(database.folder, 'keys', 'secret.key');
  await database.stores.organisations.importOrganisations([organisation('云岭县财政局', { sample: false })]);
});
beforeEach(async () => {
  now = start;
  await database.dataSource.query('delete from account');
  await database.dataSource.query('delete from sign_in_attempt');
  await open();
});
afterEach(() => server.close());
afterAll(() => database?.close());

/** Somebody with a password that he chose himself. */
async function person(name = 'zhou'): Promise<string> {
  const request = { name, displayName: '周专', role: 'assessor' as const, unit: null };
  const { account, firstPassword } = await addAccount(database.stores, request, { sample: false, now });
  expect(await changePassword(database.stores, account, { current: firstPassword, next: password, now })).toBe(
    'changed',
  );
  return account.id;
}

async function ask(cookie: string, method: string, path: string, sent?: unknown) {
  const answer = await fetch(`${server.url}/api/v1/${path}`, {
    method,
    headers: {
      ...(cookie === '' ? {} : { cookie }),
      ...(sent === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(sent === undefined ? {} : { body: JSON.stringify(sent) }),
  });
  const text = await answer.text();
  const given = answer.headers.getSetCookie().find((one) => one.startsWith('mingjing_session='));
  return {
    status: answer.status,
    cookie: given?.slice(0, given.indexOf(';')) ?? cookie,
    json: (text === '' ? {} : JSON.parse(text)) as Record<string, unknown> & { account?: Record<string, unknown> },
  };
}
const signIn = (code?: string) => ask('', 'POST', 'session', { name: 'zhou', password, ...(code ? { code } : {}) });

describe('a password', () => {
  it('must be changed after so many days, before anything else is answered', async () => {
    await person();
    const first = await signIn();
    expect(first.json.account).toMatchObject({ mustChangePassword: false, passwordEnds: '2026-09-29T01:00:00.000Z' });
    now = new Date(start.getTime() + 90 * dayMs - 1000);
    expect((await ask((await signIn()).cookie, 'GET', 'organisations')).status).toBe(200);
    now = new Date(start.getTime() + 90 * dayMs);
    const old = await signIn();
    expect(old).toMatchObject({ status: 200, json: { account: { mustChangePassword: true } } });
    expect(await ask(old.cookie, 'GET', 'organisations')).toMatchObject({
      ...{ status: 403, json: { needs: 'password', message: '请先修改口令' } },
    });
    const same = await ask(old.cookie, 'PUT', 'session/password', { current: password, next: password });
    expect(same).toMatchObject({ status: 400, json: { message: expect.stringContaining('与原口令相同') } });
    const short = await ask(old.cookie, 'PUT', 'session/password', { current: password, next: 'Yun-Ling-88' });
    expect(short).toMatchObject({ status: 400, json: { message: expect.stringContaining('不足 12 个字符') } });
    const changed = await ask(old.cookie, 'PUT', 'session/password', { current: password, next: 'Qiu-Tian-Ye-6' });
    expect(changed.status).toBe(204);
    expect((await ask(changed.cookie, 'GET', 'organisations')).status).toBe(200);
  });
});

describe('the secret of a second factor', () => {
  async function withFactor(): Promise<{ id: string; secret: string }> {
    const id = await person();
    const { cookie } = await signIn();
    const offer = await ask(cookie, 'POST', 'session/second-factor', {});
    const secret = String(offer.json.secret);
    expect((await ask(cookie, 'PUT', 'session/second-factor', { code: codeAt(secret, now.getTime()) })).status).toBe(
      204,
    );
    return { id, secret };
  }
  const stored = async () =>
    JSON.stringify(await database.dataSource.query('select second_factor, pending_factor from account'));
  const later = (seconds: number) => (now = new Date(start.getTime() + seconds * 1000));

  it('stands nowhere readable in the database, and still counts', async () => {
    const { secret } = await withFactor();
    expect(await stored()).not.toContain(secret);
    expect(await stored()).toContain('v1.');
    if (process.platform !== 'win32') expect(statSync(keyFile).mode & 0o777).toBe(0o600);
    later(60);
    expect((await signIn()).json).toMatchObject({ needs: 'code' });
    expect((await signIn(codeAt(secret, now.getTime()))).status).toBe(200);
  });

  it('that stood open from before is closed when the service starts, and goes on to count', async () => {
    const { id, secret } = await withFactor();
    await database.stores.accounts.change(id, { secondFactor: secret });
    await server.close();
    await open();
    expect(await stored()).not.toContain(secret);
    later(60);
    expect((await signIn(codeAt(secret, now.getTime()))).status).toBe(200);
  });

  it('opens with its own key alone; without it nobody gets in by it, and who keeps the accounts can help', async () => {
    const { secret } = await withFactor();
    await server.close();
    const key = readFileSync(keyFile);
    rmSync(keyFile);
    writeFileSync(keyFile, randomBytes(32).toString('base64'), { mode: 0o600 });
    await open();
    expect(await lockedFactors(database.stores, keyFile)).toEqual(['zhou']);
    expect(await lockedFactors(database.stores, `${keyFile}.none`)).toEqual(['zhou']);
    later(60);
    expect(await signIn(codeAt(secret, now.getTime()))).toMatchObject({
      ...{ status: 401, json: { message: '两步验证的密钥读不出，请管理员重置口令' } },
    });
    await server.close();
    writeFileSync(keyFile, key);
    await open();
    expect(await lockedFactors(database.stores, keyFile)).toEqual([]);
    expect((await signIn(codeAt(secret, now.getTime()))).status).toBe(200);
  });
});

describe('a stream of events', () => {
  async function listener(role: Role = 'assessor'): Promise<SignedIn> {
    return signedIn(database.stores, { role, now });
  }
  /** Whether the stream ends by itself once something was done. */
  async function endsAfter(who: Pick<SignedIn, 'headers'>, deed: () => Promise<unknown>): Promise<void> {
    await database.stores.rounds.openRound({ source: 'live', sample: false, startedAt: now.toISOString() });
    const answer = await fetch(`${server.url}/api/v1/rounds/newest/events`, { headers: who.headers });
    expect(answer.status).toBe(200);
    const reader = answer.body!.getReader();
    expect((await reader.read()).done).toBe(false);
    await deed();
    for (let part = await reader.read(); !part.done; part = await reader.read());
  }

  it('ends when whoever gets it signs out', async () => {
    const who = await listener();
    await endsAfter(who, () => ask(who.headers.cookie, 'DELETE', 'session'));
    expect((await fetch(`${server.url}/api/v1/rounds/newest/events`, { headers: who.headers })).status).toBe(401);
  });

  it('ends when the session is over, which listening does not prolong', async () => {
    const who = await listener();
    await endsAfter(who, () => Promise.resolve((now = new Date(start.getTime() + 31 * 60_000))));
  });

  it.each([
    ['is made something else', { role: 'department' as const }],
    ['may see some units only', {}],
    ['is disabled', { disabledAt: start }],
  ])('ends when whoever gets it %s', async (_, change) => {
    const who = await listener();
    const [unit] = await database.stores.organisations.listOrganisations();
    await endsAfter(who, () =>
      database.stores.accounts.change(who.account.id, 'disabledAt' in change ? change : { ...change, unit: unit!.id }),
    );
  });

  it('goes on for who is still the same, by another session too', async () => {
    const who = await listener();
    const other = {
      headers: { cookie: `mingjing_session=${await openSession(database.stores, who.account.id, now)}` },
    };
    await database.stores.rounds.openRound({ source: 'live', sample: false, startedAt: now.toISOString() });
    const stop = new AbortController();
    const answer = await fetch(`${server.url}/api/v1/rounds/newest/events`, {
      headers: who.headers,
      signal: stop.signal,
    });
    const reader = answer.body!.getReader();
    await reader.read();
    let isOver = false;
    void reader.closed.then(
      () => (isOver = true),
      () => undefined,
    );
    await endsAfter(other, () => ask(other.headers.cookie, 'DELETE', 'session'));
    expect(isOver).toBe(false);
    stop.abort();
  });
});
