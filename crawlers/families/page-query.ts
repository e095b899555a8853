import type { PageRequest } from '#evidence';
import { isPageName, type ListReading } from '#facts';

const sizeName = /^(?:_?page_?size|rows|per_?page|limit|size|pageRows|numPerPage)$/i;

/**
 * The request for the page after this one, where the number of the page is a parameter of the address or of the posted
 * form or JSON. By the number of pages, else by the total, else by a full page; null on the last.
 */
export function nextByQuery(request: PageRequest, list: ListReading, pages: number | null): PageRequest | null {
  if (list.items.length === 0) return null;
  return nextInAddress(request, list, pages) ?? nextInBody(request, list, pages);
}

function nextInAddress(request: PageRequest, list: ListReading, pages: number | null): PageRequest | null {
  let url: URL;
  try {
    url = new URL(request.url);
  } catch {
    return null;
  }
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
  let fields: Record<string, unknown>;
  try {
    fields = JSON.parse(body) as Record<string, unknown>;
  } catch {
    return null;
  }
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
  return Number.isInteger(size) && size > 0 && list.items.length >= size;
}
