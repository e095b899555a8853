import { diffDays, type LocalDate, type Workdays } from '#calendar';
import type { DocumentFact, IssuedOnSource } from '#facts';
import { isMoved, isRepost } from './documents.js';
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

export type TimedDocument = Pick<DocumentFact, 'issuedOn' | 'publishedOn' | 'publishedOnOthers'>;

/** So many working days over are left to a person where the date of issue stands only in the signature or the text. */
const uncertainWorkdays = 2;
/** So many late documents of one day, issued over such a span, are a move of old pages in one go. */
const batch = { documents: 8, spanDays: 180 };

/**
 * Whether a document was published within the working days allowed after its issue. Pure function of its dates.
 * Undated documents, and such as the working-day calendar does not cover, are not measured. Late and to be held against
 * the unit is only what is `late` without a doubt.
 */
export function timelinessOf(document: TimedDocument, params: TimelinessParams, workdays: Workdays): Timeliness {
  const { issuedOn, publishedOn } = document;
  if (!issuedOn) return { deadline: null, workdaysTaken: null, timeliness: 'notMeasured', doubt: null };
  const deadline = covered(() => workdays.add(issuedOn.on, params.workdays));
  const said = (timeliness: Timeliness['timeliness'], workdaysTaken: number | null, doubt: string | null = null) => ({
    deadline,
    workdaysTaken,
    timeliness,
    doubt,
  });
  if (!publishedOn) return said('notMeasured', null);
  if (publishedOn.on < issuedOn.on) {
    return said('notMeasured', null, `发布日期${publishedOn.on}早于成文日期${issuedOn.on}，日期相互矛盾`);
  }
  const taken = covered(() => workdays.between(issuedOn.on, publishedOn.on));
  if (taken === null) return said('notMeasured', null);
  // With the start and the publication covered, a deadline beyond the calendar is later than the publication.
  if (deadline === null || publishedOn.on <= deadline) return said('onTime', taken);
  const open = openReason(document, deadline, params);
  if (open !== null) return said('notMeasured', taken, open);
  return said('late', taken, narrowReason(issuedOn.source, workdays.between(deadline, publishedOn.on)));
}

/** The timeliness of a site's documents, each also in the light of the others and of who made it. */
export function judgeTimeliness(
  documents: readonly DocumentFact[],
  params: TimelinessParams,
  workdays: Workdays,
  organisation: OrganisationRef,
): JudgedDocument[] {
  const judged = documents.map((document) => ({ document, judged: timelinessOf(document, params, workdays) }));
  const batchDays = daysOfBatches(
    judged.filter(({ judged: alone }) => looksLate(alone)).map((entry) => entry.document),
  );
  return judged.map(({ document, judged: alone }) => {
    if (looksLate(alone) && isRepost(document, organisation)) {
      const doubt = '由上级机关制作，本单位只是转载';
      return { document, judged: { ...alone, timeliness: 'notMeasured' as const, doubt }, repost: true };
    }
    const size = looksLate(alone) ? batchDays.get(document.publishedOn?.on ?? '') : undefined;
    if (size === undefined) return { document, judged: alone, repost: false };
    const doubt = `疑为历史文件迁移：同一天集中发布了${size}份成文时间相差很大的文件`;
    return { document, judged: { ...alone, timeliness: 'notMeasured' as const, doubt }, repost: false };
  });
}

function looksLate({ timeliness, doubt, workdaysTaken }: Timeliness): boolean {
  return timeliness === 'late' || (doubt !== null && workdaysTaken !== null);
}

/** Why the dates do not say when the document was really published or its clock really started, or null. */
function openReason(document: TimedDocument, deadline: LocalDate, params: TimelinessParams): string | null {
  const { issuedOn, publishedOn, publishedOnOthers } = document;
  if (!issuedOn || !publishedOn) return null;
  const inTime = publishedOnOthers.find((other) => other.on <= deadline);
  if (inTime) return `页面另有发布日期${inTime.on}（${inTime.words}），按此未超期`;
  if (isMoved(document)) {
    return `疑为历史文件迁移：成文${diffDays(issuedOn.on, publishedOn.on)}天后才出现在现网址`;
  }
  return params.startsFrom === 'effective' ? '时限自施行之日起算，而页面没有写明施行日期' : null;
}

/** Why a lateness by the count is too narrow to be held against the unit, or null. */
function narrowReason(source: IssuedOnSource, over: number): string | null {
  if (source === 'metadata' || over > uncertainWorkdays) return null;
  const where = source === 'signature' ? '落款' : '正文';
  return over === 0 ? `成文日期只见于${where}，且仅超期限后的休息日` : `成文日期只见于${where}，且仅超${over}个工作日`;
}

/** Days on which a batch of old documents appeared, with their number. */
function daysOfBatches(late: readonly DocumentFact[]): Map<LocalDate, number> {
  const byDay = new Map<LocalDate, DocumentFact[]>();
  for (const document of late) {
    const day = document.publishedOn?.on ?? '';
    byDay.set(day, [...(byDay.get(day) ?? []), document]);
  }
  const batches = new Map<LocalDate, number>();
  for (const [day, documents] of byDay) {
    const issued = documents.flatMap((document) => document.issuedOn?.on ?? []).sort();
    const [first, last] = [issued[0], issued.at(-1)];
    if (!first || !last || documents.length < batch.documents) continue;
    if (diffDays(first, last) >= batch.spanDays) batches.set(day, documents.length);
  }
  return batches;
}

/** Null where the working-day calendar does not reach. */
function covered<Value>(ask: () => Value): Value | null {
  try {
    return ask();
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
