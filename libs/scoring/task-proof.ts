import type { LocalDate } from '#calendar';
import type { SiteFacts } from '#facts';
import type { ColumnKey } from '#programmes';

/** Columns whose pages show that an indicator is met. */
const columnsOf: Record<string, ColumnKey[]> = {
  'catalogue-published': ['catalogue'],
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

/** Pages on which it can be seen that the indicators are met; the home page where no column stands for them. */
export function proofOf(
  indicators: readonly string[],
  { columns, home }: SiteFacts,
): { capture: string; url: string }[] {
  const keys = new Set(indicators.flatMap((indicator) => columnsOf[indicator] ?? []));
  const pages = columns.flatMap(({ key, url, capture }) => (keys.has(key) && url && capture ? [{ capture, url }] : []));
  if (pages.length > 0) return pages;
  return home ? [{ capture: home.capture, url: home.url }] : [];
}

/**
 * Since when a site shows what the indicators ask for, or null when it cannot tell. Only things that are done once have
 * such a day: a catalogue and a topic column, by their first dated item, read to the last page. A first item from before
 * proves that it was there; one from after proves lateness only as far as nothing was taken down, so a column with
 * undated items proves nothing.
 */
export function doneOn(indicators: readonly string[], facts: SiteFacts): LocalDate | null {
  const days = indicators.map((indicator) => {
    const key = indicator === 'catalogue-published' ? 'catalogue' : indicator === 'topic-column' ? 'topic' : null;
    return key === null ? null : firstItemOn(facts, key);
  });
  return lastOf(days);
}

/** The last of the days; null when one of them is not known. */
export function lastOf(days: readonly (LocalDate | null)[]): LocalDate | null {
  const known = days.filter((day) => day !== null);
  return known.length < days.length ? null : (known.sort().at(-1) ?? null);
}

function firstItemOn({ columns }: SiteFacts, key: ColumnKey): LocalDate | null {
  const column = columns.find((one) => one.key === key);
  if (column?.state !== 'found' || !column.complete || column.undatedItems > 0) return null;
  return [...column.itemDates].sort()[0] ?? null;
}
