import JSZip from 'jszip';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '#calendar';
import { composeCircular, printCircular, type CircularKind, type SpecialRule } from '#circulars';
import { findBrowser } from '#crawlers';
import { assess, builtInProgrammes } from '#operations';
import { startServer, type RunningServer } from '../../apps/server/server.js';
import { readDocxParagraphs } from '../../libs/circulars/docx/read-docx-text.js';
import { docxTables, pdfPages, xlsxRows } from '../../libs/circulars/printed-files.test.js';
import { freezeCircular } from '../../libs/operations/issue-circular.js';
import { crawlCounty, type CrawledCounty } from '../e2e/county.fixture.js';
import {
  annexRows,
  circularTruth,
  kindWords,
  problemWords,
  quarterWords,
  rateWords,
  scopeWords,
  scoreWords,
  taskWords,
  unitWords,
  type CircularTruth,
} from './support/circular-truth.js';

// One county, crawled once and scored by every programme; each kind of circular is written, opened again, and set beside what
// the service says of the same period.

const browser = findBrowser({ CHROMIUM_PATH: process.env.CHROMIUM_PATH });
const asOf = '2026-06-30';
const names = ['云岭县人民政府', '云岭县发展和改革局', '云岭县住房和城乡建设局', '云岭县河湾镇人民政府'];
const programmes = ['qingdao-2020', 'tengzhou-2017', 'xulaijie-2022', 'pingliang-2020', 'luozhuang-2020'];
const periods = { weekly: '2026-W26', monthly: '2026-06', quarterly: '2026Q2', annual: '2026' };
const grades = ['优秀', '良好', '合格', '不合格'];

let crawled: CrawledCounty;
let server: RunningServer;

beforeAll(async () => {
  crawled = await crawlCounty(names);
  const { house, units } = crawled;
  for (const programme of programmes)
    for (const period of ['2026Q1', ...Object.values(periods)])
      await assess(house, { programme, period, units, replay: false });
  server = await startServer({
    settings: { HOST: '127.0.0.1', PORT: 0, ...(browser ? { CHROMIUM_PATH: browser } : {}) },
    dataSource: house.database.dataSource,
    blobs: house.blobs,
    programmes: await builtInProgrammes(),
    now: () => house.clock.now(),
  });
});

afterAll(async () => {
  await server?.close();
  await crawled?.close();
});

const ask = async <Answer>(path: string): Promise<Answer> =>
  (await (await fetch(`${server.url}/api/v1/${path}`)).json()) as Answer;

async function print(programme: string, kind: CircularKind, period: string, special?: SpecialRule) {
  const asked = { programme, period, kind, special, only: names, sample: true };
  const model = composeCircular((await freezeCircular(crawled.house, asked)).snapshot);
  const { files, warnings } = await printCircular(model, browser);
  expect(warnings.filter((one) => !one.includes('没有中文字体') && browser)).toEqual([]);
  return { model, ...Object.fromEntries(files.map(({ kind: format, bytes }) => [format, bytes])) } as {
    model: typeof model;
    docx: Buffer;
    xlsx: Buffer;
    pdf?: Buffer;
  };
}

const printDay = (day: string) => day.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, '$1年$2月$3日');
const squashed = (words: string) => words.replace(/\s/g, '');

/** Of a text, what is neither a sentence that was expected nor quoted: no number may be left in it. */
function rest(paragraphs: string[], expected: string[], truth: CircularTruth, basis: string): string {
  const quoted = [
    ...[...truth.findings, ...truth.reviews].map(({ message }) => message.replace(/[。；;.]+$/, '')),
    ...truth.tasks.flatMap(({ title, dueText, responsible }) => [title, dueText, responsible.join('、')]),
    ...[asOf, addDays(asOf, 15)].map(printDay),
    ...['2026年第二季度', '2026年第一季度', '2026年第26周', '2026年6月', '2026年度', basis],
  ];
  let left = paragraphs.join('\n').replace(/附件：?\d?|^\d\. /gm, '');
  for (const words of [...expected, ...quoted].sort((a, b) => b.length - a.length)) left = left.replaceAll(words, '');
  return left;
}

interface Case {
  kind: CircularKind;
  period: string;
  special?: SpecialRule;
  /** Sentences beside those on problems. */
  words: (truth: CircularTruth) => string[];
}

