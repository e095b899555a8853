import type { EChartsCoreOption } from 'echarts/core';
import { expect } from 'vitest';
import { paletteBy } from './palette.js';

/** Every colour is the name of its custom property, so that a stored option reads without a table of colours. */
export const namedPalette = paletteBy((name) => name);

/** Holds an option against the stored one; functions in it, such as those of tooltips, need tests of their own. */
export async function expectGolden(name: string, option: EChartsCoreOption | null): Promise<void> {
  await expect(`${JSON.stringify(option, null, 1)}\n`).toMatchFileSnapshot(`golden/${name}.json`);
}
