import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { readTable } from './read-table.js';
import { writeCsv, type SheetColumn } from './write-csv.js';
import { writeXlsx } from './write-xlsx.js';

const columns: SheetColumn[] = [
  { key: 'name', title: '单位', width: 24 },
  { key: 'score', title: '得分', align: 'right' },
];

describe('writeCsv', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+cmd|/c calc', "'+cmd|/c calc"],
    ['-2+3', "'-2+3"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['＝1', "'＝1"],
    [' =1', "' =1"],
    ['\t=1', '"\'\t=1"'],
    ['-0.5', '-0.5'],
    ['说“=”', '说“=”'],
    ['a,"b"\nc', '"a,""b""\nc"'],
  ])('writes %j so that nothing runs', (text, written) => {
    expect(writeCsv([{ name: text, score: null }], columns)).toBe(`\ufeff单位,得分\r\n${written},\r\n`);
  });

  it('keeps numbers and truth', () => {
    expect(writeCsv([{ name: true, score: -1.5 }], columns)).toBe('\ufeff单位,得分\r\n是,-1.5\r\n');
  });
});

describe('writeXlsx', () => {
  const at = new Date(Date.UTC(2023, 0, 5));
  const sheet = () => ({
    name: '附件1 得分:排名',
    title: '得分排名',
    columns,
    rows: [
      { name: '=HYPERLINK("http://a")\u0007\ud800', score: 96.5 },
      { name: '财政局', score: null },
    ],
    notes: ['注：未测。'],
  });

  it('freezes the header, filters, and stores texts as texts', async () => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await writeXlsx([sheet(), sheet()], { at })) as unknown as ArrayBuffer);
    const [first, second] = book.worksheets;
    expect([first?.name, second?.name]).toEqual(['附件1 得分 排名', '附件1 得分 排名2']);
    expect(first?.views[0]).toMatchObject({ state: 'frozen', ySplit: 2 });
    expect(first?.autoFilter).toBe('A2:B4');
    expect(first?.getCell('A3').value).toBe('=HYPERLINK("http://a")\ufffd');
    expect(first?.getCell('A3').type).toBe(ExcelJS.ValueType.String);
    expect(first?.getCell('B3').value).toBe(96.5);
    expect(first?.getColumn(1).width).toBe(24);
    expect(first?.getCell('A5').value).toBe('注：未测。');
  });

  it('is read back by readTable', async () => {
    const table = await readTable(await writeXlsx([{ ...sheet(), notes: [] }], { at }), 'a.xlsx');
    expect(table.rows[1]).toEqual({ line: 4, cells: { 单位: '财政局', 得分: '' } });
  });

  it('writes the same bytes for the same rows', async () => {
    const first = await writeXlsx([sheet()], { at });
    await new Promise((resolve) => setTimeout(resolve, 2100));
    expect((await writeXlsx([sheet()], { at })).equals(first)).toBe(true);
  });
});
