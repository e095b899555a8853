import { describe, expect, it } from 'vitest';
import { BadInput } from '#kernel';
import { platformNames, platformOf } from './platforms.js';
import { readAccounts } from './read-accounts.js';
import { readTable } from './read-table.js';

const table = (...lines: string[]) => readTable(new TextEncoder().encode(lines.join('\n')), '账号.csv');
const head = '单位,平台,账号名称,账号标识,状态,开设日期,注销日期,备注';
const checks = {
  today: '2026-06-30',
  organisation: (name: string) => (name === '水利局' ? { what: '没有名为“水利局”的单位', accepted: '别名' } : null),
};

async function faultsOf(...lines: string[]): Promise<string[]> {
  const error: unknown = await table(...lines)
    .then((read) => readAccounts(read, checks))
    .then(
      () => null,
      (reason: unknown) => reason,
    );
  expect(error).toBeInstanceOf(BadInput);
  return (error as BadInput).message.split('\n');
}

describe('readAccounts', () => {
  it('reads platforms, states, days and identifiers as people write them', async () => {
    const rows = readAccounts(
      await table(
        '政务新媒体账号备案清单,,,,,,,',
        '主办单位,平台名称,名称,微信号,网址,账号状态,开通时间,关停时间',
        '教育局,微信,云岭教育,@YunLingJiaoYu,,正常,2019年5月1日,',
        '教育局,新浪微博,云岭教育发布,,https://www.weibo.example/Yl/,停止更新,43586,',
        '水务局,微信公众号（服务号）,云岭水务,/,,,2019/5/1,2022.3.1',
        '水务局,其他：云岭号,水务,无,,在用,,',
        '林业局,,,,,,,',
      ),
      checks,
    );
    expect(rows.map(({ line, organisation, platform }) => [line, organisation, platform])).toEqual([
      [3, '教育局', '微信公众号'],
      [4, '教育局', '微博'],
      [5, '水务局', '微信公众号'],
      [6, '水务局', '云岭号'],
    ]);
    expect(rows.map(({ account }) => account)).toEqual([
      { name: '云岭教育', id: 'yunlingjiaoyu', kind: null, state: '在用', openedOn: '2019-05-01', closedOn: null },
      {
        name: '云岭教育发布',
        id: '//weibo.example/Yl',
        kind: null,
        state: '停更',
        openedOn: '2019-05-01',
        closedOn: null,
      },
      { name: '云岭水务', id: null, kind: '服务号', state: '已注销', openedOn: '2019-05-01', closedOn: '2022-03-01' },
      { name: '水务', id: null, kind: null, state: '在用', openedOn: null, closedOn: null },
    ]);
  });

  it('takes “无” for a unit without accounts, or without one on the platform', async () => {
    const rows = readAccounts(
      await table(head, '教育局,无,,,,,,', '水务局,,无,,,,,', '林业局,微博,未开设,,,,,', '财政局,无账号,—,,,,,'),
    );
    expect(rows.map(({ organisation, platform, account }) => [organisation, platform, account])).toEqual([
      ['教育局', null, null],
      ['水务局', null, null],
      ['林业局', '微博', null],
      ['财政局', null, null],
    ]);
  });

  it('counts an account once however often it is listed', async () => {
    const rows = readAccounts(
      await table(
        head,
        '教育局,微信,甲,a1,在用,,,',
        '教育局,公众号,甲（原乙）,A1,正常,,,',
        '教育局,抖音,甲,a1,在用,,,',
      ),
    );
    expect(rows.map(({ line }) => line)).toEqual([2, 4]);
  });

  it('lists every fault by row and column', async () => {
    const faults = await faultsOf(
      head,
      '水利局,飞信,,,有效,昨天,,',
      '教育局,微信,甲,a1,在用,2020-05-01,2019-05-01,',
      '教育局,微信,乙,a2,,,,',
      '教育局,微信,丙,a3,在用,2027-01-01,,',
      '财政局,微信,丁,b1,在用,,,',
      '财政局,微信,丁,b1,已注销,,,',
      '财政局,无,,,,,,',
      '林业局,无,林业,,,,,',
      '水务局,微博,水务,,在用,,,',
      '水务局,微博,无,,,,,',
    );
    expect(faults.map((fault) => fault.split('；')[0])).toEqual([
      '账号.csv 第2行“单位”列：没有名为“水利局”的单位',
      '账号.csv 第2行“平台”列：“飞信”不可用',
      '账号.csv 第2行“账号名称”列：没有填写',
      '账号.csv 第2行“开设日期”列：“昨天”不可用',
      '账号.csv 第2行“状态”列：“有效”不可用',
      '账号.csv 第3行“注销日期”列：2019-05-01早于开设的2020-05-01',
      '账号.csv 第3行“状态”列：写着在用，却有注销日期2019-05-01',
      '账号.csv 第4行“状态”列：没有填写',
      '账号.csv 第5行“开设日期”列：2027-01-01还没有到',
      '账号.csv 第9行“平台”列：写着没有账号，却填了账号“林业”',
      '账号.csv 第7行“状态”列：与第6行是同一个账号，状态或日期却不同',
      '账号.csv 第8行“平台”列：写着没有账号，第6行却有没注销的账号',
      '账号.csv 第11行“平台”列：写着没有账号，第10行却有没注销的账号',
    ]);
    for (const name of platformNames) expect(faults[1]).toContain(name);
  });

  it('names columns that are missing, a table without accounts, and more accounts than a unit has', async () => {
    expect(await faultsOf('单位,平台,账号名称', '教育局,微信,甲')).toEqual([
      expect.stringContaining('表头缺少“状态”列') as string,
    ]);
    expect(await faultsOf(head, '教育局,,,,,,,')).toEqual([expect.stringContaining('没有填写任何账号') as string]);
    const many = Array.from({ length: 120 }, (_, n) => `教育局,微信,甲${n},a${n},已注销,,,`);
    expect(await faultsOf(head, ...many)).toEqual([expect.stringContaining('第102行“平台”列') as string]);
  });
});

describe('platformOf', () => {
  it.each([
    ['微信', '微信公众号', null],
    [' 公众号（订阅号）', '微信公众号', '订阅号'],
    ['服务号', '微信公众号', '服务号'],
    ['ＡＰＰ', '移动客户端', null],
    ['其他：头条', '今日头条', null],
    ['其它（云岭号）', '云岭号', null],
  ])('%s is %s', (word, name, kind) => {
    expect(platformOf(word)).toEqual({ name, kind });
  });

  it.each(['', '网站', '其他', `其他：${'长'.repeat(21)}`, '('.repeat(100_000)])('knows no other', (word) => {
    expect(platformOf(word)).toBeNull();
  });
});
