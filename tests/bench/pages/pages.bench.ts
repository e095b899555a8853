import { execFile } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findBrowser } from '#crawlers';
import { MemoryBlobStore } from '#evidence';
import { MissingResource, readSettings } from '#kernel';
import { findProgramme, openHouse, openSession } from '#operations';
import { startServer } from '../../../apps/server/server.js';
import { round, type Bench } from '../bench.js';
import { temporaryFolder } from '../../temporary-folder.js';
import { fillQuarters, programme, quarters } from './quarters.js';

/** Apache-2.0. Fetched when the bench runs, so that nobody who installs the program has it. */
const lighthouse = 'lighthouse@12.8.2';
const units = 1000;
const wanted = 95;
const categories = { performance: '性能', accessibility: '无障碍', 'best-practices': '规范' } as const;

interface Report {
  categories: Record<string, { score: number | null }>;
  audits: Record<string, { title: string; score: number | null; displayValue?: string }>;
}

/** The main pages of a province after two years, as Lighthouse sees them on a desk. */
export const pagesBench: Bench = {
  name: 'pages',
  about: `${units} 个单位 × ${quarters.length} 个季度 × 30 个指标，主要页面的 Lighthouse 分（桌面），取最低的一项`,
  onlyByName: true,
  async run() {
    const browser = findBrowser({ CHROMIUM_PATH: process.env.CHROMIUM_PATH });
    if (!browser) throw new MissingResource([{ where: '浏览器', what: '没有找到', accepted: '设置 CHROMIUM_PATH' }]);
    const folder = await temporaryFolder('mingjing-bench-');
    const house = await openHouse(readSettings({ ...process.env, MINGJING_DATA: folder }));
    try {
      await fillQuarters(house, units);
      const server = await startServer({
        settings: { HOST: '127.0.0.1', PORT: 0 },
        dataSource: house.database.dataSource,
        blobs: new MemoryBlobStore(),
        programmes: [await findProgramme(programme)],
      });
      try {
        const cookie = `mingjing_session=${await reader(house)}`;
        const figures: Record<string, number> = {};
        for (const path of ['/', '/scorecards', '/findings']) {
          const url = `${server.url}${path}?programme=${programme}&period=${quarters.at(-1)}`;
          const report = await look(url, { cookie, browser, folder });
          for (const [id, title] of Object.entries(categories))
            figures[`${path} ${title}`] = Math.round((report.categories[id]?.score ?? 0) * 100);
          tellFaults(path, report);
        }
        const value = Math.min(...Object.values(figures));
        const ratioToFloor = round(value / wanted);
        return { bench: 'pages', value, unit: '分', floor: wanted, ratioToFloor, peers: {}, ratioToPeers: {}, figures };
      } finally {
        await server.close();
      }
    } finally {
      await house.close();
      await rm(folder, { recursive: true, force: true });
    }
  },
};

/** Somebody who may see all, with a session. */
async function reader(house: Parameters<typeof openSession>[0]): Promise<string> {
  const now = new Date();
  await house.accounts.add({
    ...{ id: 'bench', name: 'bench', displayName: '某甲', role: 'assessor', unit: null, sample: false, createdAt: now },
    ...{ passwordHash: '', mustChangePassword: false },
  });
  return openSession(house, 'bench', now);
}

async function look(
  url: string,
  { cookie, browser, folder }: { cookie: string; browser: string; folder: string },
): Promise<Report> {
  const path = join(folder, 'report.json');
  const flags = ['--headless=new', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])].join(' ');
  await promisify(execFile)(
    'npx',
    [
      ...['--yes', lighthouse, url, '--quiet', '--preset=desktop', '--output=json', `--output-path=${path}`],
      ...[`--only-categories=${Object.keys(categories).join(',')}`, `--chrome-flags=${flags}`],
      `--extra-headers=${JSON.stringify({ Cookie: cookie })}`,
    ],
    { env: { ...process.env, CHROME_PATH: browser }, timeout: 600_000, maxBuffer: 64 * 1024 * 1024 },
  );
  return JSON.parse(await readFile(path, 'utf8')) as Report;
}

/** What cost points, on standard error: the figures go to standard output. */
function tellFaults(path: string, { audits }: Report): void {
  for (const [id, { title, score, displayValue = '' }] of Object.entries(audits))
    if (score !== null && score < 0.9) process.stderr.write(`${path} ${id}: ${title} ${displayValue}\n`);
}
