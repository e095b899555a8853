import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadProgramme } from './load-programme.js';
import { planChanges } from './plan-changes.js';

const text = (plan: string) => readFileSync(join(import.meta.dirname, `plans/${plan}.yaml`), 'utf8');
const pingliang = loadProgramme(text('pingliang-2020'), 'pingliang-2020.yaml');

describe('what was changed in a plan', () => {
  it('is nothing when nothing was', () => {
    expect(planChanges(pingliang, structuredClone(pingliang))).toEqual([]);
  });

  it('is named field by field, members of lists by their own names', () => {
    const edited = structuredClone(pingliang);
    const [group] = edited.rubric.groups;
    group!.items[0]!.points = '31';
    group!.items.splice(1, 1);
    edited.rubric.bands[0]!.from = '95';
    edited.tasks[0]!.dueOn = '2020-10-31';
    edited.columns[0]!.maxAgeDays = null;
    const changes = planChanges(pingliang, edited);
    expect(changes?.map(({ field }) => field)).toEqual(
      [
        `columns[${edited.columns[0]!.key}].maxAgeDays`,
        'tasks[PLT-01].dueOn',
        'rubric.bands[优秀].from',
        'rubric.groups[disclosure].items[published-in-time].points',
        'rubric.groups[disclosure].items[document-number-present]',
      ].sort((one, other) => order(one) - order(other)),
    );
    expect(changes).toContainEqual({
      field: 'rubric.groups[disclosure].items[published-in-time].points',
      before: JSON.stringify(pingliang.rubric.groups[0]!.items[0]!.points),
      after: '"31"',
    });
    expect(changes?.find(({ field }) => field.endsWith('[document-number-present]'))?.after).toBeNull();
  });

  it('is not asked of two plans that only share what the law asks for', () => {
    expect(planChanges(pingliang, loadProgramme(text('qingdao-2020'), 'qingdao-2020.yaml'))).toBeNull();
  });
});

const places = Object.keys(pingliang);
const order = (field: string) => places.indexOf(/^\w+/.exec(field)?.[0] ?? '');
