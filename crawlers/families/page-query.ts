import type { PageRequest } from '#evidence';
import { type AnsweredList, isPageName, type ListReading } from '#facts';
import { type NumberPlace, numberPlaces, type WhereInRequest } from './request-numbers.js';

const sizeName =
  /^(?:_?page_?size|rows|row|per_?page|limit|_?size|length|page_?rows|num_?per_?page|page_?count|show_?num)$/i;
const offsetName = /^(?:start|offset|skip|from|begin|start_?index|first_?result|iDisplayStart)$/i;
/** Names that count pages at some sites and something else at others: taken only where the answer calls its page the same. */
const counterName = /^(?:index|idx|n|no|num|i|curr?|cp|pgno)$/i;

/**
 * The request for the page after this one, where the number of the page is a parameter of the address or of the posted
 * form or JSON. By the number of pages, else by the total, else by a full page; null on the last.
 * @param current what the answer calls the number of its page: asked for by that name where the request named none.
 */
export function nextByQuery(
  request: PageRequest,
  list: ListReading,
  pages: number | null,
  current: AnsweredList['current'] = null,
): PageRequest | null {
  if (list.items.length === 0 || !URL.canParse(request.url)) return null;
  const places = numberPlaces(request);
  const numbered = (['address', 'body'] as const).flatMap((where) => firstOf(places, where, isPageName) ?? []);
  if (numbered.length > 0) {
    for (const place of numbered) {
      const next = nextNumber(place, places, list, pages);
      if (next) return next;
    }
    return null;
  }
  return (
    nextByOffset(places, list) ??
    nextByCounter(places, list, pages, current) ??
    nextByName(request, list, pages, current)
  );
}

/** The request without the number of its page: the same for all pages of one list. */
export function withoutPageNumber(request: PageRequest): string {
  if (!URL.canParse(request.url)) return request.url;
  const places = numberPlaces(request);
  const place =
    firstOf(places, 'address', isPageName) ??
    firstOf(places, 'body', isPageName) ??
    places.find(({ name }) => offsetName.test(name)) ??
    places.find(({ name }) => counterName.test(name));
  const { method, url, body = '' } = place?.with('0') ?? request;
  return `${method} ${url} ${body}`;
}

function firstOf(
  places: readonly NumberPlace[],
  where: WhereInRequest,
  test: (name: string) => boolean,
): NumberPlace | undefined {
  return places.find((place) => place.where === where && test(place.name));
}

function sizeBeside(place: NumberPlace, places: readonly NumberPlace[]): number {
  const size = places.find(({ where, name }) => where === place.where && sizeName.test(name));
  return Number(size?.value ?? Number.NaN);
}

function nextNumber(
  place: NumberPlace,
  places: readonly NumberPlace[],
  list: ListReading,
  pages: number | null,
): PageRequest | null {
  const current = Number(place.value);
  return hasNext(current, sizeBeside(place, places), list, pages) ? place.with(String(current + 1)) : null;
}

/** `?start=15&limit=15`: not pages but records are counted. */
function nextByOffset(places: readonly NumberPlace[], list: ListReading): PageRequest | null {
  const place = places.find(({ name }) => offsetName.test(name));
  if (!place) return null;
  const size = sizeBeside(place, places);
  const start = Number(place.value);
  if (!Number.isInteger(start) || !(size > 0)) return null;
  const next = start + size;
  if (list.totalItems !== null ? next >= list.totalItems : list.items.length < size) return null;
  return place.with(String(next));
}

/** `?n=1` where the answer says that it is page 1 and that there are more. */
function nextByCounter(
  places: readonly NumberPlace[],
  list: ListReading,
  pages: number | null,
  current: AnsweredList['current'],
): PageRequest | null {
  if (current === null || !goesOn(list, pages)) return null;
  const counters = places.filter(({ name, value }) => counterName.test(name) && Number(value) === current.number);
  return counters.length === 1 ? nextNumber(counters[0]!, places, list, pages) : null;
}

function goesOn(list: ListReading, pages: number | null): boolean {
  return pages !== null ? pages > 1 : list.totalItems !== null && list.totalItems > list.items.length;
}

/** The first page was asked for without a number; the answer tells its name. */
function nextByName(
  request: PageRequest,
  list: ListReading,
  pages: number | null,
  current: AnsweredList['current'],
): PageRequest | null {
  if (current === null || current.number > 1 || !goesOn(list, pages)) return null;
  const next = current.number + 1;
  if (request.method === 'GET') {
    const url = new URL(request.url);
    url.searchParams.set(current.name, String(next));
    return { ...request, url: url.href };
  }
  if (request.body?.trimStart().startsWith('{'))
    return { ...request, body: JSON.stringify({ ...fieldsOf(request.body), [current.name]: next }) };
  const form = new URLSearchParams(request.body ?? '');
  form.set(current.name, String(next));
  return { ...request, body: form.toString(), contentType: request.contentType ?? 'application/x-www-form-urlencoded' };
}

function fieldsOf(body: string): Record<string, unknown> {
  try {
    return JSON.parse(body) as Record<string, unknown>;
  } catch {
    return {};
  }
}

/** Pages are counted from 1, at some sites from 0. */
function hasNext(current: number, size: number, list: ListReading, pages: number | null): boolean {
  if (!Number.isInteger(current) || current < 0) return false;
  const seen = current === 0 ? 1 : current;
  if (pages !== null) return seen < pages;
  const perPage = Number.isInteger(size) && size > 0 ? size : list.items.length;
  if (list.totalItems !== null) return seen * perPage < list.totalItems;
  // Without any count the list ends with the first page that brings nothing new.
  return !(Number.isInteger(size) && size > 0) || list.items.length >= size;
}
