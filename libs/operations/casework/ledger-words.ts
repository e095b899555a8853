import type { PageWord } from '#casework';
import type { LedgerWordRow, Stores } from '#database';
import { AlreadyDone, MissingResource } from '#kernel';
import { printInstant } from '../clock.js';
import { wordsOf, type Author } from './parties.js';

/** The last word on each subject that was not taken back. */
export function standingWords(words: readonly LedgerWordRow[]): LedgerWordRow[] {
  const last = new Map(words.map((word) => [JSON.stringify([word.document, word.kind, word.subject]), word]));
  return [...last.values()].filter(({ verdict }) => verdict !== 'withdrawn');
}

/** What people said of pages, by document and address. */
export function pageWords(words: readonly LedgerWordRow[]): Map<string, Map<string, PageWord>> {
  const said = new Map<string, Map<string, PageWord>>();
  for (const { kind, document, subject, verdict } of standingWords(words)) {
    if (kind !== 'page') continue;
    const pages = said.get(document) ?? new Map<string, PageWord>();
    said.set(document, pages.set(subject, verdict === 'same' ? 'same' : 'different'));
  }
  return said;
}

export const ledgerVerdictTitles: Readonly<Record<LedgerWordRow['verdict'], string>> = {
  same: '是这份文件',
  different: '不是这份文件',
  kept: '复核后继续不公开',
  opened: '复核后转为主动公开',
  withdrawn: '撤回',
};

/** What somebody says of a document of a unit's ledger. */
export interface NewLedgerWord extends Pick<
  LedgerWordRow,
  'id' | 'organisation' | 'document' | 'kind' | 'subject' | 'verdict' | 'reason' | 'said'
> {
  /** Id of the word that stood when the page was read; null where none did. */
  seen: string | null;
}

/**
 * Adds a word on a document, or takes the last one back. Of two at once the second is told what the first said.
 * @throws AlreadyDone, BadInput, MissingResource
 */
export async function sayOfLedger(
  { ledgers }: Pick<Stores, 'ledgers'>,
  { seen, ...word }: NewLedgerWord,
  { doer, now }: { doer: Author; now: Date },
): Promise<{ before: LedgerWordRow | null; after: LedgerWordRow }> {
  const mustSay = word.kind === 'review' || word.verdict === 'withdrawn';
  const reason = mustSay ? wordsOf('理由', word.reason) : word.reason.trim().slice(0, 2000);
  const row = { ...word, reason, account: doer.account, author: doer.name, at: now.toISOString() };
  let stood: LedgerWordRow | null = null;
  const words = await ledgers.say(row, (before) => {
    stood = standingWords(before)[0] ?? null;
    const taken: LedgerWordRow | null = stood;
    if ((taken?.id ?? null) !== seen) {
      const last = before.at(-1);
      const what = last
        ? `${last.author}已于${printInstant(last.at)}认定：${ledgerVerdictTitles[last.verdict]}，请刷新后再办`
        : '认定已有变化，请刷新后再办';
      throw new AlreadyDone([{ where: '认定', what }]);
    }
    if (taken === null && word.verdict === 'withdrawn')
      throw new MissingResource([{ where: '认定', what: '没有可撤回的认定' }]);
  });
  return { before: stood, after: words.find(({ id }) => id === row.id)! };
}
