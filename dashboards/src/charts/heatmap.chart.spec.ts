import { describe, expect, it } from 'vitest';
import type { HeatCell } from '../api/types.js';
import { heatClass, heatClasses, heatText } from './heat-class.js';
import { expectGolden, namedPalette } from './golden.fixture.js';
import { heatMapOption, heatMapSize, heatRows, heatTable } from './heatmap.chart.js';

const cell = (points: string | null, outcome: HeatCell['outcome'] = 'fail', counted = '10'): HeatCell => ({
  organisation: 'a',
  item: 'late',
  points,
  counted,
  outcome,
});

describe('a cell of the heat map', () => {
  it.each([
    [cell('10.00', 'pass'), 'full', '10'],
    [cell('8.50'), 'high', '8.5'],
    [cell('6'), 'middle', '6'],
    [cell('0.5'), 'low', '0.5'],
    [cell('0'), 'none', '0'],
    [cell(null, 'notMeasured', '0'), 'notMeasured', '未测'],
    [cell(null, null, '0'), 'notMeasured', '未测'],
    [cell('0', 'needsReview'), 'needsReview', '待核'],
    [cell(null, 'notApplicable', '0'), 'notApplicable', '不适用'],
    [cell(null, 'error', '0'), 'error', '出错'],
  ])('%j is %s and reads “%s”', (one, kind, text) => {
    expect(heatClass(one)).toBe(kind);
    expect(heatText(one)).toBe(text);
  });
});

describe('heatMapOption', () => {
  const items = [
    { id: 'late', title: '按时上网', group: '主动公开', indicator: 'published-in-time', max: '10' },
    { id: 'columns', title: '栏目齐全', group: '平台', indicator: 'columns-complete', max: '20' },
  ];
  const units = [
    { organisation: 'b', name: '青溪镇人民政府' },
    { organisation: 'a', name: '云岭县<b>财政局' },
  ];
  const rows = heatRows(units, [cell('10', 'pass'), { ...cell(null, 'notMeasured', '0'), organisation: 'b' }]);

  it('keeps the order of the ranking and places each cell by unit and item', () => {
    const option = heatMapOption(items, rows, namedPalette) as unknown as Drawn;
    expect(option.yAxis.data).toEqual(['青溪镇人民政府', '云岭县<b>财政局']);
    expect(option.series[0]?.data.map(({ value }) => value)).toEqual([
      [0, 0, heatClasses.indexOf('notMeasured')],
      [0, 1, heatClasses.indexOf('full')],
    ]);
    expect(option.series[0]?.data.map(({ label }) => label.formatter)).toEqual(['未测', '10']);
  });

  it('says in words what a cell means, and lets no markup through', () => {
    const { tooltip } = heatMapOption(items, rows, namedPalette) as unknown as Drawn;
    expect(tooltip.formatter({ data: { value: [0, 1, 0] } })).toBe(
      '云岭县&#60;b&#62;财政局<br>按时上网：<b>10 / 10 分（满分）</b>',
    );
    expect(tooltip.formatter({ data: { value: [0, 0, 6] } })).toBe('青溪镇人民政府<br>按时上网：<b>未测度</b>');
    expect(tooltip.formatter({ data: { value: [1, 0, 6] } })).toBe('');
  });

  it('stays as it is stored, and says the same in its table', async () => {
    await expectGolden('heatmap', heatMapOption(items, rows, namedPalette));
    expect(heatTable(items, rows)).toEqual({
      head: ['单位', ...items.map(({ title }) => title)],
      rows: [
        ['青溪镇人民政府', '未测', '不适用'],
        ['云岭县<b>财政局', '10', '不适用'],
      ],
    });
  });

  it('grows with its cells', () => expect(heatMapSize(12, 13)).toEqual({ width: 1090, height: 538 }));
});

interface Drawn {
  yAxis: { data: string[] };
  tooltip: { formatter: (at: { data: { value: number[] } }) => string };
  series: { data: { value: number[]; label: { formatter: string } }[] }[];
}
