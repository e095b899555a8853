import {
  type DetailReading,
  type Family,
  type ParsedPage,
  documentNumberOfField,
  findDate,
  parsePage,
  readGenericList,
  readJsonList,
  stepTo,
} from '#facts';
import { nextByQuery } from './page-query.js';
import { literalsIn } from './script-literals.js';

/** 广东集约化 gkmlpt: no list and no text in the HTML, all of it in `window._CONFIG`. */
export const gkmlpt: Family = {
  id: 'gkmlpt',
  title: '广东集约化信息公开',
  recognise(page) {
    if (page.json !== undefined) return page.url.includes('/gkmlpt/api/') ? 0.95 : 0;
    return page.page.text.includes('_CONFIG') && /gkmlpt/.test(page.url + page.page.text.slice(0, 20_000)) ? 0.9 : 0;
  },
  list(page) {
    if (page.json === undefined) return readGenericList(page);
    const answer = readJsonList(page);
    return (
      answer && {
        ...answer.list,
        next: nextByQuery(
          page.page.request ?? { url: page.url, method: 'GET' },
          answer.list,
          answer.pages,
          answer.current,
        ),
      }
    );
  },
  detail(page) {
    const script = configOf(page);
    const content = script === null ? null : stringOf(script, 'content');
    return content === null || script === null ? null : detailOf(page, script, content);
  },
  follow(page) {
    const script = configOf(page);
    if (script === null || page.page.visit.as === 'detail') return [];
    const sid = /["']?SID["']?\s*:\s*["']?(\d{1,12})/.exec(script)?.[1];
    if (!sid) return [];
    return categoriesOf(page, script).flatMap((category) => {
      const url = page.resolve(`/gkmlpt/api/all/${category}?page=1&sid=${sid}`);
      return url === null ? [] : [stepTo(url, 'data')];
    });
  },
};

const mostCategories = 80;

/** The category that the address or the script names; without one the leaves of the tree of categories. */
function categoriesOf(page: ParsedPage, script: string): string[] {
  const named =
    /#(\d+)$/.exec(page.page.request?.url ?? page.url)?.[1] ??
    /["']?(?:CATE|CATEGORY|cat(?:egory)?_?id)["']?\s*:\s*["']?(\d{1,12})/i.exec(script)?.[1];
  if (named) return [named];
  const at = script.search(/["']?TREE["']?\s*:\s*\[/);
  const tree = at < 0 ? undefined : literalsIn(script.slice(at))[0];
  return [...new Set(leavesOf(tree))].slice(0, mostCategories);
}

function leavesOf(tree: unknown): string[] {
  const leaves: string[] = [];
  const queue: unknown[] = Array.isArray(tree) ? [...tree] : [];
  for (let n = 0; n < queue.length && n < 5000; n += 1) {
    const node = queue[n];
    if (typeof node !== 'object' || node === null) continue;
    const { id, children } = node as { id?: unknown; children?: unknown };
    if (Array.isArray(children) && children.length > 0) queue.push(...(children as unknown[]));
    else if (typeof id === 'number' || (typeof id === 'string' && /^\d+$/.test(id))) leaves.push(String(id));
  }
  return leaves;
}

function configOf(page: ParsedPage): string | null {
  return page.scripts.find((script) => /_CONFIG\s*=/.test(script.text))?.text ?? null;
}

function detailOf(page: ParsedPage, script: string, content: string): Partial<DetailReading> {
  const inside = parsePage({ ...page.page, url: page.base, text: content.slice(0, 2_000_000) });
  const text = inside.lines
    .map((line) => line.text)
    .filter((line) => line !== '')
    .join('\n');
  const issued = stringOf(script, 'date') ?? stringOf(script, 'created_at');
  const published = stringOf(script, 'display_publish_time') ?? stringOf(script, 'first_publish_time');
  const on = (words: string | null) => (words === null ? null : findDate(words));
  const issuedOn = on(issued);
  const publishedOn = on(published);
  return {
    text,
    ...(stringOf(script, 'title') ? { title: stringOf(script, 'title') } : {}),
    ...(stringOf(script, 'document_number')
      ? { documentNumber: documentNumberOfField(stringOf(script, 'document_number')!) }
      : {}),
    ...(stringOf(script, 'identifier') ? { indexNumber: stringOf(script, 'identifier') } : {}),
    ...(stringOf(script, 'publisher') ? { issuer: stringOf(script, 'publisher') } : {}),
    ...(issuedOn ? { issuedOn: { on: issuedOn, source: 'metadata', words: issued! } } : {}),
    ...(publishedOn ? { publishedOn: { on: publishedOn, source: 'metadata', words: published! } } : {}),
  };
}

/** A quoted value within the DETAIL object, unescaped as JSON would. */
function stringOf(script: string, name: string): string | null {
  const from = Math.max(0, script.search(/["']?DETAIL["']?\s*:/));
  const match = new RegExp(`["']?\\b${name}["']?\\s*:\\s*("(?:[^"\\\\]|\\\\.){0,1000000}")`).exec(script.slice(from));
  if (!match) return null;
  try {
    const value = JSON.parse(match[1]!) as string;
    return value.trim() === '' ? null : value;
  } catch {
    return null;
  }
}
