import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser } from '#crawlers';
import {
  assess,
  beginDueRechecks,
  builtInProgrammes,
  demoAccounts,
  makeDemoAccounts,
  rechecksOfSample,
  sampleManners,
  type Rechecks,
} from '#operations';
import { startServer, type RunningServer } from '../../apps/server/server.js';
import { crawlCounty, type CrawledCounty } from './county.fixture.js';
import { look } from './look.fixture.js';
import { launchBrowser, newPage, textWith } from './page.fixture.js';

const executablePath = findBrowser({ CHROMIUM_PATH: process.env.CHROMIUM_PATH });
const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const scope = 'programme=pingliang-2020&period=2026Q2';
const names = ['云岭县发展和改革局', '云岭县住房和城乡建设局', '云岭县河湾镇人民政府'];

let crawled: CrawledCounty;
let server: RunningServer;
let browser: Browser;
let rechecks: Rechecks & { idle(): Promise<void> };
let own: { id: string; name: string };

beforeAll(async () => {
  if (!executablePath) return;
  crawled = await crawlCounty(names);
  const { house, units } = crawled;
  await assess(house, { programme: 'pingliang-2020', period: '2026Q2', units, replay: false });
  await makeDemoAccounts(house, new Date());
  own = (await house.accounts.accounts()).find(({ role }) => role === 'department')!.unit!;
  rechecks = rechecksOfSample(house, { ...sampleManners, signal: new AbortController().signal });
  server = await startServer({
    settings: { HOST: '127.0.0.1', PORT: 0 },
    dataSource: house.database.dataSource,
    blobs: house.blobs,
    programmes: await builtInProgrammes(),
    now: () => house.clock.now(),
    rechecks,
  });
  browser = await launchBrowser(executablePath);
});

afterAll(async () => {
  await rechecks?.idle();
  await browser?.close();
  await server?.close();
  await crawled?.close();
});

async function signedIn(role: string, path: string, width = 1440): Promise<Page> {
  const { name, password } = demoAccounts.find((one) => one.role === role)!;
  const page = await newPage(browser, width);
  await page.goto(`${server.url}/sign-in?back=${encodeURIComponent(path)}`, { waitUntil: 'networkidle' });
  await page.getByLabel('账号', { exact: true }).fill(name);
  await page.getByLabel('口令', { exact: true }).fill(password);
  await page.keyboard.press('Enter');
  await textWith(page, ['申诉与整改']);
  return page;
}

const path = (tab: string) => `/appeals?${scope}&tab=${tab}`;
const first = (page: Page, name: RegExp) => page.getByRole('button', { name }).first();

