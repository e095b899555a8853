import { describe, expect, it } from 'vitest';
import { BadInput, stableId } from '#kernel';
import { readLedger } from './read-ledger.js';
import { readOrganisations } from './read-organisations.js';
import { readTable } from './read-table.js';

const table = (text: string) => readTable(new TextEncoder().encode(text), '名单.csv');
const head = '名称,别名,层级,类别,上级,网站';

async function faultsOf(read: () => Promise<unknown>): Promise<string[]> {
  const error: unknown = await read().then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(BadInput);
  return (error as BadInput).message.split('\n');
}

describe('readOrganisations', () => {
  it('reads units, aliases, parents in the file or known before, and keeps extra columns', async () => {
    const rows = readOrganisations(
      await table(
        `${head},分管科室\n云岭县民政局,县民政局、民政局,县,部门,云岭县人民政府,https://mz.yunling.example/\n` +
          `云岭县人民政府,,县,政府,青原市人民政府,http://www.yunling.example\n清溪镇,,乡,街镇,云岭县人民政府,,`.replace(
            /,,$/,
            ',,党政办',
          ),
      ),
      [{ name: '青原市人民政府', aliases: [], parent: null }],
    );
    expect(rows).toEqual([
      {
        id: stableId('organisation', '云岭县民政局'),
        name: '云岭县民政局',
        aliases: ['县民政局', '民政局'],
        level: '县',
        category: '部门',
        parent: '云岭县人民政府',
        site: 'https://mz.yunling.example/',
        extra: {},
        sample: false,
      },
      expect.objectContaining({ parent: '青原市人民政府', site: 'http://www.yunling.example/' }),
      expect.objectContaining({ name: '清溪镇', site: null, extra: { 分管科室: '党政办' } }),
    ]);
  });

  it('lists every fault, row by row', async () => {
    const text =
      `${head}\n,,县,部门,,\n民政局,,区县,部门,,ftp://a.cn\n民政局,,县,局,无此单位,www.a.cn\n` +
      `甲,,县,部门,甲,javascript:alert(1)\n乙,民政局,县,部门,丙,http://u:p@a.cn/\n丙,,县,部门,乙,http:///\n`;
    expect(await faultsOf(async () => readOrganisations(await table(text)))).toEqual([
      '名单.csv 第2行“名称”列：没有填写；可接受：单位全称',
      '名单.csv 第3行“层级”列：“区县”不可用；可接受：省、市、县、乡、村',
      '名单.csv 第3行“网站”列：“ftp://a.cn”不是可用的网址；可接受：http:// 或 https:// 开头的网址，没有网站则留空',
      '名单.csv 第4行“名称”列：“民政局”与第3行重复；可接受：每个单位只占一行',
      '名单.csv 第4行“类别”列：“局”不可用；可接受：政府、部门、街镇、园区、村居、单位',
      '名单.csv 第4行“上级”列：“无此单位”不在本表，也不在已有单位中；可接受：本表或已有单位的名称，没有则留空',
      '名单.csv 第4行“网站”列：“www.a.cn”不是可用的网址；可接受：http:// 或 https:// 开头的网址，没有网站则留空',
      '名单.csv 第5行“上级”列：与本单位相同；可接受：上级单位的名称，没有则留空',
      '名单.csv 第5行“网站”列：“javascript:alert(1)”不是可用的网址；可接受：http:// 或 https:// 开头的网址，没有网站则留空',
      '名单.csv 第6行“别名”列：“民政局”也是第3行的名称或别名；可接受：各单位互不相同的别名，用顿号隔开',
      '名单.csv 第6行“网站”列：网址里带有用户名或密码；可接受：http:// 或 https:// 开头的网址，没有网站则留空',
      '名单.csv 第7行“网站”列：“http:///”不是可用的网址；可接受：http:// 或 https:// 开头的网址，没有网站则留空',
      '名单.csv 第6行“上级”列：上级关系成环：乙 → 丙；可接受：自下而上、不成环的上级',
    ]);
  });

  it('names the columns that are missing, and a table without units', async () => {
    expect((await faultsOf(async () => readOrganisations(await table('名称,层级\na,县\n')))).length).toBe(4);
    expect(await faultsOf(async () => readOrganisations(await table(`${head}\n`)))).toEqual([
      '名单.csv：只有表头，没有单位；可接受：每行一个单位',
    ]);
  });

  it('ends a long list of faults with how many more there are', async () => {
    const rows = Array.from({ length: 150 }, (_, i) => `单位${i},,国,部门,,`).join('\n');
    const faults = await faultsOf(async () => readOrganisations(await table(`${head}\n${rows}\n`)));
    expect(faults.length).toBe(101);
    expect(faults.at(-1)).toBe('名单.csv：另有 50 处问题未列出');
  });
});

describe('readLedger', () => {
  const ledgerHead = '单位,标题,发文字号,成文日期,公开属性,不公开理由';

  it('reads dates in every usual form and brackets of every kind', async () => {
    const rows = readLedger(
      await table(
        `${ledgerHead}\n教育局,甲,云政发[2022]1号,2022年9月1日,主动公开,\n教育局,乙,云政发（2022）2号,2022/9/2,主 动 公开,\n` +
          `财政局,丙,无,44805,依申请公开,含个人信息\n教育局,丁,,2022.9.1,不公开,\n水务局,,,,,\n`,
      ),
    );
    expect(rows.map(({ documentNumber, issuedOn, openness }) => [documentNumber, issuedOn, openness])).toEqual([
      ['云政发〔2022〕1号', '2022-09-01', '主动公开'],
      ['云政发〔2022〕2号', '2022-09-02', '主动公开'],
      [null, '2022-09-01', '依申请公开'],
      [null, '2022-09-01', '不予公开'],
    ]);
    expect(rows.map(({ organisation, reason }) => [organisation, reason])).toEqual([
      ['教育局', null],
      ['教育局', null],
      ['财政局', '含个人信息'],
      ['教育局', null],
    ]);
  });

  it('lists every fault', async () => {
    const text = `${ledgerHead}\n,,,2022-02-30,公开,\n林业局,甲,,2027-09-01,不予公开,\n教育局,乙,x,2022-09-01,主动公开,\n教育局,乙,x,2022-09-01,主动公开,\n财政局,乙,x,2022-09-01,主动公开,\n`;
    const checks = {
      today: '2026-06-30',
      organisation: (name: string) => (name === '林业局' ? { what: '没有名为“林业局”的单位', accepted: '别名' } : null),
    };
    expect(
      (await faultsOf(async () => readLedger(await table(text), checks))).map((line) => line.split('；')[0]),
    ).toEqual([
      '名单.csv 第2行“单位”列：没有填写',
      '名单.csv 第2行“标题”列：没有填写',
      '名单.csv 第2行“成文日期”列：“2022-02-30”不可用',
      '名单.csv 第2行“公开属性”列：“公开”不可用',
      '名单.csv 第3行“单位”列：没有名为“林业局”的单位',
      '名单.csv 第3行“成文日期”列：2027-09-01还没有到',
      '名单.csv 第5行“标题”列：与第4行是同一份文件',
    ]);
  });
});
