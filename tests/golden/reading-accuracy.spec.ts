import { describe, expect, it } from 'vitest';
import { decodeBody } from '#crawlers';
import { asGb18030 } from '../accuracy/gb18030.js';
import { pageBytes, pagesFolder, readLabels } from '../accuracy/labels.js';
import { measure } from '../accuracy/measure.js';
import { ours } from '../accuracy/readers.js';

const labels = readLabels(pagesFolder());
if (!labels) console.log(`没有标注页面（${pagesFolder()}），跳过真实页面的准确率测试。`);

describe.skipIf(labels === null)('reading of labelled real pages', () => {
  it('is exact for all but what the labels themselves have wrong', async () => {
    const { scores, misses } = await measure(ours, labels!, pagesFolder());
    const shares = Object.fromEntries(Object.entries(scores).map(([field, { exact, of }]) => [field, exact / of]));
    for (const [field, share] of Object.entries(shares)) expect([field, share >= 0.98]).toEqual([field, true]);
    // The number of a law that the text quotes, which a label takes for that of the page.
    expect(misses.map(({ field, got }) => [field, got])).toEqual(misses.map(() => ['documentNumber', null]));
    for (const { reason } of misses) expect(reason).not.toBe('');
  });

  it.each([['gb2312'], ['gbk'], ['GB18030'], [null]])(
    'is the same of copies in GB18030 that say %s',
    async (declared) => {
      for (const label of labels!) {
        if (/\.(?:json|xml)$/.test(label.file)) continue;
        const bytes = pageBytes(pagesFolder(), label.file);
        const copy = asGb18030(decodeBody(bytes, null).text, declared);
        expect([label.file, await ours.read(copy, label)]).toEqual([label.file, await ours.read(bytes, label)]);
      }
    },
  );
});
