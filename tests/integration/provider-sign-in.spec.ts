import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { MemoryBlobStore } from '#evidence';
import { readSettings } from '#kernel';
import { addAccount, openProvider } from '#operations';
import { examineHost } from '../../libs/operations/doctor/machine.js';
import { startServer, type RunningServer } from '../../apps/server/server.js';
import { startIdentityProvider, type IdentityProvider, type Twist } from './support/identity-provider.js';
import { organisation } from './support/invented.js';
import { signedIn, type SignedIn } from './support/signed-in.js';
import { openTemporaryDatabase, type TemporaryDatabase } from './support/temporary-database.js';

const address = 'http://mj.yunling.example';
const minute = 60_000;
let database: TemporaryDatabase;
let provider: IdentityProvider;
let server: RunningServer;
let keeper: SignedIn;
let now: Date;

const settings = () => ({
  ...{ HOST: '127.0.0.1', PORT: 0, MINGJING_ALLOW_NETWORKS: '127.0.0.1/32', MINGJING_ADDRESS: address },
  MINGJING_OIDC_ISSUER: provider.issuer,
  MINGJING_OIDC_CLIENT_ID: provider.client.id,
  MINGJING_OIDC_CLIENT_SECRET: provider.client.secret,
  MINGJING_PASSWORD_DAYS: 90,
});
/** Where it is the provider that never answers. */
const impatienceMs = 3000;

/** A service of its own knows nothing yet of what the provider says of itself. */
async function open(changes: object = {}, providerPatienceMs?: number): Promise<void> {
  await server?.close();
  server = await startServer({
    settings: { ...settings(), ...changes },
    dataSource: database.dataSource,
    blobs: new MemoryBlobStore(),
    programmes: [],
    accessNow: () => now,
    providerPatienceMs,
  });
}

beforeAll(async () => {
  database = await openTemporaryDatabase();
  provider = await startIdentityProvider();
  await database.stores.organisations.importOrganisations([organisation('云岭县财政局', { sample: false })]);
});
beforeEach(async () => {
  now = new Date();
  Object.assign(provider, { twist: {}, asked: [] });
  await database.dataSource.query('delete from account');
  await database.dataSource.query('delete from sign_in_attempt');
  await open();
  keeper = await signedIn(database.stores);
});
afterAll(async () => {
  await server?.close();
  await provider?.close();
  await database?.close();
});

/** What a browser does: keeps its cookies, gives back those of the path, follows no redirect by itself. */
class Browser {
  readonly cookies = new Map<string, { value: string; path: string; whole: string }>();

  async ask(method: string, path: string, sent?: unknown, headers: Record<string, string> = {}) {
    const cookie = [...this.cookies]
      .filter(([, { path: under }]) => path.startsWith(under))
      .map(([name, { value }]) => `${name}=${value}`)
      .join('; ');
    const answer = await fetch(server.url + path, {
      ...{ method, redirect: 'manual' as const },
      headers: { ...(cookie ? { cookie } : {}), ...(sent ? { 'content-type': 'application/json' } : {}), ...headers },
      ...(sent ? { body: JSON.stringify(sent) } : {}),
    });
    for (const whole of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(whole) ?? [];
      const path = /Path=([^;]+)/.exec(whole)?.[1] ?? '/';
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, { value, path, whole });
    }
    const text = await answer.text();
    const json = (text.startsWith('{') ? JSON.parse(text) : {}) as Record<string, unknown>;
    return { status: answer.status, location: answer.headers.get('location'), json };
  }

  get id(): string {
    return this.cookies.get('mingjing_session')?.value ?? '';
  }

  async begin(back?: string): Promise<string> {
    const { status, json } = await this.ask('POST', '/api/v1/session/provider', back === undefined ? {} : { back });
    expect([status, json.message]).toEqual([200, undefined]);
    return json.url as string;
  }

  comeBack(url: URL) {
    return this.ask('GET', url.pathname + url.search);
  }

  /** All the way through. */
  async signIn(subject: string, back?: string) {
    return this.comeBack(provider.signIn(await this.begin(back), subject));
  }

  /** Who has signed in, and what the sign-in page tells. */
  async standing(): Promise<{ account: { name: string } | null; providerFault: string | null }> {
    return (await this.ask('GET', '/api/v1/session')).json as never;
  }
}

