import { pinnedName } from './column-pins.js';
import type { ColumnTree, SiteColumn } from './column-tree.js';
import type { ColumnKey } from './model.js';
import { articleKey } from './urls.js';

export const columnChanges = ['new', 'renamed', 'moved', 'reclassified', 'gone', 'back'] as const;
export type ColumnChangeKind = (typeof columnChanges)[number];

/** How a column is called, where it is and what it is taken for. */
export interface ColumnIdentity {
  key: ColumnKey | null;
  name: string;
  url: string;
  /** Address of the column above it. */
  parent: string | null;
}

/** A column as the rounds before left it. */
export interface KnownColumn extends ColumnIdentity {
  id: string;
  /** False once it was gone. */
  present: boolean;
}

/** What became of one column between what was known and what a round saw. */
export interface ColumnChange {
  kind: ColumnChangeKind;
  /** Null for a new one. */
  column: string | null;
  before: ColumnIdentity | null;
  /** As it is now; of one that is gone, as it last was. */
  after: ColumnIdentity;
  /** The page that shows it: the column's own, the page with its link, or the one that should have had it. */
  capture: string;
}

/**
 * Compares a round with what was known. A column is the same by its address, else by kind and name (`moved`), else as the
 * only one of its kind before and now. It is `gone` only where the pages that should lead to it
 * were read, or where its link leads to nothing; what could not be looked at changes nothing. Pure.
 */
export function compareColumns(known: readonly KnownColumn[], tree: ColumnTree): ColumnChange[] {
  const now = tree.columns.filter(({ state }) => state !== 'broken');
  const pairs = pairColumns(known, now);
  const taken = new Set(pairs.values());
  const changes: ColumnChange[] = [];
  for (const column of known) {
    const seen = pairs.get(column);
    if (seen) changes.push(...changesOf(column, seen));
    else if (column.present) changes.push(...goneOf(column, tree, known));
  }
  for (const seen of now)
    if (!taken.has(seen))
      changes.push({ kind: 'new', column: null, before: null, after: identity(seen), capture: seen.capture });
  return changes;
}

function pairColumns(known: readonly KnownColumn[], now: readonly SiteColumn[]): Map<KnownColumn, SiteColumn> {
  const pairs = new Map<KnownColumn, SiteColumn>();
  const free = new Set(now);
  const pairBy = (
    idOf: (column: ColumnIdentity) => string | null,
    candidates: readonly KnownColumn[],
    among: Iterable<SiteColumn> = free,
  ) => {
    const left = grouped(candidates, idOf);
    const right = grouped([...among], idOf);
    for (const [id, [column, another]] of left) {
      const [seen, other] = right.get(id) ?? [];
      // Where several could be meant nobody knows which one moved.
      if (!column || !seen || another || other || pairs.has(column) || !free.has(seen)) continue;
      pairs.set(column, seen);
      free.delete(seen);
    }
  };
  const unpaired = (columns: readonly KnownColumn[]) => columns.filter((column) => !pairs.has(column));
  const present = known.filter((column) => column.present);
  const byAddress = (column: ColumnIdentity) => (column.url === '' ? null : articleKey(column.url));
  const byName = ({ key, parent, name }: ColumnIdentity) => `${key ?? articleKey(parent ?? '')} ${pinnedName(name)}`;
  // Of several that stood under one address the one that is there goes first.
  for (const ones of [present, known]) pairBy(byAddress, unpaired(ones));
  for (const ones of [present, known]) pairBy(byName, unpaired(ones));
  // The only one of its kind before and the only one now.
  pairBy(({ key }) => key, present, now);
  return pairs;
}

function grouped<Column extends ColumnIdentity>(
  columns: readonly Column[],
  idOf: (column: ColumnIdentity) => string | null,
): Map<string, Column[]> {
  const groups = new Map<string, Column[]>();
  for (const column of columns) {
    const id = idOf(column);
    if (id === null) continue;
    const group = groups.get(id);
    if (group) group.push(column);
    else groups.set(id, [column]);
  }
  return groups;
}

/** A name or kind has changed only when the old one is met nowhere on the site any more. */
function changesOf(column: KnownColumn, seen: SiteColumn): ColumnChange[] {
  const kinds: ColumnChangeKind[] = [];
  if (!column.present) kinds.push('back');
  const isMoved = column.url !== '' && seen.url !== '' && articleKey(column.url) !== articleKey(seen.url);
  if (isMoved) kinds.push('moved');
  const isRenamed = !seen.names.map(pinnedName).includes(pinnedName(column.name));
  if (isRenamed) kinds.push('renamed');
  const isReclassified = !seen.keys.includes(column.key);
  if (isReclassified) kinds.push('reclassified');
  const after: ColumnIdentity = {
    key: isReclassified ? seen.key : column.key,
    name: isRenamed ? seen.name : column.name,
    url: isMoved || column.url === '' ? seen.url : column.url,
    parent: seen.parent,
  };
  return kinds.map((kind) => ({ kind, column: column.id, before: identity(column), after, capture: seen.capture }));
}

function goneOf(column: KnownColumn, tree: ColumnTree, known: readonly KnownColumn[]): ColumnChange[] {
  const { columns, entrances, pointedTo } = tree;
  if (column.url !== '' && pointedTo.some((url) => articleKey(url) === articleKey(column.url))) return [];
  const at = (url: string) => columns.find((one) => one.url !== '' && articleKey(one.url) === articleKey(url));
  const broken = column.url === '' ? undefined : at(column.url);
  const above = column.parent === null ? null : at(column.parent);
  // One below another can be missed only on the page of that one, if that is still there.
  const isAboveGone = column.parent !== null && !above && known.some(({ url }) => url === column.parent);
  const wasLookedFor = above === null || isAboveGone || above?.state === 'read' || above?.state === 'broken';
  const capture = broken?.capture ?? (entrances !== null && wasLookedFor ? (above?.capture ?? entrances) : null);
  if (capture === null) return [];
  return [{ kind: 'gone', column: column.id, before: identity(column), after: identity(column), capture }];
}

function identity({ key, name, url, parent }: ColumnIdentity): ColumnIdentity {
  return { key, name, url, parent };
}
