import type { Browser, Page } from 'playwright';
import { findBrowser } from '#crawlers';
import { assess, builtInProgrammes, demoAccounts, makeDemoAccounts } from '#operations';
import { startServer, type RunningServer } from '../../apps/server/server.js';
import { crawlCounty, type CrawledCounty } from './county.fixture.js';
import { launchBrowser, newPage } from './page.fixture.js';

export const executablePath = findBrowser({ CHROMIUM_PATH: process.env.CHROMIUM_PATH });
export const plan = { programme: 'pingliang-2020', period: '2026Q2' };
export const scope = new URLSearchParams(plan).toString();

/** Two departments with their result, the sample's accounts, a service and a browser before it. */
export interface CircularOffice {
  crawled: CrawledCounty;
  server: RunningServer;
  /** A page on which that role has signed in by the keyboard. */
  signedIn(role: string, path: string): Promise<Page>;
  close(): Promise<void>;
}

export async function openCircularOffice(browserPath: string): Promise<CircularOffice> {
  const crawled = await crawlCounty(['云岭县发展和改革局', '云岭县住房和城乡建设局']);
  const { house, units } = crawled;
  await assess(house, { ...plan, units, replay: false });
  await makeDemoAccounts(house, new Date());
  const server = await startServer({
    settings: { HOST: '127.0.0.1', PORT: 0, CHROMIUM_PATH: browserPath },
    dataSource: house.database.dataSource,
    blobs: house.blobs,
    programmes: await builtInProgrammes(),
    now: () => house.clock.now(),
  });
  const browser = await launchBrowser(browserPath);
  return {
    ...{ crawled, server },
    signedIn: (role, path) => signIn(browser, server, role, path),
    async close() {
      await browser.close();
      await server.close();
      await crawled.close();
    },
  };
}

async function signIn(browser: Browser, server: RunningServer, role: string, path: string): Promise<Page> {
  const { name, password, displayName } = demoAccounts.find((one) => one.role === role)!;
  const page = await newPage(browser, 1440);
  await page.goto(`${server.url}/sign-in?back=${encodeURIComponent(path)}`, { waitUntil: 'networkidle' });
  await page.getByLabel('账号', { exact: true }).waitFor();
  await page.keyboard.type(name);
  await page.keyboard.press('Tab');
  await page.keyboard.type(password);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: new RegExp(displayName) }).waitFor();
  return page;
}

export const press = (page: Page, name: string | RegExp): Promise<void> =>
  page
    .getByRole('button', { name, exact: typeof name === 'string' })
    .first()
    .press('Enter');

export const inDialog = (page: Page, name: string): Promise<void> =>
  page.getByRole('dialog').getByRole('button', { name, exact: true }).press('Enter');
