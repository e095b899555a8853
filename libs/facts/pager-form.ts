import type { PageRequest } from '#evidence';
import type { Cheerio } from 'cheerio';
import type { Element } from 'domhandler';
import { optionsOf } from './select-options.js';
import type { ParsedPage } from './parsed-page.js';
import { isPageName } from './script-values.js';

/** View states of old sites may be larger than a whole list; such a form is left alone. */
const longestBody = 60_000;
const notSent = /^(?:submit|button|reset|image|file|password)$/i;

/**
 * The request that a page's form makes when it is sent for page `number`: hidden fields and all.
 * @param field name or id of the field that takes the number, null for the one whose name says so.
 * @param others values that a script puts into other fields before it sends the form.
 */
export function requestOfForm(
  page: ParsedPage,
  number: number,
  field: string | null,
  others: ReadonlyMap<string, string> = new Map(),
): PageRequest | null {
  const { $ } = page;
  const forms = $('form').toArray();
  for (const form of forms) {
    const request = requestOf(page, $(form), $(form).find('input,select'), number, field, others);
    if (request) return request;
  }
  // A form within a table is parsed to an empty element; its fields stand beside it.
  const loose = $('input,select').filter((_, element) => $(element).closest('form').length === 0);
  const first = forms[0];
  return loose.length === 0 || !first ? null : requestOf(page, $(first), loose, number, field, others);
}

function requestOf(
  page: ParsedPage,
  form: Cheerio<Element>,
  inputs: Cheerio<Element>,
  number: number,
  field: string | null,
  others: ReadonlyMap<string, string>,
): PageRequest | null {
  const fields = new URLSearchParams();
  let numbered = false;
  for (const input of inputs.toArray()) {
    const { id, type = 'text' } = input.attribs;
    const name = input.attribs.name ?? '';
    if (/^password$/i.test(type)) return null;
    if (name === '' || notSent.test(type)) continue;
    if (/^(?:checkbox|radio)$/i.test(type) && input.attribs.checked === undefined) continue;
    const isNumber = field === null ? !numbered && isPageName(name) : name === field || id === field;
    const value = others.get(name) ?? (input.name === 'select' ? chosenOption(input) : (input.attribs.value ?? ''));
    // A box to type a number into, beside the hidden field, is sent empty.
    if (isNumber) numbered = true;
    fields.append(name, isNumber && !others.has(name) ? String(number) : value);
  }
  for (const [name, value] of others) if (!fields.has(name)) fields.append(name, value);
  if (!numbered && !(field !== null && others.has(field))) return null;
  const action = form.attr('action') ?? '';
  const url = action.trim() === '' ? page.url : page.resolve(action);
  const body = fields.toString();
  if (url === null || body.length > longestBody) return null;
  if (/^post$/i.test(form.attr('method') ?? ''))
    return { url, method: 'POST', body, contentType: 'application/x-www-form-urlencoded' };
  const whole = new URL(url);
  whole.search = body;
  return { url: whole.href, method: 'GET' };
}

function chosenOption(select: Element): string {
  const options = optionsOf(select);
  return (options.find((option) => option.attribs.selected !== undefined) ?? options[0])?.attribs.value ?? '';
}
