import { posix } from 'node:path';
import { walkXml } from './bounded-xml.js';
import type { BoundedZip } from './bounded-zip.js';
import { isDateFormat } from './serial-date.js';

/** Where in an xlsx its parts lie. */
export interface Workbook {
  /** Visible worksheets in the order of their tabs; at least one. */
  sheets: { name: string; path: string }[];
  stringsPath: string | null;
  stylesPath: string | null;
  since1904: boolean;
}

/** The parts of a workbook; null when this is no workbook or none of its sheets is visible. @throws ZipRefused, XmlRefused */
export async function readWorkbook(zip: BoundedZip): Promise<Workbook | null> {
  const bookPath = await mainPart(zip);
  const xml = bookPath === null ? null : zip.read(bookPath);
  if (bookPath === null || !xml) return null;
  const folder = posix.dirname(bookPath);
  const relations = await readRelations(zip, `${folder}/_rels/${posix.basename(bookPath)}.rels`, folder);
  const named: { name: string; id: string | undefined }[] = [];
  let since1904 = false;
  await walkXml(xml, {
    open: (name, attributes) => {
      if (name === 'workbookPr') since1904 = ['1', 'true'].includes(attributes['date1904'] ?? '');
      if (name !== 'sheet' || (attributes['state'] ?? 'visible') !== 'visible') return;
      const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1];
      named.push({ name: attributes['name'] ?? '', id });
    },
  });
  const ofType = (type: string) => relations.find((relation) => relation.type.endsWith(`/${type}`))?.target ?? null;
  const sheets = named.flatMap(({ name, id }) => {
    const sheet = relations.find((relation) => relation.id === id && relation.type.endsWith('/worksheet'));
    return sheet ? [{ name, path: sheet.target }] : [];
  });
  return sheets.length === 0
    ? null
    : { sheets, stringsPath: ofType('sharedStrings'), stylesPath: ofType('styles'), since1904 };
}

/** Path of the part that an Office file is about: the document or the workbook. @throws ZipRefused, XmlRefused */
export async function mainPart(zip: BoundedZip): Promise<string | null> {
  const roots = await readRelations(zip, '_rels/.rels', '');
  return roots.find((relation) => relation.type.endsWith('/officeDocument'))?.target ?? null;
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

/** Texts that cells refer to by number. */
export async function readSharedStrings(zip: BoundedZip, path: string | null): Promise<string[]> {
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
export async function readDateStyles(zip: BoundedZip, path: string | null): Promise<Set<number>> {
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
