import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser } from '#crawlers';
import { siteId } from '#database';
import { captureId } from '#evidence';
import { assess, builtInProgrammes, issueCircular, probeLinks } from '#operations';
import { startServer, type RunningServer } from '../../apps/server/server.js';
import { crawlCounty, type CrawledCounty } from './county.fixture.js';
import { signedIn } from '../integration/support/signed-in.js';
import { accessFaults, look, pictures } from './look.fixture.js';
import { launchBrowser, newPage, stillness, textWith } from './page.fixture.js';

const executablePath = findBrowser({ CHROMIUM_PATH: process.env.CHROMIUM_PATH });
const widths = [1440, 390];
const scope = 'programme=pingliang-2020&period=2026Q2';

let crawled: CrawledCounty;
let server: RunningServer;
let browser: Browser;

beforeAll(async () => {
  if (!executablePath) return;
  crawled = await crawlCounty();
  for (const period of ['2026Q1', '2026Q2'])
    await assess(crawled.house, { programme: 'pingliang-2020', period, units: crawled.units, replay: false });
  await probeLinks(crawled.house, {
    ...{ units: crawled.units, signal: new AbortController().signal, sample: true },
    ...{ allowNetworks: '127.0.0.1/32', intervalMs: 0, patienceMs: 2500 },
  });
  await issueCircular(crawled.house, {
    programme: 'pingliang-2020',
    period: '2026Q2',
    kind: 'quarterly',
    out: join(pictures, 'circular'),
  });
  server = await startServer({
    settings: { HOST: '127.0.0.1', PORT: 0, MINGJING_ALLOW_NETWORKS: '127.0.0.1/32' },
    dataSource: crawled.house.database.dataSource,
    blobs: crawled.house.blobs,
    programmes: await builtInProgrammes(),
  });
  browser = await launchBrowser(executablePath);
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
  await crawled?.close();
});

/** Opens a page and waits until its numbers stand; whatever the browser complains of fails the test. */
async function open(
  path: string,
  width: number,
  as?: { cookie: string },
): Promise<{ page: Page; complaints: string[] }> {
  const page = await newPage(browser, width, as && { origin: server.url, ...as });
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  // A request that a newer one replaced is aborted by the page itself.
  page.on('requestfailed', (request) => {
    const why = request.failure()?.errorText ?? '';
    if (why !== 'net::ERR_ABORTED') complaints.push(`${request.url()} ${why}`);
  });
  await page.goto(server.url + path, { waitUntil: 'networkidle' });
  return { page, complaints };
}

const unitNamed = (name: string) => {
  const unit = crawled.units.find((one) => one.name === name);
  if (!unit?.site) throw new Error(`${name} is not there`);
  return { id: unit.id, site: unit.site };
};
const unitPath = () => `/scorecards/${unitNamed('云岭县住房和城乡建设局').id}?${scope}`;
/** The home page of the unit as it was kept. */
const readingPath = () => {
  const { id, site } = unitNamed('云岭县住房和城乡建设局');
  return `/reading?organisation=${id}&capture=${captureId(crawled.round.round, siteId(site), { url: site, method: 'GET' })}`;
};
const columnsPath = () => `/columns?organisation=${unitNamed('云岭县住房和城乡建设局').id}`;

const pages: { name: string; path: () => string; shows: string[] }[] = [
  { name: 'overview', path: () => `/?${scope}`, shows: ['云岭县', '示例', '得分'] },
  { name: 'scorecards', path: () => `/scorecards?${scope}`, shows: ['云岭县教育和体育局'] },
  { name: 'scorecard', path: unitPath, shows: ['云岭县住房和城乡建设局', '栏目'] },
  { name: 'progress', path: () => `/progress?${scope}`, shows: ['任务'] },
  { name: 'findings', path: () => `/findings?${scope}`, shows: ['问题'] },
  { name: 'ledgers', path: () => `/ledgers?${scope}`, shows: ['公开文件', '筛选', '按时', '导出 CSV'] },
  { name: 'reviews-open', path: () => `/reviews?${scope}`, shows: ['个待复核', '依据的规则', '看不到什么'] },
  { name: 'materials', path: () => `/materials?${scope}`, shows: ['佐证材料', '未报送', '导出电子表格'] },
  { name: 'ledger', path: () => `/ledger?${scope}`, shows: ['主动公开台账', '还没有报送台账', '没有台账、未测'] },
  { name: 'appeals', path: () => `/appeals?${scope}`, shows: ['申诉与整改', '没有申诉和说明'] },
  { name: 'programme', path: () => `/programme?${scope}`, shows: ['平凉'] },
  { name: 'crawl', path: () => '/crawl', shows: ['云岭县河湾镇人民政府', '失效和疑似变异的链接', '云岭房产信息网'] },
  { name: 'running', path: () => '/running', shows: ['失败的、进行中的和最慢的', '定时计划'] },
  { name: 'columns', path: columnsPath, shows: ['云岭县住房和城乡建设局的栏目', '首次见到'] },
  { name: 'reading', path: readingPath, shows: ['读到的内容', '名称就是', '网站系统'] },
  { name: 'comparison', path: () => `/comparison?${scope}`, shows: ['对照'] },
  { name: 'circulars', path: () => `/circulars?${scope}`, shows: ['通报'] },
];

