import { type FileBlock, type FileText, plainText } from '#files';
import type { Visit } from '#evidence';
import { readReportParts } from './annual-report.js';
import { canonicalNumber } from './document-number.js';
import type { DetailReading, PageReading } from './model.js';
import { readPage } from './read-page.js';

/** Fewest rows that make a file a catalogue when its name does not say so. */
const catalogueRows = 3;
const longestText = 200_000;

/** Whether a reading is that of a file: its `family` is then the format. */
export function isFileReading(reading: PageReading): boolean {
  return /^(?:pdf|docx|xlsx|ofd)$/.test(reading.family);
}

/**
 * Understands the text of a file by setting it as a page, so that one reader reads both. A file tells what stands in it,
 * never when it was published; a label in it is no more than words of the text.
 */
export function readFileText(file: FileText, url: string, visit: Visit): PageReading {
  const title = titleOfLink(visit.linkText) ?? titleOfHead(file);
  const page = {
    url,
    text: asPage(file, title),
    contentType: 'text/html',
    visit: { ...visit, as: 'detail' as const, linkText: title },
  };
  const reading = readPage(page, []);
  // Columns of a drawn page are told by gaps alone: cells would be taken for their neighbours.
  const catalogue = file.format === 'docx' || file.format === 'xlsx' ? reading.catalogue : undefined;
  const isCatalogue =
    (catalogue?.length ?? 0) >= catalogueRows && (reading.kind === 'other' || reading.detail?.documentNumber === null);
  return {
    kind: isCatalogue ? 'catalogue' : reading.kind === 'list' || reading.kind === 'home' ? 'other' : reading.kind,
    family: file.format,
    siteName: null,
    columnName: null,
    title,
    detail: reading.detail && detailOfFile(reading.detail, file),
    list: null,
    columns: [],
    ...(catalogue ? { catalogue } : {}),
    follow: [],
    needsBrowser: false,
    softNotFound: false,
    challenged: false,
  };
}

function detailOfFile(detail: DetailReading, file: FileText): DetailReading {
  const { issuedOn, annualReport } = detail;
  const { publishedOn: _, ...provenance } = detail.provenance;
  return {
    ...detail,
    issuedOn: issuedOn && issuedOn.source === 'metadata' ? { ...issuedOn, source: 'text' } : issuedOn,
    publishedOn: null,
    publishedOnOthers: [],
    provenance,
    attachments: [],
    text: plainText(file).slice(0, longestText),
    annualReport: annualReport && reportOfFile(annualReport, file),
  };
}

/**
 * The parts of a report. Where one is missing, it is held to be so only when the file was read whole and its headings are
 * numbered without a gap: a heading may be drawn as a picture.
 */
function reportOfFile(
  { year, tables }: NonNullable<DetailReading['annualReport']>,
  file: FileText,
): NonNullable<DetailReading['annualReport']> {
  const lines = plainText(file).split('\n');
  const parts = readReportParts(lines);
  const isSure = parts.length === 6 || (file.whole && (isMarkedUp(file) || isNumberedThrough(lines, parts.length)));
  return { year, parts, ...(isSure ? {} : { incomplete: true }), ...(tables && isMarkedUp(file) ? { tables } : {}) };
}

function isMarkedUp(file: FileText): boolean {
  return file.format === 'docx' || file.format === 'xlsx';
}

/** Headings 一、二、三 … in order, at least as many as parts were found. */
function isNumberedThrough(lines: readonly string[], parts: number): boolean {
  const numbers = lines.flatMap((line) => {
    const number = '一二三四五六七八九'.indexOf(/^\s*([一二三四五六七八九])\s*[、.．]/.exec(line)?.[1] ?? '?') + 1;
    return number > 0 ? [number] : [];
  });
  return numbers.length >= parts && numbers.length > 0 && numbers.every((number, at) => number === at + 1);
}

/** The name under which a file is linked, where it says more than that there is one. */
function titleOfLink(text: string | null): string | null {
  const name = (text ?? '')
    .replace(/\.(?:pdf|docx?|xlsx?|ofd)\s*$/i, '')
    .replace(/^附件[一二三四五六七八九十\d]*\s*[：:、.]\s*/, '')
    .trim();
  return name.length >= 6 && !/^[\x20-\x7e]*$/.test(name) ? name : null;
}

const headEnds =
  /[：:。；]$|^[一二三四五六七八九十]{1,2}、|^第[一二三四五六七八九十]+[章条]|^[（(][一二三四五六七八九十]/;
const notTitle = /^(?:.{0,40}文件|特急|加急|急件|平急|机密|秘密|附件\s*\d*[：:]?|签发人.*|索引号.*|[A-Z\d\s.\-—★]+)$/;
const endsTitle =
  /(?:通知|意见|办法|方案|规定|细则|条例|决定|规划|公告|通告|批复|命令|令|函|通报|公示|措施|制度|要点|预案|纪要|报告|计划|名单|目录|清单|指南|解读|一览表|汇总表|统计表|年报)(?:[（(].{1,20}[）)])?$/;

/** The title at the head of a file: the first lines that end like one; the first line where none does. */
function titleOfHead(file: FileText): string | null {
  const lines = file.blocks.slice(0, 14).flatMap(headLines);
  let words = '';
  for (const line of lines.slice(0, 14)) {
    // What stands above the number is the head of the paper.
    if (canonicalNumber(line) !== null) words = '';
    else if (words !== '' || !isHead(line)) {
      if (headEnds.test(line) || line.length > 60) break;
      words += line;
      if (endsTitle.test(words)) return words;
      if (words.length > 120) break;
    }
  }
  const first = lines.find((line) => !isHead(line) && canonicalNumber(line) === null);
  return first !== undefined && first.length >= 4 && first.length <= 60 && !/[。；]/.test(first) ? first : null;
}

function isHead(line: string): boolean {
  return notTitle.test(line.replace(/\s/g, ''));
}

/** A line, or the rows at the top of a table that hold one text alone. */
function headLines(block: FileBlock): string[] {
  if ('line' in block) return [block.line];
  return block.table.slice(0, 3).flatMap((row) => {
    const texts = [...new Set(row.map((cell) => cell.text).filter((text) => text !== ''))];
    return texts.length === 1 ? texts : [];
  });
}

function asPage(file: FileText, title: string | null): string {
  const name =
    title === null ? '' : `<meta name="ArticleTitle" content="${escape(title)}"><title>${escape(title)}</title>`;
  return `<html><head>${name}</head><body><div id="UCAP-CONTENT">${file.blocks.map(asMarkup).join('\n')}</div></body></html>`;
}

function asMarkup(block: FileBlock): string {
  if ('line' in block) return `<p>${escape(block.line)}</p>`;
  const rows = block.table.map(
    (row) =>
      `<tr>${row.map(({ text, wide, high }) => `<td colspan="${wide}" rowspan="${high}">${escape(text)}</td>`).join('')}</tr>`,
  );
  return `<table>${rows.join('')}</table>`;
}

function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
}
