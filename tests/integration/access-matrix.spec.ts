import { randomUUID } from 'node:crypto';
import type { ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { OpenAPIObject } from '@nestjs/swagger';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rightsOf, type AccessRule, type Role, type TokenRole } from '#access';
import { MemoryBlobStore } from '#evidence';
import {
  addProgramme,
  addToken,
  beginCircularDraft,
  findProgramme,
  releaseResult,
  switchPublicPage,
} from '#operations';
import { AccessGuard } from '../../apps/server/access/access.guard.js';
import { startServer, type RunningServer } from '../../apps/server/server.js';
import { organisation } from './support/invented.js';
import { signedIn } from './support/signed-in.js';
import { openTemporaryDatabase, type TemporaryDatabase } from './support/temporary-database.js';
import {
  period,
  programme,
  settleTwoDepartments,
  type Department,
  type TwoDepartments,
} from './support/two-departments.js';

// Everything here is generated from the description of the API: an endpoint that is added without a rule, or without an example
// below of what it is asked, fails.

interface Operation {
  method: string;
  path: string;
  rule: AccessRule | undefined;
  parameters: { name: string; in: string; required?: boolean }[];
  hasBody: boolean;
}

interface Asker {
  title: string;
  rights: readonly string[];
  /** Whether it may see only the own department. */
  scoped: boolean;
  isToken: boolean;
  headers: Record<string, string>;
}

const whole = { role: null, scoped: false };
const askersToMake: { title: string; role: Role | TokenRole | null; scoped: boolean; isToken?: boolean }[] = [
  { title: 'nobody', ...whole },
  ...(['administrator', 'assessor', 'reviewer', 'leader'] as const).map((role) => ({
    title: role,
    role,
    scoped: false,
  })),
  ...(['assessor', 'reviewer', 'department', 'leader'] as const).map((role) => ({
    ...{ title: `${role} of one unit`, role, scoped: true },
  })),
  { title: 'a token that reads', role: 'readOnly', scoped: false, isToken: true },
  { title: 'a token of one unit', role: 'department', scoped: true, isToken: true },
];

let database: TemporaryDatabase;
let server: RunningServer;
let place: TwoDepartments;
let operations: Operation[];
const circularDraft = randomUUID();
const doer = { account: 'a', name: '某甲', unit: null, sample: false };
const now = new Date();
const tomorrow = new Date(now.getTime() + 86_400_000).toISOString().slice(0, 10);

beforeAll(async () => {
  database = await openTemporaryDatabase();
  const blobs = new MemoryBlobStore();
  place = await settleTwoDepartments(database.stores, blobs);
  await addProgramme(
    database.stores,
    { id: 'yunling-own', title: '云岭县方案', from: programme, text: null, reason: '建方案', deed: 'd' },
    { id: 'a', signs: '某甲', sample: false },
    now,
  );
  await beginCircularDraft(
    { ...database.stores, blobs, clock: { now: () => now } },
    { id: circularDraft, programme, period, kind: 'quarterly' },
    { doer, now },
  );
  await turnPublicPage(true);
  await releaseResult(
    database.stores,
    false,
    { id: randomUUID(), programme, period, isReleased: true, reason: '已印发通报', seen: null },
    { doer, now },
  );
  server = await startServer({
    settings: { HOST: '127.0.0.1', PORT: 0 },
    dataSource: database.dataSource,
    blobs,
    programmes: [await findProgramme(programme)],
  });
  const admin = await signedIn(database.stores);
  const described = (await (await admin.fetch(`${server.url}/api/docs/openapi.json`)).json()) as OpenAPIObject;
  operations = Object.entries(described.paths).flatMap(([path, methods]) =>
    Object.entries(methods as Record<string, Record<string, unknown>>).map(([method, described]) => ({
      method: method.toUpperCase(),
      path,
      rule: described['x-access'] as AccessRule | undefined,
      parameters: (described.parameters ?? []) as Operation['parameters'],
      hasBody: described.requestBody !== undefined,
    })),
  );
});

afterAll(async () => {
  await server?.close();
  await database?.close();
});

async function turnPublicPage(isOpen: boolean): Promise<void> {
  const { publicPage } = database.stores;
  const seen = (await publicPage.word(false))?.id ?? null;
  const request = { id: randomUUID(), isOpen, office: '云岭县政府办', licence: '注明来源', reason: '县政府定', seen };
  await switchPublicPage({ publicPage }, false, request, { doer, now });
}

