import { localDateOf, type LocalDate } from '#calendar';
import { ledgerKey, reexaminationOf, type LedgerState, type Reexamination } from '#casework';
import type { LedgerWordRow, OrganisationRow, Stores } from '#database';
import type { BlobStore } from '#evidence';
import type { Programme } from '#programmes';
import { dayOf } from '../clock.js';
import { ledgerFiles, listedDocuments, type ListedDocument } from '../ledger-files.js';
import type { UnitLedger } from './ledger-comparison.js';
import { standingWords } from './ledger-words.js';

/** A document that is not public, and how its yearly re-examination stands. */
export interface ReexaminedDocument extends Reexamination {
  listed: ListedDocument;
  /** Names it over all ledgers. */
  document: string;
  /** The last word that stands; null where there is none. */
  word: LedgerWordRow | null;
  /** The word on this year that stands. */
  wordOfYear: LedgerWordRow | null;
}

/** The documents of a unit that are not public, in the order of their ledger. */
export function reexaminedDocuments(
  listed: readonly ListedDocument[],
  words: readonly LedgerWordRow[],
  today: LocalDate,
  stateOf: (document: string) => LedgerState | null,
): ReexaminedDocument[] {
  const standing = standingWords(words).filter(({ kind }) => kind === 'review');
  return listed
    .filter(({ document: { openness } }) => openness !== '主动公开')
    .map((one) => {
      const document = ledgerKey(one.document);
      const own = standing.filter((word) => word.document === document);
      const said = own.map(({ verdict, subject }) => ({
        verdict: verdict === 'opened' ? ('opened' as const) : ('kept' as const),
        year: Number(subject),
      }));
      const facts = { issuedOn: one.document.issuedOn, knownSince: localDateOf(one.since), words: said, today };
      return {
        ...{ listed: one, document, ...reexaminationOf({ ...facts, state: stateOf(document) }) },
        word: own.at(-1) ?? null,
        wordOfYear: own.find(({ subject }) => subject === today.slice(0, 4)) ?? null,
      };
    });
}

/** Those of a unit whose ledger was set beside its site. */
export function reexaminationsOf({ listed, words, standings }: UnitLedger, now: Date): ReexaminedDocument[] {
  const states = new Map(standings.map(({ document, state }) => [document, state]));
  return reexaminedDocuments(listed, words, dayOf(now), (document) => states.get(document) ?? null);
}

export interface ReexaminationCounts {
  due: number;
  overdue: number;
}

/** How many of each unit wait for this year's word, or for the last; units without any are absent. */
export async function waitingReexaminations(
  books: Pick<Stores, 'imports' | 'ledgers'> & { blobs: BlobStore },
  units: readonly OrganisationRow[],
  now: Date,
): Promise<Map<string, ReexaminationCounts>> {
  const files = await ledgerFiles(books);
  if (files.length === 0) return new Map();
  const listed = await listedDocuments(books, files, units);
  const words = await books.ledgers.words([...listed.keys()]);
  return new Map(
    [...listed].flatMap(([unit, documents]) => {
      const own = words.filter(({ organisation }) => organisation === unit);
      const all = reexaminedDocuments(documents, own, dayOf(now), () => null);
      const count = (state: Reexamination['state']) => all.filter((one) => one.state === state).length;
      const counts = { due: count('due'), overdue: count('overdue') };
      return counts.due + counts.overdue > 0 ? [[unit, counts] as const] : [];
    }),
  );
}

/** Where it is said that documents are to be re-examined, and what the plan leaves open. */
export function reexaminationBasis({ title, cadence = [] }: Programme): string {
  const asked = cadence.find(({ every, product }) => every === 'year' && product.includes('复核'));
  const law = '《政府信息公开条例》第十八条（对不予公开的政府信息定期评估审查）';
  const rule = '每年的最后一日按自然年度计（12月31日），文件没有写明，待核';
  return `${asked ? `${title}${asked.clause}（${asked.product}）；` : ''}${law}。${rule}`;
}
