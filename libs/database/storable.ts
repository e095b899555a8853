/**
 * What PostgreSQL cannot hold is made harmless: NUL characters and halves of surrogate pairs, which hostile or broken
 * pages do contain, become the replacement character; a date that is none becomes null.
 */
const unstorable = /\u0000|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
/** The same, as they stand escaped in JSON. */
const suspect = /\\u(?:0000|d[89a-f])/i;

export function storableText(value: string): string {
  return /[\u0000\ud800-\udfff]/.test(value) ? value.replace(unstorable, '\ufffd') : value;
}

/** JSON for a jsonb column; `undefined` members are left out. */
export function storableJson(value: unknown): string {
  const json = JSON.stringify(value);
  return suspect.test(json) ? JSON.stringify(mend(value)) : json;
}

function mend(value: unknown): unknown {
  if (typeof value === 'string') return storableText(value);
  if (Array.isArray(value)) return value.map(mend);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [storableText(key), mend(member)]));
}

export function storableDate(value: string): string | null {
  const [year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value)?.slice(1).map(Number) ?? [];
  if (!year || !month || !day) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? value : null;
}
