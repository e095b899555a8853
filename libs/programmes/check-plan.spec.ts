import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkProgramme } from './check-programme.js';
import { programmesCoverageMarkdown } from './coverage-markdown.js';
import { evidenceFormsMarkdown } from './evidence-forms-markdown.js';
import { knownElementSets } from './element-sets.js';
import { loadProgramme, readProgramme } from './load-programme.js';
import { formFields } from './model.js';
import { findPilotField, pilotFields } from './pilot-fields.js';
import { planFiles } from './plan-files.js';

const read = (file: string) => readFileSync(new URL(`./plans/${file}`, import.meta.url), 'utf8');
const plans = Object.fromEntries(planFiles.map(({ id, file }) => [id, loadProgramme(read(file), file)]));

/** What is said of a built-in plan after one wording in it was exchanged. */
function faultsOf(file: string, good: string, bad: string): string[] {
  const yaml = read(file);
  expect(yaml).toContain(good);
  const { programme, place } = readProgramme(yaml.replace(good, bad), '方案.yaml');
  const known = [...new Set(programme.requirements.flatMap(({ indicators }) => indicators))].map((id) => ({ id }));
  return checkProgramme(programme, known, place).map(({ where, what }) => `${where}：${what}`);
}

const lineIn = (file: string, needle: string) => read(file).slice(0, read(file).indexOf(needle)).split('\n').length;

describe('parts that do not hang together are named by file, line and field', () => {
  it.each<[string, string, string, string, string]>([
    [
      'a unit that nobody declared',
      'qingdao-2020.yaml',
      'responsible: [市政府办公厅]\n    due: 2020年',
      'responsible: [市政府某办]\n    due: 2020年',
      'requirements[12].responsible[0]（要求 QD-13）：单位“市政府某办”不在 organisations 或 groups 中',
    ],
    [
      'a form that nobody decides',
      'qingdao-2020.yaml',
      '标准体系建设情况总结]\n      decidedBy: 市政府办公厅',
      '标准体系建设情况总结]\n      decidedBy: 有人',
      'requirements[8].form.decidedBy（佐证 QD-09-F）：单位“有人”不在 organisations 或 groups 中',
    ],
    [
      'a group as a single unit',
      'luozhuang-2020.yaml',
      'organisations: [盛庄街道办事处, 褚墩镇政府]',
      'organisations: [各街镇]',
      'demonstrationPoints[0].organisations[0]（试点街镇）：单位“各街镇”不在 organisations 中',
    ],
    [
      'a lead that nobody declared',
      'luozhuang-2020.yaml',
      'lead: [区司法局]',
      'lead: [区司法处]',
      'fields.rows[15].lead[0]（领域 legal-service）：单位“区司法处”不在 organisations 或 groups 中',
    ],
    [
      'a field twice',
      'tengzhou-2017.yaml',
      'id: taxation',
      'id: employment',
      'fields.rows[4].id（领域 employment）：编号重复',
    ],
    [
      'an unknown set of elements',
      'tengzhou-2017.yaml',
      'uses: elements-14',
      'uses: elements-15',
      'catalogue.uses（目录要素）：要素集“elements-15”不存在',
    ],
    [
      'stages that end in the wrong order',
      'tengzhou-2017.yaml',
      'dueText: 2018年4月底前 }\n',
      'dueText: 2018年10月底前 }\n',
      'stages[5].dueText（阶段 推进信息发布）：2018-09-30结束，早于上一阶段“完善公开平台”的2018-10-31',
    ],
    [
      'stages that overlap without a word',
      'xulaijie-2022.yaml',
      'dueText: 2022年10月, conflict: XLC-02',
      'dueText: 2022年10月',
      'stages[1].startText（阶段 工作推进阶段）：2022-09-01开始，而上一阶段“方案制定阶段”2022-10-31才结束',
    ],
    [
      'a task before its stage',
      'xulaijie-2022.yaml',
      '    proof: 目录调整前后的对照\n    conflict: XLC-02',
      '    proof: 目录调整前后的对照',
      'tasks[6].dueText（任务 XLT-07）：2022-06-30到期，早于所在阶段“工作推进阶段”开始的2022-09-01',
    ],
    [
      'two numbers for one year',
      'xulaijie-2022.yaml',
      "value: '90', unit: ％, fromYear: 2022, conflict: XLC-01",
      "value: '90', unit: ％, fromYear: 2022",
      'requirements[10].thresholds[1]（要求 XL-11）：“多样化方式解读量”同一年份有两个数值：70和90',
    ],
    [
      'a conflict of a clause that is not there',
      'xulaijie-2022.yaml',
      'clauses: [方案二(二)1]',
      'clauses: [方案三(二)1]',
      'conflicts[8].clauses[0]（矛盾 XLC-09）：方案中没有引用条款“三(二)1”的要求或阶段',
    ],
    [
      'a conflict of a requirement that is not there',
      'xulaijie-2022.yaml',
      'requirements: [XL-07]',
      'requirements: [XL-77]',
      'conflicts[8].requirements[0]（矛盾 XLC-09）：所涉要求“XL-77”不存在',
    ],
    [
      'a list that is not there',
      'pingliang-2020.yaml',
      'lists: [request-steps]',
      'lists: [request-stairs]',
      'requirements[4].lists[0]（要求 PL-05）：清单“request-stairs”不存在',
    ],
    [
      'a last day before the target',
      'luozhuang-2020.yaml',
      'hardDue: 2020年12月底前',
      'hardDue: 2020年8月底前',
      'requirements[0].hardDue（要求 LZ-01）：最后期限2020-08-31不晚于目标期限2020-09-30',
    ],
    [
      'a decision without a form',
      'national.yaml',
      [
        '    form:',
        '      id: NAT-19-F',
        '      upload: [抽查文件的公开属性认定记录]',
        '      decidedBy: 政府信息公开工作主管部门',
        '      fields:',
        '        - { label: 抽查文件的公开属性认定记录, kind: table, columns: [文件标题, 公开属性, 认定依据] }',
        '',
      ].join('\n'),
      '    evidence: 认定记录\n',
      'requirements[2].check（要求 NAT-19）：由人工认定，却没有佐证表单',
    ],
    [
      'a piece of a form that stands twice',
      'pingliang-2020.yaml',
      '{ label: 联络员, kind: person }',
      '{ label: 负责同志, kind: person }',
      'requirements[12].form.fields[1]（要求 PL-13）：“负责同志”写了两次',
    ],
    [
      'a number asked of what is none',
      'xulaijie-2022.yaml',
      "{ label: 政务公开分值权重, kind: percentage, atLeast: '4' }",
      "{ label: 政务公开分值权重, kind: text, atLeast: '4' }",
      'requirements[5].form.fields[0]（要求 XL-06）：“政务公开分值权重”不是数，不能写 atLeast',
    ],
    [
      'columns of what is no table',
      'pingliang-2020.yaml',
      '{ label: 政务新媒体账号备案清单, kind: table,',
      '{ label: 政务新媒体账号备案清单, kind: file,',
      'requirements[7].form.fields[0]（要求 PL-08）：“政务新媒体账号备案清单”不是表格，不能写 columns',
    ],
    [
      'a name that ended before it began',
      'tengzhou-2017.yaml',
      'name: 市编办,',
      "name: 市编办, validFrom: '2019-01-01', validTo: '2018-01-01',",
      'organisations[7].validTo（单位 市编办）：有效期止于2018-01-01，早于开始的2019-01-01',
    ],
  ])('%s', (_, file, good, bad, message) => {
    const [first, ...others] = faultsOf(file, good, bad);
    const [before] = /^方案\.yaml 第\d+行 /.exec(first ?? '') ?? [''];
    expect(first?.slice(before.length)).toBe(message);
    // Where whole lines are exchanged, the fault may stand on another one.
    if (!good.includes('\n')) expect(before).toBe(`方案.yaml 第${lineIn(file, good)}行 `);
    expect(others).toEqual([]);
  });

  it('a pilot field that does not exist is answered with those that do', () => {
    expect(() => readProgramme(read('tengzhou-2017.yaml').replace('id: taxation', 'id: taxes'), '方案.yaml')).toThrow(
      /方案\.yaml 第\d+行 fields\.rows\[4\]\.id：值不在范围内；可接受：major-projects、/,
    );
  });
});

