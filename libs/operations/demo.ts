import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import {
  countyAsOf,
  planAreas,
  startArea,
  startCounty,
  type CountyOptions,
  type OpenSites,
  type PlanArea,
} from '#county';
import { BadInput, sha256Hex, stableId, type Settings } from '#kernel';
import { makeDemoAccounts } from './access/index.js';
import { assess } from './assess.js';
import { clockStartingAt, type SettableClock } from './clock.js';
import { crawlRound } from './crawl-round.js';
import type { House } from './house.js';
import { importBytes } from './imports.js';
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

/** The sample's sites live on this machine and are ours: they may be reached, and at once. */
export const sampleManners = { allowNetworks: '127.0.0.1/32', intervalMs: 0, patienceMs };

/** Periods that the county is scored for; the last one ends on the day on which its time stands still. */
const countyPeriods = ['2025Q3', '2025Q4', '2026Q1', '2026Q2'];

/** A sample: sites that answer on loopback, time standing at a fixed day, and what to score. */
export interface Demo {
  /** What it is called: 示例县, or 示例区域 with the name of the plan's place. */
  title: string;
  sites: OpenSites;
  /** Programmes to score under, the first with a circular when `circular` is set. */
  programmes: readonly string[];
  /** The last one is to be shown. */
  periods: readonly string[];
  circular: boolean;
  clock: SettableClock;
  close(): Promise<void>;
}

/**
 * Opens the invented county, or with a programme's id the small area made for that plan.
 * @throws BadInput when no area is made for the programme.
 */
export async function openDemo(programme?: string): Promise<Demo> {
  const area = programme === undefined ? null : findArea(programme);
  const sites = await startOnFreePorts((options) => (area ? startArea(area, options) : startCounty(options)));
  const asOf = area?.place.asOf ?? countyAsOf;
  return {
    title: area ? `示例区域（${area.place.name}）` : '示例县',
    sites,
    programmes: area ? [area.programme] : programmeIds,
    periods: area?.periods ?? countyPeriods,
    circular: area === null,
    clock: clockStartingAt(`${asOf}T20:00:00+08:00`),
    close: () => sites.close(),
  };
}

/**
 * Where a sample is kept. That of a plan has a directory and an embedded database of its own, so that it never stands
 * among real units or those of the sample county.
 */
export function demoSettings(settings: Settings, programme?: string): Settings {
  if (programme === undefined) return settings;
  const folder = join(settings.MINGJING_DATA, 'demo', findArea(programme).programme);
  return { ...settings, DATABASE_URL: undefined, MINGJING_DATA: folder };
}

function findArea(programme: string): PlanArea {
  const area = planAreas.find((one) => one.programme === programme);
  if (area) return area;
  throw new BadInput([
    {
      where: '--programme',
      what: `没有为“${programme.slice(0, 40)}”备好的示例`,
      accepted: planAreas.map((one) => one.programme).join('、'),
    },
  ]);
}

export interface DemoSummary {
  units: number;
  scored: number;
  pages: number;
  unrendered: number;
  /** Whether everything had been done before. */
  ready: boolean;
}

/** Brings a sample in: units, one crawl, scores for its periods under its programmes. */
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
  demo.clock.setForward(await afterLastDeed(house));
  const stampFile = join(resolve(house.settings.MINGJING_DATA), 'sample.json');
  const stamp = stampOf(house, demo.sites);
  const before = await readStamp(stampFile);
  if (!options.again && before?.stamp === stamp) {
    await makeDemoAccounts(house, new Date());
    return { ...before.summary, ready: true };
  }

  const units = await importUnits(house, new TextEncoder().encode(demo.sites.organisationsCsv), '示例单位名单.csv', {
    sample: true,
  });
  if (demo.sites.accountsCsv !== null) {
    const bytes = new TextEncoder().encode(demo.sites.accountsCsv);
    await importBytes(house, 'accounts', { bytes, name: '示例账号清单.csv' });
  }
  await makeDemoAccounts(house, new Date());
  const round = await options.step(
    `采集${demo.title}`,
    () =>
      crawlRound(house, {
        units,
        full: true,
        sample: true,
        ...sampleManners,
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
    for (const programme of demo.programmes)
      for (const period of demo.periods) {
        const { row } = await assess(house, { programme, period, units, replay: false });
        scored = Math.max(scored, row.outlines.filter(({ score: points }) => points !== null).length);
      }
  });
  if (demo.circular)
    await options.step(
      '生成季度通报',
      () =>
        issueCircular(house, {
          programme: demo.programmes[0] ?? '',
          period: demo.periods.at(-1) ?? '',
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

/**
 * A sample's clock starts on the same evening each time, but the round that is scored is the one that began last: what begins
 * now must not stand before what was there, nor what is scored or decided now before what was.
 */
async function afterLastDeed({ rounds, assessments, reviews, appeals }: House): Promise<string> {
  const last = await Promise.all([true, false].map((finished) => rounds.latestRound({ sample: true, finished })));
  const deeds = await Promise.all([assessments, reviews, appeals].map((store) => store.lastInstant(true)));
  const instants = [
    ...last.flatMap((round) => (round ? Date.parse(round.finishedAt ?? round.startedAt) : [])),
    ...deeds.flatMap((instant) => (instant === null ? [] : Date.parse(instant))),
  ];
  return new Date(Math.max(0, ...instants) + 1).toISOString();
}

/** Changes with the program, the addresses of the sample's sites, the database and the presence of a browser. */
function stampOf(house: House, sites: OpenSites): string {
  const buildStamp = join(packageRoot, 'dist/.mingjing-built');
  const built = existsSync(buildStamp) ? readFileSync(buildStamp, 'utf8') : '';
  return stableId(
    'sample',
    built,
    sha256Hex(sites.organisationsCsv),
    sha256Hex(sites.accountsCsv ?? ''),
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

async function startOnFreePorts(start: (options: CountyOptions) => Promise<OpenSites>): Promise<OpenSites> {
  for (let base = firstPort; base < firstPort + 1000; base += 100) {
    try {
      return await start({ basePort: base, slowMs });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    }
  }
  return start({ slowMs });
}
