import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser } from '#crawlers';
import { MemoryBlobStore } from '#evidence';
import { addAccount } from '#operations';
import { startServer, type RunningServer } from '../../apps/server/server.js';
import { startIdentityProvider, type IdentityProvider } from '../integration/support/identity-provider.js';
import { organisation } from '../integration/support/invented.js';
import { signedIn, type SignedIn } from '../integration/support/signed-in.js';
import { openTemporaryDatabase, type TemporaryDatabase } from '../integration/support/temporary-database.js';
import { lookAtBoth } from './look.fixture.js';
import { launchBrowser, newPage, textWith } from './page.fixture.js';

const executablePath = findBrowser({ CHROMIUM_PATH: process.env.CHROMIUM_PATH });

let database: TemporaryDatabase;
let provider: IdentityProvider;
let server: RunningServer;
let browser: Browser;
let keeper: SignedIn;

/** The address of the service is part of its settings, so its port must be known before. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

beforeAll(async () => {
  if (!executablePath) return;
  database = await openTemporaryDatabase();
  await database.stores.organisations.importOrganisations([organisation('云岭县财政局', { sample: false })]);
  const request = { name: 'zhou', displayName: '周专', role: 'administrator' as const, unit: null };
  await addAccount(database.stores, request, { sample: false, now: new Date() });
  keeper = await signedIn(database.stores);
  provider = await startIdentityProvider();
  const port = await freePort();
  server = await startServer({
    settings: {
      ...{ HOST: '127.0.0.1', PORT: port, MINGJING_ADDRESS: `http://localhost:${port}` },
      // The provider is another site: 127.0.0.1 beside localhost.
      ...{ MINGJING_OIDC_ISSUER: provider.issuer, MINGJING_ALLOW_NETWORKS: '127.0.0.1/32' },
      ...{ MINGJING_OIDC_CLIENT_ID: provider.client.id, MINGJING_OIDC_CLIENT_SECRET: provider.client.secret },
    },
    dataSource: database.dataSource,
    blobs: new MemoryBlobStore(),
    programmes: [],
  });
  browser = await launchBrowser(executablePath);
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
  await provider?.close();
  await database?.close();
});

/** To the provider and back, by keyboard alone. */
async function signIn(page: Page, subject: string): Promise<void> {
  await page.getByRole('button', { name: '用统一身份认证登录' }).press('Enter');
  await page.getByRole('link', { name: `以 ${subject} 登录` }).press('Enter');
}

describe.skipIf(!executablePath)('single sign-on in a real browser', () => {
  it('names what is missing, is let in once it was written down, and comes back to the page', async () => {
    const page = await newPage(browser, 1440);
    await page.goto(`${server.url}/account`, { waitUntil: 'networkidle' });
    await textWith(page, ['用统一身份认证登录']);
    await lookAtBoth(page, 'provider-sign-in');
    await signIn(page, 'u-1001');
    const told = '本系统没有账号与之对应。请把用户标识“u-1001”告诉本地管理员';
    await textWith(page, [told, '忘记口令']);
    await lookAtBoth(page, 'provider-refused');
    expect(await page.getByRole('alert').innerText()).toContain(told);

    const office = await newPage(browser, 1440, { origin: server.url, cookie: keeper.headers.cookie });
    await office.goto(`${server.url}/accounts`, { waitUntil: 'networkidle' });
    await office.getByRole('button', { name: /^修改.*zhou/ }).press('Enter');
    await office.getByLabel(/统一身份认证的用户标识/).fill('u-1001');
    await lookAtBoth(office, 'provider-subject');
    await office.getByRole('button', { name: '保存' }).press('Enter');
    await textWith(office, ['u-1001']);
    await lookAtBoth(office, 'provider-accounts');

    await signIn(page, 'u-1001');
    await textWith(page, ['我的账号', '周专']);
    expect(new URL(page.url()).pathname).toBe('/account');
    expect(await page.locator('body').innerText()).not.toContain('修改初始口令');
  });

  it('has somebody sign in again in another window, and loses nothing of what was typed', async () => {
    const page = await newPage(browser, 1440);
    await page.goto(`${server.url}/sign-in?back=/accounts`, { waitUntil: 'networkidle' });
    await signIn(page, 'u-1001');
    await page.getByRole('button', { name: '新建账号' }).press('Enter');
    await page.getByLabel(/账号（登录用/).fill('wu');
    await page.getByLabel('姓名').fill('吴科');
    await database.dataSource.query('delete from session where by_provider');
    await page.getByRole('button', { name: '新建', exact: true }).press('Enter');
    const again = page.getByRole('link', { name: '到新窗口用统一身份认证登录' });
    await again.waitFor();
    await lookAtBoth(page, 'provider-again');
    const [other] = await Promise.all([page.waitForEvent('popup'), again.press('Enter')]);
    await signIn(other, 'u-1001');
    await other.getByRole('button', { name: /周专/ }).waitFor();
    await other.close();
    // A browser without windows tells no page that it is seen again.
    await page.evaluate(`document.dispatchEvent(new Event('visibilitychange'))`);
    await textWith(page, ['吴科', '初始口令']);
    expect((await database.stores.accounts.named('wu'))?.displayName).toBe('吴科');
  });
});
