/**
 * Reads what scripts on a page say in plain sight: assignments of literals, addresses put together from them, objects of
 * parameters. Nothing is executed.
 */
export type ScriptValues = ReadonlyMap<string, string>;

const assignment =
  /(?:\b(?:var|let|const)\s+|\bwindow\.|[{,;\n]\s*['"]?)(\w{1,40})['"]?\s*[=:]\s*(?:'([^'\n\\]{0,400})'|"([^"\n\\]{0,400})"|(-?\d{1,15}))(?=\s*[,;}\n\r]|\s*$)/g;

/** Names of variables (and of object keys) with the literals they are given; the first one wins. */
export function literalsOf(script: string): Map<string, string> {
  const values = new Map<string, string>();
  for (const match of script.slice(0, 300_000).matchAll(assignment)) {
    const value = match[2] ?? match[3] ?? match[4];
    if (value !== undefined && !values.has(match[1]!)) values.set(match[1]!, value);
  }
  return values;
}

const pageName =
  /^(?:i|to|go|goto|cur|curr|current|now)?page(?:no|num|number|index|now|current)?$|^(?:paged|pg|pn|p|current)$/i;

/** Whether a parameter is the number of a page: `page`, `pageIndex`, `cur_page`, `currentPageNo` … */
export function isPageName(name: string): boolean {
  return pageName.test(name.replace(/[_-]/g, '').replace(/^.*[.$:]/, ''));
}

/** As in scripts, where the number of the page is often a plain counter. */
function isCounter(name: string): boolean {
  return isPageName(name) || /^(?:index|n|i|num|curr)$/i.test(name);
}

/**
 * The text of `'/api/list?cat=' + cat + '&page=' + page`: literals, known variables, and 1 for the number of the page and for
 * what changes with every call (`Math.random()`).
 * Null when anything else stands in it.
 */
export function textOfExpression(expression: string, values: ScriptValues): string | null {
  let rest = expression.trim();
  let text = '';
  for (let n = 0; n < 20; n += 1) {
    const sum = /^\(\s*(?:(?:parseInt|Number)\s*\(\s*)?(\w+)\s*\)?\s*([-+])\s*(\d{1,3})\s*\)\s*/.exec(rest);
    if (sum) {
      const value = Number(valueOf(sum[1]!, values) ?? Number.NaN);
      if (!Number.isInteger(value)) return null;
      rest = `${sum[2] === '+' ? value + Number(sum[3]) : value - Number(sum[3])} ${rest.slice(sum[0].length)}`;
    }
    const literal =
      /^(?:'([^'\\]*)'|"([^"\\]*)"|`([^`\\]*)`|(-?\d+)|(Math\.random\(\)|(?:new )?Date\.now\(\)|\+?new Date\(\)(?:\.(?:getTime|valueOf)\(\))?)|(?:parseInt|Number|String|encodeURIComponent)\s*\(\s*(\w+)\s*\)|(?:(?:this|window|self|that)\.)?(\w+(?:\.\w+)?))\s*/.exec(
        rest,
      );
    if (!literal) return null;
    const [whole, single, double, template, number, uncached, wrapped, plain] = literal;
    const name = wrapped ?? plain;
    const part =
      single ??
      double ??
      number ??
      // What keeps answers out of caches is the same at every reading.
      (uncached !== undefined ? '1' : template === undefined ? valueOf(name!, values) : fill(template, values));
    if (part === null) return null;
    text += part;
    rest = rest.slice(whole.length);
    if (rest === '') return text;
    if (!rest.startsWith('+')) return null;
    rest = rest.slice(1).trimStart();
  }
  return null;
}

function fill(template: string, values: ScriptValues): string | null {
  let failed = false;
  const text = template.replace(/\$\{\s*(?:this\.)?(\w+(?:\.\w+)?)\s*\}/g, (_, name: string) => {
    const value = valueOf(name, values);
    if (value === null) failed = true;
    return value ?? '';
  });
  return failed || text.includes('${') ? null : text;
}

function valueOf(name: string, values: ScriptValues): string | null {
  const last = name.slice(name.indexOf('.') + 1);
  return values.get(name) ?? values.get(last) ?? (isCounter(last) ? '1' : null);
}

/** The pairs of an object literal `{a: 'x', b: 2, c: d, e: ['f']}` that starts at `from`; unknown values are left out. */
export function objectAt(script: string, from: number, values: ScriptValues): Map<string, string> {
  const pairs = new Map<string, string>();
  const end = closingBrace(script, from);
  const inside = script.slice(from + 1, end);
  for (const match of inside.matchAll(
    /(?:^|[,{\s])['"]?(\w{1,40})['"]?\s*:\s*(\[?\s*(?:'[^'\n]*'|"[^"\n]*"|-?\d+|[\w.]+)\s*\]?)(?=\s*(?:,|$|\}|\n|\/\/))/g,
  )) {
    const raw = match[2]!.replace(/^\[\s*|\s*\]$/g, '');
    const value = textOfExpression(raw, values);
    if (value !== null && !pairs.has(match[1]!)) pairs.set(match[1]!, value);
  }
  return pairs;
}

/** The names that an object literal which starts at `from` gives values to, those of objects within it among them. */
export function namesAt(script: string, from: number): string[] {
  const inside = script.slice(from + 1, closingBrace(script, from));
  return [...inside.matchAll(/(?:^|[,{\s])['"]?(\w{1,40})['"]?\s*:(?!:)/g)].map((match) => match[1]!);
}

function closingBrace(script: string, from: number): number {
  let depth = 0;
  for (let n = from; n < script.length && n < from + 4000; n += 1) {
    if (script[n] === '{') depth += 1;
    else if (script[n] === '}') {
      depth -= 1;
      if (depth === 0) return n;
    }
  }
  return Math.min(script.length, from + 4000);
}
