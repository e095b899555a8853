import { findDates } from './dates.js';
import { canonicalNumber, findBracketedNumber } from './document-number.js';
import { isOfficeName, officesIn } from './issuers.js';
import { isLabel, labelOf, squeezeLabel } from './metadata-labels.js';
import type { Dated, IssuedOnSource, LocalDate } from './model.js';

/** The signature (落款) at the end of a document: who issued it and when. */
export interface Signature {
  /** The leading one of those who signed. */
  issuer: string | null;
  /** All who signed, in their order, when they are several. */
  issuers?: string[];
  date: Dated<IssuedOnSource>;
  /** Another day stands alone in a line before it: this may be the signature of an annex. */
  second?: true;
}

/** “2020年6月19日（此件公开发布）”. */
const trailingNote = /\s*[（(]此[^（）()]{0,12}[)）]$/;
const parenthesised = /^[（(][^）)]{0,12}[)）]$/;

/** “2 0 2 6年 6月2 3日”: a line that is a day whose figures are set apart. */
const spacedDay = /^[12] ?\d ?\d ?\d ?年 ?\d(?: ?\d)? ?月 ?\d(?: ?\d)? ?日$/;

/** A day without the hour, and a line without the note, that may follow it. */
function withoutTail(line: string): string {
  if (line.length < 24 && spacedDay.test(line)) return line.replace(/ /g, '');
  if (/[)）]$/.test(line)) return line.replace(trailingNote, '');
  return /[时分]$/.test(line) ? line.replace(/(?<=日)\s*\d{1,2}\s*时(?:\s*\d{1,2}\s*分)?$/, '') : line;
}

/**
 * The first signature in a text: a line with an issuer, then a line that is a date (or both in one). What follows the
 * first is an annex, a printed imprint (…印发) or a forwarded document.
 */
export function readSignature(parted: readonly string[]): Signature | null {
  const lines = withWholeDays(parted);
  let last: Signature | null = null;
  let alone: LocalDate | null = null;
  const signed = (issuer: string, date: Signature['date'], issuers: readonly string[] = []): Signature => ({
    issuer: isOffice(issuer) ? issuer : null,
    ...(issuers.length > 1 && issuers.every(isOffice) ? { issuers: [...issuers] } : {}),
    date,
    ...(alone === null || alone === date.on ? {} : { second: true }),
  });
  for (let n = 0; n < lines.length; n += 1) {
    if (lines[n]!.length > 120) continue;
    // The expression looks at every space of a line: only what ends so is handed to it.
    const line = withoutTail(lines[n]!);
    if (line.length > 90 || !/[日\d]$|[日\d]\s*[)）]?$|^[12二一].{6,12}日\s+\S+$/.test(line)) continue;
    const date = findDates(line)[0];
    if (!date) continue;
    const before = line.slice(0, date.index).trim();
    const after = line.slice(date.index + date.words.length).trim();
    // “2026年1月8日　云岭镇卫生院”: the day stands before the office.
    if (before === '' && n >= lines.length - 6 && n >= 2 && isOfficeName(after) && isIssuer(after))
      return signed(after, { on: date.on, source: 'signature', words: date.words });
    if (after !== '' || /印发|抄送|[：:，,。；]/.test(before)) continue;
    const dated: Dated<IssuedOnSource> = { on: date.on, source: 'signature', words: date.words };
    if (before !== '') {
      if (n > 0 && isIssuer(before)) return signed(before, dated);
      continue;
    }
    const above = issuersAbove(lines, n);
    if (above) return signed(above.first, dated, above.all);
    // The day stands above the office.
    const below = lines[n + 1];
    if (n > 0 && n >= lines.length - 3 && below && isOfficeName(below) && isIssuer(below)) return signed(below, dated);
    alone ??= date.on;
    // A date alone near the end, under a text that names no issuer.
    if (n >= lines.length - 6 && (n >= 2 || (n === 1 && lines.length === 2 && /。$/.test(lines[0]!))))
      last ??= { issuer: null, date: dated };
  }
  return last;
}

const yearAlone = /^(?:(?:19|20)\d\d|[一二][〇○ＯO零一二三四五六七八九]{3})年$/;
const dayAlone = /^[\d一二三四五六七八九十]{1,2}月[\d一二三四五六七八九十]{1,3}日$/;

