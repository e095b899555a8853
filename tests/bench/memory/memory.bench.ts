import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type Bench, round } from '../bench.js';
import { middle, slopeOf, type Sample } from '../trend.js';
import { temporaryFolder } from '../../temporary-folder.js';
import { bigSites, pagesOf } from './big-sites.js';
import type { MemorySample } from './memory.contender.js';

const here = import.meta.dirname;
const pages = Number(process.env.BENCH_PAGES ?? 200_000);
const sites = Number(process.env.BENCH_SITES ?? Math.max(1, Math.round(pages / 5000)));
const articles = Math.max(1, Math.round(pages / sites));
/** Code is compiled, pools fill, the first sites are at their largest. */
const warmUpShare = 0.2;

/**
 * What the memory of one process grows by over a round of many pages, made by a server when they are asked for and kept in a
 * real database and blob store. Sites are as large as one is by default (5000 pages); BENCH_SITES=1 makes them one.
 */
export const memoryBench: Bench = {
  name: 'memory',
  about: `内存：一个进程一轮采集 ${sites} 个网站共约 ${pages} 页，每万页的增长（BENCH_PAGES、BENCH_SITES 可改）`,
  onlyByName: true,
  async run() {
    const samples = await crawl();
    const total = samples.at(-1)?.pages ?? 0;
    const expected = bigSites(sites, articles).reduce((sum, site) => sum + pagesOf(site), 0);
    if (total < expected) throw new Error(`只采集了 ${total} 页，应有 ${expected} 页`);
    const judged = samples.filter(({ pages: done }) => done >= total * warmUpShare);
    const growth = (of: (sample: MemorySample) => number): number =>
      round(slopeOf(judged.map((sample): Sample => ({ at: sample.pages / 10_000, value: of(sample) }))), 2);
    const typical = (of: (sample: MemorySample) => number): number => round(middle(judged.map(of)), 0);
    return {
      bench: 'memory',
      unit: 'MB/万页（常驻内存的增长）',
      value: growth(({ rss }) => rss),
      floor: 0,
      ratioToFloor: 0,
      peers: {},
      ratioToPeers: {},
      peakMegabytes: round(Math.max(...samples.map(({ rss }) => rss)), 0),
      figures: {
        页数: total,
        秒: round(samples.at(-1)?.seconds ?? 0, 0),
        '常驻内存 MB（中位）': typical(({ rss }) => rss),
        '回收后堆 MB（中位）': typical(({ heap }) => heap),
        '回收后堆 MB/万页': growth(({ heap }) => heap),
        '堆外 MB/万页': growth(({ outside }) => outside),
        '最后回收后堆 MB': round(samples.at(-1)?.heap ?? 0, 0),
      },
    };
  },
};

async function crawl(): Promise<MemorySample[]> {
  const folder = await temporaryFolder('mingjing-bench-', process.env.BENCH_FOLDER ?? tmpdir());
  const shape = [String(sites), String(articles)];
  const server = spawn(process.execPath, [join(here, 'serve.js'), ...shape], { stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    const [port] = (await once(createInterface(server.stdout), 'line')) as [string];
    const program = join(here, 'memory.contender.js');
    const child = spawn(process.execPath, [...process.execArgv, '--expose-gc', program, port, folder, ...shape], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const samples: MemorySample[] = [];
    createInterface(child.stdout).on('line', (line) => {
      samples.push(JSON.parse(line) as MemorySample);
      if (process.env.BENCH_SAMPLES) process.stderr.write(`${line}\n`);
    });
    const [code] = (await once(child, 'close')) as [number];
    if (code !== 0) throw new Error(`采集没有跑完（${code}）`);
    return samples;
  } finally {
    server.kill();
    await rm(folder, { recursive: true, force: true });
  }
}
