import { describe, expect, it } from 'vitest';
import { parsePeriod } from '#calendar';
import { BadInput } from '#kernel';
import { composeCircular } from './compose-circular.js';
import { yunlingSnapshot } from './fixtures/yunling.js';
import type { CircularSnapshot } from './snapshot.js';
import { plainText } from './tokens.js';
import { CircularMismatch, textsOf, verifyCircular } from './verify-circular.js';

const wordsOf = (changes?: Partial<CircularSnapshot>): string[] =>
  textsOf(composeCircular(yunlingSnapshot(changes))).map(plainText);

describe('quarterly circular', () => {
  const words = wordsOf();
  const text = words.join('\n');

  it('has the skeleton of real circulars', () => {
    expect(words[0]).toBe('云岭县人民政府办公室关于2022年第四季度政务公开工作情况的通报');
    expect(words[1]).toBe('各乡镇人民政府、街道办事处，县政府各部门：');
    expect(words[2]).toMatch(/^按照《.*》（云政办发〔2020〕70号）要求，.*现将有关情况通报如下：$/);
    expect(words.filter((line) => /^[一二三]、/.test(line))).toEqual([
      '一、总体情况',
      '二、存在的主要问题',
      '三、下一步工作要求',
    ]);
  });

  it('computes the figures from the annexes', () => {
    expect(text).toContain('列入测评的单位13个、网站13个，已完成测评的网站12个；得出评分的单位12个');
    expect(text).toContain(
      '平均得分81.1分，最高96.25分，最低58分（附件1）。其中，优秀4个、良好5个、合格2个、不合格1个。',
    );
    expect(text).toContain('两期均有评分的11个单位，平均得分较2022年第三季度提高0.32分');
    expect(text).toContain('共测评72项次，合格54项次，合格率75%');
    expect(text).toContain('问题20条，涉及9个单位，其中新发现13条、仍存在5条、又出现2条');
  });

  it('words shares by their size and names units with examples', () => {
    expect(text).toContain('（一）政策解读形式单一。多数单位存在此类问题，涉及7个单位、7条问题，占该项测评单位的58.3%');
    expect(text).toContain('（二）存在超期上网的文件。部分单位存在此类问题，涉及3个单位、4条问题，占该项测评单位的25%');
    expect(text).toContain('（四）政府信息公开年度报告不完整。个别单位存在此类问题，涉及1个单位');
    expect(text).toContain('超期11个工作日（又出现）；');
    expect(text).toContain('此外，还发现其他问题1条，涉及1个单位，详见附件2。');
  });

  it('says what was not measured, and blames nobody for it', () => {
    expect(text).toContain(
      '云岭县综合行政执法局因网站无法访问等原因未能测评，不计分、不排名，不视为合格，也不视为存在问题',
    );
    expect(text.split('云岭县综合行政执法局').length).toBe(2);
    expect(text).not.toContain('校车安全');
  });

  it('sets the deadline from the date of the circular', () => {
    expect(text).toContain('于2023年1月20日前将整改情况书面报送县政府办公室政务公开股');
  });

  it('is the same for the same snapshot', () => {
    expect(composeCircular(yunlingSnapshot())).toEqual(composeCircular(yunlingSnapshot()));
  });
});

