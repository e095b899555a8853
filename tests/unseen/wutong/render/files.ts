import { crc32, deflateSync } from 'node:zlib';
import { type SiteAnswer } from '../../model.js';

const checksum = (bytes: Uint8Array) => crc32(bytes) >>> 0;

function pngChunk(kind: string, data: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(kind, 'latin1'), data]);
  const out = Buffer.alloc(named.length + 8);
  out.writeUInt32BE(data.length, 0);
  named.copy(out, 4);
  out.writeUInt32BE(checksum(named), named.length + 4);
  return out;
}

/** A picture of the size it stands for: a light ground, on `lined` ones dark lines where words would be. */
function picture(width: number, height: number, lined = false): Buffer {
  const rows = Buffer.alloc((width + 1) * height, lined ? 250 : 205);
  for (let y = 0; y < height; y += 1) {
    rows[y * (width + 1)] = 0;
    if (lined && y % 24 > 8 && y % 24 < 16)
      rows.fill(90, y * (width + 1) + 1 + Math.floor(width / 10), y * (width + 1) + Math.floor(width * 0.9));
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    pngChunk('IHDR', header),
    pngChunk('IDAT', deflateSync(rows)),
    pngChunk('IEND', new Uint8Array()),
  ]);
}

/** A zip with stored members: enough for a small Word or Excel file. */
function zip(members: [name: string, text: string][]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of members) {
    const data = Buffer.from(text, 'utf8');
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt32LE(checksum(data), 10);
    head.writeUInt32LE(data.length, 14);
    head.writeUInt32LE(data.length, 18);
    head.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), head, Buffer.from(name), data]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), head, tail, Buffer.from(name)]));
    parts.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(members.length, 4);
  end.writeUInt16LE(members.length, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, central, Buffer.from('PK\x05\x06', 'latin1'), end]);
}

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const relation = (target: string) =>
  `${xml}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${target.endsWith('sheet1.xml') ? 'worksheet' : 'officeDocument'}" Target="${target}"/></Relationships>`;
const types = (part: string, kind: string, more = '') =>
  `${xml}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="${part}" ContentType="application/vnd.openxmlformats-officedocument.${kind}.main+xml"/>${more}</Types>`;

const word = () =>
  zip([
    ['[Content_Types].xml', types('/word/document.xml', 'wordprocessingml.document')],
    ['_rels/.rels', relation('word/document.xml')],
    [
      'word/document.xml',
      `${xml}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>申请表（样表）</w:t></w:r></w:p></w:body></w:document>`,
    ],
  ]);

const sheetType =
  '<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>';
const excel = () =>
  zip([
    ['[Content_Types].xml', types('/xl/workbook.xml', 'spreadsheetml.sheet', sheetType)],
    ['_rels/.rels', relation('xl/workbook.xml')],
    [
      'xl/workbook.xml',
      `${xml}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ],
    ['xl/_rels/workbook.xml.rels', relation('worksheets/sheet1.xml')],
    [
      'xl/worksheets/sheet1.xml',
      `${xml}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>序号</t></is></c></row></sheetData></worksheet>`,
    ],
  ]);

const pdf = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj
trailer<</Root 1 0 R>>
%%EOF
`;

const bytes = (contentType: string, body: Uint8Array | string): SiteAnswer => ({
  status: 200,
  headers: { 'content-type': contentType },
  body,
});

const officeType = 'application/vnd.openxmlformats-officedocument.';

/** Pictures, films, attachments: what a browser would load beside the pages. `attachments` are the paths that exist. */
export function fileAnswer(path: string, attachments: ReadonlySet<string>): SiteAnswer | null {
  if (path.startsWith('/attachment/')) {
    if (!attachments.has(path)) return null;
    if (path.endsWith('.docx')) return bytes(`${officeType}wordprocessingml.document`, word());
    if (path.endsWith('.xlsx')) return bytes(`${officeType}spreadsheetml.sheet`, excel());
    return bytes('application/pdf', pdf);
  }
  if (!path.startsWith('/upload/') && !path.startsWith('/assets/')) return null;
  if (path.endsWith('.png')) {
    const small = path.startsWith('/assets/') && !path.endsWith('banner.png');
    return bytes(
      'image/png',
      small ? picture(60, 60) : path.endsWith('banner.png') ? picture(1180, 160) : picture(720, 1018, true),
    );
  }
  if (path.endsWith('.gif'))
    return bytes('image/gif', Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64'));
  if (path.endsWith('.mp4'))
    return bytes('video/mp4', Buffer.from('0000001866747970697736d0000000006d70343269736f6d', 'hex'));
  if (path.endsWith('.mp3')) return bytes('audio/mpeg', Buffer.from('fffb9064000000000000000000000000', 'hex'));
  return null;
}
