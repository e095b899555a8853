import { addDays, diffDays, type LocalDate, type Workdays } from '#calendar';
import type { DocumentFact, IssuedOnSource, UnreadFact } from '#facts';
import { isMoved } from './documents.js';
import { doubtReason, joinReasons, otherDay } from './doubts.js';
import { isRepost, maybeRepost } from './makers.js';
import type { OrganisationRef } from './model.js';

export interface TimelinessParams {
  /** Working days from the start day, which is not counted. */
  workdays: number;
  /** What starts the clock: the date of issue, or the date from which the document is in force. */
  startsFrom: 'issued' | 'effective';
}

export interface Timeliness {
  /** Last day in time; null without a date of issue or outside the known calendar. */
  deadline: LocalDate | null;
  /** Working days after the start day up to and including the day of publication. */
  workdaysTaken: number | null;
  /** By the count; `notMeasured` also where the dates do not tell what is counted (contradictions, moved archives). */
  timeliness: 'onTime' | 'late' | 'notMeasured';
  /** Why it is left to a person: a document in doubt is never held against the unit, also when the count says `late`. */
  doubt: string | null;
}

/** A document with what was found of its timeliness. */
export interface JudgedDocument {
  document: DocumentFact;
  judged: Timeliness;
  /** Looks late, but was made by a higher authority: neither late nor in doubt. */
  repost: boolean;
}

export type TimedDocument = Pick<
  DocumentFact,
  'issuedOn' | 'publishedOn' | 'publishedOnOthers' | 'saysMoved' | 'doubts'
>;

/** So many working days over are left to a person where the date of issue stands only in the signature or the text. */
const uncertainWorkdays = 2;
/**
 * So many late documents that appeared within a day of each other, of as many days of issue over such a span, were put
 * up in one go: pages moved, or a site whose pages were all made anew. Nobody issues documents for four months and takes
 * them to the site on one morning unless something else happened that morning; a person is asked what.
 */
const batch = { documents: 5, spanDays: 120, withinDays: 1 };
/**
 * Archives (pages more than a year old when they appeared) that stand around a late document: they show that a move was
 * under way. A move is carried out column by column and takes longer than a day, so that in one column the days between
 * may be more.
 */
const neighbourhood = { archives: 3, withinDays: 3, withinDaysInColumn: 15 };

/**
 * Whether a document was published within the working days allowed after its issue. Pure function of its dates.
 * Undated documents, and such as the working-day calendar does not cover, are not measured. Late and to be held against
 * the unit is only what is `late` without a doubt. Where a date is doubtful, it is what all readings of the dates agree
 * upon, and late never without a doubt; readings that disagree measure nothing.
 */
export function timelinessOf(document: TimedDocument, params: TimelinessParams, workdays: Workdays): Timeliness {
  const taken = countOf(document, params, workdays);
  const reason = doubtReason(document, ['issuedOn', 'publishedOn']);
  // What carries no date, or one beyond the calendar, is not measured anyway.
  if (reason === null || (taken.timeliness === 'notMeasured' && taken.doubt === null)) return taken;
  const said = new Set(readingsOf(document).map((reading) => countOf(reading, params, workdays).timeliness));
  const timeliness = said.size === 1 ? taken.timeliness : 'notMeasured';
  if (timeliness === 'onTime') return taken;
  return { ...taken, timeliness, doubt: joinReasons(`日期读法有疑：${reason}`, taken.doubt) };
}

/** The document with its dates as they were taken, and with each date that contradicts them. */
function readingsOf(document: TimedDocument): TimedDocument[] {
  const { issuedOn, publishedOn } = document;
  const otherIssue = otherDay(document, 'issuedOn');
  const otherPublication = otherDay(document, 'publishedOn');
  const issues = [issuedOn, ...(issuedOn && otherIssue ? [{ ...issuedOn, on: otherIssue }] : [])];
  const publications = [
    publishedOn,
    ...(publishedOn && otherPublication ? [{ ...publishedOn, on: otherPublication }] : []),
  ];
  return issues.flatMap((issue) =>
    publications.map((publication) => ({ ...document, issuedOn: issue, publishedOn: publication })),
  );
}

