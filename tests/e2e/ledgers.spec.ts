import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser } from '#crawlers';
import { readSettings } from '#kernel';
import { findProgramme, openHouse, type House } from '#operations';
import { startServer, type RunningServer } from '../../apps/server/server.js';
import { period, plan, settleLedgers } from '../integration/support/settled-ledgers.js';
import { signedIn, type SignedIn } from '../integration/support/signed-in.js';
import { temporaryPlace, type TemporaryPlace } from '../integration/support/temporary-database.js';
import { lookAtBoth } from './look.fixture.js';
import { launchBrowser, newPage, textWith } from './page.fixture.js';

const executablePath = findBrowser({ CHROMIUM_PATH: process.env.CHROMIUM_PATH });
const scope = `programme=${plan}&period=${period}`;

let place: TemporaryPlace;
let house: House;
let server: RunningServer;
let browser: Browser;
let office: SignedIn;
let department: SignedIn;

beforeAll(async () => {
  if (!executablePath) return;
  place = await temporaryPlace();
  house = await openHouse(readSettings({ ...place.settings, MINGJING_NO_BROWSER: '1' }));
  const units = await settleLedgers(house);
  server = await startServer({
    settings: { HOST: '127.0.0.1', PORT: 0 },
    dataSource: house.database.dataSource,
    blobs: house.blobs,
    programmes: [await findProgramme(plan)],
  });
  browser = await launchBrowser(executablePath);
  office = await signedIn(house, { role: 'assessor' });
  const own = units.find(({ name }) => name === '云岭县教育局')!;
  department = await signedIn(house, { role: 'department', unit: own.id });
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
  await house?.close();
  await place?.remove();
});

async function openAs(by: SignedIn, path: string, words: string[]): Promise<Page> {
  const page = await newPage(browser, 1440, { origin: server.url, cookie: by.headers.cookie });
  await page.goto(server.url + path, { waitUntil: 'networkidle' });
  await textWith(page, words);
  return page;
}
const rows = (page: Page) => page.locator('tbody tr');
const column = (page: Page, label: string) => page.locator(`tbody td[data-label="${label}"]`).allInnerTexts();
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().press('Enter');
const follow = (page: Page, name: string) => page.getByRole('link', { name, exact: true }).first().press('Enter');
const total = (page: Page) => page.getByText(/共 [\d,]+ 行/).innerText();

