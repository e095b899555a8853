import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser } from '#crawlers';
import { MemoryBlobStore } from '#evidence';
import { builtInProgrammes } from '#operations';
import { startServer, type RunningServer } from '../../apps/server/server.js';
import { issueOn, programme, scorePeriod, units } from '../integration/support/public-results.js';
import { signedIn, type SignedIn } from '../integration/support/signed-in.js';
import { openTemporaryDatabase, type TemporaryDatabase } from '../integration/support/temporary-database.js';
import { lookAtBoth } from './look.fixture.js';
import { launchBrowser, newPage, textWith } from './page.fixture.js';

const executablePath = findBrowser({ CHROMIUM_PATH: process.env.CHROMIUM_PATH });
const [finance, school] = units;

let database: TemporaryDatabase;
let server: RunningServer;
let browser: Browser;
let admin: SignedIn;

beforeAll(async () => {
  if (!executablePath) return;
  database = await openTemporaryDatabase();
  const { stores } = database;
  await stores.organisations.importOrganisations([...units]);
  await issueOn(stores, await scorePeriod(stores, { period: '2026Q1', asOf: '2026-03-31', points: [5, 8, 2] }));
  await issueOn(stores, await scorePeriod(stores, { period: '2026Q2', asOf: '2026-06-30', points: [9, 7, 3] }));
  server = await startServer({
    settings: { HOST: '127.0.0.1', PORT: 0 },
    dataSource: database.dataSource,
    blobs: new MemoryBlobStore(),
    programmes: await builtInProgrammes(),
    now: () => new Date('2026-07-20T02:00:00.000Z'),
  });
  browser = await launchBrowser(executablePath);
  admin = await signedIn(stores);
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
  await database?.close();
});

const press = (page: Page, name: string | RegExp) =>
  page
    .getByRole('button', { name, exact: typeof name === 'string' })
    .first()
    .press('Enter');
const dialog = (page: Page) => page.getByRole('dialog');

async function open(path: string, by: SignedIn | null = null): Promise<Page> {
  const page = await newPage(browser, 1440, by ? { origin: server.url, cookie: by.headers.cookie } : undefined);
  page.setDefaultTimeout(15_000);
  await page.goto(server.url + path, { waitUntil: 'networkidle' });
  return page;
}