/** By the dates alone, whatever the doubts about them. */
function countOf(document: TimedDocument, params: TimelinessParams, workdays: Workdays): Timeliness {
  const { issuedOn, publishedOn } = document;
  if (!issuedOn) return { deadline: null, workdaysTaken: null, timeliness: 'notMeasured', doubt: null };
  const deadline = lastDayInTime(issuedOn.on, params.workdays, workdays);
  const open = (workdaysTaken: number | null, doubt: string | null): Timeliness => {
    return { deadline, workdaysTaken, timeliness: 'notMeasured', doubt };
  };
  if (!publishedOn) return open(null, null);
  if (publishedOn.on < issuedOn.on) {
    return open(null, `发布日期${publishedOn.on}早于成文日期${issuedOn.on}，日期相互矛盾`);
  }
  const workdaysTaken = workdaysBetween(issuedOn.on, publishedOn.on, workdays);
  // Archives reach further back than the calendar of working days.
  if (workdaysTaken === null) return open(null, isMoved(document) ? movedReason(document) : null);
  // With the start and the publication covered, a deadline beyond the calendar is later than the publication.
  if (deadline === null || publishedOn.on <= deadline)
    return { deadline, workdaysTaken, timeliness: 'onTime', doubt: null };
  const reason = openReason(document, deadline, params);
  if (reason !== null) return open(workdaysTaken, reason);
  const doubt = narrowReason(issuedOn.source, workdays.between(deadline, publishedOn.on));
  return { deadline, workdaysTaken, timeliness: 'late', doubt };
}

/**
 * The timeliness of a site's documents, each also in the light of the others, of those that could not be read, and of who
 * made it.
 */
export function judgeTimeliness(
  documents: readonly DocumentFact[],
  params: TimelinessParams,
  workdays: Workdays,
  organisation: OrganisationRef,
  unread: readonly UnreadFact[] = [],
): JudgedDocument[] {
  const judged = documents.map((document): JudgedDocument => {
    return { document, judged: timelinessOf(document, params, workdays), repost: false };
  });
  const moves = new Moves(
    judged.filter(looksLate).map(({ document }) => document),
    unread.filter(({ visit }) => visit.as === 'detail'),
  );
  return judged.map((entry) => {
    const { document, judged: alone } = entry;
    if (!looksLate(entry)) return entry;
    if (isRepost(document, organisation)) {
      const doubt = '由上级机关制作，本单位只是转载';
      return { document, judged: { ...alone, timeliness: 'notMeasured' as const, doubt }, repost: true };
    }
    const moved = alone.timeliness === 'late' ? moves.reasonFor(document) : null;
    if (moved !== null) {
      const doubt = joinReasons(moved, alone.doubt);
      return { document, judged: { ...alone, timeliness: 'notMeasured' as const, doubt }, repost: false };
    }
    const maker = maybeRepost(document, organisation);
    const doubt = maker === null ? alone.doubt : joinReasons(alone.doubt, `可能由上级机关制作：${maker}`);
    return { document, judged: { ...alone, doubt }, repost: false };
  });
}

function looksLate({ document, judged }: JudgedDocument): boolean {
  const { timeliness, doubt, workdaysTaken } = judged;
  return timeliness === 'late' || (doubt !== null && (workdaysTaken !== null || isMoved(document)));
}

/** Why the dates do not say when the document was really published or its clock really started, or null. */
function openReason(document: TimedDocument, deadline: LocalDate, params: TimelinessParams): string | null {
  const { issuedOn, publishedOn, publishedOnOthers } = document;
  if (!issuedOn || !publishedOn) return null;
  const inTime = publishedOnOthers.find((other) => other.on <= deadline);
  if (inTime) return `页面另有发布日期${inTime.on}（${inTime.words}），按此未超期`;
  if (isMoved(document)) return movedReason(document);
  return params.startsFrom === 'effective' ? '时限自施行之日起算，而页面没有写明施行日期' : null;
}

