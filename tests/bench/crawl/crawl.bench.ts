import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type Bench, median, round } from '../bench.js';
import type { ContenderResult } from './contender.js';

/** Enough that a second of starting up is no matter: a round lasts hours. */
const articles = 3000;
const runs = 3;
const here = import.meta.dirname;

type Name = 'ours' | 'crawlee' | 'floor';

/** From fetch to facts in the database, beside Crawlee's selections and beside the floor, on the same local pages in the same run. */
export const crawlBench: Bench = {
  name: 'crawl',
  about: `每秒页数：采集 ${articles} 个 32–69 KB 的详情页，从请求到事实入库；另按处理器每忙一秒计（每核）`,
  async run() {
    const folder = await mkdtemp(join(tmpdir(), 'mingjing-bench-'));
    const server = spawn(process.execPath, [join(here, 'serve.js'), String(articles)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    try {
      const [port] = (await once(createInterface(server.stdout), 'line')) as [string];
      const origin = `http://127.0.0.1:${port}`;
      const results: Record<Name, ContenderResult[]> = { ours: [], crawlee: [], floor: [] };
      // In turn, so that a machine that drifts is unfair to nobody.
      for (let n = 0; n < runs; n++)
        for (const name of ['floor', 'ours', 'crawlee'] as const)
          results[name].push(await runContender(name, origin, folder));
      return {
        bench: 'crawl',
        unit: '页/秒',
        ...compare(results, ({ pages, seconds }) => pages / seconds),
        perCore: compare(results, ({ pages, cpuSeconds }) => pages / cpuSeconds),
      };
    } finally {
      server.kill();
      await rm(folder, { recursive: true, force: true });
    }
  },
};

function compare(results: Record<Name, ContenderResult[]>, rateOf: (result: ContenderResult) => number) {
  const rates = (name: Name): number[] => results[name].map(rateOf);
  // Ratios within a turn, then their median: the machine's speed may differ from turn to turn.
  const against = (other: Name): number =>
    round(median(rates('ours').map((rate, turn) => rate / (rates(other)[turn] ?? rate))));
  return {
    value: round(median(rates('ours')), 1),
    floor: round(median(rates('floor')), 1),
    ratioToFloor: against('floor'),
    peers: { crawlee: round(median(rates('crawlee')), 1) },
    ratioToPeers: { crawlee: against('crawlee') },
  };
}

/** Each contender has a process of its own: nobody inherits a warm machine. */
async function runContender(name: Name, origin: string, folder: string): Promise<ContenderResult> {
  const child = spawn(process.execPath, [join(here, `${name}.contender.js`), origin, String(articles), folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number];
  const line = output.trim().split('\n').at(-1);
  if (code !== 0 || !line) throw new Error(`${name} 没有跑完（${code}）`);
  const result = JSON.parse(line) as ContenderResult;
  if (result.pages !== articles) throw new Error(`${name} 只取得 ${result.pages} 页，应为 ${articles} 页`);
  return result;
}