async function make({ title, role, scoped, isToken = false }: (typeof askersToMake)[number]): Promise<Asker> {
  const unit = scoped ? place.own.unit.id : null;
  if (role === null) return { title, rights: [], scoped, isToken, headers: {} };
  const about = { title, rights: rightsOf(role), scoped, isToken };
  if (!isToken) return { ...about, headers: (await signedIn(database.stores, { role: role as Role, unit })).headers };
  const request = { name: title, role: role as TokenRole, unit, expiresOn: tomorrow };
  const { token } = await addToken(database.stores, request, { by: 'admin', sample: false, now });
  return { ...about, headers: { authorization: `Bearer ${token}` } };
}

/** An account or token that may be lost. */
async function somebody(): Promise<string> {
  return (await signedIn(database.stores, { role: 'leader' })).account.id;
}
async function someToken(): Promise<string> {
  const request = { name: '某系统', role: 'readOnly' as const, unit: null, expiresOn: tomorrow };
  return (await addToken(database.stores, request, { by: 'admin', sample: false, now })).row.id;
}

const letterheadParts = ['issuer', 'heading', 'code', 'recipients', 'signature', 'printedBy'];

/** What stands for a name in a path, a query or a body, when one department is meant. @throws where there is no example. */
async function example(operation: Operation, name: string, department: Department): Promise<string> {
  const known: Record<string, (() => string | Promise<string>) | undefined> = {
    'accounts {id}': somebody,
    'tokens {id}': someToken,
    'captures {id}': () => department.capture,
    'findings {id}': () => department.finding,
    'appeals {id}': () => department.appeal,
    'rectifications {id}': () => department.notice,
    'circulars {id}': () => place.circular,
    'circular-drafts {id}': () => circularDraft,
    'programmes {id}': () => programme,
    'letterheads {id}': () => randomUUID(),
    ...Object.fromEntries(letterheadParts.map((part) => [`letterheads {${part}}`, () => '云政办发'])),
    'own-programmes {id}': () => 'yunling-own',
    'own-programmes {number}': () => '1',
    'rounds {id}': () => place.round,
    'uploads {id}': () => department.upload,
    'materials {id}': () => department.material,
    'indicators {id}': () => 'published-in-time',
    'finding-changes {before}': () => place.assessment,
    'finding-changes {after}': () => place.assessment,
    'remarks {id}': () => department.remark,
    'materials {requirement}': () => 'PL-14',
    'column-pins {id}': () => 'no-such-pin',
    'alarms {id}': () => 'no-such-alarm',
    'channels {id}': () => 'no-such-channel',
    'schedules {name}': () => 'no-such-schedule',
    'ledger {id}': () => randomUUID(),
    'ledger {state}': () => 'no-such-state',
    'ledgers {kind}': () => 'documents',
    'ledger-views {id}': () => randomUUID(),
  };
  const room = operation.path.split('/')[3] ?? '';
  const anywhere: Record<string, string> = {
    organisation: department.unit.id,
    programme,
    period,
    name: '材料.pdf',
    token: 'no-such-token',
    format: 'csv',
    beforeProgramme: programme,
    beforePeriod: period,
    before: '1',
    after: '1',
  };
  const found = known[`${room} {${name}}`];
  const value = found ? await found() : anywhere[name];
  if (value === undefined) throw new Error(`${operation.method} ${operation.path}: no example of ${name}`);
  return value;
}

const typeOf = ({ rule }: Operation): string =>
  rule?.takes === 'bytes' ? 'application/octet-stream' : 'application/json';

const namesUnit = ({ rule }: Operation): boolean => typeof rule?.unit === 'object';

async function ask(operation: Operation, { headers }: Pick<Asker, 'headers'>, department: Department | null) {
  let path = operation.path;
  const query = new URLSearchParams();
  for (const { name, in: where, required } of operation.parameters) {
    if (where === 'path')
      path = path.replace(`{${name}}`, encodeURIComponent(await example(operation, name, department ?? place.own)));
    // Without a department, what may be left out is.
    else if (where === 'query' && (required || (name === 'organisation' && department !== null)))
      query.set(name, await example(operation, name, department ?? place.own));
  }
  const changes = operation.method !== 'GET';
  const { unit } = operation.rule!;
  const named = typeof unit === 'object' && 'body' in unit ? { [unit.body]: (department ?? place.own).unit.id } : {};
  const answer = await fetch(`${server.url}${path}?${query.toString()}`, {
    method: operation.method,
    headers: { ...headers, ...(changes ? { 'content-type': typeOf(operation) } : {}) },
    ...(changes ? { body: JSON.stringify(named) } : {}),
  });
  return { status: answer.status, text: await answer.text() };
}

