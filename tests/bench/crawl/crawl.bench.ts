import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type Bench, median, round } from '../bench.js';
import type { ContenderResult } from './contender.js';

const articles = 1000;
const runs = 5;
const here = import.meta.dirname;

/** From fetch to facts in the database, beside Crawlee's selections and beside the floor, on the same local pages in the same run. */
export const crawlBench: Bench = {
  name: 'crawl',
  about: `每秒页数：采集 ${articles} 个 32–69 KB 的详情页，从请求到事实入库`,
  async run() {
    const server = spawn(process.execPath, [join(here, 'serve.js'), String(articles)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    try {
      const [port] = (await once(createInterface(server.stdout), 'line')) as [string];
      const origin = `http://127.0.0.1:${port}`;
      const rates: Record<'ours' | 'crawlee' | 'floor', number[]> = { ours: [], crawlee: [], floor: [] };
      // In turn, so that a machine that drifts is unfair to nobody.
      for (let n = 0; n < runs; n++)
        for (const name of ['floor', 'ours', 'crawlee'] as const) rates[name].push(await pagesPerSecond(name, origin));
      // Ratios within a turn, then their median: the machine's speed may differ from turn to turn.
      const against = (other: number[]): number =>
        round(median(rates.ours.map((rate, turn) => rate / (other[turn] ?? rate))));
      return {
        bench: 'crawl',
        value: round(median(rates.ours), 1),
        unit: '页/秒',
        floor: round(median(rates.floor), 1),
        ratioToFloor: against(rates.floor),
        peers: { crawlee: round(median(rates.crawlee), 1) },
        ratioToPeers: { crawlee: against(rates.crawlee) },
      };
    } finally {
      server.kill();
    }
  },
};

/** Each contender has a process of its own: nobody inherits a warm machine. */
async function pagesPerSecond(name: string, origin: string): Promise<number> {
  const child = spawn(process.execPath, [join(here, `${name}.contender.js`), origin, String(articles)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number];
  const line = output.trim().split('\n').at(-1);
  if (code !== 0 || !line) throw new Error(`${name} 没有跑完（${code}）`);
  const result = JSON.parse(line) as ContenderResult;
  if (result.pages !== articles) throw new Error(`${name} 只取得 ${result.pages} 页，应为 ${articles} 页`);
  return result.pages / result.seconds;
}
