import type { PageRequest } from '#evidence';
import type { ParsedPage } from './parsed-page.js';
import { requestOfForm } from './pager-form.js';
import { isPageName, literalsOf, type ScriptValues, textOfExpression } from './script-values.js';

/** A call in plain sight: `javascript:goPage(2)`, `onclick="turn('list', 3)"`. */
export interface ScriptCall {
  name: string;
  args: string[];
}

const longestFunction = 2500;

/** The first call of a link that is not a mere `void(0)`. */
export function readCall(script: string): ScriptCall | null {
  for (const match of script.slice(0, 600).matchAll(/([\w$.]{1,60})\s*\(([^()]{0,300})\)/g)) {
    const name = match[1]!;
    if (/^(?:void|return|if|alert|function)$/.test(name)) continue;
    return { name, args: match[2]!.split(',').map((word) => word.trim().replace(/^(['"])(.*)\1$/s, '$2')) };
  }
  return null;
}

/** The number of the page that a call asks for: the argument that follows the page shown, else its only number. */
export function numberOfCall(call: ScriptCall, current: number): number | null {
  const numbers = call.args.filter((word) => /^\d{1,6}$/.test(word)).map(Number);
  if (numbers.includes(current + 1)) return current + 1;
  return numbers.length === 1 ? numbers[0]! : null;
}

/**
 * What a call asks of the server: by the function's own words where they stand in the page, else by the form or the
 * address that carries the number of the page. Null when only a script elsewhere knows.
 */
export function requestOfCall(page: ParsedPage, call: ScriptCall, number: number): PageRequest | null {
  if (call.name === '__doPostBack') return postBack(page, call);
  const code = functionOf(page, call.name);
  if (code !== null) return requestOfCode(page, code, call, number);
  return requestOfForm(page, number, null) ?? turned(page.page.request ?? { url: page.url, method: 'GET' }, number);
}

/** Old ASP.NET: the pager's name and the number go into two hidden fields of the page's one form. */
function postBack(page: ParsedPage, call: ScriptCall): PageRequest | null {
  const [target, argument] = call.args;
  if (!target) return null;
  const fields = new Map([
    ['__EVENTTARGET', target],
    ['__EVENTARGUMENT', argument ?? ''],
  ]);
  return requestOfForm(page, Number(argument), '__EVENTTARGET', fields);
}

interface Code {
  parameters: string[];
  body: string;
}

function functionOf(page: ParsedPage, name: string): Code | null {
  const plain = name.slice(name.lastIndexOf('.') + 1).replace(/\$/g, '');
  if (!/^\w+$/.test(plain)) return null;
  const heads = [
    new RegExp(`function\\s+${plain}\\s*\\(([\\w\\s,]{0,120})\\)\\s*\\{`),
    new RegExp(`\\b${plain}\\s*[=:]\\s*(?:function\\s*)?\\(([\\w\\s,]{0,120})\\)\\s*(?:=>)?\\s*\\{`),
  ];
  for (const { text } of page.scripts) {
    if (!text.includes(plain)) continue;
    for (const head of heads) {
      const match = head.exec(text);
      if (!match) continue;
      const from = match.index + match[0].length;
      return {
        parameters: match[1]!.split(',').map((word) => word.trim()),
        body: text.slice(from, endOfBlock(text, from)),
      };
    }
  }
  return null;
}

function endOfBlock(text: string, from: number): number {
  let depth = 1;
  const end = Math.min(text.length, from + longestFunction);
  for (let n = from; n < end; n += 1) {
    if (text[n] === '{') depth += 1;
    else if (text[n] === '}' && (depth -= 1) === 0) return n;
  }
  return end;
}

function requestOfCode(page: ParsedPage, code: Code, call: ScriptCall, number: number): PageRequest | null {
  const values = new Map(literalsOf(page.scripts.map((script) => script.text).join('\n')));
  code.parameters.forEach((name, n) => {
    if (call.args[n] !== undefined) values.set(name, call.args[n]);
  });
  const url = addressIn(code.body, values, page);
  if (url !== null) return { url, method: 'GET' };
  if (!/\.submit\s*\(/.test(code.body)) return null;
  const parameter = code.parameters.find((_, n) => call.args[n] === String(number));
  const field =
    parameter === undefined
      ? null
      : (new RegExp(
          `([\\w$]+)["']?\\s*[\\])]*\\s*\\.(?:value\\s*=\\s*|val\\s*\\(\\s*|setAttribute\\s*\\(\\s*["']value["']\\s*,\\s*)${parameter}\\b`,
        ).exec(code.body)?.[1] ?? null);
  return requestOfForm(page, number, field) ?? (field === null ? null : requestOfForm(page, number, null));
}

/** `location.href = 'index_' + n + '.html'` within a function or a plugin's callback. */
export function addressIn(body: string, values: ScriptValues, page: ParsedPage): string | null {
  const goes =
    /\blocation(?:\.href)?\s*=(?!=)\s*([^;\n}]{2,400})|\b(?:location\.(?:replace|assign)|window\.open)\s*\(\s*([^;\n}]{2,400})/g;
  for (const match of body.slice(0, longestFunction).matchAll(goes)) {
    const expression = match[1] ?? match[2]!.replace(/(?:\s*,\s*["']\w+["'])?\s*\)\s*$/, '');
    const text = textOfExpression(expression, values);
    const url = text === null ? null : page.resolve(text);
    if (url !== null) return url;
  }
  return null;
}

/** The same request with another number of the page, where its address or form carries one. */
export function turned(request: PageRequest, number: number): PageRequest | null {
  if (!URL.canParse(request.url)) return null;
  const url = new URL(request.url);
  const name = [...url.searchParams.keys()].find(isPageName);
  if (name !== undefined) {
    const current = Number(url.searchParams.get(name));
    if (!Number.isInteger(current) || number <= current) return null;
    url.searchParams.set(name, String(number));
    return { ...request, url: url.href };
  }
  if (request.method !== 'POST' || !request.body || request.body.trimStart().startsWith('{')) return null;
  const form = new URLSearchParams(request.body);
  const field = [...form.keys()].find(isPageName);
  if (field === undefined || !(number > Number(form.get(field)))) return null;
  form.set(field, String(number));
  return { ...request, body: form.toString() };
}
