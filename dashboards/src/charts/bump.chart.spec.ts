import { expect, it } from 'vitest';
import { periodTitle } from '../text/figures.js';
import { bumpOption, bumpTable, movement, placesByUnit } from './bump.chart.js';
import { expectGolden, namedPalette } from './golden.fixture.js';

const periods = ['2022Q2', '2022Q3', '2022Q4'];
const units = placesByUnit(
  [
    { organisation: 'a', name: '青溪镇人民政府' },
    { organisation: 'b', name: '河湾镇人民政府' },
  ],
  periods,
  [
    { organisation: 'a', period: '2022Q3', rank: 2 },
    { organisation: 'a', period: '2022Q4', rank: 1 },
    { organisation: 'b', period: '2022Q2', rank: 1 },
    { organisation: 'b', period: '2022Q3', rank: 1 },
    { organisation: 'b', period: '2022Q4', rank: 2 },
    { organisation: 'c', period: '2022Q4', rank: 3 },
  ],
);

it('draws each unit its places, with a gap where it had none', async () => {
  expect(units.map(({ places }) => places)).toEqual([
    [null, 2, 1],
    [1, 1, 2],
  ]);
  await expectGolden('bump', bumpOption(units, periods, periodTitle, namedPalette));
});

it('draws nothing where nothing can have moved', () => {
  expect(bumpOption(units, ['2022Q4'], periodTitle, namedPalette)).toBeNull();
  expect(bumpOption([{ name: '甲', places: [null, null] }], periods.slice(1), periodTitle, namedPalette)).toBeNull();
});

it('lets no markup through, and says the same as a table', () => {
  const { tooltip } = bumpOption(units, periods, periodTitle, namedPalette) as {
    tooltip: { formatter: (at: { seriesName: string; name: string; value: number }) => string };
  };
  expect(tooltip.formatter({ seriesName: '<b>甲', name: '2022年第四季度', value: 1 })).toBe(
    '&#60;b&#62;甲<br>2022年第四季度：第 <b>1</b> 名',
  );
  expect(bumpTable(units, periods, periodTitle).rows).toEqual([
    ['青溪镇人民政府', '未排名', '2', '1', '升 1 位'],
    ['河湾镇人民政府', '1', '1', '2', '降 1 位'],
  ]);
  expect([movement([1]), movement([null, 3]), movement([3, 3])]).toEqual(['—', '—', '未变']);
});