/** An account with a first password nobody changed yet, known to the provider by that subject. */
async function person(subject: string | null, name = 'zhou'): Promise<string> {
  const request = { name, displayName: '周专', role: 'assessor' as const, unit: null };
  const { account } = await addAccount(database.stores, request, { sample: false, now });
  if (subject !== null) expect(await preset(account.id, subject)).toMatchObject({ status: 200, json: { subject } });
  return account.id;
}
async function preset(id: string, subject: string | null) {
  const answer = await keeper.fetch(`${server.url}/api/v1/accounts/${id}`, {
    method: 'PATCH',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ subject }),
  });
  return { status: answer.status, json: (await answer.json()) as Record<string, unknown> };
}
const trail = async () => (await database.stores.audit.entries({})).rows;
const sessions = async () =>
  (await database.dataSource.query<{ n: number }[]>('select count(*)::int as n from session'))[0]!.n;

/** Comes back to the sign-in page with one line of why, and nothing was opened. */
async function expectRefused(browser: Browser, answer: { status: number; location: string | null }, why: string) {
  expect([answer.status, answer.location]).toEqual([303, `${address}/sign-in?back=%2F`]);
  expect(await browser.standing()).toMatchObject({ account: null, providerFault: expect.stringContaining(why) });
  expect(browser.id).toBe('');
  expect(await sessions()).toBe(1);
}

describe('signing in by the provider', () => {
  it('opens the account with that subject, in a new session, and leads back', async () => {
    const id = await person('u-1001');
    await database.stores.accounts.change(id, { secondFactor: 'sealed', passwordSetAt: new Date(0) });
    const browser = new Browser();
    browser.cookies.set('mingjing_session', { value: 'planted-by-somebody-else', path: '/', whole: '' });
    const url = new URL(await browser.begin('/findings?programme=x#top'));
    expect(url.origin).toBe(provider.issuer);
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      ...{ response_type: 'code', scope: 'openid', code_challenge_method: 'S256', client_id: 'mingjing' },
      redirect_uri: `${address}/api/v1/session/provider/callback`,
      ...{
        state: expect.stringMatching(/^[\w-]{43}$/) as string,
        nonce: expect.stringMatching(/^[\w-]{43}$/) as string,
      },
    });
    // The browser keeps what is needed, and can read nothing of it.
    const { whole, value } = browser.cookies.get('mingjing_errand')!;
    expect(whole).toMatch(/Max-Age=600; Path=\/api\/v1\/session\/provider; HttpOnly; SameSite=Lax$/);
    expect(Buffer.from(value.split('.')[1]!, 'base64url').toString('latin1')).not.toContain('verifier');
    const answer = await browser.comeBack(provider.signIn(url.href, 'u-1001'));
    expect([answer.status, answer.location]).toEqual([303, `${address}/findings?programme=x#top`]);
    expect(browser.id).toMatch(/^[\w-]{43}$/);
    expect(browser.cookies.get('mingjing_session')!.whole).toContain('SameSite=Strict');
    expect(browser.cookies.has('mingjing_errand')).toBe(false);
    // Neither the first password, its age nor a code stands in the way: these are of the house’s own way in.
    expect((await browser.standing()).account).toMatchObject({ name: 'zhou', mustChangePassword: false });
    expect((await browser.ask('GET', '/api/v1/organisations')).status).toBe(200);
    expect((await trail())[0]).toMatchObject({ who: 'zhou', what: 'session.open', sentence: '登录（统一身份认证）' });
  });

  it('ends the session that the browser had, and is signed out of as any other', async () => {
    await person('u-1001');
    const browser = new Browser();
    await browser.signIn('u-1001');
    const first = browser.id;
    await browser.signIn('u-1001');
    expect(browser.id).not.toBe(first);
    const old = new Browser();
    old.cookies.set('mingjing_session', { value: first, path: '/', whole: '' });
    expect((await old.standing()).account).toBeNull();
    expect((await browser.ask('DELETE', '/api/v1/session')).status).toBe(204);
    expect((await browser.standing()).account).toBeNull();
  });

  it.each([
    ['//evil.example/x', '/'],
    ['https://evil.example', '/'],
    ['/\\evil.example', '/'],
    ['/.//evil.example', '/'],
    ['/\t/evil.example', '/'],
    ['/api/v1/audit', '/'],
    ['/sign-in?back=/x', '/'],
    ['/scorecards/a?period=2026Q2', '/scorecards/a?period=2026Q2'],
  ])('leads back to own pages only: %j', async (back, page) => {
    await person('u-1001');
    expect((await new Browser().signIn('u-1001', back)).location).toBe(address + page);
  });

  it('by a provider that takes the secret in the body', async () => {
    provider.twist = { metadata: { token_endpoint_auth_methods_supported: ['client_secret_post'] } };
    await person('u-1001');
    const browser = new Browser();
    expect((await browser.signIn('u-1001')).location).toBe(`${address}/`);
  });
});