/** What the rules of the house say of one call, beside what the code does. */
function expected(operation: Operation, asker: Asker, department: 'own' | 'other' | null): number | 'allowed' {
  const { right, unit } = operation.rule!;
  if (right === 'anyone' || right === 'public') return 'allowed';
  if (asker.title === 'nobody') return 401;
  if (right === 'signedIn') return asker.isToken ? 403 : 'allowed';
  if (!asker.rights.includes(right)) return 403;
  if (!asker.scoped) return 'allowed';
  if (unit === 'whole') return 403;
  return department === 'other' && namesUnit(operation) ? 404 : 'allowed';
}

describe('every endpoint', () => {
  it('has a rule, and one that changes something has words for the trail', () => {
    expect(operations.length).toBeGreaterThan(45);
    expect(operations.filter(({ rule }) => rule === undefined).map(({ path }) => path)).toEqual([]);
    // Those of one's own session write their own lines, and so does a remark of the public, without who sent it.
    const silent = operations.filter(
      ({ method, path, rule }) => method !== 'GET' && !/\/session|\/public\//.test(path) && !rule?.does,
    );
    expect(silent.map(({ path }) => path)).toEqual([]);
    const open = operations
      .filter(({ rule }) => rule?.right === 'anyone')
      .map(({ method, path }) => `${method} ${path}`);
    expect(open.sort()).toEqual([
      'DELETE /api/v1/session',
      'GET /api/v1/health/live',
      'GET /api/v1/health/ready',
      'GET /api/v1/installation',
      'GET /api/v1/session',
      'GET /api/v1/session/provider/callback',
      'POST /api/v1/session',
      'POST /api/v1/session/provider',
    ]);
    const onPublicPage = operations.filter(({ rule }) => rule?.right === 'public');
    expect(onPublicPage.map(({ method, path }) => `${method} ${path}`).sort()).toEqual([
      'GET /api/v1/public',
      'GET /api/v1/public/data.csv',
      'GET /api/v1/public/data.json',
      'GET /api/v1/public/data.xlsx',
      'GET /api/v1/public/method',
      'GET /api/v1/public/ranking',
      'GET /api/v1/public/remarks',
      'GET /api/v1/public/units/{organisation}',
      'POST /api/v1/public/remarks',
    ]);
  });

  it('of the public page is there for nobody while the page is switched off', async () => {
    await turnPublicPage(false);
    const wrong: unknown[] = [];
    for (const wanted of askersToMake)
      for (const operation of operations.filter(({ rule }) => rule?.right === 'public')) {
        const { status } = await ask(operation, await make(wanted), place.own);
        if (status !== 404) wrong.push({ asker: wanted.title, call: operation.path, status });
      }
    await turnPublicPage(true);
    expect(wrong).toEqual([]);
  });

  it('without a rule is refused to everybody', async () => {
    const guard = new AccessGuard(
      new Reflector(),
      ...([undefined, undefined, undefined, undefined] as unknown as [never, never, never, never]),
    );
    const planted = { getHandler: () => () => 'open', switchToHttp: () => ({ getRequest: () => ({}) }) };
    await expect(guard.canActivate(planted as unknown as ExecutionContext)).rejects.toThrow('没有设定权限');
  });

  it.each(askersToMake)('answers $title by its rule, for the own unit and another', async (wanted) => {
    const wrong: unknown[] = [];
    for (const operation of operations)
      for (const which of ['own', 'other', null] as const) {
        // Each with a session of its own: some of them end it.
        const asker = await make(wanted);
        const { status, text } = await ask(operation, asker, which === null ? null : place[which]);
        const wished = expected(operation, asker, which);
        const isGood = wished === 'allowed' ? ![401, 403, 500].includes(status) : status === wished;
        // What may be read is there; a body that says nothing but the unit is not enough to change anything.
        const isThere =
          wished !== 'allowed' ||
          operation.method !== 'GET' ||
          status === 200 ||
          // Not ready yet, and no provider of single sign-on is set.
          /\/(?:health|provider)\//.test(operation.path);
        const leaks = place.other.marks.filter((mark) => asker.scoped && text.includes(mark));
        if (!isGood || !isThere || leaks.length > 0)
          wrong.push({
            call: `${operation.method} ${operation.path}`,
            which,
            wished,
            status,
            leaks,
            text: text.slice(0, 200),
          });
      }
    expect(wrong).toEqual([]);
  });

  it('says of what is others’ the same as of what is not there', async () => {
    const asker = await make({ title: 'department', role: 'department', scoped: true });
    const get = async (path: string) => {
      const answer = await fetch(`${server.url}/api/v1/${path}`, { headers: asker.headers });
      return { status: answer.status, json: await answer.json() };
    };
    const scope = `programme=${programme}&period=${period}`;
    const pairs = [
      [`findings/${place.other.finding}`, 'findings/none'],
      [`captures/${place.other.capture}`, 'captures/none'],
      [`scorecards/${place.other.unit.id}?${scope}`, `scorecards/none?${scope}`],
      [`site-columns?organisation=${encodeURIComponent(place.other.unit.name)}`, 'site-columns?organisation=none'],
      [`findings?${scope}&organisation=${place.other.unit.id}`, `findings?${scope}&organisation=none`],
    ] as const;
    for (const [others, none] of pairs) {
      const answer = await get(others);
      expect([others, answer.status]).toEqual([others, 404]);
      expect(answer).toEqual(await get(none));
    }
  });

  it('lets an account see what is below its unit, and of the ranking names, marks and places alone', async () => {
    const asker = await make({ title: 'department', role: 'department', scoped: true });
    const get = async (path: string) =>
      (await fetch(`${server.url}/api/v1/${path}`, { headers: asker.headers })).json() as Promise<
        Record<string, unknown>[]
      >;
    const scope = `programme=${programme}&period=${period}`;
    expect((await get('organisations')).map(({ name }) => name)).toEqual(['云岭县财政局', '云岭县国库中心']);
    expect(await get(`scorecards?${scope}`)).toMatchObject([
      { name: '云岭县财政局', score: '9', findings: 1, reviews: 0 },
      { name: '云岭县教育局', score: '8', findings: null, reviews: null, vetoed: null },
    ]);
    expect(await get(`tasks?${scope}`)).toMatchObject([
      { task: 'T1', counts: { overdue: 1 }, evidence: [{ capture: place.own.capture }] },
    ]);
    expect(JSON.stringify(await get(`tasks?${scope}`))).not.toContain('教育局');
  });

  it('answers nothing but the way to a password of one’s own before the first one was changed', async () => {
    const wrong: unknown[] = [];
    for (const operation of operations) {
      const { right } = operation.rule!;
      if (right === 'anyone' || right === 'public' || operation.path.endsWith('/session/password')) continue;
      const { account, headers } = await signedIn(database.stores);
      await database.stores.accounts.change(account.id, { mustChangePassword: true });
      const { status, text } = await ask(operation, { headers }, place.own);
      const needs = status === 403 && text.includes('"needs":"password"');
      // A code or an address that is not even one is told first.
      const isMalformed = status === 400 && /\/session\/(?:second-factor|mail)/.test(operation.path);
      if (!needs && !isMalformed) wrong.push({ call: `${operation.method} ${operation.path}`, status, text });
    }
    expect(wrong).toEqual([]);
  });

  it('takes no field that it does not know', async () => {
    const { headers } = await signedIn(database.stores);
    const wrong: unknown[] = [];
    for (const operation of operations.filter(({ hasBody, rule }) => hasBody && rule?.takes !== 'bytes')) {
      let path = operation.path;
      for (const { name, in: where } of operation.parameters)
        if (where === 'path') path = path.replace(`{${name}}`, await example(operation, name, place.own));
      const answer = await fetch(server.url + path, {
        method: operation.method,
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify({ organisation: place.own.unit.id, isAdministrator: true }),
      });
      const text = await answer.text();
      if (answer.status !== 400 || !text.includes('不认识的字段')) wrong.push({ path, status: answer.status, text });
    }
    expect(wrong).toEqual([]);
  });
});

