import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { fileKind, fileRefusals, type FileText, plainText, readFile, readFileApart, usualFileLimits } from './index.js';
import { makeDocx, makeOfd, makePdf, makeXlsx, paragraph, zipOf } from './make-files.test.js';

const report = [
  '云岭县人民政府文件',
  '云政发〔2025〕3号',
  '关于印发《云岭县防汛抗旱工作方案》的通知',
  '各乡镇人民政府，县政府各部门：',
  '　　现将工作方案印发给你们，请认真贯彻执行。',
];

async function textOf(bytes: Uint8Array): Promise<FileText> {
  const reading = await readFile(bytes);
  if ('refused' in reading) throw new Error(reading.refused);
  return reading;
}
const linesOf = async (bytes: Uint8Array) => plainText(await textOf(bytes)).split('\n');

describe('pdf', () => {
  it.each(['embedded', 'predefined'] as const)('reads Chinese text of a font that is %s', async (font) => {
    expect(await linesOf(makePdf([report], { font }))).toEqual(report.map((line) => line.trim()));
  });

  it('joins lines that fill the width, keeps rows of cells apart and drops page numbers', async () => {
    const full = '根据上级要求和县委县政府部署结合本县实际制定本方案现将有关事项通知';
    const file = await textOf(
      makePdf([
        [full, '如下。', '　　一、总体要求', '项目\t数量\t金额', '水库\t3\t120', '— 1 —'],
        ['　　⼆、主要任务', '云岭县水利局', '2025年3月7日', '- 2 -'],
      ]),
    );
    expect(file).toMatchObject({ format: 'pdf', pages: 2, whole: true });
    expect(plainText(file).split('\n')).toEqual([
      `${full}如下。`,
      '一、总体要求',
      '项目\t数量\t金额',
      '水库\t3\t120',
      '二、主要任务',
      '云岭县水利局',
      '2025年3月7日',
    ]);
    expect(file.blocks.filter((block) => 'table' in block)).toHaveLength(1);
  });

  it('begins a numbered heading anew under a line that fills the width, and joins a sentence that begins so', async () => {
    const full = '根据上级要求和县委县政府部署结合本县实际制定本方案现将有关事项通知。';
    const lines = [full, '二、主动公开政府信息情况', full, '三、四两项，由县水利局负责。'];
    expect(await linesOf(makePdf([lines]))).toEqual([full, lines[1], `${full}${lines[3]}`]);
  });

  it('says when pages are only pictures, all or some of them', async () => {
    expect(await readFile(makePdf([[], []]))).toEqual({ refused: fileRefusals.pictures });
    expect(await textOf(makePdf([report, []]))).toMatchObject({ whole: false, pages: 2 });
  });

  it('names what it cannot read', async () => {
    expect(await readFile(makePdf([report], { encrypted: true }))).toEqual({ refused: fileRefusals.encrypted });
    expect(await readFile(Buffer.from('%PDF-1.7\nnothing at all'))).toEqual({ refused: fileRefusals.damaged });
    const many = Array.from({ length: 300 }, (_, n) => String.fromCharCode(0x4e00 + n)).join('');
    expect(await readFile(makePdf([many.match(/.{30}/g) ?? []], { font: 'bare' }))).toHaveProperty('refused');
  });
});

describe('docx', () => {
  it('reads paragraphs and tables in order, with merged cells, without deleted and doubled text', async () => {
    const cell = (inside: string, more = ''): string => `<w:tc><w:tcPr>${more}</w:tcPr>${inside}</w:tc>`;
    const body = [
      '<w:p><w:r><w:t>关于</w:t></w:r><w:r><w:t xml:space="preserve">公开 </w:t><w:br/><w:t>目录的通知</w:t></w:r><w:del><w:r><w:delText>删</w:delText></w:r></w:del></w:p>',
      '<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>框中字</w:t></w:r></w:p></w:txbxContent></mc:Choice><mc:Fallback><w:p><w:r><w:t>框中字</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent></w:r></w:p>',
      `<w:tbl><w:tr>${cell(paragraph('甲'), '<w:vMerge w:val="restart"/>')}${cell(paragraph('乙') + paragraph('丙'), '<w:gridSpan w:val="2"/>')}</w:tr>`,
      `<w:tr>${cell('<w:p/>', '<w:vMerge/>')}${cell(paragraph('丁'))}${cell(`<w:tbl><w:tr>${cell(paragraph('内'))}</w:tr></w:tbl>`)}</w:tr></w:tbl>`,
      paragraph('云岭县民政局 & 卫健局'),
    ].join('');
    expect((await textOf(await makeDocx(body))).blocks).toEqual([
      { line: '关于公开' },
      { line: '目录的通知' },
      { line: '框中字' },
      {
        table: [
          [
            { text: '甲', wide: 1, high: 2 },
            { text: '乙\n丙', wide: 2, high: 1 },
          ],
          [
            { text: '丁', wide: 1, high: 1 },
            { text: '内', wide: 1, high: 1 },
          ],
        ],
      },
      { line: '云岭县民政局 & 卫健局' },
    ]);
  });
});

