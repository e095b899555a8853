import { crc32, deflateSync } from 'node:zlib';
import { extension, filePath } from './addresses.js';
import { ARTICLES } from './content/index.js';
import type { SiteAnswer } from '../model.js';

const hex = (text: string) => [...text].map((c) => c.charCodeAt(0).toString(16).padStart(4, '0')).join('');

/** A readable PDF of one page with a Chinese standard font. */
function pdf(lines: string[]): Uint8Array {
  const text = lines.map((line) => `<${hex(line)}> Tj 0 -28 Td`).join('\n');
  const stream = `BT /F1 14 Tf 60 760 Td\n${text}\nET`;
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 4 0 R>>>>/Contents 7 0 R>>',
    '<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[5 0 R]>>',
    '<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/FontDescriptor 6 0 R>>',
    '<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>',
    `<</Length ${stream.length}>>\nstream\n${stream}\nendstream`,
  ];
  let out = '%PDF-1.4\n';
  const offsets = objects.map((object, i) => {
    const at = out.length;
    out += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const start = out.length;
  const rows = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  out += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(out, 'latin1');
}

/** A ZIP without compression, enough for a Word document. */
function zip(entries: [string, string][]): Uint8Array {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, text] of entries) {
    const data = Buffer.from(text);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt32LE(0x5a210000, 6);
    common.writeUInt32LE(crc32(data), 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(data.length, 18);
    common.writeUInt16LE(name.length, 22);
    const head = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, Buffer.from(name), data]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(at, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, tail, Buffer.from(name)]));
    locals.push(head);
    at += head.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, central, end]);
}

function docx(lines: string[]): Uint8Array {
  const body = lines.map((line) => `<w:p><w:r><w:t>${line}</w:t></w:r></w:p>`).join('');
  return zip([
    [
      '[Content_Types].xml',
      '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ],
    [
      '_rels/.rels',
      '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    ],
    [
      'word/document.xml',
      `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    ],
  ]);
}

/** RTF under the name .doc, which Word opens. */
function rtf(lines: string[]): Uint8Array {
  const text = lines.map((l) => [...l].map((c) => `\\u${c.charCodeAt(0)}?`).join('')).join('\\par ');
  return Buffer.from(`{\\rtf1\\ansi\\uc1 ${text}}`, 'latin1');
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(4);
  frame.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([frame, body, sum]);
}

/** A tall striped chart. */
export function png(width: number, height: number): Uint8Array {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const rows = Buffer.alloc((width * 3 + 1) * height);
  for (let y = 0; y < height; y += 1) {
    const shade = Math.floor(y / 60) % 2 === 0 ? [253, 247, 246] : [217, 64, 47];
    for (let x = 0; x < width; x += 1) rows.set(shade, y * (width * 3 + 1) + 1 + x * 3);
  }
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const TYPES: Record<string, string> = {
  pdf: 'application/pdf',
  doc: 'application/msword',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

/** The attachment at this address, or null. */
export function attachment(path: string): SiteAnswer | null {
  for (const article of ARTICLES) {
    for (const [k, file] of (article.files ?? []).entries()) {
      if (filePath(article, k) !== path) continue;
      const type = extension(file);
      const lines = [file.name.replace(`.${type}`, ''), '博岭县人民政府'];
      const body = type === 'pdf' ? pdf(lines) : type === 'docx' ? docx(lines) : rtf(lines);
      const headers: Record<string, string> = { 'content-type': TYPES[type] ?? 'application/octet-stream' };
      if (path.startsWith('/system/')) {
        headers['content-disposition'] = `attachment; filename="${encodeURIComponent(file.name)}"`;
      }
      return { status: 200, headers, body };
    }
  }
  return null;
}

/** Pictures and sound of interpretations. */
export function medium(path: string): SiteAnswer | null {
  if (path === '/images/qrcode.png') {
    return { status: 200, headers: { 'content-type': 'image/png' }, body: png(120, 120) };
  }
  if (!path.startsWith('/__local/')) return null;
  if (path.endsWith('.png')) return { status: 200, headers: { 'content-type': 'image/png' }, body: png(760, 1900) };
  if (path.endsWith('.mp4')) {
    const body = Buffer.from('\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00mp42isom', 'latin1');
    return { status: 200, headers: { 'content-type': 'video/mp4' }, body };
  }
  if (path.endsWith('.mp3')) {
    const body = Buffer.from('ID3\x03\x00\x00\x00\x00\x00\x00', 'latin1');
    return { status: 200, headers: { 'content-type': 'audio/mpeg' }, body };
  }
  return null;
}
