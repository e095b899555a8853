import { createServer, type Server } from 'node:http';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OrganisationRow } from '#database';
import { BadInput, readSettings } from '#kernel';
import { crawlRound, findProgramme, importFile, importForm, openHouse, sinceThen, type House } from '#operations';
import { itemsOf } from '#scoring';
import { assessWhole } from '../assess-whole.js';
import { organisation } from './support/invented.js';
import { temporaryPlace, type TemporaryPlace } from './support/temporary-database.js';

// The office for approvals of the district and one of its streets, by the names that the plan gives them, on invented sites.
const [bureau, street] = ['区行政审批服务局', '盛庄街道办事处'];
const plan = { programme: 'luozhuang-2020', period: '2026Q2', asOf: '2026-06-30' };

let server: Server;
let house: House;
let place: TemporaryPlace;
let units: OrganisationRow[];

beforeAll(async () => {
  place = await temporaryPlace();
  // Time goes on by a second with every look at it, so that no two files are imported at once.
  let seconds = 0;
  const clock = { now: () => new Date(Date.parse('2026-07-10T08:00:00+08:00') + 1000 * seconds++) };
  house = await openHouse(readSettings({ ...place.settings, MINGJING_NO_BROWSER: '1' }), clock);
  const answers: Record<string, string> = {
    '/': '<div class="nav"><a href="/zfxxgk/">政府信息公开</a></div><p>欢迎访问</p>',
    '/zfxxgk/': '<h1>政府信息公开</h1><ul><li><a href="/zn.html">政府信息公开指南</a></li></ul>',
    '/zn.html': '<h1>政府信息公开指南</h1><p>为方便公民、法人和其他组织查阅信息，编制本指南。</p>',
  };
  server = createServer((request, response) => {
    const text = answers[request.url ?? ''];
    response.writeHead(text === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(`<html><head><meta charset="utf-8"><title>公开</title></head><body>${text ?? ''}</body></html>`);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  units = await house.organisations.importOrganisations([
    organisation(bureau, { site: `http://127.0.0.1:${port}/`, level: '县', category: '部门', aliases: ['审批局'] }),
    organisation(street, { site: `http://localhost:${port}/`, level: '乡', category: '街镇' }),
  ]);
  const { signal } = new AbortController();
  const network = { allowNetworks: '127.0.0.1/32,::1/128', intervalMs: 0 };
  await crawlRound(house, { units, full: true, sample: true, ...network, signal });
});

afterAll(async () => {
  await house?.close();
  server?.close();
  await place?.remove();
});

const assess = (change: object = {}) => assessWhole(house, { ...plan, units, replay: false, ...change });
const replay = async (change: object = {}) => (await assess({ replay: true, ...change })).replay;
const unchanged = { compared: 2, differing: [] };

async function nodeOf(indicator: string, unit = bureau, change: object = {}) {
  const { row } = await assess(change);
  const card = row.scorecards.find((one) => one.organisation.name === unit)!;
  const task = (id: string) => row.tasks.find((one) => one.task === id);
  return { node: itemsOf(card.tree).find((one) => one.indicator === indicator)!, card, task };
}

async function save(name: string, ...lines: string[]): Promise<string> {
  const file = join(place.folder, name);
  await writeFile(file, lines.join('\n'));
  return file;
}

const records = '单位,指标,时期,结果,数量,依据,认定人,日期,证据链接';

describe('what people decide', () => {
  it('is asked for in a workbook, filled in, imported, and settles what no site shows', async () => {
    const before = await nodeOf('service-names-same');
    expect(before.node).toMatchObject({ outcome: 'notMeasured', points: null });
    expect(before.task('LZT-05')).toMatchObject({ state: 'notMeasured' });

    const form = await importForm(house, 'records', plan);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(form.bytes as unknown as ExcelJS.Buffer);
    const sheet = book.worksheets[0]!;
    const header = (sheet.getRow(1).values as string[]).slice(1);
    const at = (row: number, title: string) => sheet.getCell(row, header.indexOf(title) + 1);
    const rowOf = (unit: string, id: string) => {
      const rows = Array.from({ length: sheet.rowCount }, (_, n) => n + 1);
      return rows.find((n) => at(n, '单位').value === unit && at(n, '指标').value === id);
    };
    expect(sheet.rowCount).toBe(form.rows + 1);
    // The zones are asked of the office for approvals alone.
    expect(rowOf(street, 'LZ-08')).toBeUndefined();
    const fill = (id: string, values: Record<string, string | Date>) => {
      const row = rowOf(bureau, id)!;
      for (const [title, value] of Object.entries(values)) at(row, title).value = value;
    };
    const by = { 认定人: '区政府办公室', 日期: new Date('2026-06-20T00:00:00Z') };
    fill('LZ-04', { ...by, 结果: '符合', 依据: '与政务服务网逐项核对一致' });
    fill('LZ-08', { ...by, 结果: '符合', 依据: '现场查看三处体验区', 证据链接: 'https://www.yunling.example/zone' });
    const file = join(place.folder, '认定.xlsx');
    await book.xlsx.writeFile(file);
    expect(await importFile(house, 'records', file)).toEqual({ rows: 2, units: 1, known: false });

    // What was published before does not know of it.
    expect(await replay()).toEqual(unchanged);
    const after = await nodeOf('service-names-same');
    expect(after.node).toMatchObject({ outcome: 'pass', points: '1' });
    expect(after.node.reason).toContain('经区政府办公室2026-06-20认定符合：与政务服务网逐项核对一致（认定.xlsx）');
    expect(after.task('LZT-05')).toMatchObject({ state: 'done' });
    expect(after.card.evidenceDigest).not.toBe(before.card.evidenceDigest);
    expect(await replay()).toEqual(unchanged);
    // Of the other unit nothing was said.
    expect((await nodeOf('service-names-same', street)).node.outcome).toBe('notMeasured');
  });

  it('gives way to what is said later, of its own period alone, and what was said stays kept', async () => {
    const line = (result: string) =>
      `审批局,service-names-same,2026Q2,${result},,抽查12项有2项名称不同,区政府办公室,2026-07-01,`;
    expect(await importFile(house, 'records', await save('更正.csv', records, line('不符合')))).toMatchObject({
      rows: 1,
    });
    expect(await replay()).toEqual(unchanged);
    const { node, card } = await nodeOf('service-names-same');
    expect(node).toMatchObject({ outcome: 'fail', points: '0' });
    const [found] = card.results.find(({ indicator }) => indicator === 'service-names-same')!.findings;
    expect(found).toMatchObject({ message: expect.stringContaining('抽查12项有2项名称不同') as string });
    const other = await nodeOf('service-names-same', bureau, { period: '2026Q1', asOf: '2026-03-31' });
    expect(other.node.outcome).toBe('notMeasured');
    expect((await house.imports.imports()).map(({ name }) => name)).toEqual(['认定.xlsx', '更正.csv']);

    const programme = await findProgramme(plan.programme);
    const tried = await sinceThen(house, { ...plan, programme, against: '2026Q1', units });
    const moved = tried.units.find(({ name }) => name === bureau)?.items ?? [];
    expect(moved.find(({ id }) => id === 'service-names-same')).toMatchObject({ before: null, after: '0' });
    expect(await replay()).toEqual(unchanged);
  });

  it('is refused as a whole where a row is wrong', async () => {
    const file = await save(
      '错.csv',
      records,
      '审批局,LZ-04,2026Q2,符合,,核对一致,区政府办公室,2026-06-20,',
      '水利局,LZ-04,2026Q2,符合,,核对一致,区政府办公室,2026-06-20,',
      '审批局,LZ-404,2026Q2,符合,,核对一致,区政府办公室,2026-06-20,',
      '审批局,LZ-01,2026Q2,不符合,,没有公布,区政府办公室,2026-06-20,',
      '审批局,LZ-04,2026Q2,,3,核对一致,区政府办公室,2026-06-20,',
      '审批局,LZ-04,2026Q2,符合,,,,2027-06-20,',
    );
    const error: unknown = await importFile(house, 'records', file).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(BadInput);
    expect((error as BadInput).message.split('\n').map((line) => line.split('：')[0])).toEqual([
      '错.csv 第3行“单位”列',
      '错.csv 第4行“指标”列',
      '错.csv 第5行“指标”列',
      '错.csv 第6行“指标”列',
      '错.csv 第7行“依据”列',
      '错.csv 第7行“认定人”列',
      '错.csv 第7行“日期”列',
    ]);
    expect(await house.imports.imports()).toHaveLength(2);
  });

  it('is scored by a plan of the office’s own, counts too', async () => {
    const guide = await readFile(new URL('../../docs/programmes.md', import.meta.url), 'utf8');
    const own = await save('自己的方案.yaml', /```yaml\n([^]*?)```/.exec(guide)![1]!);
    const about = { programme: own, period: '2026Q2' };
    const nodes = async () => {
      const { card } = await nodeOf('evidence', bureau, about);
      const leaves = itemsOf(card.tree);
      return (id: string) => leaves.find((one) => one.id === id)!;
    };
    const before = await nodes();
    expect(['training', 'corrected', 'praised'].map((id) => before(id).outcome)).toEqual(Array(3).fill('notMeasured'));

    const file = await save(
      '年度.csv',
      records,
      '审批局,YL-04,2026Q2,符合,,签到表两份,县政府办公室、县司法局,2026-06-20,',
      '审批局,复议诉讼被纠错,2026Q2,,2,复议决定书两份,县司法局,2026-06-21,',
    );
    await expect(importFile(house, 'records', file)).rejects.toBeInstanceOf(BadInput);
    await importFile(house, 'records', file, [await findProgramme(own)]);
    const after = await nodes();
    expect(after('training')).toMatchObject({ outcome: 'pass', points: '10' });
    expect(after('corrected')).toMatchObject({ outcome: 'fail', points: '-6' });
    expect(after('corrected').reason).toContain('县司法局2026-06-21：复议决定书两份，年度.csv');
    expect(after('praised').outcome).toBe('notMeasured');
    expect(await replay(about)).toEqual(unchanged);
  });
});

describe('what people excuse', () => {
  it('turns a problem into compliance in its own days alone, and says on whose word', async () => {
    const failing = await nodeOf('catalogue-published', street);
    expect(failing.node).toMatchObject({ outcome: 'fail', points: '0' });

    const form = await importForm(house, 'excuses', { ...plan, only: [street] });
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(form.bytes as unknown as ExcelJS.Buffer);
    const sheet = book.worksheets[0]!;
    const header = (sheet.getRow(1).values as string[]).slice(1);
    const at = (row: number, title: string) => sheet.getCell(row, header.indexOf(title) + 1);
    const rows = Array.from({ length: form.rows }, (_, n) => n + 2);
    const row = rows.find((n) => at(n, '指标').value === 'catalogue-published')!;
    const said = {
      事由: '豁免',
      起: '2026-06-01',
      止: '2026-06-30',
      说明: '街道合并，目录随新街道公布',
      批准人: '区政府办公室',
    };
    for (const [title, value] of Object.entries(said)) at(row, title).value = value;
    const file = join(place.folder, '豁免.xlsx');
    await book.xlsx.writeFile(file);
    expect(await importFile(house, 'excuses', file)).toEqual({ rows: 1, units: 1, known: false });
    expect(await importFile(house, 'excuses', file)).toEqual({ rows: 1, units: 1, known: true });
    expect(await replay()).toEqual(unchanged);

    const { node } = await nodeOf('catalogue-published', street);
    expect(node).toMatchObject({ outcome: 'pass', points: node.max, findings: [] });
    expect(node.reason).toContain('豁免，区政府办公室批准，至2026-06-30：街道合并，目录随新街道公布');
    expect(await replay()).toEqual(unchanged);

    const outside = (asOf: string, period: string) => nodeOf('catalogue-published', street, { asOf, period });
    expect((await outside('2026-05-31', '2026Q2')).node.outcome).toBe('fail');
    expect((await outside('2026-07-01', '2026Q3')).node.outcome).toBe('fail');
    expect((await nodeOf('catalogue-published', bureau)).node.outcome).not.toBe('pass');
  });
});
