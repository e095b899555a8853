import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser } from '#crawlers';
import { MemoryBlobStore } from '#evidence';
import { builtInProgrammes } from '#operations';
import { startServer, type RunningServer } from '../../apps/server/server.js';
import { changedUnits, programme, scoreThreeQuarters } from '../integration/support/changing-findings.js';
import { signedIn, type SignedIn } from '../integration/support/signed-in.js';
import { openTemporaryDatabase, type TemporaryDatabase } from '../integration/support/temporary-database.js';
import { lookAtBoth } from './look.fixture.js';
import { launchBrowser, newPage, textWith } from './page.fixture.js';

const executablePath = findBrowser({ CHROMIUM_PATH: process.env.CHROMIUM_PATH });
const [finance, school] = changedUnits;
const scope = `programme=${programme}&period=2026Q3`;

let database: TemporaryDatabase;
let server: RunningServer;
let browser: Browser;
let assessor: SignedIn;

beforeAll(async () => {
  if (!executablePath) return;
  database = await openTemporaryDatabase();
  await scoreThreeQuarters(database.stores);
  server = await startServer({
    settings: { HOST: '127.0.0.1', PORT: 0 },
    dataSource: database.dataSource,
    blobs: new MemoryBlobStore(),
    programmes: await builtInProgrammes(),
  });
  browser = await launchBrowser(executablePath);
  assessor = await signedIn(database.stores, { role: 'assessor' });
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
  await database?.close();
});

async function open(path: string, by: SignedIn): Promise<Page> {
  const page = await newPage(browser, 1440, { origin: server.url, cookie: by.headers.cookie });
  page.setDefaultTimeout(15_000);
  await page.goto(server.url + path, { waitUntil: 'networkidle' });
  return page;
}

describe.skipIf(!executablePath)('findings of two results, in a real browser', () => {
  it('are found from the list of findings, counted, and lead to what they count', async () => {
    const page = await open(`/findings?${scope}`, assessor);
    await page.getByRole('link', { name: /^异常对比/ }).press('Enter');
    await textWith(page, [
      '异常对比',
      '从2026年第二季度',
      '新出现 0 个，又出现 1 个，仍存在 1 个，已整改 1 个',
      '未再测到',
    ]);
    await lookAtBoth(page, 'finding-changes');
    await page.getByRole('button', { name: new RegExp(`^1\\s*：${finance!.name}又出现的问题`) }).press('Enter');
    await textWith(page, ['问题（1 个）', '最早出现于2026年第一季度']);
    await page.getByLabel('与哪一次比较').selectOption({ index: 0 });
    await expect.poll(() => page.locator('body').innerText()).toContain('已整改 1 个。');
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '导出表格（xlsx）' }).press('Enter'),
    ]);
    expect(file.suggestedFilename()).toMatch(/^异常对比 .*2026Q3\.xlsx$/);
    await page.close();
  });

  it('are a department’s own', async () => {
    const by = await signedIn(database.stores, { role: 'department', unit: school!.id });
    const page = await open(`/findings/changes?${scope}`, by);
    await textWith(page, [`${school!.name}的问题在两次评分之间的变化`, '仍存在 1 个']);
    expect(await page.locator('body').innerText()).not.toContain(finance!.name);
    await lookAtBoth(page, 'finding-changes-department');
    await page.close();
  });

  it('lead to their indicator: what it measures, what it cannot see, how units stand', async () => {
    const page = await open(`/findings?${scope}`, assessor);
    await page.locator('.finding header a').first().press('Enter');
    await textWith(page, ['怎样测', '看不到什么', '所用的数据', '各单位怎样', '对得分的影响', '合计失分']);
    await lookAtBoth(page, 'indicator');
    const by = await signedIn(database.stores, { role: 'department', unit: school!.id });
    const own = await open(`/indicators/page-tags?programme=${programme}&period=2026Q2`, by);
    await textWith(own, ['可供参照的单位', finance!.name, `${school!.name}历次`, '本单位得分']);
    await lookAtBoth(own, 'indicator-department');
    await own.close();
    await page.close();
  });
});
