import { isRecord, type Json } from './json-fields.js';

const deepest = 3;
const mostFields = 60;

/**
 * A row with the values of its records and arrays brought to the top, by their paths: `link.pc`, `time.pub`. What stands in
 * an array is named by its own short word where each has one (`urls.pc` of `[{"type": "pc", "u": …}]`), else by its place.
 */
export function flattened(row: Json): Json {
  const flat: Json = {};
  const queue: { path: string; depth: number; value: unknown }[] = [{ path: '', depth: 0, value: row }];
  let count = 0;
  for (let n = 0; n < queue.length && count < mostFields; n += 1) {
    const { path, depth, value } = queue[n]!;
    const inner = isRecord(value)
      ? Object.entries(value)
      : Array.isArray(value) && depth <= deepest && value.length <= 6
        ? namedEntries(value)
        : null;
    if (inner === null) {
      if (path !== '' && !Array.isArray(value)) {
        flat[path] = value;
        count += 1;
      }
    } else if (depth <= deepest)
      for (const [name, one] of inner.slice(0, mostFields))
        queue.push({ path: path === '' ? name : `${path}.${name}`, depth: depth + 1, value: one });
  }
  return flat;
}

function namedEntries(values: readonly unknown[]): [string, unknown][] {
  const records = values.filter(isRecord);
  const name =
    records.length === values.length
      ? Object.keys(records[0] ?? {}).find((field) => {
          const words = records.map((record) => record[field]);
          return (
            words.every((word) => typeof word === 'string' && /^[a-z]\w{0,15}$/i.test(word)) &&
            new Set(words).size === words.length
          );
        })
      : undefined;
  return values.map((value, n) => [name === undefined ? String(n) : String((value as Json)[name]), value]);
}
