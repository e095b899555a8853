import ExcelJS from 'exceljs';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countyAsOf, startCounty, type County } from '#county';
import { findBrowser } from '#crawlers';
import { QueueJobs } from '#jobs';
import { readSettings } from '#kernel';
import {
  builtInProgrammes,
  clockStartingAt,
  openHouse,
  openOwnWork,
  prepareAccess,
  webRounds,
  type House,
  type OpenedAccount,
  type OwnWork,
} from '#operations';
import { startServer, type RunningServer } from '../../apps/server/server.js';
import { temporaryPlace, type TemporaryPlace } from '../integration/support/temporary-database.js';
import { look } from './look.fixture.js';
import { launchBrowser, newPage, stillness, textWith } from './page.fixture.js';

const executablePath = findBrowser({ CHROMIUM_PATH: process.env.CHROMIUM_PATH });
const names = ['云岭县发展和改革局', '云岭县住房和城乡建设局', '云岭县河湾镇人民政府'];
const head = ['名称', '别名', '层级', '类别', '上级', '网站'];
const password = 'Jianli-2026-mima';

let place: TemporaryPlace;
let county: County;
let house: House;
let jobs: QueueJobs;
let own: OwnWork;
let server: RunningServer;
let browser: Browser;
let keeper: OpenedAccount;
let rows: string[][];

beforeAll(async () => {
  if (!executablePath) return;
  place = await temporaryPlace();
  county = await startCounty({ slowMs: 6000 });
  const settings = readSettings({
    ...{ ...process.env, ...place.settings, MINGJING_CONCURRENCY: '3', MINGJING_INTERVAL_MS: '0' },
    MINGJING_ALLOW_NETWORKS: '127.0.0.1/32',
  });
  house = await openHouse(settings, clockStartingAt(`${countyAsOf}T20:00:00+08:00`));
  keeper = (await prepareAccess(house, true, new Date()))!;
  jobs = await QueueJobs.open(house.database.url, () => undefined);
  const openJobs = () => Promise.resolve(jobs);
  own = openOwnWork(house, openJobs, { log: () => undefined, intervalMs: 0, patienceMs: 2500 });
  server = await startServer({
    settings: { HOST: '127.0.0.1', PORT: 0, MINGJING_ALLOW_NETWORKS: '127.0.0.1/32' },
    dataSource: house.database.dataSource,
    blobs: house.blobs,
    programmes: await builtInProgrammes(),
    sample: false,
    now: () => house.clock.now(),
    scheduler: { tick: () => own.look() },
    rounds: webRounds(house, openJobs, () => own.soon()),
  });
  browser = await launchBrowser(executablePath);
  const lines = county.organisationsCsv.split(/\r?\n/).map((line) => line.replace(/^\ufeff/, '').split(','));
  const at = (column: string) => lines[0]!.indexOf(column);
  rows = names.map((name) => {
    const line = lines.find((one) => one[at('名称')] === name)!;
    return head.map((column) => (column === '上级' ? '' : (line[at(column)] ?? '')));
  });
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
  await own?.close();
  await jobs?.close();
  await house?.close();
  await county?.close();
  await place?.remove();
});

async function workbook(given: string[][]): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const book = new ExcelJS.Workbook();
  book.addWorksheet('单位名单').addRows([head, ...given]);
  const buffer = Buffer.from(await book.xlsx.writeBuffer());
  return { name: '单位名单.xlsx', mimeType: 'application/octet-stream', buffer };
}

