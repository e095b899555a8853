import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { BadInput } from '#kernel';
import { editPlanText } from './edit-text.js';
import { loadProgramme } from './load-programme.js';
import { planChanges } from './plan-changes.js';
import { planFields, toPlanEdits, type PlanField } from './plan-fields.js';
import { planFiles } from './plan-files.js';
import { changeInWords } from './plan-words.js';

const text = (id: string) => readFileSync(new URL(`./plans/${id}.yaml`, import.meta.url), 'utf8');
const guide = /```yaml\n([^]*?)```/.exec(
  readFileSync(new URL('../../docs/programmes.md', import.meta.url), 'utf8'),
)![1]!;
const plans = [...planFiles.map(({ id }) => [id, text(id)] as const), ['the guide’s example', guide] as const];

/** Another value of the same kind that every plan takes in this place, or none where sums hang on it. */
function other({ kind, value }: PlanField): string {
  if (kind === 'whole') return String(Number(value ?? '3') + 1);
  if (kind === 'words') return value === null ? '某别名' : `${value}\n某别名`;
  if (kind === 'monthDay') return '02-28';
  if (kind === 'day') return value === '2025-12-30' ? '2025-12-29' : '2025-12-30';
  if (kind === 'text') return `${value ?? '2020年6月'}`.replace('2020年', '2021年').concat('前');
  if (kind === 'share') return value === '0.5' ? '0.51' : '0.5';
  return value === '3' ? '4' : '3';
}

describe.each(plans)('the fields of %s', (_, yaml) => {
  const programme = loadProgramme(yaml, '方案.yaml');
  const fields = planFields(programme);

  it('each say where they stand, and no two the same place', () => {
    expect(fields.length).toBeGreaterThan(20);
    expect(new Set(fields.map(({ pointer }) => pointer)).size).toBe(fields.length);
    expect(new Set(fields.map(({ name }) => name)).size).toBe(fields.length);
    const plan = parse(yaml) as unknown;
    for (const { pointer, value, kind } of fields) {
      const written = pointer
        .slice(1)
        .split('/')
        .reduce<unknown>((held, key) => (held as Record<string, unknown>)?.[key], plan);
      const printed = kind === 'words' && written ? (written as string[]).join('\n') : written;
      expect([pointer, printed === undefined || printed === null ? null : String(printed)]).toEqual([pointer, value]);
    }
    const ids = new Set(programme.requirements.map(({ id }) => id));
    expect(fields.filter(({ requirement }) => requirement !== null && !ids.has(requirement))).toEqual([]);
  });

  it('take other values, all at once, by which nothing but these changes, and which read as they were written', () => {
    const asked = fields.map((one) => ({ pointer: one.pointer, value: other(one) }));
    const edited = editPlanText(yaml, toPlanEdits(fields, asked));
    const again = planFields(loadProgramme(edited, '方案.yaml'));
    const valueOf = new Map(again.map(({ pointer, value }) => [pointer, value]));
    expect(asked.filter(({ pointer, value }) => valueOf.get(pointer) !== value)).toEqual([]);
    expect(edited.match(/#.*/g)).toEqual(yaml.match(/#.*/g));
  });
});

describe('what is written into a field', () => {
  const programme = loadProgramme(guide, '方案.yaml');
  const fields = planFields(programme);
  const of = (name: string) => fields.find((one) => one.name === name)!;
  const edits = (name: string, value: string | null) => toPlanEdits(fields, [{ pointer: of(name).pointer, value }]);

  it.each([
    ['rubric.total', 'hundert'],
    ['rubric.total', ''],
    ['rubric.total', null],
    ['rubric.total', '-1'],
    ['rubric.coverageFloor', '60'],
    ['columns[news].maxAgeDays', '2.5'],
    ['tasks[YLT-01].dueText', '两\n行'],
    ['title', ' \u0007'],
  ])('of %s is refused as %j, by its place', (name, value) => {
    expect(() => edits(name, value)).toThrow(BadInput);
    expect(() => edits(name, value)).toThrow(`方案 ${of(name).place}`);
  });

  it('is taken out, or said to be nothing, where it may be', () => {
    expect(edits('columns[news].maxAgeDays', null)).toEqual([{ path: ['columns', 2, 'maxAgeDays'], value: null }]);
    expect(edits('casework.appealWorkdays', null)).toEqual([
      { path: ['casework', 'appealWorkdays'], value: undefined },
    ]);
    expect(() => toPlanEdits(fields, [{ pointer: '/rubric/origin', value: 'plan' }])).toThrow('没有这一处');
  });

  it('is told in words', () => {
    const edited = editPlanText(guide, [
      ...edits('rubric.groups[open].items[in-time].points', '50'),
      ...edits('rubric.groups[open].items[varied].points', '40'),
      ...edits('columns[news].maxAgeDays', null),
      ...edits('tasks[YLT-01].dueText', '2025年5月底前'),
      ...edits('rubric.bands[优秀].from', '91'),
    ]);
    const after = loadProgramme(edited, '方案.yaml');
    const told = (planChanges(programme, after) ?? []).map((change) => changeInWords(change, programme, after));
    expect(told).toEqual([
      { place: '栏目 › 政务动态 › 多少天不更新算超期', before: '14', after: '（不要求）' },
      { place: '任务 › 印发本单位工作要点 › 期限', before: '2025年4月底前', after: '2025年5月底前' },
      { place: '任务 › 印发本单位工作要点 › 期限（折算）', before: '2025-04-30', after: '2025-05-31' },
      { place: '评分细则 › 等次 › 优秀 › 起', before: '90', after: '91' },
      { place: '评分细则 › 主动公开 › 公文按时公开 › 分值', before: '60', after: '50' },
      { place: '评分细则 › 主动公开 › 多样化解读 › 分值', before: '30', after: '40' },
    ]);
  });
});
