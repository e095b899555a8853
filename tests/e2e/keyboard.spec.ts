import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '#access';
import { findBrowser } from '#crawlers';
import { MemoryBlobStore } from '#evidence';
import { addAccount, changePassword, findProgramme } from '#operations';
import { startServer, type RunningServer } from '../../apps/server/server.js';
import { makePdf } from '../../libs/files/make-files.test.js';
import { makeJpeg } from '../../libs/files/make-uploads.test.js';
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
    ['fu', 'reviewer', null],
    ['jia', 'leader', null],
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
      '/ledgers',
      '/reviews',
      '/materials',
      '/ledger',
      '/appeals',
    ],
    ...['/programme', '/programmes', '/crawl', '/running', '/columns', '/reading', '/account'],
    ...['/circulars', '/circulars/letterheads'],
    ...['/setup', '/public-page', '/accounts', '/tokens', '/channels', '/audit', '/password'],
  ],
  jia: ['/leader', '/', '/progress', '/circulars'],
  zheng: ['/scorecards', '/progress', '/findings', '/materials', '/ledger', '/appeals', '/account'],
};

describe.skipIf(!executablePath)('by keyboard alone', () => {
  it.each(['zhou', 'jia', 'zheng'] as const)(
    'every page of %s is walked through, and shows where one is',
    async (name) => {
      const page = await signIn(name, '/account');
      const wrong: unknown[] = [];
      for (const path of pages[name]) {
        await open(page, `${path}?${scope}`);
        const stops = await stopsOf(page);
        if (stops === null) wrong.push([path, 'is never left']);
        const hidden = (stops ?? []).filter(({ seen }) => !seen);
        for (const { name: stop, what } of hidden) wrong.push([path, 'shows nothing', stop, what]);
        // Where no field asks for words at once, the first stop leads past the menu.
        if (path !== '/password' && stops?.[0]?.name !== '跳到正文') wrong.push([path, 'begins with', stops?.[0]]);
      }
      expect(wrong).toEqual([]);
    },
  );

  it('an office imports its units, chooses its programme and sets a schedule up', async () => {
    const page = await signIn('zhou', '/setup?step=units');
    await textWith(page, ['导入单位名单']);
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), press(page, '选择单位名单文件')]);
    await chooser.setFiles({
      name: '单位名单.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('名称,别名,层级,类别,上级,网站\n云岭县档案馆,,县,部门,云岭县人民政府,\n'),
    });
    await textWith(page, ['没有问题', '新增 1']);
    await press(page, '确认导入');
    await textWith(page, ['已导入：新增 1 个']);
    await press(page, '下一步：方案');
    await textWith(page, ['选定方案']);
    await tabTo(page, /满分/);
    await page.keyboard.press('Space');
    await press(page, '选定');
    await textWith(page, ['现在选定']);
    await press(page, '下一步：网站与栏目');
    await textWith(page, ['试读']);
    await press(page, '下一步：定时');
    await tabTo(page, /^多久一次/);
    await page.keyboard.press('ArrowDown');
    await press(page, '设立');
    await textWith(page, ['1 个计划']);
    await page.close();
  });

  it('a unit sends a material and another person decides on it', async () => {
    const unit = await signIn('zheng', `/materials?${scope}`);
    await textWith(unit, ['PL-14', '未报送']);
    await press(unit, /^PL-14.*国库中心/);
    await textWith(unit, ['怎样报送']);
    await tabTo(unit, /^培训日期/);
    // Month, day and year: without a screen the browser asks in its own order.
    await unit.keyboard.type('11082022');
    expect(await unit.getByLabel(/^培训日期/).inputValue()).toBe('2022-11-08');
    await tabTo(unit, /^参训人数/);
    await unit.keyboard.type('30');
    for (const [piece, name, bytes] of [
      ['培训通知', '培训通知.pdf', makePdf([['培训通知']])],
      ['签到表或照片', '签到表.jpg', makeJpeg()],
    ] as const) {
      const [chooser] = await Promise.all([unit.waitForEvent('filechooser'), press(unit, `${piece}：选择文件`)]);
      await chooser.setFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) });
      await unit.getByRole('link', { name }).waitFor({ timeout: 20000 });
    }
    await press(unit, '报送');
    await textWith(unit, ['第 1 版已报送']);
    const office = await signIn('fu', `/materials?${scope}`);
    await textWith(office, ['等待审定']);
    await press(office, /^PL-14.*国库中心/);
    await textWith(office, ['审定第 1 版']);
    await tabTo(office, '符合');
    await office.keyboard.press('Space');
    await press(office, '审定');
    await textWith(office, ['已记下']);
    for (const page of [unit, office]) await page.close();
  });

  it('an appeal is decided beside the page that it is about', async () => {
    const page = await signIn('fu', `/appeals?${scope}&tab=sent`);
    await textWith(page, ['作出决定', '当时页面']);
    await tabTo(page, '采纳');
    await page.keyboard.press('ArrowDown');
    await tabTo(page, '理由');
    await page.keyboard.type('所附页面打不开。');
    await press(page, '作出决定');
    await textWith(page, ['的申诉：不采纳。']);
    await page.close();
  });
});

/** Goes on to it by Tab and presses Enter there. */
async function press(page: Page, name: string | RegExp): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press('Enter');
}
