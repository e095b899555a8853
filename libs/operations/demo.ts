import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { countyAsOf, startCounty, type County } from '#county';
import { sha256Hex, stableId } from '#kernel';
import { assess } from './assess.js';
import { clockStartingAt, type Clock } from './clock.js';
import { crawlRound } from './crawl-round.js';
import type { House } from './house.js';
import { issueCircular } from './issue-circular.js';
import type { Step } from './console.js';
import { packageRoot } from './package-root.js';
import { programmeIds } from './plans.js';
import { importUnits } from './units.js';

/** Ports of the sample's sites begin here; the next hundred is tried when they are taken. */
const firstPort = 18600;

/** The slow page is slower than the sample's crawl has patience for. */
const slowMs = 8000;
const patienceMs = 3000;

/** Periods that the sample is scored for; the last one ends on the day on which the county's time stands still. */
const demoPeriods = ['2025Q3', '2025Q4', '2026Q1', '2026Q2'];

/** The invented county, its sites answering on loopback and its time standing at a fixed day. */
export interface Demo {
  county: County;
  clock: Clock;
  close(): Promise<void>;
}

export async function openDemo(): Promise<Demo> {
  const county = await startOnFreePorts();
  return { county, clock: clockStartingAt(`${countyAsOf}T20:00:00+08:00`), close: () => county.close() };
}

export interface DemoSummary {
  units: number;
  scored: number;
  pages: number;
  unrendered: number;
  /** Whether everything had been done before. */
  ready: boolean;
}

/** Brings the sample county in: units, one crawl, scores for four quarters under every built-in programme. */
export async function prepareDemo(
  house: House,
  demo: Demo,
  options: {
    again: boolean;
    signal: AbortSignal;
    step: Step;
    onProgress?: (done: number, total: number, word: string) => void;
  },
): Promise<DemoSummary> {
  const stampFile = join(resolve(house.settings.MINGJING_DATA), 'sample.json');
  const stamp = stampOf(house, demo.county);
  const before = await readStamp(stampFile);
  if (!options.again && before?.stamp === stamp) return { ...before.summary, ready: true };

  const units = await importUnits(house, new TextEncoder().encode(demo.county.organisationsCsv), '示例县单位名单.csv', {
    sample: true,
  });
  const round = await options.step(
    '采集示例县',
    () =>
      crawlRound(house, {
        units,
        full: true,
        sample: true,
        // The sample's sites live on this machine and are ours: they may be reached, and at once.
        allowNetworks: '127.0.0.1/32',
        intervalMs: 0,
        patienceMs,
        signal: options.signal,
        onProgress: options.onProgress,
      }),
    (result) => `${result.sites.length} 个网站，${result.sites.reduce((sum, site) => sum + site.pages, 0)} 页`,
  );
  const pages = round.sites.reduce((sum, site) => sum + site.pages, 0);
  const unrendered = round.sites.reduce((sum, site) => sum + site.unrendered, 0);
  // What was cut off is not scored, and done again the next time.
  if (options.signal.aborted) return { units: units.length, scored: 0, pages, unrendered, ready: false };
  let scored = 0;
  await options.step('评分', async () => {
    for (const programme of programmeIds)
      for (const period of demoPeriods) {
        const { row } = await assess(house, { programme, period, units, replay: false });
        scored = Math.max(scored, row.scorecards.filter((card) => card.score !== null).length);
      }
  });
  await options.step(
    '生成季度通报',
    () =>
      issueCircular(house, {
        programme: programmeIds[0] ?? '',
        period: demoPeriods.at(-1) ?? '',
        kind: 'quarterly',
        out: join(resolve(house.settings.MINGJING_DATA), 'circulars'),
        only: units.map((unit) => unit.name),
      }),
    ({ files }) => `${files.length} 个文件`,
  );
  const summary: DemoSummary = {
    units: units.length,
    scored,
    pages,
    unrendered,
    ready: false,
  };
  await mkdir(resolve(house.settings.MINGJING_DATA), { recursive: true });
  await writeFile(stampFile, JSON.stringify({ stamp, summary }));
  return summary;
}

/** Changes with the program, the addresses of the sample's sites, the database and the presence of a browser. */
function stampOf(house: House, county: County): string {
  const buildStamp = join(packageRoot, 'dist/.mingjing-built');
  const built = existsSync(buildStamp) ? readFileSync(buildStamp, 'utf8') : '';
  return stableId(
    'sample',
    built,
    sha256Hex(county.organisationsCsv),
    house.settings.DATABASE_URL ?? '',
    house.settings.CHROMIUM_PATH ?? '',
  );
}

async function readStamp(file: string): Promise<{ stamp: string; summary: DemoSummary } | null> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as { stamp: string; summary: DemoSummary };
  } catch {
    return null;
  }
}

async function startOnFreePorts(): Promise<County> {
  for (let base = firstPort; base < firstPort + 1000; base += 100) {
    try {
      return await startCounty({ basePort: base, slowMs });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    }
  }
  return startCounty({ slowMs });
}
