import { randomUUID } from 'node:crypto';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { siteId } from '#database';
import { MemoryBlobStore } from '#evidence';
import type { DocumentFact, SiteFacts } from '#facts';
import { findProgramme } from '#operations';
import { writeXlsx } from '#sheets';
import type {
  LedgerFileDto,
  LedgerPageOfDocumentsDto,
  LedgerPreviewDto,
  NonpublicSharesDto,
  UnlistedPagesDto,
} from '../../apps/server/dto/document-ledger.dto.js';
import type { ReexaminationPageDto } from '../../apps/server/dto/reexamination.dto.js';
import { startServer, type RunningServer } from '../../apps/server/server.js';
import { emptyFacts } from './support/invented.js';
import { signedIn, type SignedIn } from './support/signed-in.js';
import { openTemporaryDatabase, type TemporaryDatabase } from './support/temporary-database.js';
import { period, programme, settleTwoDepartments, type TwoDepartments } from './support/two-departments.js';

let database: TemporaryDatabase;
let server: RunningServer;
let place: TwoDepartments;
let department: SignedIn;
let stranger: SignedIn;
let office: SignedIn;
let leader: SignedIn;
let seconds = 0;

const name = '云岭县财政局';
const other = '云岭县教育局';
const scope = `programme=${programme}&period=${period}`;

function page(n: number, change: Partial<DocumentFact> = {}): DocumentFact {
  return {
    ...{ url: `https://czj.yunling.example/${n}.html`, kind: 'document', title: `关于做好第${n}类资金管理工作的通知` },
    ...{ documentNumber: `云财〔2022〕${n}号`, indexNumber: null, issuer: null, validity: null },
    issuedOn: { on: '2022-09-01', source: 'metadata', words: '2022-09-01' },
    publishedOn: { on: '2022-09-15', source: 'tag', words: '2022-09-15' },
    ...{ publishedOnOthers: [], columnKey: 'policy', columnName: '政策文件', attachments: [], capture: `page-${n}` },
    ...change,
  };
}

const facts: SiteFacts = {
  ...emptyFacts,
  home: { url: 'https://czj.yunling.example/', outcome: 'ok', capture: 'home', seenOn: '2022-12-31' },
  columns: [
    {
      ...{ key: 'policy', name: '政策文件', url: 'https://czj.yunling.example/zc/', state: 'found', outcome: 'ok' },
      ...{ itemDates: [], undatedItems: 0, itemCount: 4, isPage: false, complete: true, statementOn: null },
      ...{ capture: 'column', note: null },
    },
  ],
  documents: [
    page(1),
    page(2, { publishedOn: { on: '2022-11-15', source: 'tag', words: '2022-11-15' } }),
    page(3, { title: '关于召开全县财政工作会议的通知' }),
    page(9, { title: '关于公布行政事业性收费目录的公告' }),
  ],
};

beforeAll(async () => {
  database = await openTemporaryDatabase();
  const blobs = new MemoryBlobStore();
  place = await settleTwoDepartments(database.stores, blobs);
  await database.stores.facts.saveSiteFacts(place.round, siteId(place.own.unit.site!), facts);
  server = await startServer({
    settings: { HOST: '127.0.0.1', PORT: 0 },
    dataSource: database.dataSource,
    blobs,
    programmes: [await findProgramme(programme)],
    now: () => new Date(Date.parse('2023-01-11T02:00:00Z') + 1000 * seconds++),
  });
  department = await signedIn(database.stores, { role: 'department', unit: place.own.unit.id });
  stranger = await signedIn(database.stores, { role: 'department', unit: place.other.unit.id });
  office = await signedIn(database.stores, { role: 'assessor' });
  leader = await signedIn(database.stores, { role: 'leader' });
});

afterAll(async () => {
  await server?.close();
  await database?.close();
});

type Line = [unit: string, title: string, number: string, day: string, openness: string, reason: string];
const titles = ['单位', '标题', '发文字号', '成文日期', '公开属性', '不公开理由'];

const sheet = (lines: Line[]): Promise<Uint8Array> =>
  writeXlsx([
    {
      name: '台账',
      columns: titles.map((title) => ({ key: title, title })),
      rows: lines.map((line) => Object.fromEntries(titles.map((title, n) => [title, line[n] ?? '']))),
    },
  ]);

