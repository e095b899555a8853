import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type Bench, round } from '../bench.js';
import { temporaryFolder } from '../../temporary-folder.js';
import type { RoundCost } from './round.contender.js';

const articles = Number(process.env.BENCH_PAGES ?? 3000);
const here = import.meta.dirname;
const days = ['2026-06-29T14:00:00Z', '2026-06-30T14:00:00Z'] as const;

interface Night extends RoundCost {
  requests: number;
}

/**
 * The first round over a site and the second over the same, where nothing changed: requests as the server counts them, and the
 * time that our process and the database kept a processor busy. Fails when the facts of the two differ.
 */
export const incrementalBench: Bench = {
  name: 'incremental',
  about: `没有变化的第二轮占第一轮的份额：${articles} 个详情页的网站；请求数（服务器所计）和处理器时间`,
  async run() {
    const [first, second] = await twoNights('with-validators');
    const [plainFirst, plainSecond] = await twoNights('without-validators');
    const cpu = (night: Night): number => night.cpuSeconds + (night.databaseSeconds ?? 0);
    return {
      bench: 'incremental',
      unit: '处理器秒（第二轮）',
      value: round(cpu(second)),
      floor: round(cpu(first)),
      ratioToFloor: round(cpu(second) / cpu(first), 3),
      peers: {},
      ratioToPeers: {},
      figures: {
        页数: second.pages,
        第一轮请求: first.requests,
        第二轮请求: second.requests,
        请求之比: round(second.requests / first.requests, 3),
        第一轮本进程处理器秒: round(first.cpuSeconds),
        第二轮本进程处理器秒: round(second.cpuSeconds),
        本进程之比: round(second.cpuSeconds / first.cpuSeconds, 3),
        第一轮数据库处理器秒: round(first.databaseSeconds ?? Number.NaN),
        第二轮数据库处理器秒: round(second.databaseSeconds ?? Number.NaN),
        '无 ETag 时请求之比': round(plainSecond.requests / plainFirst.requests, 3),
        '无 ETag 时处理器之比': round(cpu(plainSecond) / cpu(plainFirst), 3),
      },
    };
  },
};

async function twoNights(validators: string): Promise<[Night, Night]> {
  const folder = await temporaryFolder('mingjing-bench-');
  const server = spawn(process.execPath, [join(here, 'serve.js'), String(articles), validators], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const [port] = (await once(createInterface(server.stdout), 'line')) as [string];
    const origin = `http://127.0.0.1:${port}`;
    const first = await night(origin, folder, days[0]);
    const second = await night(origin, folder, days[1]);
    if (first.documents < articles) throw new Error(`第一轮只有 ${first.documents} 件，应为 ${articles} 件`);
    if (first.facts !== second.facts) throw new Error('第二轮的事实与第一轮不同');
    return [first, second];
  } finally {
    server.kill();
    await rm(folder, { recursive: true, force: true });
  }
}

async function night(origin: string, folder: string, day: string): Promise<Night> {
  const child = spawn(process.execPath, [...process.execArgv, join(here, 'round.contender.js'), origin, folder, day], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number];
  const line = output.trim().split('\n').at(-1);
  if (code !== 0 || !line) throw new Error(`一轮没有跑完（${code}）`);
  const asked = await fetch(`${origin}/-/asked`);
  return { ...(JSON.parse(line) as RoundCost), requests: Number(await asked.text()) };
}