describe('other kinds', () => {
  it('monthly is short', () => {
    const words = wordsOf({ kind: 'monthly', period: parsePeriod('2022-12') });
    expect(words[0]).toContain('2022年12月政务公开工作情况的通报');
    expect(words.filter((line) => /^（/.test(line)).length).toBe(3);
  });

  it('weekly tells tasks and open problems by unit', () => {
    const text = wordsOf({ kind: 'weekly', period: parsePeriod('2022-W51') }).join('\n');
    expect(text).toContain(
      '列入调度的任务共6项，其中按时完成1项、逾期完成1项、逾期未完成2项、未到期1项、未能核实1项（附件1）',
    );
    expect(text).toContain('云岭县市场监督管理局4条、松林乡人民政府4条');
    // Without a page to show for it the responsible units are not named.
    expect(text).toContain('统一县乡村三级相同事项的公开标准（县政府办公室、县直有关部门，时限2022年10月底前）');
    expect(text).toContain('开展政策解读多样化试点（时限2022年12月20日前）');
  });

  it('annual lists the units of each grade', () => {
    const words = wordsOf({ kind: 'annual', period: parsePeriod('2022') });
    expect(words[0]).toBe('云岭县人民政府办公室关于2022年度政务公开工作测评情况的通报');
    expect(words.join('\n')).toContain('不合格等次的单位有云岭县市场监督管理局。');
  });
});

describe('thin snapshots', () => {
  it('no problems, no deadline', () => {
    const text = wordsOf({ findings: [], scorecards: yunlingSnapshot().scorecards.slice(0, 2) }).join('\n');
    expect(text).toContain('在能够测评的范围内未发现问题');
    expect(text).not.toContain('限期整改');
    expect(text).toContain('（一）全面开展自查');
  });

  it('nothing measured, nothing praised or blamed', () => {
    const scorecards = yunlingSnapshot().scorecards.filter((card) => card.score === null);
    const text = wordsOf({ findings: [], scorecards }).join('\n');
    expect(text).toContain('列入测评的单位1个、网站1个，未能完成测评；没有得出评分的单位。');
    expect(text).toContain('各单位均未能测评，有无问题不作认定。');
    expect(text).not.toMatch(/平均得分|较好|合格率\d/);
  });

  const { scorecards, findings, tasks } = yunlingSnapshot();
  const ofUnits = (...names: string[]) => ({
    scorecards: scorecards.filter(({ organisation }) => names.includes(organisation.name)),
    findings: findings.filter(({ organisation }) =>
      scorecards.some((card) => card.organisation.id === organisation && names.includes(card.organisation.name)),
    ),
  });

  it('one unit is told by its name, without a mean, a range or a share of units', () => {
    const text = wordsOf(ofUnits('云岭县自然资源局')).join('\n');
    expect(text).toContain(
      '云岭县自然资源局得分72分，等次为良好（附件1）。云岭县自然资源局得分较2022年第三季度下降3分。',
    );
    expect(text).not.toMatch(/平均|最高|(?:个别|部分|多数|全部)单位|占该项测评单位/);
  });

  it('what is of one kind is said so at once', () => {
    const text = wordsOf(ofUnits('云岭县教育局', '清溪镇人民政府')).join('\n');
    expect(text).toContain('等次均为优秀。');
    expect(text).toContain('本期共有问题1条，涉及1个单位，为新发现（附件2）');
    const upcoming = tasks.filter(({ state }) => state === 'overdue');
    expect(wordsOf({ kind: 'weekly', tasks: upcoming }).join('\n')).toContain(
      '列入调度的任务共2项，均逾期未完成（附件1）',
    );
  });

  it('one unit of several is 个别, all of several are 全部', () => {
    const three = wordsOf(ofUnits('云岭县财政局', '云岭县教育局', '云岭县民政局')).join('\n');
    expect(three).toContain('个别单位存在此类问题，涉及1个单位、1条问题，占该项测评单位的33.3%');
    const two = wordsOf(ofUnits('云岭县民政局', '云岭县卫生健康局')).join('\n');
    expect(two).toContain('全部单位存在此类问题，涉及2个单位、2条问题，占该项测评单位的100%');
  });

  it('no previous period, no comparison; no tasks, said so', () => {
    expect(wordsOf({ previousPeriod: undefined, previousScorecards: undefined }).join('')).not.toContain('两期');
    expect(wordsOf({ kind: 'weekly', tasks: [] }).join('')).toContain('没有列入调度的任务');
  });
});

