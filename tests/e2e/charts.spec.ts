import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser } from '#crawlers';
import { plainText, readFile as readDocument } from '#files';
import { assess, builtInProgrammes } from '#operations';
import { startServer, type RunningServer } from '../../apps/server/server.js';
import { crawlCounty, type CrawledCounty } from './county.fixture.js';
import { look, lookAtBoth, pictures } from './look.fixture.js';
import { launchBrowser, newPage, seeCharts, stillness, textWith } from './page.fixture.js';

// Every chart with what stands around it, and the pages in the dark and at high contrast; pages.spec shows them in the light.

const executablePath = findBrowser({ CHROMIUM_PATH: process.env.CHROMIUM_PATH });
const scope = 'programme=pingliang-2020&period=2026Q2';

let crawled: CrawledCounty;
let server: RunningServer;
let browser: Browser;

beforeAll(async () => {
  if (!executablePath) return;
  crawled = await crawlCounty();
  for (const period of ['2026Q1', '2026Q2'])
    await assess(crawled.house, { programme: 'pingliang-2020', period, units: crawled.units, replay: false });
  server = await startServer({
    settings: { HOST: '127.0.0.1', PORT: 0 },
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

async function visit(path: string, width = 1440): Promise<Page> {
  const page = await newPage(browser, width);
  await page.goto(server.url + path, { waitUntil: 'networkidle' });
  return page;
}

async function pdfText(bytes: Buffer): Promise<string> {
  const reading = await readDocument(bytes);
  if ('refused' in reading) throw new Error(JSON.stringify(reading));
  return plainText(reading);
}

async function answer<Body>(path: string): Promise<Body> {
  return (await (await fetch(server.url + path)).json()) as Body;
}

const unitPath = () => {
  const unit = crawled.units.find(({ name }) => name === '云岭县住房和城乡建设局');
  return `/scorecards/${unit?.id}?${scope}`;
};

describe.skipIf(!executablePath)('a chart', () => {
  it('says in one sentence what it shows, and shows the same rows as a table, by keyboard alone', async () => {
    const page = await visit(`/?${scope}`);
    const chart = page.getByRole('img', { name: /^2 个评估周期的平均得分：2026年第一季度 [\d.]+，/ });
    await chart.locator('svg').waitFor();
    await page.getByRole('button', { name: '看表格：走势' }).press('Enter');
    const table = page.getByRole('table', { name: '走势' });
    const shown = await table
      .locator('tbody tr')
      .evaluateAll((rows) =>
        rows.map((row) => [...row.querySelectorAll('th,td')].slice(0, 2).map((cell) => cell.textContent)),
      );
    const { trend } = await answer<{ trend: { averageScore: string }[] }>(`/api/v1/overview?${scope}`);
    expect(shown.map(([, score]) => Number(score))).toEqual(trend.map(({ averageScore }) => Number(averageScore)));
    await page.getByRole('button', { name: '看图：走势' }).press('Enter');
    await chart.locator('svg').waitFor();
    await page.close();
  });

  it.each(['dark', 'light'] as const)(
    'is saved from a %s page as a picture on white, named by what it is',
    async (colorScheme) => {
      const page = await visit(unitPath());
      await page.emulateMedia({ colorScheme });
      for (const [title, name] of [
        ['各方面得分率', '各方面得分率-云岭县住房和城乡建设局-2026年第二季度.png'],
        ['历次得分', '历次得分-云岭县住房和城乡建设局-历次评估.png'],
      ]) {
        const [saved] = await Promise.all([
          page.waitForEvent('download'),
          page.getByRole('button', { name: `下载图片：${title}` }).click(),
        ]);
        expect(saved.suggestedFilename()).toBe(name);
        const bytes = await readFile(await saved.path());
        expect(bytes.subarray(1, 4).toString()).toBe('PNG');
        const corner = await page.evaluate(
          `createImageBitmap(new Blob([Uint8Array.from(atob('${bytes.toString('base64')}'), (c) => c.charCodeAt(0))]))
          .then((picture) => { const sheet = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
            sheet.drawImage(picture, 0, 0);
            const all = sheet.getImageData(0, 128, picture.width, picture.height - 128).data;
            return { corner: [...sheet.getImageData(1, 1, 1, 1).data], inked: all.some((part, at) => at % 4 < 3 && part < 120) }; })`,
        );
        expect(corner).toEqual({ corner: [255, 255, 255, 255], inked: true });
      }
      await page.close();
    },
  );

  it('is told in a sentence where there is nothing to draw', async () => {
    const page = await newPage(browser, 1440);
    for (const [part, without] of Object.entries({ figures: { trend: [] }, units: { heat: { items: [], cells: [] } } }))
      await page.route(`**/api/v1/overview/${part}?**`, async (route) => {
        const answered = await route.fetch();
        const told = (await answered.json()) as Record<string, unknown>;
        await route.fulfill({ response: answered, json: { ...told, ...without } });
      });
    await page.goto(`${server.url}/?${scope}`, { waitUntil: 'networkidle' });
    await textWith(page, ['还没有评估结果，评估一期后在这里看走势。', '没有可以画出的得分：先采集并评估一期']);
    expect(await page.getByRole('button', { name: /下载图片：走势/ }).count()).toBe(0);
    await page.close();
  });

  it('is drawn when somebody gets to it, in the place that was kept for it', async () => {
    const page = await visit(`/?${scope}`);
    await page
      .getByRole('img', { name: /个评估周期的平均得分/ })
      .locator('svg')
      .waitFor();
    const below = page.getByRole('img', { name: /^得分分布：/ });
    await page.getByRole('img', { name: /个单位在 \d+ 项指标上的得分：/ }).waitFor();
    await stillness(page);
    expect(await page.locator('.chart').count()).toBe(4);
    expect(await page.locator('.chart svg').count()).toBe(1);
    const height = 'document.documentElement.scrollHeight';
    const before = await page.evaluate(height);
    await below.scrollIntoViewIfNeeded();
    await below.locator('svg').waitFor();
    await page.getByRole('heading', { name: '单位 × 指标' }).scrollIntoViewIfNeeded();
    await expect.poll(() => page.locator('.chart svg').count()).toBe(4);
    expect(await page.evaluate(height)).toBe(before);
    await page.close();
  });

  // What a browser does before it lays a page out for paper, which waits for nothing but what is done in the same turn.
  const toPaper = `(async () => {
    window.dispatchEvent(new Event('beforeprint'));
    for (let turn = 0; turn < 20; turn += 1) await null;
    return [...document.querySelectorAll('.chart-frame')].map((frame) =>
      [frame.querySelector('h2').textContent, frame.querySelector('svg') ? 'chart' : frame.querySelector('table') ? 'table' : '']);
  })()`;

  it('is drawn at once for paper, wherever it stands', async () => {
    const page = await visit(`/?${scope}`);
    await page.locator('.chart svg').waitFor();
    await page.getByRole('heading', { name: '单位 × 指标' }).waitFor();
    expect(await page.evaluate(toPaper)).toEqual([
      ['得分分布', 'chart'],
      ['走势', 'chart'],
      ['名次变动', 'table'],
      ['单位 × 指标', 'table'],
    ]);
    await page.close();
  });

  it('stands on paper as its table where the library was not needed yet', async () => {
    const page = await newPage(browser, 390);
    const scripts: string[] = [];
    page.on('request', (asked) => scripts.push(asked.url()));
    await page.goto(`${server.url}/?${scope}`, { waitUntil: 'networkidle' });
    await page.getByRole('heading', { name: '单位 × 指标' }).waitFor();
    expect(scripts.filter((url) => /\/registry-/.test(url))).toEqual([]);
    expect(scripts.filter((url) => /\/ChartFrame|\/index-/.test(url))).not.toEqual([]);
    expect((await page.evaluate(toPaper)) as string[][]).toEqual(
      ['得分分布', '走势', '名次变动', '单位 × 指标'].map((title) => [title, 'table']),
    );
    await page.close();
  });

  it('prints on white, whatever the screen is', async () => {
    const page = await visit(`/?${scope}`);
    await page.getByLabel('显示方式').selectOption('dark');
    await page
      .getByRole('img', { name: /个评估周期的平均得分/ })
      .locator('svg')
      .waitFor();
    // What a browser tells a page before it lays it out for paper.
    await page.evaluate(`window.dispatchEvent(new Event('beforeprint'))`);
    await expect.poll(() => page.locator('html').getAttribute('data-theme')).toBe('light');
    const paper = `getComputedStyle(document.querySelector('.card')).backgroundColor`;
    expect(await page.evaluate(paper)).toBe('rgb(255, 255, 255)');
    await page.evaluate(`window.dispatchEvent(new Event('afterprint'))`);
    await expect.poll(() => page.locator('html').getAttribute('data-theme')).toBe('dark');
    await page.close();
  });
});

describe.skipIf(!executablePath)('the charts', () => {
  const rowsOf = (page: Page, table: string) =>
    page
      .getByRole('table', { name: table })
      .locator('tbody tr')
      .evaluateAll((rows) =>
        rows.map((row) => [...row.querySelectorAll('th,td')].map((cell) => cell.textContent?.trim() ?? '')),
      );

  it('of the overview say who moved and how scores are spread, as the API does', async () => {
    interface Answered {
      ranking: { name: string; category: string; rank: number | null; previousRank: number | null }[];
      summary: { units: number };
    }
    const { ranking, summary } = await answer<Answered>(`/api/v1/overview?${scope}`);
    const page = await visit(`/?${scope}`);
    const moved = page.getByRole('region', { name: '名次变动', exact: true });
    await moved.getByLabel('单位类别').selectOption('街镇');
    await moved.getByRole('img', { name: /^街镇 \d+ 个单位的名次：/ }).waitFor();
    await lookAtBoth(page, 'overview-charts');
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.getByRole('button', { name: '看表格：名次变动' }).click();
    const places = new Map((await rowsOf(page, '名次变动')).map(([name, before, now]) => [name, [before, now]]));
    const told = ranking.filter(({ category }) => category === '街镇');
    expect(places.size).toBe(told.length);
    for (const { name, rank, previousRank } of told)
      expect(places.get(name)).toEqual([String(previousRank ?? '未排名'), String(rank ?? '未排名')]);
    await page.getByRole('button', { name: '看表格：得分分布' }).click();
    const counts = (await rowsOf(page, '得分分布')).map(([, count]) => Number(count));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(summary.units);
    await page.close();
  });

  it('of catalogues show which unit has which field', async () => {
    const page = await visit(`/scorecards?${scope}`);
    await page.getByRole('img', { name: /的标准目录对 26 个领域的覆盖：/ }).waitFor();
    await seeCharts(page);
    await lookAtBoth(page, 'catalogue-coverage');
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.getByRole('button', { name: '看表格：标准目录覆盖' }).click();
    interface Coverage {
      fields: string[];
      units: { name: string; standings: string[] }[];
    }
    const { fields, units } = await answer<Coverage>(`/api/v1/catalogue/coverage?${scope}`);
    const lacking = await answer<{ rows: unknown[] }>(
      `/api/v1/findings?${scope}&indicator=catalogue-fields-covered&kind=fail&limit=500`,
    );
    const cells = units.flatMap(({ standings }) => standings);
    expect(cells.filter((standing) => standing === 'lacking')).toHaveLength(lacking.rows.length);
    expect(cells).toContain('covered');
    const rows = await rowsOf(page, '标准目录覆盖');
    expect(rows.map(([field, covered]) => [field, Number(covered)])).toEqual(
      fields.map((field, x) => [field, units.filter(({ standings }) => standings[x] === 'covered').length]),
    );
    await page.close();
  });

  it('of columns show how they hang together', async () => {
    const unit = crawled.units.find(({ name }) => name === '云岭县人民政府');
    const page = await visit(`/columns?organisation=${unit?.id}`);
    await page.getByRole('img', { name: /^云岭县人民政府的栏目树：/ }).waitFor();
    await seeCharts(page);
    await lookAtBoth(page, 'columns-tree');
    await page.close();
  });
});

describe.skipIf(!executablePath)('the board of leaders', () => {
  interface Board {
    summary: Record<string, number | string | null>;
    matters: { text: string }[];
    leading: { name: string; score: string }[];
    lagging: { name: string; score: string }[];
    moved: { name: string; rank: number; previousRank: number }[];
  }
  const read = () => answer<Board>(`/api/v1/leader?${scope}`);

  it('says what is to be decided, how far the pilot is, who leads and who lags, as the API does', async () => {
    const board = await read();
    const page = await visit(`/leader?${scope}`);
    const words = ['需要研究决定的', '试点进展', '居前单位', '居后单位', '名次变动', '示范点'];
    const text = await textWith(page, [...words, ...board.matters.map((matter) => matter.text)]);
    for (const { name } of [...board.leading, ...board.lagging].slice(0, 8)) expect(text).toContain(name);
    expect(board.leading.length).toBeGreaterThan(0);
    await lookAtBoth(page, 'leader');
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.getByLabel('显示方式').selectOption('dark');
    await look(page, 'leader-dark');
    await page.close();
  });

  it('fills the screen of a meeting room, and Esc leaves it', async () => {
    const page = await visit(`/leader?${scope}`);
    await page.getByRole('button', { name: '全屏显示' }).press('Enter');
    await page.getByRole('button', { name: '退出全屏（Esc）' }).waitFor();
    await look(page, 'leader-full');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '全屏显示' }).waitFor();
    await page.close();
  });

  it('is printed on one page with the same numbers', async () => {
    const board = await read();
    const printed = await fetch(`${server.url}/api/v1/leader/brief.pdf?${scope}`);
    expect(printed.headers.get('content-type')).toContain('application/pdf');
    expect(decodeURIComponent(printed.headers.get('content-disposition') ?? '')).toContain(
      '政务公开工作简报 2026Q2.pdf',
    );
    const bytes = Buffer.from(await printed.arrayBuffer());
    await writeFile(join(pictures, 'leader-brief.pdf'), bytes);
    expect(bytes.toString('latin1').match(/\/Type ?\/Page\b/g)).toHaveLength(1);
    const text = (await pdfText(bytes)).replace(/\s/g, '');
    const { summary, matters, leading, lagging, moved } = board;
    for (const figure of ['averageScore', 'units', 'scored', 'findings', 'newFindings', 'fixedFindings', 'reviews'])
      expect(text).toContain(String(summary[figure]));
    for (const { text: matter } of matters) expect(text).toContain(matter.replace(/\s/g, ''));
    for (const { name, score } of [...leading, ...lagging].slice(0, 8)) expect(text).toContain(`${name}：${score}分`);
    for (const { name, rank, previousRank } of moved.slice(0, 8))
      expect(text).toContain(`${name}：第${previousRank}名→第${rank}名`);
  });
});

describe.skipIf(!executablePath).each(['dark', 'contrast'] as const)('the pages in %s', (theme) => {
  it.each([
    ['overview', () => `/?${scope}`, '单位排名'],
    ['scorecards', () => `/scorecards?${scope}`, '云岭县教育和体育局'],
    ['scorecard', unitPath, '各方面得分率'],
    ['progress', () => `/progress?${scope}`, '任务'],
    ['findings', () => `/findings?${scope}`, '问题'],
    ['reviews', () => `/reviews?${scope}`, '个待复核'],
    ['programme', () => `/programme?${scope}`, '平凉'],
    ['ledger', () => `/ledger?${scope}`, '主动公开台账'],
    ['crawl', () => '/crawl', '云岭县河湾镇人民政府'],
    ['comparison', () => `/comparison?${scope}`, '对照'],
  ])('%s can be read', async (name, path, words) => {
    const page = await visit(path());
    await page.getByLabel('显示方式').selectOption(theme);
    await textWith(page, [words]);
    await lookAtBoth(page, `${name}-${theme}`);
    await page.close();
  });
});

describe.skipIf(!executablePath)('the look of the pages', () => {
  it('follows the system, and keeps what this browser chose', async () => {
    const page = await visit(`/?${scope}`);
    const theme = () => page.locator('html').getAttribute('data-theme');
    await page.emulateMedia({ colorScheme: 'dark' });
    await expect.poll(theme).toBe('dark');
    await page.emulateMedia({ colorScheme: 'dark', contrast: 'more' });
    await expect.poll(theme).toBe('contrast');
    await page.getByLabel('显示方式').selectOption('light');
    await expect.poll(theme).toBe('light');
    await page.reload({ waitUntil: 'networkidle' });
    expect(await theme()).toBe('light');
    await look(page, 'overview-chosen-light');
    await page.close();
  });
});
