import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  parseDocument,
  type Document,
  type Node,
  type Pair,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { BadInput, canonicalJson } from '#kernel';
import { printPath, type YamlPath } from './yaml-place.js';

/** What can be written in one place: a value, a list of words, or nothing (`undefined`: the field is taken out). */
export type WrittenValue = string | number | boolean | null | string[] | undefined;

export interface PlanEdit {
  /** Keys and indexes from the top of the plan. */
  path: YamlPath;
  value: WrittenValue;
}

/** A stretch of the text and what takes its place. */
interface Splice {
  from: number;
  to: number;
  text: string;
}

/**
 * Writes values into the text of a plan. Nothing but the values is touched: comments, order, quotes and line breaks stay as
 * they are, and what the text says elsewhere is held against what it said before.
 * @throws BadInput where a value cannot be written without touching more (one that is shared by reference, or no such place).
 */
export function editPlanText(yamlText: string, edits: readonly PlanEdit[]): string {
  const last = [...new Map(edits.map((edit) => [printPath(edit.path), edit])).values()];
  const { text, rest } = allAtOnce(yamlText, last);
  return rest.reduce(applied, text);
}

function applied(text: string, edit: PlanEdit): string {
  const { path, value } = edit;
  const document = parseDocument(text);
  const splice = spliceFor(text, document, path, value);
  if (splice === null) return text;
  const written = spliced(text, [splice]);
  if (!saysSo(written, document, [edit])) throw onlyByHand(path);
  return written;
}

/** What does not meet in one place, with one reading of the text; the rest is for one after the other. */
function allAtOnce(text: string, edits: readonly PlanEdit[]): { text: string; rest: readonly PlanEdit[] } {
  const document = parseDocument(text);
  const placed = edits
    .map((edit) => ({ edit, splice: spliceFor(text, document, edit.path, edit.value) }))
    .sort((one, other) => (one.splice?.from ?? 0) - (other.splice?.from ?? 0));
  let end = -1;
  const apart = placed.filter(({ splice }) => {
    if (splice === null || splice.from <= end) return false;
    end = splice.to;
    return true;
  });
  const written = spliced(
    text,
    apart.map(({ splice }) => splice!),
  );
  const done = apart.map(({ edit }) => edit);
  if (!saysSo(written, document, done)) return { text, rest: edits };
  return { text: written, rest: edits.filter((edit) => !done.includes(edit)) };
}

function spliced(text: string, splices: readonly Splice[]): string {
  return [...splices]
    .sort((one, other) => other.from - one.from)
    .reduce((held, { from, to, text: own }) => held.slice(0, from) + own + held.slice(to), text);
}

/** Whether a text says what another said, but for these values. */
function saysSo(written: string, before: Document, edits: readonly PlanEdit[]): boolean {
  const again = parseDocument(written);
  if (again.errors.length > 0) return false;
  const wished = edits.reduce((held, { path, value }) => withValue(held, path, value), before.toJS() as unknown);
  return canonicalJson(again.toJS()) === canonicalJson(wished);
}

function onlyByHand(path: YamlPath): BadInput {
  return new BadInput([
    { where: printPath(path), what: '这一处的写法特殊，不能单独改', accepted: '在“全文”中改这一处' },
  ]);
}

function spliceFor(text: string, document: Document, path: YamlPath, value: WrittenValue): Splice | null {
  const node = nodeAt(document, path);
  if (value === undefined) return node === undefined ? null : removal(text, document, path);
  if (node === undefined) return addition(text, document, path, value);
  if (Array.isArray(value)) return listSplice(text, document, path, node, value);
  if (!isScalar(node)) throw onlyByHand(path);
  if (node.value === value) return null;
  const [from, to] = rangeOf(node, path);
  const lead = from > 0 && !/\s/.test(text[from - 1]!) && from === to ? ' ' : '';
  const tail = text.slice(from, to).endsWith('\n') ? '\n' : '';
  return { from, to, text: lead + printScalar(value, styleOf(node), isWithinFlow(document, path)) + tail };
}

/** The node at a path; undefined where there is none. @throws BadInput where the way leads over a reference. */
function nodeAt(document: Document, path: YamlPath): Node | undefined {
  let node: unknown = document.contents;
  for (const [index, part] of path.entries()) {
    if (isAlias(node)) throw onlyByHand(path.slice(0, index));
    if (isMap(node)) node = pairOf(node, part)?.value;
    else if (isSeq(node)) node = node.items[Number(part)];
    else return undefined;
    if (node === undefined || node === null) return undefined;
  }
  if (isAlias(node)) throw onlyByHand(path);
  return node as Node;
}