const cases: [string, Case][] = [
  ['每周调度', { kind: 'weekly', period: periods.weekly, words: (of) => [...taskWords(of), ...unitWords(of)] }],
  ['月度', { kind: 'monthly', period: periods.monthly, words: (of) => [scopeWords(of), ...scoreWords(of)] }],
  [
    '季度',
    {
      ...{ kind: 'quarterly', period: periods.quarterly },
      words: (of) => [scopeWords(of), ...scoreWords(of), ...rateWords(of)],
    },
  ],
  [
    '年度',
    {
      ...{ kind: 'annual', period: periods.annual },
      words: (of) => [scopeWords(of), ...scoreWords(of), ...rateWords(of), ...taskWords(of), ...quarterWords(of)],
    },
  ],
  [
    '专项',
    {
      ...{ kind: 'special', period: periods.quarterly, special: { by: 'grade', grade: '良好' } },
      words: ({ standings }) => {
        const scores = standings.map(({ score }) => Number(score));
        return [
          `等次为良好及以下的单位共${standings.length}个`,
          scores.length === 1 ? `得分${scores[0]}分` : `其中最高${Math.max(...scores)}分，最低${Math.min(...scores)}分`,
        ];
      },
    },
  ],
];

describe.each(programmes)('circulars of a county under %s', (programme) => {
  it.each(cases)('%s：every number is the one that the service gives', async (_, one) => {
    const { model, docx, xlsx, pdf } = await print(programme, one.kind, one.period, one.special);
    const scope = new URLSearchParams({ programme, period: one.period }).toString();
    const all = await circularTruth(ask, scope, names);
    const low = all.standings.filter(({ grade }) => grades.indexOf(grade ?? '优秀') > 0).map(({ name }) => name);
    const truth = one.special ? await circularTruth(ask, scope, low) : all;

    const paragraphs = await readDocxParagraphs(docx);
    const text = paragraphs.join('\n');
    const kinds = one.kind === 'weekly' ? [] : kindWords(truth, text, one.kind !== 'special');
    const expected = [...one.words(truth), ...problemWords(truth), ...kinds];
    for (const words of expected) expect(text).toContain(words);
    expect(rest(paragraphs, expected, truth, model.givens['basis']!)).not.toMatch(/\d/);
    // Nothing of the plan’s own place is left in what another place sends.
    expect(text.replace(model.givens['basis']!, '')).not.toMatch(/区（市）|，[区市]政府|undefined|null|NaN/);

    const sheets = await xlsxRows(xlsx);
    const tables = await docxTables(docx);
    const at = (title: string) => model.annex.findIndex((table) => table.id === title);
    const { ranking, findings } = annexRows(truth);
    const known = new Set(Object.keys(sheets[at('ranking')]![0]!));
    const shown = ranking.map((row) => Object.fromEntries(Object.entries(row).filter(([key]) => known.has(key))));
    for (const row of shown) expect(sheets[at('ranking')]).toContainEqual(expect.objectContaining(row));
    expect(sheets[at('ranking')]).toHaveLength(ranking.length);
    for (const row of findings) expect(sheets[at('findings')]).toContainEqual(expect.objectContaining(row));
    expect(sheets[at('findings')]).toHaveLength(findings.length);
    if (at('tasks') >= 0)
      expect(sheets[at('tasks')]!.map((row) => [row['任务'], row['完成时限']])).toEqual(
        truth.tasks.map(({ title, dueText }) => [title, dueText]),
      );
    for (const [i, rows] of sheets.entries())
      expect(tables[i]!.slice(1)).toEqual(
        rows.map((row) => Object.values(row).map((value) => (value === null || value === '' ? '—' : String(value)))),
      );
    await hasTheGrid(docx);
    if (pdf) await isTheSamePage(pdf, paragraphs, model.sampleNotice ?? '');
  });
});

/** Millimetres: 22 lines in 225. */
const pitch = (28.95 / 72) * 25.4;

/** 22 lines of 28 characters within 37, 28, 35 and 26 mm, by the settings of the Word file. */
async function hasTheGrid(docx: Buffer): Promise<void> {
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
  const body = /<w:p>(?:(?!<\/w:p>).)*现将.*?有关情况(?:专项)?通报如下：.*?<\/w:p>/s.exec(xml)![0];
  expect(body).toContain(`w:line="${pitch}"`);
  expect(body).toContain('w:lineRule="exact"');
  const size = Number(/<w:sz w:val="(\d+)"/.exec(body)![1]) * 10;
  const closer = Number(/<w:spacing w:val="(-?\d+)"/.exec(body)![1]);
  expect(Math.floor((width - numberOf('pgMar', 'left') - numberOf('pgMar', 'right')) / (size + closer))).toBe(28);
}

/** The words of the Word file, set on the same grid by their places in the PDF. */
async function isTheSamePage(pdf: Buffer, paragraphs: string[], notice: string): Promise<void> {
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
