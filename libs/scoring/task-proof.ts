import type { LocalDate } from '#calendar';
import type { SiteFacts } from '#facts';
import type { ColumnKey } from '#programmes';

/** Columns whose pages show that an indicator is met. */
const columnsOf: Record<string, ColumnKey[]> = {
  'catalogue-published': ['catalogue'],
  'catalogue-fields-covered': ['catalogue'],
  'catalogue-elements-complete': ['catalogue'],
  'catalogue-time-limits': ['catalogue'],
  'interpretation-elements': ['interpretation'],
  'topic-column': ['topic'],
  'unified-entrances': ['interaction', 'service'],
  'annual-report-in-time': ['annual'],
  'annual-report-parts': ['annual'],
  'interpretations-varied': ['interpretation'],
  'policies-interpreted': ['interpretation'],
  'linked-both-ways': ['interpretation'],
  'published-together': ['interpretation'],
  'published-in-time': ['policy'],
  'document-number-present': ['policy'],
};

/** What only imported lists tell: no page of the site is a proof of it. */
const toldByLists = new Set(['nonpublic-documents', 'accounts-per-platform']);

/** Pages on which it can be seen that the indicators are met; the home page where no column stands for them. */
export function proofOf(
  indicators: readonly string[],
  { columns, home }: SiteFacts,
): { capture: string; url: string }[] {
  if (indicators.every((indicator) => toldByLists.has(indicator))) return [];
  const keys = new Set(indicators.flatMap((indicator) => columnsOf[indicator] ?? []));
  const pages = columns.flatMap(({ key, url, capture }) => (keys.has(key) && url && capture ? [{ capture, url }] : []));
  if (pages.length > 0) return pages;
  return home ? [{ capture: home.capture, url: home.url }] : [];
}

/**
 * Since when a site shows what the indicators ask for, or null when it cannot tell. Only a catalogue and a topic column
 * are made once and have such a day: that of their first dated item, read to the last page. A first item from before the
 * due day proves that they were there. One from after it proves lateness only for a topic, on a site that keeps content
 * from before the due day: catalogues are replaced whenever they change, and what was taken down is not seen. What a
 * catalogue must hold was there since its last item, when that came before the due day.
 */
export function doneOn(
  indicators: readonly string[],
  facts: SiteFacts,
  { dueOn, asOf }: { dueOn: LocalDate; asOf: LocalDate },
): LocalDate | null {
  const keepsOlder = facts.documents.some(({ publishedOn }) => publishedOn !== null && publishedOn.on <= dueOn);
  const days = indicators.map((indicator) => {
    const key = madeOnce[indicator];
    const days = itemDays(facts, key ?? heldBy[indicator]);
    const day = (key === undefined ? days.at(-1) : days[0]) ?? null;
    if (day === null || day > asOf) return null;
    return day <= dueOn || (key === 'topic' && keepsOlder) ? day : null;
  });
  return lastOf(days);
}

const madeOnce: Partial<Record<string, ColumnKey>> = { 'catalogue-published': 'catalogue', 'topic-column': 'topic' };

/** What asks for the contents of such a column. */
const heldBy: Partial<Record<string, ColumnKey>> = {
  'catalogue-fields-covered': 'catalogue',
  'catalogue-elements-complete': 'catalogue',
  'catalogue-time-limits': 'catalogue',
};

/** The last of the days; null when one of them is not known. */
export function lastOf(days: readonly (LocalDate | null)[]): LocalDate | null {
  const known = days.filter((day) => day !== null);
  return known.length < days.length ? null : (known.sort().at(-1) ?? null);
}

/** Days of all items of a column, the first one first; none where they are not all known. */
function itemDays({ columns }: SiteFacts, key: ColumnKey | undefined): LocalDate[] {
  const column = columns.find((one) => one.key === key);
  if (column?.state !== 'found' || !column.complete || column.undatedItems > 0) return [];
  return [...column.itemDates].sort();
}