const lines: Line[] = [
  [name, '关于做好第1类资金管理工作的通知', '云财[2022]1号', '2022-09-01', '主动公开', ''],
  [name, '关于做好第2类资金管理工作的通知', '云财（2022）2号', '2022-09-01', '主动公开', ''],
  [name, '关于做好第3类资金管理工作的通知', '云财〔2022〕3号', '2022-09-01', '主动公开', ''],
  [name, '关于做好县级储备粮轮换的通知', '云财〔2022〕4号', '2022-09-01', '主动公开', ''],
  [name, '关于预算调整的请示', '云财〔2022〕5号', '2022-09-05', '不予公开', '内部事务信息'],
  [name, '关于预算编制的请示', '云财〔2020〕5号', '2020-09-05', '主动公开', ''],
];

async function send(by: SignedIn, path: string, bytes: Uint8Array): Promise<{ status: number; json: never }> {
  const answer = await by.fetch(`${server.url}/api/v1/ledger/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: new Uint8Array(bytes),
  });
  return { status: answer.status, json: (await answer.json()) as never };
}

async function get<Answer>(by: SignedIn, path: string): Promise<Answer> {
  const answer = await by.fetch(`${server.url}/api/v1/${path}`);
  expect(answer.status).toBe(200);
  return (await answer.json()) as Answer;
}

async function post(by: SignedIn, path: string, sent: object) {
  const answer = await by.fetch(`${server.url}/api/v1/ledger/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(sent),
  });
  return { status: answer.status, json: (await answer.json()) as { id: string; message: string; author: string } };
}

const preview = async (by: SignedIn, bytes: Uint8Array) =>
  (await send(by, 'preview?name=t.xlsx', bytes)).json as LedgerPreviewDto;
const keep = (by: SignedIn, bytes: Uint8Array, state: string, id: string = randomUUID()) =>
  send(by, `files?${new URLSearchParams({ name: '台账.xlsx', id, state }).toString()}`, bytes) as Promise<{
    status: number;
    json: { id: string; rows: number; message: string };
  }>;
const ledger = (by: SignedIn, more = '') => get<LedgerPageOfDocumentsDto>(by, `ledger?${scope}${more}`);

