import { rm } from 'node:fs/promises';
import { createWorkdays, type Period } from '#calendar';
import { findBrowser } from '#crawlers';
import { siteId } from '#database';
import { columnLedger, documentLedger, interpretationLedger } from '#indicators';
import { readSettings } from '#kernel';
import { clockStartingAt, crawlRound, findProgramme, importUnits, openHouse, type House } from '#operations';
import { assessWhole } from '../assess-whole.js';
import { temporaryFolder } from '../temporary-folder.js';
import { compareSite, type Comparison } from './compare.js';
import type { UnseenSite } from './model.js';
import { serveSite } from './serve.js';

export interface Measured extends Comparison {
  site: string;
  pages: number;
  ended: string;
  /** Whether pages could be rendered; lists that only scripts can ask for are unread without. */
  withBrowser: boolean;
  /** Pages that only a browser could have shown. */
  unrendered: number;
  requests: string[];
  /** What the assessment says of the unit, one line a finding. */
  findings: string[];
}

/**
 * Imports, crawls and scores one site as an office would, with a browser where there is one, and compares what was read with the written truth.
 * @param settings of the house, where it is not to have a database of its own in a folder that goes with it.
 */
export async function measureSite(site: UnseenSite, settings: Record<string, string> = {}): Promise<Measured> {
  const folder = await temporaryFolder('mingjing-unseen-');
  const served = await serveSite(site);
  let house: House | null = null;
  try {
    house = await openHouse(
      readSettings({ ...process.env, MINGJING_DATA: folder, ...settings }),
      clockStartingAt(`${site.asOf}T20:00:00+08:00`),
    );
    const csv = `名称,别名,层级,类别,上级,网站\n${site.name},,${site.level},${site.kind},,${served.origin}/\n`;
    const units = await importUnits(house, new TextEncoder().encode(csv), '单位名单.csv', { sample: false });
    const round = await crawlRound(house, {
      units,
      full: true,
      sample: false,
      allowNetworks: '127.0.0.1/32',
      intervalMs: 0,
      patienceMs: 5000,
      signal: new AbortController().signal,
    });
    const [unit] = units;
    const facts = await house.facts.loadSiteFacts(round.round, siteId(`${served.origin}/`));
    if (!unit || !facts) throw new Error(`${site.name} 没有读到任何内容`);
    const all: Period = { id: '2026', kind: 'year', from: '1990-01-01', to: site.asOf, title: '全部' };
    const of = { organisation: unit, period: all, asOf: site.asOf };
    const { columns } = await findProgramme('pingliang-2020');
    const compared = compareSite(
      {
        facts,
        documents: documentLedger(facts, of, { workdays: 20, startsFrom: 'issued' }, createWorkdays()),
        interpretations: interpretationLedger(facts, of),
        columns: columnLedger(facts, of, columns),
      },
      site.truth(served.origin),
    );
    return {
      ...compared,
      site: site.name,
      pages: round.sites[0]?.pages ?? 0,
      ended: round.sites[0]?.ended ?? 'unreachable',
      withBrowser: findBrowser(house.settings) !== null,
      unrendered: round.sites[0]?.unrendered ?? 0,
      requests: served.requests,
      findings: await findingsOf(house, units),
    };
  } finally {
    await house?.close();
    await served.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function findingsOf(house: House, units: Awaited<ReturnType<typeof importUnits>>): Promise<string[]> {
  const lines: string[] = [];
  for (const period of ['2025', '2026Q2']) {
    const { row } = await assessWhole(house, { programme: 'pingliang-2020', period, units, replay: false });
    for (const card of row.scorecards)
      for (const result of card.results)
        for (const one of result.findings)
          lines.push(`${period} ${result.indicator} ${one.kind} ${one.subject}：${one.message}`);
  }
  return lines;
}
