import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '#calendar';
import { composeCircular, printCircular, type CircularKind, type SpecialRule } from '#circulars';
import { findBrowser } from '#crawlers';
import {
  assess,
  builtInProgrammes,
  findProgramme,
  issueNotice,
  saveLetterhead,
  writeDispatchRemark,
  type Author,
} from '#operations';
import type { Programme } from '#programmes';
import type { DispatchSheetDto } from '../../apps/server/dto/dispatch.dto.js';
import type { NoticePageDto } from '../../apps/server/dto/rectification.dto.js';
import { startServer, type RunningServer } from '../../apps/server/server.js';
import { readDocxParagraphs } from '../../libs/circulars/docx/read-docx-text.js';
import { docxTables, xlsxRows } from '../../libs/circulars/printed-files.test.js';
import { freezeCircular } from '../../libs/operations/issue-circular.js';
import { localise } from '../../libs/operations/local-offices.js';
import { crawlCounty, type CrawledCounty } from '../e2e/county.fixture.js';
import {
  annexRows,
  circularTruth,
  kindWords,
  printDay,
  problemWords,
  quarterWords,
  rateWords,
  scopeWords,
  scoreWords,
  taskWords,
  unitWords,
  type CircularTruth,
} from './support/circular-truth.js';
import { dispatchTruth, noticeTruth } from './support/letter-truth.js';
import { hasTheGrid, isTheSamePage } from './support/measured-page.js';
import { signedIn, type SignedIn } from './support/signed-in.js';

// One county, crawled once and scored by every programme; each kind of circular is written, opened again, and set beside what
// the service says of the same period.

const browser = findBrowser({ CHROMIUM_PATH: process.env.CHROMIUM_PATH });
const asOf = '2026-06-30';
const names = ['云岭县人民政府', '云岭县发展和改革局', '云岭县住房和城乡建设局', '云岭县河湾镇人民政府'];
const programmes = ['qingdao-2020', 'tengzhou-2017', 'xulaijie-2022', 'pingliang-2020', 'luozhuang-2020'];
const periods = { weekly: '2026-W26', monthly: '2026-06', quarterly: '2026Q2', annual: '2026' };
const issuer = '云岭县人民政府办公室';
const office = {
  ...{
    issuer,
    heading: `${issuer}文件`,
    code: '云政办发',
    recipients: '各乡镇人民政府，县政府各部门',
    copyTo: '县委办公室',
  },
  ...{ signature: issuer, printedBy: issuer, contact: '政务公开股', publicNote: '', inUse: true },
};
const grades = ['优秀', '良好', '合格', '不合格'];

let crawled: CrawledCounty;
let server: RunningServer;
let assessor: SignedIn;
let doer: Author;

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
  assessor = await signedIn(house, { role: 'assessor', now: house.clock.now() });
  doer = { account: assessor.account.id, name: '某甲', unit: null, sample: true };
});

afterAll(async () => {
  await server?.close();
  await crawled?.close();
});

const get = (path: string) => assessor.fetch(`${server.url}/api/v1/${path}`);
const ask = async <Answer>(path: string): Promise<Answer> => (await (await get(path)).json()) as Answer;
const bytesOf = async (path: string) => Buffer.from(await (await get(path)).arrayBuffer());

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

/** Of a text, what is neither a sentence that was expected nor quoted: no number may be left in it. */
function rest(paragraphs: string[], known: string[]): string {
  let left = paragraphs.join('\n');
  for (const words of [...known].sort((a, b) => b.length - a.length)) left = left.replaceAll(words, '');
  return left.replace(/附件：?\d?|^\d\. /gm, '');
}

