import type { PageRequest, Visit } from '#evidence';
import {
  type Family,
  isPageName,
  literalsOf,
  namesAt,
  objectAt,
  oncePerPage,
  type ParsedPage,
  readCounts,
  readGenericList,
  readJsonList,
  textOfExpression,
} from '#facts';
import { nextByQuery } from './page-query.js';
import { firstArgument, literalAt } from './script-literals.js';

/** A list that a script fetches as JSON, its endpoint and parameters in plain sight; and the JSON answers themselves. */
export const jsonList: Family = {
  id: 'json-list',
  title: '脚本读取数据的列表',
  recognise(page) {
    if (page.json !== undefined) return 0.9;
    if (page.isXml) return 0;
    if (wantsData(page)) return endpointOf(page) !== null ? 0.6 : 0;
    return nextFromEndpoint(page) === null ? 0 : 0.55;
  },
  list(page) {
    if (page.json === undefined) {
      const list = readGenericList(page);
      return list && { ...list, next: list.next ?? nextFromEndpoint(page) };
    }
    const answer = readJsonList(page);
    if (!answer) return null;
    const request = page.page.request ?? { url: page.url, method: 'GET' };
    return { ...answer.list, next: nextByQuery(request, answer.list, answer.pages, answer.current) };
  },
  follow(page) {
    const request = page.json === undefined && !page.isXml && wantsData(page) ? endpointOf(page) : null;
    return request ? [{ request, as: 'data' }] : [];
  },
};

const places = new Set<Visit['as']>(['column', 'list', 'openness', 'probe']);

/** Only where a list belongs and none stands in the page itself. */
function wantsData(page: ParsedPage): boolean {
  if (!places.has(page.page.visit.as)) return false;
  const list = readGenericList(page);
  return list === null || list.items.every((item) => item.publishedOn === null);
}