describe.skipIf(!executablePath)('the public page, in a real browser', () => {
  it('is not there before it is switched on', async () => {
    const page = await newPage(browser, 1440);
    const answer = await page.goto(`${server.url}/public`, { waitUntil: 'networkidle' });
    expect(answer?.status()).toBe(404);
    await textWith(page, ['没有这个页面']);
    await lookAtBoth(page, 'public-closed');
    await page.close();
  });

  it('is switched on with a reason and given its results, by keys alone', async () => {
    const page = await open(`/public-page?programme=${programme}`, admin);
    await textWith(page, ['没有开启', '公开哪些结果', '2026年第一季度']);
    await press(page, '开启公开页');
    await dialog(page).getByLabel('发布机关').fill('云岭县人民政府办公室');
    await dialog(page).getByLabel('理由').fill('县政府第12次常务会议定');
    await lookAtBoth(page, 'public-switch');
    await dialog(page).getByRole('button', { name: '开启', exact: true }).press('Enter');
    await textWith(page, ['已开启', '注明来源']);
    await dialog(page).waitFor({ state: 'hidden' });
    for (const title of ['2026年第二季度', '2026年第一季度']) {
      await press(page, new RegExp(`^公开\\s*${title}`));
      await dialog(page).getByLabel('理由').fill('通报已印发');
      await dialog(page).getByRole('button', { name: '公开', exact: true }).press('Enter');
      await page.getByRole('button', { name: new RegExp(`^撤下\\s*${title}`) }).waitFor();
      await dialog(page).waitFor({ state: 'hidden' });
    }
    await textWith(page, ['历次改动', '公开2026年第一季度']);
    await lookAtBoth(page, 'public-releases');
    await page.close();
  });

  it('shows places, items, the method and data to anybody', async () => {
    const page = await open('/public');
    await textWith(page, [
      '2026年第二季度政务公开评估结果',
      '云岭县人民政府办公室',
      '升降与2026年第一季度相比',
      '升 1 位',
    ]);
    expect(await page.locator('body').innerText()).not.toMatch(/登录|问题/);
    await lookAtBoth(page, 'public-ranking');
    await page.getByRole('link', { name: finance!.name }).press('Enter');
    await textWith(page, ['各项得分', '同类单位第 1 名', '不计', '历次结果']);
    await lookAtBoth(page, 'public-unit');
    await page.getByRole('link', { name: '评估办法' }).press('Enter');
    await textWith(page, ['依据的方案', '怎样申诉', '10 个工作日']);
    await page.locator('summary').first().press('Enter');
    await textWith(page, ['看不到什么']);
    await lookAtBoth(page, 'public-method');
    await page.getByRole('link', { name: '数据下载' }).press('Enter');
    await textWith(page, ['使用许可', '数据日期']);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Excel 表格' }).press('Enter'),
    ]);
    expect(file.suggestedFilename()).toBe('政务公开评估结果 2026Q2.xlsx');
    await lookAtBoth(page, 'public-data');
    await page.getByLabel('哪一期').selectOption({ index: 1 });
    await textWith(page, ['2026年第一季度']);
    await page.close();
  });

  it('takes a remark without an account, keeps what was typed when the line breaks, and shows it only when the office says so', async () => {
    const page = await open('/public');
    await page.getByRole('link', { name: school!.name }).press('Enter');
    await page.getByRole('link', { name: '对这个单位的公开工作提意见' }).press('Enter');
    await page.getByLabel('意见（').fill('招生计划栏目打开是空白的\n<b>请更新</b>');
    await page.getByLabel('联系方式').fill('某信箱');
    await page.context().setOffline(true);
    await press(page, '提交意见');
    await textWith(page, ['没有提交成功', '所填内容仍在']);
    await lookAtBoth(page, 'public-remark-form');
    await page.context().setOffline(false);
    await press(page, '提交意见');
    await textWith(page, [`已收到对${school!.name}的意见`]);
    expect(await page.getByLabel('意见（').inputValue()).toBe('');

    const unit = await open(
      `/appeals?tab=remarks&programme=${programme}`,
      await signedIn(database.stores, {
        ...{ role: 'department', unit: school!.id },
      }),
    );
    await textWith(unit, ['公众意见', '待答复', '<b>请更新</b>']);
    expect(await unit.locator('body').innerText()).not.toContain('某信箱');
    await unit.getByRole('button', { name: /^答复/ }).press('Enter');
    await dialog(unit).getByLabel('答复').fill('已更新，请刷新后查看');
    await dialog(unit).getByRole('button', { name: '答复', exact: true }).press('Enter');
    await textWith(unit, ['已答复', '已更新，请刷新后查看']);
    await lookAtBoth(unit, 'remarks-department');
    await unit.close();

    await page.reload({ waitUntil: 'networkidle' });
    expect(await page.locator('body').innerText()).not.toContain('请更新');
    const office = await open(`/appeals?tab=remarks&programme=${programme}`, admin);
    await textWith(office, ['联系方式（不得外传）：某信箱']);
    await press(office, '公开');
    await dialog(office).getByRole('button', { name: '公开', exact: true }).press('Enter');
    await textWith(office, ['已答复并公开']);
    await lookAtBoth(office, 'remarks-office');
    await office.close();
    await page.reload({ waitUntil: 'networkidle' });
    await textWith(page, ['公众意见和答复', '<b>请更新</b>', '已更新，请刷新后查看']);
    await lookAtBoth(page, 'public-remarks');
    await page.close();
  });

  it('is gone at once when it is switched off', async () => {
    const page = await open(`/public-page?programme=${programme}`, admin);
    await press(page, '关闭公开页');
    await dialog(page).getByLabel('理由').fill('核对数据');
    await dialog(page).getByRole('button', { name: '关闭', exact: true }).press('Enter');
    await textWith(page, ['没有开启', '核对数据']);
    const anybody = await open('/public/data');
    await textWith(anybody, ['没有这个页面']);
    await anybody.close();
    await page.close();
  });
});
