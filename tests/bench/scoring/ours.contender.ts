import { createWorkdays, parsePeriod } from '#calendar';
import type { SiteFacts } from '#facts';
import { evaluateRubric, outlineOf, type CardOutline, rankScorecards, scoreOrganisation } from '#scoring';
import { differentSites, runScoring, stopwatch } from './contender.js';
import { benchUnit } from './facts.js';
import { allIndicators, benchRecords } from './rubric.js';

/**
 * All indicators, the whole score tree and the ranking. The facts were read before, so that the garbage of reading is not
 * cleared away on the rules' time; each unit has lists of its own, so that nothing is remembered from one to the next.
 * Of the scorecards only the outlines are kept, by which they are ranked at the end, as an assessment does it.
 */
await runScoring(async (units, factsOf) => {
  const programme = allIndicators();
  const period = parsePeriod('2025');
  const workdays = createWorkdays();
  const asOf = '2025-12-31';
  const sites: SiteFacts[] = [];
  for (let n = 0; n < Math.min(units, differentSites); n += 1) sites.push(JSON.parse(await factsOf(n)) as SiteFacts);
  const outlines: CardOutline[] = [];
  let broken: string | null = null;
  const seconds = stopwatch();
  for (let n = 0; n < units; n += 1) {
    const site = sites[n % sites.length]!;
    const facts = { ...site, documents: [...site.documents], interpretations: [...site.interpretations] };
    const about = { programme, organisation: benchUnit(n), period, asOf };
    const results = evaluateRubric({ ...about, facts, workdays, records: benchRecords(about.organisation) });
    outlines.push(outlineOf(scoreOrganisation({ ...about, evidenceDigest: 'bench', results })));
    const error = [...results.values()].find(({ outcome }) => outcome === 'error');
    if (error) broken ??= `${error.indicator}：${error.message}`;
  }
  const ranked = rankScorecards(outlines);
  const spent = seconds();
  if (broken) throw new Error(broken);
  if (ranked.some(({ rank }) => rank === null)) throw new Error('有单位没有排名');
  return { seconds: spent };
});