function movedReason({ saysMoved, issuedOn, publishedOn }: TimedDocument): string {
  if (saysMoved) return '页面写明由原网站迁移而来，首次发布的日期已不可知';
  return `疑为历史文件迁移：成文${diffDays(issuedOn!.on, publishedOn!.on)}天后才出现在现网址`;
}

/** Why a lateness by the count is too narrow to be held against the unit, or null. */
function narrowReason(source: IssuedOnSource, over: number): string | null {
  if (source === 'metadata' || over > uncertainWorkdays) return null;
  const where = { signature: '落款', text: '正文', list: '栏目列表' }[source];
  return over === 0 ? `成文日期只见于${where}，且仅超期限后的休息日` : `成文日期只见于${where}，且仅超${over}个工作日`;
}

/** What the documents of a site that look late say together: whether one of them was moved with others. */
class Moves {
  private readonly byDay = new Map<LocalDate, DocumentFact[]>();
  private readonly archives: DocumentFact[];

  constructor(
    late: readonly DocumentFact[],
    private readonly unread: readonly UnreadFact[],
  ) {
    for (const document of late) {
      const day = document.publishedOn!.on;
      const ofDay = this.byDay.get(day);
      if (ofDay) ofDay.push(document);
      else this.byDay.set(day, [document]);
    }
    this.archives = late.filter(isMoved);
  }

  /** Why a late document is taken for one of a moved archive, or null. */
  reasonFor(document: DocumentFact): string | null {
    const day = document.publishedOn!.on;
    const around = this.publishedAround(day);
    const issued = [...new Set(around.map((other) => other.issuedOn!.on))].sort();
    const spanDays = diffDays(issued[0]!, issued.at(-1)!);
    if (issued.length >= batch.documents && spanDays >= batch.spanDays)
      return `疑为历史文件迁移：同一天或前后一天集中发布了${around.length}份成文时间相差${spanDays}天的文件`;
    // The rest of a move may stand on the pages of this column that could not be read.
    const unread = this.unread.filter(({ visit }) => visit.columnKey === document.columnKey).length;
    if (issued.length > 1 && spanDays >= batch.spanDays && issued.length + unread >= batch.documents)
      return `疑为历史文件迁移：同一天或前后一天发布的${around.length}份文件成文时间相差${spanDays}天，另有${unread}个页面未能读取`;
    const neighbours = this.archives.filter((archive) => archive !== document && isNeighbour(archive, document));
    return neighbours.length >= neighbourhood.archives
      ? `疑为历史文件迁移：与${neighbours.length}份成文一年以上的旧文件同批上网`
      : null;
  }

  private publishedAround(day: LocalDate): DocumentFact[] {
    const days = Array.from({ length: 2 * batch.withinDays + 1 }, (_, n) => addDays(day, n - batch.withinDays));
    return days.flatMap((other) => this.byDay.get(other) ?? []);
  }
}

function isNeighbour(archive: DocumentFact, document: DocumentFact): boolean {
  const days = Math.abs(diffDays(archive.publishedOn!.on, document.publishedOn!.on));
  const sameColumn = archive.columnName !== null && archive.columnName === document.columnName;
  return days <= (sameColumn ? neighbourhood.withinDaysInColumn : neighbourhood.withinDays);
}

/** Null where the working-day calendar does not reach. */
function lastDayInTime(start: LocalDate, days: number, workdays: Workdays): LocalDate | null {
  try {
    return workdays.add(start, days);
  } catch (error) {
    return notCovered(error);
  }
}

/** Null where the working-day calendar does not reach. */
function workdaysBetween(start: LocalDate, end: LocalDate, workdays: Workdays): number | null {
  try {
    return workdays.between(start, end);
  } catch (error) {
    return notCovered(error);
  }
}

function notCovered(error: unknown): null {
  if (error instanceof RangeError) return null;
  throw error;
}
