import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser } from '#crawlers';
import { assess, builtInProgrammes, demoAccounts, makeDemoAccounts } from '#operations';
import { startServer, type RunningServer } from '../../apps/server/server.js';
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
    now: () => house.clock.now(),
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

const press = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' }).press('Enter');
const inTime = /^主动公开文件按时上网\s*分值/;
const numbered = /^文件标明发文字号\s*分值/;

/** Types the reason that is asked for, and sends it. */
async function because(page: Page, reason: string, verb: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill(reason);
  await dialog.getByRole('button', { name: verb, exact: true }).press('Enter');
}

describe.skipIf(!executablePath)('an office’s own programme, in a real browser', () => {
  it('is made of a built-in one, changed, tried, kept, scored by and compared, with nothing but the keyboard', async () => {
    const page = await signedIn('assessor', `/programme?${scope}`);
    await page.getByRole('link', { name: '以此为底稿建立自己的方案' }).press('Enter');
    await textWith(page, ['还没有', '建立自己的方案']);
    await page.getByLabel(/^编号/).fill('pingliang-2020');
    await page.getByLabel(/^说明/).fill('按县里的会议意见另立');
    await press(page, '建立方案');
    await page.getByRole('alert').getByText('是内置方案的编号').waitFor();
    await page.getByLabel(/^编号/).fill('yunling-2026');
    await page.getByLabel(/^名称/).fill('云岭县2026年监测方案');
    await lookAtBoth(page, 'programmes');
    await press(page, '建立方案');
    await textWith(page, ['云岭县2026年监测方案', '第 1 版', '没有改动', '出自']);
    await lookAtBoth(page, 'programme-edit');

    // A sum that does not come out is told; the way back is beside the value.
    await page.getByLabel(inTime).fill('20');
    await page.getByLabel(numbered).fill('vier');
    await textWith(page, ['改了 2 处，尚未保存', '原值 21分']);
    await press(page, '试算');
    await textWith(page, ['有 1 处须改正', '“vier”不可用']);
    await lookAtBoth(page, 'programme-faults');
    await page.getByLabel(numbered).fill('4');
    await press(page, '试算');
    await textWith(page, ['试算：改动（2 处）', '主动公开文件按时上网 › 分值', '个单位中']);
    await lookAtBoth(page, 'programme-trial');
    await press(page, /^恢复原值：文件标明发文字号/);
    await textWith(page, ['改了 1 处，尚未保存']);
    expect(await page.getByLabel(numbered).inputValue()).toBe('3');

    // The line breaks while it is sent, the window is closed: what was changed is there still.
    await page.getByLabel(numbered).fill('4');
    await page.context().setOffline(true);
    await press(page, '保存为新版本');
    await because(page, '突出发文字号', '保存');
    await page.getByRole('alert').getByText('连接').waitFor();
    await page.context().setOffline(false);
    await page.reload({ waitUntil: 'networkidle' });
    await textWith(page, ['上次没有保存的改动还在', '改了 2 处']);
    await press(page, '保存为新版本');
    await because(page, '突出发文字号', '保存');
    await textWith(page, ['已保存为第 2 版', '没有改动', '突出发文字号']);
    expect(await page.getByLabel(inTime).inputValue()).toBe('20');
    await textWith(page, ['第 1 版为 21分']);

    await press(page, '按这一版评分');
    await textWith(page, ['已评完 2 个单位']);
    const head = await crawled.house.assessments.head({ programme: 'yunling-2026', period: plan.period, sample: true });
    expect(head?.programmeVersion).toBe('2');
    await textWith(page, ['第 1 版', '第 2 版', '主动公开文件按时上网 › 分值']);
    await press(page, '看对得分的影响');
    await textWith(page, ['对照的两次结果', '版本 1', '版本 2']);
    await lookAtBoth(page, 'programme-versions');
    await page.close();
  });

  it('is kept by one of two at once; the other is told who, and goes on with what he changed', async () => {
    const path = `/programmes/yunling-2026/edit?${scope}`;
    const first = await signedIn('assessor', path);
    const second = await signedIn('administrator', path);
    for (const page of [first, second]) await textWith(page, ['第 2 版', '没有改动']);
    await second.getByRole('button', { name: '时限和比例' }).press('Enter');
    await second.getByLabel(/^主动公开文件按时上网\s*时限（工作日）/).fill('15');
    await first.getByRole('button', { name: '全文' }).press('Enter');
    const text = first.getByLabel('方案全文（YAML）');
    await text.fill((await text.inputValue()).replace("points: '20'", "points: 'zwanzig'"));
    await press(first, '试算');
    await textWith(first, ['须改正', '分值应为']);
    await press(first, /^第 \d+ 行$/);
    await lookAtBoth(first, 'programme-text');
    await text.fill(
      (await text.inputValue()).replace("'zwanzig'", "'20'").replace('note: 方案未规定分值', 'note: 方案没有规定分值'),
    );
    await press(first, '保存为新版本');
    await because(first, '改一处文字', '保存');
    await textWith(first, ['已保存为第 3 版']);

    await press(second, '保存为新版本');
    await because(second, '缩短时限', '保存');
    await second
      .getByRole('alert')
      .getByText(/示例评估员.*保存了第 3 版（改一处文字）/)
      .waitFor();
    await second.getByRole('dialog').getByRole('button', { name: '取消' }).press('Enter');
    await textWith(second, ['其间有人保存了新的一版', '已移到第 3 版上', '改了 1 处']);
    await press(second, '保存为新版本');
    await because(second, '缩短时限', '保存');
    await textWith(second, ['已保存为第 4 版']);
    await press(second, '回到这一版：第 1 版');
    await because(second, '恢复原案', '回到这一版');
    await textWith(second, ['已保存为第 5 版', '恢复原案']);
    for (const page of [first, second]) await page.close();
  });

  it('is read by whoever may not edit it', async () => {
    const page = await signedIn('leader', `/programmes?${scope}`);
    await page.getByRole('link', { name: '云岭县2026年监测方案' }).press('Enter');
    await textWith(page, ['第 5 版', '各版（5）']);
    expect(await page.getByRole('button', { name: '保存为新版本' }).count()).toBe(0);
    expect(await page.getByLabel(inTime).isEditable()).toBe(false);
    await page.close();
  });
});