async function seen(page: Page, name: string): Promise<void> {
  for (const width of [390, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await look(page, name);
  }
}

describe.skipIf(!executablePath)('an office that sets itself up in a real browser', () => {
  it('gets from nothing to scores without a command', async () => {
    const page = await newPage(browser, 1440);
    await page.goto(server.url, { waitUntil: 'networkidle' });
    await page.getByLabel('账号', { exact: true }).fill(keeper.account.name);
    await page.getByLabel('口令', { exact: true }).fill(keeper.firstPassword);
    await page.keyboard.press('Enter');
    await page.getByLabel('新口令', { exact: true }).waitFor();
    await page.getByLabel('现在的口令').fill(keeper.firstPassword);
    await page.getByLabel('新口令', { exact: true }).fill(password);
    await page.getByLabel('再填一次新口令').fill(password);
    await page.keyboard.press('Enter');
    // Nothing is there yet: the overview leads on.
    await page.getByRole('link', { name: '去建立' }).click();
    await textWith(page, ['已完成 0 / 5 步', '导入单位名单', '还没有单位']);
    await seen(page, 'setup-empty');

    // One row is wrong: nothing is stored, and the page says where and what is accepted.
    const choose = page.getByLabel('选择单位名单文件');
    const wrong = rows.map((row, index) => (index === 1 ? row.map((cell, i) => (i === 2 ? '区县' : cell)) : row));
    await choose.setInputFiles(await workbook(wrong));
    await textWith(page, ['有 1 处问题，什么也没有导入', '第 3 行“层级”列', '“区县”不可用', '省、市、县、乡、村']);
    expect(await page.getByRole('button', { name: '确认导入' }).count()).toBe(0);
    expect(await house.organisations.listOrganisations()).toEqual([]);
    await seen(page, 'setup-fault');

    await choose.setInputFiles(await workbook(rows));
    await textWith(page, ['没有问题', '3 行，新增 3，改动 0，不变 0']);
    await seen(page, 'setup-preview');
    await page.getByRole('button', { name: '确认导入' }).press('Enter');
    await textWith(page, ['已导入：新增 3 个', '单位名单（3）', '3 个单位，3 个有网站']);

    // A mistake is taken back, and a unit that was forgotten is added by hand.
    await page.getByRole('button', { name: '添加单位' }).press('Enter');
    const form = page.getByRole('dialog', { name: '添加单位' });
    await stillness(page);
    await page.keyboard.type('云岭县误加局');
    await form.getByLabel(/网站首页的网址/).fill('http://192.168.1.1/');
    await seen(page, 'setup-unit');
    await page.keyboard.press('Enter');
    await textWith(page, ['192.168.1.1 属于内网或保留网段']);
    await form.getByLabel(/网站首页的网址/).fill('');
    await page.keyboard.press('Enter');
    await textWith(page, ['已保存：云岭县误加局', '单位名单（4）']);
    await page.getByRole('button', { name: /^移除\s*：云岭县误加局/ }).click();
    await page.getByRole('dialog', { name: '移除单位' }).getByRole('button', { name: '移除' }).click();
    await textWith(page, ['已移除 1 个单位', '单位名单（3）']);

    await page.getByRole('link', { name: '下一步：方案' }).click();
    await page.getByRole('radio', { name: /平凉/ }).check();
    await textWith(page, ['适用单位', '自动检查']);
    await page.getByRole('button', { name: '选定' }).click();
    await textWith(page, ['现在选定']);
    await seen(page, 'setup-programme');

    await page.getByRole('link', { name: '下一步：网站与栏目' }).click();
    await page.getByRole('button', { name: /^试读首页\s*：云岭县发展和改革局/ }).click();
    await textWith(page, ['可读', '认出：', '试读 1 个，读到 1 个']);
    await page.getByRole('button', { name: /试读全部未读的（2）/ }).click();
    await textWith(page, ['试读 3 个']);
    await seen(page, 'setup-sites');
    expect(
      await page
        .getByRole('link', { name: /^读一读、订正链接/ })
        .first()
        .getAttribute('href'),
    ).toContain('as=home');

    await page.getByRole('link', { name: '下一步：定时' }).click();
    await page.getByLabel('多久一次').selectOption('week');
    await page.getByRole('button', { name: '设立', exact: true }).click();
    await textWith(page, ['每周一 22:00', '1 个计划']);
    await seen(page, 'setup-schedule');

    await page.getByRole('link', { name: '下一步：第一轮' }).click();
    await page.getByLabel('评哪个周期').selectOption('this-quarter');
    await seen(page, 'setup-begin');
    await page.getByRole('button', { name: '开始采集' }).press('Enter');
    await textWith(page, ['正在采集', '中止']);
    await seen(page, 'setup-running');
    // The page may be closed meanwhile; whoever comes back finds how far it is.
    await page.goto('about:blank');
    await page.goto(`${server.url}/setup?step=round`, { waitUntil: 'networkidle' });
    await expect
      .poll(() => page.getByRole('link', { name: '看总览和得分' }).count(), { timeout: 400_000, interval: 1000 })
      .toBe(1);
    await textWith(page, ['网站 3 / 3', '评分完成', '各步都已完成']);
    await seen(page, 'setup-done');
    await page.getByRole('link', { name: '看总览和得分' }).click();
    await textWith(page, [...names, '平均得分', '3 个单位中 3 个得出分数']);
    // Without a programme in the address the chosen one is shown, also before it has a result.
    await page.goto(`${server.url}/setup?step=programme`, { waitUntil: 'networkidle' });
    await page.getByRole('radio', { name: /国家规定/ }).check();
    await page.getByRole('button', { name: '选定' }).click();
    await textWith(page, ['现在选定']);
    await expect.poll(async () => (await house.setup.choice(false))?.programme).toBe('national');
    await page.goto(server.url, { waitUntil: 'networkidle' });
    await textWith(page, ['这个方案还没有评估结果', '去建立']);
    expect(await page.locator('.selection .programme select').inputValue()).toBe('national');
    await page.close();
  });
});
