import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LedgerKind, OrganisationRow } from '#database';
import { readSettings } from '#kernel';
import { assess, ledgerDefinition, openHouse, readView, type House } from '#operations';
import { asOf, period, plan, settleLedgers } from './support/settled-ledgers.js';
import { temporaryPlace, type TemporaryPlace } from './support/temporary-database.js';

let place: TemporaryPlace;
let house: House;
let units: OrganisationRow[];
let assessment: string;

beforeAll(async () => {
  place = await temporaryPlace();
  house = await openHouse(readSettings({ ...place.settings, MINGJING_NO_BROWSER: '1' }));
  units = await settleLedgers(house);
  assessment = await headId();
  await write({ documents: documents(3000, 1), interpretations: interpretations(900) });
});

afterAll(async () => {
  await house?.close();
  await place?.remove();
});

const headId = async () => (await house.assessments.head({ programme: plan, period, sample: false }))!.id;
const sql = <Row>(statement: string, values: unknown[] = []): Promise<Row[]> =>
  house.database.dataSource.query(statement, values);

interface Written {
  unit: number;
  row: Record<string, unknown>;
}

/** Puts these in the place of the rows of two ledgers of the assessment. */
async function write(rows: { documents: Written[]; interpretations: Written[] }): Promise<void> {
  for (const table of ['ledger_document', 'ledger_interpretation', 'ledger_made'])
    await sql(`delete from ${table} where assessment = $1`, [assessment]);
  await house.ledgerRows.make(assessment, async (writer) => {
    for (const [kind, all] of Object.entries(rows) as [LedgerKind, Written[]][])
      for (const [n, { id, name }] of units.entries())
        await writer.add(kind, [
          { organisation: id, name, rows: all.filter(({ unit }) => unit === n).map(({ row }) => row) },
        ]);
  });
}

const pick = <Value>(values: readonly Value[], n: number): Value => values[n % values.length]!;

/** The longest days belong to late ones, and what was not measured has none. */
function documents(count: number, step: number): Written[] {
  return Array.from({ length: count }, (_, n) => {
    const timeliness = pick(['onTime', 'late', 'onTime', 'notMeasured', 'onTime'], n * step);
    const days = { onTime: n % 9, late: 21 + (n % 4), notMeasured: null }[timeliness];
    const publishedOn = n % 11 === 0 ? null : `2025-0${1 + (n % 7)}-11`;
    const [issuedOn, deadline] = [publishedOn, null];
    return {
      unit: n % units.length,
      row: {
        ...{ title: `关于第${n}件事项的通知`, documentNumber: null, issuedOn, publishedOn, deadline, timeliness },
        ...{ workdaysTaken: days, column: null, kind: pick(['document', 'other'], n), url: `https://x.example/${n}` },
      },
    };
  });
}

function interpretations(count: number): Written[] {
  return Array.from({ length: count }, (_, n) => ({
    unit: n % units.length,
    row: {
      ...{ title: `第${n}件的解读`, publishedOn: null, formats: ['text'], policyTitle: null, elements: [] },
      ...{ linksToPolicy: pick([true, false, null], n), linkedFromPolicy: n % 2 === 0 },
    },
  }));
}

async function query(kind: LedgerKind, filter: string[], only: number[] | null = null, sort: string | null = null) {
  const view = readView(ledgerDefinition(kind), { filter, sort, columns: null });
  const organisations = only && only.map((n) => units[n]!.id);
  return { assessment, organisations, filters: view.filters, sort: view.sort };
}

interface Said {
  title: string;
  timeliness: string;
  kind: string;
  publishedOn: string | null;
  workdaysTaken: number | null;
}
type Holds = (row: Said, unit: number) => boolean;
const whole: Holds = () => true;
const since =
  (day: string): Holds =>
  ({ publishedOn }) =>
    publishedOn !== null && publishedOn >= day;

const views: [string[], number[] | null, Holds][] = [
  [['publishedOn:2025-03-01..'], null, since('2025-03-01')],
  [['publishedOn:none'], null, ({ publishedOn }) => publishedOn === null],
  [['timeliness:late'], null, ({ timeliness }) => timeliness === 'late'],
  [
    ['timeliness:late,notMeasured', 'publishedOn:..2025-04-11'],
    null,
    (row) => row.timeliness !== 'onTime' && row.publishedOn !== null && row.publishedOn <= '2025-04-11',
  ],
  [
    ['kind:other', 'timeliness:onTime', 'workdaysTaken:2.5..6'],
    null,
    (row) =>
      row.kind === 'other' &&
      row.timeliness === 'onTime' &&
      row.workdaysTaken !== null &&
      row.workdaysTaken >= 2.5 &&
      row.workdaysTaken <= 6,
  ],
  [['workdaysTaken:none'], null, ({ workdaysTaken }) => workdaysTaken === null],
  [['publishedOn:2030-01-01..'], null, () => false],
  [[], [1, 2], (_, unit) => unit === 1 || unit === 2],
  [[], [], () => false],
  [['timeliness:late'], [2], (row, unit) => row.timeliness === 'late' && unit === 2],
  [
    ['organisation:教育局', 'kind:document'],
    null,
    (row, unit) => row.kind === 'document' && units[unit]!.name.includes('教育局'),
  ],
  // Not told apart by what was counted.
  [
    ['publishedOn:2025-03-01..', 'workdaysTaken:3..'],
    null,
    (row, unit) => since('2025-03-01')(row, unit) && row.workdaysTaken !== null && row.workdaysTaken >= 3,
  ],
  [['publishedOn:2025-03-01..'], [0], (row, unit) => since('2025-03-01')(row, unit) && unit === 0],
  [['title:第41'], null, ({ title }) => title.includes('第41')],
];

