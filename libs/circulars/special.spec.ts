import { describe, expect, it } from 'vitest';
import { composeCircular } from './compose-circular.js';
import { readDocxParagraphs } from './docx/read-docx-text.js';
import { yunlingSnapshot } from './fixtures/yunling.js';
import type { CircularSnapshot, OverdueNotice, SpecialRule } from './snapshot.js';
import { narrowed } from './special.js';
import { plainText } from './tokens.js';
import { textsOf } from './verify-circular.js';
import { printCircular } from './write-circular.js';

const whole = yunlingSnapshot({ kind: 'special' });
const idOf = (message: string): string => whole.findings.find((one) => one.message.includes(message))!.id;
const notices: OverdueNotice[] = [
  {
    ...{ organisation: '松林乡人民政府', issuedOn: '2022-11-01', dueOn: '2022-11-20', daysOver: 29 },
    left: [idOf('松林乡防汛应急预案'), idOf('没有找到“公开目录”栏目')],
  },
  {
    ...{ organisation: '云岭县自然资源局', issuedOn: '2022-12-01', dueOn: '2022-12-20', daysOver: 7 },
    left: [idOf('云岭县地质灾害防治方案')],
  },
];
const by = (rule: SpecialRule): CircularSnapshot => narrowed(whole, { rule, notices });
const words = (snapshot: CircularSnapshot): string => textsOf(composeCircular(snapshot)).map(plainText).join('\n');
const names = (snapshot: CircularSnapshot): string[] =>
  snapshot.scorecards.map(({ organisation }) => organisation.name);

describe('a special circular', () => {
  it('names the units of a grade and below, and no other', async () => {
    const snapshot = by({ by: 'grade', grade: '合格' });
    expect(names(snapshot).sort()).toEqual(['云岭县市场监督管理局', '松林乡人民政府', '白鹭乡人民政府'].sort());
    const text = words(snapshot);
    expect(text).toContain('关于2022年第四季度政务公开突出问题的专项通报');
    expect(text).toContain('现将等次为合格及以下的单位有关情况专项通报如下：');
    expect(text).toContain(
      '等次为合格及以下的单位共3个：云岭县市场监督管理局、白鹭乡人民政府、松林乡人民政府（附件1）。',
    );
    expect(text).toContain('其中最高69.5分，最低58分；');
    // 12 of the fixture's problems are theirs, one of them is mended.
    expect(text).toContain('上述单位共有问题');
    expect(text).not.toContain('云岭县财政局');
    expect(text).not.toContain('占该项测评单位');
    const { files } = await printCircular(composeCircular(snapshot), null);
    expect((await readDocxParagraphs(files[0]!.bytes)).join()).toContain('附件：1. 通报单位情况表,2. 问题清单');
  });

  it('names the units whose notices are overdue, with how long, and what is left of these notices alone', async () => {
    const snapshot = by({ by: 'overdue' });
    expect(names(snapshot).sort()).toEqual(['云岭县自然资源局', '松林乡人民政府'].sort());
    expect(snapshot.findings).toHaveLength(3);
    expect(words(snapshot)).toContain('逾期的整改通知2件，所列问题尚有3条没有确认整改，最长逾期29个工作日（附件2）。');
    const { annex } = composeCircular(snapshot);
    expect(annex.map(({ id }) => id)).toEqual(['ranking', 'notices', 'findings']);
    expect(annex[1]!.rows[0]).toMatchObject({
      organisation: '松林乡人民政府',
      due: '2022年11月20日',
      over: 29,
      left: 2,
    });
    await printCircular(composeCircular(snapshot), null);
  });

  it('names the units with problems of one indicator, and these problems alone', () => {
    const snapshot = by({ by: 'indicator', indicator: 'published-in-time' });
    expect(new Set(snapshot.findings.map(({ indicator }) => indicator))).toEqual(new Set(['published-in-time']));
    expect(words(snapshot)).toContain('有“存在超期上网的文件”一类问题的单位共3个');
  });

  it.each([
    [{ by: 'grade', grade: '丙' }, '方案没有“丙”等次'],
    [{ by: 'indicator', indicator: 'x' }, '没有指标“x”'],
    [{ by: 'indicator', indicator: 'annual-report-absent' }, '没有指标'],
  ] as [SpecialRule, string][])('is refused for %j', (rule, why) => {
    expect(() => by(rule)).toThrow(why);
  });

  it('is not written where the rule chooses nobody', () => {
    expect(() => narrowed(whole, { rule: { by: 'overdue' }, notices: [] })).toThrow('没有整改逾期的单位，不用通报');
  });
});
