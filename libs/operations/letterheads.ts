import type { LocalDate } from '#calendar';
import {
  checkLetterhead,
  letterheadSample,
  nextDocumentNumber,
  parseDocumentNumber,
  printDocumentNumber,
  renderCircularHtml,
  type Letterhead,
} from '#circulars';
import type { LetterheadRow, Stores } from '#database';
import { AlreadyDone, canonicalJson, refused } from '#kernel';
import { tooLate, wordsOf, type Author } from './casework/parties.js';
import { dayOf, printInstant } from './clock.js';

type Books = Pick<Stores, 'letterheads'>;

const where = '发文模板';

/** A letterhead that a circular takes, and which version of which it is. */
export interface ChosenLetterhead {
  id: string;
  version: number;
  letterhead: Letterhead;
}

/** Its content as it was kept. */
export const letterheadIn = ({ content }: LetterheadRow): Letterhead => content as Letterhead;

/**
 * Keeps a letterhead over the version that was read, 0 for a new one.
 * @param change.id made by whoever begins it
 * @returns its newest version; nothing is kept where nothing was changed
 * @throws BadInput; AlreadyDone where somebody kept one meanwhile
 */
export async function saveLetterhead(
  books: Books,
  change: { id: string; base: number; content: Letterhead; reason: string },
  { doer, now }: { doer: Author; now: Date },
): Promise<LetterheadRow> {
  const { id, base } = change;
  const content = checkLetterhead(change.content);
  const [known] = await books.letterheads.versions(id);
  if ((known ?? doer).sample !== doer.sample) throw refused(where, '没有这个模板', '发文模板页所列的');
  const same = (row: LetterheadRow) => canonicalJson(row.content) === canonicalJson(content);
  const row = {
    ...{ letterhead: id, sample: doer.sample, content, reason: wordsOf('理由', change.reason) },
    ...{ account: doer.account, author: doer.name, at: now.toISOString() },
  };
  await books.letterheads.keep(row, (all) => {
    const newest = all.find((one) => one.letterhead === id);
    if (newest && same(newest) && (newest.account === doer.account || newest.version === base)) return null;
    if ((newest?.version ?? 0) !== base)
      throw tooLate(
        where,
        newest
          ? `${newest.author}已于${printInstant(newest.at)}保存第 ${newest.version} 版，这里的没有保存`
          : '没有这个模板',
      );
    const namesake = all.find((one) => one.letterhead !== id && letterheadIn(one).code === content.code);
    if (namesake && content.inUse && letterheadIn(namesake).inUse)
      throw refused('机关代字', `“${content.code}”已由“${letterheadIn(namesake).issuer}”的模板使用`, '没有用过的代字');
    return base + 1;
  });
  return (await books.letterheads.versions(id))[0]!;
}

/** Newest first; none of a letterhead that is not of this kind of data. */
export async function letterheadVersions(books: Books, id: string, sample: boolean): Promise<LetterheadRow[]> {
  return (await books.letterheads.versions(id)).filter((row) => row.sample === sample);
}

/**
 * The newest version of a letterhead, without an id of the first in use; null where there is none.
 * @param at instant: the version that was the newest then
 * @throws BadInput for one that is unknown or out of use
 */
export async function chooseLetterhead(
  books: Books,
  sample: boolean,
  { id, at }: { id?: string | undefined; at?: string } = {},
): Promise<ChosenLetterhead | null> {
  const rows = (await books.letterheads.newest(sample, at)).filter((row) => letterheadIn(row).inUse);
  const row = id === undefined ? rows[0] : rows.find(({ letterhead }) => letterhead === id);
  if (row) return { id: row.letterhead, version: row.version, letterhead: letterheadIn(row) };
  if (id === undefined) return null;
  throw refused(where, '没有这个模板，或已停用', '发文模板页所列、在用的');
}

/** What its circulars look like, as a page that loads nothing. @throws BadInput as `saveLetterhead` */
export function letterheadPreview(content: Letterhead, sample: boolean, now: Date): string {
  return renderCircularHtml(letterheadSample(checkLetterhead(content), dayOf(now), sample));
}

/** 发文字号 as it is printed. @throws BadInput for what is none, or one of another office than the letterhead's */
export function documentNumberOf(letterhead: Letterhead | undefined, text: string, date: LocalDate): string {
  const parsed = parseDocumentNumber(text, date);
  if (letterhead && parsed.code !== letterhead.code)
    throw refused('发文字号', `代字“${parsed.code}”不是所用发文模板的`, `“${letterhead.code}”`);
  return printDocumentNumber(parsed);
}

/** A number is given once within an office and year; `taken` is what bears it already. @throws AlreadyDone */
export function holdToOnce(number: string, taken: string | null): void {
  if (taken === null) return;
  throw new AlreadyDone([{ where: '发文字号', what: `${number}已用于“${taken}”`, accepted: '没有用过的序号' }]);
}

/** The number that is likely next for an office, without one for the office that numbered last; null where none was ever given. */
export async function likelyNumber(
  books: Pick<Stores, 'circulars'>,
  sample: boolean,
  now: Date,
  code?: string,
): Promise<string | null> {
  return nextDocumentNumber(await books.circulars.numbers(sample), Number(dayOf(now).slice(0, 4)), code);
}
