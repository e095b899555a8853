import { describe, expect, it } from 'vitest';
import type { UnitColumns } from '../api/types.js';
import {
  columnStatesOption,
  columnStatuses,
  drawnUnits,
  mostUnits,
  stateRows,
  stateTree,
  type ColumnStatus,
} from './column-states.chart.js';
import { expectGolden, namedPalette } from './golden.fixture.js';

const columns = ['guide', 'policy', 'topic'];
const titleOf = (key: string) => `栏目:${key}`;
const unit = (name: string, states: UnitColumns['states'], level = '县'): UnitColumns => ({
  ...{ organisation: `id-${name}`, name, level, parent: null, states },
});
const faults = columnStatuses.filter((status) => status !== 'ok');
const county = [
  unit('云岭县财政局', ['missing', 'stale', 'ok']),
  unit('云岭县教育局', ['ok', 'ok', null]),
  unit('云岭县河湾镇', ['broken', 'missing', 'notMeasured'], '乡'),
  unit('云岭县无网局', []),
];
/** So many units, of which the later ones lack more. */
const many = (count: number, levelOf: (n: number) => string) =>
  Array.from({ length: count }, (_, n) =>
    unit(
      `云岭县第${n}局`,
      columns.map((_key, place): ColumnStatus => (place <= n % 3 ? 'missing' : 'empty')),
      levelOf(n),
    ),
  );
const draw = (units: UnitColumns[], statuses: readonly ColumnStatus[] = faults) => {
  const drawn = drawnUnits(units, statuses);
  return { drawn, tree: stateTree(drawn, columns, statuses, titleOf) };
};

describe('units and the states of their columns', () => {
  it('are rings of units, states and columns; what is in none of the states looked at is left out', async () => {
    const { drawn, tree } = draw(county);
    expect(drawn).toMatchObject({ by: 'unit', left: 0 });
    expect(tree.map(({ label, tells, value }) => [label, tells, value])).toEqual([
      ['财政局', '云岭县财政局：缺失 1，未更新 1（共 3 个栏目）', 2],
      ['河湾镇', '云岭县河湾镇：缺失 1，打不开 1，未测度 1（共 3 个栏目）', 3],
    ]);
    expect(tree[1]?.children[0]?.children[0]).toMatchObject({
      label: '✕ 栏目:policy',
      tells: '云岭县河湾镇：栏目:policy，缺失',
      at: { organisation: 'id-云岭县河湾镇', column: 'policy', status: 'missing' },
    });
    await expectGolden('column-states', columnStatesOption(tree, drawn.by, namedPalette));
  });

  it('are levels, columns and numbers of units where there are many', async () => {
    const { drawn, tree } = draw(many(200, (n) => (n < 20 ? '县' : '乡')));
    expect(drawn).toMatchObject({ by: 'level', left: 0 });
    expect(tree.map(({ label, value }) => [label, value])).toEqual([
      ['县级20个', 60],
      ['乡级180个', 540],
    ]);
    expect(tree[0]?.children[1]).toMatchObject({
      tells: '县级：栏目:policy，缺失 13 个单位，空白 7 个单位',
      at: { level: '县', column: 'policy' },
    });
    await expectGolden('column-states-levels', columnStatesOption(tree, drawn.by, namedPalette));
  });

  it('of one level are drawn as far as they fit, those that lack most first, and the rest is counted', () => {
    const { drawn } = draw(
      many(200, () => '乡'),
      ['missing'],
    );
    expect([drawn.by, drawn.units.length, drawn.left]).toEqual(['unit', mostUnits, 200 - mostUnits]);
    expect(new Set(drawn.units.map(({ states }) => states.filter((state) => state === 'missing').length))).toEqual(
      new Set([3]),
    );
    expect(draw(many(mostUnits, () => '乡')).drawn.left).toBe(0);
  });

  it('stand all in the table, also those that are not drawn', () => {
    const rows = stateRows('unit', county, columns, faults, titleOf);
    expect(rows.map(({ name, counts, columns: own }) => [name, counts?.ok ?? null, own])).toEqual([
      [
        '云岭县财政局',
        1,
        [
          { key: 'guide', status: 'missing' },
          { key: 'policy', status: 'stale' },
        ],
      ],
      ['云岭县教育局', 2, []],
      [
        '云岭县河湾镇',
        0,
        [
          { key: 'policy', status: 'missing' },
          { key: 'guide', status: 'broken' },
          { key: 'topic', status: 'notMeasured' },
        ],
      ],
      ['云岭县无网局', null, []],
    ]);
    const levels = stateRows('level', county, columns, faults, titleOf);
    expect(levels.map(({ name, counts }) => [name, counts?.missing])).toEqual([
      ['县级 栏目:guide', 1],
      ['县级 栏目:policy', 0],
      ['县级 栏目:topic', 0],
      ['乡级 栏目:guide', 0],
      ['乡级 栏目:policy', 1],
      ['乡级 栏目:topic', 0],
    ]);
  });

  it('let no markup of names through, and draw nothing where there is nothing', () => {
    const { tree, drawn } = draw([unit('<b>局</b>', ['missing'])]);
    const option = columnStatesOption(tree, drawn.by, namedPalette) as {
      tooltip: { formatter: (at: { data: { tells: string } }) => string };
    };
    expect(option.tooltip.formatter({ data: { tells: tree[0]?.tells ?? '' } })).toBe(
      '&#60;b&#62;局&#60;/b&#62;：缺失 1（共 1 个栏目）',
    );
    expect(columnStatesOption(draw(county, []).tree, 'unit', namedPalette)).toBeNull();
  });
});