const fitting = (all: Written[], holds: Holds) => all.filter(({ row, unit }) => holds(row as unknown as Said, unit));

async function expectCounts(all: Written[]): Promise<void> {
  for (const [filter, only, holds] of [[[], null, whole] as (typeof views)[number], ...views]) {
    const { count, more } = await house.ledgerRows.count('documents', await query('documents', filter, only));
    expect([filter, only, count, more]).toEqual([filter, only, fitting(all, holds).length, false]);
  }
}

describe('rows of a ledger', () => {
  it('are counted by days, numbers and units as they are written, where that is much less than the rows', async () => {
    const kept = await sql<{ by: string; rows: number }>(
      `select counted_by as by, sum(rows)::int as rows from ledger_count where ledger = 'documents' group by 1 order by 1`,
    );
    const by = ['deadline', 'issuedOn', 'organisation', 'publishedOn', 'workdaysTaken'];
    expect(kept).toEqual(by.map((one) => ({ by: one, rows: 3000 })));
  });

  it('are as many as a view has, whether they were counted before or not', async () => {
    await expectCounts(documents(3000, 1));
    for (const gone of [`counted_by <> 'workdaysTaken'`, 'true']) {
      await sql(`delete from ledger_count where ${gone}`);
      await expectCounts(documents(3000, 1));
    }
  });

  it('are as many after they are written anew', async () => {
    const anew = documents(2200, 3);
    await write({ documents: anew, interpretations: interpretations(900) });
    await expectCounts(anew);
  });

  it.each([
    ['true', 300],
    ['false', 300],
    ['none', 300],
    ['true,none', 600],
  ])('are counted by 是, 否 and 未测: %s', async (values, wanted) => {
    const asked = await query('interpretations', [`linksToPolicy:${values}`]);
    expect(await house.ledgerRows.count('interpretations', asked)).toEqual({ count: wanted, more: false });
  });
});

describe('an order by values', () => {
  it.each([
    ['workdaysTaken', ['timeliness:onTime']],
    ['workdaysTaken', ['timeliness:late', 'publishedOn:2025-02-01..']],
    ['workdaysTaken', ['timeliness:notMeasured']],
    ['workdaysTaken', ['timeliness:notMeasured,late', 'kind:other']],
    ['publishedOn', ['kind:other']],
    ['deadline', ['kind:document']],
  ])('%s has all rows that fit %j, from both ends', async (key, filter) => {
    const every = async (sort: string | null, back: boolean) => {
      const asked = await query('documents', filter, null, sort);
      const found: number[] = [];
      let page = await house.ledgerRows.rows('documents', asked, {
        limit: 97,
        ...(back && { before: 'end' as const }),
      });
      for (;;) {
        const positions = page.rows.map(({ mark }) => mark.position);
        found[back ? 'unshift' : 'push'](...positions);
        const mark = (back ? page.rows[0] : page.rows.at(-1))?.mark;
        if (!mark || !(back ? page.before : page.after)) return found;
        page = await house.ledgerRows.rows('documents', asked, {
          limit: 97,
          ...(back ? { before: mark } : { after: mark }),
        });
      }
    };
    const all = (await every(null, false)).sort((one, other) => one - other);
    expect(all.length).toBeGreaterThan(100);
    for (const sort of [key, `-${key}`]) {
      const forwards = await every(sort, false);
      expect(await every(sort, true)).toEqual(forwards);
      expect([...forwards].sort((one, other) => one - other)).toEqual(all);
    }
    const asked = await query('documents', filter, null, `-${key}`);
    const streamed: unknown[] = [];
    for await (const { row } of house.ledgerRows.stream('documents', asked)) streamed.push(row[key]);
    expect(streamed.length).toBe(all.length);
    const values = streamed.filter((value) => value !== null) as (string | number)[];
    expect(values).toEqual([...values].sort((one, other) => (one < other ? 1 : one > other ? -1 : 0)));
  });
});

it('a newer result is counted by itself, and what was counted of the last one goes', async () => {
  const asked = await query('documents', ['organisation:教育局']);
  const before = await house.ledgerRows.count('documents', asked);
  await assess(house, { programme: plan, period, asOf, units, replay: false });
  const old = assessment;
  assessment = await headId();
  expect(assessment).not.toBe(old);
  expect(await sql(`select from ledger_count where assessment = $1`, [old])).toEqual([]);
  const now = await house.ledgerRows.count('documents', { ...asked, assessment });
  const [real] = await sql<{ count: number }>(
    `select count(*)::int as count from ledger_document where assessment = $1 and unit like '%教育局%'`,
    [assessment],
  );
  expect(now).toEqual({ count: real!.count, more: false });
  expect(now).not.toEqual(before);
});
