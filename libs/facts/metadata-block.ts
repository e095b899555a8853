import type { Element } from 'domhandler';
import { valueOrNull } from './document-number.js';
import type { PageLine, ParsedPage } from './parsed-page.js';

/** Fields of the metadata block of a document, whatever each site calls them. */
export type MetadataField =
  'indexNumber' | 'documentNumber' | 'issuedOn' | 'publishedOn' | 'issuer' | 'source' | 'title' | 'validity' | 'other';

interface Label {
  field: MetadataField;
  /** Lower wins when a page has two labels for one field. */
  rank: number;
}

/** Synonyms, best first. */
const synonyms: Record<MetadataField, string> = {
  indexNumber: '索引号 信息索引号 索取号 信息索取号 索引码 公开索引号',
  documentNumber: '发文字号 公文文号 发文文号 文号 文件编号 文件文号 备注/文号 发文号 公文字号 文件字号',
  issuedOn:
    '成文日期 成文时间 公文生成日期 制发日期 形成日期 印发日期 印发时间 发文日期 生成日期 信息生成日期 签发日期 制文日期',
  publishedOn: '发布日期 发布时间 公开日期 公开时间 发文时间 发表时间 信息发布日期 上网日期 发稿时间 时间 日期',
  issuer:
    '发文机关 发文机构 制发机关 制发机构 发文单位 发布机构 发布机关 公开责任部门 责任部门 主办单位 发布单位 公开主体 办文部门 发布部门 信息提供单位',
  source: '来源 信息来源 文章来源 稿件来源 内容来源',
  title: '标题 信息名称 公文名称 文件名称 公开事项名称 名称',
  validity: '有效性 是否有效 时效性 时效 有效期 有效状态 文件状态 效力状态',
  other:
    '主题分类 组配分类 信息分类 分类 公开目录 主题词 关键词 公开方式 公开形式 公开属性 公开范围 统一编号 内容概述 内容摘要 摘要 生效时间 生效日期 ' +
    '施行日期 实施日期 废止时间 废止日期 失效日期 失效时间 体裁 体裁分类 服务对象 作者 编辑 责任编辑 浏览次数 点击数 阅读次数 访问量 字体 字号 字体大小 分享到 分享 打印 ' +
    '公开时限 载体类型 信息格式 语种 栏目 所属栏目 公开类别 主题 备注 规范性文件统一编号 登记号 签发人 部门 地区 审核 阅读 浏览 视力保护色 保护视力色 点击 浏览量 次数 审稿 发布人 信息类别',
};

const labels = new Map<string, Label>();
for (const [field, words] of Object.entries(synonyms))
  words.split(' ').forEach((word, rank) => labels.set(word, { field: field as MetadataField, rank }));

/** What a page's block says, a value a field; null where the label stands there without a value. */
export class Metadata {
  private readonly best = new Map<
    MetadataField,
    { value: string | null; rank: number; label: string; said: boolean }
  >();
  private readonly rivals = new Map<MetadataField, string>();
  /** Lines that are part of the block. */
  readonly lines = new Set<PageLine>();
  /** How many different fields of a document's block (not of an information line) were seen. */
  get size(): number {
    let size = 0;
    for (const field of this.best.keys()) if (field !== 'source' && field !== 'other') size += 1;
    return size;
  }

  add(label: string, known: Label, words: string): void {
    const value = valueOrNull(words);
    const before = this.best.get(known.field);
    if (before?.rank === known.rank && before.value !== null && value !== null && !sameWords(before.value, value))
      this.rivals.set(known.field, value);
    if (before && before.value !== null && (value === null || before.rank <= known.rank)) return;
    if (before && before.value === null && value === null) return;
    this.best.set(known.field, { value, rank: known.rank, label, said: words.trim() !== '' });
  }

  has(field: MetadataField): boolean {
    return this.best.has(field);
  }

  /** The label is there with nothing at all behind it: nobody said that there is none. */
  isEmpty(field: MetadataField): boolean {
    return this.best.get(field)?.said === false;
  }

  value(field: MetadataField): string | null {
    return this.best.get(field)?.value ?? null;
  }

  /** Another value under the same label: the page holds two blocks, or one that contradicts itself. */
  rival(field: MetadataField): string | null {
    return this.rivals.get(field) ?? null;
  }

  /** “成文日期：2025-09-08”: what stood on the page. */
  words(field: MetadataField): string {
    const entry = this.best.get(field);
    return entry ? `${entry.label}：${entry.value ?? ''}` : '';
  }

  label(field: MetadataField): string | null {
    return this.best.get(field)?.label ?? null;
  }
}

function sameWords(a: string, b: string): boolean {
  return a.replace(/\s/g, '') === b.replace(/\s/g, '');
}

/** Words that are labels only above the text: in a text “时间：” is the time of a meeting. */
const onlyAbove = new Set([
  '时间',
  '日期',
  '名称',
  '来源',
  '标题',
  '主题',
  '备注',
  '部门',
  '地区',
  '分类',
  '时效',
  '有效期',
  '印发时间',
]);

/**
 * Reads the label-and-value pairs of some lines: cells in pairs, lists, paragraphs, definition lists, labels with spaces
 * or entities between their characters, several pairs in one line.
 */
export function readMetadata(page: ParsedPage, lines: readonly PageLine[], inBody = false): Metadata {
  const metadata = new Metadata();
  lines.forEach((line, index) => {
    if (line.text.length > 400 || (line.zone !== 'body' && line.zone !== 'crumb')) return;
    const used =
      (line.cell > 0 ? readCell(metadata, lines, index, inBody) : 0) ||
      (/[:：】\]]/.test(line.text) ? readInline(metadata, lines, index, inBody) : 0) ||
      (line.raw.includes('\u0001') ? readFragments(metadata, line, inBody) : 0) ||
      readSibling(metadata, lines, index);
    for (const read of lines.slice(index, index + used)) metadata.lines.add(read);
  });
  return metadata;
}

