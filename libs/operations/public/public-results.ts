import { parsePeriod } from '#calendar';
import {
  periodKind,
  type PublicItem,
  type PublicPlace,
  type Standing,
  type StandingRelease,
  type Stores,
} from '#database';
import { MissingResource } from '#kernel';
import { dayOf } from '../clock.js';

type Books = Pick<Stores, 'overviews' | 'publicPage'>;

/** A result that stands on the public page. */
export interface PublicResult {
  programme: string;
  period: string;
  title: string;
  asOf: string;
  /** Day on which it was put there, in Beijing. */
  releasedOn: string;
}

/** A unit in a public result: nothing of what was found, decided or is still open. */
export type PublicStanding = Pick<
  Standing,
  | 'organisation'
  | 'name'
  | 'level'
  | 'category'
  | 'score'
  | 'grade'
  | 'coverage'
  | 'rank'
  | 'vetoed'
  | 'previousScore'
  | 'previousRank'
>;

export interface PublicRanking {
  result: PublicResult;
  /** The public result before it that changes are told against; null where there is none. */
  previous: PublicResult | null;
  standings: PublicStanding[];
}

export interface PublicUnit {
  result: PublicResult;
  standing: PublicStanding;
  items: Omit<PublicItem, 'organisation'>[];
  /** In all public results of the programme for periods of the kind, oldest first. */
  places: PublicPlace[];
}

export function describeRelease({ programme, period, asOf, at }: StandingRelease): PublicResult {
  return { programme, period, title: parsePeriod(period).title, asOf, releasedOn: dayOf(new Date(at)) };
}

/** The release that is meant. @throws MissingResource where it does not stand */
export async function releaseOf(
  { publicPage }: Pick<Stores, 'publicPage'>,
  scope: { programme: string; period: string; sample: boolean },
): Promise<{ release: StandingRelease; before: StandingRelease[] }> {
  const known = (await publicPage.standing(scope.sample)).filter(({ programme }) => programme === scope.programme);
  const release = known.find(({ period }) => period === scope.period);
  if (!release) throw new MissingResource([{ where: '公开页', what: '没有公开这一期的结果' }]);
  const before = known.filter(
    ({ period }) => periodKind(period) === periodKind(release.period) && period <= release.period,
  );
  return { release, before: before.sort((one, other) => (one.period < other.period ? -1 : 1)) };
}

/** Places and scores, changes only against what is public too. @throws MissingResource */
export async function publicRanking(
  books: Books,
  scope: { programme: string; period: string; sample: boolean },
): Promise<PublicRanking> {
  const { release, before } = await releaseOf(books, scope);
  const previous = before.at(-2) ?? null;
  const standings = await books.overviews.standingsOf(release.assessment, previous?.assessment ?? null);
  return {
    result: describeRelease(release),
    previous: previous && describeRelease(previous),
    standings: standings.map(publicStanding),
  };
}

/** One unit's score by items. @throws MissingResource */
export async function publicUnit(
  books: Books,
  organisation: string,
  scope: { programme: string; period: string; sample: boolean },
): Promise<PublicUnit> {
  const { release, before } = await releaseOf(books, scope);
  const { result, standings } = await publicRanking(books, scope);
  const standing = standings.find((one) => one.organisation === organisation);
  if (!standing) throw new MissingResource([{ where: '公开页', what: '这一期的结果中没有这个单位' }]);
  const [items, places] = await Promise.all([
    books.publicPage.items(release.assessment, organisation),
    books.publicPage.places(
      organisation,
      before.map(({ assessment }) => assessment),
    ),
  ]);
  return { result, standing, items: items.map(({ organisation: _, ...item }) => item), places };
}

function publicStanding(standing: Standing): PublicStanding {
  const { organisation, name, level, category, score, grade, coverage, rank, vetoed } = standing;
  const { previousScore, previousRank } = standing;
  return { organisation, name, level, category, score, grade, coverage, rank, vetoed, previousScore, previousRank };
}