describe('a ledger of documents', () => {
  it('is looked at row by row, and nothing of it is kept before it is confirmed', async () => {
    const bad = await preview(department, await sheet([lines[0]!, [other, '标题', '', '2099-13-01', '公开', '']]));
    expect(bad.faults.map(({ where, what }) => `${where} ${what}`)).toEqual([
      `t.xlsx 第3行“单位”列 “${other}”不是本单位`,
      't.xlsx 第3行“成文日期”列 “2099-13-01”不可用',
      't.xlsx 第3行“公开属性”列 “公开”不可用',
    ]);
    expect(bad.faults[0]?.accepted).toContain(name);
    const good = await preview(department, await sheet(lines));
    expect(good).toMatchObject({ faults: [], total: 6, units: [{ name, rows: 6, added: 6, changed: 0, same: 0 }] });
    expect(good.rows[1]).toMatchObject({ line: 3, documentNumber: '云财〔2022〕2号', change: 'new' });
    expect(await get<LedgerFileDto[]>(department, 'ledger/files')).toEqual([]);
    expect((await ledger(department)).total).toBe(0);
    // What is no table is told in words.
    expect((await preview(department, new TextEncoder().encode('<html>'))).faults).not.toEqual([]);
  });

  it('is kept once, and refused where another came meanwhile, for other units, or by whoever may not', async () => {
    const bytes = await sheet(lines);
    const { state } = await preview(department, bytes);
    const id = randomUUID();
    const kept = await keep(department, bytes, state, id);
    expect(kept).toMatchObject({ status: 201, json: { rows: 6 } });
    expect(await keep(department, bytes, state, id)).toMatchObject({ status: 201, json: { id: kept.json.id } });
    const late = await keep(department, bytes, state);
    expect(late.status).toBe(409);
    expect(late.json.message).toContain('请重新预览');
    expect((await keep(stranger, bytes, state)).status).toBe(400);
    expect((await keep(leader, bytes, state)).status).toBe(403);
    expect(await get<LedgerFileDto[]>(department, 'ledger/files')).toMatchObject([
      { name: '台账.xlsx', author: '某甲', units: [{ name }], withdrawal: null },
    ]);
    expect(await get<LedgerFileDto[]>(stranger, 'ledger/files')).toEqual([]);
    // Another department's does not get into the way of whoever looks at his own.
    const again = await preview(department, bytes);
    const foreign = await sheet([[other, '关于招生的通知', '', '2022-09-01', '主动公开', '']]);
    expect((await keep(stranger, foreign, (await preview(stranger, foreign)).state)).status).toBe(201);
    expect(again.units).toMatchObject([{ added: 0, changed: 0, same: 6 }]);
    expect((await preview(department, bytes)).state).toBe(again.state);
  });

  it('is set beside the site', async () => {
    const all = await ledger(department);
    const by = (title: string) => all.rows.find((row) => row.title.includes(title));
    expect(all.counts).toEqual({ onTime: 1, late: 1, ambiguous: 1, notFound: 2, nonpublic: 1 });
    expect(by('第1类')).toMatchObject({
      state: 'onTime',
      pages: [{ url: page(1).url, way: 'number', capture: 'page-1' }],
    });
    expect(by('第2类')).toMatchObject({
      state: 'late',
      deadline: '2022-09-30',
      why: expect.stringContaining('2022-11-15') as string,
    });
    expect(by('第3类')).toMatchObject({ state: 'ambiguous', pages: [], candidates: [{ url: page(3).url, way: null }] });
    expect(by('储备粮')).toMatchObject({ state: 'notFound' });
    expect(by('预算调整')).toMatchObject({ state: 'nonpublic', reason: '内部事务信息' });
    expect(all.units[0]).toMatchObject({ name, documents: 6, seenOn: '2022-12-31', gap: null });
    expect(all).toMatchObject({
      unlisted: 1,
      years: ['2022', '2020'],
      clause: expect.stringContaining('第二十六条') as string,
    });
    expect((await ledger(department, '&state=late')).total).toBe(1);
    expect((await ledger(department, '&words=5号')).total).toBe(2);
    expect((await ledger(department, '&year=2020')).total).toBe(1);
    const { rows } = await get<UnlistedPagesDto>(department, `ledger/unlisted?${scope}`);
    expect(rows).toMatchObject([{ title: '关于公布行政事业性收费目录的公告', doubt: null }]);
    // The other department's site was not read whole, and what it misses is never called missing.
    expect((await ledger(stranger)).counts).toEqual({ notMeasured: 1 });
    expect((await ledger(office)).total).toBe(7);
  });

  it('is matched by a person, once, and the word can be taken back', async () => {
    const row = (await ledger(department, '&state=ambiguous')).rows[0]!;
    const word = {
      ...{ id: randomUUID(), organisation: place.own.unit.id, programme, period, document: row.document },
      ...{ url: page(3).url, verdict: 'different', reason: '', seen: null as string | null },
    };
    const said = await post(department, 'decisions', word);
    expect(said.status).toBe(201);
    expect((await ledger(department, '&words=3号')).rows).toMatchObject([
      { state: 'notFound', candidates: [], words: [{ verdict: 'different', author: '某甲' }] },
    ]);
    const late = await post(office, 'decisions', { ...word, id: randomUUID(), verdict: 'same' });
    expect(late.status).toBe(404);
    const back = { ...word, id: randomUUID(), verdict: 'withdrawn', seen: said.json.id };
    expect((await post(office, 'decisions', back)).status).toBe(400);
    expect((await post(office, 'decisions', { ...back, reason: '点错了' })).status).toBe(201);
    expect((await post(department, 'decisions', { ...word, id: randomUUID(), verdict: 'same' })).status).toBe(201);
    const second = await post(office, 'decisions', { ...word, id: randomUUID() });
    expect(second.status).toBe(409);
    expect(second.json.message).toContain('是这份文件');
    expect((await ledger(department, '&words=3号')).rows).toMatchObject([
      { state: 'onTime', pages: [{ way: 'person' }] },
    ]);
    expect((await post(stranger, 'decisions', { ...word, id: randomUUID() })).status).toBe(404);
    const trail = await database.dataSource.query<{ sentence: string }[]>(
      `select sentence from audit_entry where sentence like '认定台账%'`,
    );
    expect(trail).toHaveLength(3);
  });

  it('tells the share of what is not public by year, and a year without a ledger is not measured', async () => {
    const shares = await get<NonpublicSharesDto[]>(department, `ledger/shares?${scope}`);
    expect(shares).toMatchObject([
      {
        name,
        years: [
          { year: 2020, documents: 1, share: '0', trend: null },
          { year: 2021, documents: null, share: null, trend: null },
          { year: 2022, documents: 5, refused: 1, share: '20', trend: null },
        ],
      },
      { name: place.below.name, years: [] },
    ]);
  });

  it('has what is not public looked at again every year', async () => {
    const list = (by: SignedIn) => get<ReexaminationPageDto>(by, `ledger/reexaminations?${scope}`);
    const before = await list(department);
    expect(before).toMatchObject({ total: 1, counts: { due: 1 }, year: 2023 });
    expect(before.basis).toContain('二(二)4');
    expect(before.rows).toMatchObject([{ title: '关于预算调整的请示', state: 'due', dueOn: '2023-12-31', word: null }]);
    const duties = () =>
      get<{ sections: { kind: string; lines: string[] }[] }[]>(
        department,
        `work-reminders?${scope}&organisation=${place.own.unit.id}`,
      );
    const line = { kind: 'nonpublic', title: '不公开文件年度复核', lines: ['1 份不公开文件本年待复核'] };
    expect((await duties())[0]?.sections).toContainEqual(line);
    const digest = await get<{ kind: string; text: string }[]>(office, `digest?${scope}`);
    expect(digest).toContainEqual({ kind: 'nonpublic', text: '1 份不公开文件本年待复核', path: '/ledger' });

    const about = { organisation: place.own.unit.id, programme, period, document: before.rows[0]!.document };
    const word = { ...about, id: randomUUID(), verdict: 'kept', reason: '', seen: null as string | null };
    expect((await post(department, 'reexaminations', word)).status).toBe(400);
    const kept = await post(department, 'reexaminations', { ...word, reason: '仍属内部事务信息' });
    expect(kept.status).toBe(201);
    expect((await list(department)).rows).toMatchObject([
      { state: 'kept', dueOn: '2024-12-31', word: { year: '2023', reason: '仍属内部事务信息' } },
    ]);
    expect((await duties())[0]?.sections).not.toContainEqual(line);
    const late = await post(office, 'reexaminations', {
      ...word,
      id: randomUUID(),
      verdict: 'opened',
      reason: '可公开',
    });
    expect(late.status).toBe(409);
    expect((await post(stranger, 'reexaminations', { ...word, id: randomUUID() })).status).toBe(404);
    const back = { ...word, id: randomUUID(), verdict: 'withdrawn', seen: kept.json.id, reason: '改为公开' };
    expect((await post(department, 'reexaminations', back)).status).toBe(201);
    const opened = { ...word, id: randomUUID(), verdict: 'opened', reason: '可以公开' };
    expect((await post(department, 'reexaminations', opened)).status).toBe(201);
    expect((await list(department)).rows).toMatchObject([{ state: 'opened', dueOn: null }]);
    // The site must show it.
    const shown = page(5, { title: '关于预算调整的请示' });
    const site = siteId(place.own.unit.site!);
    const more = { ...facts, documents: [...facts.documents, shown] };
    await database.stores.facts.saveSiteFacts(place.round, site, more);
    expect((await list(department)).rows).toMatchObject([{ state: 'shown' }]);
    await database.stores.facts.saveSiteFacts(place.round, site, facts);
  });

  it('comes as a workbook, and its empty form names the own unit', async () => {
    const bookOf = async (path: string) => {
      const answer = await department.fetch(`${server.url}/api/v1/ledger/${path}`);
      const book = new ExcelJS.Workbook();
      await book.xlsx.load(await answer.arrayBuffer());
      return book;
    };
    const report = await bookOf(`report.xlsx?${scope}`);
    expect(report.worksheets.map((one) => one.name)).toEqual(['台账与网站比对', '网站有而台账没有', '不公开占比']);
    expect(report.worksheets[0]?.getRow(2).getCell(1).text).toBe(name);
    const form = await bookOf('form.xlsx');
    expect(form.worksheets[0]?.getColumn(1).values.slice(1)).toEqual(['单位', name, place.below.name]);
  });

  it('can be taken back by whoever it is of, once', async () => {
    const [file] = await get<LedgerFileDto[]>(department, 'ledger/files');
    const about = { organisation: place.own.unit.id, file: file!.id, reason: '传错了文件' };
    expect((await post(department, 'withdrawals', { ...about, reason: ' ' })).status).toBe(400);
    expect((await post(stranger, 'withdrawals', { ...about, organisation: place.other.unit.id })).status).toBe(404);
    expect((await post(department, 'withdrawals', about)).status).toBe(201);
    expect((await post(office, 'withdrawals', about)).status).toBe(409);
    expect((await ledger(department)).total).toBe(0);
    expect(await get<LedgerFileDto[]>(department, 'ledger/files')).toMatchObject([
      { withdrawal: { reason: '传错了文件' } },
    ]);
  });
});
