import type { PageRequest } from '#evidence';

export type WhereInRequest = 'address' | 'body';

/** A place in a request that may hold the number of a page: a parameter, a field of a form, a value within JSON. */
export interface NumberPlace {
  where: WhereInRequest;
  name: string;
  /** As it stands, also where it is no number at all. */
  value: string;
  /** The same request with another value there, of the same type. */
  with(value: string): PageRequest;
}

const deepest = 3;
const most = 200;

/** Every named value of a request's address and body, those nearest to the top first. */
export function numberPlaces(request: PageRequest): NumberPlace[] {
  const address = new URL(request.url);
  const inAddress = ofQuery('address', address.searchParams, (query) => {
    const url = new URL(request.url);
    url.search = query.toString();
    return { ...request, url: url.href };
  });
  return [...inAddress, ...ofBody(request)].slice(0, most);
}

function ofBody(request: PageRequest): NumberPlace[] {
  const { method, body } = request;
  if (method !== 'POST' || !body) return [];
  const withBody = (text: string): PageRequest => ({ ...request, body: text });
  if (body.trimStart().startsWith('{')) return ofJson('body', body, withBody);
  return ofQuery('body', new URLSearchParams(body), (form) => withBody(form.toString()));
}

/** Fields as they stand, and those within a field that holds JSON (`param={"page":1}`). */
function ofQuery(
  where: WhereInRequest,
  query: URLSearchParams,
  build: (query: URLSearchParams) => PageRequest,
): NumberPlace[] {
  const changed = (name: string, value: string): PageRequest => {
    const copy = new URLSearchParams(query);
    copy.set(name, value);
    return build(copy);
  };
  const flat: NumberPlace[] = [];
  const within: NumberPlace[] = [];
  for (const [name, value] of query) {
    flat.push({ where, name, value, with: (other) => changed(name, other) });
    if (value.startsWith('{')) within.push(...ofJson(where, value, (text) => changed(name, text)));
  }
  return [...flat, ...within];
}

function ofJson(where: WhereInRequest, text: string, build: (text: string) => PageRequest): NumberPlace[] {
  let whole: unknown;
  try {
    whole = JSON.parse(text);
  } catch {
    return [];
  }
  const found: NumberPlace[] = [];
  let level: { path: string[]; record: Record<string, unknown> }[] = isRecord(whole)
    ? [{ path: [], record: whole }]
    : [];
  for (let depth = 0; depth < deepest && level.length > 0 && found.length < most; depth += 1) {
    const below: typeof level = [];
    for (const { path, record } of level)
      for (const [name, value] of Object.entries(record).slice(0, most)) {
        const here = [...path, name];
        if (isRecord(value)) below.push({ path: here, record: value });
        else if (typeof value === 'string' || typeof value === 'number')
          found.push({
            where,
            name,
            value: String(value),
            with: (other) => build(replaced(text, here, typeof value === 'number' ? Number(other) : other)),
          });
      }
    level = below;
  }
  return found;
}

function replaced(text: string, path: readonly string[], value: string | number): string {
  const whole = JSON.parse(text) as Record<string, unknown>;
  let record = whole;
  for (const name of path.slice(0, -1)) record = record[name] as Record<string, unknown>;
  record[path.at(-1)!] = value;
  return JSON.stringify(whole);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
