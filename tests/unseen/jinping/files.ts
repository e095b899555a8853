import { crc32, deflateSync } from 'node:zlib';
import { DOCUMENTS } from './content/index.js';
import { plainDay } from './dates.js';
import type { DocumentEntry } from './types.js';

const bytes = (text: string) => Buffer.from(text, 'latin1');

const hex = (text: string) => Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase();

/** A page of text set by hand: one font that is not embedded, with a map back to Unicode. */
function pdf(lines: string[]): Uint8Array {
  const wrapped = lines.flatMap((line) => line.match(/.{1,28}/gu) ?? ['']).slice(0, 28);
  const text = wrapped.map((line) => `<${hex(line)}> Tj T*`).join('\n');
  const content = `BT /F1 16 Tf 24 TL 72 770 Td\n${text}\nET`;
  const used = [...new Set(wrapped.join(''))].filter((c) => c.length === 1);
  const maps: string[] = [];
  for (let k = 0; k < used.length; k += 100) {
    const part = used.slice(k, k + 100);
    maps.push(`${part.length} beginbfchar\n${part.map((c) => `<${hex(c)}> <${hex(c)}>`).join('\n')}\nendbfchar`);
  }
  const unicode = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /J def /CMapType 2 def 1 begincodespacerange <0000> <FFFF> endcodespacerange\n${maps.join('\n')}\nendcmap end end`;
  const stream = (body: string) => `<< /Length ${body.length} >>\nstream\n${body}\nendstream`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> >> /Contents 4 0 R >>',
    stream(content),
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [6 0 R] /ToUnicode 8 0 R >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor 7 0 R /DW 1000 >>',
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
    stream(unicode),
  ];
  let file = '%PDF-1.4\n';
  const offsets: number[] = [];
  objects.forEach((object, k) => {
    offsets.push(file.length);
    file += `${k + 1} 0 obj\n${object}\nendobj\n`;
  });
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((o) => `${String(o).padStart(10, '0')} 00000 n \n`).join('')}`;
  return bytes(`${file}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`);
}

/** A zip whose entries are stored as they are. */
function zip(entries: [string, string][]): Uint8Array {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of entries) {
    const data = Buffer.from(text, 'utf8');
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x21, 8);
    common.writeUInt32LE(crc32(data), 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(data.length, 18);
    common.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([bytes('PK\x03\x04'), common, bytes(name), data]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([bytes('PK\x01\x02\x14\x00'), common, tail, bytes(name)]));
    bodies.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...bodies, central, bytes('PK\x05\x06'), end]);
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A package of Office with one part, to which its root relationship leads. */
function office(part: string, type: string, body: string, more: [string, string][] = []): Uint8Array {
  const kinds = more.length
    ? '<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>'
    : '';
  return zip([
    [
      '[Content_Types].xml',
      `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/${part}" ContentType="application/vnd.openxmlformats-officedocument.${type}.main+xml"/>${kinds}</Types>`,
    ],
    [
      '_rels/.rels',
      `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="${part}"/></Relationships>`,
    ],
    [part, XML + body],
    ...more,
  ]);
}

const docx = (text: string) =>
  office(
    'word/document.xml',
    'wordprocessingml.document',
    `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:body></w:document>`,
  );

const SHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

const xlsx = (text: string) =>
  office(
    'xl/workbook.xml',
    'spreadsheetml.sheet',
    `<workbook xmlns="${SHEET}" xmlns:r="${OFFICE}"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    [
      [
        'xl/_rels/workbook.xml.rels',
        `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
      ],
      [
        'xl/worksheets/sheet1.xml',
        `${XML}<worksheet xmlns="${SHEET}"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>${text}</t></is></c></row></sheetData></worksheet>`,
      ],
    ],
  );

const OLD_OFFICE = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(504)]);

/** A picture of one colour. */
function png(width: number, height: number): Uint8Array {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([bytes(type), data]);
    const size = Buffer.alloc(4);
    size.writeUInt32BE(data.length);
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([size, body, sum]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const rows = Buffer.alloc((width + 1) * height, 0xb8);
  for (let y = 0; y < height; y++) rows[y * (width + 1)] = 0;
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const pdfOf = (doc: DocumentEntry, name: string) =>
  pdf(
    doc.shell
      ? [
          doc.number ?? '',
          '',
          doc.title,
          '',
          doc.to ?? '',
          ...doc.body,
          '',
          doc.issuer,
          doc.issued ? plainDay(doc.issued) : '',
        ]
      : [name, doc.issuer],
  );

/** The file at a path of an attachment, with its content type, or null. */
export function attachmentAt(path: string): { type: string; body: Uint8Array } | null {
  for (const doc of DOCUMENTS) {
    const file = doc.files?.find((f) => f.path === path);
    if (!file) continue;
    const end = path.split('.').pop();
    if (end === 'pdf') return { type: 'application/pdf', body: pdfOf(doc, file.name) };
    if (end === 'docx')
      return { type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', body: docx(file.name) };
    if (end === 'xlsx')
      return { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', body: xlsx(file.name) };
    return { type: end === 'xls' ? 'application/vnd.ms-excel' : 'application/msword', body: OLD_OFFICE };
  }
  return null;
}

/** Pictures, sound and film. */
export function mediumAt(path: string): { type: string; body: Uint8Array } | null {
  if (path.endsWith('.png')) {
    const tall = path.includes('/tujie/');
    return { type: 'image/png', body: tall ? png(720, 1600) : path.includes('qrcode') ? png(120, 120) : png(600, 340) };
  }
  if (path.endsWith('.mp4'))
    return {
      type: 'video/mp4',
      body: Buffer.concat([bytes('\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00mp42isom'), Buffer.alloc(200)]),
    };
  if (path.endsWith('.mp3'))
    return { type: 'audio/mpeg', body: Buffer.concat([bytes('ID3\x03\x00\x00\x00\x00\x00\x00'), Buffer.alloc(200)]) };
  return null;
}
