import type { PageRequest } from '#evidence';
import { type Family, type ListReading, type ParsedPage, isDated, readGenericList, readJsonList } from '#facts';
import { readScriptList } from './script-lists.js';

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
    const plain = isDated(generic) ? generic : null;
    const list = plain ?? inlineList(page) ?? generic;
    if (!list) return null;
    const next = list.next ?? nextUnit(page, 2);
    const isFull = list.totalItems === null && list.items.length >= rowsOf(page);
    return { ...list, next, ...(next === null && isFull ? { restUnknown: true as const } : {}) };
  },
  follow(page) {
    const list = readGenericList(page);
    if (page.json !== undefined || !['column', 'list'].includes(page.page.visit.as)) return [];
    if (isDated(list) || inlineList(page)) return [];
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

/** The articles that stand as JSON within a script: `{"articles":[{"showTitle":…,"pubDate":…,"urls":"{\"pc\":…}"}]}`. */
function inlineList(page: ParsedPage): ListReading | null {
  const list = readScriptList(page);
  const own = /channelsTagSelf\s*=\s*\{[^{}]{0,600}"articleCount"\s*:\s*(\d{1,7})/.exec(page.page.text)?.[1];
  return list && { ...list, totalItems: own === undefined ? list.totalItems : Number(own) };
}

/** Rows of one page, as the page tells its script; 10 where it does not. */
function rowsOf(page: ParsedPage): number {
  const told = /["']?(?:perPage|rows|pageSize)["']?\s*[:=]\s*["']?(\d{1,3})\b/.exec(page.page.text)?.[1];
  return Math.max(1, Number(told ?? 10));
}

/**
 * The address of a page of the list, when its parameters stand in the page. The address itself is the same on every site, and
 * may be known to a script elsewhere alone; parameters in such a script may be another column's and are not asked for.
 */
function nextUnit(page: ParsedPage, number: number): PageRequest | null {
  const text = page.page.text;
  const query = new URLSearchParams({ parseType: 'bulidstatic' });
  for (const name of ['webId', 'tplSetId', 'tagId', 'pageId']) {
    const value = new RegExp(
      `["'&?;\\s{,]${name}(?:["']|&quot;)?\\s*[:=]\\s*(?:["']|&quot;)?([\\w\\u4e00-\\u9fa5%-]{1,80})`,
    ).exec(text)?.[1];
    if (!value) return null;
    query.set(name, value.includes('%') ? decoded(value) : value);
  }
  query.set('pageType', 'column');
  query.set('rows', /["']?rows["']?\s*[:=]\s*["']?(\d{1,3})/.exec(text)?.[1] ?? '15');
  query.set('pageNo', String(number));
  const url = page.resolve(`${unit}?${query.toString()}`);
  return url === null ? null : { url, method: 'GET' };
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