/** td or dt with the label, the next cell with the value. Returns how many lines it took; 0 when it is no such pair. */
function readCell(metadata: Metadata, lines: readonly PageLine[], index: number, inBody: boolean): number {
  const line = lines[index]!;
  if (line.text.length > 24) return 0;
  const label = squeezeLabel(line.raw);
  const known = labelOf(label, inBody);
  if (!known) return 0;
  const next = lines[index + 1];
  if (!next || (next.cell === line.cell && next.cell > 0 && !/[:：]\s*$/.test(line.text))) return 0;
  if (next.cell !== line.cell && !inOneRow(line.element, next.element)) {
    metadata.add(label, known, '');
    return 1;
  }
  const nextIsLabel = labels.has(squeezeLabel(next.raw)) || /^[^:：]{1,12}[:：]$/.test(next.text);
  // Label beside label, without colons: the header of a table, not a block.
  if (nextIsLabel && !/[:：]\s*$/.test(line.text) && labels.has(squeezeLabel(next.raw)) && next.cell !== line.cell)
    return 1;
  if (nextIsLabel && next.cell !== line.cell) {
    metadata.add(label, known, '');
    return 1;
  }
  const value = linesOfCell(lines, index + 1);
  metadata.add(label, known, value.map(({ text }) => text).join(''));
  return 1 + value.length;
}

/** A value may be broken over lines within its cell. */
function linesOfCell(lines: readonly PageLine[], from: number): PageLine[] {
  const { cell } = lines[from]!;
  let to = from + 1;
  while (to < from + 6 && lines[to]?.cell === cell && cell > 0) to += 1;
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
    if (!known || (inBody && found.slice(0, n).some((before) => !labels.has(before.label)))) return;
    const next = found[n + 1];
    let value = raw
      .slice(here.end, next ? next.at : undefined)
      .replace(/\u0001/g, '')
      .replace(/\s+/g, ' ')
      .trim();
    used = Math.max(used, 1);
    if (value === '' && !next) {
      value = valueBelow(lines, index);
      if (value !== '') used = 2;
    }
    metadata.add(here.label, known, value);
  });
  return used;
}

/** Of “云岭县人民政府 文 号” the words at the end that make a label; all of it when none do. */
function lastLabel(words: string): { label: string; skipped: number } {
  const whole = trimLabel(squeezeLabel(words));
  if (labels.has(whole)) return { label: whole, skipped: 0 };
  for (const gap of words.matchAll(/[\s\u0001]+/g)) {
    const skipped = gap.index + gap[0].length;
    const label = trimLabel(squeezeLabel(words.slice(skipped)));
    if (labels.has(label)) return { label, skipped };
  }
  return { label: whole, skipped: 0 };
}

/** A label alone on its line, its value in the next element of the same parent. */
function valueBelow(lines: readonly PageLine[], index: number): string {
  const line = lines[index]!;
  const next = lines[index + 1];
  if (!next || next.text.length > 120 || /^[^:：]{1,12}[:：]/.test(next.text) || labels.has(squeezeLabel(next.raw)))
    return '';
  if (next.cell !== line.cell) return inOneRow(line.element, next.element) ? next.text : '';
  const sibling =
    next.element.parent === line.element.parent &&
    next.element !== line.element &&
    ((line.element.name !== 'p' && line.element.name !== 'li') || arePair(line.element, next.element));
  return sibling || next.element.parent === line.element || line.element.parent === next.element ? next.text : '';
}

/** Two elements that have a parent to themselves: the one holds a label, the other its value. */
function arePair(a: Element, b: Element): boolean {
  const elements = a.parent?.children.filter((child) => child.type === 'tag') ?? [];
  return elements.length === 2 && elements[0] === a && elements[1] === b;
}

/** A label without colon alone in its element, its value in the only other element beside it. */
function readSibling(metadata: Metadata, lines: readonly PageLine[], index: number): number {
  const line = lines[index]!;
  const next = lines[index + 1];
  if (line.text.length > 24 || !next || next.text.length > 120 || !arePair(line.element, next.element)) return 0;
  const label = squeezeLabel(line.raw);
  const known = onlyAbove.has(label) ? null : labelOf(label, false);
  if (!known || labels.has(squeezeLabel(next.raw))) return 0;
  metadata.add(label, known, next.text);
  return 2;
}

/** “文号” and its value in two inline elements with nothing between. */
function readFragments(metadata: Metadata, line: PageLine, inBody: boolean): number {
  const parts = line.raw
    .split('\u0001')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (parts.length < 2 || parts.length > 24) return 0;
  let used = 0;
  for (let n = 0; n < parts.length - 1; n += 1) {
    const label = squeezeLabel(parts[n]!);
    const known = labelOf(label, inBody);
    if (!known) continue;
    const value = parts[n + 1]!;
    metadata.add(label, known, labels.has(squeezeLabel(value)) ? '' : value.replace(/\s+/g, ' '));
    used = 1;
  }
  return used;
}

function labelOf(label: string, inBody: boolean): Label | null {
  if (inBody && onlyAbove.has(label)) return null;
  return labels.get(label) ?? null;
}

/** A label that has words glued before it: “本文索引号” is not one, “[索引号” is. */
function trimLabel(label: string): string {
  return label.replace(/^[[【（(]+/, '');
}

function squeezeLabel(raw: string): string {
  return raw
    .replace(/[\s\u0001\u00a0\u3000\u2002-\u200d\ufeff]/g, '')
    .replace(/^[[【]|[\]】]?[:：]?$/g, '')
    .replace(/^[·•*]/, '');
}
