import ExcelJS from 'exceljs';
import fc from 'fast-check';
import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { BadInput } from '#kernel';
import { readTable } from './read-table.js';

const utf8 = (text: string) => new TextEncoder().encode(text);

async function refused(bytes: Uint8Array, name = '名单.csv', limits = {}): Promise<string> {
  const error: unknown = await readTable(bytes, name, limits).then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(BadInput);
  return (error as BadInput).message;
}

async function workbook(build: (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  build(book.addWorksheet('名单'), book);
  return new Uint8Array((await book.xlsx.writeBuffer()) as ArrayBuffer);
}

/** A workbook of one sheet with XML of the test's own. */
async function rawWorkbook(sheet: string, more: Record<string, string> = {}): Promise<Uint8Array> {
  const zip = new JSZip();
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
  zip.file('_rels/.rels', `<Relationships>${relation('r1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`);
  zip.file('xl/workbook.xml', `<workbook xmlns:r="r"><sheets><sheet name="a" r:id="r1"/></sheets></workbook>`);
  const relations =
    relation('r1', 'worksheet', 'worksheets/sheet1.xml') + relation('r2', 'sharedStrings', 'strings.xml');
  zip.file('xl/_rels/workbook.xml.rels', `<Relationships>${relations}</Relationships>`);
  zip.file('xl/worksheets/sheet1.xml', sheet);
  for (const [name, text] of Object.entries(more)) zip.file(name, text);
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}

const row = (line: number, ...texts: string[]) =>
  `<row r="${line}">${texts.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`;

describe('csv', () => {
  it('reads BOM, quoted newlines and commas, spaces and full-width signs in the header', async () => {
    const text =
      '\ufeff名 称, 别名（简称） ,ＵＲＬ\r\n"云岭县\n民政局","民政局,民政",http://a.cn\r\n\r\n云岭县财政局,,\r\n';
    const table = await readTable(utf8(text), '名单.csv');
    expect(table.header).toEqual(['名称', '别名(简称)', 'URL']);
    expect(table.rows).toEqual([
      { line: 2, cells: { 名称: '云岭县 民政局', '别名(简称)': '民政局,民政', URL: 'http://a.cn' } },
      { line: 5, cells: { 名称: '云岭县财政局', '别名(简称)': '', URL: '' } },
    ]);
  });

  it('reads GB18030 as WPS writes it, and UTF-16 as Excel writes “Unicode text”', async () => {
    // “名称,类别\r\n民政局,部门”
    const gb = Buffer.from('c3fbb3c62cc0e0b1f00d0ac3f1d5febed62cb2bfc3c5', 'hex');
    expect((await readTable(gb, 'a.csv')).rows[0]?.cells).toEqual({ 名称: '民政局', 类别: '部门' });
    const utf16 = Buffer.from('\ufeff名称\t类别\r\n民政局\t部门\r\n', 'utf16le');
    expect((await readTable(utf16, 'a.txt')).rows[0]?.cells).toEqual({ 名称: '民政局', 类别: '部门' });
  });

  it('takes a header with full-width commas, and names rows that have them', async () => {
    const table = await readTable(utf8('名称，类别\n民政局,部门\n'), 'a.csv');
    expect(table.rows[0]?.cells).toEqual({ 名称: '民政局', 类别: '部门' });
    expect(await refused(utf8('名称,类别\n民政局，部门\n'))).toBe(
      '名单.csv 第2行：各列之间用了全角逗号“，”；可接受：半角逗号“,”',
    );
  });

  it('skips a title above the header', async () => {
    const table = await readTable(utf8('云岭县单位名单,,\n名称,类别,网站\n民政局,部门,\n'), 'a.csv');
    expect(table.rows).toEqual([{ line: 3, cells: { 名称: '民政局', 类别: '部门', 网站: '' } }]);
  });

  it.each([
    ['nothing', '', '没有内容'],
    ['only white space', ' \n\u3000\n', '没有内容'],
    ['an open quote', '名称,类别\n"民政局,部门\n', '引号没有配对'],
    ['a quote within a cell', '名称,类别\n民政"局",部门\n', '引号出现在单元格中间'],
    ['words after a quote', '名称,类别\n"民政"局,部门\n', '引号后面还有字'],
    ['a repeated column', '名称,名称\na,b\n', '表头重复'],
    ['a cell beyond the header', '名称,类别\n民政局,部门,多余\n', '第 3 列有内容“多余”'],
    ['a dangerous column name', '名称,__proto__\na,b\n', '列名不可用'],
    ['a web page', '<!DOCTYPE html><table><tr><td>名称</td></tr></table>', '是网页或 XML'],
  ])('refuses %s', async (_, text, words) => {
    expect(await refused(utf8(text))).toContain(words);
  });

  it('refuses too many bytes, rows, columns and too long a cell', async () => {
    expect(await refused(utf8('名称,类别\n'), 'a.csv', { maxBytes: 5 })).toContain('文件有 1 MB');
    expect(await refused(utf8('名称,类别\n' + 'a,b\n'.repeat(30)), 'a.csv', { maxRows: 20 })).toContain('超过 20 行');
    expect(await refused(utf8('a,b,c,d\n'), 'a.csv', { maxColumns: 3 })).toContain('有 4 列');
    expect(await refused(utf8(`a,b\n${'长'.repeat(10_001)},\n`))).toContain('第2行“a”列：有 10001 个字');
    expect(await refused(utf8(`a,b\n"${'长'.repeat(1_200_000)}",\n`))).toContain('一行过长');
  });

  it('refuses bytes that are no text, and old or encrypted workbooks', async () => {
    expect(await refused(Uint8Array.from({ length: 5000 }, (_, i) => (i * 37) % 256))).toContain('不是可读的文本');
    expect(await refused(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]))).toContain('旧版 xls');
  });

  it('shows no path and no control characters of the file name', async () => {
    expect(await refused(utf8(''), '../../etc/\u0007名单\u202e.csv')).toMatch(/^名单\.csv：/);
  });
});

