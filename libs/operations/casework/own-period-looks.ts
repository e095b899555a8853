import { addDays, parsePeriod } from '#calendar';
import { lookState, recheckWithinDays, type LaterResult } from '#casework';
import type { AssessmentHead, OrganisationRow, RectificationRow, RoundRow, Stores } from '#database';
import type { SiteFacts } from '#facts';
import { PersonalError } from '#kernel';
import type { Programme } from '#programmes';
import { dayOf } from '../clock.js';
import type { House } from '../house.js';
import { asScored, lookUpProgramme } from '../plans.js';
import { resultOf } from '../score-units.js';
import { evidenceOf, roundsWithFacts } from '../site-evidence.js';

type Books = Stores & Pick<House, 'blobs' | 'clock'>;

/**
 * Holds notices against rounds that came after them: the newest evidence is judged as the period of the notice was, in memory,
 * on its day and by its programme. Without that, a document of last quarter that was mended would never be seen to be, for
 * results of this quarter do not speak of it. Each notice is held against a round once.
 * @returns names of the units that were looked at.
 */
export async function takeOwnPeriodLooks(books: Books): Promise<string[]> {
  const due = await books.rectifications.looksToTake(addDays(dayOf(books.clock.now()), -recheckWithinDays));
  if (due.length === 0) return [];
  const units = await books.organisations.listOrganisations({ only: [...new Set(due.map((one) => one.organisation))] });
  const rounds = await roundsWithFacts(books, units);
  const looked: string[] = [];
  for (const { id, organisation, issuedAt, rounds: before } of due) {
    const unit = units.find((one) => one.id === organisation);
    const round = rounds.get(organisation);
    if (!unit || !round || round.startedAt <= issuedAt || before.includes(round.id)) continue;
    const notice = await books.rectifications.notice(id);
    if (notice && (await takeOne(books, notice, unit, round))) looked.push(unit.name);
  }
  return [...new Set(looked)];
}

async function takeOne(
  books: Books,
  notice: RectificationRow,
  unit: OrganisationRow,
  round: RoundRow,
): Promise<boolean> {
  const { programme: id, period, sample } = notice;
  const head = await books.assessments.head({ programme: id, period, sample });
  const programme = head && (await programmeOf(books, id, head));
  if (!programme) return false;
  const evidence = await evidenceOf(books, [unit], false, undefined, new Map([[unit.id, round]]));
  const facts = evidence.get(unit.id)?.facts;
  if (!facts) return false;
  const about = { programme, period: parsePeriod(period), asOf: head.asOf, units: [unit], evidence };
  const results = (await resultOf(books, about)).scorecards.flatMap((card) => card.results);
  const now = new Map(results.flatMap(({ findings }) => findings).map((finding) => [finding.id, finding]));
  const later: LaterResult = {
    found: new Set(now.keys()),
    measured: new Set(
      results.filter(({ outcome }) => outcome === 'pass' || outcome === 'fail').map(({ indicator }) => indicator),
    ),
    read: pagesOf(facts),
  };
  const looks = notice.findings.map(async (finding) => {
    const capture = now.get(finding.id)?.evidence.capture;
    const page = capture === undefined ? null : await books.evidence.capture(capture);
    return {
      ...{ notice: notice.id, finding: finding.id, round: round.id, state: lookState(finding, later) },
      ...{ seenAnew: page?.revisit?.how !== 'carried', seenAt: new Date(round.startedAt) },
    };
  });
  await books.rectifications.keepLooks(await Promise.all(looks));
  return true;
}

/** Null where it came from a file and is known no more. */
async function programmeOf(books: Books, id: string, head: AssessmentHead): Promise<Programme | null> {
  try {
    return await asScored(await lookUpProgramme(id, books), head, books);
  } catch (error) {
    if (error instanceof PersonalError) return null;
    throw error;
  }
}

function pagesOf({ home, documents, interpretations, columns, annualReports, guides }: SiteFacts): Set<string> {
  const pages = [...documents, ...interpretations, ...columns, ...annualReports, ...(guides ?? [])];
  return new Set([home?.url, ...pages.map(({ url }) => url)].filter((url) => typeof url === 'string'));
}