function pairOf(map: YAMLMap, key: PropertyKey): Pair | undefined {
  return map.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === String(key));
}

function rangeOf(node: unknown, path: YamlPath): [number, number] {
  const range = (node as Node | null)?.range;
  if (!range) throw onlyByHand(path);
  return [range[0], range[1]];
}

function isWithinFlow(document: Document, path: YamlPath): boolean {
  return path.some((_, index) => (nodeAt(document, path.slice(0, index)) as { flow?: boolean } | undefined)?.flow);
}

type Style = 'single' | 'double' | 'plain';

function styleOf(node: Node): Style {
  const type = isScalar(node) ? node.type : undefined;
  return type === 'QUOTE_SINGLE' ? 'single' : type === 'PLAIN' ? 'plain' : 'double';
}

/** A value as it is written beside others, in the quotes that stood there where these will do. */
function printScalar(value: string | number | boolean | null, style: Style, inFlow: boolean): string {
  if (typeof value !== 'string') return String(value);
  const plain = style === 'plain' && isPlain(value, inFlow);
  if (plain) return value;
  const isOneLine = !/[^\P{Cc}]|[\u2028\u2029]/u.test(value);
  return style === 'double' || !isOneLine ? JSON.stringify(value) : `'${value.replaceAll("'", "''")}'`;
}

/** Whether words mean themselves without quotes. */
function isPlain(value: string, inFlow: boolean): boolean {
  if (value !== value.trim() || /[\n\r]/.test(value)) return false;
  const read = parseDocument(inFlow ? `[${value}]` : `- ${value}`);
  const { contents } = read;
  return read.errors.length === 0 && isSeq(contents) && contents.items.length === 1 && contents.toJSON()[0] === value;
}

const printList = (values: readonly string[]) => `[${values.map((one) => printScalar(one, 'plain', true)).join(', ')}]`;

function printValue(value: Exclude<WrittenValue, undefined>, inFlow: boolean): string {
  if (Array.isArray(value)) return printList(value);
  return printScalar(value, typeof value === 'string' && isPlain(value, inFlow) ? 'plain' : 'single', inFlow);
}

/** The field that is not there yet, in the deepest part that is, with what lies between. */
function addition(text: string, document: Document, path: YamlPath, value: Exclude<WrittenValue, undefined>): Splice {
  let depth = path.length - 1;
  while (depth > 0 && nodeAt(document, path.slice(0, depth)) === undefined) depth -= 1;
  const map = nodeAt(document, path.slice(0, depth));
  const names = path.slice(depth);
  if (!isMap(map) || names.some((name) => typeof name !== 'string')) throw onlyByHand(path);
  const [key, ...inner] = names.map(String) as [string, ...string[]];
  const inFlow = map.flow === true || inner.length > 0;
  const written = inner.reduceRight((held, name) => `{ ${name}: ${held} }`, printValue(value, inFlow));
  return map.flow ? intoFlow(text, map, path, `${key}: ${written}`) : intoBlock(text, map, path, `${key}: ${written}`);
}

function intoFlow(text: string, map: YAMLMap, path: YamlPath, field: string): Splice {
  const [from, to] = rangeOf(map, path);
  const last = map.items.at(-1);
  if (!last) return { from, to, text: `{ ${field} }` };
  const [, end] = rangeOf(last.value ?? last.key, path);
  const comma = text.indexOf(',', end);
  const hasComma = comma >= 0 && comma < to - 1 && text.slice(end, comma).trim() === '';
  const at = hasComma ? comma + 1 : end;
  return { from: at, to: at, text: hasComma ? ` ${field}` : `, ${field}` };
}

/** As a line of its own, behind the last field that stands on one line; at the top level at the very end. */
function intoBlock(text: string, map: YAMLMap, path: YamlPath, field: string): Splice {
  if (path.length === 1 || map.items.length === 0) {
    const lead = text.endsWith('\n') ? '' : '\n';
    return { from: text.length, to: text.length, text: `${lead}\n${field}\n` };
  }
  const indent = ' '.repeat(columnAt(text, rangeOf(map.items[0]!.key, path)[0]));
  const beside = map.items.findLast(({ value }) => endsOnItsLine(text, value));
  if (!beside) throw onlyByHand(path);
  const at = lineEnd(text, rangeOf(beside.value, path)[1]);
  return { from: at, to: at, text: `\n${indent}${field}` };
}

