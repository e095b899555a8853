import { addDays } from '#calendar';
import {
  circularDraftState,
  circularDraftStateTitles,
  reviewObjection,
  stepObjection,
  type CircularStep,
} from '#casework';
import {
  composeCircular,
  plainText,
  printCircular,
  putTogether,
  takeApart,
  unchecked,
  type CircularKind,
  type CircularModel,
  type SpecialRule,
  type Wording,
} from '#circulars';
import { findBrowser } from '#crawlers';
import type { CircularDraftRow, CircularRow, CircularVersionRow, StandingDraft } from '#database';
import { BadInput, canonicalJson, refused, stableId } from '#kernel';
import { holdToAlarms } from './casework/alarms.js';
import { tooLate as late, wordsOf, type Author } from './casework/parties.js';
import { correctedWords } from './circular-words.js';
import { dayOf, printInstant } from './clock.js';
import { circularDraftOf, draftedCircular, figuresOf } from './drafted-circular.js';
import { freezeCircular, type CircularBooks } from './issue-circular.js';
import { documentNumberOf, holdToOnce } from './letterheads.js';

type Books = Omit<CircularBooks, 'settings'>;

/** Who does something to a draft, and when. */
export interface DraftDeed {
  doer: Author;
  now: Date;
}

/** Pauses shorter than this leave no version of their own. */
const oneSitting = 10 * 60_000;

export interface DraftRequest {
  /** Made by whoever begins it: sent again, it is the same draft. */
  id: string;
  programme: string;
  period: string;
  kind: CircularKind;
  letterhead?: string | undefined;
  special?: SpecialRule | undefined;
  /** Id of the circular that it corrects. */
  corrects?: string | undefined;
}

/**
 * Begins a draft on the last assessment of a programme and period.
 * @throws BadInput as `issueCircular`
 */
export async function beginCircularDraft(
  books: Books,
  { id, corrects, ...request }: DraftRequest,
  { doer, now }: DraftDeed,
): Promise<CircularDraftRow> {
  const { sample } = doer;
  const known = await books.circularDrafts.draft(id);
  if (known) return known;
  const named = corrects === undefined ? {} : { corrects: await correctedWords(books, corrects, sample) };
  const { snapshot, chosen } = await freezeCircular(books, { ...request, ...named, sample });
  const head = await books.assessments.head({ programme: snapshot.programme.id, period: snapshot.period.id, sample });
  if (!head) throw refused('通报', `${snapshot.period.title}还没有评过分`, '先评分，再起草通报');
  const model = composeCircular(snapshot);
  const computedSha256 = await books.blobs.put(Buffer.from(JSON.stringify(model)));
  const row: CircularDraftRow = {
    ...{ id, programme: snapshot.programme.id, period: snapshot.period.id, kind: request.kind, sample },
    ...{ title: plainText(model.title), assessment: head.id, assessedAt: head.assessedAt, computedSha256 },
    ...{ letterhead: chosen?.id ?? null, letterheadVersion: chosen?.version ?? null, corrects: corrects ?? null },
    ...{ account: doer.account, author: doer.name, createdAt: now.toISOString() },
  };
  await books.circularDrafts.begin(row, takeApart(model).wording);
  return row;
}

/**
 * Keeps the text of a draft over the one that was read.
 * @param change.assessedAt of the figures between whose numbers it was written: on others the numbers would mean something else
 * @returns the version, and the sentences with numbers that nobody answers for
 * @throws BadInput; AlreadyDone where somebody saved meanwhile or it is not being edited
 */
export async function saveCircularDraft(
  books: Books,
  {
    id,
    wording,
    revision,
    assessedAt,
  }: { id: string; wording: Wording; revision: number; assessedAt?: string | undefined },
  { doer, now }: DraftDeed,
): Promise<{ version: CircularVersionRow; unchecked: string[] }> {
  const draft = await circularDraftOf(books, id, doer.sample);
  const { computed, version: known } = await draftedCircular(books, draft);
  const model = putTogether(computed, wording);
  // Saved, but the answer was lost on its way: the same again is the same.
  if (known.account === doer.account && canonicalJson(known.wording) === canonicalJson(wording))
    return { version: known, unchecked: unchecked(model) };
  const version = await books.circularDrafts.save(
    id,
    { wording, account: doer.account, author: doer.name, savedAt: now.toISOString() },
    {
      since: new Date(now.getTime() - oneSitting).toISOString(),
      refuse(standing) {
        refuseUneditable(standing, revision);
        const figures = figuresOf(draft, standing.newest);
        if (assessedAt !== undefined && figures.assessedAt !== assessedAt)
          throw tooLate('本稿已换成新的数字，这里的没有保存；请改用已保存的，再改文字');
      },
    },
  );
  return { version, unchecked: unchecked(model) };
}

/** @throws AlreadyDone where a draft is not being edited, or was saved since it was read */
export function refuseUneditable({ steps, newest }: StandingDraft, revision: number): void {
  const state = circularDraftState(steps);
  const last = steps.at(-1);
  if (state !== 'editing')
    throw tooLate(
      `${last?.author}已于${printInstant(last?.at ?? '')}办理，本稿${circularDraftStateTitles[state]}，不能修改`,
    );
  if (newest.revision !== revision)
    throw tooLate(`${newest.author}已于${printInstant(newest.savedAt)}保存过，这里的没有保存`);
}

export interface DraftStep {
  /** Made by whoever takes it: sent again, it is taken once. */
  id: string;
  step: Exclude<CircularStep, 'issued'>;
  /** Of the text that was read. */
  revision: number;
  reason: string;
}

/**
 * Sends a draft for review, approves it, sends it back, takes it back or drops it.
 * @throws BadInput for numbers that nobody answers for, a missing reason and whoever reviews what he wrote; AlreadyDone where
 * it stands otherwise
 */