describe('xlsx', () => {
  it('reads every sheet with its name and spreads merged cells', async () => {
    const bytes = await makeXlsx({
      教育领域: {
        rows: [
          ['序号', '公开事项', ''],
          ['1', '一级', '二级'],
          ['', '', '三级'],
        ],
        merges: ['B1:C1', 'A2:A3', 'B2:B3'],
      },
      空: { rows: [] },
      卫生领域: { rows: [['甲']] },
    });
    expect(plainText(await textOf(bytes)).split('\n')).toEqual([
      '教育领域',
      '序号\t公开事项\t公开事项',
      '1\t一级\t二级',
      '1\t一级\t三级',
      '卫生领域',
      '甲',
    ]);
  });
});

describe('ofd', () => {
  it('reads the text of its pages', async () => {
    const file = await textOf(await makeOfd([report, ['项目\t数量', '二、主要任务']]));
    expect(file).toMatchObject({ format: 'ofd', pages: 2, whole: true });
    expect(plainText(file).split('\n')).toEqual([...report.map((line) => line.trim()), '项目\t数量', '二、主要任务']);
    expect(await readFile(await makeOfd([[]]))).toEqual({ refused: fileRefusals.pictures });
  });
});

describe('hostile and foreign files', () => {
  const bomb = 'x'.repeat(8_000_000);
  it.each<[string, () => Uint8Array | Promise<Uint8Array>, string]>([
    ['an old Word file', () => Buffer.from('d0cf11e0a1b11ae1', 'hex'), fileRefusals.old],
    [
      'an encrypted docx',
      () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
      fileRefusals.encrypted,
    ],
    ['a page', () => Buffer.from('<html>'), fileRefusals.unknown],
    ['any other zip', () => zipOf({ 'a.txt': 'x' }), fileRefusals.unknown],
    ['a zip cut short', async () => (await makeDocx(report)).slice(0, 300), '文件已损坏，不能解压'],
    ['a bomb', () => zipOf({ '_rels/.rels': '<a/>', 'word/document.xml': bomb }), '解压后过大（疑似压缩炸弹）'],
    [
      'entities',
      () => zipOf({ 'OFD.xml': '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>' }),
      fileRefusals.damaged,
    ],
    ['endless nesting', () => makeDocx('<w:p>'.repeat(5000)), fileRefusals.damaged],
    ['too many bytes', () => new Uint8Array(usualFileLimits.maxBytes + 1), fileRefusals.tooLarge],
    ['nothing', () => new Uint8Array(), fileRefusals.unknown],
  ])('%s is refused', async (_, make, refused) => {
    expect(await readFile(await make())).toEqual({ refused });
  });

  it('tells files that can be read from others by their first bytes', async () => {
    const head = async (bytes: Promise<Uint8Array> | Uint8Array) => fileKind((await bytes).subarray(0, 200));
    expect(await head(makePdf([report]))).toBe('pdf');
    for (const bytes of [makeDocx(report), makeXlsx({ 表: { rows: [['甲']] } }), makeOfd([report])])
      expect(await head(bytes)).toBe('office');
    expect(await head(zipOf({ '附件1.doc': 'x' }))).toBeNull();
    expect(await head(Buffer.from('<html>'))).toBeNull();
  });

  it('stops at so many rows and letters', async () => {
    const few = { ...usualFileLimits, maxRows: 10, maxCharacters: 100 };
    const rows = Array.from({ length: 50 }, (_, n) => [`第${n}行`]);
    expect(await readFile(await makeXlsx({ 表: { rows } }), few)).toMatchObject({ whole: false });
    expect(await readFile(await makeDocx(rows.map(([text]) => `${text}文字`.repeat(4))), few)).toMatchObject({
      whole: false,
    });
    expect(await readFile(makePdf([report, report, report]), { ...few, maxPages: 2 })).toMatchObject({ whole: false });
  });
});

describe('reading apart', () => {
  /** Longer than any of it takes on a busy machine. */
  const patience = { milliseconds: 200_000 };

  it('keeps no process alive', async () => {
    const index = new URL('./index.ts', import.meta.url).href;
    const program = `import(${JSON.stringify(index)}).then(async (files) => console.log((await files.readFileApart(Buffer.from('%PDF-1.4 nothing'), { milliseconds: 200_000 })).refused))`;
    const args = ['--conditions=source', '--import', 'tsx', '--input-type=module', '--eval', program];
    const { stdout } = await promisify(execFile)(process.execPath, args, { timeout: 200_000 });
    expect(stdout.trim()).toBe(fileRefusals.damaged);
  });

  it('reads as in the same thread, one file after another', async () => {
    const files = [makePdf([report]), await makeDocx(report), Buffer.from('%PDF-1.7 nothing')];
    const apart = await Promise.all(files.map((bytes) => readFileApart(bytes, patience)));
    expect(apart).toEqual(await Promise.all(files.map((bytes) => readFile(bytes))));
  });

  it('gives a file up after its time and reads the next', async () => {
    const slow = makePdf(Array.from({ length: 290 }, () => report));
    expect(await readFileApart(slow, { milliseconds: 1 })).toEqual({ refused: fileRefusals.late });
    expect(await readFileApart(await makeDocx(report), patience)).toHaveProperty('format', 'docx');
  });
});
