import { expect, it } from 'vitest';
import { expectGolden, namedPalette } from './golden.fixture.js';
import { columnTree, sunburstOption, sunburstTable } from './sunburst.chart.js';

type Column = Parameters<typeof columnTree>[0][number];
const column = (name: string, parent: string | null, more: Partial<Column> = {}): Column => ({
  name,
  url: `/${name}`,
  parent: parent === null ? null : `/${parent}`,
  present: true,
  key: null,
  ruled: null,
  ...more,
});
const kindOf = (key: string) => `标准:${key}`;

it('hangs columns below each other, without those that are gone', async () => {
  const tree = columnTree(
    [
      column('信息公开', null),
      column('指南', '信息公开', { key: 'guide' }),
      column('政策', '信息公开', { key: 'policy' }),
      column('文件', '政策'),
      column('旧闻', '信息公开', { present: false }),
      column('外来', '没有的'),
    ],
    kindOf,
  );
  expect(sunburstTable(tree).rows).toEqual([
    ['信息公开', '其他栏目', '2'],
    ['信息公开 › 指南', '标准:guide', '0'],
    ['信息公开 › 政策', '标准:policy', '1'],
    ['信息公开 › 政策 › 文件', '其他栏目', '0'],
    ['外来', '其他栏目', '0'],
  ]);
  expect(tree.map(({ value }) => value)).toEqual([2, 1]);
  await expectGolden('sunburst', sunburstOption(tree, namedPalette));
});

it('ends where addresses lead in a circle, or ever deeper', () => {
  const circle = columnTree([column('甲', '乙'), column('乙', '甲'), column('自己', '自己')], kindOf);
  expect(circle.map(({ name }) => name)).toEqual(['甲', '乙', '自己']);
  const deep = Array.from({ length: 9 }, (_, at) => column(String(at), at === 0 ? null : String(at - 1)));
  expect(sunburstTable(columnTree(deep, kindOf)).rows).toHaveLength(5);
});

it('takes a ruling of a person before what was recognised, and lets no markup through', () => {
  const [branch] = columnTree([column('甲', null, { key: 'guide', ruled: { pin: 'p', key: null } })], kindOf);
  expect(branch?.kind).toBeNull();
  const option = sunburstOption(columnTree([column('<b>', null)], kindOf), namedPalette) as {
    tooltip: { formatter: (at: { treePathInfo: { name: string }[]; data: { kind: string | null } }) => string };
  };
  expect(option.tooltip.formatter({ treePathInfo: [{ name: '' }, { name: '<b>' }], data: { kind: null } })).toBe(
    '&#60;b&#62;<br>其他栏目',
  );
  expect(sunburstOption([], namedPalette)).toBeNull();
});
