import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type Bench, median, round } from '../bench.js';
import { temporaryFolder } from '../../temporary-folder.js';
import type { ContenderResult } from './contender.js';
import { findScrapy, runScrapy } from './scrapy.js';

const articles = Number(process.env.BENCH_PAGES ?? 3000);
/** Of the site that comes first and is not counted: a round lasts for hours, and nobody is to be measured while it warms up. */
const firstArticles = Math.min(articles, 2000);
const runs = Number(process.env.BENCH_RUNS ?? 3);
const here = import.meta.dirname;

type Name = 'ours' | 'crawlee' | 'scrapy' | 'floor';

/** From fetch to facts in the database, beside the selections of Crawlee and Scrapy and beside the floor, on the same local pages in the same run. */
export const crawlBench: Bench = {
  name: 'crawl',
  about: `每秒页数：采集 ${articles} 个 32–69 KB 的详情页，从请求到事实入库（此前各先采 ${firstArticles} 页热身）；另按处理器每忙一秒计（每核）`,
  async run() {
    const folder = await temporaryFolder('mingjing-bench-');
    const sites = [await serve(articles), await serve(firstArticles)] as const;
    try {
      const python = findScrapy();
      const results: Record<Name, ContenderResult[]> = { ours: [], crawlee: [], scrapy: [], floor: [] };
      // In turn, so that a machine that drifts is unfair to nobody.
      for (let n = 0; n < runs; n++)
        for (const name of ['floor', 'ours', 'crawlee', 'scrapy'] as const)
          if (name !== 'scrapy') results[name].push(await runContender(name, sites, folder));
          // Nothing in it is compiled while it runs.
          else if (python !== null)
            results.scrapy.push(resultOf(name, await runScrapy(python, sites[0].origin, articles)));
      return {
        bench: 'crawl',
        unit: '页/秒',
        ...compare(results, ({ pages, seconds }) => pages / seconds),
        perCore: compare(results, ({ pages, cpuSeconds }) => pages / cpuSeconds),
        ...(python === null ? { absent: { scrapy: '本机没有（Debian：apt-get install python3-scrapy）' } } : {}),
      };
    } finally {
      for (const site of sites) site.server.kill();
      await rm(folder, { recursive: true, force: true });
    }
  },
};

function compare(results: Record<Name, ContenderResult[]>, rateOf: (result: ContenderResult) => number) {
  const rates = (name: Name): number[] => results[name].map(rateOf);
  const peers = (['crawlee', 'scrapy'] as const).filter((peer) => results[peer].length > 0);
  // Ratios within a turn, then their median: the machine's speed may differ from turn to turn.
  const against = (other: Name): number =>
    round(median(rates('ours').map((rate, turn) => rate / (rates(other)[turn] ?? rate))));
  return {
    value: round(median(rates('ours')), 1),
    floor: round(median(rates('floor')), 1),
    ratioToFloor: against('floor'),
    peers: Object.fromEntries(peers.map((peer) => [peer, round(median(rates(peer)), 1)])),
    ratioToPeers: Object.fromEntries(peers.map((peer) => [peer, against(peer)])),
  };
}

interface Site {
  server: ChildProcess;
  origin: string;
}

async function serve(pages: number): Promise<Site> {
  const server = spawn(process.execPath, [join(here, 'serve.js'), String(pages)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [port] = (await once(createInterface(server.stdout), 'line')) as [string];
  return { server, origin: `http://127.0.0.1:${port}` };
}

/** Each contender has a process of its own: nobody inherits a warm machine. */
async function runContender(
  name: Exclude<Name, 'scrapy'>,
  [site, first]: readonly [Site, Site],
  folder: string,
): Promise<ContenderResult> {
  const program = join(here, `${name}.contender.js`);
  const counted = [site.origin, String(articles), folder];
  // Everybody with the flags of the engine that our programs run with.
  const args = [...process.execArgv, program, ...counted, first.origin, String(firstArticles)];
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number];
  return resultOf(name, { code, output });
}

function resultOf(name: Name, { code, output }: { code: number; output: string }): ContenderResult {
  const line = output.trim().split('\n').at(-1);
  if (code !== 0 || !line) throw new Error(`${name} 没有跑完（${code}）`);
  const result = JSON.parse(line) as ContenderResult;
  if (result.pages !== articles) throw new Error(`${name} 只取得 ${result.pages} 页，应为 ${articles} 页`);
  return result;
}
