import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser } from '#crawlers';
import { assess, builtInProgrammes, demoAccounts, makeDemoAccounts } from '#operations';
import { startServer, type RunningServer } from '../../apps/server/server.js';
import { makePdf } from '../../libs/files/make-files.test.js';
import { makeJpeg } from '../../libs/files/make-uploads.test.js';
import { crawlCounty, type CrawledCounty } from './county.fixture.js';
import { lookAtBoth } from './look.fixture.js';
import { launchBrowser, newPage, textWith } from './page.fixture.js';

const executablePath = findBrowser({ CHROMIUM_PATH: process.env.CHROMIUM_PATH });
const plan = { programme: 'pingliang-2020', period: '2026Q2' };
const scope = new URLSearchParams(plan).toString();
const names = ['云岭县发展和改革局', '云岭县住房和城乡建设局'];

let crawled: CrawledCounty;
let server: RunningServer;
let browser: Browser;

beforeAll(async () => {
  if (!executablePath) return;
  crawled = await crawlCounty(names);
  const { house, units } = crawled;
  await assess(house, { ...plan, units, replay: false });
  await makeDemoAccounts(house, new Date());
  server = await startServer({
    settings: { HOST: '127.0.0.1', PORT: 0 },
    dataSource: house.database.dataSource,
    blobs: house.blobs,
    programmes: await builtInProgrammes(),
  });
  browser = await launchBrowser(executablePath);
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
  await crawled?.close();
});

async function signedIn(role: string, path: string, width = 1440): Promise<Page> {
  const { name, password, displayName } = demoAccounts.find((one) => one.role === role)!;
  const page = await newPage(browser, width);
  await page.goto(`${server.url}/sign-in?back=${encodeURIComponent(path)}`, { waitUntil: 'networkidle' });
  await page.getByLabel('账号', { exact: true }).waitFor();
  await page.keyboard.type(name);
  await page.keyboard.press('Tab');
  await page.keyboard.type(password);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: new RegExp(displayName) }).waitFor();
  return page;
}

const file = (name: string, bytes: Uint8Array) => ({
  ...{ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) },
});
const choose = (page: Page, label: string, name: string, bytes: Uint8Array) =>
  page.getByLabel(`${label}：选择文件`).setInputFiles(file(name, bytes));
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).press('Enter');

