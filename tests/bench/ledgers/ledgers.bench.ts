import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Pool } from 'undici';
import { readSettings } from '#kernel';
import { openHouse, type House } from '#operations';
import { writeCursor } from '../../../apps/server/ledger-cursor.js';
import { signedIn } from '../../integration/support/signed-in.js';
import { type Bench, round } from '../bench.js';
import { temporaryFolder } from '../../temporary-folder.js';
import { ledgerScope, settleUnits } from './settle.js';

const units = Number(process.env.BENCH_UNITS ?? 1000);
const documentsEach = 500;
const atOnce = 4;
const asked = 400;

interface Times {
  p50: number;
  p99: number;
}

/** What is asked for by its name: the address of the n-th request, each a little different, so that nothing is answered twice. */
type Questions = Record<string, (n: number) => string>;

/**
 * Pages of a ledger of half a million rows as a signed-in reader gets them, four at a time, beside a bare route that returns the
 * bytes of the same answers from memory; turn by turn in one run. The value is how often the first page comes in a second.
 */
export const ledgersBench: Bench = {
  name: 'ledgers',
  about: `台账：${units} 个单位 × ${documentsEach} 件文件的各页，${atOnce} 路并发，与从内存返回同样字节的空路由相比（BENCH_UNITS 可改）`,
  onlyByName: true,
  async run() {
    const folder = await temporaryFolder('mingjing-bench-', process.env.BENCH_FOLDER ?? tmpdir());
    const environment = { MINGJING_DATA: folder, MINGJING_NO_BROWSER: '1' };
    const house = await openHouse(readSettings({ ...process.env, ...environment }));
    const server = spawn(process.execPath, [join(import.meta.dirname, 'serve.js')], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, ...environment, DATABASE_URL: house.database.url },
    });
    try {
      const [addresses] = (await once(createInterface(server.stdout), 'line')) as [string];
      const [ours = '', bare = ''] = addresses.split(' ');
      const written = await settleUnits(house, units);
      const { headers } = await signedIn(house);
      const questions = await questionsOf(house);
      const figures: Record<string, number> = {
        台账行数: units * documentsEach,
        '写入台账 秒': round(written.ledgers, 1),
      };
      const first = { ours: 0, bare: 0 };
      for (const [name, address] of Object.entries(questions)) {
        const answer = await fetch(ours + address(0), { headers });
        const bytes = Buffer.from(await answer.arrayBuffer());
        if (!answer.ok) throw new Error(`${name}：${bytes.toString()}`);
        await fetch(`${bare}/page`, {
          method: 'PUT',
          body: bytes,
          headers: { 'content-type': 'application/octet-stream' },
        });
        const mine = await timed(ours, (n) => address(n + 1), headers);
        const least = await timed(bare, () => '/page', headers);
        figures[`${name} p50 毫秒`] = mine.p50;
        figures[`${name} p99 毫秒`] = mine.p99;
        figures[`${name} 空路由 p99 毫秒`] = least.p99;
        figures[`${name} p99 为空路由的倍数`] = round(mine.p99 / least.p99, 1);
        if (name === '首页') Object.assign(first, { ours: mine.rate, bare: least.rate });
      }
      return {
        bench: 'ledgers',
        unit: '页/秒（首页）',
        value: first.ours,
        floor: first.bare,
        ratioToFloor: round(first.ours / first.bare),
        peers: {},
        ratioToPeers: {},
        figures,
      };
    } finally {
      server.kill();
      await house.close();
      await rm(folder, { recursive: true, force: true });
    }
  },
};

async function questionsOf(house: House): Promise<Questions> {
  const head = (await house.assessments.head({ ...ledgerScope, sample: false }))!;
  const scope = new URLSearchParams(ledgerScope).toString();
  const rows = units * documentsEach;
  const page = (more: string) => (n: number) => `/api/v1/ledgers/documents?${scope}&limit=${50 - (n % 7)}${more}`;
  const deep = (n: number) =>
    writeCursor(head.id, { phase: 0, value: null, position: Math.floor(rows * 0.8) + ((n * 37) % (rows / 10)) });
  const overview = (path: string) => () => `/api/v1/${path}?${scope}`;
  return {
    首页: page(''),
    筛选: (n) => page(`&filter=timeliness:late&filter=publishedOn:2025-0${1 + (n % 9)}-01..`)(n),
    单位名称含: (n) => page(`&filter=organisation:${encodeURIComponent(`第${(n * 13) % units}局`)}`)(n),
    标题含罕见字样: (n) => page(`&filter=title:${encodeURIComponent(`第${(n * 17) % units}局关于第4${n % 10}1个`)}`)(n),
    按发布日期降序: page('&sort=-publishedOn'),
    深页: (n) => page(`&after=${deep(n)}`)(n),
    筛选并排序: (n) =>
      page(`&sort=-workdaysTaken&filter=timeliness:onTime&filter=publishedOn:2025-0${1 + (n % 9)}-01..`)(n),
    行数: (n) => `/api/v1/ledgers/documents/count?${scope}&filter=publishedOn:2025-0${1 + (n % 9)}-0${1 + (n % 8)}..`,
    总览: overview('overview'),
    排名: overview('scorecards'),
  };
}

/** Times of requests to one service, a few at once. */
async function timed(
  origin: string,
  address: (n: number) => string,
  headers: Record<string, string>,
): Promise<Times & { rate: number }> {
  const pool = new Pool(origin, { connections: atOnce });
  const times: number[] = [];
  let next = 0;
  const reader = async () => {
    while (next < asked) {
      const n = next++;
      const started = performance.now();
      const { statusCode, body } = await pool.request({ path: address(n), method: 'GET', headers });
      await body.arrayBuffer();
      if (statusCode !== 200) throw new Error(`${origin}${address(n)}：${statusCode}`);
      times.push(performance.now() - started);
    }
  };
  const begun = performance.now();
  await Promise.all(Array.from({ length: atOnce }, reader));
  const seconds = (performance.now() - begun) / 1000;
  await pool.close();
  times.sort((one, other) => one - other);
  const at = (share: number) => round(times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0);
  return { p50: at(0.5), p99: at(0.99), rate: round(asked / seconds, 1) };
}
