import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { BadInput } from '#kernel';
import { readProbes } from './read-probes.js';
import { readServices } from './read-services.js';
import { readTable } from './read-table.js';

const table = (text: string, limits = {}) => readTable(new TextEncoder().encode(text), '监测.csv', limits);

async function faultsOf(read: () => Promise<unknown>): Promise<string[]> {
  const error: unknown = await read().then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(BadInput);
  return (error as BadInput).message.split('\n');
}

describe('a log of visits to home pages', () => {
  it('is read in Chinese, times without a zone as Beijing time', async () => {
    const text = [
      '网站,时间,结果,毫秒,监测点',
      'https://www.yunling.example/,2022-11-01 08:30,正常,820,甲',
      '云岭县民政局,2022/11/1 8:30:05,打不开,15000,甲',
      '云岭县民政局,2022年11月1日 23:59,服务器出错,90.4,甲',
    ].join('\n');
    expect(readProbes(await table(text))).toEqual([
      { line: 2, site: 'https://www.yunling.example/', at: '2022-11-01T00:30:00.000Z', outcome: 'ok', ms: 820 },
      { line: 3, site: '云岭县民政局', at: '2022-11-01T00:30:05.000Z', outcome: 'timeout', ms: 15000 },
      { line: 4, site: '云岭县民政局', at: '2022-11-01T15:59:00.000Z', outcome: 'serverError', ms: 90 },
    ]);
  });

  it('is read as programs write it, one object a line', async () => {
    const text = [
      '{"site":"https://www.yunling.example/","at":"2022-11-01T08:30:00+08:00","outcome":"ok","ms":820}',
      '',
      '{"ms":30000,"outcome":"dns","at":"2022-11-01T00:40:00Z","site":"https://www.yunling.example/"}',
    ].join('\r\n');
    expect(readProbes(await table(text))).toMatchObject([
      { line: 1, at: '2022-11-01T00:30:00.000Z', outcome: 'ok', ms: 820 },
      { line: 3, at: '2022-11-01T00:40:00.000Z', outcome: 'dns', ms: 30000 },
    ]);
  });

  it('is read from a workbook, its times too', async () => {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('监测');
    sheet.addRow(['网站', '时间', '结果', '毫秒']);
    sheet.addRow(['云岭县民政局', new Date('2022-11-01T08:30:00Z'), '超时', 15000]);
    sheet.getCell('B2').numFmt = 'yyyy/m/d h:mm';
    sheet.addRow(['云岭县民政局', '2022-11-01 09:00', '正常', 900]);
    const bytes = new Uint8Array((await book.xlsx.writeBuffer()) as ArrayBuffer);
    expect(readProbes(await readTable(bytes, '监测.xlsx', { keepTimes: true }))).toEqual([
      { line: 2, site: '云岭县民政局', at: '2022-11-01T00:30:00.000Z', outcome: 'timeout', ms: 15000 },
      { line: 3, site: '云岭县民政局', at: '2022-11-01T01:00:00.000Z', outcome: 'ok', ms: 900 },
    ]);
  });

  it('names every mistake', async () => {
    const text = [
      '网站,时间,结果,毫秒',
      ',2022-02-30 08:00,好,快',
      '云岭县民政局,2022-11-01,正常,700000',
      '云岭县民政局,2022-11-01 25:00,正常,-1',
    ].join('\n');
    const places = (await faultsOf(async () => readProbes(await table(text)))).map((fault) => fault.split('：')[0]);
    expect(places).toEqual([
      '监测.csv 第2行“网站”列',
      '监测.csv 第2行“时间”列',
      '监测.csv 第2行“结果”列',
      '监测.csv 第2行“毫秒”列',
      '监测.csv 第3行“时间”列',
      '监测.csv 第3行“毫秒”列',
      '监测.csv 第4行“时间”列',
      '监测.csv 第4行“毫秒”列',
    ]);
    expect(await faultsOf(async () => readProbes(await table('网站,时间,结果\n甲,2022-11-01 08:00,正常')))).toEqual([
      '监测.csv：表头缺少“毫秒”列；可接受：表头 网站,时间,结果,毫秒（可以有别的列）',
    ]);
    expect(await faultsOf(() => table('{"site":"a"}\n{"site":'))).toEqual([
      '监测.csv 第2行：不是一个 JSON 对象；可接受：每行一个 JSON 对象（ndjson）',
    ]);
    const long = Array.from({ length: 12 }, () => '{"site":"a","at":"b","outcome":"c","ms":1}').join('\n');
    expect((await faultsOf(() => table(long, { maxRows: 10 })))[0]).toContain('超过 10 行');
  });
});

describe('a list of services', () => {
  it('is read with the unit that handles each, where it says so', async () => {
    const text =
      '事项名称,事项类型,实施主体\n最低生活保障对象认定,行政给付,云岭县民政局\n,行政许可,云岭县民政局\n临时救助,行政给付,\n';
    expect(readServices(await table(text))).toEqual([
      { name: '最低生活保障对象认定', organisation: '云岭县民政局' },
      { name: '临时救助', organisation: null },
    ]);
  });

  it('names every mistake', async () => {
    expect(await faultsOf(async () => readServices(await table('名称,单位\n甲,乙')))).toEqual([
      '监测.csv：表头缺少“事项名称”列；可接受：表头 事项名称（可以有别的列）',
    ]);
    expect(await faultsOf(async () => readServices(await table(`事项名称,单位\n${'长'.repeat(301)},乙`)))).toHaveLength(
      1,
    );
    expect(await faultsOf(async () => readServices(await table('事项名称,单位\n,乙')))).toHaveLength(1);
  });
});
