import type { AttemptLimit } from '#access';
import { contactDays, remarkLength, remarkObjection, remarkState, type RemarkKind, type RemarkStep } from '#casework';
import type { PublicRemarkFilter, PublicRemarkRow, Stores } from '#database';
import { MissingResource, refused, sha256Hex } from '#kernel';
import { countAttempt } from '../access/sign-in.js';
import { holdToSample, tooLate, wordsOf } from '../casework/parties.js';
import { printInstant } from '../clock.js';
import type { PublicDeed } from './public-page.js';

const hour = 3_600_000;
/** A building may stand behind one address. */
const addressLimit: AttemptLimit = { failures: 10, withinMs: hour, lockMs: hour };
/** Of all together: nobody fills the list over many addresses. */
const wholeLimit: AttemptLimit = { failures: 300, withinMs: hour, lockMs: hour };

export interface NewRemark {
  /** Made by whoever sends it: sent twice, it is one. */
  id: string;
  organisation: string;
  kind: RemarkKind;
  words: string;
  contact: string | null;
  /** A field that no person sees: whatever fills it in is a program, and is told nothing. */
  trap: string;
}

/**
 * Takes what somebody says of a unit that stands on the public page. The address counts for the limit alone and is not kept with
 * what was said.
 * @param from `now` is when it is written down, `moment` the time outside, by which limits run
 * @returns minutes until it may be tried again; 0 when it was taken
 * @throws BadInput for words that are too few or too many; MissingResource for a unit that is not public
 */
export async function sendRemark(
  books: Pick<Stores, 'accounts' | 'publicPage' | 'remarks'>,
  sample: boolean,
  request: NewRemark,
  { address, now, moment }: { address: string; now: Date; moment: Date },
): Promise<{ wait: number; name: string | null }> {
  const { id, organisation, kind } = request;
  const words = request.words.trim();
  const { least, most, contact: longest } = remarkLength;
  if (words.length < least || words.length > most)
    throw refused('意见', `共 ${words.length} 字`, `${least} 至 ${most} 字`);
  const contact = request.contact?.trim() || null;
  if (contact !== null && contact.length > longest)
    throw refused('联系方式', `共 ${contact.length} 字，过长`, `至多 ${longest} 字，可不填`);
  const doors = [
    [`remark ${sha256Hex(address)}`, addressLimit],
    ['remarks', wholeLimit],
  ] as [string, AttemptLimit][];
  const wait = await countAttempt(books, doors, moment);
  if (wait > 0) return { wait: Math.ceil(wait / 60_000), name: null };
  const released = (await books.publicPage.standing(sample)).map(({ assessment }) => assessment);
  if ((await books.publicPage.places(organisation, released)).length === 0)
    throw new MissingResource([{ where: '单位', what: '公开页上没有这个单位' }]);
  if (request.trap !== '') return { wait: 0, name: null };
  await forgetContacts(books, now);
  await books.remarks.add({ id, sample, organisation, kind, words, contact, at: now.toISOString() });
  return { wait: 0, name: (await books.remarks.remark(id))?.name ?? null };
}

/** What the public said, newest first. @param seesContacts only the office does */
export async function remarksFor(
  books: Pick<Stores, 'remarks'>,
  filter: PublicRemarkFilter,
  { seesContacts, now }: { seesContacts: boolean; now: Date },
): Promise<PublicRemarkRow[]> {
  await forgetContacts(books, now);
  const rows = await books.remarks.remarks(filter);
  return seesContacts ? rows : rows.map((row) => ({ ...row, contact: null }));
}

/** What of it stands on the public page, with the answer, newest first. */
export async function shownRemarks(books: Pick<Stores, 'remarks'>, filter: PublicRemarkFilter) {
  return (await books.remarks.remarks(filter)).flatMap(({ id, organisation, name, kind, words, at, steps }) => {
    const answer = steps.findLast(({ step }) => step === 'answered');
    if (remarkState(steps) !== 'shown' || !answer) return [];
    return { id, organisation, name, kind, words, at, answer: answer.words, answeredAt: answer.at };
  });
}

export interface RemarkDeed {
  /** Made by whoever does it: sent again, it is done once. */
  id: string;
  remark: string;
  step: RemarkStep;
  words: string;
  /** How many steps whoever does it has read. */
  seen: number;
}

/**
 * Answers a remark, lets it go unanswered, or puts it on the public page or takes it from there.
 * @throws BadInput for missing words or a step out of turn; AlreadyDone where somebody else was faster; MissingResource
 */
export async function stepRemark(
  { remarks }: Pick<Stores, 'remarks'>,
  sample: boolean,
  { id, remark, step, words, seen }: RemarkDeed,
  { doer, now }: PublicDeed,
): Promise<PublicRemarkRow> {
  const nothing = new MissingResource([{ where: '公众意见', what: '没有这条意见' }]);
  if ((await remarks.remark(remark))?.sample !== sample) throw nothing;
  holdToSample('公众意见', doer, { sample });
  const needsWords = step === 'answered' || step === 'dismissed';
  const said = needsWords ? wordsOf(step === 'answered' ? '答复' : '理由', words) : words.trim().slice(0, 2000);
  const row = { id, step, words: said, account: doer.account, author: doer.name, at: now.toISOString() };
  const taken = await remarks.take(remark, row, ({ steps }) => {
    const last = steps.at(-1);
    if (last && steps.length !== seen)
      throw tooLate('公众意见', `${last.author}已于 ${printInstant(last.at)} 办理，请刷新后再办`);
    const objection = remarkObjection(remarkState(steps), step);
    if (objection !== null) throw refused('公众意见', objection);
  });
  if (taken === null) throw nothing;
  return taken;
}

function forgetContacts({ remarks }: Pick<Stores, 'remarks'>, now: Date): Promise<void> {
  return remarks.forgetContacts(new Date(now.getTime() - contactDays * 24 * hour));
}