describe.skipIf(!executablePath)('the ledgers over all units, in a real browser', () => {
  it('are narrowed and put in order by keys alone, and the way back restores it all', async () => {
    const page = await openAs(office, `/ledgers?${scope}`, ['公开文件', '云岭县财政局', '共 180 行']);
    expect(await rows(page).count()).toBe(50);
    await lookAtBoth(page, 'ledgers');
    await page.setViewportSize({ width: 1440, height: 900 });
    await press(page, /^发布日期/);
    await expect.poll(() => page.locator('th[aria-sort="ascending"]').innerText()).toContain('发布日期');
    await press(page, /^发布日期/);
    await page.locator('th[aria-sort="descending"]').waitFor();
    await expect.poll(async () => (await column(page, '发布日期'))[0]).toMatch(/^2025-1/);
    const dates = await column(page, '发布日期');
    expect(dates).toEqual([...dates].sort().reverse());

    const words = page.getByRole('searchbox', { name: '标题' });
    await words.fill('批复');
    await words.press('Enter');
    await expect.poll(() => page.url()).toContain('filter=');
    await expect
      .poll(async () => new Set((await column(page, '标题')).map((title) => title.includes('批复'))))
      .toEqual(new Set([true]));
    const narrowed = await total(page);
    expect(narrowed).not.toBe('公开文件：共 180 行');
    const address = page.url();
    const seen = await column(page, '标题');
    await follow(page, '云岭县水务局');
    await expect.poll(() => page.url()).toContain('/scorecards/');
    await page.goBack();
    await expect.poll(() => page.url()).toBe(address);
    await expect.poll(() => column(page, '标题')).toEqual(seen);
    expect(await words.inputValue()).toBe('批复');
    // The address alone shows somebody else the same.
    const other = await openAs(
      await signedIn(house, { role: 'leader' }),
      new URL(address).pathname + new URL(address).search,
      ['批复'],
    );
    await expect.poll(() => column(other, '标题')).toEqual(seen);
    await other.close();
    await page.close();
  });

  it('turn to the last page and back, and lead to the finding and to the page as it was seen', async () => {
    const page = await openAs(office, `/ledgers/documents?${scope}`, ['共 180 行']);
    await follow(page, '末页');
    await expect.poll(() => rows(page).count()).toBe(50);
    await expect.poll(async () => (await column(page, '单位')).at(-1)).toBe('云岭县水务局');
    await follow(page, '首页');
    await expect.poll(async () => (await column(page, '单位'))[0]).toBe('云岭县财政局');
    await follow(page, '扣分与待核');
    await textWith(page, ['扣分与待核：共', '性质', '扣分']);
    await lookAtBoth(page, 'ledgers-findings');
    await page.setViewportSize({ width: 1440, height: 900 });
    const href = await page.getByRole('link', { name: '问题', exact: true }).first().getAttribute('href');
    await follow(page, '问题');
    await expect.poll(() => page.evaluate('document.activeElement?.id')).toBe(href?.split('#')[1]);
    await page.close();
  });

  it('show the columns that were chosen, and the files are of just these', async () => {
    const page = await openAs(office, `/ledgers/documents?${scope}&filter=timeliness:late`, ['共 6 行']);
    await page.getByText('显示的列（').press('Enter');
    for (const name of ['发文字号', '用时（工作日）'])
      await page.getByRole('checkbox', { name, exact: true }).press('Space');
    await page.getByRole('checkbox', { name: '栏目', exact: true }).press('Space');
    await expect.poll(() => page.url()).toContain('column');
    await expect.poll(() => page.locator('thead').innerText()).not.toContain('发文字号');
    const href = await page.getByRole('link', { name: '导出 CSV' }).getAttribute('href');
    const file = await (await office.fetch(server.url + href!)).text();
    const [header = '', ...lines] = file.trimEnd().split('\r\n');
    expect(header).toBe('单位,标题,成文日期,发布日期,是否按时,栏目,类型');
    expect(lines.map((line) => line.split(',')[1])).toEqual(await column(page, '标题'));
    await page.close();
  });

  it('are kept as a view, renamed, removed and brought back', async () => {
    const page = await openAs(office, `/ledgers/documents?${scope}&filter=timeliness:late`, ['共 6 行']);
    await page.getByText('保存和管理视图').press('Enter');
    await page.getByLabel('把当前的筛选、顺序和列存为').fill('超期文件');
    await press(page, '保存视图');
    await textWith(page, ['已保存“超期文件”']);
    const name = page.getByLabel('名称', { exact: true });
    await name.fill('本季超期');
    await name.press('Enter');
    await textWith(page, ['已改名为“本季超期”']);
    await lookAtBoth(page, 'ledgers-views');
    await press(page, '删除视图：本季超期');
    await textWith(page, ['已删除“本季超期”']);
    await press(page, '撤销');
    await page.getByRole('link', { name: '本季超期' }).waitFor();
    await page.goto(`${server.url}/ledgers/documents?${scope}`, { waitUntil: 'networkidle' });
    await follow(page, '本季超期');
    await textWith(page, ['共 6 行']);
    await page.close();
  });

  it('say what to do where nothing is found or the address is wrong, and show a department its own rows', async () => {
    const page = await openAs(office, `/ledgers/documents?${scope}&filter=title:没有这样的标题`, ['没有符合条件的行']);
    await press(page, '清除筛选');
    await textWith(page, ['共 180 行']);
    await page.goto(`${server.url}/ledgers/documents?${scope}&filter=publishedOn:2026-13-01..`, {
      waitUntil: 'networkidle',
    });
    await textWith(page, ['没有取得数据', '看不懂“2026-13-01”']);
    await page.close();
    const own = await openAs(department, `/ledgers/documents?${scope}`, ['共 60 行']);
    expect(new Set(await column(own, '单位'))).toEqual(new Set(['云岭县教育局']));
    await own.close();
  });

  it('are all there, each with its columns', async () => {
    const page = await openAs(office, `/ledgers?${scope}`, ['公开文件']);
    for (const [title, word] of [
      ['政策解读', '被解读文件'],
      ['栏目', '最近更新'],
      ['标准目录', '公开事项'],
      ['年度报告', '缺少的部分'],
      ['任务', '截止日期'],
    ] as const) {
      await page
        .getByRole('navigation', { name: '台账种类' })
        .getByRole('link', { name: title, exact: true })
        .press('Enter');
      await textWith(page, [`${title}：共`, word]);
    }
    await page.close();
  });
});
