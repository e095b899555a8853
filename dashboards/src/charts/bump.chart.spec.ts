import { expect, it } from 'vitest';
import { periodTitle } from '../text/figures.js';
import { bumpHeight, bumpOption, bumpTable, movement, placesByUnit, placesDrawn } from './bump.chart.js';
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

it('stays as high as the places that these units have now, however far they came', () => {
  const far = Array.from({ length: 20 }, (_, n) => ({ name: `第${n}局`, places: [n * 40 + 1, 101 + n] }));
  expect(placesDrawn(far)).toEqual({ first: 101, last: 121, isAll: false });
  expect(bumpHeight(far)).toBe(76 + 21 * 34);
  expect(bumpOption(far, periods.slice(1), periodTitle, namedPalette)).toMatchObject({ yAxis: { min: 101, max: 121 } });
  const near = far.map(({ name, places }) => ({ name, places: [places[1]! + 3, places[1]!] }));
  expect(placesDrawn(near)).toEqual({ first: 101, last: 123, isAll: true });
  // Nobody has a place now: what they had is drawn.
  expect(placesDrawn([{ name: '甲', places: [7, 90, null] }])).toEqual({ first: 7, last: 90, isAll: true });
});

it('draws all places from the first where there are few', () => {
  expect(placesDrawn(units)).toEqual({ first: 1, last: 2, isAll: true });
  expect(placesDrawn([{ name: '甲', places: [40, 3] }])).toEqual({ first: 1, last: 40, isAll: true });
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
