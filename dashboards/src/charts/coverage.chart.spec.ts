import { expect, it } from 'vitest';
import type { CatalogueCoverage } from '../api/types.js';
import { coverageCounts, coverageOption, coverageTable } from './coverage.chart.js';
import { expectGolden, namedPalette } from './golden.fixture.js';

const coverage: CatalogueCoverage = {
  fields: ['养老服务', '就业<b>'],
  units: [
    { organisation: 'a', name: '云岭县人民政府', category: '政府', standings: ['covered', 'lacking'] },
    { organisation: 'b', name: '青溪镇人民政府', category: '街镇', standings: ['notMeasured', 'notMeasured'] },
    { organisation: 'c', name: '河湾镇人民政府', category: '街镇', standings: ['doubtful', 'notAsked'] },
  ],
};

it('draws units by fields, each cell with a mark that needs no colour', async () => {
  const option = coverageOption(coverage, namedPalette);
  await expectGolden('coverage', option);
  const { tooltip } = option as { tooltip: { formatter: (at: { data: { value: number[] } }) => string } };
  expect(tooltip.formatter({ data: { value: [1, 0, 1] } })).toBe('云岭县人民政府<br>就业&#60;b&#62;：<b>缺少</b>');
});

it('says the same field by field', () => {
  expect(coverageTable(coverage).rows).toEqual([
    ['养老服务', '1', '—', '河湾镇人民政府', '青溪镇人民政府'],
    ['就业<b>', '0', '云岭县人民政府', '—', '青溪镇人民政府'],
  ]);
  expect(coverageCounts(coverage).map(({ standing, count }) => [standing, count])).toEqual([
    ['covered', 1],
    ['lacking', 1],
    ['doubtful', 1],
    ['notMeasured', 2],
    ['notAsked', 1],
  ]);
});

it('draws nothing where no catalogue is asked for', () => {
  expect(coverageOption({ fields: [], units: [] }, namedPalette)).toBeNull();
});