describe.skipIf(!executablePath)('material that no page shows, in a real browser', () => {
  it('is filled in, kept through a broken line, sent, returned, mended and decided by another', async () => {
    const unit = await signedIn('department', `/materials?${scope}`);
    await textWith(unit, ['佐证材料', 'PL-14', '未报送']);
    await lookAtBoth(unit, 'materials-unit');
    await unit.getByRole('link', { name: /^PL-14/ }).press('Enter');
    await textWith(unit, ['培训日期', '怎样报送']);
    const path = new URL(unit.url()).pathname + new URL(unit.url()).search;

    // A page that calls itself a notice is not taken; the real one is.
    await choose(unit, '培训通知', '培训通知.pdf', Buffer.from('<html><script>alert(1)</script></html>'));
    await unit.getByRole('alert').getByText('网页、SVG 和脚本不收').waitFor();
    await unit.getByRole('button', { name: /取消.*培训通知/ }).press('Enter');
    await choose(unit, '培训通知', '培训通知.pdf', makePdf([['培训通知']]));
    await unit.getByRole('link', { name: '培训通知.pdf' }).waitFor();
    await unit.getByText(/草稿已保存/).waitFor();

    // The line breaks in the middle: what is typed stays, and is saved when it is back.
    await unit.context().setOffline(true);
    await unit.getByLabel(/^培训日期/).fill('2026-05-08');
    await unit.getByLabel(/^参训人数/).fill('三十');
    await unit.getByText(/所填内容留在本机/).waitFor();
    await choose(unit, '签到表或照片', '签到表.jpg', makeJpeg());
    await unit.getByRole('alert').getByText('连接中断').waitFor();
    await unit.context().setOffline(false);
    await unit.getByRole('button', { name: /重试.*签到表/ }).press('Enter');
    await unit.getByRole('link', { name: '签到表.jpg' }).waitFor();
    await unit.getByText(/草稿已保存/).waitFor();

    // What was a mistake is taken out and put back by the same key, and taken out for good. The server is slower than the hand.
    await unit.route('**/api/v1/uploads/*', async (route) => {
      if (route.request().method() === 'DELETE') await new Promise((next) => setTimeout(next, 500));
      await route.continue();
    });
    await choose(unit, '培训通知', '旧通知.pdf', makePdf([['旧通知']]));
    await unit.getByRole('link', { name: '旧通知.pdf' }).waitFor();
    await unit.getByRole('button', { name: /移除.*旧通知/ }).press('Enter');
    await unit.getByText('已移除', { exact: true }).waitFor();
    await unit.keyboard.press('Enter');
    await unit.getByRole('link', { name: '旧通知.pdf' }).waitFor();
    await unit.keyboard.press('Enter');
    await unit.getByText('已移除', { exact: true }).waitFor();
    await lookAtBoth(unit, 'material-removed');
    await unit.getByText(/草稿已保存/).waitFor();

    // Opened anew, all of it stands; what is wrong is told piece by piece.
    await unit.goto(server.url + path, { waitUntil: 'networkidle' });
    expect(await unit.getByLabel(/^培训日期/).inputValue()).toBe('2026-05-08');
    await press(unit, '报送');
    await unit.getByRole('alert').getByText('参训人数：应为数，如 12').waitFor();
    await lookAtBoth(unit, 'material-form');
    await unit.getByLabel(/^参训人数/).fill('30');
    await press(unit, '报送');
    await textWith(unit, ['第 1 版已报送', '待审定', '正在审定']);
    await lookAtBoth(unit, 'material-sent');

    // Two reviewers have it before them; the second is told who was first.
    const reviewer = await signedIn('reviewer', `/materials?${scope}`);
    await textWith(reviewer, ['等待审定（1）', names[0]!]);
    await lookAtBoth(reviewer, 'materials-queue');
    await reviewer.getByRole('link', { name: /^PL-14/ }).press('Enter');
    await textWith(reviewer, ['审定第 1 版', '签到表.jpg']);
    const assessor = await signedIn('assessor', path);
    await textWith(assessor, ['审定第 1 版']);
    await assessor.getByLabel(/退回，/).check();
    await press(assessor, '审定');
    await assessor.getByRole('alert').getByText('请写明理由').waitFor();
    await assessor.getByLabel(/理由（/).fill('签到表没有日期');
    await lookAtBoth(assessor, 'material-decision');
    await press(assessor, '审定');
    await textWith(assessor, ['已退回', '签到表没有日期']);
    await reviewer.getByLabel('符合', { exact: true }).check();
    await press(reviewer, '审定');
    await reviewer
      .getByRole('alert')
      .getByText(/示例评估员已于.*审定为“退回”/)
      .waitFor();

    // The unit reads why, mends and sends again; what it sent before stands there still.
    await unit.goto(server.url + path, { waitUntil: 'networkidle' });
    await textWith(unit, ['已退回', '签到表没有日期', '第 1 版']);
    expect(await unit.locator('body').innerText()).not.toContain('旧通知.pdf');
    // What was sent stays where it was sent.
    await unit.getByRole('button', { name: /移除.*签到表/ }).press('Enter');
    await unit.getByText(/已从这里移去；.*已随 2026Q2 PL-14 第 1 版报送/).waitFor();
    await unit.keyboard.press('Enter');
    await unit.getByRole('button', { name: /移除.*签到表/ }).waitFor();
    await unit.getByLabel(/^参训人数/).fill('31');
    await choose(unit, '签到表或照片', '签到表（补）.jpg', makeJpeg({ wide: 50 }));
    await unit.getByRole('link', { name: '签到表（补）.jpg' }).waitFor();
    await press(unit, '报送');
    await textWith(unit, ['第 2 版已报送']);

    await reviewer.goto(server.url + path, { waitUntil: 'networkidle' });
    await textWith(reviewer, ['审定第 2 版']);
    await reviewer.getByLabel('符合', { exact: true }).check();
    await press(reviewer, '审定');
    await textWith(reviewer, ['已记下', '第 2 版', '第 1 版']);
    await lookAtBoth(reviewer, 'material-decided');
    await unit.goto(server.url + path, { waitUntil: 'networkidle' });
    await textWith(unit, ['符合', '已审定，不需要再报']);
    for (const page of [unit, reviewer, assessor]) await page.close();
  });

  it('is seen and not touched by whoever has not signed in', async () => {
    const page = await newPage(browser, 390);
    await page.goto(`${server.url}/materials?${scope}`, { waitUntil: 'networkidle' });
    await textWith(page, ['PL-14', names[1]!]);
    await page.getByRole('link', { name: new RegExp(`^PL-14.*${names[1]!}`) }).click();
    await textWith(page, ['这个单位还没有报送']);
    expect(await page.getByRole('button', { name: '报送' }).count()).toBe(0);
    await page.close();
  });
});
