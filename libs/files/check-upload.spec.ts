import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import {
  checkUpload,
  checkUploadApart,
  cleanFileName,
  uploadRefusals,
  usualUploadLimits,
  type UploadKind,
} from './index.js';
import { makeDocx, makeOfd, makePdf, makeXlsx, zipOf } from './make-files.test.js';
import { bookRecords, makeCompound, makeJpeg, makeOffice, makePng, pngChunk, wordHead } from './make-uploads.test.js';

const lines = ['云岭县财政局政务公开培训签到表'];
const pdf = (): Buffer => Buffer.from(makePdf([lines]));
const with_ = (...parts: (Uint8Array | string)[]): Buffer =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part)));
const html = '<html><script>alert(1)</script></html>';
const anyZip = () => zipOf({ 'a.txt': 'x' });

describe('what offices hand in', () => {
  const taken: [UploadKind, () => Uint8Array | Promise<Uint8Array>][] = [
    ['pdf', pdf],
    ['docx', () => makeDocx(lines)],
    ['xlsx', () => makeXlsx({ 签到: { rows: [['姓名', '单位']] } })],
    ['pptx', () => makeOffice('ppt/presentation.xml')],
    ['ofd', () => makeOfd([lines])],
    ['doc', () => makeCompound({ WordDocument: wordHead() })],
    ['xls', () => makeCompound({ Workbook: bookRecords([0x0085, [0, 0, 0, 0, 0, 0]]) })],
    ['ppt', () => makeCompound({ 'PowerPoint Document': Buffer.alloc(20) })],
    ['jpg', () => makeJpeg()],
    ['png', () => makePng()],
    // As cameras write: a smaller picture and zeros behind the first, notes within it.
    ['jpg', () => with_(makeJpeg({ note: '<x:xmpmeta xmlns:x="adobe:ns:meta/"/>' }), makeJpeg(), '\0\0\0')],
    [
      'docx',
      () => makeOffice('word/document.xml', { 'word/_rels/settings.xml.rels': template('file:///C:\\Normal.dotm') }),
    ],
  ];
  it.each(taken)('is taken: %s', async (kind, make) => {
    expect(await checkUpload(await make())).toEqual({ kind });
  });
});

const template = (target: string) =>
  `<Relationships><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="${target}" TargetMode="External"/></Relationships>`;

