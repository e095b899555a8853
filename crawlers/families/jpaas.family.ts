import type { PageRequest } from '#evidence';
import { type Family, type ListReading, type ParsedPage, readGenericList, readJsonList } from '#facts';

const unit = '/api-gateway/jpaas-publish-server/front/page/build/unit';

/** 大汉 jpaas: Handlebars templates; the first articles as JSON within a script, the others from `build/unit`. */
export const jpaas: Family = {
  id: 'jpaas',
  title: '大汉 jpaas',
  recognise(page) {
    if (page.isXml) return 0;
    if (page.json !== undefined) return page.url.includes('jpaas-publish-server') ? 0.95 : 0;
    return /jpaas|renderChannelTemplate/.test(page.page.text) ? 0.7 : 0;
  },
  list(page) {
    if (page.json !== undefined) return answered(page);
    const generic = readGenericList(page);
    const plain = generic?.items.some((item) => item.publishedOn !== null) ? generic : null;
    const list = plain ?? inlineList(page) ?? generic;
    return list && { ...list, next: list.next ?? nextUnit(page, 2) };
  },
  follow(page) {
    const list = readGenericList(page);
    if (page.json !== undefined || !['column', 'list'].includes(page.page.visit.as)) return [];
    if (list?.items.some((item) => item.publishedOn !== null) || inlineList(page)) return [];
    const request = nextUnit(page, 1);
    return request ? [{ request, as: 'data' }] : [];
  },
};

function answered(page: ParsedPage): ListReading | null {
  const answer = readJsonList(page);
  if (!answer || answer.list.items.length === 0) return answer?.list ?? null;
  const url = new URL(page.url);
  const number = Number(url.searchParams.get('pageNo') ?? 1);
  const rows = Number(url.searchParams.get('rows') ?? 15);
  const more =
    answer.pages !== null
      ? number < answer.pages
      : answer.list.totalItems !== null
        ? number * rows < answer.list.totalItems
        : answer.list.items.length >= rows;
  url.searchParams.set('pageNo', String(number + 1));
  return { ...answer.list, next: more ? { url: url.href, method: 'GET' } : null };
}

/** `{"articles":[{"showTitle":…,"pubDate":…,"urls":"{\"pc\":…}"}]}` somewhere in a script. */
function inlineList(page: ParsedPage): ListReading | null {
  let best: ListReading | null = null;
  for (const { text } of page.scripts) {
    if (!text.includes('"pubDate"') && !text.includes('"showTitle"')) continue;
    for (const array of arraysIn(text)) {
      const list = readJsonList(page, array)?.list ?? null;
      if (
        list &&
        list.items.some((item) => item.publishedOn !== null) &&
        (!best || list.items.length > best.items.length)
      )
        best = list;
    }
  }
  return best;
}

/** JSON arrays of records within a script. */
function arraysIn(text: string): unknown[] {
  const found: unknown[] = [];
  let at = text.indexOf('[{"');
  for (let n = 0; at >= 0 && n < 40; n += 1, at = text.indexOf('[{"', at + 3)) {
    const end = closing(text, at);
    if (end < 0) continue;
    try {
      found.push(JSON.parse(text.slice(at, end + 1)));
      at = end;
    } catch {
      continue;
    }
  }
  return found;
}

function closing(text: string, from: number): number {
  let depth = 0;
  let quoted = false;
  for (let n = from; n < text.length && n < from + 2_000_000; n += 1) {
    const char = text[n];
    if (quoted) {
      if (char === '\\') n += 1;
      else if (char === '"') quoted = false;
    } else if (char === '"') quoted = true;
    else if (char === '[') depth += 1;
    else if (char === ']' && (depth -= 1) === 0) return n;
  }
  return -1;
}

/** The address of a page of the list, when its parameters stand in the page. */
function nextUnit(page: ParsedPage, number: number): PageRequest | null {
  const text = page.page.text;
  if (!text.includes(unit)) return null;
  const query = new URLSearchParams({ parseType: 'bulidstatic' });
  for (const name of ['webId', 'tplSetId', 'tagId', 'pageId']) {
    const value = new RegExp(`["'&?\\s{]${name}(?:["']|&quot;)?\\s*[:=]\\s*(?:["']|&quot;)?([\\w-]{1,80})`).exec(
      text,
    )?.[1];
    if (!value) return null;
    query.set(name, value);
  }
  query.set('pageType', 'column');
  query.set('rows', /["']?rows["']?\s*[:=]\s*["']?(\d{1,3})/.exec(text)?.[1] ?? '15');
  query.set('pageNo', String(number));
  const url = page.resolve(`${unit}?${query.toString()}`);
  return url === null ? null : { url, method: 'GET' };
}
