import type { Element } from 'domhandler';
import { dateOfValue } from './dates.js';
import { findBracketedNumber, valueOrNull } from './document-number.js';
import {
  isLabel,
  type Label,
  labelOf,
  type MetadataField,
  onlyAbove,
  rankOf,
  squeezeLabel,
  trimLabel,
} from './metadata-labels.js';
import type { PageLine, ParsedPage } from './parsed-page.js';

interface Entry {
  value: string | null;
  rank: number;
  label: string;
  said: boolean;
}

const ofOne: ReadonlySet<MetadataField> = new Set(['documentNumber', 'indexNumber', 'publishedOn']);

/** Labels for the day of writing from here on (生成日期 …) say less than 发文日期. */
const belowSent = rankOf('生成日期');

/** What a page's block says, a value a field; null where the label stands there without a value. */
export class Metadata {
  private readonly best = new Map<MetadataField, Entry>();
  private readonly rivals = new Map<MetadataField, string>();
  /** Different values under one label, of fields that an article has once. */
  private readonly told = new Map<MetadataField, Set<string>>();
  private readonly echoes = new Set<MetadataField>();
  private sentIsPublished = false;
  /** Lines that are part of the block. */
  readonly lines = new Set<PageLine>();
  /** How many different fields of a document's block (not of an information line) were seen. */
  get size(): number {
    let size = 0;
    for (const field of this.best.keys()) if (field !== 'source' && field !== 'other') size += 1;
    return this.best.has('sentOn') && this.best.has('issuedOn') ? size - 1 : size;
  }

  add(label: string, known: Label, words: string): void {
    const value = valueOrNull(words);
    if (value !== null && ofOne.has(known.field))
      this.told.set(known.field, (this.told.get(known.field) ?? new Set()).add(value));
    const before = this.best.get(known.field);
    if (before?.rank === known.rank && before.value !== null && value !== null && !sameWords(before.value, value))
      this.rivals.set(known.field, value);
    if (before && before.label !== label && sameDay(before.value, value)) this.echoes.add(known.field);
    if (before && before.value !== null && (value === null || before.rank <= known.rank)) return;
    if (before && before.value === null && value === null) return;
    this.best.set(known.field, { value, rank: known.rank, label, said: words.trim() !== '' });
  }

  /** Whether the labels stand on the cards of a list: three articles and more tell their own. */
  get isOfCards(): boolean {
    return [...this.told.values()].some(({ size }) => size >= 3);
  }

  /**
   * For a page that shows no day of publication: 发文日期 is that day where the block has another, earlier day of writing.
   * Returns whether it is.
   */
  takeSentAsPublished(): boolean {
    const [written, sent] = (['issuedOn', 'sentOn'] as const).map((field) =>
      dateOfValue(this.best.get(field)?.value ?? ''),
    );
    this.sentIsPublished = !!written && !!sent && written <= sent;
    return this.sentIsPublished;
  }

  has(field: MetadataField): boolean {
    return this.entry(field) !== undefined;
  }

  /** The label is there with nothing at all behind it: nobody said that there is none. */
  isEmpty(field: MetadataField): boolean {
    return this.entry(field)?.said === false;
  }

  value(field: MetadataField): string | null {
    return this.entry(field)?.value ?? null;
  }

  /** Another value under the same label: the page holds two blocks, or one that contradicts itself. */
  rival(field: MetadataField): string | null {
    return this.rivals.get(this.placeOf(field)) ?? null;
  }

  /** Another label of the field tells the same day. */
  isEchoed(field: MetadataField): boolean {
    return this.echoes.has(field);
  }

  /** “成文日期：2025-09-08”: what stood on the page. */
  words(field: MetadataField): string {
    const entry = this.entry(field);
    return entry ? `${entry.label}：${entry.value ?? ''}` : '';
  }

  label(field: MetadataField): string | null {
    return this.entry(field)?.label ?? null;
  }

  private entry(field: MetadataField): Entry | undefined {
    return this.best.get(this.placeOf(field));
  }

  /** Where a field is told: 发文日期 stands for the day of writing, or for that of publication. */
  private placeOf(field: MetadataField): MetadataField {
    if (field === 'publishedOn') return this.sentIsPublished ? 'sentOn' : field;
    const [written, sent] = [this.best.get('issuedOn'), this.best.get('sentOn')];
    if (field !== 'issuedOn' || this.sentIsPublished || !sent) return field;
    if (written && sent.value === null) return field;
    return !written || written.value === null || written.rank >= belowSent ? 'sentOn' : field;
  }
}

function sameDay(a: string | null, b: string | null): boolean {
  const day = a === null || b === null ? null : dateOfValue(a);
  return day !== null && day === dateOfValue(b!);
}

function sameWords(a: string, b: string): boolean {
  return a.replace(/\s/g, '') === b.replace(/\s/g, '');
}

/**
 * Reads the label-and-value pairs of some lines: cells in pairs, lists, paragraphs, definition lists, labels with spaces
 * or entities between their characters, several pairs in one line. They are added to what `metadata` holds already.
 */
