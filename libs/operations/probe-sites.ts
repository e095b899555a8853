import { addDays, type LocalDate } from '#calendar';
import { NetworkPolicy, SiteMonitor, type SiteVisit, systemClock, userAgent } from '#crawlers';
import type { OrganisationRow, SiteVisitRow, SiteVisitSummary } from '#database';
import { unopened } from '#evidence';
import { BadInput, stableId } from '#kernel';
import { today } from './clock.js';
import type { House } from './house.js';
import { inParallel } from './in-parallel.js';
import { productVersion } from './package-root.js';

export interface ProbeRequest {
  units: OrganisationRow[];
  signal: AbortSignal;
  onProgress?: (done: number, total: number, word: string) => void;
  /** Sites that did not open are visited once more after so many milliseconds; by default a minute. */
  againMs?: number;
  /** A visit that takes longer has failed, milliseconds; by default 15 s. */
  limitMs?: number;
  allowNetworks?: string;
}

export interface ProbeReport {
  visits: (SiteVisitRow & { organisation: string })[];
  /** Days whose visits were taken over into the logs that scores use. */
  collected: LocalDate[];
}

/** Visits are kept for so many days beside the logs, to be shown. */
const keptDays = 60;
/** Home pages asked for side by side; each is another server. */
const atOnce = 16;

/**
 * Visits the home page of each unit once (国办秘函〔2019〕19号“站点无法访问”: 监测1周，每天间隔性访问20次以上), and those that did not open
 * once more. Visits of days that are over become a log as `import probes` takes it, so that scores rest on kept bytes.
 * @throws BadInput when no unit has a site.
 */
export async function probeSites(house: House, request: ProbeRequest): Promise<ProbeReport> {
  const { settings, clock } = house;
  const units = request.units.filter((unit) => unit.site !== null);
  if (units.length === 0)
    throw new BadInput([
      { where: '监测', what: '没有可访问的单位', accepted: '先用 import organisations 导入单位名单，并填写网站' },
    ]);
  const time = { now: () => clock.now().getTime(), sleep: systemClock.sleep };
  const monitor = new SiteMonitor({
    policy: new NetworkPolicy(request.allowNetworks ?? settings.MINGJING_ALLOW_NETWORKS),
    userAgent: userAgent(productVersion, settings.MINGJING_CONTACT),
    clock: time,
    ...(request.limitMs === undefined ? {} : { limitMs: request.limitMs }),
  });
  try {
    const urls = [...new Set(units.map(({ site }) => site!))];
    const first = await visitAll(house, monitor, urls, request, true);
    const again = first.filter(({ outcome }) => unopened.has(outcome)).map(({ url }) => url);
    if (again.length > 0) await time.sleep(request.againMs ?? 60_000, request.signal);
    const second = await visitAll(house, monitor, again, request, false);
    const named = new Map(units.map(({ site, name }) => [site, name]));
    return {
      visits: [...first, ...second].map((visit) => ({ ...visit, organisation: named.get(visit.url) ?? '' })),
      collected: await collectVisits(house),
    };
  } finally {
    await monitor.close();
  }
}

async function visitAll(
  house: House,
  monitor: SiteMonitor,
  urls: readonly string[],
  { signal, onProgress }: ProbeRequest,
  withCertificates: boolean,
): Promise<SiteVisitRow[]> {
  let done = 0;
  const visits = await inParallel(atOnce, urls, async (url) => {
    if (signal.aborted) return [];
    const visit = rowOf(await monitor.visit(url, signal, withCertificates));
    onProgress?.((done += 1), urls.length, url);
    // What was broken off by the person who asked says nothing of the site.
    return signal.aborted ? [] : [visit];
  });
  const rows = visits.flat();
  await house.visits.saveVisits(rows);
  return rows;
}

function rowOf({ url, at, outcome, tookMs, note, certificate }: SiteVisit): SiteVisitRow {
  return { url, at, outcome, ms: Math.max(0, Math.round(tookMs)), note, certificate };
}

/** Takes the visits of each day that is over into one log, once, whoever comes first. */
export async function collectVisits(house: House): Promise<LocalDate[]> {
  const day = today(house.clock);
  const known = new Set((await house.imports.imports()).map(({ name }) => name));
  const days = (await house.visits.daysBefore(day)).filter((one) => !known.has(logName(one)));
  for (const one of days) {
    const rows = await house.visits.visitsOn(one);
    const text = rows.map(({ url, at, outcome, ms }) => `${JSON.stringify({ site: url, at, outcome, ms })}\n`).join('');
    const sha256 = await house.blobs.put(Buffer.from(text));
    await house.imports.saveImport({
      id: stableId('import', 'probes', sha256),
      kind: 'probes',
      name: logName(one),
      sha256,
      importedAt: house.clock.now().toISOString(),
    });
  }
  await house.visits.forgetBefore(addDays(day, -keptDays));
  return days;
}

function logName(day: LocalDate): string {
  return `本机首页监测-${day}.ndjson`;
}

/** How the sites of units did in the last days; units without a visit are absent. */
export async function siteAvailability(
  house: House,
  units: readonly OrganisationRow[],
  days: number,
): Promise<(SiteVisitSummary & { organisation: string })[]> {
  const since = `${addDays(today(house.clock), -days)}T00:00:00+08:00`;
  const byUrl = new Map(units.flatMap(({ site, name }) => (site === null ? [] : [[site, name] as const])));
  const rows = await house.visits.summaries([...byUrl.keys()], since);
  return rows.map((row) => ({ ...row, organisation: byUrl.get(row.url) ?? '' }));
}
