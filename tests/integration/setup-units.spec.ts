import ExcelJS from 'exceljs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { MemoryBlobStore } from '#evidence';
import { demoAccounts, makeDemoAccounts, openSession } from '#operations';
import { startServer, type RunningServer } from '../../apps/server/server.js';
import { makeOffice } from '../../libs/files/make-uploads.test.js';
import { organisation } from './support/invented.js';
import { signedIn, type SignedIn } from './support/signed-in.js';
import { openTemporaryDatabase, type TemporaryDatabase } from './support/temporary-database.js';

const head = '名称,别名,层级,类别,上级,网站';
const csv = (...lines: string[]) => new TextEncoder().encode([head, ...lines].join('\n'));

let database: TemporaryDatabase;
let server: RunningServer;
let assessor: SignedIn;

beforeAll(async () => {
  database = await openTemporaryDatabase();
  server = await startServer({
    settings: { HOST: '127.0.0.1', PORT: 0, MINGJING_ALLOW_NETWORKS: '10.1.0.0/16' },
    dataSource: database.dataSource,
    blobs: new MemoryBlobStore(),
    programmes: [],
    sample: false,
  });
  assessor = await signedIn(database.stores, { role: 'assessor' });
});

beforeEach(async () => {
  await database.dataSource.query(`delete from schedule`);
  await database.dataSource.query(`delete from account where unit is not null`);
  await database.dataSource.query(`delete from organisation`);
});

afterAll(async () => {
  await server?.close();
  await database?.close();
});

type Answer = { status: number; json: Record<string, unknown> };

async function send(path: string, sent: Uint8Array | object, by: Pick<SignedIn, 'fetch'> = assessor): Promise<Answer> {
  const isFile = sent instanceof Uint8Array;
  const answer = await by.fetch(`${server.url}/api/v1/setup/${path}`, {
    method: 'POST',
    headers: { 'content-type': isFile ? 'application/octet-stream' : 'application/json' },
    body: isFile ? (sent as Uint8Array<ArrayBuffer>) : JSON.stringify(sent),
  });
  return { status: answer.status, json: (await answer.json()) as Record<string, unknown> };
}

const preview = (bytes: Uint8Array, by?: Pick<SignedIn, 'fetch'>) => send('units-preview?name=名单.csv', bytes, by);
const confirm = (bytes: Uint8Array, token: unknown) =>
  send(`units?name=名单.csv&token=${encodeURIComponent(String(token))}`, bytes);
const names = async () => (await database.stores.organisations.listOrganisations()).map(({ name }) => name);
const form = (more: object) => ({
  ...{ name: '云岭县审计局', aliases: '', level: '县', category: '部门', parent: '', site: '', version: null },
  ...more,
});

