import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser } from '#crawlers';
import { points, printPoints } from '#kernel';
import { assess, builtInProgrammes, issueCircular } from '#operations';
import type { ScoreNode } from '#scoring';
import type { StandingDto } from '../../apps/server/dto/assessment.dto.js';
import type { FindingPageDto, FindingRowDto, ScorecardDetailDto } from '../../apps/server/dto/scorecard.dto.js';
import { startServer, type RunningServer } from '../../apps/server/server.js';
import { docxTables, pdfPages, xlsxRows } from '../../libs/circulars/printed-files.test.js';
import { crawlCounty, type CrawledCounty } from './county.fixture.js';
import { launchBrowser, newPage, textWith } from './page.fixture.js';

// What a unit lost by one problem, wherever a reader may look it up.

const executablePath = findBrowser({ CHROMIUM_PATH: process.env.CHROMIUM_PATH });
const plan = { programme: 'pingliang-2020', period: '2026Q2' };
const scope = new URLSearchParams(plan).toString();
const names = ['云岭县发展和改革局', '云岭县住房和城乡建设局'];

let crawled: CrawledCounty;
let server: RunningServer;
let browser: Browser;
let folder: string;
let files: Record<string, Buffer>;
let finding: FindingRowDto;
let detail: ScorecardDetailDto;
let standing: StandingDto;

const ask = async <Answer>(path: string): Promise<Answer> =>
  (await (await fetch(`${server.url}/api/v1/${path}`)).json()) as Answer;

beforeAll(async () => {
  if (!executablePath) return;
  crawled = await crawlCounty(names);
  const { house, units } = crawled;
  await assess(house, { ...plan, units, replay: false });
  server = await startServer({
    settings: { HOST: '127.0.0.1', PORT: 0 },
    dataSource: house.database.dataSource,
    blobs: house.blobs,
    programmes: await builtInProgrammes(),
    now: () => house.clock.now(),
  });
  browser = await launchBrowser(executablePath);
  folder = await mkdtemp(join(tmpdir(), 'one-finding-'));
  const books = { ...house, settings: { ...house.settings, CHROMIUM_PATH: executablePath } };
  const issued = await issueCircular(books, { ...plan, kind: 'quarterly', out: folder, only: names });
  const read = issued.files.map(async (path) => [path.split('.').at(-1)!, await readFile(path)] as const);
  files = Object.fromEntries(await Promise.all(read));

  const { rows } = await ask<FindingPageDto>(`findings?${scope}&kind=fail&limit=500`);
  // The dearest, with cents where there are any: a figure that could be rounded elsewhere.
  const worth = ({ points: lost }: FindingRowDto) => Number(lost) + (lost.includes('.') ? 100 : 0);
  finding = rows.sort((one, other) => worth(other) - worth(one))[0]!;
  detail = await ask<ScorecardDetailDto>(`scorecards/${finding.organisation}?${scope}`);
  const standings = await ask<StandingDto[]>(`scorecards?${scope}`);
  standing = standings.find(({ organisation }) => organisation === finding.organisation)!;
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
  await crawled?.close();
  if (folder) await rm(folder, { recursive: true, force: true });
});

const nodesOf = (node: ScoreNode): ScoreNode[] => [node, ...node.children.flatMap(nodesOf)];
const squashed = (words: string) => words.replace(/\s/g, '');