describe('what may not be published', () => {
  const refusal = (changes: Partial<CircularSnapshot>): string => {
    try {
      composeCircular(yunlingSnapshot(changes));
    } catch (error) {
      expect(error).toBeInstanceOf(BadInput);
      return (error as BadInput).message;
    }
    return '';
  };

  it('a result that is an error of the program', () => {
    const [first, ...others] = yunlingSnapshot().scorecards;
    const [result, ...results] = first!.results;
    const broken = { ...first!, results: [{ ...result!, outcome: 'error' as const }, ...results] };
    expect(refusal({ scorecards: [broken, ...others] })).toContain('测评程序出错，结果不能发布');
  });

  it('a problem without evidence, or of a unit that was not assessed', () => {
    const [first] = yunlingSnapshot().findings;
    const evidence = { capture: '', url: '', marks: [] };
    expect(refusal({ findings: [{ ...first!, evidence }] })).toContain('没有取证，不能通报');
    expect(refusal({ findings: [{ ...first!, organisation: '无此单位' }] })).toContain('不在本次测评之列');
  });

  it('a template that does not exist', () => {
    expect(refusal({ template: 'quarterly-v9' })).toContain('没有“quarterly-v9”');
  });
});

describe('verifyCircular', () => {
  const mismatches = (change: (model: ReturnType<typeof composeCircular>) => void): string => {
    const model = structuredClone(composeCircular(yunlingSnapshot()));
    change(model);
    try {
      verifyCircular(model);
    } catch (error) {
      expect(error).toBeInstanceOf(CircularMismatch);
      return (error as CircularMismatch).message;
    }
    return '';
  };

  it('passes every kind', () => {
    for (const [kind, period] of [
      ['weekly', '2022-W51'],
      ['monthly', '2022-12'],
      ['quarterly', '2022Q4'],
      ['annual', '2022'],
    ] as const) {
      verifyCircular(composeCircular(yunlingSnapshot({ kind, period: parsePeriod(period) })));
    }
  });

  it('finds every number that no longer follows from the annex', () => {
    // The slip of a published circular: 126 of 134 is not 94.3 %.
    const message = mismatches((model) => {
      const row = model.annex.find((table) => table.id === 'indicators')!.rows[0]!;
      row['pass'] = Number(row['pass']) - 1;
      row['fail'] = Number(row['fail']) + 1;
    });
    expect(message).toContain('“54”应为“53”');
    expect(message).toContain('“75%”应为“73.6%”');
  });

  it('finds digits that are no figures, in every script', () => {
    for (const words of ['共3个', '共３个', '第①条', '百分之五']) {
      const message = mismatches((model) => model.blocks.push({ kind: 'paragraph', runs: [words] }));
      expect(message).toContain(`“${words}”中有未经核算的数字`);
    }
  });

  it('finds a changed quotation, a foreign date and a changed document number', () => {
    const paragraph = (run: Parameters<typeof plainText>[0][number]) => ({ kind: 'paragraph' as const, runs: [run] });
    expect(
      mismatches((model) =>
        model.blocks.push(paragraph({ kind: 'quote', text: '无此单位', table: 'findings', column: 'organisation' })),
      ),
    ).toContain('“无此单位”应为“（附件中没有）”');
    expect(
      mismatches((model) =>
        model.blocks.push(paragraph({ kind: 'date', text: '2023年2月1日', day: '2023-02-01', style: 'full' })),
      ),
    ).toContain('2023年2月1日');
    expect(
      mismatches((model) => model.blocks.push(paragraph({ kind: 'given', text: '第9号', name: 'basis' }))),
    ).toContain('“第9号”');
  });

  it('finds annexes that contradict each other, and problems without evidence', () => {
    expect(mismatches((model) => model.annex.find((table) => table.id === 'findings')!.rows.pop())).toContain(
      '问题清单',
    );
    expect(
      mismatches((model) => (model.annex.find((table) => table.id === 'findings')!.rows[0]!['capture'] = null)),
    ).toContain('没有取证');
  });
});
