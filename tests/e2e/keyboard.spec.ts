import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '#access';
import { findBrowser } from '#crawlers';
import { MemoryBlobStore } from '#evidence';
import { addAccount, changePassword, findProgramme } from '#operations';
import { startServer, type RunningServer } from '../../apps/server/server.js';
import { openTemporaryDatabase, type TemporaryDatabase } from '../integration/support/temporary-database.js';
import { period, programme, settleTwoDepartments } from '../integration/support/two-departments.js';
import { focused, stopsOf, tabTo } from './keyboard.fixture.js';
import { launchBrowser, newPage, stillness, textWith } from './page.fixture.js';

const executablePath = findBrowser({ CHROMIUM_PATH: process.env.CHROMIUM_PATH });
const password = 'Changjiang-dongliu-9';
const scope = `programme=${programme}&period=${period}`;
// While findings of the result may be answered.
const now = new Date('2023-01-13T01:00:00Z');

let database: TemporaryDatabase;
let server: RunningServer;
let browser: Browser;

beforeAll(async () => {
  if (!executablePath) return;
  database = await openTemporaryDatabase();
  const blobs = new MemoryBlobStore();
  const place = await settleTwoDepartments(database.stores, blobs);
  for (const [name, role, unit] of [
    ['zhou', 'administrator', null],
    ['zheng', 'department', place.own.unit.id],
  ] as [string, Role, string | null][]) {
    const asked = { name, displayName: `${name}某`, role, unit };
    const about = { sample: false, now: new Date() };
    const { account, firstPassword } = await addAccount(database.stores, asked, about);
    await changePassword(database.stores, account, { current: firstPassword, next: password, now: about.now });
  }
  server = await startServer({
    settings: { HOST: '127.0.0.1', PORT: 0 },
    dataSource: database.dataSource,
    blobs,
    programmes: [await findProgramme(programme)],
    now: () => now,
  });
  browser = await launchBrowser(executablePath);
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
  await database?.close();
});

/** Signs in as somebody would whose mouse is broken. */
async function signIn(name: string, path: string): Promise<Page> {
  const page = await newPage(browser, 1440);
  await page.goto(`${server.url}/sign-in?back=${encodeURIComponent(path)}`, { waitUntil: 'networkidle' });
  await expect.poll(async () => (await focused(page))?.name).toBe('账号');
  await page.keyboard.type(name);
  await tabTo(page, '口令');
  await page.keyboard.type(password);
  await tabTo(page, '登录');
  await page.keyboard.press('Enter');
  await textWith(page, [`${name}某`]);
  return page;
}

/** Begins at the top again, as a page that was just opened. */
async function open(page: Page, path: string): Promise<void> {
  await page.goto(server.url + path, { waitUntil: 'networkidle' });
  await stillness(page);
}

const pages = {
  zhou: [
    ...[
      '/',
      '/scorecards',
      '/progress',
      '/comparison',
      '/findings',
      '/findings/changes',
      '/reviews',
      '/materials',
      '/ledger',
      '/appeals',
    ],
    ...['/programme', '/programmes', '/crawl', '/running', '/columns', '/reading', '/account'],
    ...['/circulars', '/circulars/letterheads'],
    ...['/setup', '/public-page', '/accounts', '/tokens', '/channels', '/audit', '/password'],
  ],
  zheng: ['/scorecards', '/progress', '/findings', '/materials', '/ledger', '/appeals', '/account'],
};

describe.skipIf(!executablePath)('by keyboard alone', () => {
  it.each(['zhou', 'zheng'] as const)('every page of %s is walked through, and shows where one is', async (name) => {
    const page = await signIn(name, '/account');
    const wrong: unknown[] = [];
    for (const path of pages[name]) {
      await open(page, `${path}?${scope}`);
      const stops = await stopsOf(page);
      if (stops === null) wrong.push([path, 'is never left']);
      // In the frame of a kept page it is that page which has the focus, and ours cannot tell by its styles.
      const hidden = (stops ?? []).filter(({ seen, what }) => !seen && !what.startsWith('iframe'));
      for (const { name: stop, what } of hidden) wrong.push([path, 'shows nothing', stop, what]);
      // Where no field asks for words at once, the first stop leads past the menu.
      if (path !== '/password' && stops?.[0]?.name !== '跳到正文') wrong.push([path, 'begins with', stops?.[0]]);
    }
    expect(wrong).toEqual([]);
  });
});