describe.skipIf(!executablePath)('one problem that cost points', () => {
  it('is the same in the list, by itself and on the scorecard, whose item lost what its problems cost', async () => {
    expect(Number(finding.points)).toBeGreaterThan(0);
    const { state: _, ...alone } = await ask<FindingRowDto>(`findings/${finding.id}?${scope}`);
    expect(finding).toMatchObject(alone);
    const { scorecard, findings } = detail;
    expect(findings).toContainEqual(finding);
    const item = nodesOf(scorecard.tree).find((node) => node.findings.includes(finding.id))!;
    expect([item.clause, item.indicator]).toEqual([finding.clause, finding.indicator]);
    const costs = findings.filter(({ id }) => item.findings.includes(id)).map((one) => points(one.points));
    const lost = costs.reduce((sum, one) => sum.plus(one), points('0'));
    expect(printPoints(lost)).toBe(printPoints(points(item.before!).minus(item.points!)));
    expect(standing).toMatchObject({ score: scorecard.score, rank: scorecard.rank, grade: scorecard.grade });
  });

  it('is the same on the pages of problems, of the unit and of all units', async () => {
    const page = await newPage(browser, 1440);
    const told = ['新发现', `扣 ${finding.points} 分`, `条款 ${finding.clause}`, finding.message, finding.evidence.url];
    const card = page.locator(`#finding-${finding.id}`);
    const { organisation, indicator } = finding;
    const narrowed = new URLSearchParams({ ...plan, organisation, indicator });
    await page.goto(`${server.url}/findings?${narrowed.toString()}`, { waitUntil: 'networkidle' });
    await card.waitFor();
    for (const words of told) expect(await card.innerText()).toContain(words);

    await page.goto(`${server.url}/scorecards/${organisation}?${scope}&tab=findings`, { waitUntil: 'networkidle' });
    await card.waitFor();
    for (const words of told) expect(await card.innerText()).toContain(words);
    const { score, rank, grade } = detail.scorecard;
    const summary = squashed(await page.locator('.summary').innerText());
    expect(summary).toContain(`得分${score}分${grade ?? '不评等次'}`);
    expect(summary).toContain(rank === null ? '同类名次—' : `同类名次第${rank}`);
    await page.getByRole('tab', { name: '得分明细' }).click();
    const item = nodesOf(detail.scorecard.tree).find((node) => node.findings.includes(finding.id))!;
    await textWith(page, [item.title]);
    const row = page.locator('summary').filter({ hasText: item.title });
    expect(squashed(await row.innerText())).toContain(`${item.points}/${item.max}分`);

    await page.goto(`${server.url}/scorecards?${scope}`, { waitUntil: 'networkidle' });
    await page.getByRole('link', { name: standing.name }).first().waitFor();
    const line = page.getByRole('row').filter({ hasText: standing.name });
    expect(await line.first().innerText()).toContain(score!);
    await page.close();
  });

  it('is the same in the circular as Word, as PDF and in its annex', async () => {
    const { score, rank, grade } = detail.scorecard;
    const { clause, points: lost, remedy, evidence } = finding;
    const message = asInLetters(finding.message);
    const name = standing.name;
    const cells = [message, clause, lost];
    const wide = [remedy, evidence.url, evidence.capture];

    const tables = await docxTables(files['docx']!);
    const [ranking, problems] = tables;
    const line = problems!.find((row) => row.includes(evidence.capture) && row.includes(message))!;
    expect([line[1], ...line.slice(3, 6), ...line.slice(7)]).toEqual([name, ...cells, ...wide]);
    const place = ranking!.find((row) => row[1] === name)!;
    expect([place[0], place[3], place[6]]).toEqual([String(rank ?? '—'), score, grade]);

    const words = (await pdfPages(files['pdf']!)).map((sheet) => sheet.words).join('');
    expect(words).toContain(squashed([name, line[2], ...cells, line[6], ...wide].join('')));
    expect(words).toContain(squashed(place.slice(0, 13).join('')));

    const [placed, listed] = await xlsxRows(files['xlsx']!);
    expect(placed!.find((row) => row['单位'] === name)).toMatchObject({ 名次: rank, 得分: Number(score), 等次: grade });
    const found = listed!.find((row) => row['取证编号'] === evidence.capture && row['具体问题'] === message);
    const facts = { 单位: name, 依据条款: clause, 扣分: Number(lost), 网页地址: evidence.url };
    expect(found).toMatchObject(facts);
    expect(listed!.filter((row) => row['单位'] === name)).toHaveLength(Number(place[8]));
  });

  it('is the same in the ledger that is exported, to each of its rows', async () => {
    const shown = 'organisation,clause,message,points,state,url,capture';
    const answer = await fetch(`${server.url}/api/v1/ledgers/findings/export?${scope}&format=xlsx&columns=${shown}`);
    const [rows] = await xlsxRows(Buffer.from(await answer.arrayBuffer()));
    const own = rows!.find((row) => row['问题'] === finding.message && row['单位'] === standing.name);
    expect(own).toMatchObject({ 条款: finding.clause, 扣分: Number(finding.points), 网址: finding.evidence.url });
    expect(own).toMatchObject({ 状态: '新发现', 取证编号: finding.evidence.capture });
    const { rows: all } = await ask<FindingPageDto>(`findings?${scope}&limit=500`);
    const printed = (row: { message: string; points: string }) => `${row.message} ${Number(row.points)}`;
    expect(rows!.map((row) => `${String(row['问题'])} ${Number(row['扣分'])}`).sort()).toEqual(all.map(printed).sort());
    const [, listed] = await xlsxRows(files['xlsx']!);
    const failed = all.filter(({ kind, state }) => kind === 'fail' && state !== 'fixed').map(printed);
    const annexed = listed!.map((row) => `${String(row['具体问题'])} ${Number(row['扣分'])}`);
    expect(annexed.sort()).toEqual(failed.map(asInLetters).sort());
  });
});

/** The days of a sentence as letters write them: 2026-03-05 → 2026年3月5日. */
function asInLetters(words: string): string {
  return words.replace(
    /(\d{4})-(\d{2})-(\d{2})/g,
    (_, year, month, day) => `${year}年${Number(month)}月${Number(day)}日`,
  );
}
