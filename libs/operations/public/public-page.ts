import { parsePeriod } from '#calendar';
import { circularStanding } from '#casework';
import type { AssessmentHead, ListedCircular, PublicPageWordRow, StandingRelease, Stores } from '#database';
import { refused } from '#kernel';
import { holdToSample, publishedHead, tooLate, wordsOf, type Author } from '../casework/parties.js';
import { printInstant } from '../clock.js';

type Books = Pick<Stores, 'assessments' | 'circulars' | 'publicPage'>;

/** Who decides, and when. */
export interface PublicDeed {
  doer: Author;
  now: Date;
}

/** The terms that are offered where an office has none of its own. */
export const usualLicence = '本数据可以自由使用、转载和加工，使用时请注明来源和数据日期。';

export interface PageSwitch {
  /** Made by whoever sends it: sent again, it is said once. */
  id: string;
  isOpen: boolean;
  office: string;
  licence: string;
  reason: string;
  /** The word that was read; null where none stood. */
  seen: string | null;
}

/**
 * Switches the public page on or off, or changes who publishes and under which terms. Both hold at once.
 * @returns the word before
 * @throws BadInput for missing words; AlreadyDone where somebody else was faster
 */
export async function switchPublicPage(
  { publicPage }: Pick<Stores, 'publicPage'>,
  sample: boolean,
  request: PageSwitch,
  { doer, now }: PublicDeed,
): Promise<PublicPageWordRow | null> {
  holdToSample('公开页', doer, { sample });
  const { id, isOpen, seen } = request;
  const before = await publicPage.word(sample);
  const { office, licence } = isOpen
    ? termsOf(request)
    : { office: before?.office ?? '', licence: before?.licence ?? '' };
  const row: PublicPageWordRow = {
    ...{ id, sample, isOpen, office, licence, reason: wordsOf('理由', request.reason) },
    ...{ account: doer.account, author: doer.name, at: now.toISOString() },
  };
  await publicPage.say(row, (standing) => {
    if ((standing?.id ?? null) !== seen)
      throw tooLate('公开页', `${deedOf(standing, standing?.isOpen ? '开启' : '关闭')}，请刷新后再办`);
    if (!isOpen && !standing?.isOpen) throw refused('公开页', '没有开启，不必关闭');
  });
  return before;
}

function termsOf({ office, licence }: PageSwitch): { office: string; licence: string } {
  const short = (where: string, text: string, most: number) => {
    const words = wordsOf(where, text);
    if (words.length > most) throw refused(where, `共 ${words.length} 字，过长`, `一至 ${most} 字`);
    return words;
  };
  return { office: short('发布机关', office, 60), licence: short('使用许可', licence, 300) };
}

export interface ReleaseRequest {
  id: string;
  programme: string;
  period: string;
  isReleased: boolean;
  reason: string;
  /** The word on this period that was read; null where none stood. */
  seen: string | null;
}

/**
 * Puts the newest result of a period on the public page, or takes what stands there from it. A result that is scored again later
 * does not take its place by itself.
 * @throws BadInput where no circular was issued on the result; AlreadyDone where somebody else was faster
 */
export async function releaseResult(
  books: Books,
  sample: boolean,
  request: ReleaseRequest,
  { doer, now }: PublicDeed,
): Promise<void> {
  holdToSample('公开', doer, { sample });
  const { id, programme, period, isReleased, seen } = request;
  const title = parsePeriod(period).title;
  const reason = wordsOf('理由', request.reason);
  const assessment = isReleased
    ? await issuedResult(books, { programme, period, sample })
    : (await books.publicPage.standing(sample)).find((one) => one.programme === programme && one.period === period)
        ?.assessment;
  if (assessment === undefined) throw refused('公开', `${title}没有公开，不必撤下`);
  const { account, name: author } = doer;
  const row = { id, programme, period, sample, assessment, isReleased, reason, account, author, at: now.toISOString() };
  await books.publicPage.release(row, (standing) => {
    if ((standing?.id ?? null) !== seen)
      throw tooLate(
        '公开',
        `${deedOf(standing, standing?.isReleased ? `公开${title}` : `撤下${title}`)}，请刷新后再办`,
      );
  });
}

async function issuedResult(
  books: Books,
  scope: { programme: string; period: string; sample: boolean },
): Promise<string> {
  const head = await publishedHead(books, scope);
  if (circularOn(head, await books.circulars.listCirculars(scope)) !== null) return head.id;
  throw refused(
    '公开',
    `${parsePeriod(scope.period).title}最近一次评分还没有通报`,
    '先在“通报”页生成或印发这一次评分的通报，再公开',
  );
}

/** The newest circular on a result that was not revoked; null where none was issued on it. */
function circularOn(head: AssessmentHead, circulars: readonly ListedCircular[]): ListedCircular | null {
  const isRevoked = ({ words }: ListedCircular) =>
    circularStanding(
      words.map(({ word }) => word),
      false,
    ) === 'revoked';
  // One that was written straight from a result names none: it is on the newest of its time.
  return (
    circulars.find((one) => {
      if (isRevoked(one)) return false;
      return one.period === head.period && one.assessment === null
        ? one.createdAt >= head.assessedAt
        : one.assessment === head.id;
    }) ?? null
  );
}

/** A period that was assessed, and whether it stands or may stand on the public page. */
export interface ReleasablePeriod extends AssessmentHead {
  title: string;
  released: StandingRelease | null;
  /** Title of the circular on the newest result; null where there is none yet. */
  circular: string | null;
  /** The word on this period that stands, which the next one names as seen. */
  seen: string | null;
}

/** All assessed periods of a programme, newest first. */
export async function releasablePeriods(books: Books, programme: string, sample: boolean): Promise<ReleasablePeriod[]> {
  const [heads, standing, words, circulars] = await Promise.all([
    books.assessments.assessedPeriods(programme, sample),
    books.publicPage.standing(sample),
    books.publicPage.releases(sample),
    books.circulars.listCirculars({ programme, sample }),
  ]);
  const isOf = (head: AssessmentHead) => (one: { programme: string; period: string }) =>
    one.programme === head.programme && one.period === head.period;
  return heads.reverse().map((head) => ({
    ...head,
    title: parsePeriod(head.period).title,
    released: standing.find(isOf(head)) ?? null,
    circular: circularOn(head, circulars)?.title ?? null,
    seen: words.find(isOf(head))?.id ?? null,
  }));
}

function deedOf(standing: { author: string; at: string; reason: string } | null, verb: string): string {
  if (standing === null) return '情况已有变化';
  return `${standing.author}已于 ${printInstant(standing.at)} ${verb}（${standing.reason.slice(0, 100)}）`;
}
