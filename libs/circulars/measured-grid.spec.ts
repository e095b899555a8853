import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { composeCircular } from './compose-circular.js';
import { yunlingSnapshot } from './fixtures/yunling.js';
import { page } from './measures.js';
import { printPdf } from './print-pdf.js';
import { pdfPages } from './printed-files.test.js';
import { renderCircularHtml } from './render-html.js';

const browser = [process.env['CHROMIUM_PATH'], '/usr/bin/chromium-headless-shell', '/usr/bin/chromium'].find(
  (path) => path && existsSync(path),
);
const mm = (points: number) => (points / 72) * 25.4;

describe.skipIf(!browser)('a printed page', () => {
  it('has 22 lines of 28 characters within margins of 37, 28, 35 and 26 mm', async () => {
    const model = composeCircular(yunlingSnapshot({ sample: false }));
    const long = { kind: 'paragraph' as const, runs: ['政'.repeat(28 * 60)] };
    const pdf = await printPdf(renderCircularHtml({ ...model, blocks: [long, long] }), browser!);
    // Below the text stands the number of the page.
    const text = (await pdfPages(pdf))[1]!.lines.filter(({ base }) => base < page.height - page.bottom);
    expect(text).toHaveLength(22);
    expect(text.map(({ characters }) => characters)).toEqual(text.map(() => 28));
    const [first, last] = [text[0]!, text.at(-1)!];
    expect(Math.min(...text.map(({ left }) => left))).toBeCloseTo(page.left, 0);
    expect(Math.max(...text.map(({ right }) => right))).toBeCloseTo(page.width - page.right, 0);
    expect((last.base - first.base) / 21).toBeCloseTo(mm(page.linePitch), 1);
    // The characters stand within the first of 22 lines of the type area, and in the last.
    const pitch = mm(page.linePitch);
    expect(first.base).toBeGreaterThan(page.top);
    expect(first.base).toBeLessThan(page.top + pitch);
    expect(last.base).toBeGreaterThan(page.height - page.bottom - pitch);
    expect(last.base).toBeLessThan(page.height - page.bottom);
  });

  it.each([8, 12, 16, 20])('has text above the signature, and 版记 at its foot, after %i lines more', async (lines) => {
    const model = composeCircular(yunlingSnapshot({ sample: false }));
    const long = { kind: 'paragraph' as const, runs: ['政'.repeat(28 * (20 + lines))] };
    const pdf = await printPdf(renderCircularHtml({ ...model, blocks: [long] }), browser!);
    const pages = (await pdfPages(pdf)).map(({ lines: all }) =>
      all.filter(({ base }) => base < page.height - page.bottom),
    );
    const signed = pages.find((all) => all.some(({ text }) => text.includes('2023年1月6日')))!;
    expect(signed[0]!.text).toMatch(/^政/);
    const foot = pages.at(-1)!.at(-1)!;
    expect(foot.text).toContain('印发');
    expect(page.height - page.bottom - foot.base).toBeLessThan(6);
  });
});
