import { BrowserFetcher, findBrowser, HttpFetcher, NetworkPolicy, systemClock, userAgent } from '#crawlers';
import { readSettings } from '#kernel';
import { runBrowserContender } from './contender.js';

// As a crawl shows pages: every request brought by our own fetchers, nothing from the network to the browser itself.
const base = { policy: new NetworkPolicy('127.0.0.1/32'), userAgent: userAgent('bench'), now: systemClock.now };
const browser = new BrowserFetcher({
  executablePath: findBrowser(readSettings(process.env)) ?? '',
  documents: new HttpFetcher(base),
  parts: new HttpFetcher(base),
  userAgent: userAgent('bench'),
  clock: systemClock,
  pictures: process.argv.includes('--pictures'),
});
const never = new AbortController().signal;
try {
  await runBrowserContender(async (url) => {
    const { body } = await browser.fetch({ url, method: 'GET' }, never);
    return Buffer.from(body).toString('utf8');
  });
} finally {
  await browser.close();
}
