import { circularWordObjection, type CircularWord } from '#casework';
import type { CircularRow, Stores } from '#database';
import { refused } from '#kernel';
import { tooLate, wordsOf, type Author } from './casework/parties.js';
import { printInstant } from './clock.js';

type Books = Pick<Stores, 'circulars'>;

const where = '通报';

/** The circular that is meant. @throws BadInput where there is none among data of this kind */
async function circularOf({ circulars }: Books, id: string, sample: boolean): Promise<CircularRow> {
  const circular = await circulars.circular(id);
  if (circular?.sample !== sample) throw refused(where, '没有这份通报', '通报页所列的');
  return circular;
}

/** How a circular that corrects it names it. @throws BadInput for one without 发文字号 */
export async function correctedWords(books: Books, id: string, sample: boolean): Promise<string> {
  const { title, number } = await circularOf(books, id, sample);
  if (number === null) throw refused('更正', '所更正的通报没有发文字号', '编号印发的通报；其他的可以撤销后另行生成');
  return `《${title}》（${number}）`;
}

/**
 * Revokes a circular, or restores one that was revoked; its files stay as they are.
 * @param said.id made by whoever says it: sent again, it is said once
 * @throws BadInput; AlreadyDone where somebody else was first
 */
export async function sayOfCircular(
  books: Books,
  circular: string,
  said: { id: string; word: CircularWord; reason: string },
  { doer, now }: { doer: Author; now: Date },
): Promise<CircularRow> {
  const row = await circularOf(books, circular, doer.sample);
  const { account, name: author } = doer;
  const word = { ...said, reason: wordsOf('理由', said.reason), account, author, at: now.toISOString() };
  await books.circulars.say(circular, word, (words) => {
    const known = words.map((one) => one.word);
    const objection = circularWordObjection(known, said.word);
    const last = words.at(-1);
    if (objection !== null)
      throw tooLate(where, last ? `${last.author}已于${printInstant(last.at)}办理，这份通报${objection}` : objection);
  });
  return row;
}
