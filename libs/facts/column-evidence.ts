import { columnKeys } from '#programmes';
import { classifyColumn, isPartOfInteraction, isServiceGuide, isTopicHall } from './classify-column.js';
import type { ColumnKey, ColumnLink, ReadCapture } from './model.js';
import { unitOf } from './unit-sites.js';
import { articleKey } from './urls.js';

/** What one site's captures say of one standard column. */
export interface ColumnEvidence {
  key: ColumnKey;
  links: { link: ColumnLink; capture: ReadCapture }[];
  /** Captures of the column's own pages, as its links lead to them. */
  pages: ReadCapture[];
  /** Captures of its list pages and of the data behind them, its own pages among them. */
  lists: ReadCapture[];
}

/** Links to a column, and the captures that belong to it. */
interface Seen {
  links: ColumnEvidence['links'];
  own: ReadCapture[];
}

/** What the captures of a site say of each standard column. */
export function columnEvidence(read: readonly ReadCapture[]): (key: ColumnKey) => ColumnEvidence {
  const byKey = seenByKey(read);
  return (key) => evidenceOf(key, read, byKey.get(key));
}

/** One way over all captures, of which there are thousands. */
function seenByKey(read: readonly ReadCapture[]): ReadonlyMap<ColumnKey, Seen> {
  const byKey = new Map(columnKeys.map((key): [ColumnKey, Seen] => [key, { links: [], own: [] }]));
  for (const capture of read) {
    for (const link of capture.reading?.columns ?? []) byKey.get(link.key)?.links.push({ link, capture });
    const key = keyOf(capture);
    if (key !== null) byKey.get(key)?.own.push(capture);
  }
  return byKey;
}

function evidenceOf(
  key: ColumnKey,
  read: readonly ReadCapture[],
  { links, own }: Seen = { links: [], own: [] },
): ColumnEvidence {
  const linked = new Set(links.filter(({ link }) => link.url !== '').map(({ link }) => articleKey(link.url)));
  const pages = own.filter(
    (capture) => capture.visit.as === 'column' || (capture.visit.as === 'probe' && linked.has(articleKey(capture.url))),
  );
  const lists = own.filter((capture) => ['column', 'list', 'data'].includes(capture.visit.as));
  const others = pages.length > 0 ? [] : [...metAsAnother(key, linked, read), ...headedHere(key, links)];
  const evidence = { key, links, pages: [...pages, ...others], lists: [...lists, ...others] };
  const isSubstitute = substitutes[key];
  return isSubstitute ? withoutSubstitutes(evidence, isSubstitute) : evidence;
}

/**
 * Pages to which links of a column lead, and which were visited before as something else: the page of openness may be the column
 * prescribed by law itself, and one page may bear the names of two columns. What is broken is held against its own column alone.
 */
function metAsAnother(key: ColumnKey, linked: ReadonlySet<string>, read: readonly ReadCapture[]): ReadCapture[] {
  if (linked.size === 0) return [];
  return read.filter(
    ({ visit, url, outcome }) =>
      outcome === 'ok' &&
      (visit.as === 'column' || (visit.as === 'openness' && key === 'statutory')) &&
      linked.has(articleKey(url)),
  );
}

/** The page of openness with a list of its own under the name of the column prescribed by law, which needs no address then. */
function headedHere(key: ColumnKey, links: ColumnEvidence['links']): ReadCapture[] {
  if (key !== 'statutory' || links.some(({ link }) => link.url !== '')) return [];
  const pages = new Set(links.map(({ capture }) => capture));
  return [...pages].filter(({ visit, reading }) => visit.as === 'openness' && (reading?.list?.items.length ?? 0) > 0);
}

/** What stands for a column only where nothing else does: the hall of all topics, one way of interaction, a guide. */
const substitutes: Partial<Record<ColumnKey, (name: string) => boolean>> = {
  topic: isTopicHall,
  interaction: isPartOfInteraction,
  service: isServiceGuide,
};

function withoutSubstitutes(
  { key, links, pages, lists }: ColumnEvidence,
  isSubstitute: (name: string) => boolean,
): ColumnEvidence {
  const isOwn = ({ visit }: ReadCapture) => visit.columnName === null || !isSubstitute(visit.columnName);
  const linked = links.filter(({ link }) => !isSubstitute(link.name));
  if (linked.length === 0 && !pages.some(isOwn)) return { key, links, pages, lists };
  return { key, links: linked, pages: pages.filter(isOwn), lists: lists.filter(isOwn) };
}

/** By what led to the page; where nothing did, by the page's own tag (ColumnName). */
function keyOf({ visit, reading, pinnedKey }: ReadCapture): ColumnKey | null {
  if (pinnedKey !== undefined) return pinnedKey;
  if (unitOf(visit.columnName) !== null) return null;
  if (visit.columnKey !== null || !reading?.columnName || !['column', 'list', 'data'].includes(visit.as))
    return visit.columnKey as ColumnKey | null;
  return classifyColumn(reading.columnName, '');
}
