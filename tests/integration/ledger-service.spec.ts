import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ledgerKinds, type OrganisationRow } from '#database';
import { readSettings } from '#kernel';
import { assess, findProgramme, openHouse, type House } from '#operations';
import { startServer, type RunningServer } from '../../apps/server/server.js';
import { asOf, period, plan, settleLedgers } from './support/settled-ledgers.js';
import { signedIn, type SignedIn } from './support/signed-in.js';
import { temporaryPlace, type TemporaryPlace } from './support/temporary-database.js';

const scope = { programme: plan, period };

let place: TemporaryPlace;
let house: House;
let units: OrganisationRow[];
let server: RunningServer;
let admin: SignedIn;
let department: SignedIn;

beforeAll(async () => {
  place = await temporaryPlace();
  house = await openHouse(readSettings({ ...place.settings, MINGJING_NO_BROWSER: '1' }));
  units = await settleLedgers(house);
  server = await startServer({
    settings: { HOST: '127.0.0.1', PORT: 0 },
    dataSource: house.database.dataSource,
    blobs: house.blobs,
    programmes: [await findProgramme(plan)],
  });
  admin = await signedIn(house);
  department = await signedIn(house, { role: 'department', unit: unitNamed('云岭县教育局').id });
});

afterAll(async () => {
  await server?.close();
  await house?.close();
  await place?.remove();
});

const unitNamed = (name: string) => units.find((unit) => unit.name === name)!;
const headId = async () => (await house.assessments.head({ ...scope, sample: false }))!.id;

async function get(path: string, as = admin, headers: Record<string, string> = {}) {
  const answer = await as.fetch(`${server.url}/api/v1/${path}`, { headers });
  const text = await answer.text();
  const isJson = (answer.headers.get('content-type') ?? '').includes('json');
  const json: unknown = isJson ? JSON.parse(text) : null;
  return { status: answer.status, headers: answer.headers, text, json };
}
const address = (kind: string, more = '') => `ledgers/${kind}?programme=${plan}&period=${period}${more}`;

