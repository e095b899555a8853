import type { PageRequest } from '#evidence';
import { type AnsweredList, isPageName, type ListReading } from '#facts';

const sizeName =
  /^(?:_?page_?size|rows|row|per_?page|limit|_?size|length|page_?rows|num_?per_?page|page_?count|show_?num)$/i;
const offsetName = /^(?:start|offset|skip|from|begin|start_?index|first_?result|iDisplayStart)$/i;

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
  if (namesPage(request)) return nextInAddress(request, list, pages) ?? nextInBody(request, list, pages);
  return nextByOffset(request, list) ?? nextByName(request, list, pages, current);
}

function namesPage({ url, body }: PageRequest): boolean {
  if ([...new URL(url).searchParams.keys()].some(isPageName)) return true;
  return body?.trimStart().startsWith('{')
    ? Object.keys(fieldsOf(body)).some(isPageName)
    : [...new URLSearchParams(body ?? '').keys()].some(isPageName);
}

function fieldsOf(body: string): Record<string, unknown> {
  try {
    return JSON.parse(body) as Record<string, unknown>;
  } catch {
    return {};
  }
}

/** `?start=15&limit=15`: not pages but records are counted. */
function nextByOffset(request: PageRequest, list: ListReading): PageRequest | null {
  const url = new URL(request.url);
  const inAddress = [...url.searchParams.keys()].some((name) => offsetName.test(name));
  const query = inAddress ? url.searchParams : new URLSearchParams(request.body?.startsWith('{') ? '' : request.body);
  const name = [...query.keys()].find((one) => offsetName.test(one));
  const size = Number([...query].find(([one]) => sizeName.test(one))?.[1] ?? Number.NaN);
  const start = Number(name === undefined ? Number.NaN : query.get(name));
  if (name === undefined || !Number.isInteger(start) || !(size > 0)) return null;
  const next = start + size;
  if (list.totalItems !== null ? next >= list.totalItems : list.items.length < size) return null;
  query.set(name, String(next));
  return inAddress ? { ...request, url: url.href } : { ...request, body: query.toString() };
}

/** The first page was asked for without a number; the answer tells its name. */
function nextByName(
  request: PageRequest,
  list: ListReading,
  pages: number | null,
  current: AnsweredList['current'],
): PageRequest | null {
  if (current === null || current.number > 1) return null;
  const goesOn = pages !== null ? pages > 1 : list.totalItems !== null && list.totalItems > list.items.length;
  if (!goesOn) return null;
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

function nextInAddress(request: PageRequest, list: ListReading, pages: number | null): PageRequest | null {
  const url = new URL(request.url);
  const page = [...url.searchParams.keys()].find(isPageName);
  if (page === undefined) return null;
  const current = Number(url.searchParams.get(page));
  const size = [...url.searchParams].find(([name]) => sizeName.test(name))?.[1];
  if (!hasNext(current, Number(size ?? Number.NaN), list, pages)) return null;
  url.searchParams.set(page, String(current + 1));
  return { ...request, url: url.href };
}

function nextInBody(request: PageRequest, list: ListReading, pages: number | null): PageRequest | null {
  if (request.method !== 'POST' || !request.body) return null;
  if (request.body.trimStart().startsWith('{')) return nextInJson(request, request.body, list, pages);
  const form = new URLSearchParams(request.body);
  const page = [...form.keys()].find(isPageName);
  if (page === undefined) return null;
  const current = Number(form.get(page));
  const size = [...form].find(([name]) => sizeName.test(name))?.[1];
  if (!hasNext(current, Number(size ?? Number.NaN), list, pages)) return null;
  form.set(page, String(current + 1));
  return { ...request, body: form.toString() };
}

function nextInJson(request: PageRequest, body: string, list: ListReading, pages: number | null): PageRequest | null {
  const fields = fieldsOf(body);
  const page = Object.keys(fields).find(isPageName);
  if (page === undefined) return null;
  const current = Number(fields[page]);
  const size = Object.entries(fields).find(([name]) => sizeName.test(name))?.[1];
  if (!hasNext(current, Number(size ?? Number.NaN), list, pages)) return null;
  return {
    ...request,
    body: JSON.stringify({ ...fields, [page]: typeof fields[page] === 'string' ? String(current + 1) : current + 1 }),
  };
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