describe('what is hostile', () => {
  const refused: [string, () => Uint8Array | Promise<Uint8Array>, string][] = [
    ['nothing', () => new Uint8Array(), uploadRefusals.empty],
    ['a page', () => with_(html), uploadRefusals.page],
    ['a page with a byte order mark and blanks', () => with_('\xef\xbb\xbf \n<!DOCTYPE html>'), uploadRefusals.page],
    ['a page in UTF-16', () => Buffer.from(`\ufeff${html}`, 'utf16le'), uploadRefusals.page],
    ['an SVG', () => with_('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), uploadRefusals.page],
    ['an XML with an SVG', () => with_('<?xml version="1.0"?><svg/>'), uploadRefusals.page],
    ['a script', () => with_('#!/bin/sh\nrm -rf /'), uploadRefusals.page],
    ['a program', () => with_('MZ\x90\0\x03'), uploadRefusals.program],
    ['a plain text', () => with_('name,unit\n'), uploadRefusals.unknown],
    ['a GIF that is a script', () => with_('GIF89a/*<script>*/=1'), uploadRefusals.page],
    ['a zip of anything', anyZip, uploadRefusals.archive],
    ['a RAR', () => with_('Rar!\x1a\x07\x01\0'), uploadRefusals.archive],
    ['a pdf with a page before it', () => with_(html, pdf()), uploadRefusals.page],
    ['a pdf with a page in its head', () => with_('%PDF-1.4\n%', html, pdf().subarray(8)), uploadRefusals.two],
    ['a pdf with a page behind it', () => with_(pdf(), html), uploadRefusals.two],
    ['a pdf with a zip behind it', async () => with_(pdf(), await anyZip()), uploadRefusals.two],
    [
      'a pdf with a script',
      () => withCatalog('/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>'),
      uploadRefusals.scripts,
    ],
    [
      'a pdf with a script in other letters',
      () => withCatalog('/OpenAction<</S/J#61va#53cript/JS(1)>>'),
      uploadRefusals.scripts,
    ],
    ['a pdf that starts a program', () => withCatalog('/OpenAction<</S/Launch/F(cmd.exe)>>'), uploadRefusals.scripts],
    ['a pdf with a password', () => makePdf([lines], { encrypted: true }), uploadRefusals.encrypted],
    ['half a pdf', () => pdf().subarray(0, 300), uploadRefusals.damaged],
    ['a JPEG with a script behind it', () => with_(makeJpeg(), '<?php system($_GET[0]); ?>'), uploadRefusals.two],
    ['a JPEG with a page in its notes', () => makeJpeg({ note: html }), uploadRefusals.two],
    ['a JPEG with a zip behind it', async () => with_(makeJpeg(), await anyZip()), uploadRefusals.two],
    ['a JPEG that is cut off', () => makeJpeg().subarray(0, -4), uploadRefusals.damaged],
    ['a page that begins as a JPEG', () => with_('\xff\xd8\xff\xe0', html), uploadRefusals.damaged],
    ['a JPEG of four thousand million points', () => makeJpeg({ wide: 65_535, high: 65_535 }), uploadRefusals.pixels],
    ['a PNG with a page behind it', () => with_(makePng(), html), uploadRefusals.two],
    [
      'a PNG with a page in its notes',
      () => makePng({ extra: [pngChunk('tEXt', Buffer.from(`a\0${html}`))] }),
      uploadRefusals.two,
    ],
    ['a PNG of too many points', () => makePng({ wide: 100_000, high: 100_000 }), uploadRefusals.pixels],
    ['a PNG with a wrong sum', () => with_(makePng().subarray(0, -1), 'x'), uploadRefusals.damaged],
    [
      'a docx with macros',
      () => makeOffice('word/document.xml', { 'word/vbaProject.bin': 'x' }),
      uploadRefusals.macros,
    ],
    [
      'a docm by its content',
      () =>
        makeOffice('word/document.xml', {
          '[Content_Types].xml': '<Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/>',
        }),
      uploadRefusals.macros,
    ],
    [
      'an xlsx with sheets of macros',
      () => makeOffice('xl/workbook.xml', { 'xl/macrosheets/sheet1.xml': '<x/>' }),
      uploadRefusals.macros,
    ],
    [
      'a docx with controls',
      () => makeOffice('word/document.xml', { 'word/activeX/activeX1.xml': '<x/>' }),
      uploadRefusals.controls,
    ],
    [
      'a docx with a program',
      () => makeOffice('word/document.xml', { 'word/embeddings/a.exe': 'MZ' }),
      uploadRefusals.embedded,
    ],
    [
      'a docx with a program under another name',
      () => makeOffice('word/document.xml', { 'word/embeddings/a.bin': 'MZ' }),
      uploadRefusals.embedded,
    ],
    [
      'a docx with a template from elsewhere',
      () => makeOffice('word/document.xml', { 'word/_rels/settings.xml.rels': template('http://evil.example/a.dotm') }),
      uploadRefusals.template,
    ],
    [
      'a docx with entities',
      () => makeOffice('word/document.xml', { 'word/x.xml': '<!DOCTYPE a [<!ENTITY b "c">]><a/>' }),
      uploadRefusals.two,
    ],
    [
      'a docx with a path that leads out',
      () => makeOffice('word/document.xml', { '../../a.xml': '<x/>' }),
      uploadRefusals.two,
    ],
    ['a docx with a page behind it', async () => with_(await makeDocx(lines), html), uploadRefusals.two],
    ['a docx with a page before it', async () => with_(html, await makeDocx(lines)), uploadRefusals.page],
    ['an xlsx that is a bomb', bomb, uploadRefusals.bomb],
    [
      'a docx with a password',
      () => makeCompound({ EncryptedPackage: Buffer.alloc(8), EncryptionInfo: Buffer.alloc(8) }),
      uploadRefusals.encrypted,
    ],
    [
      'a doc with a password',
      () => makeCompound({ WordDocument: wordHead({ locked: true }) }),
      uploadRefusals.encrypted,
    ],
    [
      'an xls with a password',
      () => makeCompound({ Workbook: bookRecords([0x002f, [1, 0]]) }),
      uploadRefusals.encrypted,
    ],
    ['a doc with macros', () => makeCompound({ WordDocument: wordHead() }, ['Macros', 'VBA']), uploadRefusals.macros],
    [
      'an xls with a sheet of macros',
      () => makeCompound({ Workbook: bookRecords([0x0085, [0, 0, 0, 0, 0, 1]]) }),
      uploadRefusals.macros,
    ],
    [
      'a doc with a packed program',
      () => makeCompound({ WordDocument: wordHead(), '\x01Ole10Native': Buffer.alloc(8) }),
      uploadRefusals.embedded,
    ],
    [
      'a doc that is an archive too',
      async () => with_(makeCompound({ WordDocument: wordHead() }), await anyZip()),
      uploadRefusals.two,
    ],
    ['a compound file of something else', () => makeCompound({ Thumbs: Buffer.alloc(8) }), uploadRefusals.unknown],
    ['a compound file that leads round', roundCompound, uploadRefusals.damaged],
  ];
  it.each(refused)('is refused: %s', async (_, make, why) => {
    expect(await checkUpload(await make())).toEqual({ refused: why });
  });

  it('is told in one Chinese line', () => {
    for (const why of Object.values(uploadRefusals)) {
      const said = typeof why === 'string' ? why : why(20_000_000);
      expect(said).toMatch(/^[^\n]*\p{Script=Han}[^\n]*$/u);
    }
  });

  it('is bounded in size', async () => {
    const limits = { ...usualUploadLimits, maxBytes: 100 };
    expect(await checkUpload(pdf(), limits)).toEqual({ refused: uploadRefusals.tooLarge(100) });
    expect(await checkUploadApart(pdf(), limits)).toEqual({ refused: uploadRefusals.tooLarge(100) });
  });

  it('costs its thread alone', async () => {
    expect(await checkUploadApart(pdf())).toEqual({ kind: 'pdf' });
    expect(await checkUploadApart(with_(pdf(), html))).toEqual({ refused: uploadRefusals.two });
    expect(await checkUploadApart(pdf(), usualUploadLimits, 0)).toEqual({ refused: uploadRefusals.late });
  });
});

function withCatalog(more: string): Buffer {
  return Buffer.from(pdf().toString('latin1').replace('/Type/Catalog', `/Type/Catalog${more}`), 'latin1');
}

/** Four hundred megabytes of zeros in as many kilobytes. */
async function bomb(): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(await makeXlsx({ 表: { rows: [['a']] } }));
  zip.file('xl/media/a.xml', Buffer.alloc(60_000_000));
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}

/** The table of sectors leads from the directory back to it. */
function roundCompound(): Buffer {
  const file = makeCompound({ WordDocument: wordHead() });
  const directory = file.readUInt32LE(0x30);
  const table = (file.readUInt32LE(0x4c) + 1) * 512;
  file.writeUInt32LE(directory, table + directory * 4);
  return file;
}

describe('names of files', () => {
  it.each<[string, UploadKind, string]>([
    ['培训签到表.pdf', 'pdf', '培训签到表.pdf'],
    ['C:\\fakepath\\签到 表.PDF', 'pdf', '签到 表.pdf'],
    ['../../etc/passwd', 'pdf', 'passwd.pdf'],
    ['照片.jpg.exe', 'jpg', '照片.jpg.jpg'],
    ['照片.jpg', 'png', '照片.png'],
    ['通知.wps', 'doc', '通知.wps'],
    ['通知.wps', 'docx', '通知.docx'],
    ['第1.2稿修改', 'docx', '第1.2稿修改.docx'],
    ['invoice\u202Efdp.exe', 'pdf', 'invoicefdp.pdf'],
    ['a\r\nSet-Cookie: x=1.pdf', 'pdf', 'aSet-Cookie x=1.pdf'],
    ['<img src=x>.png', 'png', 'img src=x.png'],
    ['con.pdf', 'pdf', '未命名con.pdf'],
    ['....', 'pdf', '未命名.pdf'],
    ['', 'pdf', '未命名.pdf'],
    ['长'.repeat(300) + '.pdf', 'pdf', '长'.repeat(100) + '.pdf'],
  ])('%j as %s is %s', (given, kind, name) => {
    expect(cleanFileName(given, kind)).toBe(name);
  });
});
