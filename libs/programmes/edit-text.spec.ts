import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { editPlanText, type PlanEdit } from './edit-text.js';
import { planFiles } from './plan-files.js';

const text = (id: string) => readFileSync(new URL(`./plans/${id}.yaml`, import.meta.url), 'utf8');

const written = `# 县里的方案
id: yunling # 不与别的重复
rubric:
  total: '100'   # 满分
  floor: 0.6
  groups:
    # 甲组
    - id: open
      points: "70"
      rule: { kind: perFinding, each: '5' } # 每条
      empty: {}
      none:
      # 组里的话
      items:
        - id: a
          points: 5
  note: |
    两行
    说明
organisations:
  - { name: 县政府, aliases: [人民政府, '县 府'], level: 县 }
  - name: 县教育局
    aliases:
      - 教育局
      - "教体局"
    level: 县
`;

/** Lines that are there on one side only. */
function changedLines(before: string, after: string): { gone: string[]; come: string[] } {
  const [was, is] = [before.split('\n'), after.split('\n')];
  return { gone: was.filter((line) => !is.includes(line)), come: is.filter((line) => !was.includes(line)) };
}

describe('the text of a plan', () => {
  it.each<[string, PlanEdit, string[], string[]]>([
    [
      'keeps its quotes and the comment on the line',
      { path: ['rubric', 'total'], value: '120' },
      ["  total: '100'   # 满分"],
      ["  total: '120'   # 满分"],
    ],
    ['keeps a bare number', { path: ['rubric', 'floor'], value: '0.7' }, ['  floor: 0.6'], ["  floor: '0.7'"]],
    ['takes a number', { path: ['rubric', 'floor'], value: 0.7 }, ['  floor: 0.6'], ['  floor: 0.7']],
    [
      'keeps double quotes',
      { path: ['rubric', 'groups', 0, 'points'], value: '65.5' },
      ['      points: "70"'],
      ['      points: "65.5"'],
    ],
    [
      'changes a value in braces',
      { path: ['rubric', 'groups', 0, 'rule', 'each'], value: '2' },
      ["      rule: { kind: perFinding, each: '5' } # 每条"],
      ["      rule: { kind: perFinding, each: '2' } # 每条"],
    ],
    [
      'adds a field in braces',
      { path: ['rubric', 'groups', 0, 'rule', 'cap'], value: '9' },
      ["      rule: { kind: perFinding, each: '5' } # 每条"],
      ["      rule: { kind: perFinding, each: '5', cap: '9' } # 每条"],
    ],
    [
      'adds a field to empty braces',
      { path: ['rubric', 'groups', 0, 'empty', 'workdays'], value: 20 },
      ['      empty: {}'],
      ['      empty: { workdays: 20 }'],
    ],
    [
      'fills what stands empty',
      { path: ['rubric', 'groups', 0, 'none'], value: 3 },
      ['      none:'],
      ['      none: 3'],
    ],
    [
      'takes a field out of braces',
      { path: ['rubric', 'groups', 0, 'rule', 'kind'], value: undefined },
      ["      rule: { kind: perFinding, each: '5' } # 每条"],
      ["      rule: { each: '5' } # 每条"],
    ],
    [
      'adds a line to what stands in lines',
      { path: ['rubric', 'groups', 0, 'items', 0, 'minimum'], value: 3 },
      [],
      ['          minimum: 3'],
    ],
    [
      'takes a line out',
      { path: ['rubric', 'groups', 0, 'items', 0, 'points'], value: undefined },
      ['          points: 5'],
      [],
    ],
    [
      'adds a part at the end',
      { path: ['casework', 'appealWorkdays'], value: 7 },
      [],
      ['casework: { appealWorkdays: 7 }'],
    ],
    [
      'changes a list in brackets, keeping what stays as it was written',
      { path: ['organisations', 0, 'aliases'], value: ['县 府', '县政府本级'] },
      ["  - { name: 县政府, aliases: [人民政府, '县 府'], level: 县 }"],
      ["  - { name: 县政府, aliases: ['县 府', 县政府本级], level: 县 }"],
    ],
    [
      'changes a list in lines',
      { path: ['organisations', 1, 'aliases'], value: ['教体局', '县教体局'] },
      ['      - 教育局'],
      ['      - 县教体局'],
    ],
    [
      'quotes what would mean something else',
      { path: ['id'], value: 'a: b # c' },
      ['id: yunling # 不与别的重复'],
      ["id: 'a: b # c' # 不与别的重复"],
    ],
    [
      'quotes what looks like a number',
      { path: ['id'], value: '2020' },
      ['id: yunling # 不与别的重复'],
      ["id: '2020' # 不与别的重复"],
    ],
    [
      'quotes a comma in brackets',
      { path: ['organisations', 0, 'aliases'], value: ['甲,乙]'] },
      ["  - { name: 县政府, aliases: [人民政府, '县 府'], level: 县 }"],
      ["  - { name: 县政府, aliases: ['甲,乙]'], level: 县 }"],
    ],
    [
      'puts one line in place of several',
      { path: ['rubric', 'note'], value: '一行，"引号"' },
      ['  note: |', '    两行', '    说明'],
      ['  note: "一行，\\"引号\\""'],
    ],
  ])('%s', (_, edit, gone, come) => {
    const edited = editPlanText(written, [edit]);
    expect(changedLines(written, edited)).toEqual({ gone, come });
  });

  it('stays as it is where a value is what it was, or is taken away and was not there', () => {
    expect(
      editPlanText(written, [
        { path: ['rubric', 'total'], value: '100' },
        { path: ['organisations', 0, 'aliases'], value: ['人民政府', '县 府'] },
        { path: ['casework', 'appealWorkdays'], value: undefined },
      ]),
    ).toBe(written);
  });

  it('keeps line breaks of another system', () => {
    const other = written.replaceAll('\n', '\r\n');
    const edited = editPlanText(other, [
      { path: ['rubric', 'total'], value: '90' },
      { path: ['rubric', 'groups', 0, 'items', 0, 'minimum'], value: 2 },
    ]);
    expect(edited.replace("'90'", "'100'")).toHaveLength(other.length + '\n          minimum: 2'.length);
    expect(parse(edited)).toMatchObject({ rubric: { total: '90', groups: [{ items: [{ minimum: 2 }] }] } });
  });

  it.each<[string, string, PlanEdit]>([
    ['shared by reference', "a: &x '1'\nb: *x\n", { path: ['b'], value: '2' }],
    ['shared with others', "a: &x '1'\nb: *x\n", { path: ['a'], value: '2' }],
    ['a whole part', 'a: { b: 1 }\n', { path: ['a'], value: '2' }],
    ['no place at all', 'a: 1\n', { path: ['a', 'b'], value: '2' }],
    ['a list with a comment in it', 'a:\n  - x # 要留\n  - y\n', { path: ['a'], value: ['y'] }],
    ['the only field', 'a:\n  b: 1\n', { path: ['a', 'b'], value: undefined }],
  ])('is not touched where the place is %s', (_, before, edit) => {
    expect(() => editPlanText(before, [edit])).toThrow('在“全文”中改');
  });

  it.each(planFiles.map(({ id }) => id))('of %s takes other points on every item, and nothing else moves', (id) => {
    const before = text(id);
    const plan = parse(before) as { rubric: { groups: { items?: { points: string }[] }[] } };
    const edits = plan.rubric.groups.flatMap((group, at) =>
      (group.items ?? []).map((_, index) => ({
        path: ['rubric', 'groups', at, 'items', index, 'points'],
        value: '0.01',
      })),
    );
    const after = editPlanText(before, edits);
    const comments = (of: string) => of.match(/#.*/g);
    expect(comments(after)).toEqual(comments(before));
    const [was, is] = [before.split('\n'), after.split('\n')];
    expect(is).toHaveLength(was.length);
    expect(is.filter((line, index) => line !== was[index])).toHaveLength(edits.length);
  });
});
