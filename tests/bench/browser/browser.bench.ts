import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { findBrowser } from '#crawlers';
import { readSettings } from '#kernel';
import { type Bench, round } from '../bench.js';
import type { BrowserResult } from './contender.js';

const pages = Number(process.env.BENCH_PAGES ?? 100);
const here = import.meta.dirname;
/** As many pages as a crawl has open at once. */
const side = 4;

type Way = [program: string, ...flags: string[]];
const ours: Way = ['ours.contender.js'];
const withPictures: Way = ['ours.contender.js', '--pictures'];
const bare: Way = ['playwright.contender.js'];
const untilQuiet: Way = ['playwright.contender.js', '--until-quiet'];

/** Pages that only scripts fill, as a crawl shows them, beside playwright as it comes: goto and content, one by one and side by side. */
export const browserBench: Bench = {
  name: 'browser',
  about: `浏览器每秒页数：${pages} 个由脚本填写的页面，同时 ${side} 页；与直接用 playwright（goto、content）相比`,
  onlyByName: true,
  async run() {
    if (findBrowser(readSettings(process.env)) === null) throw new Error('本机没有浏览器，未测；见 mingjing doctor');
    const server = spawn(process.execPath, [join(here, 'serve.js')], { stdio: ['ignore', 'pipe', 'inherit'] });
    try {
      const [port] = (await once(createInterface(server.stdout), 'line')) as [string];
      const measure = (way: Way, atOnce: number) => show(way, `http://127.0.0.1:${port}`, atOnce);
      const [mine, floor, quiet] = [
        await measure(ours, side),
        await measure(bare, side),
        await measure(untilQuiet, side),
      ];
      const pictured = await measure(withPictures, side);
      const single = {
        mine: await measure(ours, 1),
        floor: await measure(bare, 1),
        quiet: await measure(untilQuiet, 1),
      };
      if (mine.filled < pages) throw new Error(`本程序只有 ${mine.filled} 页显示出内容，应为 ${pages} 页`);
      return {
        bench: 'browser',
        unit: '页/秒',
        value: rate(mine),
        floor: rate(floor),
        ratioToFloor: round(rate(mine) / rate(floor)),
        peers: { 'playwright（等到网络空闲）': rate(quiet) },
        ratioToPeers: { 'playwright（等到网络空闲）': round(rate(mine) / rate(quiet)) },
        figures: {
          '显示出内容的页数，本程序': mine.filled,
          '显示出内容的页数，playwright': floor.filled,
          '显示出内容的页数，playwright（等到网络空闲）': quiet.filled,
          '本程序，并留截图': rate(pictured),
          '逐页，本程序': rate(single.mine),
          '逐页，playwright': rate(single.floor),
          '逐页，playwright（等到网络空闲）': rate(single.quiet),
        },
      };
    } finally {
      server.kill();
    }
  },
};

const rate = ({ pages: done, seconds }: BrowserResult): number => round(done / seconds, 2);

/** Each in a process of its own, with a browser of its own. */
async function show([program, ...flags]: Way, origin: string, atOnce: number): Promise<BrowserResult> {
  const child = spawn(process.execPath, [join(here, program), origin, String(pages), String(atOnce), ...flags], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number];
  if (code !== 0) throw new Error(`${program} 没有跑完（${code}）`);
  return JSON.parse(output.trim().split('\n').at(-1) ?? '') as BrowserResult;
}