/** “2026年” over “4月7日”: one day in two lines. */
function withWholeDays(lines: readonly string[]): readonly string[] {
  if (!lines.some((line) => yearAlone.test(line))) return lines;
  const whole: string[] = [];
  for (const line of lines)
    if (dayAlone.test(line) && yearAlone.test(whole.at(-1) ?? '')) whole.push(whole.pop()! + line);
    else whole.push(line);
  return whole;
}

/** The lines above a date; several issuers stand on several lines, the first is the leading one. */
function issuersAbove(lines: readonly string[], at: number): { first: string; all: string[] } | null {
  const all: string[] = [];
  for (let n = at - 1; n >= 0 && n >= at - 12; n -= 1) {
    const line = lines[n]!;
    if (parenthesised.test(line)) continue;
    if (!isIssuer(line)) break;
    all.unshift(...officesIn(line));
  }
  const first = all[0]?.split(/\s+/)[0];
  return first ? { first, all: [...new Set(all)] } : null;
}

/** Whether the cells of a table are those of a signature: offices side by side, and the day under them. */
export function areSigned(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell !== '');
  const day = filled.at(-1);
  if (day === undefined || filled.length < 2 || filled.length > 10 || day.length > 20) return false;
  return findDates(day)[0]?.words === day && filled.slice(0, -1).every(isIssuer);
}

function isIssuer(line: string): boolean {
  if (line.length > 120) return false;
  const plain = line.replace(/[（(][^）)]*[)）]$/, '').trim();
  if (plain.length < 3 || plain.length > 60 || /[：:。；，,《》\d]/.test(plain) || isLabel(squeezeLabel(plain)))
    return false;
  return (
    isOfficeName(plain) ||
    plain.split(/\s+/).every((part) => isOfficeName(part) || /^[\u4e00-\u9fa5·]{1,4}$/.test(part))
  );
}

/** Who signs may be a person: then the office is not said. A line of news ends as offices do: “……培训班举行”. */
function isOffice(name: string): boolean {
  return name.split(/\s+/).some(isOfficeName) && !deed.test(name);
}

const deed = /(?:[举进执施运试发推实出履]行|(?:座谈|推进|动员|部署|发布|培训|调度|现场|工作)会)$/;

const recited =
  /((?:19|20)\d\d年\d{1,2}月\d{1,2}日)[，,]?\s*(?:我[局委办市县区镇乡厅部院]|本[局委办市县区镇乡厅部院机关单位]|[\u4e00-\u9fa5]{2,20}(?:政府|局|委|办公室|厅|部))[\u4e00-\u9fa5（）()、等\d]{0,16}(?:印发|出台|发布|制定|公布)/;

/**
 * The day that the text itself gives as that of issue, when it has no signature: “2021年11月12日，我局印发了……”. A day on
 * which another document was issued, named in 《》 right after it, is not that of this one.
 */
export function dateInText(lines: readonly string[], title: string | null): Dated<IssuedOnSource> | null {
  const caption = captionOf(lines);
  if (caption) return { on: caption.date.on, source: 'text', words: caption.date.words };
  for (const line of lines.slice(0, 6)) {
    const match = recited.exec(line.slice(0, 2000));
    const date = match ? findDates(match[1]!)[0] : undefined;
    if (!date) continue;
    const named = /^[^。；]{0,12}《([^》]{2,80})/.exec(line.slice(match!.index + match![0].length))?.[1];
    if (named !== undefined && !isAboutItself(named, title) && !(title === null && /解读如下/.test(line))) continue;
    // “……印发的通知”: a document of that day is spoken of, without its name.
    if (named === undefined && /^(?:的|之)/.test(line.slice(match!.index + match![0].length))) continue;
    return { on: date.on, source: 'text', words: match![0] };
  }
  return null;
}

