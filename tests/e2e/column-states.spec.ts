import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser } from '#crawlers';
import { assess, builtInProgrammes } from '#operations';
import { columnTitles } from '#programmes';
import { startServer, type RunningServer } from '../../apps/server/server.js';
import { crawlCounty, type CrawledCounty } from './county.fixture.js';
import { look, lookAtBoth, pictures } from './look.fixture.js';
import { launchBrowser, newPage, textWith } from './page.fixture.js';

const executablePath = findBrowser({ CHROMIUM_PATH: process.env.CHROMIUM_PATH });
const scope = 'programme=pingliang-2020&period=2026Q2';
const asked = '/api/v1/ledgers/columns/states';

interface States {
  columns: string[];
  units: { organisation: string; name: string; level: string; parent: string | null; states: (string | null)[] }[];
}

let crawled: CrawledCounty;
let server: RunningServer;
let browser: Browser;
let told: States;

beforeAll(async () => {
  if (!executablePath) return;
  crawled = await crawlCounty();
  await assess(crawled.house, { programme: 'pingliang-2020', period: '2026Q2', units: crawled.units, replay: false });
  server = await startServer({
    settings: { HOST: '127.0.0.1', PORT: 0 },
    dataSource: crawled.house.database.dataSource,
    blobs: crawled.house.blobs,
    programmes: await builtInProgrammes(),
  });
  browser = await launchBrowser(executablePath);
  told = (await (await fetch(`${server.url}${asked}?${scope}`)).json()) as States;
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
  await crawled?.close();
});

/** @param others what the service says in place of the county. */
async function visit(more = '', { width = 1440, others }: { width?: number; others?: object } = {}): Promise<Page> {
  const page = await newPage(browser, width);
  if (others) await page.route(`**${asked}?**`, (route) => route.fulfill({ json: others }));
  await page.goto(`${server.url}/column-states?${scope}${more}`, { waitUntil: 'networkidle' });
  return page;
}

const chart = (page: Page) => page.getByRole('img', { name: /个单位的标准栏目：/ });
const toTable = (page: Page) => page.getByRole('button', { name: '看表格：各单位的栏目情况' }).press('Enter');
const rowsOf = (page: Page) =>
  page
    .getByRole('table', { name: '各单位的栏目情况' })
    .locator('tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) => [...row.querySelectorAll('th,td')].map((cell) => cell.textContent?.trim() ?? '')),
    );
const state = (page: Page, word: string) => page.getByRole('checkbox', { name: new RegExp(`^${word} \\d`) });
const count = (states: (string | null)[], status: string) => states.filter((state) => state === status).length;
const named = (page: Page, part: RegExp) => page.getByRole('img', { name: part }).waitFor();
/** So many invented units. */
const invented = (units: number, levelOf: (n: number) => string): States => ({
  ...told,
  units: Array.from({ length: units }, (_, n) => ({
    ...{ organisation: `u${n}`, name: `云岭市第${n + 1}局`, level: levelOf(n), parent: null },
    states: told.columns.map((_key, place) => (place % (2 + (n % 5)) === 0 ? 'missing' : place === 1 ? 'stale' : 'ok')),
  })),
});