describe('xlsx', () => {
  it('reads texts, rich text, numbers, dates, truth and stored results of formulas', async () => {
    const bytes = await workbook((sheet) => {
      sheet.addRow(['标题', '成文日期', '数', '真', '公式', '富文本', '空']);
      sheet.addRow(['通知', new Date(Date.UTC(2022, 8, 1)), 0.1 + 0.2, true]);
      sheet.getCell('B2').numFmt = 'yyyy"年"m"月"d"日"';
      sheet.getCell('E2').value = { formula: 'A1&"x"', result: '结果' };
      sheet.getCell('F2').value = { richText: [{ text: '云岭' }, { text: '县', font: { bold: true } }] };
    });
    expect((await readTable(bytes, 'a.xlsx')).rows).toEqual([
      {
        line: 2,
        cells: { 标题: '通知', 成文日期: '2022-09-01', 数: '0.3', 真: '是', 公式: '结果', 富文本: '云岭县', 空: '' },
      },
    ]);
  });

  it('counts dates from 1904 where the workbook does', async () => {
    const bytes = await workbook((sheet, book) => {
      book.properties.date1904 = true;
      sheet.addRow(['标题', '日期']);
      sheet.addRow(['通知', new Date(Date.UTC(2022, 8, 1))]);
      sheet.getCell('B2').numFmt = 'yyyy-mm-dd';
    });
    expect((await readTable(bytes, 'a.xlsx')).rows[0]?.cells['日期']).toBe('2022-09-01');
  });

  it('takes the first visible sheet, a merged title, and spreads merged cells downwards', async () => {
    const book = new ExcelJS.Workbook();
    book.addWorksheet('隐藏', { state: 'hidden' }).addRow(['x', 'y']);
    const sheet = book.addWorksheet('名单');
    sheet.addRows([
      ['云岭县单位名单'],
      ['类别', '名称'],
      ['部门', '民政局'],
      ['', '财政局'],
      ['', '教育局'],
      ['街镇', '清溪镇'],
    ]);
    sheet.mergeCells('A1:B1');
    sheet.mergeCells('A3:A5');
    const table = await readTable(new Uint8Array((await book.xlsx.writeBuffer()) as ArrayBuffer), 'a.xlsx');
    expect(table.rows.map((each) => `${each.line} ${each.cells['类别']} ${each.cells['名称']}`)).toEqual([
      '3 部门 民政局',
      '4 部门 财政局',
      '5 部门 教育局',
      '6 街镇 清溪镇',
    ]);
  });

  it('names cells with an error or a formula without a stored result', async () => {
    const bytes = await workbook((sheet) => {
      sheet.addRow(['名称', '类别']);
      sheet.getCell('A2').value = { error: '#REF!' };
      sheet.getCell('B2').value = { formula: 'WEBSERVICE("http://127.0.0.1/"&\'[外部.xlsx]a\'!A1)' };
    });
    expect(await refused(bytes, 'a.xlsx')).toBe(
      'a.xlsx 第2行“A”列：公式结果是错误值“#REF!”；可接受：改成文字后再导入\n' +
        'a.xlsx 第2行“B”列：公式没有保存计算结果；可接受：用“选择性粘贴—数值”换成文字后再导入',
    );
  });

  it('does not believe huge dimensions, far rows and wide merges', async () => {
    const sheet =
      `<worksheet><dimension ref="A1:XFD1048576"/><cols><col min="1" max="16384" width="9"/></cols><sheetData>` +
      `${row(1, '名称', '类别')}${row(2, '民政局', '部门')}<row r="1048576"><c r="XFD1048576" s="1"/></row></sheetData>` +
      `<mergeCells><mergeCell ref="A2:XFD1048576"/></mergeCells>` +
      `<dataValidations><dataValidation sqref="A1:XFD1048576"/></dataValidations></worksheet>`;
    const started = process.cpuUsage().user / 1000;
    const table = await readTable(await rawWorkbook(sheet), 'a.xlsx');
    expect(table.rows).toEqual([{ line: 2, cells: { 名称: '民政局', 类别: '部门' } }]);
    expect(process.cpuUsage().user / 1000 - started).toBeLessThan(2000);
  });

  it('refuses a filled cell far to the right, too many rows and endless merges', async () => {
    const far = `<worksheet><sheetData><row r="1"><c r="XFD1"><v>1</v></c></row></sheetData></worksheet>`;
    expect(await refused(await rawWorkbook(far), 'a.xlsx')).toContain('第1行“XFD”列：有内容，但列数过多');
    const rows = Array.from({ length: 40 }, (_, i) => row(i + 1, 'a', 'b')).join('');
    const many = `<worksheet><sheetData>${rows}</sheetData></worksheet>`;
    expect(await refused(await rawWorkbook(many), 'a.xlsx', { maxRows: 20 })).toContain('超过 20 行');
    const body = row(1, '甲', '乙') + Array.from({ length: 2000 }, (_, i) => row(i + 2, 'a', 'b')).join('');
    const merges = '<mergeCell ref="A2:A1048576"/>'.repeat(600);
    const merged = `<worksheet><sheetData>${body}</sheetData><mergeCells>${merges}</mergeCells></worksheet>`;
    expect(await refused(await rawWorkbook(merged), 'a.xlsx')).toContain('合并单元格过多');
  });

  it('refuses a zip bomb by what it declares', async () => {
    const bomb = await rawWorkbook(`<worksheet>${' '.repeat(60_000_000)}</worksheet>`);
    expect(bomb.length).toBeLessThan(100_000);
    expect(await refused(bomb, 'a.xlsx')).toContain('解压后过大');
  });

  it('refuses a zip bomb that lies about its size', async () => {
    const bomb = Buffer.from(await rawWorkbook(`<worksheet>${' '.repeat(60_000_000)}</worksheet>`));
    let at = bomb.readUInt32LE(bomb.length - 22 + 16);
    for (let left = bomb.readUInt16LE(bomb.length - 22 + 10); left > 0; left -= 1) {
      bomb.writeUInt32LE(10, at + 24);
      at += 46 + bomb.readUInt16LE(at + 28);
    }
    expect(await refused(bomb, 'a.xlsx')).toContain('解压后过大');
  });

  it.each([
    ['entities of a DTD', `<!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;">]><worksheet>&y;</worksheet>`],
    ['endless depth', '<a>'.repeat(100_000)],
    ['endless attributes', `<a ${Array.from({ length: 5000 }, (_, i) => `a${i}="1"`).join(' ')}/>`],
    ['XML that is cut off', '<worksheet><sheetData><row>'],
    ['XML that is none', 'PK\u0001'],
  ])('refuses %s', async (_, sheet) => {
    expect(await refused(await rawWorkbook(sheet), 'a.xlsx')).toContain('工作簿内部结构有误');
  });

  it('refuses archives that are no workbook, cut off or encrypted', async () => {
    const zip = await new JSZip().file('a.txt', 'a').generateAsync({ type: 'uint8array' });
    expect(await refused(zip, 'a.xlsx')).toContain('不是 xlsx 工作簿');
    const bytes = await rawWorkbook(`<worksheet>${row(1, 'a', 'b')}</worksheet>`);
    expect(await refused(bytes.subarray(0, bytes.length - 40), 'a.xlsx')).toContain('文件已损坏');
    expect(await refused(bytes.subarray(0, 60), 'a.xlsx')).toContain('文件已损坏');
    const locked = Buffer.from(bytes);
    locked.writeUInt16LE(1, locked.readUInt32LE(locked.length - 6) + 8);
    expect(await refused(locked, 'a.xlsx')).toContain('文件已加密');
  });

  it('reads shared strings without their pinyin, and follows no link outside', async () => {
    const sheet =
      `<worksheet><sheetData>${row(1, '名称', '类别')}<row r="2"><c t="s"><v>0</v></c><c t="s"><v>99</v></c></row>` +
      `</sheetData></worksheet>`;
    const strings = `<sst><si><t>民政局</t><rPh sb="0" eb="3"><t>minzhengju</t></rPh></si></sst>`;
    const table = await readTable(await rawWorkbook(sheet, { 'xl/strings.xml': strings }), 'a.xlsx');
    expect(table.rows).toEqual([{ line: 2, cells: { 名称: '民政局', 类别: '' } }]);
    const outside = await rawWorkbook(sheet, {
      'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="r1" Type="x/worksheet" TargetMode="External" Target="http://127.0.0.1/a.xml"/></Relationships>`,
    });
    expect(await refused(outside, 'a.xlsx')).toContain('没有可见的工作表');
  });
});

describe('any bytes', () => {
  const settle = async (bytes: Uint8Array): Promise<void> => {
    const reason: unknown = await readTable(bytes, 'a').then(
      () => null,
      (error: unknown) => error,
    );
    if (reason !== null) expect(reason).toBeInstanceOf(BadInput);
  };

  it('end in a table or in BadInput', async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), settle), { numRuns: 200 });
    const text = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r', '，', '\t', ';', ' ', '=', '中') });
    await fc.assert(fc.asyncProperty(text.map(utf8), settle), { numRuns: 200 });
  });

  it('of a damaged workbook too', async () => {
    const bytes = await rawWorkbook(`<worksheet><sheetData>${row(1, 'a', 'b')}</sheetData></worksheet>`);
    const damage = fc.array(fc.tuple(fc.nat({ max: bytes.length - 1 }), fc.nat({ max: 255 })), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(damage, async (changes) => {
        const copy = Uint8Array.from(bytes);
        for (const [at, byte] of changes) copy[at] = byte;
        await settle(copy);
      }),
      { numRuns: 300 },
    );
  });
});