/** “（云政办发〔2025〕20号　2025年10月20日印发）” under the title: number and day of a rule that is shown as it stands. */
function captionOf(lines: readonly string[]): { number: string; date: { on: LocalDate; words: string } } | null {
  for (const line of lines.slice(0, 3)) {
    const inner = /^[(（]([^()（）]{2,60}[〔\[［][^()（）]{0,40}(?:印发|发布|公布))[)）]$/.exec(line.trim())?.[1];
    const date = inner === undefined ? undefined : findDates(inner)[0];
    const number = date && canonicalNumber(inner!.slice(0, date.index).trim());
    if (date && number) return { number, date };
  }
  return null;
}

function isAboutItself(named: string, title: string | null): boolean {
  const plain = (text: string) => text.replace(/[\s《》〈〉（）()]/g, '');
  return title !== null && (plain(title).includes(plain(named)) || plain(named).includes(plain(title)));
}

/**
 * The document's own number at the top of its text: a line that is nothing but a number. Numbers within sentences, and
 * those under the salutation, belong to other documents.
 */
export function numberAtTop(lines: readonly string[]): string | null {
  const caption = captionOf(lines);
  if (caption) return caption.number;
  for (let n = 0; n < Math.min(lines.length, 10); n += 1) {
    const line = lines[n]!;
    const label = /^([^:：]{2,12})[:：](.*)$/.exec(line);
    if (label && labelOf(squeezeLabel(label[1]!), true)?.field === 'documentNumber') {
      const ofLabel = canonicalNumber(label[2]!);
      if (ofLabel) return ofLabel;
    }
    // Running text has begun.
    if (/[。；]/.test(line) || (/[:：]$/.test(line) && !isLabel(squeezeLabel(line)))) return null;
    if (line.length > 60) continue;
    const isParted = line.length <= 24 && yearAhead.test(lines[n + 1] ?? '');
    const number = canonicalNumber(withoutHead(isParted ? line + lines[n + 1]! : line));
    if (number) return withOrderName(number, lines[n - 1]);
  }
  return null;
}

/** “（文号：云政发〔2026〕3号）” as a line of its own, wherever in the text. */
export function labelledNumber(lines: readonly string[]): string | null {
  for (const line of lines) {
    const inner =
      line.length <= 70 ? /^[（(【[]?\s*([^:：（(]{2,8})[:：]\s*([^:：]{4,50}?)\s*[)）】\]]?$/.exec(line) : null;
    if (!inner || labelOf(squeezeLabel(inner[1]!), true)?.field !== 'documentNumber') continue;
    const number = canonicalNumber(inner[2]!);
    if (number) return number;
  }
  return null;
}

/** What follows “云政发” where the number runs over two lines. */
const yearAhead = /^[〔［[（(]\s*(?:19|20)\d\d\s*[〕］\]）)].{1,10}号$/;

/** “云岭县人民政府文件 云政发〔2022〕11号 签发人：……”, “编号：云水保备〔2025〕7号” without what stands around the number. */
function withoutHead(line: string): string {
  return line
    .replace(/^(?:[\u4e00-\u9fa5]{4,30}文件\s+|编\s?号\s?[:：]\s?)(?=.{5})/, '')
    .replace(/\s+签发人\s*[:：].{0,20}$/, '');
}

/** “第706号” under “……人民政府令” is the order's number. */
function withOrderName(number: string, above: string | undefined): string {
  if (!/^第\d+号$/.test(number) || !above) return number;
  const name = above.replace(/\s/g, '');
  return /(?:令|公告|通告)$/.test(name) && name.length <= 30 ? `${name}${number}` : number;
}

/** “云政办发〔2013〕158号云岭县……的通知.doc”: a document published only as its own attachment, named after its number. */
export function numberOfAttachment(names: readonly string[], title: string | null): string | null {
  for (const name of names) {
    const stem = name.replace(/\.[a-z]{2,5}$/i, '').trim();
    const number = findBracketedNumber(stem.slice(0, 40));
    if (!number || !stem.replace(/\s/g, '').startsWith(number.slice(0, 3))) continue;
    const rest = stem.slice(stem.indexOf('号') + 1).replace(/[\s：:（）()]/g, '');
    const wanted = title?.replace(/[\s：:（）()]/g, '') ?? null;
    if (rest.length >= 8 && (wanted === null || wanted.includes(rest) || rest.includes(wanted))) return number;
  }
  return null;
}