describe.skipIf(!executablePath)('appeals and notices in a real browser', () => {
  it('go from a department to the office and back, a lost connection in between', async () => {
    const page = await signedIn('department', path('findings'));
    await textWith(page, [own.name, '可申诉或说明至 2026-07-14']);
    await look(page, 'appeals-findings');
    const message = await page.locator('article h3').first().innerText();
    // By keyboard alone.
    await first(page, /^申诉\s*：/).press('Enter');
    const dialog = page.getByRole('dialog', { name: '申诉' });
    await dialog.getByLabel('理由').waitFor();
    await page.keyboard.type('该内容已按时公开，见所附页面。');
    await page.keyboard.press('Tab');
    await page.keyboard.type('https://fgj.yunling.example/a.html');
    const proof = { name: '发布记录.png', mimeType: 'image/png', buffer: onePixel };
    await dialog.getByLabel('佐证文件：选择文件').setInputFiles(proof);
    await dialog.getByRole('link', { name: '发布记录.png' }).waitFor();
    await look(page, 'appeals-form');
    await dialog.getByLabel('佐证文件：选择文件').focus();
    await page.context().setOffline(true);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await dialog.getByRole('alert').getByText('所填内容仍在').waitFor();
    expect(await dialog.getByLabel('理由').inputValue()).toBe('该内容已按时公开，见所附页面。');
    await page.context().setOffline(false);
    await dialog.getByRole('button', { name: '提交' }).press('Enter');
    await textWith(page, ['已提交，办理情况见', '申诉正在办理']);
    await page.goto(server.url + path('sent'), { waitUntil: 'networkidle' });
    await textWith(page, ['待办理', message, '该内容已按时公开', '撤回']);
    await look(page, 'appeals-sent');

    const office = await signedIn('reviewer', path('sent'));
    const second = await signedIn('assessor', path('sent'));
    await textWith(office, [own.name, '发布记录.png', '作出决定', '当时页面', '前办理']);
    await office.frameLocator('iframe').getByText('信用评价').first().waitFor();
    await look(office, 'appeals-queue');
    await office.getByRole('radio', { name: '不采纳' }).press('Space');
    await office.getByRole('textbox', { name: '理由' }).fill('所附页面打不开。');
    await office.getByRole('button', { name: '作出决定' }).press('Enter');
    await textWith(office, [`${own.name}的申诉：不采纳。`]);
    // Who decides second is told who was first.
    await second.getByRole('radio', { name: '采纳', exact: true }).check();
    await second.getByRole('textbox', { name: '理由' }).fill('属实。');
    await second.getByRole('button', { name: '作出决定' }).click();
    await second
      .getByRole('alert')
      .getByText(/示例复核员已于 .* 办理：不采纳（所附页面打不开。）/)
      .waitFor();
    await second.reload({ waitUntil: 'networkidle' });
    await first(second, /撤销决定/).click();
    await second.getByRole('dialog').getByLabel('理由').fill('页面已恢复。');
    await second.getByRole('dialog').getByRole('button', { name: '撤销决定' }).click();
    await textWith(second, ['待办理', '页面已恢复。']);
    await second.getByRole('radio', { name: '采纳', exact: true }).check();
    await second.getByRole('textbox', { name: '理由' }).fill('经核属实。');
    await second.getByRole('button', { name: '作出决定' }).click();
    await textWith(second, [`${own.name}的申诉：采纳。`]);
    await page.reload({ waitUntil: 'networkidle' });
    await textWith(page, ['采纳', '经核属实。', '不采纳', '示例评估员', '示例复核员']);

    // What was accepted enters the next score, and the card says so.
    const { house, units } = crawled;
    await assess(house, { programme: 'pingliang-2020', period: '2026Q2', units, replay: false });
    const replay = await assess(house, { programme: 'pingliang-2020', period: '2026Q2', units, replay: true });
    expect(replay.replay).toMatchObject({ differing: [] });
    const left = await house.assessments.findings({ programme: 'pingliang-2020', organisation: own.id });
    expect(left.rows.map((row) => row.message)).not.toContain(message);
    for (const one of [page, office, second]) await one.close();
  });

  it('let a department answer several findings in one go, and say what was left out', async () => {
    const page = await signedIn('department', path('findings'));
    await textWith(page, [own.name]);
    const boxes = page.getByRole('checkbox', { name: /^选上/ });
    await boxes.first().waitFor();
    const count = await boxes.count();
    expect(count).toBeGreaterThan(1);
    await boxes.first().press('Space');
    const bar = page.getByRole('region', { name: '所选的问题' });
    await bar.getByRole('button', { name: /选上本页其余/ }).press('Enter');
    await textWith(page, [`${count} 个问题`]);
    await look(page, 'appeals-chosen');
    await bar.getByRole('button', { name: '一并申诉' }).press('Enter');
    const dialog = page.getByRole('dialog', { name: '申诉' });
    await dialog.getByText(`${count} 个问题一并提交`).waitFor();
    await dialog.getByLabel('理由').fill('都已按时公开。');
    // A colleague was quicker with one of them.
    const colleague = await signedIn('department', path('findings'));
    await first(colleague, /^申诉\s*：/).press('Enter');
    const other = colleague.getByRole('dialog', { name: '申诉' });
    await other.getByLabel('理由').fill('先说一个。');
    await other.getByRole('button', { name: '提交' }).click();
    await textWith(colleague, ['已提交，办理情况见']);
    await dialog.getByRole('button', { name: '提交' }).press('Enter');
    await dialog.getByText(`已提交 ${count - 1} 个问题；以下 1 个没有提交`).waitFor();
    await dialog.getByText(/提交申诉，正在办理/).waitFor();
    await look(page, 'appeals-partly');
    await dialog.getByRole('button', { name: '知道了' }).press('Enter');
    await textWith(page, [count === 2 ? '已提交，1 个没有提交' : `${count - 1} 个问题已一并提交，1 个没有提交`]);
    expect(await boxes.count()).toBe(0);
    for (const one of [page, colleague]) await one.close();
  });

  it('let the office ask for mending and look again, and the unit answer', async () => {
    const office = await signedIn('assessor', path('notices'));
    await office.getByRole('button', { name: '发出整改通知' }).press('Enter');
    const dialog = office.getByRole('dialog', { name: '发出整改通知' });
    await dialog.getByLabel('单位').selectOption({ label: own.name });
    await dialog.getByRole('button', { name: '全选', exact: true }).click();
    await dialog.getByText(/已选 [1-9]\d* 个/).waitFor();
    await look(office, 'notices-form');
    await dialog.getByRole('button', { name: '发出通知' }).click();
    await textWith(office, [`整改通知已发给${own.name}`, '整改中', '尚未复测']);

    const page = await signedIn('department', path('notices'));
    await textWith(page, ['整改中', '剩 10 个工作日', '反馈整改情况']);
    await page.getByRole('button', { name: /反馈整改情况/ }).press('Enter');
    await page.getByRole('dialog').getByLabel('做了什么').fill('已补发缺少的内容。');
    await page.getByRole('dialog').getByRole('button', { name: '提交反馈' }).click();
    await textWith(page, ['已反馈，待复测', '已补发缺少的内容。']);
    await textWith(page, ['起自动复测']);
    await page.getByRole('button', { name: /已整改，请复测/ }).press('Enter');
    await page.getByRole('dialog').getByRole('button', { name: '请求复测' }).click();
    await textWith(page, ['已请求复测', '单位已请求复测，即将自动进行']);
    const looked = { real: null, sample: rechecks };
    expect(await beginDueRechecks(crawled.house, looked)).toMatchObject([{ unit: own.name, notices: 1 }]);
    await rechecks.idle();
    await page.reload({ waitUntil: 'networkidle' });
    // Nothing was mended on the invented site, and the new look says so.
    await textWith(page, ['自动复测', '未整改', '的结果认定']);
    await look(page, 'notices-own');
    await page.goto(server.url + path('reminders'), { waitUntil: 'networkidle' });
    await textWith(page, [own.name, '尚未整改', '下载提示（Word）']);
    await look(page, 'reminders');

    await office.reload({ waitUntil: 'networkidle' });
    await office.getByRole('button', { name: /^复测\s*：/ }).press('Enter');
    await office.getByRole('dialog').getByRole('button', { name: '安排复测' }).click();
    await office.getByRole('dialog').getByText('不必重复').waitFor();
    await office.getByRole('dialog').getByRole('button', { name: '取消' }).click();
    await textWith(office, ['未整改', '的结果认定']);
    await look(office, 'notices-office');
    for (const one of [page, office]) await one.close();
  });

  it.each([
    ['department', ['findings', 'sent', 'notices', 'reminders']],
    ['reviewer', ['sent', 'notices', 'reminders']],
    ['leader', ['sent', 'notices']],
  ])('fit a phone for the role %s', async (role, tabs) => {
    const page = await signedIn(role, path(tabs[0]!), 390);
    for (const tab of tabs) {
      await page.goto(server.url + path(tab), { waitUntil: 'networkidle' });
      await textWith(page, ['申诉与整改', tab === 'findings' ? '可申诉' : own.name]);
      await look(page, `appeals-${role}-${tab}`);
    }
    if (role === 'leader') expect(await page.getByRole('button', { name: /采纳|撤销|复测|发出|反馈/ }).count()).toBe(0);
    await page.close();
  });
});