describe('the plans as wholes', () => {
  it.each([
    ['qingdao-2020', 'QD', 13],
    ['tengzhou-2017', 'TZ', 18],
    ['xulaijie-2022', 'XL', 19],
    ['pingliang-2020', 'PL', 16],
    ['luozhuang-2020', 'LZ', 22],
  ])('%s has all its requirements, each bound', (id, prefix, count) => {
    const own = plans[id]!.requirements.filter((one) => one.id.startsWith(`${prefix}-`));
    const numbers = Array.from({ length: count }, (_, index) => `${prefix}-${String(index + 1).padStart(2, '0')}`);
    expect(own.map((one) => one.id)).toEqual(numbers);
    expect(own.filter((one) => one.indicators.length === 0 && !one.form)).toEqual([]);
  });

  it('names the fields, points, stages and rows that the plans count', () => {
    const counts = Object.entries(plans).map(([id, plan]) => [
      id,
      plan.fields?.rows.length,
      plan.demonstrationPoints?.flatMap(({ organisations }) => organisations).length ?? 0,
      plan.stages?.length ?? 0,
      plan.tasks.length,
    ]);
    expect(counts).toEqual([
      ['pingliang-2020', 26, 2, 0, 13],
      ['luozhuang-2020', 26, 2, 4, 12],
      ['qingdao-2020', 26, 20, 3, 9],
      ['tengzhou-2017', 5, 5, 7, 22],
      ['xulaijie-2022', 26, 0, 4, 11],
      ['national', 26, 0, 0, 3],
    ]);
  });

  it('knows each field by every name that a plan gives it', () => {
    for (const plan of Object.values(plans)) {
      for (const { id, name } of plan.fields?.rows ?? []) expect(findPilotField(name ?? '')?.id ?? id).toBe(id);
    }
    expect(pilotFields).toHaveLength(26);
    expect(findPilotField('医疗卫生领域')?.id).toBe('health');
    expect(findPilotField('广播电视')).toBeUndefined();
  });

  it('has sets of 6, 8, 10 and 14 elements with closed lists of values', () => {
    expect(knownElementSets.map(({ elements }) => elements.length)).toEqual([6, 8, 10, 14]);
    const of = (name: string) => knownElementSets.at(-1)?.elements.find((element) => element.name === name);
    expect(of('公开状态')?.values).toHaveLength(5);
    expect(of('事项类型')?.values).toHaveLength(17);
    expect(of('事项内容')?.parts).toHaveLength(11);
  });

  it('gives stages their days and the rule by which they were taken', () => {
    expect(plans['xulaijie-2022']?.stages?.map(({ startOn, dueOn }) => `${startOn}..${dueOn}`)).toEqual([
      'null..2022-10-31',
      '2022-09-01..2022-10-31',
      'null..2022-10-31',
      'null..2022-12-31',
    ]);
    expect(plans['tengzhou-2017']?.stages?.[4]?.dueRule).toBe('“底”取当月最后一日');
  });

  it('names no field of a form as evidence twice, and shows what to hand in', () => {
    const form = plans['tengzhou-2017']?.requirements.find(({ id }) => id === 'TZ-12');
    expect(form?.evidence).toBe('实施方案、备案回执');
  });
});

