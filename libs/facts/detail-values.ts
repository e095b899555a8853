import { dateOfValue, findDates, monthOfValue } from './dates.js';
import { canonicalNumber, documentNumberOfField, numberAtEndOf, numberKey, valueOrNull } from './document-number.js';
import { officesIn } from './issuers.js';
import type { Metadata } from './metadata-block.js';
import type { Dated, IssuedOnSource, LocalDate } from './model.js';
import type { Found } from './page-title.js';
import type { PageLine } from './parsed-page.js';
import { daysBetween, type Provenance } from './provenance.js';
import { dateInText, labelledNumber, numberAtTop, numberOfAttachment, type Signature } from './signature.js';

/** The day of writing: of the block, of the signature, of the text, in this order; what contradicts it makes it doubtful. */
export function readIssuedOn(
  metadata: Metadata,
  signature: Signature | null,
  texts: readonly string[],
  title: string | null,
): Found<Dated<IssuedOnSource>> {
  const words = metadata.value('issuedOn');
  const on = words === null ? null : dateOfValue(words);
  if (words !== null && on !== null) {
    const value: Dated<IssuedOnSource> = { on, source: 'metadata', words: metadata.words('issuedOn') };
    return { value, provenance: judgedField(metadata, words, on, signature) };
  }
  const value = signature?.date ?? dateInText(texts, title);
  if (words !== null) {
    const month = monthOfValue(words);
    if (value !== null && month !== null && value.on.startsWith(month)) {
      const why = '信息栏的成文日期只写到月，日取自正文';
      return { value, provenance: { source: value.source, certainty: 'likely', why } };
    }
    const why = '信息栏的成文日期无法识别';
    return {
      value,
      provenance: { source: value?.source ?? 'none', certainty: 'doubtful', why, other: words.slice(0, 60) },
    };
  }
  if (value === null) return { value };
  const { source } = value;
  if (source === 'text') return { value, provenance: { source, certainty: 'likely', why: '成文日期取自正文' } };
  if (!signature?.issuer)
    return { value, provenance: { source, certainty: 'likely', why: '落款只有日期，没有机关名称' } };
  if (signature.second)
    return { value, provenance: { source, certainty: 'likely', why: '落款之前另有单独成行的日期' } };
  return { value, provenance: { source, certainty: 'sure' } };
}

/** An hour that nobody chose: systems fill it in where only a day was given. */
const givenHour = /\b(?:00:00|08:00|8:00|12:00)(?::00)?\b/;

function judgedField(metadata: Metadata, words: string, on: LocalDate, signature: Signature | null): Provenance {
  const source = 'metadata';
  const rival = metadata.rival('issuedOn');
  const rivalOn = rival === null ? null : dateOfValue(rival);
  if (rivalOn !== null && rivalOn !== on)
    return { source, certainty: 'doubtful', why: '页面有两个不同的成文日期', other: rivalOn };
  if (findDates(words).some((date) => date.on !== on))
    return { source, certainty: 'doubtful', why: '成文日期一栏有两个日期', other: words.slice(0, 60) };
  const signed = signature?.issuer ? signature.date.on : null;
  if (signed !== null && signed !== on) {
    const why = `信息栏成文日期与落款相差${Math.abs(daysBetween(signed, on))}天`;
    return { source, certainty: 'doubtful', why, other: signed };
  }
  if (/\d:\d\d/.test(words) && !givenHour.test(words) && signed === null)
    return { source, certainty: 'doubtful', why: '成文日期带有时分，疑为系统时间' };
  return { source, certainty: 'sure' };
}

/**
 * The document number: of the block, else of a line of its own above or at the top of the text, of the end of the title, of
 * the name of the only file. What the block says wins, save that a number which readers see is not made away by “无”.
 */
export function readDocumentNumber(
  metadata: Metadata,
  above: readonly PageLine[],
  texts: readonly string[],
  title: string | null,
  attachmentNames: readonly string[],
): Found<string> {
  const field = metadata.value('documentNumber');
  const ofField = field === null ? null : documentNumberOfField(field);
  const ofText = numberAtTop(texts) ?? numberUnderTitle(above) ?? labelledNumber(texts);
  if (ofField !== null) return { value: ofField, provenance: judgedNumber(metadata, ofField, ofText) };
  const said = metadata.has('documentNumber') && field === null && !metadata.isEmpty('documentNumber');
  if (said) {
    if (ofText === null) return { value: null, provenance: { source: 'metadata', certainty: 'sure' } };
    const why = '信息栏写明无文号，正文前却有文号';
    return { value: ofText, provenance: { source: 'text', certainty: 'doubtful', why } };
  }
  const found: Found<string> =
    ofText !== null
      ? { value: ofText, provenance: { source: 'text', certainty: 'sure' } }
      : numberElsewhere(title, attachmentNames);
  // An index number under this label is a known habit; anything else there cannot be read.
  if (field === null || isIndexNumber(field)) return found;
  const why = '信息栏的文号无法识别';
  const source = found.provenance?.source ?? 'none';
  return { value: found.value, provenance: { source, certainty: 'doubtful', why, other: field.slice(0, 60) } };
}

