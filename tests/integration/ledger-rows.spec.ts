import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ledgerKinds, LedgerSql, ledgerTable, type LedgerKind, type LedgerPage, type OrganisationRow } from '#database';
import { readSettings } from '#kernel';
import {
  assess,
  exportRows,
  findProgramme,
  ledgerDefinition,
  ledgerDefinitions,
  makeLedgers,
  openHouse,
  readView,
  type House,
  type LedgerView,
} from '#operations';
import { asOf, period, plan, settleLedgers } from './support/settled-ledgers.js';
import { temporaryPlace, type TemporaryPlace } from './support/temporary-database.js';

const scope = { programme: plan, period };

let place: TemporaryPlace;
let house: House;
let units: OrganisationRow[];

beforeAll(async () => {
  place = await temporaryPlace();
  house = await openHouse(readSettings({ ...place.settings, MINGJING_NO_BROWSER: '1' }));
  units = await settleLedgers(house);
});

afterAll(async () => {
  await house?.close();
  await place?.remove();
});

/** What rows say, of whatever ledger. */
interface Said {
  title: string;
  organisation: string;
  timeliness: string;
  publishedOn: string | null;
  workdaysTaken: number | null;
  formats: string[];
  linksToPolicy: boolean | null;
  key: string;
  missingElements: string[];
  parts: number | null;
  points: number;
  kind: string;
  state: string;
}

const headOf = async () => (await house.assessments.head({ ...scope, sample: false }))!;
const headId = async () => (await headOf()).id;

/** A view of all units, as it is asked of the store. */
async function queryOf(kind: LedgerKind, more: Partial<LedgerView>) {
  const { filters, sort } = readView(ledgerDefinition(kind), { filter: [], sort: null, columns: null, ...more });
  return { assessment: await headId(), organisations: null, filters, sort };
}

/** All rows of a view, page by page, forwards or backwards. */
async function paged(
  kind: LedgerKind,
  more: Partial<LedgerView>,
  back = false,
  limit = 7,
): Promise<LedgerPage['rows']> {
  const query = await queryOf(kind, more);
  const rows: LedgerPage['rows'] = [];
  let page = await house.ledgerRows.rows(kind, query, { limit, ...(back && { before: 'end' as const }) });
  for (;;) {
    rows[back ? 'unshift' : 'push'](...page.rows);
    const mark = back ? page.rows[0]?.mark : page.rows.at(-1)?.mark;
    if (!mark || !(back ? page.before : page.after)) return rows;
    page = await house.ledgerRows.rows(kind, query, { limit, ...(back ? { before: mark } : { after: mark }) });
  }
}

describe('the ledgers of an assessment', () => {
  it('are written with it, in the rows and the order of the exports', async () => {
    const counts = (await house.ledgerRows.made(await headId()))!;
    for (const kind of ledgerKinds) {
      const exported = await exportRows(house, kind === 'tasks' ? 'task-units' : kind, { ...scope, asOf });
      const rows = (await paged(kind, {})).map(({ row }) => row);
      expect([kind, counts[kind]]).toEqual([kind, exported.length]);
      const order = (all: object[]) => all.map((row) => JSON.stringify(Object.entries(row).sort())).sort();
      const withoutKind = kind === 'findings' ? rows.map(({ kind: _kind, ...row }) => row) : rows;
      expect(order(withoutKind)).toEqual(order(exported));
    }
    expect(Object.values(counts).filter((count) => count === 0)).toEqual([]);
  });

  it('stay as they are when it is recomputed, and are made again the same where they are missing', async () => {
    const before = await everything();
    await assess(house, { ...scope, asOf, units, replay: true });
    expect(await everything()).toEqual(before);
    const head = await headId();
    for (const table of tables()) await house.database.dataSource.query(`delete from ${table}`);
    await house.database.dataSource.query(`delete from ledger_made`);
    const [programme, found] = await Promise.all([findProgramme(plan), headOf()]);
    await Promise.all([1, 2, 3].map(() => makeLedgers(house, found, programme)));
    expect(await headId()).toBe(head);
    expect(await everything()).toEqual(before);
  });

  it('take the place of those before them', async () => {
    const before = await headId();
    await assess(house, { ...scope, asOf, units, replay: false });
    expect(await headId()).not.toBe(before);
    expect(await house.ledgerRows.made(before)).toBeNull();
    for (const table of tables()) {
      const left: unknown[] = await house.database.dataSource.query(`select from ${table} where assessment = $1`, [
        before,
      ]);
      expect([table, left]).toEqual([table, []]);
    }
  });

  const tables = () => ledgerKinds.map((kind) => ledgerTable(house.database.dataSource, kind).table);
  const everything = () =>
    Promise.all([
      ...tables().map((table) =>
        house.database.dataSource.query(`select * from ${table} order by assessment, position`),
      ),
      house.database.dataSource.query(`select * from ledger_made`),
    ]);
});