describe('a list of units', () => {
  it('is filled into the template, looked at, and stored as it was looked at', async () => {
    const template = await assessor.fetch(`${server.url}/api/v1/setup/units-template`);
    expect(template.headers.get('content-disposition')).toContain('attachment');
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(await template.arrayBuffer());
    const sheet = book.getWorksheet('单位名单')!;
    expect(sheet.getRow(1).values).toEqual([, ...head.split(',')]);
    expect(sheet.getCell('C2').dataValidation).toMatchObject({ type: 'list', formulae: ['"省,市,县,乡,村"'] });
    expect(book.getWorksheet('填写说明')!.rowCount).toBeGreaterThan(6);
    sheet.getRow(2).values = ['云岭县人民政府', '', '县', '政府', '', 'https://www.yunling.example'];
    sheet.getRow(3).values = ['云岭县财政局', '县财政局、财政局', '县', '部门', '云岭县人民政府', ''];
    const bytes = new Uint8Array(await book.xlsx.writeBuffer());

    const looked = await preview(bytes);
    expect(looked).toMatchObject({
      status: 200,
      json: { rows: 2, added: 2, changed: 0, same: 0, faults: [], missing: [], token: expect.any(String) },
    });
    expect(await names()).toEqual([]);
    const stored = await confirm(bytes, looked.json.token);
    expect(stored).toMatchObject({ status: 200, json: { changed: 0, added: [{ name: '云岭县人民政府' }, {}] } });
    expect(await names()).toEqual(['云岭县人民政府', '云岭县财政局']);
    const [line] = await database.dataSource.query<{ sentence: string }[]>(
      `select sentence from audit_entry order by id desc limit 1`,
    );
    expect(line!.sentence).toBe('导入单位名单：名单.csv');
    // What is stored comes back in the template, and changes nothing when it is sent again.
    const again = new Uint8Array(
      await (await assessor.fetch(`${server.url}/api/v1/setup/units-template`)).arrayBuffer(),
    );
    expect((await preview(again)).json).toMatchObject({ rows: 2, same: 2, changes: [], faultCount: 0 });
  });

  it('with faults names every one by row and column, and nothing of it is stored', async () => {
    const bytes = csv(
      '云岭县财政局,,县,部门,,https://cz.yunling.example/',
      '云岭县民政局,,区县,部门,云岭县政府,http://127.0.0.1/',
      '云岭县水务局,,县,部门,,http://169.254.169.254/latest',
      '云岭县教育局,,县,部门,,http://10.1.2.3/',
    );
    const { status, json } = await preview(bytes);
    expect(status).toBe(200);
    expect(json).toMatchObject({
      token: null,
      faultCount: 4,
      faults: [
        { line: 3, column: '层级', what: '“区县”不可用', accepted: '省、市、县、乡、村' },
        { line: 3, column: '上级' },
        { line: 3, column: '网站', what: '127.0.0.1 属于内网或保留网段', accepted: expect.stringContaining('放行') },
        { line: 4, column: '网站', what: '169.254.169.254 属于内网或保留网段' },
      ],
    });
    expect(await confirm(bytes, 'no-token')).toMatchObject({ status: 400 });
    expect(await names()).toEqual([]);
  });

  it('tells what is new, changed, the same and missing, and what another unit already goes by', async () => {
    await database.stores.organisations.importOrganisations(
      ['云岭县财政局', '云岭县民政局', '云岭县水务局'].map((name) =>
        organisation(name, { sample: false, site: null, aliases: [name.slice(3)] }),
      ),
    );
    const [one] = await database.stores.organisations.listOrganisations();
    const same = `云岭县财政局,财政局,${one!.level},${one!.category},${one!.parent ?? ''},`;
    const { json } = await preview(
      csv(same, '云岭县民政局,民政局,县,部门,,https://mz.yunling.example/', '新设局,,县,部门,,'),
    );
    expect(json).toMatchObject({ rows: 3, same: 1, changed: 1, added: 1, missing: ['云岭县水务局'] });
    expect(json.changes).toEqual([
      expect.objectContaining({
        ...{ line: 3, name: '云岭县民政局', change: 'changed' },
        fields: expect.arrayContaining([{ field: '网站', before: null, after: 'https://mz.yunling.example/' }]),
      }),
      expect.objectContaining({ line: 4, name: '新设局', change: 'new' }),
    ]);
    expect((await preview(csv('新设局,水务局,县,部门,,', '民政局,,县,部门,,'))).json.faults).toMatchObject([
      { line: 2, column: '别名', what: '“水务局”也是已有单位“云岭县水务局”的名称或别名' },
      { line: 3, column: '名称', what: '“民政局”是已有单位“云岭县民政局”的别名' },
    ]);
  });

  it('is stored only as long as neither the file nor the units changed since', async () => {
    const bytes = csv('云岭县财政局,,县,部门,,');
    const { json } = await preview(bytes);
    expect(await confirm(csv('云岭县民政局,,县,部门,,'), json.token)).toMatchObject({
      status: 400,
      json: { message: expect.stringContaining('与核对时的文件不同') },
    });
    expect((await send('unit', form({}))).status).toBe(200);
    expect(await confirm(bytes, json.token)).toMatchObject({
      status: 409,
      json: { message: expect.stringContaining('核对之后单位名单有改动') },
    });
    expect(await names()).toEqual(['云岭县审计局']);
    // Of two who confirm what both looked at, one does.
    const fresh = (await preview(bytes)).json.token;
    const both = await Promise.all([confirm(bytes, fresh), confirm(bytes, fresh)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('that is no table, or more than one, is refused in one line', async () => {
    const bomb = await makeOffice('xl/workbook.xml', { 'xl/worksheets/sheet1.xml': '<a/>'.repeat(3_000_000) });
    const macros = await makeOffice('xl/workbook.xml', { 'xl/vbaProject.bin': 'x' });
    for (const [bytes, words] of [
      [new Uint8Array(), '文件是空的'],
      [new TextEncoder().encode('<html><script>1</script></html>'), '是网页或 XML'],
      [new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), '旧版 xls'],
      [new Uint8Array(bomb), '过大'],
      [new Uint8Array(macros), '宏'],
      [await makeOffice('word/document.xml'), '不是表格'],
      [new TextEncoder().encode('名称,层级\n甲,县'), '表头缺少'],
    ] as const) {
      const { status, json } = await preview(new Uint8Array(bytes));
      expect([words, status, json.token, JSON.stringify(json.faults)]).toEqual([
        words,
        200,
        null,
        expect.stringContaining(words),
      ]);
    }
    expect((await preview(new Uint8Array(5_000_001))).status).toBe(413);
  });
});

describe('a single unit', () => {
  it('is added at the end, changed in its place, and never over a change that was not seen', async () => {
    const bytes = csv('云岭县人民政府,,县,政府,,', '云岭县财政局,,县,部门,,');
    await confirm(bytes, (await preview(bytes)).json.token);
    const added = await send('unit', form({ parent: '云岭县人民政府', site: 'https://sj.yunling.example' }));
    expect(added).toMatchObject({ status: 200, json: { site: 'https://sj.yunling.example/' } });
    expect((await send('unit', form({}))).status).toBe(409);
    const units = (await (await assessor.fetch(`${server.url}/api/v1/setup/units`)).json()) as {
      name: string;
      version: string;
    }[];
    const { version } = units.find(({ name }) => name === '云岭县财政局')!;
    const change = form({ name: '云岭县财政局', aliases: '县财政局', version });
    expect(await send('unit', change)).toMatchObject({ status: 200, json: { aliases: ['县财政局'] } });
    expect((await send('unit', change)).status).toBe(409);
    expect(await names()).toEqual(['云岭县人民政府', '云岭县财政局', '云岭县审计局']);
    expect(
      await send('unit', form({ name: '甲', level: '国', site: 'http://192.168.1.1/', parent: '乙' })),
    ).toMatchObject({
      status: 400,
      json: { message: expect.stringMatching(/层级：.*上级：.*不在.*网站：192\.168\.1\.1 属于内网/) },
    });
  });

  it('is removed again as long as nothing hangs on it, and together with others all or none', async () => {
    const rows = await database.stores.organisations.importOrganisations([
      organisation('云岭县人民政府', { sample: false, site: null, parent: null }),
      organisation('云岭县财政局', { sample: false, site: null, parent: '云岭县人民政府' }),
      organisation('云岭县民政局', { sample: false, site: null, parent: null }),
      organisation('云岭县水务局', { sample: false, site: null, parent: null }),
    ]);
    const [county, finance, civil, water] = rows.map(({ id }) => id);
    await signedIn(database.stores, { role: 'department', unit: civil! });
    await send('../schedules', { name: '每晚', cron: '0 22 * * *', only: ['云岭县水务局'] });
    for (const [ids, words] of [
      [[county, finance, civil], '云岭县民政局：已有账号'],
      [[county], '是“云岭县财政局”的上级'],
      [[water], '列在定时计划中'],
      [['none'], '没有这个单位'],
    ] as const) {
      const { json } = await send('units-removal', { units: ids });
      expect(JSON.stringify(json)).toContain(words);
    }
    expect(await names()).toHaveLength(4);
    expect((await send('units-removal', { units: [county, finance] })).status).toBe(200);
    expect(await names()).toEqual(['云岭县民政局', '云岭县水务局']);
  });
});

describe('the sample', () => {
  it('lets its accounts look at a list and nothing more, and nobody take a name of its units', async () => {
    const sample = organisation('云岭县示例局', { sample: true, site: null, parent: null });
    await database.stores.organisations.importOrganisations([sample]);
    const bytes = csv('云岭县示例局,,县,部门,,', '云岭县财政局,,县,部门,,');
    expect((await preview(bytes)).json).toMatchObject({
      token: null,
      faults: [{ line: 2, what: expect.stringContaining('同名') }],
    });
    await makeDemoAccounts(database.stores, new Date());
    const { id } = (await database.stores.accounts.accounts()).find(({ name }) => name === demoAccounts[0]!.name)!;
    const cookie = `mingjing_session=${await openSession(database.stores, id, new Date())}`;
    const demo = {
      fetch: (url: string, init: RequestInit = {}) =>
        fetch(url, { ...init, headers: { cookie, ...(init.headers as object) } }),
    };
    const open = await startServer({
      settings: { HOST: '127.0.0.1', PORT: 0 },
      dataSource: database.dataSource,
      blobs: new MemoryBlobStore(),
      programmes: [],
    });
    try {
      const at = { fetch: (url: string, init?: RequestInit) => demo.fetch(url.replace(server.url, open.url), init) };
      const looked = await preview(bytes, at);
      expect(looked).toMatchObject({ status: 200, json: { same: 1, added: 1, faultCount: 0 } });
      const path = `units?name=a&token=${String(looked.json.token)}`;
      for (const [where, sent] of [
        [path, bytes],
        ['unit', form({})],
        ['units-removal', { units: [sample.id] }],
      ] as const)
        expect(await send(where, sent, at)).toMatchObject({
          status: 409,
          json: { message: expect.stringContaining('示例账号') },
        });
    } finally {
      await open.close();
    }
    expect(await names()).toEqual(['云岭县示例局']);
  });
});
