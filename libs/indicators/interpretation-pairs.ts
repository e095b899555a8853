import type { ColumnFact, DocumentFact, InterpretationFact, UnreadFact } from '#facts';
import { bareTitle } from './documents.js';
import { doubtReason, joinReasons, unreadOf } from './doubts.js';

/** Documents of a site by address and title, to find the one an interpretation belongs to. */
export interface PolicyIndex {
  /** The policy of this site that the interpretation interprets, or null. */
  policyOf(interpretation: InterpretationFact): DocumentFact | null;
  /** Interpretations of this policy. */
  interpretationsOf(policy: DocumentFact): InterpretationFact[];
}

/** The index of a site's documents, made once for all indicators that ask for it: facts do not change. */
export function indexPolicies(
  documents: readonly DocumentFact[],
  interpretations: readonly InterpretationFact[],
): PolicyIndex {
  const known = indexed.get(documents);
  if (known?.interpretations === interpretations) return known.index;
  const index = makeIndex(documents, interpretations);
  indexed.set(documents, { interpretations, index });
  return index;
}

const indexed = new WeakMap<
  readonly DocumentFact[],
  { interpretations: readonly InterpretationFact[]; index: PolicyIndex }
>();

function makeIndex(documents: readonly DocumentFact[], interpretations: readonly InterpretationFact[]): PolicyIndex {
  const byUrl = new Map<string, DocumentFact>();
  for (const document of documents) if (document.kind === 'document') byUrl.set(document.url, document);
  // Most interpretations give the address; titles are only set side by side where one does not.
  let titles: ReadonlyMap<string, DocumentFact | null> | undefined;
  const byTitle = (title: string): DocumentFact | null => (titles ??= titled(documents)).get(bareTitle(title)) ?? null;
  const policyOf = ({ policy }: InterpretationFact): DocumentFact | null => {
    if (!policy) return null;
    if (policy.url !== null) return byUrl.get(policy.url) ?? null;
    return byTitle(policy.title);
  };
  const byPolicy = new Map<string, InterpretationFact[]>();
  for (const interpretation of interpretations) {
    const policy = policyOf(interpretation);
    if (!policy) continue;
    const others = byPolicy.get(policy.url);
    if (others) others.push(interpretation);
    else byPolicy.set(policy.url, [interpretation]);
  }
  return { policyOf, interpretationsOf: (policy) => byPolicy.get(policy.url) ?? [] };
}

/** Documents by title; null where two bear the same, for which of them is meant is not known. */
function titled(documents: readonly DocumentFact[]): Map<string, DocumentFact | null> {
  const byTitle = new Map<string, DocumentFact | null>();
  for (const document of documents) {
    if (document.kind !== 'document') continue;
    const title = bareTitle(document.title);
    byTitle.set(title, byTitle.has(title) ? null : document);
  }
  return byTitle;
}

/**
 * Why a pair may be no pair, or null: told by days and columns alone, by a title that another document may bear too, or by
 * a number or title in doubt.
 */
export function pairingDoubt(
  { policy: paired, ...interpretation }: InterpretationFact,
  policy: DocumentFact,
): string | null {
  if (paired === null || paired.by === 'link') return null;
  const told = ['title', 'documentNumber'] as const;
  return joinReasons(
    paired.by === 'column' ? '两者没有链接，只按栏目和日期对应' : null,
    paired.url === null ? '两者只按标题对应' : null,
    doubtReason(interpretation, told),
    doubtReason(policy, told),
  );
}

/** Pages that could not be read and may be interpretations. */
export function unreadInterpretations(unread: readonly UnreadFact[]): UnreadFact[] {
  return unreadOf(unread, 'interpretation', /解读|图解|读懂|问答|答记者问/);
}

/**
 * Whether the interpretations of a site are known to the last one, so that a missing one is really missing. A column that
 * shows none of those that were found otherwise may show others that were not.
 */
export function allInterpretationsRead(
  columns: readonly ColumnFact[],
  interpretations: readonly InterpretationFact[],
): boolean {
  const column = columns.find((one) => one.key === 'interpretation');
  if (column === undefined || column.state !== 'found' || !column.complete || column.isPage) return false;
  return column.itemCount > 0 || interpretations.length === 0;
}