export async function stepCircularDraft(
  books: Books,
  draftId: string,
  { id, step, revision, reason }: DraftStep,
  { doer, now }: DraftDeed,
): Promise<void> {
  const draft = await circularDraftOf(books, draftId, doer.sample);
  if (step === 'sent') refuseUnchecked((await draftedCircular(books, draft)).model);
  const row = {
    ...{ id, step, revision, account: doer.account, author: doer.name, at: now.toISOString() },
    reason: step === 'returned' ? wordsOf('退回理由', reason) : reason.trim().slice(0, 2000),
  };
  await books.circularDrafts.take(draftId, row, (standing) => {
    refuseLate(standing, step, revision);
    const isReview = step === 'approved' || step === 'returned';
    const objection = isReview ? reviewObjection(standing.writers, doer.account) : null;
    if (objection) throw refused('审核', objection);
  });
}

export interface CircularIssue {
  id: string;
  revision: number;
  number: string;
  /** 成文日期. */
  date: string;
  /** 印发日期; by default the 成文日期. */
  printedOn?: string | undefined;
}

/**
 * Issues an approved draft under its number and date: written once, its bytes kept, and changed no more.
 * @throws BadInput for a number that cannot be, AlreadyDone for one that was given already or a draft that is not approved
 */
export async function issueCircularDraft(
  books: CircularBooks,
  draftId: string,
  issue: CircularIssue,
  { doer, now }: DraftDeed,
): Promise<{ circular: CircularRow; warnings: string[] }> {
  const draft = await circularDraftOf(books, draftId, doer.sample);
  const circularId = stableId('circular of draft', draftId);
  const known = await books.circulars.circular(circularId);
  if (known && (await books.circularDrafts.standing(draftId)).steps.some(({ id }) => id === issue.id))
    return { circular: known, warnings: [] };
  refuseLate(await books.circularDrafts.standing(draftId), 'issued', issue.revision);
  const { model, version } = await draftedCircular(books, draft);
  const number = documentNumberOf(model.letterhead, issue.number, issue.date);
  refuseUnchecked(model);
  refuseDate(model, issue, now);
  const printedOn = issue.printedOn === undefined || issue.printedOn === issue.date ? null : issue.printedOn;
  const head = await books.assessments.head({ programme: draft.programme, period: draft.period, sample: draft.sample });
  if (head) await holdToAlarms(books, head);
  const issued = asIssued(model, { number, issuedOn: issue.date, printedOn });
  const { title, files, warnings } = await printCircular(issued, findBrowser(books.settings));
  const kept: CircularRow['files'] = [];
  for (const { kind, name, bytes } of files)
    kept.push({ format: kind, name, sha256: await books.blobs.put(bytes), size: bytes.length });
  const at = now.toISOString();
  const { programme, period, kind, sample } = draft;
  const { assessment } = figuresOf(draft, version);
  const circular: CircularRow = {
    ...{ id: circularId, programme, period, kind, title, sample, assessment, createdAt: at, files: kept },
    ...{ number, issuedOn: issue.date, printedOn, draft: draftId },
  };
  const { account, name: author } = doer;
  const step = { id: issue.id, step: 'issued' as const, revision: issue.revision, reason: number, account, author, at };
  await books.circularDrafts.take(
    draftId,
    step,
    (standing, taken) => {
      refuseLate(standing, 'issued', issue.revision);
      holdToOnce(number, taken);
    },
    circular,
  );
  return { circular, warnings };
}

/** The circular of a draft under the number and days of its issue: printed again, it is the same to the byte. */
export function asIssued(
  model: CircularModel,
  { number, issuedOn, printedOn }: Pick<CircularRow, 'number' | 'issuedOn' | 'printedOn'>,
): CircularModel {
  return { ...model, number, date: issuedOn ?? model.date, ...(printedOn === null ? {} : { printedOn }) };
}

function refuseUnchecked(model: CircularModel): void {
  const sentences = unchecked(model);
  if (sentences.length === 0) return;
  const accepted = '删去数字、用算出的数字，或注明“已核对”和理由';
  throw new BadInput(
    sentences.map((sentence) => ({ where: '正文', what: `“${sentence.slice(0, 60)}”中有未经核对的数字`, accepted })),
  );
}

/** A circular is dated neither long before nor after the day on which it is issued, and leaves time to mend. */
function refuseDate({ deadline, blocks }: CircularModel, { date, printedOn = date }: CircularIssue, now: Date): void {
  const today = dayOf(now);
  if (date < addDays(today, -31) || date > addDays(today, 31))
    throw refused('成文日期', `${date}不合理`, `${addDays(today, -31)}至${addDays(today, 31)}`);
  if (printedOn < date || printedOn > addDays(date, 31))
    throw refused('印发日期', `${printedOn}不合理`, `${date}至${addDays(date, 31)}`);
  const runs = blocks.flatMap((block) => block.runs);
  if (deadline <= date && runs.some((run) => typeof run !== 'string' && run.kind === 'date' && run.day === deadline))
    throw refused('整改期限', `${deadline}不晚于成文日期${date}`, '收回修改整改期限，或提前成文日期');
}

function refuseLate({ steps, newest }: StandingDraft, step: CircularStep, revision: number): void {
  const objection = stepObjection(circularDraftState(steps), step);
  const last = steps.at(-1);
  if (objection !== null) {
    const who = last ? `${last.author}已于${printInstant(last.at)}办理，` : '';
    throw tooLate(`${who}${objection}，请刷新后再办`);
  }
  if (newest.revision !== revision)
    throw tooLate(`${newest.author}已于${printInstant(newest.savedAt)}改过，请刷新后再办`);
}

const tooLate = (what: string) => late('通报稿', what);