function numberElsewhere(title: string | null, attachmentNames: readonly string[]): Found<string> {
  const ofTitle = title === null ? null : numberAtEndOf(title);
  if (ofTitle !== null)
    return { value: ofTitle, provenance: { source: 'title', certainty: 'likely', why: '文号取自标题末尾' } };
  const ofFile = numberOfAttachment(attachmentNames, title);
  return ofFile === null
    ? { value: null }
    : { value: ofFile, provenance: { source: 'attachment', certainty: 'likely', why: '文号取自附件名称' } };
}

function judgedNumber(metadata: Metadata, number: string, ofText: string | null): Provenance {
  const source = 'metadata';
  const rival = metadata.rival('documentNumber');
  const other = rival === null ? null : documentNumberOfField(rival);
  if (other !== null && numberKey(other) !== numberKey(number))
    return { source, certainty: 'doubtful', why: '页面有两个不同的文号', other };
  if (ofText !== null && !sameNumber(ofText, number))
    return { source, certainty: 'doubtful', why: '信息栏文号与正文前的文号不同', other: ofText };
  return { source, certainty: 'sure' };
}

/** “国令第706号” and “中华人民共和国国务院令第706号” are one. */
function sameNumber(a: string, b: string): boolean {
  const tail = (number: string) => /((?:19|20)\d\d)?[^\d]{0,3}(\d{1,5}(?:[-—]\d{1,3})?)号$/.exec(numberKey(number));
  const [x, y] = [tail(a), tail(b)];
  return x !== null && y !== null && x[2] === y[2] && (x[1] === y[1] || x[1] === undefined || y[1] === undefined);
}

/** A line that is a number, between the title and the text. */
function numberUnderTitle(above: readonly PageLine[]): string | null {
  for (const line of above.slice(-8)) {
    if (line.zone !== 'body' || line.hidden || line.text.length > 50) continue;
    const number = canonicalNumber(line.text);
    if (number) return number;
  }
  return null;
}

export function readIndexNumber(metadata: Metadata): Found<string> {
  const source = 'metadata';
  const words = metadata.value('indexNumber');
  if (words !== null) {
    const broken = (why: string): Found<string> => ({
      value: null,
      provenance: { source: 'none', certainty: 'doubtful', why, other: words.slice(0, 60) },
    });
    if (words.length > 60 || !mayIndex(words)) return broken('索引号无法识别');
    if (canonicalNumber(words) !== null) return broken('索引号一栏写的是文号');
    const value = words.replace(/\s/g, '');
    const rival = metadata.rival('indexNumber');
    return rival === null
      ? { value, provenance: { source, certainty: 'sure' } }
      : {
          value,
          provenance: { source, certainty: 'doubtful', why: '页面有两个不同的索引号', other: rival.slice(0, 60) },
        };
  }
  // An index number sometimes stands under the label of the document number.
  const number = metadata.value('documentNumber');
  return number !== null && isIndexNumber(number)
    ? { value: number, provenance: { source, certainty: 'likely', why: '索引号写在文号一栏' } }
    : { value: null };
}

/** An index number from a cell that its table calls so; null for a dash and for what has not the shape of one. */
export function indexNumberOfCell(words: string): string | null {
  const value = valueOrNull(words)?.replace(/\s/g, '') ?? null;
  return value !== null && value.length <= 60 && mayIndex(value) && canonicalNumber(value) === null ? value : null;
}

/** Letters and digits with a few marks, perhaps a word of Chinese: neither a sentence nor a day nor remains of either. */
function mayIndex(words: string): boolean {
  if (/[^\w\s\u4e00-\u9fa5０-９Ａ-Ｚａ-ｚ\-—–－/／.．()（）〔〕[\]【】［］:：·、*+#]/.test(words)) return false;
  return /[\d０-９]/.test(words) && words.length >= 4 && !/[\u4e00-\u9fa5]{8}|\d年\d{1,2}月/.test(words);
}

function isIndexNumber(words: string): boolean {
  return /^\d{6,}[A-Z\d]*\/\d{4}-\d+$/.test(words);
}

export function readIssuer(metadata: Metadata, signature: Signature | null): Found<string> {
  const value = metadata.value('issuer');
  const signed = signature?.issuer ?? null;
  // Its field and that of the number change places.
  if (value !== null && canonicalNumber(value) !== null) {
    const why = '发文机关一栏写的是文号';
    return signed === null
      ? { value: null, provenance: { source: 'none', certainty: 'doubtful', why, other: value } }
      : { value: signed, provenance: { source: 'signature', certainty: 'likely', why } };
  }
  if (value === null) {
    if (signed === null) return { value: null };
    return { value: signed, provenance: { source: 'signature', certainty: 'sure' } };
  }
  const broken = value.length > 60 || /\d{4}|[。；《》]/.test(value);
  return broken
    ? { value, provenance: { source: 'metadata', certainty: 'doubtful', why: '发文机关一栏不像机关名称' } }
    : { value, provenance: { source: 'metadata', certainty: 'sure' } };
}

/** All who issued a document together, the leading one first; nothing where one did. */
export function readIssuers(metadata: Metadata, signature: Signature | null): string[] {
  const value = metadata.value('issuer');
  const issuers =
    value === null || canonicalNumber(value) !== null
      ? (signature?.issuers ?? [])
      : value.length > 200
        ? []
        : officesIn(value);
  return issuers.length > 1 ? issuers : [];
}
