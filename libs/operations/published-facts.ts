import { pinsDigest, siteId, type AssessmentHead, type OrganisationRow, type Stores } from '#database';
import type { SiteFacts } from '#facts';

/**
 * Facts of a unit's site, as its published score rests on them; where there is none, those of the newest round that read it.
 * @param head null where nothing was assessed yet.
 */
export async function publishedFacts(
  stores: Pick<Stores, 'rounds' | 'assessments' | 'facts'>,
  head: Pick<AssessmentHead, 'id' | 'round'> | null,
  units: readonly Pick<OrganisationRow, 'site'>[],
): Promise<(unit: Pick<OrganisationRow, 'id' | 'site'>) => Promise<SiteFacts | null>> {
  const newest = await stores.rounds.latestRoundOfSites(units.flatMap(({ site }) => (site ? [siteId(site)] : [])));
  const rested = head ? await stores.assessments.roundsOf(head.id) : new Map<string, never>();
  const pins = head ? await stores.assessments.pinsOf(head.id) : new Map<string, never[]>();
  return async ({ id, site: home }) => {
    if (home === null) return null;
    const site = siteId(home);
    const rounds = [rested.get(id)?.id ?? head?.round, newest.get(site)?.id].filter((round) => round !== undefined);
    for (const round of rounds) {
      const published = await stores.facts.loadSiteFacts(round, site, pinsDigest(pins.get(id) ?? []));
      const facts = published ?? (await stores.facts.loadSiteFacts(round, site));
      if (facts) return facts;
    }
    return null;
  };
}
