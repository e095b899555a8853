import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser } from '#crawlers';
import { MemoryBlobStore } from '#evidence';
import { findProgramme, releaseResult, switchPublicPage } from '#operations';
import { startServer, type RunningServer } from '../../apps/server/server.js';
import { signedIn, type SignedIn } from '../integration/support/signed-in.js';
import { openTemporaryDatabase, type TemporaryDatabase } from '../integration/support/temporary-database.js';
import { period, programme, settleTwoDepartments } from '../integration/support/two-departments.js';
import { pictures } from './look.fixture.js';
import { launchBrowser, newPage, stillness } from './page.fixture.js';

const executablePath = findBrowser({ CHROMIUM_PATH: process.env.CHROMIUM_PATH });
const scope = `programme=${programme}&period=${period}`;
/** A4 within its margins, in CSS pixels. */
const paper = 688;

let database: TemporaryDatabase;
let server: RunningServer;
let browser: Browser;
let admin: SignedIn;
let unit: string;

beforeAll(async () => {
  if (!executablePath) return;
  database = await openTemporaryDatabase();
  const blobs = new MemoryBlobStore();
  const place = await settleTwoDepartments(database.stores, blobs);
  unit = place.own.unit.id;
  const deed = {
    doer: { account: 'a', name: '某甲', unit: null, sample: false },
    now: new Date('2023-01-25T00:00:00Z'),
  };
  const words = { office: '云岭县人民政府办公室', licence: '注明来源即可使用', reason: '县政府定', seen: null };
  await switchPublicPage(database.stores, false, { id: randomUUID(), isOpen: true, ...words }, deed);
  const released = { id: randomUUID(), programme, period, isReleased: true, reason: '已印发通报', seen: null };
  await releaseResult(database.stores, false, released, deed);
  server = await startServer({
    settings: { HOST: '127.0.0.1', PORT: 0 },
    dataSource: database.dataSource,
    blobs,
    programmes: [await findProgramme(programme)],
    now: () => new Date('2023-01-25T01:00:00Z'),
  });
  browser = await launchBrowser(executablePath);
  admin = await signedIn(database.stores);
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
  await database?.close();
});

const pages: [string, () => string][] = [
  ...['', 'leader', 'scorecards', 'progress', 'findings', 'reviews', 'materials', 'ledger', 'appeals'].map(
    (path): [string, () => string] => [path || 'overview', () => `/${path}?${scope}`],
  ),
  ['scorecard', () => `/scorecards/${unit}?${scope}`],
  ['indicator', () => `/indicators/published-in-time?${scope}`],
  ['programme', () => `/programme?programme=${programme}`],
  ['circulars', () => `/circulars?programme=${programme}`],
  ['public-page', () => `/public-page?programme=${programme}`],
  ['public', () => '/public'],
  ['public-unit', () => `/public/units/${unit}`],
  ['public-method', () => '/public/method'],
  ['public-remarks', () => '/public/remarks'],
];

/** What stands beyond the edge, or is cut off by the box it stands in. */
const faults = `(() => {
  const edge = document.documentElement.clientWidth + 1;
  const wrong = document.documentElement.scrollWidth > edge ? ['sideways scroll'] : [];
  const told = (element) => element.tagName + '.' + element.className + ': ' + element.textContent.trim().slice(0, 40);
  for (const element of document.querySelectorAll('#app *')) {
    if (element.closest('.unseen, svg, [aria-hidden="true"], .el-skeleton') || !element.checkVisibility()) continue;
    const hasText = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim() !== '');
    if (!hasText) continue;
    const box = element.getBoundingClientRect();
    // What scrolls by itself within the page is reached there.
    const scroller = element.closest('.scroll, [data-scrolls], .el-tabs__nav-scroll');
    if (box.width > 1 && box.right > edge && !scroller) wrong.push('beyond the edge: ' + told(element));
    const { overflowX } = getComputedStyle(element);
    if (/hidden|clip/.test(overflowX) && element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 1)
      wrong.push('cut off: ' + told(element));
  }
  return [...new Set(wrong)].slice(0, 10);
})()`;

async function open(path: string, options: { width: number; scale?: number }): Promise<Page> {
  const [name = '', value = ''] = admin.headers.cookie.split('=');
  const page =
    options.scale === undefined
      ? await newPage(browser, options.width)
      : await browser.newPage({
          viewport: { width: options.width, height: 450 },
          deviceScaleFactor: options.scale,
          locale: 'zh-CN',
        });
  await page.context().addCookies([{ name, value, url: server.url, httpOnly: true, sameSite: 'Strict' }]);
  await page.goto(server.url + path, { waitUntil: 'networkidle' });
  await stillness(page);
  return page;
}

describe.skipIf(!executablePath)('the main pages', () => {
  it('would be told of what is cut off or stands beyond the edge', async () => {
    const page = await open('/public', { width: 720, scale: 2 });
    const planted = (style: string) =>
      `document.querySelector('main').insertAdjacentHTML('beforeend', '<p style="${style}">云岭县人民政府办公室政务公开科</p>')`;
    await page.evaluate(planted('width: 4em; overflow: hidden; white-space: nowrap'));
    expect(await page.evaluate(faults)).toEqual([expect.stringContaining('cut off')]);
    await page.evaluate(planted('width: 900px'));
    expect(await page.evaluate(faults)).toEqual(
      expect.arrayContaining(['sideways scroll', expect.stringContaining('beyond the edge')]),
    );
    await page.close();
  });

  it.each(pages)('fit on paper whole: %s', async (name, path) => {
    const page = await open(path(), { width: paper });
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(`window.dispatchEvent(new Event('beforeprint'))`);
    await stillness(page);
    await page.screenshot({ path: join(pictures, `paper-${name}.png`), fullPage: true });
    expect(await page.evaluate(faults)).toEqual([]);
    const pdf = await page.pdf({ format: 'A4', printBackground: true });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    await page.close();
  });

  it.each(pages)('are whole at twice the size, without scrolling sideways: %s', async (name, path) => {
    const page = await open(path(), { width: 720, scale: 2 });
    await page.screenshot({ path: join(pictures, `zoom-${name}.png`), fullPage: true });
    expect(await page.evaluate(faults)).toEqual([]);
    await page.close();
  });
});