describe('nobody signs in', () => {
  it('whom no account is for: the page names what to tell the administrator, and no account is made', async () => {
    await person('u-1001');
    const browser = new Browser();
    await expectRefused(browser, await browser.signIn('u-9999'), '请把用户标识“u-9999”告诉本地管理员');
    expect((await database.stores.accounts.accounts()).map(({ name }) => name).sort()).toEqual(
      [keeper.account.name, 'zhou'].sort(),
    );
    // Subjects are told apart to the letter.
    await expectRefused(browser, await browser.signIn('U-1001'), 'U-1001');
    expect((await trail())[0]).toMatchObject({ who: '统一身份认证', what: 'session.failed' });
  });

  it('whose account is out of use, locked, of a sample that is over, or known to another provider', async () => {
    const id = await person('u-1001');
    await database.stores.accounts.change(id, { disabledAt: now });
    const browser = new Browser();
    await expectRefused(browser, await browser.signIn('u-1001'), '已停用');
    await database.stores.accounts.change(id, { disabledAt: null });
    for (let at = 0; at < 5; at += 1) await browser.ask('POST', '/api/v1/session', { name: 'zhou', password: 'x' });
    await expectRefused(browser, await browser.signIn('u-1001'), '请在 15 分钟后再试');
    now = new Date(now.getTime() + 16 * minute);
    await database.dataSource.query(`update account set sample = true where id = $1`, [id]);
    await expectRefused(browser, await browser.signIn('u-1001'), '没有账号与之对应');
    await database.dataSource.query(`update account set sample = false, provider_issuer = 'https://other.example'`);
    await expectRefused(browser, await browser.signIn('u-1001'), '没有账号与之对应');
  });

  it('who did not begin here, comes too late, or brings another state', async () => {
    await person('u-1001');
    const [victim, attacker] = [new Browser(), new Browser()];
    const planted = provider.signIn(await attacker.begin(), 'u-1001');
    const before = provider.asked.length;
    await expectRefused(victim, await victim.comeBack(planted), '不是从这个浏览器开始的');
    await victim.begin();
    await expectRefused(victim, await victim.comeBack(planted), '不是从这个浏览器开始的');
    const late = provider.signIn(await victim.begin(), 'u-1001');
    now = new Date(now.getTime() + 10 * minute);
    await expectRefused(victim, await victim.comeBack(late), '超过了十分钟');
    const forged = new Browser();
    forged.cookies.set('mingjing_errand', { value: 'v1.AAAA', path: '/', whole: '' });
    await expectRefused(forged, await forged.comeBack(planted), '不是从这个浏览器开始的');
    // The provider was never asked for a token.
    expect(provider.asked.slice(before)).not.toContain('/token');
  });

  it.each<[string, Twist, string]>([
    ['another nonce', { claims: (usual) => ({ ...usual, nonce: 'another' }) }, '不可信'],
    ['no nonce', { claims: ({ nonce: _, ...usual }) => usual }, '不可信'],
    ['the signature of another key', { signs: 'otherKey' }, '不可信'],
    ['no signature', { signs: 'not' }, '不可信'],
    ['another audience', { claims: (usual) => ({ ...usual, aud: 'another-client' }) }, '不可信'],
    ['another issuer', { claims: (usual) => ({ ...usual, iss: 'https://evil.example' }) }, '不可信'],
    ['a token that is over', { claims: (usual) => ({ ...usual, exp: (usual.iat ?? 0) - 600 }) }, '不可信'],
    ['no subject', { claims: ({ sub: _, ...usual }) => usual }, '不可信'],
    ['a subject without end', { claims: (usual) => ({ ...usual, sub: 'u'.repeat(256) }) }, '不可信'],
    ['a subject with turned lines', { claims: (usual) => ({ ...usual, sub: 'u\n1' }) }, '不可信'],
    ['silence', { answers: { '/token': 'silence' } }, '没有及时答复'],
    ['silence about its keys', { answers: { '/jwks': 'silence' } }, '没有及时答复'],
    ['a page', { answers: { '/token': { status: 200, body: '<html>', headers: {} } } }, '不可信'],
    ['a fault', { answers: { '/token': { status: 502, body: '' } } }, '不可信'],
    ['an answer without end', { answers: { '/token': { status: 200, body: 'x'.repeat(300_000) } } }, '没有及时答复'],
    [
      'a redirect inwards',
      { answers: { '/token': { status: 307, body: '', headers: { location: 'http://169.254.169.254/' } } } },
      '不可信',
    ],
    [
      'that it does not know us',
      {
        answers: {
          '/token': {
            ...{ status: 401, body: '{"error":"invalid_client"}' },
            headers: { 'content-type': 'application/json' },
          },
        },
      },
      '核对客户端编号、密钥',
    ],
  ])('where the provider answers with %s', async (_, twist, why) => {
    await person('u-1001');
    const browser = new Browser();
    if (JSON.stringify(twist).includes('silence')) await open({}, impatienceMs);
    const url = provider.signIn(await browser.begin(), 'u-1001');
    provider.twist = twist;
    await expectRefused(browser, await browser.comeBack(url), why);
    const lines = JSON.stringify(await trail());
    expect(lines).toContain('统一身份认证登录未成功');
    for (const hidden of [provider.client.secret, url.searchParams.get('code')!]) expect(lines).not.toContain(hidden);
  });

  it('with a code that was spent, or was another browser’s, or where the person said no', async () => {
    await person('u-1001');
    const browser = new Browser();
    const url = provider.signIn(await browser.begin(), 'u-1001');
    const errand = browser.cookies.get('mingjing_errand')!;
    await browser.comeBack(url);
    expect(browser.id).not.toBe('');
    await browser.ask('DELETE', '/api/v1/session');
    browser.cookies.set('mingjing_errand', errand);
    await expectRefused(browser, await browser.comeBack(url), '已用过或已过期');
    // Another's code with one's own state: PKCE does not let it be spent.
    const own = provider.signIn(await browser.begin(), 'u-1001');
    const others = provider.signIn(await new Browser().begin(), 'u-1001');
    own.searchParams.set('code', others.searchParams.get('code')!);
    await expectRefused(browser, await browser.comeBack(own), '已用过或已过期');
    const refused = provider.signIn(await browser.begin(), 'u-1001');
    refused.searchParams.delete('code');
    refused.searchParams.set('error', 'access_denied');
    refused.searchParams.set('error_description', '<script>');
    await expectRefused(browser, await browser.comeBack(refused), '可能是您取消了');
    const mixedUp = provider.signIn(await browser.begin(), 'u-1001');
    mixedUp.searchParams.set('iss', 'https://evil.example');
    await expectRefused(browser, await browser.comeBack(mixedUp), '不可信');
  });

  it('from an address that brings made-up codes again and again', async () => {
    const browser = new Browser();
    for (let at = 0; at < 40; at += 1) {
      const url = provider.signIn(await browser.begin(), 'u-1001');
      url.searchParams.set('code', `guess-${at}`);
      await browser.comeBack(url);
    }
    const asked = provider.asked.filter((path) => path === '/token').length;
    await expectRefused(browser, await browser.signIn('u-1001'), '失败次数过多');
    expect(provider.asked.filter((path) => path === '/token').length).toBe(asked);
  });
});

