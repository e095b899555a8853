import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser } from '#crawlers';
import { assess, builtInProgrammes, demoAccounts, makeDemoAccounts, openSession } from '#operations';
import { startServer, type RunningServer } from '../../apps/server/server.js';
import { crawlCounty, type CrawledCounty } from './county.fixture.js';
import { look, pictures } from './look.fixture.js';
import { launchBrowser, newPage, stillness, textWith } from './page.fixture.js';

const executablePath = findBrowser({ CHROMIUM_PATH: process.env.CHROMIUM_PATH });
const about = { programme: 'national', period: '2026Q2', sample: true };
const scope = `programme=${about.programme}&period=${about.period}`;
const names = ['云岭县发展和改革局', '云岭县住房和城乡建设局', '云岭县河湾镇人民政府'];

let crawled: CrawledCounty;
let server: RunningServer;
let browser: Browser;

beforeAll(async () => {
  if (!executablePath) return;
  crawled = await crawlCounty(names);
  const { house, units } = crawled;
  await assess(house, { ...about, units, replay: false });
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

/** A page of the sample's account of this role. */
async function openAs(role: string, path: string, width = 1440): Promise<Page> {
  const { name } = demoAccounts.find((one) => one.role === role)!;
  const account = (await crawled.house.accounts.accounts()).find((one) => one.name === name)!;
  const cookie = `mingjing_session=${await openSession(crawled.house, account.id, new Date())}`;
  const page = await newPage(browser, width, { origin: server.url, cookie });
  await page.goto(server.url + path, { waitUntil: 'networkidle' });
  return page;
}

const rowsOf = (page: Page) => page.getByRole('list', { name: '待复核的问题' }).getByRole('listitem');
const waiting = async (page: Page) => Number(/(\d+) 个待复核/.exec(await page.locator('body').innerText())?.[1]);
const shownWords = (page: Page) => page.locator('article h2').innerText();

describe.skipIf(!executablePath)('the review in a real browser', () => {
  it('shows the queue to whoever may read, and its deeds to reviewers alone', async () => {
    for (const width of [1440, 390]) {
      const page = await openAs('reviewer', `/reviews?${scope}`, width);
      await textWith(page, ['个待复核', '依据的规则', '看不到什么', '当时看到的页面', '全部决定均已计入评分']);
      await look(page, 'reviews');
      // What decided stands marked in the page as it was seen.
      await page.locator('iframe').scrollIntoViewIfNeeded();
      await page.frameLocator('iframe').locator('mark').first().waitFor();
      await page.screenshot({ path: join(pictures, `reviews-page-${width}.png`) });
      await page.close();
      const leader = await openAs('leader', `/reviews?${scope}`, width);
      await textWith(leader, ['个待复核', '依据的规则']);
      expect(await leader.getByRole('button', { name: /^确认/ }).count()).toBe(0);
      await leader.close();
    }
    const department = await openAs('department', `/reviews?${scope}`);
    await textWith(department, ['单位用户 · ']);
    expect(await department.getByRole('link', { name: '复核', exact: true }).count()).toBe(0);
    await department.close();
  });

  it('is worked through by keys alone: confirm, dismiss, merge, many at once, undo', async () => {
    const page = await openAs('reviewer', `/reviews?${scope}&view=all`);
    await textWith(page, ['个待复核', '依据的规则']);
    const before = await waiting(page);
    const first = await shownWords(page);
    await page.keyboard.press('j');
    expect(await shownWords(page)).not.toBe(first);
    await page.keyboard.press('k');
    expect(await shownWords(page)).toBe(first);

    await page.keyboard.press('c');
    await textWith(page, [`${before - 1} 个待复核`, '已确认 1 个', '有 1 项决定尚未计入评分']);
    expect(await shownWords(page)).not.toBe(first);

    await page.keyboard.press('r');
    const dialog = page.getByRole('dialog', { name: '排除' });
    // The caret stands in the field by itself, also after the dialog has opened.
    await stillness(page);
    expect(await page.evaluate("document.activeElement?.getAttribute('list')")).toBe('usual-reasons');
    await page.keyboard.press('Enter');
    // A reason is asked for; nothing was sent.
    expect(await waiting(page)).toBe(before - 1);
    await page.keyboard.type('页面上已有，见通知公告');
    await look(page, 'reviews-dismiss');
    await page.keyboard.press('Enter');
    await textWith(page, [`${before - 2} 个待复核`, '已排除 1 个']);

    await page.keyboard.press('x');
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await textWith(page, ['对选中的 2 个生效']);
    await page.keyboard.press('r');
    await dialog.getByLabel('理由', { exact: true }).waitFor();
    await dialog.getByRole('button', { name: '日期读错，实际在期限内' }).press('Enter');
    await dialog.getByRole('button', { name: '排除', exact: true }).press('Enter');
    await textWith(page, [`${before - 4} 个待复核`, '已排除 2 个']);
    await dialog.waitFor({ state: 'hidden' });

    await page.keyboard.press('z');
    await textWith(page, [`${before - 2} 个待复核`, '2 个问题回到待复核', '有 2 项决定尚未计入评分']);

    await page.keyboard.press('m');
    const merging = page.getByRole('dialog', { name: '并入另一个问题' });
    await expect.poll(() => merging.getByRole('option').count()).toBeGreaterThan(1);
    await merging.getByLabel('并入同一单位的').selectOption({ index: 1 });
    await merging.getByLabel('理由', { exact: true }).fill('同一篇文件');
    await look(page, 'reviews-merge');
    await merging.getByLabel('理由', { exact: true }).press('Enter');
    await textWith(page, [`${before - 3} 个待复核`, '已并入其他问题 1 个']);
    await merging.waitFor({ state: 'hidden' });
    await page.keyboard.press('?');
    await textWith(page, ['撤销自己最近一次的复核']);
    await page.close();
  });

  it('keeps what was typed where the connection is lost, and does it once', async () => {
    const page = await openAs('reviewer', `/reviews?${scope}&view=all`);
    await textWith(page, ['个待复核', '依据的规则']);
    const before = await waiting(page);
    await page.keyboard.press('r');
    const dialog = page.getByRole('dialog', { name: '排除' });
    const reason = dialog.getByLabel('理由', { exact: true });
    await reason.fill('网站临时故障，复查时正常');
    // The deed arrives; its answer does not.
    let lost = 0;
    await page.route('**/api/v1/reviews/decisions', async (route) => {
      if (route.request().method() !== 'POST' || lost++ > 0) return route.continue();
      await route.fetch();
      return route.abort();
    });
    await reason.press('Enter');
    await dialog.getByRole('alert').getByText('连接中断').waitFor();
    expect(await reason.inputValue()).toBe('网站临时故障，复查时正常');
    await reason.press('Enter');
    await textWith(page, [`${before - 1} 个待复核`, '已排除 1 个']);
    const { total } = await crawled.house.reviews.decided(about, {});
    const { rows } = await crawled.house.reviews.decided(about, { limit: 1 });
    expect(rows[0]?.reason).toBe('网站临时故障，复查时正常');
    const again = await crawled.house.reviews.decided(about, { deed: rows[0]!.deed });
    expect([again.total, total > 0]).toEqual([1, true]);
    await page.close();
  });

  it('tells the second of two who was first', async () => {
    const [one, two] = await Promise.all([
      openAs('reviewer', `/reviews?${scope}&view=all`),
      openAs('assessor', `/reviews?${scope}&view=all`),
    ]);
    for (const page of [one, two]) await textWith(page, ['个待复核', '依据的规则']);
    expect(await shownWords(one)).toBe(await shownWords(two));
    await one.keyboard.press('c');
    await textWith(one, ['已确认 1 个']);
    await two.keyboard.press('c');
    await two
      .getByRole('alert')
      .getByText(/已由示例复核员于.*确认（经核对，情况属实）/)
      .waitFor();
    await Promise.all([one.close(), two.close()]);
  });

  it('draws a sample by its seed, scores again with progress, and shows both', async () => {
    const page = await openAs('reviewer', `/reviews?${scope}&tab=samples`);
    await page.getByLabel('抽查多少').fill('3');
    await page.getByLabel('种子').fill('2026-07-01');
    await page.getByLabel('种子').press('Enter');
    await textWith(page, ['只看抽查抽中的', '3 个待复核']);
    expect(await rowsOf(page).count()).toBe(3);
    await page.keyboard.press('c');
    await textWith(page, ['2 个待复核']);
    await page.getByRole('button', { name: '抽查', exact: true }).press('Enter');
    await textWith(page, ['维持 1 个，推翻 0 个，未看 2 个', '2026-07-01']);
    await look(page, 'reviews-samples');
    await page.getByRole('button', { name: '重新评分' }).press('Enter');
    await textWith(page, ['全部决定均已计入评分']);
    await page.getByRole('button', { name: '已复核', exact: true }).press('Enter');
    await textWith(page, ['示例复核员', '页面上已有，见通知公告', '已撤销']);
    await look(page, 'reviews-decided');
    await page.close();

    const cards = await crawled.house.assessments.scorecards(about);
    const changed = cards.find(({ raw }) => raw !== undefined)!;
    const card = await openAs('leader', `/scorecards/${changed.organisation.id}?${scope}`);
    await textWith(card, ['不计复核和申诉的决定']);
    await look(card, 'reviews-scorecard');
    await card.close();
  });

  it('fits a phone in every part', async () => {
    for (const tab of ['decided', 'samples']) {
      const page = await openAs('reviewer', `/reviews?${scope}&tab=${tab}`, 390);
      await textWith(page, [tab === 'decided' ? '示例复核员' : '维持']);
      await look(page, `reviews-${tab}`);
      await page.close();
    }
  });
});
