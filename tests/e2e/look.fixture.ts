import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { expect } from 'vitest';
import { seeCharts, stillness } from './page.fixture.js';

/** Where the pictures go that the tests make of pages. */
export const pictures = join(import.meta.dirname, 'pictures');
mkdirSync(pictures, { recursive: true });

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Serious faults of access of what stands on the page now, and whether it is cut off at the side. */
export async function accessFaults(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const faults = (await page.evaluate(
    `axe.run().then(({ violations }) => violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => id + ': ' + nodes.slice(0, 3).map(({ html }) => html.slice(0, 160)).join(' | ')))`,
  )) as string[];
  const tooWide = 'document.documentElement.scrollWidth - document.documentElement.clientWidth > 1';
  return (await page.evaluate(tooWide)) ? [...faults, 'cut off at the side'] : faults;
}

/** Looks at what stands there when it is still: as a picture, for words that nobody wrote, and for faults of access. */
export async function look(page: Page, name: string): Promise<void> {
  await seeCharts(page);
  await stillness(page);
  await page.screenshot({ path: join(pictures, `${name}-${page.viewportSize()?.width}.png`), fullPage: true });
  expect(await page.locator('body').innerText()).not.toMatch(/undefined|NaN|\[object/);
  expect(await accessFaults(page)).toEqual([]);
}

/** The same at the widths of a desk and of a phone. */
export async function lookAtBoth(page: Page, name: string): Promise<void> {
  for (const width of [390, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await look(page, name);
  }
}