describe('forms', () => {
  const formed = Object.values(plans).flatMap(({ requirements }) =>
    requirements.flatMap((one) => (one.form ? [{ id: one.id, form: one.form, fields: formFields(one.form) }] : [])),
  );
  const kindsOf = (id: string) => formed.find((one) => one.id === id)?.fields.map(({ kind }) => kind);

  it('are there for every requirement that people decide on, piece by piece', () => {
    for (const { id, requirements } of Object.values(plans)) {
      const decided = requirements.filter(({ check }) => check === 'evidence' || check === 'judgement');
      expect([id, decided.filter(({ form }) => !form?.fields).map((one) => one.id)]).toEqual([id, []]);
    }
    // Something is shown, not only said; and something must be handed in.
    const shows = ['material', 'file', 'photographs', 'table', 'address'];
    const bare = formed.filter(({ fields }) => !fields.some(({ kind, optional }) => shows.includes(kind) && !optional));
    expect(bare.map(({ id }) => id)).toEqual(['NAT-21']);
  });

  it('ask for what the plans say', () => {
    expect(kindsOf('PL-14')).toEqual(['date', 'number', 'file', 'file']);
    expect(kindsOf('PL-13')).toEqual(['person', 'person', 'date', 'file']);
    expect(kindsOf('PL-09')).toEqual(['text', 'photographs', 'text']);
    expect(formed.find(({ id }) => id === 'XL-06')?.fields[0]).toMatchObject({ kind: 'percentage', atLeast: '4' });
    expect(formed.find(({ id }) => id === 'NAT-33')?.fields[0]?.columns).toContain('答复日期');
  });

  it('written with plain labels take words or files', () => {
    expect(formFields({ id: 'F', upload: ['甲', '乙'], decidedBy: '某办' })).toEqual([
      { label: '甲', kind: 'material' },
      { label: '乙', kind: 'material' },
    ]);
  });

  it('stand in the generated table, every requirement once', () => {
    const markdown = evidenceFormsMarkdown(Object.values(plans));
    for (const { id } of formed) expect([id, markdown.split(`| ${id} |`).length]).toEqual([id, 2]);
    expect(markdown).not.toContain('**没有表单**');
  });
});

describe('the coverage page', () => {
  const row = (markdown: string, id: string) => markdown.split('\n').find((line) => line.startsWith(`| [${id}]`));

  it('binds every requirement of every plan', () => {
    const markdown = programmesCoverageMarkdown(Object.values(plans), (id) => `（${id}）`);
    expect(markdown).not.toContain('**未绑定**');
    expect(row(markdown, 'tengzhou-2017')?.split(' | ').slice(2)).toEqual([
      '24',
      '12',
      '1',
      '10',
      '1',
      '0',
      '22',
      '7',
      '5/26',
      '5',
      '9 |',
    ]);
    expect(markdown).toContain(
      '| TZ-12 | 四(一) | 制定具体实施方案，报省政府办公厅备案。 | 提交佐证 | 2017年10月底前 | 佐证 `TZ-12-F` 实施方案、备案回执（由省政府办公厅认定） |',
    );
  });

  it('shows one that is bound to nothing', () => {
    const plan = structuredClone(plans['qingdao-2020']!);
    Object.assign(plan.requirements[3]!, { indicators: [], evidence: null });
    const markdown = programmesCoverageMarkdown([plan], () => undefined);
    expect(markdown).toContain('| QD-04 |');
    expect(markdown).toContain('**未绑定** |');
    expect(row(markdown, 'qingdao-2020')?.split(' | ')[7]).toBe('1');
  });
});