describe.skipIf(!executablePath)('the dashboards in a real browser', () => {
  for (const width of widths)
    it.each(pages)(
      `$name at ${width} px shows the assessment, without a serious fault of access`,
      async ({ name, path, shows }) => {
        const { page, complaints } = await open(path(), width);
        await textWith(page, shows);
        await look(page, name);
        expect(complaints).toEqual([]);
        await page.close();
      },
    );

  it('shows thirteen units scored, as the API says', async () => {
    const answer = await fetch(`${server.url}/api/v1/overview?${scope}`);
    const { summary } = (await answer.json()) as { summary: { units: number; scored: number } };
    expect(summary).toMatchObject({ units: 13, scored: 13 });
  });

  it('opens the page as it was seen, in a frame that can run and load nothing', async () => {
    const { page, complaints } = await open(unitPath(), 1440);
    await page.getByRole('tab', { name: /问题/ }).click();
    await page.getByRole('button', { name: '查看当时页面' }).first().click();
    const frame = page.locator('iframe').first();
    await frame.waitFor();
    expect(await frame.getAttribute('sandbox')).toBe('');
    const source = await frame.getAttribute('src');
    const kept = await fetch(new URL(source ?? '', server.url));
    expect(kept.headers.get('content-security-policy')).toMatch(/sandbox/);
    expect(kept.headers.get('content-security-policy')).toMatch(/default-src 'none'/);
    const html = await kept.text();
    expect(html).not.toMatch(/<script|javascript:|\son\w+=/i);
    // The drawer slides in.
    await stillness(page);
    await page.screenshot({ path: join(pictures, 'evidence-1440.png') });
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('tries an address, shows why, and takes a correction that can be taken back', async () => {
    const { id, site } = unitNamed('云岭县住房和城乡建设局');
    const { headers } = await signedIn(crawled.house);
    const { page, complaints } = await open('/reading', 1440, headers);
    // All of it by keyboard, from the address to the correction.
    await page.getByLabel('网址', { exact: true }).fill(site);
    await page.getByLabel('当作').selectOption('home');
    await page.getByLabel('网址', { exact: true }).press('Enter');
    await page.getByRole('heading', { name: '链接与标准栏目' }).waitFor();
    const frame = page.locator('iframe');
    expect(await frame.getAttribute('sandbox')).toBe('');
    expect(await frame.getAttribute('srcdoc')).toContain('<mark');
    expect(await frame.getAttribute('srcdoc')).not.toMatch(/<script|javascript:|\son\w+=/i);
    await frame.scrollIntoViewIfNeeded();
    await page.frameLocator('iframe').locator('mark').first().waitFor();
    await page.screenshot({ path: join(pictures, 'tried-1440.png') });
    await page
      .getByRole('button', { name: /^订正：/ })
      .first()
      .press('Enter');
    const dialog = page.getByRole('dialog', { name: '订正栏目的认定' });
    await dialog.waitFor();
    // The unit is the one whose site it is.
    expect(await dialog.getByLabel('单位').inputValue()).toBe(id);
    await dialog.getByLabel('认定').selectOption('ignore');
    await dialog.getByLabel('理由').fill('该栏目为内部通知');
    await stillness(page);
    expect(await accessFaults(page)).toEqual([]);
    await page.screenshot({ path: join(pictures, 'pin-1440.png') });
    await dialog.getByLabel('理由').press('Enter');
    await page.getByText('已记下订正').waitFor();
    await page.getByRole('link', { name: '查看全部订正和栏目沿革' }).press('Enter');
    await page.getByText('订正为非标准栏目').first().waitFor();
    await page.getByRole('button', { name: /^撤销订正：/ }).press('Enter');
    await page.getByLabel('理由').fill('误认');
    await page.screenshot({ path: join(pictures, 'pinned-1440.png'), fullPage: true });
    await page.getByLabel('理由').press('Enter');
    await page.getByText('由某甲撤销：误认').waitFor();
    expect(await page.getByText('订正为非标准栏目').count()).toBe(0);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('says plainly why an address was not read', async () => {
    const { page } = await open('/reading', 390, (await signedIn(crawled.house)).headers);
    for (const [address, line] of [
      ['http://169.254.169.254/latest', '按规定不访问'],
      ['ftp://www.yunling.example/', '应为 http:// 或 https:// 开头'],
    ] as const) {
      await page.getByLabel('网址', { exact: true }).fill(address);
      await page.getByRole('button', { name: '试读', exact: true }).click();
      await page.getByRole('alert').getByText(line).waitFor();
    }
    await page.close();
  });

  it('can be gone through by keyboard: the first stop leads to the content', async () => {
    const { page } = await open(`/?${scope}`, 1440);
    await textWith(page, ['得分']);
    await page.keyboard.press('Tab');
    const first = await page.evaluate('document.activeElement && document.activeElement.textContent.trim()');
    expect(String(first)).toMatch(/跳到|正文|内容/);
    await page.close();
  });
});
