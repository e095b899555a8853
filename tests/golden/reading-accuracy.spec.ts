import { describe, expect, it } from 'vitest';
import { pagesFolder, readLabels } from '../accuracy/labels.js';
import { measure } from '../accuracy/measure.js';
import { ours } from '../accuracy/readers.js';

const labels = readLabels(pagesFolder());
if (!labels) console.log(`没有标注页面（${pagesFolder()}），跳过真实页面的准确率测试。`);

describe.skipIf(labels === null)('reading of labelled real pages', () => {
  it('is exact for all but what the labels themselves have wrong', async () => {
    const { scores, misses } = await measure(ours, labels!, pagesFolder());
    const shares = Object.fromEntries(Object.entries(scores).map(([field, { exact, of }]) => [field, exact / of]));
    for (const [field, share] of Object.entries(shares)) expect([field, share >= 0.96]).toEqual([field, true]);
    expect(misses.map((miss) => miss.field)).toEqual(misses.map(() => 'documentNumber'));
  });
});