describe('a word in titles', () => {
  it.each([
    ['政务公开', ['政务', '务公', '公开']],
    ['公开', ['公开']],
    ['公', []],
    ['', []],
    ['𠮷a村', ['𠮷a', 'a村']],
  ])('%j is known by its pairs of characters', async (word, pairs) => {
    const [row] = await house.database.dataSource.query<{ pairs: string[] }[]>(`select title_pairs($1) as pairs`, [
      word,
    ]);
    expect(row?.pairs).toEqual(pairs);
  });

  it('that hardly any row has is found by an index, without reading all', async () => {
    const { dataSource } = house.database;
    const query = await queryOf('documents', { filter: ['title:无人用过的字样'] });
    const [statement, values] = new LedgerSql('ledger_document', ledgerTable(dataSource, 'documents').columns).count(
      query,
      10,
    );
    const plan = await dataSource.transaction(async (manager) => {
      // A table this small is otherwise read whole.
      for (const way of ['seqscan', 'indexscan', 'indexonlyscan']) await manager.query(`set local enable_${way} = off`);
      return JSON.stringify(await manager.query(`explain ${statement}`, values));
    });
    expect(plan).toContain('ledger_document_title_pairs_idx');
  });
});

describe('rows', () => {
  const sorts = ledgerDefinitions.flatMap(({ kind, columns }) =>
    columns.filter(({ sorted }) => sorted).map((column) => ({ kind, key: column.key, column })),
  );

  it.each(sorts)(
    'of $kind come by $key, both ways, each once, and an index gives the order',
    async ({ kind, key, column }) => {
      const all = (await paged(kind, {})).map(({ row, mark }) => ({ value: row[key], position: mark.position }));
      const rank = (value: unknown) =>
        (column.type === 'choice' ? column.values.indexOf(String(value)) : value) as number;
      for (const falling of [false, true]) {
        const have = all.filter(({ value }) => value !== null);
        const byPosition = column.type === 'choice' || !falling ? 1 : -1;
        have.sort((one, other) => {
          const [a, b] = [rank(one.value), rank(other.value)];
          return (a < b ? -1 : a > b ? 1 : 0) * (falling ? -1 : 1) || (one.position - other.position) * byPosition;
        });
        const wanted = [...have, ...all.filter(({ value }) => value === null)].map(({ position }) => position);
        const sort = falling ? `-${key}` : key;
        for (const back of [false, true]) {
          const found = (await paged(kind, { sort }, back)).map(({ mark }) => mark.position);
          expect([sort, back, found]).toEqual([sort, back, wanted]);
        }
      }
      const { table, columns } = ledgerTable(house.database.dataSource, kind);
      const stored = columns.find((one) => one.key === key)!.name;
      const indexes: { indexdef: string }[] = await house.database.dataSource.query(
        `select indexdef from pg_indexes where tablename = $1`,
        [table],
      );
      expect(indexes.some(({ indexdef }) => indexdef.includes(`(assessment, ${stored}, "position")`))).toBe(true);
    },
  );

  it.each<[LedgerKind, string, (row: Said) => boolean]>([
    ['documents', 'title:第41', ({ title }) => title.includes('第41')],
    // A character alone has no neighbour; signs that mean something in patterns mean themselves.
    ['documents', 'title:第', ({ title }) => title.includes('第')],
    ['documents', 'title:通知', ({ title }) => title.includes('通知')],
    ['documents', 'title:知通', ({ title }) => title.includes('知通')],
    ['documents', 'title:%_', () => false],
    ['documents', 'organisation:教育', ({ organisation: name }) => name.includes('教育')],
    ['documents', 'timeliness:late,notMeasured', ({ timeliness }) => ['late', 'notMeasured'].includes(timeliness)],
    ['documents', 'publishedOn:2025-11-01..', ({ publishedOn }) => publishedOn !== null && publishedOn >= '2025-11-01'],
    ['documents', 'publishedOn:none', ({ publishedOn }) => publishedOn === null],
    [
      'documents',
      'workdaysTaken:3..9.5',
      ({ workdaysTaken }) => workdaysTaken !== null && workdaysTaken >= 3 && workdaysTaken <= 9.5,
    ],
    ['documents', 'column:%', () => false],
    ['interpretations', 'formats:text', ({ formats }) => formats.includes('text')],
    ['interpretations', 'linksToPolicy:true', ({ linksToPolicy }) => linksToPolicy === true],
    ['columns', 'key:guide,annual', ({ key }) => ['guide', 'annual'].includes(key)],
    [
      'catalogue',
      'missingElements:依据,none',
      ({ missingElements }) => missingElements.includes('依据') || missingElements.length === 0,
    ],
    ['annual-reports', 'parts:none', ({ parts }) => parts === null],
    ['findings', 'points:0.1..', ({ points }) => points >= 0.1],
    ['findings', 'kind:review', ({ kind }) => kind === 'review'],
    ['tasks', 'state:overdue', ({ state }) => state === 'overdue'],
  ])('of %s are narrowed by %s', async (kind, filter, holds) => {
    const all = await paged(kind, {});
    const found = await paged(kind, { filter: [filter] });
    expect(found.map(({ mark }) => mark.position)).toEqual(
      all.filter(({ row }) => holds(row as unknown as Said)).map(({ mark }) => mark.position),
    );
    expect(await house.ledgerRows.count(kind, await queryOf(kind, { filter: [filter] }))).toEqual({
      count: found.length,
      more: false,
    });
  });
});