describe('the service', () => {
  it('gives a page, the way on and back, and nothing again to whoever has it', async () => {
    const first = await get(address('documents', '&sort=-publishedOn&limit=20&columns=title,publishedOn'));
    expect(first.json).toMatchObject({ columns: ['title', 'publishedOn'], previous: null });
    const { next } = first.json as { next: string };
    const second = await get(
      address('documents', `&sort=-publishedOn&limit=20&columns=title,publishedOn&after=${next}`),
    );
    const { previous } = second.json as { previous: string };
    const back = await get(
      address('documents', `&sort=-publishedOn&limit=20&columns=title,publishedOn&before=${previous}`),
    );
    expect((back.json as { rows: unknown }).rows).toEqual((first.json as { rows: unknown }).rows);
    const etag = first.headers.get('etag')!;
    const again = await get(address('documents', '&sort=-publishedOn&limit=20&columns=title,publishedOn'), admin, {
      'if-none-match': etag,
    });
    expect([again.status, again.text]).toEqual([304, '']);
    const other = await get(address('documents', '&sort=publishedOn&limit=20'), admin, { 'if-none-match': etag });
    expect(other.status).toBe(200);
  });

  it.each([
    ['documents', '&filter=publishedOn:2026-13-01..', '筛选“发布日期”'],
    ['documents', '&filter=title', '看不懂“title”'],
    ['documents', '&sort=title', '不能按“标题”排序'],
    ['documents', '&columns=', '没有“”这一列'],
    ['documents', '&after=xyz', '翻页位置'],
    ['documents', `&sort=publishedOn&after=${cursor('2025-13-99')}`, '翻页位置'],
    ['documents', '&limit=0', '应不小于 1'],
    ['secrets', '', '应为 documents'],
  ])('refuses %s%s in one line', async (kind, more, words) => {
    const { status, json } = await get(address(kind, more));
    expect([status, (json as { message: string }).message]).toEqual([400, expect.stringContaining(words)]);
  });

  function cursor(value: string): string {
    return Buffer.from(JSON.stringify(['other', 0, value, 1])).toString('base64url');
  }

  it('shows a department its own rows alone, in pages, counts and files', async () => {
    for (const kind of ledgerKinds) {
      const { json } = await get(address(kind, '&limit=200'), department);
      const names = (json as { rows: { organisation: string }[] }).rows.map((row) => row.organisation);
      const foreign = names.filter((name) => name !== unitNamed('云岭县教育局').id);
      expect([kind, foreign, names.length > 0]).toEqual([kind, [], kind !== 'tasks']);
      const file = await get(`ledgers/${kind}/export?programme=${plan}&period=${period}&format=csv`, department);
      expect(file.text).not.toMatch(/财政局|水务局/);
      expect(file.text.split('\r\n').length - 2).toBe(await counted(kind, department));
    }
    const others = await get(address('documents', `&organisation=${unitNamed('云岭县财政局').id}`), department);
    expect(others.status).toBe(404);
  });

  it('writes into files just what is shown, and nothing that runs', async () => {
    const view =
      '&filter=timeliness:onTime,notMeasured&filter=organisation:财政&sort=issuedOn&columns=issuedOn,title,url';
    const shown: unknown[][] = [];
    for (let after = ''; ;) {
      const { json } = await get(address('documents', `${view}&limit=9${after}`));
      const { rows, next } = json as { rows: { cells: unknown[] }[]; next: string | null };
      shown.push(...rows.map(({ cells }) => cells));
      if (next === null) break;
      after = `&after=${next}`;
    }
    const { text, headers } = await get(address('documents/export', `${view}&format=csv`));
    expect(headers.get('content-disposition')).toContain(encodeURIComponent('公开文件台账 2025.csv'));
    const [header, ...lines] = text.trimEnd().split('\r\n');
    expect(header).toBe('成文日期,标题,网址');
    expect(lines.map((line) => line.split(',').at(-1))).toEqual(shown.map((cells) => cells[2]));
    expect(text).toContain(`"'=HYPERLINK`);
    const { default: ExcelJS } = await import('exceljs');
    const answer = await admin.fetch(`${server.url}/api/v1/${address('documents/export', `${view}&format=xlsx`)}`);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(await answer.arrayBuffer());
    const sheet = book.worksheets[0]!;
    const cells = shown.map((_, index) => [1, 2, 3].map((column) => sheet.getCell(index + 2, column).value));
    expect(cells).toEqual(shown);
  });

  it('tells the state of every column of every unit that may be seen, and nothing again to whoever has it', async () => {
    const path = `ledgers/columns/states?programme=${plan}&period=${period}`;
    const { json, headers } = await get(path);
    interface States {
      columns: string[];
      units: { organisation: string; name: string; states: (string | null)[] }[];
    }
    const { columns, units: told } = json as States;
    expect(told.map(({ name }) => name)).toEqual(units.map(({ name }) => name));
    expect(told.find(({ name }) => name === '云岭县人民政府')?.states).toEqual([]);
    const cells = told.flatMap(({ name, states }) => states.map((state, n) => `${name} ${columns[n]} ${state}`));
    const rows: string[] = [];
    for await (const { row } of house.ledgerRows.stream('columns', {
      ...{ assessment: await headId(), organisations: null, filters: [], sort: null },
    }))
      rows.push(`${row.organisation as string} ${row.key as string} ${row.status as string}`);
    expect(cells.filter((cell) => !cell.endsWith(' null'))).toEqual(rows);
    expect(rows.length).toBeGreaterThan(30);
    const again = await get(path, admin, { 'if-none-match': headers.get('etag')! });
    expect([again.status, again.text]).toEqual([304, '']);
    const own = await get(path, department, { 'if-none-match': headers.get('etag')! });
    expect((own.json as States).units.map(({ name }) => name)).toEqual(['云岭县教育局']);
    expect((await get(`ledgers/columns/states?programme=${plan}&period=2024`)).status).toBe(404);
  });

  it('counts all rows without looking at them', async () => {
    expect(await counted('documents', admin)).toBe((await house.ledgerRows.made(await headId()))!.documents);
  });

  async function counted(kind: string, as: SignedIn): Promise<number> {
    const { json } = await get(`ledgers/${kind}/count?programme=${plan}&period=${period}`, as);
    return (json as { count: number }).count;
  }
});

