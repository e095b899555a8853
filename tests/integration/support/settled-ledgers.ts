import { siteId, type OrganisationRow } from '#database';
import { assess, type House } from '#operations';
import { benchFacts } from '../../bench/scoring/facts.js';
import { organisation } from './invented.js';

export const plan = 'pingliang-2020';
export const period = '2025';
export const asOf = '2025-12-31';

/** Three departments of a county, all real, with documents, interpretations and the rest, and a result by a plan with tasks. */
export async function settleLedgers(house: House): Promise<OrganisationRow[]> {
  const county = '云岭县人民政府';
  await house.organisations.importOrganisations([
    organisation(county, { category: '政府', sample: false, site: null }),
    ...['财政局', '教育局', '水务局'].map((name, n) =>
      organisation(`云岭县${name}`, { sample: false, parent: county, site: `https://unit${n}.yunling.example/` }),
    ),
  ]);
  const units = await house.organisations.listOrganisations({ sample: false });
  const sites = units.flatMap(({ site }) => (site === null ? [] : [siteId(site)]));
  const startedAt = '2025-12-31T01:00:00.000Z';
  const round = await house.rounds.openRound({ source: 'live', sample: false, startedAt, units: sites });
  for (const [n, site] of sites.entries()) {
    const { documents, annualReports, catalogue, ...facts } = benchFacts(n);
    const some = documents.slice(400, 460).map((one, m) => ({
      ...one,
      // A title that a spreadsheet would run.
      ...(n === 0 && m === 0 && { title: '=HYPERLINK("https://x.example","预算")' }),
      ...(m % 9 === 0 && { publishedOn: null }),
    }));
    const reports = annualReports.map((report) => ({
      ...report,
      parts: [1, 2, 3],
      ...(n === 1 && { partsUnread: true }),
    }));
    const kept = { ...facts, documents: some, annualReports: reports, catalogue: catalogue.slice(0, 9) };
    await house.facts.saveSiteFacts(round.id, site, kept);
    const state = { round: round.id, site, state: 'done', pages: 0, outcomes: {}, unrendered: 0 } as const;
    await house.rounds.setSiteState({ ...state, seconds: 0, ended: null, note: null });
  }
  await house.rounds.finishRound(round.id, startedAt);
  await assess(house, { programme: plan, period, asOf, units, replay: false });
  return units;
}
