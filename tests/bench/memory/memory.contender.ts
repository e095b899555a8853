import { readSettings } from '#kernel';
import { crawlRound, openHouse } from '#operations';
import { organisation } from '../../integration/support/invented.js';
import { bigSites } from './big-sites.js';

/** Memory of the process that crawls, when it had fetched so many pages; MB. */
export interface MemorySample {
  pages: number;
  seconds: number;
  rss: number;
  /** What was left when garbage had just been collected. */
  heap: number;
  outside: number;
}

// One round over all sites in this process, as `crawl` makes it, with real database and evidence; the sites are known to be ours,
// so that they are asked at full speed. argv: port, folder, sites, articles of each. Prints a sample a line.
const [, , port = '', folder = '', count = '1', articles = '1'] = process.argv;
const everyMs = 1000;
/** Collecting stops the crawl: not at every sample. */
const collectEvery = 5;
const megabyte = 1024 * 1024;

const house = await openHouse(
  readSettings({
    ...process.env,
    MINGJING_DATA: folder,
    MINGJING_NO_BROWSER: '1',
    MINGJING_PAGES_PER_SITE: '1000000',
  }),
);
const started = performance.now();
let pages = 0;
let looks = 0;
let [heap, outside] = [0, 0];
function look(): void {
  if (looks++ % collectEvery === 0) {
    globalThis.gc?.();
    const { heapUsed, external } = process.memoryUsage();
    [heap, outside] = [heapUsed / megabyte, external / megabyte];
  }
  const rss = process.memoryUsage.rss() / megabyte;
  const sample: MemorySample = { pages, seconds: (performance.now() - started) / 1000, rss, heap, outside };
  process.stdout.write(`${JSON.stringify(sample)}\n`);
}
const looking = setInterval(look, everyMs);
try {
  const units = await house.organisations.importOrganisations(
    bigSites(Number(count), Number(articles)).map(({ name, host }) =>
      organisation(name, { site: `http://${host}:${port}/`, sample: false }),
    ),
  );
  const { finished } = await crawlRound(house, {
    units,
    full: true,
    sample: true,
    allowNetworks: '127.0.0.0/8',
    intervalMs: 0,
    signal: new AbortController().signal,
    onProgress: (done) => (pages = done),
  });
  if (!finished) throw new Error('轮次没有结束');
  looks = 0;
  look();
} finally {
  clearInterval(looking);
  await house.close();
}