function endsOnItsLine(text: string, value: unknown): boolean {
  const range = (value as Node | null)?.range;
  if (!range) return false;
  const isFlow = (isMap(value) || isSeq(value)) && value.flow === true;
  const isInline = isScalar(value) && ['PLAIN', 'QUOTE_SINGLE', 'QUOTE_DOUBLE'].includes(String(value.type));
  return (isFlow || isInline) && range[1] > range[0] && text[range[1] - 1] !== '\n';
}

function columnAt(text: string, offset: number): number {
  return offset - (text.lastIndexOf('\n', offset - 1) + 1);
}

/** Where the line of an offset ends, before its break. */
function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  if (end < 0) return text.length;
  return text[end - 1] === '\r' ? end - 1 : end;
}

function removal(text: string, document: Document, path: YamlPath): Splice {
  const map = nodeAt(document, path.slice(0, -1));
  const pair = isMap(map) ? pairOf(map, path.at(-1)!) : undefined;
  if (!isMap(map) || !pair || map.items.length < 2) throw onlyByHand(path);
  const [from] = rangeOf(pair.key, path);
  const [, to] = rangeOf(pair.value ?? pair.key, path);
  if (map.flow) return memberRemoval(text, map.items.indexOf(pair), from, to);
  return wholeLines(text, from, to, path);
}

/** The lines of a stretch that alone stands on them. */
function wholeLines(text: string, from: number, to: number, path: YamlPath): Splice {
  const begin = text.lastIndexOf('\n', from - 1) + 1;
  if (text.slice(begin, from).trim() !== '') throw onlyByHand(path);
  const last = text[to - 1] === '\n' ? to - 1 : lineEnd(text, to);
  const end = text.indexOf('\n', last);
  return { from: begin, to: end < 0 ? text.length : end + 1, text: '' };
}

/** A member of a list or map in brackets, with one comma beside it. */
function memberRemoval(text: string, index: number, from: number, to: number): Splice {
  if (index > 0) return { from: text.lastIndexOf(',', from), to, text: '' };
  const comma = text.indexOf(',', to);
  const next = /\S/.exec(text.slice(comma + 1));
  return { from, to: comma + 1 + (next?.index ?? 0), text: '' };
}

/** A list of words: what stays keeps its place and its comments. */
function listSplice(
  text: string,
  document: Document,
  path: YamlPath,
  node: Node,
  values: readonly string[],
): Splice | null {
  if (!isSeq(node) || node.items.some((item) => !isScalar(item))) throw onlyByHand(path);
  const before = (node.toJSON() as unknown[]).map(String);
  if (canonicalJson(before) === canonicalJson(values)) return null;
  const [from, to] = rangeOf(node, path);
  if (node.flow) return { from, to, text: printFlowList(text, node, values, path) };
  const inner = text.slice(from, to);
  if (values.length === 0 || inner.includes('#')) throw onlyByHand(path);
  const dash = `\n${' '.repeat(columnAt(text, from))}- `;
  const tail = inner.endsWith('\n') ? '\n' : '';
  const written = values.map((value) => sourceOf(text, node, value, path) ?? printScalar(value, 'plain', false));
  return { from, to, text: `- ${written.join(dash)}${tail}` };
}

function printFlowList(text: string, list: YAMLSeq, values: readonly string[], path: YamlPath): string {
  if (text.slice(...rangeOf(list, path)).includes('#')) throw onlyByHand(path);
  const written = values.map((value) => sourceOf(text, list, value, path) ?? printScalar(value, 'plain', true));
  return `[${written.join(', ')}]`;
}

/** A member as it was written; null for a new one. */
function sourceOf(text: string, list: YAMLSeq, value: string, path: YamlPath): string | null {
  const known = list.items.find((item) => isScalar(item) && String(item.value) === value);
  return known ? text.slice(...rangeOf(known, path)) : null;
}

/** What the text is to say afterwards. */
function withValue(held: unknown, path: YamlPath, value: WrittenValue): unknown {
  const [part, ...rest] = path;
  if (part === undefined) return value;
  if (Array.isArray(held))
    return held.map((member: unknown, index) => (index === Number(part) ? withValue(member, rest, value) : member));
  const members = new Map(Object.entries((held ?? {}) as Record<string, unknown>));
  const name = String(part);
  if (rest.length === 0 && value === undefined) members.delete(name);
  else members.set(name, withValue(members.get(name), rest, value));
  return Object.fromEntries(members);
}
