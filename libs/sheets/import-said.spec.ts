import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { BadInput } from '#kernel';
import { readExcuses } from './read-excuses.js';
import { readRecords } from './read-records.js';
import { readTable } from './read-table.js';
import type { SaidChecks } from './said-row.js';
import { writeXlsx } from './write-xlsx.js';

const table = (...lines: string[]) => readTable(new TextEncoder().encode(lines.join('\n')), '认定.csv');

async function faultsOf(read: () => Promise<unknown>): Promise<string[]> {
  const error: unknown = await read().then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(BadInput);
  return (error as BadInput).message.split('\n');
}

const checks: SaidChecks = {
  today: '2026-06-30',
  organisation: (name) => (name === '云岭县水务局' ? null : { what: `没有“${name}”`, accepted: '名单中的单位' }),
  about: (id, as) => (id === 'LZ-13' && as !== 'count' ? null : { what: `“${id}”不能用于${as}`, accepted: 'LZ-13' }),
};

describe('what people decided and counted', () => {
  const header = '单位,指标,时期,结果,数量,依据,认定人,日期,证据链接';

  it('is read, with dates as people write them, and rows that nobody filled in are left out', async () => {
    const read = readRecords(
      await table(
        header,
        '云岭县水务局,LZ-13,2026q2,符合,,培训签到表,县政务公开办,2026年6月20日,https://www.yunling.example/1',
        '云岭县水务局,行政复议被纠错,2026Q2,,3,复议决定书,县司法局,2026-06-21,',
        '云岭县水务局,LZ-02,2026Q2,,,,,,',
      ),
    );
    expect(read).toEqual([
      {
        ...{ line: 2, organisation: '云岭县水务局', about: 'LZ-13', period: '2026Q2', said: 'meets' },
        ...{ basis: '培训签到表', by: '县政务公开办', on: '2026-06-20', link: 'https://www.yunling.example/1' },
      },
      {
        ...{ line: 3, organisation: '云岭县水务局', about: '行政复议被纠错', period: '2026Q2', said: 3 },
        ...{ basis: '复议决定书', by: '县司法局', on: '2026-06-21', link: null },
      },
    ]);
  });

  it('is read as programs write it, one object a line', async () => {
    const line = {
      单位: '云岭县水务局',
      指标: 'LZ-13',
      时期: '2026',
      结果: '不适用',
      说明: '没有对外服务',
      认定人: '甲',
      日期: '2026-06-20',
    };
    const bytes = new TextEncoder().encode(`${JSON.stringify(line)}\n${JSON.stringify(line)}`);
    expect(readRecords(await readTable(bytes, '认定.ndjson'))).toMatchObject([
      { said: 'notApplicable', basis: '没有对外服务' },
      { period: '2026' },
    ]);
  });

  it('names every mistake by row and column', async () => {
    const faults = await faultsOf(async () =>
      readRecords(
        await table(
          header,
          '云岭县水利局,LZ-99,二季度,合格,,,,昨天,ftp://x',
          '云岭县水务局,LZ-13,2026Q2,符合,3,有,甲,2026-06-20,',
          '云岭县水务局,LZ-13,2026Q2,,-1,有,甲,2026-06-20,',
          '云岭县水务局,LZ-13,2026Q2,,2,有,甲,2026-06-20,',
          '云岭县水务局,LZ-13,2026Q2,符合,,有,甲,2026-07-01,',
        ),
        checks,
      ),
    );
    expect(faults.map((fault) => fault.split('：')[0])).toEqual([
      '认定.csv 第2行“时期”列',
      '认定.csv 第2行“结果”列',
      '认定.csv 第2行“依据”列',
      '认定.csv 第2行“认定人”列',
      '认定.csv 第2行“日期”列',
      '认定.csv 第2行“证据链接”列',
      '认定.csv 第2行“单位”列',
      '认定.csv 第3行“数量”列',
      '认定.csv 第4行“数量”列',
      '认定.csv 第5行“指标”列',
      '认定.csv 第6行“日期”列',
    ]);
  });

  it.each([
    [['单位,指标,时期,认定人,日期', 'a,b,c,d,e'], /表头缺少“结果”或“数量”列/],
    [['单位,指标,时期,结果,认定人,日期', 'a,b,c,d,e,f'], /表头缺少“依据”列/],
    [[header, '云岭县水务局,LZ-13,2026Q2,,,,,,'], /没有填写任何认定/],
  ])('is refused without what it is for', async (lines, what) => {
    expect((await faultsOf(async () => readRecords(await table(...lines)))).join('\n')).toMatch(what);
  });
});

describe('what people excused', () => {
  const header = '单位,指标,对象,事由,起,止,说明,批准人';

  it('is read, of one thing or of all', async () => {
    const read = readExcuses(
      await table(
        header,
        '云岭县水务局,columns-complete,news,情况说明,2026-04-01,2026-06-30,本季度没有工作动态,分管负责人',
        '云岭县水务局,LZ-13,,豁免,2026/4/1,2026-12-31,机构合并,县政务公开办',
        '云岭县水务局,columns-complete,policy,,,,,',
      ),
      undefined,
    );
    expect(read).toMatchObject([
      { kind: 'statement', subject: 'news', from: '2026-04-01', until: '2026-06-30', by: '分管负责人' },
      { kind: 'exemption', subject: null, from: '2026-04-01', until: '2026-12-31', why: '机构合并' },
    ]);
  });

  it('names every mistake by row and column', async () => {
    const faults = await faultsOf(async () =>
      readExcuses(
        await table(header, '云岭县水利局,LZ-99,,请假,2026-06-30,2026-04-01,,', 'a,LZ-13,,豁免,今天,,有,甲'),
        checks,
      ),
    );
    expect(faults.map((fault) => fault.split('：')[0])).toEqual([
      '认定.csv 第2行“事由”列',
      '认定.csv 第2行“止”列',
      '认定.csv 第2行“说明”列',
      '认定.csv 第2行“批准人”列',
      '认定.csv 第2行“单位”列',
      '认定.csv 第2行“指标”列',
      '认定.csv 第3行“起”列',
      '认定.csv 第3行“止”列',
      '认定.csv 第3行“单位”列',
    ]);
  });
});

it('offers the accepted words in a workbook', async () => {
  const columns = [{ key: 'a', title: '结果', choices: ['符合', '不符合'] }];
  const book = new ExcelJS.Workbook();
  const bytes = await writeXlsx([{ name: '认定', columns, rows: [{ a: null }] }]);
  await book.xlsx.load(bytes as unknown as ExcelJS.Buffer);
  expect(book.worksheets[0]?.getCell('A2').dataValidation).toMatchObject({ type: 'list', formulae: ['"符合,不符合"'] });
});