const deadPager =
  /<(?:a|button)\b(?=[^<>]{0,300}(?:href=["']?(?:#|javascript:)|onclick=|type=["']?button))[^<>]{0,300}>[\s>»]{0,20}(?:下\s?一?\s?页|(?:点击)?加载更多)[\s.…>»]{0,20}</i;

/**
 * The first page stands in the source and its pager leads nowhere in plain sight: the second page is what the endpoint
 * in the script answers for number 2.
 */
function nextFromEndpoint(page: ParsedPage): PageRequest | null {
  if (!places.has(page.page.visit.as) || page.page.visit.listPage > 1 || !deadPager.test(page.page.text)) return null;
  const list = readGenericList(page);
  if (!list || list.next || readCounts(page).pages === 1 || /共\s*1\s*页/.test(page.page.text)) return null;
  const endpoint = endpointOf(page);
  return endpoint && nextByQuery(endpoint, list, 2);
}

const call =
  /(?:\$|jQuery)\.(get|post|getJSON|ajax)\s*\(\s*|(?:^|[^.\w])(fetch)\s*\(\s*|axios(?:\.(get|post))?\s*\(\s*|(?:\.open)\s*\(\s*["'](GET|POST)["']\s*,\s*/gi;
/** A loader of the site's own: `getJson("/api/list?id=1", …)`, `Ls.load("#list", "/label/8?page=" + n)`. */
const loader =
  /(?:^|[^\w$.])((?:[A-Za-z_$][\w$]{0,40}\.)?[A-Za-z_$][\w$]{0,40})\s*\(\s*(?:["'][#.][\w-]{1,60}["']\s*,\s*)?(?=["'`]\/[\w.~-])/g;
const notLoader =
  /^(?:window|document|location|console|history|require|import|define|alert)\b|(?:^|\.)(?:open|href|replace|assign|attr|setAttribute|write|writeln|css|addClass|test|match|split|indexOf|push|go|jump|goto|redirect|submit|share|\w*(?:login|visit|count|hits|click)\w*)$/i;
const data = /list|json|api|search|query|page|article|content|info|front|load|\.do\b|data/i;
const notData =
  /visit|count|hits|login|captcha|weather|dict|config|comment|click|stat(?:s|istic)|tongji|menu|nav|tree|user|token/i;

const endpointOf = oncePerPage(findEndpoint);

function findEndpoint(page: ParsedPage): PageRequest | null {
  const ofElement = endpointOfElement(page);
  if (ofElement) return ofElement;
  const scripts = page.scripts.filter(
    (script) => script.text !== '' && !/handlebars|template|xml|ld\+json/.test(script.type),
  );
  const values = literalsOf(scripts.map((script) => script.text).join('\n'));
  for (const { text } of scripts) {
    if (text.length > 200_000) continue;
    for (const match of text.matchAll(call)) {
      const request = requestOf(
        page,
        text,
        match.index + match[0].length,
        (match[1] ?? match[2] ?? match[3] ?? match[4] ?? 'axios').toLowerCase(),
        values,
        match[4] !== undefined,
      );
      if (request) return request;
    }
  }
  for (const { text } of scripts) {
    if (text.length > 200_000) continue;
    for (const match of text.matchAll(loader)) {
      if (notLoader.test(match[1]!)) continue;
      const request = requestOf(page, text, match.index + match[0].length, 'get', values);
      if (request) return request;
    }
  }
  return endpointOfSettings(
    page,
    scripts.map((script) => script.text),
    values,
  );
}

const settingsAddress =
  /\{[^{}]{0,600}?['"]?\b(?:apiUrl|api|listUrl|dataUrl|ajaxUrl|requestUrl|interfaceUrl|url)['"]?\s*:\s*['"](\/[^'"\s]{3,200})['"]/g;

/** `var params = {apiUrl: '/api/…', channelCode: 'x', pageNo: 1}` handed to a loader in a file of its own. */
function endpointOfSettings(
  page: ParsedPage,
  scripts: string[],
  values: ReadonlyMap<string, string>,
): PageRequest | null {
  for (const text of scripts) {
    if (text.length > 50_000) continue;
    for (const match of text.matchAll(settingsAddress)) {
      const given = objectAt(text, match.index, values);
      for (const name of ['apiUrl', 'api', 'listUrl', 'dataUrl', 'ajaxUrl', 'requestUrl', 'interfaceUrl', 'url'])
        given.delete(name);
      if (![...given.keys()].some(isPageName)) continue;
      const request = build(page, `'${match[1]!}'`, { texts: given, literal: null }, false, values, false);
      if (request) return request;
    }
  }
  return null;
}

/** `<div id="list" data-url="/api/list?column=12">`. */
function endpointOfElement(page: ParsedPage): PageRequest | null {
  const found =
    /<(?:div|ul|table|tbody|section)\b[^>]{0,300}\bdata-(?:url|api|src|list-url|source)=["']([^"'<>]{2,300})["']/i.exec(
      page.page.text,
    )?.[1];
  if (!found || !data.test(found) || notData.test(found)) return null;
  const url = page.resolve(found.replace(/&amp;/g, '&'));
  return url === null ? null : { url, method: 'GET' };
}

function requestOf(
  page: ParsedPage,
  text: string,
  at: number,
  method: string,
  values: ReadonlyMap<string, string>,
  isOpened = false,
): PageRequest | null {
  const rest = text.slice(at, at + 1500);
  if (rest.startsWith('{')) {
    const address = /\burl\s*:\s*([^,\n}]+)/.exec(rest)?.[1];
    const post = /\b(?:type|method)\s*:\s*["']post["']/i.test(rest);
    const given = /\b(?:data|params)\s*:\s*/.exec(rest);
    const asJson = /contentType\s*:\s*["']application\/json|\bdata\s*:\s*JSON\.stringify/i.test(rest);
    return build(
      page,
      address,
      given ? fieldsAt(text, at + given.index + given[0].length, values) : null,
      post,
      values,
      asJson,
    );
  }
  const address = firstArgument(rest);
  const after = rest.slice(address.length).replace(/^\s*,\s*/, '');
  const from = at + (rest.length - after.length);
  if (method === 'fetch') {
    const post = /^\{[^}]{0,300}method\s*:\s*["']POST["']/i.test(after);
    const body = post ? /\bbody\s*:\s*/.exec(after) : null;
    const given = body ? fieldsAt(text, from + body.index + body[0].length, values) : null;
    return build(page, address, given, post, values, /JSON\.stringify|application\/json/i.test(after.slice(0, 600)));
  }
  if (isOpened) return build(page, address, fieldsSent(after, values), method === 'post', values, false);
  const wrapper = /^\{\s*(?:params|data)\s*:\s*/.exec(after);
  const given = /^(?:\{|JSON|Qs|qs|new|\w+\s*[,)])/.test(after)
    ? fieldsAt(text, from + (wrapper?.[0].length ?? 0), values)
    : null;
  // axios sends what it is given as JSON.
  const asJson = text.slice(Math.max(0, at - 14), at).includes('axios') && !/^(?:qs\.|new )/i.test(after);
  return build(page, address, given, method === 'post', values, asJson);
}

/** What a request sends along: names with their values as text, and as they stand where nothing but literals stands there. */
interface Fields {
  texts: Map<string, string>;
  /** A value is not known that tells one list from another. */
  isUnsure?: true;
  literal: Record<string, unknown> | null;
}

/** `x.open("POST", …); … x.send("column=12&page=" + n)`. */
function fieldsSent(text: string, values: ReadonlyMap<string, string>): Fields | null {
  const sent = /\.send\s*\(\s*/.exec(text);
  const body = sent && textOfExpression(firstArgument(text.slice(sent.index + sent[0].length)), values);
  return body ? { texts: new Map(new URLSearchParams(body)), literal: null } : null;
}

/** The object at this place, wrapped (`JSON.stringify({…})`, `qs.stringify(…)`) or given by the name of a variable. */
function fieldsAt(text: string, at: number, values: ReadonlyMap<string, string>): Fields | null {
  const wrapper = /^(?:JSON\.stringify|qs\.stringify|\$\.param|new\s+URLSearchParams)\s*\(\s*/i.exec(
    text.slice(at, at + 60),
  );
  const from = at + (wrapper?.[0].length ?? 0);
  if (text[from] === '{') return fieldsOf(text, from, values);
  const name = /^\w{1,60}/.exec(text.slice(from, from + 60))?.[0];
  const assigned = name ? new RegExp(`\\b${name}\\s*=\\s*\\{`).exec(text) : null;
  return assigned ? fieldsOf(text, assigned.index + assigned[0].length - 1, values) : null;
}

function fieldsOf(text: string, at: number, values: ReadonlyMap<string, string>): Fields {
  const literal = literalAt(text, at);
  const texts = objectAt(text, at, values);
  return {
    texts,
    ...(namesAt(text, at).some((name) => tellsLists.test(name) && !texts.has(name)) ? { isUnsure: true as const } : {}),
    literal: typeof literal === 'object' && literal !== null ? (literal as Record<string, unknown>) : null,
  };
}

/** Names of parameters by which one address answers for many columns. */
const tellsLists =
  /(?:channel|column|category|catalog|cat|node|type|class|topic|menu|dir|lm|cid|site)_?(?:id|code|no)?$|^(?:id|pid|code)$/i;

/** Values that are numbers are sent as such. */
function jsonOf({ texts, literal }: Fields): string {
  return JSON.stringify(
    literal ??
      Object.fromEntries([...texts].map(([name, value]) => [name, /^\d{1,9}$/.test(value) ? Number(value) : value])),
  );
}

function build(
  page: ParsedPage,
  address: string | undefined,
  given: Fields | null,
  post: boolean,
  values: ReadonlyMap<string, string>,
  asJson: boolean,
): PageRequest | null {
  const text = address ? textOfExpression(address, values) : null;
  if (
    text === null ||
    given?.isUnsure ||
    !data.test(text) ||
    notData.test(text.replace(/\?.*$/, '')) ||
    (/\.(?:js|css|html?)(?:$|\?)/i.test(text) && !asksForPage(text, given))
  )
    return null;
  const url = page.resolve(text);
  if (url === null || new URL(url).host !== new URL(page.base).host) return null;
  const texts = given?.texts ?? new Map<string, string>();
  if (post) {
    return asJson
      ? { url, method: 'POST', body: given ? jsonOf(given) : '{}', contentType: 'application/json' }
      : {
          url,
          method: 'POST',
          body: new URLSearchParams([...texts]).toString(),
          contentType: 'application/x-www-form-urlencoded',
        };
  }
  const whole = new URL(url);
  for (const [name, value] of texts) if (!whole.searchParams.has(name)) whole.searchParams.set(name, value);
  return { url: whole.href, method: 'GET' };
}

/** TRS IGS answers under `list.html`: what is asked for with the number of a page is data. */
function asksForPage(text: string, given: Fields | null): boolean {
  return [...new URLSearchParams(text.split('?')[1] ?? '').keys(), ...(given?.texts.keys() ?? [])].some(isPageName);
}
