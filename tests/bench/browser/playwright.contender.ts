import { chromium } from 'playwright';
import { findBrowser } from '#crawlers';
import { readSettings } from '#kernel';
import { runBrowserContender } from './contender.js';

// Bare playwright: a page, goto, content. With --until-quiet it waits until the network is idle, else until the page is loaded.
const waitUntil = process.argv.includes('--until-quiet') ? 'networkidle' : 'load';
const browser = await chromium.launch({
  executablePath: findBrowser(readSettings(process.env)) ?? '',
  // Machines in containers have little shared memory.
  args: ['--disable-dev-shm-usage'],
  chromiumSandbox: process.getuid?.() !== 0,
});
try {
  await runBrowserContender(async (url) => {
    const context = await browser.newContext();
    try {
      const page = await context.newPage();
      await page.goto(url, { waitUntil });
      return await page.content();
    } finally {
      await context.close();
    }
  });
} finally {
  await browser.close();
}
