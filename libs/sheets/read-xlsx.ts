import { posix } from 'node:path';
import { BoundedZip, ZipRefused } from './bounded-zip.js';
import { walkXml, XmlRefused } from './bounded-xml.js';
import { isDateFormat } from './serial-date.js';
import { place, refuse, type RawRow, type TableLimits } from './table.js';
import { readWorksheet } from './read-worksheet.js';

/**
 * First visible sheet of an xlsx. Only its own parts are unpacked: formulas are not computed (their stored result is read), links
 * to other workbooks are not followed, pictures and macros are not looked at.
 *
 * Not exceljs: its reader builds every cell of a merged range or a data validation, so that one line of XML can hang it.
 * @throws BadInput
 */
export async function readXlsx(bytes: Uint8Array, fileName: string, limits: TableLimits): Promise<RawRow[]> {
  const where = place(fileName);
  const accepted = `解压后不超过 ${Math.floor(limits.maxUnpackedBytes / 1_000_000)} MB、未加密的 xlsx，或 csv`;
  try {
    const zip = new BoundedZip(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), limits.maxUnpackedBytes);
    const book = await readWorkbook(zip);
    const sheet = book && zip.read(book.sheetPath);
    if (!book || !sheet) refuse([{ where, what: '不是 xlsx 工作簿，或其中没有可见的工作表', accepted }]);
    const strings = await readSharedStrings(zip, book.stringsPath);
    const dateStyles = await readDateStyles(zip, book.stylesPath);
    return await readWorksheet(sheet, { fileName, strings, dateStyles, since1904: book.since1904 }, limits);
  } catch (error) {
    if (error instanceof ZipRefused) return refuse([{ where, what: error.message, accepted }]);
    if (error instanceof XmlRefused) return refuse([{ where, what: '工作簿内部结构有误，不能读取', accepted }]);
    throw error;
  }
}

interface Workbook {
  sheetPath: string;
  stringsPath: string | null;
  stylesPath: string | null;
  since1904: boolean;
}

async function readWorkbook(zip: BoundedZip): Promise<Workbook | null> {
  const roots = await readRelations(zip, '_rels/.rels', '');
  const bookPath = roots.find((relation) => relation.type.endsWith('/officeDocument'))?.target;
  const xml = bookPath === undefined ? null : zip.read(bookPath);
  if (bookPath === undefined || !xml) return null;
  const folder = posix.dirname(bookPath);
  const relations = await readRelations(zip, `${folder}/_rels/${posix.basename(bookPath)}.rels`, folder);
  let sheetId: string | undefined;
  let since1904 = false;
  await walkXml(xml, {
    open: (name, attributes) => {
      if (name === 'workbookPr') since1904 = ['1', 'true'].includes(attributes['date1904'] ?? '');
      if (name !== 'sheet' || sheetId !== undefined || (attributes['state'] ?? 'visible') !== 'visible') return;
      sheetId = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1];
    },
  });
  const ofType = (type: string) => relations.find((relation) => relation.type.endsWith(`/${type}`))?.target ?? null;
  const sheet = relations.find((relation) => relation.id === sheetId && relation.type.endsWith('/worksheet'));
  return sheet
    ? { sheetPath: sheet.target, stringsPath: ofType('sharedStrings'), stylesPath: ofType('styles'), since1904 }
    : null;
}

interface Relation {
  id: string;
  type: string;
  target: string;
}

/** Relations inside the archive; those that lead outside are left out. */
async function readRelations(zip: BoundedZip, path: string, folder: string): Promise<Relation[]> {
  const xml = zip.read(path);
  const relations: Relation[] = [];
  if (!xml) return relations;
  await walkXml(xml, {
    open: (name, { Id: id = '', Type: type = '', Target: target = '', TargetMode: mode }) => {
      if (name !== 'Relationship' || mode === 'External') return;
      const within = target.startsWith('/') ? target : posix.join('/', folder, target);
      relations.push({ id, type, target: posix.normalize(within).slice(1) });
    },
  });
  return relations;
}

async function readSharedStrings(zip: BoundedZip, path: string | null): Promise<string[]> {
  const xml = path === null ? null : zip.read(path);
  const strings: string[] = [];
  if (!xml) return strings;
  let current = '';
  let inText = false;
  let inPhonetic = false;
  await walkXml(xml, {
    open: (name) => {
      if (name === 'si') current = '';
      // Pinyin above the characters is no part of the text.
      else if (name === 'rPh') inPhonetic = true;
      else if (name === 't') inText = !inPhonetic;
    },
    text: (text) => {
      if (inText) current += text;
    },
    close: (name) => {
      if (name === 'si') strings.push(current);
      else if (name === 'rPh') inPhonetic = false;
      else if (name === 't') inText = false;
    },
  });
  return strings;
}

/** Indexes of the cell styles that show a date. */
async function readDateStyles(zip: BoundedZip, path: string | null): Promise<Set<number>> {
  const xml = path === null ? null : zip.read(path);
  const dates = new Set<number>();
  if (!xml) return dates;
  const codes = new Map<number, string>();
  let inCellFormats = false;
  let index = 0;
  await walkXml(xml, {
    open: (name, attributes) => {
      if (name === 'numFmt') codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
      else if (name === 'cellXfs') inCellFormats = true;
      else if (name === 'xf' && inCellFormats) {
        const id = Number(attributes['numFmtId'] ?? 0);
        if (isDateFormat(id, codes.get(id))) dates.add(index);
        index += 1;
      }
    },
    close: (name) => {
      if (name === 'cellXfs') inCellFormats = false;
    },
  });
  return dates;
}