describe('accounts', () => {
  const send = async (headers: object, method: string, path: string, sent?: unknown) => {
    const answer = await fetch(`${server.url}/api/v1/${path}`, {
      method,
      headers: { ...headers, 'content-type': 'application/json' },
      ...(sent === undefined ? {} : { body: JSON.stringify(sent) }),
    });
    const text = await answer.text();
    return { status: answer.status, json: (text ? JSON.parse(text) : null) as Record<string, unknown> };
  };
  const request = () => ({ name: `jia${randomUUID().slice(0, 8)}`, displayName: '某甲', role: 'leader', unit: null });

  it('take no field that is not theirs to set, and no role without what belongs to it', async () => {
    const { headers, account } = await signedIn(database.stores);
    for (const more of [
      { mustChangePassword: false },
      { passwordHash: '$argon2id$' },
      { sample: false },
      { id: account.id },
      { role: 'root' },
      { role: 'department' },
      { role: 'administrator', unit: place.own.unit.id },
      { unit: 'no-such-unit' },
      { name: 'shili-guanli' },
      { name: '../x' },
      { displayName: '' },
    ])
      expect([more, await send(headers, 'POST', 'accounts', { ...request(), ...more })]).toMatchObject([
        more,
        { status: 400 },
      ]);
    const made = (await send(headers, 'POST', 'accounts', request())).json as { account: { id: string } };
    for (const change of [
      {},
      { mustChangePassword: false },
      { name: 'other' },
      { secondFactor: null },
      { disabled: 'yes' },
    ])
      expect([change, (await send(headers, 'PATCH', `accounts/${made.account.id}`, change)).status]).toEqual([
        change,
        400,
      ]);
    expect((await send(headers, 'PATCH', 'accounts/none', { disabled: true })).status).toBe(404);
  });

  it('never change their own role, and the last administrator stays', async () => {
    await database.dataSource.query(`update account set disabled_at = now() where role = 'administrator'`);
    const { headers, account } = await signedIn(database.stores);
    const own = `accounts/${account.id}`;
    for (const change of [{ role: 'leader' }, { disabled: true }, { unit: null }])
      expect([change, (await send(headers, 'PATCH', own, change)).status]).toEqual([change, 400]);
    expect((await send(headers, 'PATCH', own, { displayName: '某乙' })).status).toBe(200);
    const second = await signedIn(database.stores);
    // Two who shut each other out at the same moment: one of them stays.
    const [one, two] = await Promise.all([
      send(headers, 'PATCH', `accounts/${second.account.id}`, { disabled: true }),
      send(second.headers, 'PATCH', own, { role: 'leader' }),
    ]);
    expect([one.status, two.status].filter((status) => status === 200)).toHaveLength(1);
    const left = (await database.stores.accounts.accounts()).filter(
      ({ role, disabledAt }) => role === 'administrator' && disabledAt === null,
    );
    expect(left).toHaveLength(1);
  });

  it('that are disabled, or become something else, are out at once', async () => {
    const { headers } = await signedIn(database.stores);
    for (const change of [{ disabled: true }, { role: 'reviewer' }]) {
      const leader = await signedIn(database.stores, { role: 'leader' });
      expect((await leader.fetch(`${server.url}/api/v1/organisations`)).status).toBe(200);
      expect((await send(headers, 'PATCH', `accounts/${leader.account.id}`, change)).status).toBe(200);
      expect((await leader.fetch(`${server.url}/api/v1/organisations`)).status).toBe(401);
    }
  });
});