describe.skipIf(!executablePath)('the columns of all units, in a real browser', () => {
  it('are drawn as the ledger has them, and stand in a table by keyboard', async () => {
    const page = await visit();
    await chart(page).locator('svg').waitFor();
    await lookAtBoth(page, 'column-states');
    await page.setViewportSize({ width: 1440, height: 900 });
    expect(await chart(page).getAttribute('aria-label')).toContain(`共 ${told.units.length} 个单位`);
    await toTable(page);
    const order = ['missing', 'broken', 'empty', 'stale', 'notMeasured', 'ok'];
    expect((await rowsOf(page)).map((cells) => cells.slice(0, 7))).toEqual(
      told.units.map(({ name, states }) => [
        name,
        ...order.map((status) => (states.length ? String(count(states, status)) : '—')),
      ]),
    );
    await look(page, 'column-states-table');
    const answer = await fetch(`${server.url}/api/v1/ledgers/columns/count?${scope}&filter=status:missing`);
    const missing = told.units.reduce((sum, { states }) => sum + count(states, 'missing'), 0);
    expect([missing > 0, ((await answer.json()) as { count: number }).count]).toEqual([true, missing]);
    await page.close();
  });

  it('lead from a unit to its tree, and from a state or a column to those rows of the ledger', async () => {
    const page = await visit();
    const { name, organisation, states } = told.units.find((one) => one.name === '云岭县柳溪镇人民政府')!;
    const title = columnTitles[told.columns[states.indexOf('missing')] as keyof typeof columnTitles];
    await chart(page).locator('svg').waitFor();
    // The only state that is looked at has one ring of its own.
    for (const status of ['打不开', '空白', '未更新', '未测度']) await state(page, status).uncheck();
    const units = told.units.filter((one) => count(one.states, 'missing') > 0).length;
    await chart(page).getByText(`✕ ${title}`).waitFor();
    expect(
      await chart(page)
        .getByText(/^缺失\d$/)
        .count(),
    ).toBe(units);
    await look(page, 'column-states-missing');
    await chart(page).getByText(`✕ ${title}`).click({ force: true });
    await textWith(page, ['共 1 行', title]);
    expect(new URL(page.url()).searchParams.get('organisation')).toBe(organisation);
    await page.goBack({ waitUntil: 'networkidle' });
    expect(await state(page, '空白').isChecked()).toBe(false);
    await toTable(page);
    await page.getByRole('link', { name: `${name}：缺失 1 个栏目` }).press('Enter');
    await textWith(page, ['共 1 行', title]);
    await page.goBack({ waitUntil: 'networkidle' });
    await toTable(page);
    await page.getByRole('link', { name, exact: true }).press('Enter');
    await page.getByRole('img', { name: new RegExp(`^${name}的栏目树：`) }).waitFor();
    await page.getByRole('link', { name: '各单位的栏目情况放在一起看' }).press('Enter');
    await chart(page).waitFor();
    await page.close();
  });

  it('are those of a level, of a unit with those below it, or of units chosen by hand', async () => {
    const page = await visit();
    const towns = told.units.filter(({ level }) => level === '乡');
    await page.getByLabel('单位范围').selectOption({ label: `乡级（${towns.length}）` });
    await named(page, new RegExp(`^乡级单位共 ${towns.length} 个单位`));
    await page.getByLabel('单位范围').selectOption({ label: `云岭县人民政府及下属单位（${told.units.length}）` });
    await named(page, new RegExp(`^云岭县人民政府及下属单位共 ${told.units.length} 个单位`));
    await page.getByText('自选单位').click();
    await page.getByLabel('查找单位').fill('财政');
    await page.getByLabel('云岭县财政局', { exact: true }).check();
    await named(page, /^云岭县财政局共 1 个单位/);
    await page.getByLabel('查找单位').fill('');
    await page.getByLabel('云岭县柳溪镇人民政府', { exact: true }).check();
    await named(page, /^自选单位共 2 个单位/);
    await look(page, 'column-states-chosen');
    await page.getByRole('combobox', { name: /^栏目/ }).selectOption({ label: '互动交流' });
    await named(
      page,
      /^自选单位共 2 个单位的标准栏目：缺失 0 个，打不开 1 个，空白 0 个，未更新 0 个，未测度 0 个，正常 1 个$/,
    );
    for (const status of ['缺失', '打不开', '空白', '未更新', '未测度']) await state(page, status).uncheck();
    await textWith(page, ['这些单位没有所选情况的栏目；可在上面勾选其他情况，或放宽单位范围。']);
    await page.close();
  });

  it('stay readable where there are two hundred units, and say what is left out', async () => {
    const page = await visit('', { others: invented(200, (n) => (n < 60 ? '县' : '乡')) });
    await textWith(page, ['超过 30 个单位，按层级合并；点一个层级看其中的单位。']);
    await lookAtBoth(page, 'column-states-levels');
    await page.setViewportSize({ width: 1440, height: 900 });
    await chart(page).getByText('乡级140个').click({ force: true });
    await textWith(page, ['只画出所选情况最多的 30 个，另有 110 个没有画出']);
    await look(page, 'column-states-most');
    await toTable(page);
    expect(await rowsOf(page)).toHaveLength(50);
    await page.getByLabel('单位范围').selectOption('');
    await page.getByRole('button', { name: '县级 依申请公开' }).press('Enter');
    await textWith(page, ['县级单位：60 个单位，依申请公开有问题的 12 个']);
    await page.close();
  });

  it('say what to do where nothing is known, while it is asked for, and when it fails', async () => {
    const bare = told.units.map((one) => ({ ...one, states: [] }));
    const page = await visit('', { others: { columns: [], units: bare } });
    await textWith(page, ['这些单位本期没有栏目记录：没有登记网站，或没有采到。请到“采集情况”核对']);
    await lookAtBoth(page, 'column-states-unmeasured');
    await page.unroute(`**${asked}?**`);
    await page.route(`**${asked}?**`, (route) => route.abort());
    await page.reload({ waitUntil: 'networkidle' });
    await textWith(page, ['没有取得数据']);
    await page.unroute(`**${asked}?**`);
    await page.getByRole('button', { name: '重试' }).press('Enter');
    await chart(page).waitFor();
    await page.close();
  });

  it.each(['dark', 'contrast'] as const)('are drawn in %s, and stand on paper as their table', async (theme) => {
    const page = await visit(`&show=missing,broken,empty,stale,notMeasured,ok`);
    await page.getByLabel('显示方式').selectOption(theme);
    await look(page, `column-states-${theme}`);
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '下载图片：各单位的栏目情况' }).click(),
    ]);
    expect(saved.suggestedFilename()).toBe('各单位的栏目情况-全部单位-2026年第二季度.png');
    await saved.saveAs(join(pictures, `column-states-saved-${theme}.png`));
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(`window.dispatchEvent(new Event('beforeprint'))`);
    expect((await rowsOf(page)).map(([name]) => name)).toEqual(told.units.map(({ name }) => name));
    await page.close();
  });

  it('begin with the table on a phone', async () => {
    const page = await visit('', { width: 390 });
    expect(await rowsOf(page)).toHaveLength(told.units.length);
    await look(page, 'column-states-phone');
    await page.close();
  });
});