describe('the provider', () => {
  it('that is away, or is not what the settings say, is told on the page; it is asked again when it is back', async () => {
    for (const [twist, why] of [
      [{ answers: { '/.well-known/openid-configuration': 'silence' } }, '没有及时答复'],
      [{ metadata: { issuer: 'https://evil.example' } }, '不可信'],
      [{ metadata: { authorization_endpoint: 'javascript:alert(1)' } }, '不可信'],
    ] as [Twist, string][]) {
      await open({}, impatienceMs);
      provider.twist = twist;
      const { status, json } = await new Browser().ask('POST', '/api/v1/session/provider', {});
      expect([status, json.message]).toEqual([503, expect.stringContaining(why)]);
    }
    await open();
    provider.twist = {};
    await person('u-1001');
    expect((await new Browser().signIn('u-1001')).location).toBe(`${address}/`);
  });

  it.each(['token_endpoint', 'jwks_uri'])(
    'cannot send us inwards or out without encryption by its %s',
    async (member) => {
      for (const planted of ['http://169.254.169.254/latest', 'http://10.0.0.8/token', 'http://sso.example/token']) {
        provider.twist = { metadata: { [member]: planted } };
        await open();
        await database.dataSource.query('delete from account where name = $1', ['zhou']);
        await person('u-1001');
        const browser = new Browser();
        await expectRefused(browser, await browser.signIn('u-1001'), '没有及时答复');
      }
    },
  );

  it.each([
    ['http://sso.yunling.example', '须用 https'],
    ['http://127.0.0.2:8080', '属于内网或保留网段'],
    ['https://10.0.0.8', '属于内网或保留网段'],
  ])('is not taken at %s', (issuer, why) => {
    expect(() => openProvider({ ...settings(), MINGJING_OIDC_ISSUER: issuer })).toThrow(why);
  });

  it('is not there without its settings: no word of it, and what it vouched for ends', async () => {
    await person('u-1001');
    const browser = new Browser();
    await browser.signIn('u-1001');
    expect((await browser.standing()).account).not.toBeNull();
    await open({ MINGJING_OIDC_ISSUER: undefined });
    expect(await browser.standing()).toMatchObject({ account: null, provider: false });
    expect((await browser.ask('POST', '/api/v1/session/provider', {})).status).toBe(404);
    expect((await browser.ask('GET', '/api/v1/session/provider/callback?code=a')).status).toBe(404);
  });

  it('is gone to from the address of the settings only, and by no other site', async () => {
    const ask = (headers: Record<string, string>) => new Browser().ask('POST', '/api/v1/session/provider', {}, headers);
    const own = new URL(server.url).origin;
    expect(await ask({ origin: own })).toMatchObject({
      status: 400,
      json: { message: `请从 ${address} 打开本系统，再用统一身份认证登录` },
    });
    expect((await ask({ origin: 'https://evil.example' })).status).toBe(403);
    expect((await ask({ 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  });
});

describe('a subject', () => {
  it('is written down by an administrator, on one account, with a line of the trail', async () => {
    const id = await person('u-1001');
    expect((await trail()).find(({ what }) => what === 'accounts.manage')).toMatchObject({
      sentence: '改动账号：zhou',
      ...{ before: { providerSubject: null }, after: { providerSubject: 'u-1001', providerIssuer: provider.issuer } },
    });
    const other = await person(null, 'wu');
    expect(await preset(other, 'u-1001')).toMatchObject({
      ...{ status: 409, json: { message: expect.stringContaining('已填在账号“zhou”上') as string } },
    });
    expect((await preset(other, 'a\u0000b')).status).toBe(400);
    expect((await preset(other, 'u'.repeat(256))).status).toBe(400);
    const assessor = await signedIn(database.stores, { role: 'assessor' });
    const attempt = await assessor.fetch(`${server.url}/api/v1/accounts/${assessor.account.id}`, {
      ...{ method: 'PATCH', headers: { 'content-type': 'application/json' }, body: '{"subject":"u-2"}' },
    });
    expect(attempt.status).toBe(403);
    expect(await preset(id, null)).toMatchObject({ status: 200, json: { subject: null } });
    expect((await preset(other, 'u-1001')).status).toBe(200);
  });

  it('taken away or changed ends what the provider vouched for, and leaves what a password opened', async () => {
    const id = await person('u-1001');
    const browser = new Browser();
    await browser.signIn('u-1001');
    expect(await preset(id, 'u-1002')).toMatchObject({ status: 200 });
    expect((await browser.standing()).account).toBeNull();
    expect((await preset(keeper.account.id, 'u-1')).status).toBe(200);
    expect((await preset(keeper.account.id, null)).status).toBe(200);
  });
});

describe('doctor', () => {
  const found = async (changes: Record<string, string>) => {
    const all = { ...settings(), PORT: '0', MINGJING_PASSWORD_DAYS: '90', MINGJING_DATA: database.folder, ...changes };
    const checks = await examineHost(readSettings(all), database.folder, now);
    return checks.find(({ what }) => what === '统一身份认证');
  };

  it('asks the provider, and says where it is to send people back to', async () => {
    expect(await found({})).toMatchObject({ good: true, found: expect.stringContaining('/session/provider/callback') });
    expect(await found({ MINGJING_ALLOW_NETWORKS: '' })).toMatchObject({ good: false, needed: true });
    provider.twist = { answers: { '/.well-known/openid-configuration': { status: 404, body: '' } } };
    expect(await found({})).toMatchObject({ good: false, needed: false, found: expect.stringContaining('unexpected') });
  });
});