describe('tokens', () => {
  it('are kept as a hash alone, hold until their day, and end when revoked', async () => {
    const request = { name: '大屏', role: 'readOnly' as const, unit: null, expiresOn: tomorrow };
    const { token, row } = await addToken(database.stores, request, { by: 'admin', sample: false, now });
    const get = async (bearer: string) =>
      (await fetch(`${server.url}/api/v1/organisations`, { headers: { authorization: `Bearer ${bearer}` } })).status;
    expect(token).toMatch(/^mj_[\w-]{43}$/);
    expect(await get(token)).toBe(200);
    const kept = await database.dataSource.query<object[]>(`select * from api_token where id = $1`, [row.id]);
    expect(JSON.stringify(kept)).not.toContain(token.slice(3));
    expect(await get(`${token.slice(0, -1)}_`)).toBe(401);
    await database.dataSource.query(`update api_token set expires_on = current_date - 2 where id = $1`, [row.id]);
    expect(await get(token)).toBe(401);
    await database.dataSource.query(`update api_token set expires_on = current_date + 2 where id = $1`, [row.id]);
    expect(await get(token)).toBe(200);
    await database.stores.tokens.revoke(row.id, now);
    expect(await get(token)).toBe(401);
  });
});

describe('a name that is also another unit’s alias', () => {
  it('is no way to that unit', async () => {
    await database.stores.organisations.importOrganisations([
      organisation('云岭县教育局二', { sample: false, aliases: ['云岭县财政局'] }),
    ]);
    const asker = await make({ title: 'department', role: 'department', scoped: true });
    const path = `site-columns?organisation=${encodeURIComponent('云岭县财政局')}`;
    const answer = await fetch(`${server.url}/api/v1/${path}`, { headers: asker.headers });
    expect(answer.status).toBe(404);
  });
});