const quotedIn = (truth: CircularTruth, basis: string): string[] => [
  ...[...truth.findings, ...truth.reviews].map(({ message }) => message.replace(/[。；;.]+$/, '')),
  ...truth.tasks.flatMap(({ title, dueText, responsible }) => [title, dueText, responsible.join('、')]),
  ...[asOf, addDays(asOf, 15)].map(printDay),
  ...['2026年第二季度', '2026年第一季度', '2026年第26周', '2026年6月', '2026年度', basis],
];

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
    expect(rest(paragraphs, [...expected, ...quotedIn(truth, model.givens['basis']!)])).not.toMatch(/\d/);
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
    await hasTheGrid(docx, /现将.*有关情况(?:专项)?通报如下：/);
    if (pdf) await isTheSamePage(pdf, paragraphs, model.sampleNotice ?? '');
  });
});

const notice = '示例数据，不得用于实际工作';

/** Days and years of a letter, and what it quotes of its plan. */
const about = (programme: Programme, ...days: string[]) => [
  ...[programme.title, localise(programme.circular, '云岭县').basis, '2026年第26周'],
  ...days.map(printDay),
];

describe.each(programmes)('letters of a county under %s', (id) => {
  it('一周一调度：every number is the one that the service gives', async () => {
    const { house } = crawled;
    const programme = await findProgramme(id);
    const week = { programme: id, week: periods.weekly };
    const remark = { ...week, id: randomUUID(), words: '请有关单位抓紧办理。', seen: null };
    await writeDispatchRemark(house, remark, { doer, now: house.clock.now() });
    const query = new URLSearchParams(week).toString();
    const shown = await ask<DispatchSheetDto>(`dispatch?${query}`);
    const truth = dispatchTruth(shown);
    const docx = await bytesOf(`dispatch/sheet.docx?${query}`);
    const paragraphs = await readDocxParagraphs(docx);
    expect(shown.summary).toBe(truth.summary);
    for (const words of [...truth.words, remark.words]) expect(paragraphs.join('\n')).toContain(words);
    expect(rest(paragraphs, [...truth.words, ...about(programme, shown.to)])).not.toMatch(/\d|undefined|null/);
    expect((await docxTables(docx)).slice(0, -1)).toEqual(truth.table.length > 1 ? [truth.table] : []);
    await hasTheGrid(docx, /^现将《.*任务进展调度如下/);
    if (browser) await isTheSamePage(await bytesOf(`dispatch/sheet.pdf?${query}`), paragraphs, notice);
  });

  it('整改通知：every number is the one that the service gives, and its 发文字号 that of its office', async () => {
    const { house } = crawled;
    const now = house.clock.now();
    const serial = programmes.indexOf(id) + 1;
    if (serial === 1)
      await saveLetterhead(house, { id: randomUUID(), base: 0, content: office, reason: '新设' }, { doer, now });
    const programme = await findProgramme(id);
    const scope = { programme: id, period: periods.quarterly };
    const query = new URLSearchParams(scope).toString();
    const { findings } = await circularTruth(ask, query, names);
    const organisation = findings[0]!.organisation;
    const own = findings.filter((one) => one.organisation === organisation).map((one) => one.id);
    const number = `云政办发〔2026〕${serial}号`;
    const sent = { ...scope, id: randomUUID(), programme, sample: true, organisation, findings: own };
    await issueNotice(house, { ...sent, demand: '请逐项整改。', number }, doer, now);
    const [shown] = (await ask<NoticePageDto>(`rectifications?${query}`)).rows;
    const truth = noticeTruth(shown!, office.issuer);
    const docx = await bytesOf(`rectifications/${sent.id}/letter.docx`);
    const paragraphs = await readDocxParagraphs(docx);
    expect(shown!.number).toBe(number);
    for (const words of [...truth.words, number]) expect(paragraphs.join('')).toContain(words);
    expect(rest(paragraphs, [...truth.words, number, ...about(programme, asOf)])).not.toMatch(/\d|undefined|null/);
    const [table] = await docxTables(docx);
    expect(table).toEqual(truth.table);
    expect(table).toHaveLength(own.length + 1);
    await hasTheGrid(docx, /经对你单位政务公开情况进行检测/);
    if (browser) await isTheSamePage(await bytesOf(`rectifications/${sent.id}/letter.pdf`), paragraphs, notice);
  });
});
