import { chromium, type Browser, type Page } from 'playwright';
import { expect } from 'vitest';

/** How long a busy machine may need for anything. */
const timeout = 200_000;

export function launchBrowser(executablePath: string): Promise<Browser> {
  return chromium.launch({ executablePath, timeout, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
}

/**
 * A page of that width, in which everything is waited for so long.
 * @param as whoever has signed in, as the browser shows it to the service of this origin.
 */
export async function newPage(browser: Browser, width: number, as?: { origin: string; cookie: string }): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height: 900 }, locale: 'zh-CN' });
  page.setDefaultTimeout(timeout);
  if (as) {
    const [name = '', value = ''] = as.cookie.split('=');
    await page.context().addCookies([{ name, value, url: as.origin, httpOnly: true, sameSite: 'Strict' }]);
  }
  return page;
}

/** Waits until all these words stand on the page, which may still be asking for its numbers; gives all that stands there. */
export async function textWith(page: Page, words: readonly string[]): Promise<string> {
  const text = () => page.locator('body').innerText();
  for (const word of words) await expect.poll(text).toContain(word);
  return text();
}

/** Waits until nothing slides or fades in any more. */
export async function stillness(page: Page): Promise<void> {
  // What is shown just now begins to move with the frame after the next.
  await page.evaluate(
    'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(done))))',
  );
  // Asked from here each time: the pages' own rules let nothing within them be evaluated again and again.
  const isStill = `document.getAnimations().every(({ playState, effect }) =>
    playState !== 'running' || effect?.getComputedTiming().iterations === Infinity)`;
  await expect.poll(() => page.evaluate(isStill)).toBe(true);
}

/** Goes down the page as a reader does, until every chart that stands there is drawn, and back to its head. */
export async function seeCharts(page: Page): Promise<void> {
  for (const chart of await page.locator('.chart:visible').all()) {
    await chart.scrollIntoViewIfNeeded();
    await chart.locator('svg').waitFor();
  }
  await page.evaluate('window.scrollTo(0, 0)');
}
