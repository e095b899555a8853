import JSZip from 'jszip';
import { expect } from 'vitest';
import { pdfPages } from '../../../libs/circulars/printed-files.test.js';

// The page of GB/T 9704, measured in what was handed out.

const squashed = (words: string) => words.replace(/\s/g, '');
const wordsIn = (xml: string) => xml.replace(/<[^>]+>/g, '');

/** Millimetres: 22 lines in 225. */
const pitch = (28.95 / 72) * 25.4;

/** 22 lines of 28 characters within 37, 28, 35 and 26 mm, by the settings of the Word file and of the paragraph that opens its text. */
export async function hasTheGrid(docx: Buffer, opening: RegExp): Promise<void> {
  const xml = await (await JSZip.loadAsync(docx)).file('word/document.xml')!.async('string');
  const numberOf = (element: string, name: string) =>
    Number(new RegExp(`<w:${element}[^>]* w:${name}="(-?\\d+)"`).exec(xml)![1]);
  const mm = (twips: number) => (twips / 1440) * 25.4;
  const margins = ['top', 'left', 'bottom', 'right'].map((side) => Math.round(mm(numberOf('pgMar', side)) * 10) / 10);
  expect(margins).toEqual([37, 28, 35, 26]);
  const [width, height] = [numberOf('pgSz', 'w'), numberOf('pgSz', 'h')];
  expect([Math.round(mm(width)), Math.round(mm(height))]).toEqual([210, 297]);
  const pitch = numberOf('docGrid', 'linePitch');
  expect(Math.floor((height - numberOf('pgMar', 'top') - numberOf('pgMar', 'bottom')) / pitch)).toBe(22);
  const body = [...xml.matchAll(/<w:p>.*?<\/w:p>/gs)].map(([one]) => one).find((one) => opening.test(wordsIn(one)))!;
  expect(body).toContain(`w:line="${pitch}"`);
  expect(body).toContain('w:lineRule="exact"');
  const size = Number(/<w:sz w:val="(\d+)"/.exec(body)![1]) * 10;
  const closer = Number(/<w:spacing w:val="(-?\d+)"/.exec(body)![1]);
  expect(Math.floor((width - numberOf('pgMar', 'left') - numberOf('pgMar', 'right')) / (size + closer))).toBe(28);
}

/** The words of the Word file, set on the same grid by their places in the PDF. */
export async function isTheSamePage(pdf: Buffer, paragraphs: string[], notice: string): Promise<void> {
  const pages = await pdfPages(pdf);
  const words = pages.map((page) => page.words.replace(/—\d+—/g, '').replaceAll(notice, '')).join('');
  const printed = words.replace(/\[\d\]/g, '');
  for (const one of paragraphs.filter((words) => /\p{Script=Han}/u.test(words) && words !== notice))
    expect(printed).toContain(squashed(one));
  const firstAnnex = pages.findIndex(({ lines }) => lines.some(({ text }) => /^附件\d?$/.test(text.trim())));
  for (const [number, { width, height, lines }] of pages.entries()) {
    const isWide = width > height;
    const [top, left, bottom, right] = isWide ? [28, 35, 26, 37] : [37, 28, 35, 26];
    // Beyond the type area stand the number of the page and what is said of the data.
    const text = lines.filter(({ base }) => base > top && base < height - bottom);
    expect(Math.min(...text.map((line) => line.left))).toBeGreaterThan(left - 0.6);
    expect(Math.max(...text.map((line) => line.right))).toBeLessThan(width - right + 0.6);
    if (number >= firstAnnex) continue;
    const full = text.filter((line) => /^[^\x20-\x7e]{26,}$/.test(line.text.trim()));
    for (const line of full) expect(line.characters).toBeLessThanOrEqual(28);
    for (const [i, line] of full.entries()) {
      const above = text[text.indexOf(line) - 1];
      // A browser sets lines on whole pixels.
      if (i > 0 && above === full[i - 1]) expect(Math.abs(line.base - above!.base - pitch)).toBeLessThan(0.2);
    }
  }
}