export function readMetadata(
  page: ParsedPage,
  lines: readonly PageLine[],
  inBody = false,
  metadata = new Metadata(),
): Metadata {
  lines.forEach((line, index) => {
    if (line.text.length > 400 || (line.zone !== 'body' && line.zone !== 'crumb') || isFooting(lines, index)) return;
    const used =
      (line.cell > 0 ? readCell(metadata, lines, index, inBody) : 0) ||
      (/[:：】\]]/.test(line.text) ? readInline(metadata, lines, index, inBody) : 0) ||
      (line.raw.includes('\u0001') ? readFragments(metadata, line, inBody) : 0) ||
      readSibling(metadata, lines, index);
    for (const read of lines.slice(index, index + used)) metadata.lines.add(read);
  });
  return metadata;
}

/** Who runs the website, at the foot of a page that no name tells to be one: it has not issued the document. */
function isFooting(lines: readonly PageLine[], index: number): boolean {
  return /主办单位/.test(lines[index]!.text) && lines.slice(index, index + 4).some(({ text }) => footing.test(text));
}

const footing = /承办单位|版权所有|ICP备|网安备|网站标识码|技术支持|维护单位|copyright/i;

/** td or dt with the label, the next cell with the value. Returns how many lines it took; 0 when it is no such pair. */
function readCell(metadata: Metadata, lines: readonly PageLine[], index: number, inBody: boolean): number {
  const line = lines[index]!;
  if (line.text.length > 24) return 0;
  const label = squeezeLabel(line.raw);
  const known = labelOf(label, inBody);
  if (!known) return 0;
  const next = lines[index + 1];
  // In one cell of a table that lays out the page there may be a block of another make.
  if (!next || next.cell === line.cell) return 0;
  if (!inOneRow(line.element, next.element)) {
    metadata.add(label, known, '');
    return 1;
  }
  const nextIsLabel = /^[^:：]{1,12}[:：]$/.test(next.text) || beginsWithLabel(next);
  // Label beside label, without colons: the header of a table, not a block.
  if (nextIsLabel && !/[:：]\s*$/.test(line.text) && isLabel(squeezeLabel(next.raw))) return 1;
  if (nextIsLabel) {
    metadata.add(label, known, '');
    return 1;
  }
  const value = linesOfCell(lines, index + 1);
  metadata.add(label, known, value.map(({ text }) => text).join(''));
  return 1 + value.length;
}

/** The line is a label, or a label with its value. */
function beginsWithLabel({ raw }: PageLine): boolean {
  const colon = raw.slice(0, 40).search(/[:：]/);
  return (
    isLabel(squeezeLabel(raw)) ||
    (colon > 0 && isLabel(squeezeLabel(raw.slice(0, colon)))) ||
    isLabel(squeezeLabel(raw.slice(0, raw.indexOf('\u0001') + 1)))
  );
}

/** A value may be broken over lines within its cell. */
function linesOfCell(lines: readonly PageLine[], from: number): PageLine[] {
  const { cell, heading } = lines[from]!;
  const goesOn = (line: PageLine | undefined) =>
    line !== undefined && line.cell === cell && line.heading === heading && !beginsWithLabel(line);
  let to = from + 1;
  while (to < from + 6 && cell > 0 && goesOn(lines[to])) to += 1;
  return lines.slice(from, to);
}

function inOneRow(a: Element, b: Element): boolean {
  const row = rowAround(a);
  return row !== null && row === rowAround(b);
}

function rowAround(element: Element): Element | null {
  let node: Element | null = element;
  for (let up = 0; node && up < 6; up += 1, node = node.parent as Element | null)
    if (node.name === 'tr' || node.name === 'dl') return node;
  return null;
}

