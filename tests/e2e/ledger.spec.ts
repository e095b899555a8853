import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { findBrowser } from '#crawlers';
import { assess, builtInProgrammes, demoAccounts, makeDemoAccounts } from '#operations';
import { ledgerColumns, writeXlsx } from '#sheets';
import type { DocumentRowDto } from '../../apps/server/dto/ledger.dto.js';
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
let unit: string;
let documents: DocumentRowDto[];

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
  const account = (await house.accounts.accounts()).find(({ role }) => role === 'department');
  unit = units.find(({ id }) => id === account?.unit?.id)!.name;
  const answer = await fetch(`${server.url}/api/v1/documents?${scope}&organisation=${account?.unit?.id}`);
  documents = ((await answer.json()) as DocumentRowDto[]).filter(
    (one) => one.documentNumber !== null && one.issuedOn !== null,
  );
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
  await crawled?.close();
});

async function signedIn(role: string, path: string): Promise<Page> {
  const { name, password, displayName } = demoAccounts.find((one) => one.role === role)!;
  const page = await newPage(browser, 1440);
  await page.goto(`${server.url}/sign-in?back=${encodeURIComponent(path)}`, { waitUntil: 'networkidle' });
  await page.getByLabel('账号', { exact: true }).waitFor();
  await page.keyboard.type(name);
  await page.keyboard.press('Tab');
  await page.keyboard.type(password);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: new RegExp(displayName) }).waitFor();
  return page;
}

const sheet = (rows: Record<string, string>[]) =>
  writeXlsx([{ name: '台账', columns: ledgerColumns.map((title) => ({ key: title, title })), rows }]);
const choose = async (page: Page, rows: Record<string, string>[]) =>
  page.getByLabel('选择台账文件').setInputFiles({
    ...{ name: '公开台账.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from(await sheet(rows)) },
  });
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().press('Enter');
const rowOf = ({ title, documentNumber, issuedOn }: DocumentRowDto, change: Record<string, string> = {}) => ({
  ...{ 单位: unit, 标题: title, 发文字号: documentNumber!, 成文日期: issuedOn!, 公开属性: '主动公开', 不公开理由: '' },
  ...change,
});

describe.skipIf(!executablePath)('the ledger of documents, in a real browser', () => {
  it('is previewed, kept, set beside the site, decided upon and taken back by a department', async () => {
    const page = await signedIn('department', `/ledger?${scope}`);
    await textWith(page, ['主动公开台账', '还没有报送台账']);
    const [first, second] = documents;
    await choose(page, [rowOf(first!), rowOf(second!, { 单位: '云岭县教育和体育局', 公开属性: '公开' })]);
    await textWith(page, ['有 2 处须改正，一行也没有保存', '不是本单位']);
    await lookAtBoth(page, 'ledger-faults');

    await choose(page, [
      rowOf(first!),
      rowOf(second!, { 标题: '关于召开全县重点项目调度会的通知' }),
      rowOf(first!, { 标题: '关于废旧物资处置的请示', 发文字号: '', 公开属性: '不予公开', 不公开理由: '内部事务信息' }),
      rowOf(first!, {
        ...{ 标题: '关于外聘法律顾问的函', 发文字号: '', 成文日期: '2024-05-06' },
        ...{ 公开属性: '依申请公开', 不公开理由: '涉及个人信息' },
      }),
      rowOf(first!, { 标题: '关于抽查建筑工地扬尘治理的通知', 发文字号: '', 成文日期: '2025-03-03' }),
    ]);
    await textWith(page, ['预览', '新增 5 件', '确认保存 5 行']);
    await lookAtBoth(page, 'ledger-preview');
    await press(page, '确认保存 5 行');
    await textWith(page, ['已保存', '台账 5 件', '待认定', '不公开', '报送记录', '2025 年']);
    await lookAtBoth(page, 'ledger-matched');

    // The document of 2024 is due this year, and stands among what waits for the unit.
    await textWith(page, ['不公开文件年度复核', '本年待复核 1 件', '最迟 2026-12-31', '下一年起复核']);
    await press(page, /^继续不公开：/);
    await page.getByLabel('理由').fill('仍涉及个人信息');
    await lookAtBoth(page, 'ledger-reexamination');
    await page.getByRole('dialog').getByRole('button', { name: '登记', exact: true }).press('Enter');
    await textWith(page, ['本年已复核', '最迟 2027-12-31', '仍涉及个人信息']);
    await press(page, /^是这份文件：/);
    await textWith(page, ['经人工认定', '示例单位用户认定是这份文件']);
    await press(page, /^撤回认定/);
    await page.getByLabel('理由').fill('点错了');
    await page.getByRole('dialog').getByRole('button', { name: '撤回', exact: true }).press('Enter');
    await page.getByRole('button', { name: /^是这份文件：/ }).waitFor();
    await press(page, /^查看当时页面/);
    await page.locator('iframe').first().waitFor();
    await page.keyboard.press('Escape');
    await page.close();

    const office = await signedIn('assessor', `/ledger?${scope}`);
    await textWith(office, ['不公开文件占比', '3 件中 1 件', '没有台账、未测']);
    await lookAtBoth(office, 'ledger-office');
    await press(office, /^撤回 公开台账/);
    await office.getByLabel('理由').fill('单位要求重报');
    await office.getByRole('dialog').getByRole('button', { name: '撤回', exact: true }).press('Enter');
    await textWith(office, ['还没有报送台账', '已撤回：单位要求重报']);
    await office.close();
  });

  it('has beside it the sheet of the week, with the words of the office', async () => {
    const office = await signedIn('assessor', `/progress?${scope}`);
    await textWith(office, ['一周一调度', '没有可调度的任务', '下载调度单（Word）', '下载调度单（PDF）']);
    await office.getByLabel('本周调度意见').fill('请各单位本周内报送台账。');
    await press(office, '保存意见');
    await textWith(office, ['示例评估员', '保存']);
    await lookAtBoth(office, 'dispatch');
    await press(office, '下一周');
    await textWith(office, ['2026-07-06 至 2026-07-12']);
    await office.close();
  });
});