describe('a saved view', () => {
  const sent = {
    ledger: 'documents',
    name: '超期的',
    filter: ['timeliness:late'],
    sort: '-publishedOn',
    columns: ['title'],
  };
  const put = async (id: string, body: object, as = admin) => {
    const headers = { 'content-type': 'application/json' };
    const answer = await as.fetch(`${server.url}/api/v1/ledger-views/${id}`, {
      method: 'PUT',
      headers,
      body: JSON.stringify(body),
    });
    return { status: answer.status, json: (await answer.json()) as Record<string, unknown> };
  };
  const names = async (as = admin) =>
    ((await get('ledger-views', as)).json as { name: string }[]).map(({ name }) => name);

  it('is kept once, renamed, removed and back again, for its account alone', async () => {
    const id = randomUUID();
    expect(await put(id, sent)).toMatchObject({ status: 200, json: { id, ...sent } });
    expect((await put(id, sent)).status).toBe(200);
    expect(await names()).toEqual(['超期的']);
    expect((await put(id, { ...sent, name: '超期文件' })).status).toBe(200);
    expect(await put(randomUUID(), { ...sent, name: '超期文件' })).toMatchObject({
      ...{ status: 409, json: { message: expect.stringContaining('已有名为“超期文件”的视图') as string } },
    });
    expect(await names(department)).toEqual([]);
    expect((await put(id, sent, department)).status).toBe(400);
    const remove = () => admin.fetch(`${server.url}/api/v1/ledger-views/${id}`, { method: 'DELETE' });
    expect((await department.fetch(`${server.url}/api/v1/ledger-views/${id}`, { method: 'DELETE' })).status).toBe(204);
    expect(await names()).toEqual(['超期文件']);
    expect([(await remove()).status, (await remove()).status]).toEqual([204, 204]);
    expect(await names()).toEqual([]);
    expect((await put(id, sent)).status).toBe(200);
    expect(await names()).toEqual(['超期的']);
  });

  it.each([
    [{ name: ' ' }, '1 到 40 字'],
    [{ name: '长'.repeat(41) }, '1 到 40 字'],
    [{ filter: ['secret:1'] }, '没有“secret”这一列'],
    [{ sort: 'title' }, '不能按“标题”排序'],
    [{ ledger: 'secrets' }, '应为 documents'],
  ])('that says %j is refused, and nothing is kept', async (wrong, words) => {
    const before = await names();
    const { status, json } = await put(randomUUID(), { ...sent, name: '另一个', ...wrong });
    expect([status, json.message]).toEqual([400, expect.stringContaining(words)]);
    expect(await names()).toEqual(before);
  });
});

describe('what is made of a published result', () => {
  const addresses = ['overview', 'overview/figures', 'overview/units', 'scorecards'].map(
    (path) => `${path}?programme=${plan}&period=${period}`,
  );
  addresses.push(address('documents'), `ledgers/documents/count?programme=${plan}&period=${period}`);

  it.each(addresses)('is sent once to whoever has it, and to nobody what another may see: %s', async (path) => {
    const [all, own] = [await get(path), await get(path, department)];
    const etag = all.headers.get('etag')!;
    // The overview is for those who see all units.
    const ownStatus = path.startsWith('overview') ? 403 : 200;
    expect([all.status, own.status, own.headers.get('etag') === etag]).toEqual([200, ownStatus, false]);
    expect((await get(path)).text).toBe(all.text);
    const known = await get(path, admin, { 'if-none-match': etag });
    expect([known.status, known.text]).toEqual([304, '']);
    const foreign = await get(path, department, { 'if-none-match': etag });
    expect([foreign.status, foreign.text]).toEqual([ownStatus, own.text]);
    expect((await fetch(`${server.url}/api/v1/${path}`, { headers: { 'if-none-match': etag } })).status).toBe(401);
  });

  it('is made anew as soon as there is a newer result', async () => {
    const before = await Promise.all(addresses.map((path) => get(path)));
    await assess(house, { programme: plan, period, asOf, units, replay: false });
    for (const [n, path] of addresses.entries()) {
      const now = await get(path, admin, { 'if-none-match': before[n]!.headers.get('etag')! });
      expect([path, now.status]).toEqual([path, 200]);
    }
    const { json } = await get(addresses[0]!);
    expect((json as { assessment: { id: string } }).assessment.id).toBe(await headId());
  });
});