const pair =
  /(^|[\s\d\u0001|｜;；，,（([【])([\u4e00-\u9fa5][\u4e00-\u9fa5\s\u0001\u2002-\u200a/]{0,24}?)[\s\u0001]*(?:[:：]|[】\]][\s\u0001]*[:：]?)/g;

/** “发布日期：2016-11-22 浏览次数： 信息来源：省发改委”. Returns how many lines it took. */
function readInline(metadata: Metadata, lines: readonly PageLine[], index: number, inBody: boolean): number {
  let used = 0;
  const line = lines[index]!;
  const raw = line.raw.replace(/[\u00a0\u3000\u2002\u2003\u2009]/g, ' ');
  const found = [...raw.matchAll(pair)].map((match) => {
    const { label, skipped } = lastLabel(match[2]!);
    return { at: match.index + match[1]!.length + skipped, end: match.index + match[0].length, label };
  });
  // In a text only a line that begins with a label is part of a block.
  const opens = !inBody || raw.slice(0, found[0]?.at ?? 0).replace(/[\s\u0001[【]/g, '') === '';
  if (!opens) return 0;
  found.forEach((here, n) => {
    const known = labelOf(here.label, inBody);
    if (!known || (inBody && found.slice(0, n).some((before) => !isLabel(before.label)))) return;
    const next = found[n + 1];
    let value = raw
      .slice(here.end, next ? next.at : undefined)
      .replace(/\u0001/g, '')
      .replace(/\s+/g, ' ')
      .trim();
    // What stands between two pairs belongs to neither: “索引号：A-1 ｜ 文号：…”.
    if (next) value = value.replace(/[\s｜|;；，,·]+$/, '');
    used = Math.max(used, 1);
    if (value === '' && found.length === 1) {
      value = valueBelow(lines, index, known.field);
      if (value !== '') used = 2;
    }
    metadata.add(here.label, known, value);
  });
  return used;
}

/** Of “云岭县人民政府 文 号” the words at the end that make a label; all of it when none do. */
function lastLabel(words: string): { label: string; skipped: number } {
  const whole = trimLabel(squeezeLabel(words));
  if (isLabel(whole)) return { label: whole, skipped: 0 };
  for (const gap of words.matchAll(/[\s\u0001]+/g)) {
    const skipped = gap.index + gap[0].length;
    const label = trimLabel(squeezeLabel(words.slice(skipped)));
    if (isLabel(label)) return { label, skipped };
  }
  return { label: whole, skipped: 0 };
}

/** A label alone on its line, its value in the next element of the same parent. */
function valueBelow(lines: readonly PageLine[], index: number, field: MetadataField): string {
  const line = lines[index]!;
  const next = lines[index + 1];
  if (!next || next.text.length > 120 || /^[^:：]{1,12}[:：]/.test(next.text) || beginsWithLabel(next)) return '';
  if (next.heading > 0 || !mayBe[field].test(next.text)) return '';
  if (next.cell !== line.cell) return inOneRow(line.element, next.element) ? next.text : '';
  const sibling =
    next.element.parent === line.element.parent &&
    next.element !== line.element &&
    ((line.element.name !== 'p' && line.element.name !== 'li') || arePair(line.element, next.element));
  return sibling || next.element.parent === line.element || line.element.parent === next.element ? next.text : '';
}

/** What a value that stands in an element of its own looks like: under an empty label the headline may follow. */
const mayBe: Record<MetadataField, RegExp> = {
  indexNumber: /^[^，。《》]{0,60}$/,
  documentNumber: /^[^，。《》]{0,60}$/,
  issuedOn: /\d|年/,
  sentOn: /\d|年/,
  publishedOn: /\d|年/,
  issuer: /^(?!.*关于)[^，。《》]{1,60}$/,
  source: /^(?!.*关于)[^，。《》]{1,60}$/,
  title: /./,
  validity: /^.{1,24}$/,
  other: /^[^，。《》]{1,60}$/,
};

/** Two elements that have a parent to themselves: the one holds a label, the other its value. */
function arePair(a: Element, b: Element): boolean {
  let elements = 0;
  for (const child of a.parent?.children ?? []) {
    if (child.type !== 'tag') continue;
    if (child !== (elements === 0 ? a : elements === 1 ? b : null)) return false;
    elements += 1;
  }
  return elements === 2;
}

/** A label without colon alone in its element, its value in the only other element beside it. */
function readSibling(metadata: Metadata, lines: readonly PageLine[], index: number): number {
  const line = lines[index]!;
  const next = lines[index + 1];
  if (line.text.length > 24 || !next || next.text.length > 120 || !arePair(line.element, next.element)) return 0;
  const label = squeezeLabel(line.raw);
  const known = onlyAbove.has(label) ? null : labelOf(label, false);
  if (!known || isLabel(squeezeLabel(next.raw))) return 0;
  metadata.add(label, known, next.text);
  return 2;
}

/** “文号” and its value in two inline elements with nothing between. */
function readFragments(metadata: Metadata, line: PageLine, inBody: boolean): number {
  const parts = line.raw
    .split('\u0001')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (parts.length > 24) return 0;
  let used = 0;
  for (let n = 0; n < parts.length - 1; n += 1) {
    const label = squeezeLabel(parts[n]!);
    const known = labelOf(label, inBody);
    if (!known) continue;
    const value = parts[n + 1]!;
    metadata.add(label, known, isLabel(squeezeLabel(value)) ? '' : value.replace(/\s+/g, ' '));
    used = 1;
  }
  return used || readChips(metadata, parts);
}

/** “文号 云政发〔2026〕3号” and its like, two at least or a number, each in an element of its own: a space stands for the colon. */
function readChips(metadata: Metadata, parts: readonly string[]): number {
  const chips = parts.flatMap((part) => {
    const [, label = '', value = ''] = /^([\u4e00-\u9fa5]{2,8})[\s\u00a0\u3000]+([^\s:：].{0,80})$/.exec(part) ?? [];
    const known = chipLabels.get(label) ?? labelOf(label, false);
    return known && known.field !== 'other' && known.field !== 'source' ? [{ label, known, value }] : [];
  });
  const isNumber = chips.some(({ known, value }) => known.field === 'documentNumber' && findBracketedNumber(value));
  if (chips.length < 2 && !isNumber) return 0;
  for (const { label, known, value } of chips) metadata.add(label, known, value);
  return 1;
}

/** Where there is little room 成文 says it. */
const chipLabels = new Map<string, Label>([['成文', { field: 'issuedOn', rank: rankOf('成文日') }]]);
