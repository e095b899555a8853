import { expect, it } from 'vitest';
import { distributionOption, distributionTable, scoreBands } from './distribution.chart.js';
import { expectGolden, namedPalette } from './golden.fixture.js';

const unit = (name: string, score: string | null) => ({ name, score });

it('counts units by tenths of full marks, those without a score apart', async () => {
  const bands = scoreBands(
    [unit('甲', '100.00'), unit('乙', '90.00'), unit('丙', '89.99'), unit('丁', '70.00'), unit('戊<b>', null)],
    100,
  );
  expect(distributionTable(bands).rows).toEqual([
    ['70—80', '1', '丁'],
    ['80—90', '1', '丙'],
    ['90—100', '2', '甲、乙'],
    ['不评分', '1', '戊<b>'],
  ]);
  const option = distributionOption(bands, namedPalette);
  await expectGolden('distribution', option);
  const { tooltip } = option as { tooltip: { formatter: (at: { dataIndex: number }) => string } };
  expect(tooltip.formatter({ dataIndex: 3 })).toBe('不评分：<b>1</b> 个<br>戊&#60;b&#62;');
});

it.each([
  ['marks beyond the full ones', [unit('甲', '101.5')], 100, ['90—100', '超过 100']],
  ['another scale', [unit('甲', '48')], 60, ['48—54', '54—60']],
  ['nought', [unit('甲', '0')], 20, ['0—2', '18—20']],
  ['nobody scored', [unit('甲', null)], 100, ['不评分']],
  ['nobody', [], 100, []],
])('has bands for %s', (_, units, full, titles) => {
  const bands = scoreBands(units, full).map(({ title }) => title);
  expect(bands).toEqual(expect.arrayContaining(titles));
  expect([bands.at(0), bands.at(-1)]).toEqual([titles.at(0), titles.at(-1)]);
});

it('draws nothing without units', () => expect(distributionOption([], namedPalette)).toBeNull());
