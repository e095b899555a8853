import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MemoryBlobStore } from '#evidence';
import { makePdf } from '../../libs/files/make-files.test.js';
import { startServer, type RunningServer } from '../../apps/server/server.js';
import { signedIn, type SignedIn } from './support/signed-in.js';
import { openTemporaryDatabase, type TemporaryDatabase } from './support/temporary-database.js';
import { settleTwoDepartments, type TwoDepartments } from './support/two-departments.js';

let database: TemporaryDatabase;
let server: RunningServer;
let place: TwoDepartments;
let own: SignedIn;
const blobs = new MemoryBlobStore();
const pdf = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(makePdf([[text]]));

beforeAll(async () => {
  database = await openTemporaryDatabase();
  place = await settleTwoDepartments(database.stores, blobs);
  server = await startServer({
    settings: { HOST: '127.0.0.1', PORT: 0, MINGJING_UPLOAD_MB: 1, MINGJING_UPLOADS_PER_UNIT: 4 },
    dataSource: database.dataSource,
    blobs,
    programmes: [],
  });
  own = await signedIn(database.stores, { role: 'department', unit: place.own.unit.id });
});

afterAll(async () => {
  await server?.close();
  await database?.close();
});

interface Sent {
  by?: SignedIn;
  unit?: string;
  name?: string;
  headers?: Record<string, string>;
}

async function send(bytes: Uint8Array<ArrayBuffer> | ReadableStream, sent: Sent = {}) {
  const { by = own, unit = place.own.unit.id, name = 'C:\\fakepath\\培训签到表.PDF', headers = {} } = sent;
  const query = new URLSearchParams({ organisation: unit, name });
  const answer = await by.fetch(`${server.url}/api/v1/uploads?${query.toString()}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream', ...headers },
    body: bytes,
    ...(bytes instanceof ReadableStream ? { duplex: 'half' } : {}),
  } as RequestInit);
  return { status: answer.status, json: (await answer.json()) as Record<string, unknown> };
}

describe('a file from somebody', () => {
  it('is kept once, and given back as a download alone', async () => {
    const bytes = pdf('培训签到表');
    const first = await send(bytes);
    expect(first).toMatchObject({
      status: 201,
      json: {
        organisation: place.own.unit.id,
        name: '培训签到表.pdf',
        kind: 'pdf',
        size: bytes.length,
        uploader: '某甲',
      },
    });
    // The answer got lost and the page sends it again, under whatever name.
    expect(await send(bytes, { name: '另存.pdf' })).toEqual(first);
    const answer = await own.fetch(`${server.url}/api/v1/uploads/${String(first.json['id'])}`);
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(bytes);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename="file.pdf"; filename*=UTF-8''${encodeURIComponent('培训签到表.pdf')}`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringMatching(/^sandbox; default-src 'none'/) as unknown,
      'cache-control': 'private, no-store',
    });
    const trail = await database.dataSource.query<{ sentence: string; after: object }[]>(
      `select sentence, after from audit_entry where what = 'materials.write' order by id`,
    );
    expect(trail[0]).toMatchObject({ sentence: '上传文件：培训签到表.pdf', after: { sha256: first.json['sha256'] } });
  });

  it('is for those who may see the unit', async () => {
    const { json } = await send(pdf('一'));
    const other = await signedIn(database.stores, { role: 'department', unit: place.other.unit.id });
    const path = `${server.url}/api/v1/uploads/${String(json['id'])}`;
    expect((await other.fetch(path)).status).toBe(404);
    expect((await fetch(path)).status).toBe(401);
    expect((await (await signedIn(database.stores, { role: 'leader' })).fetch(path)).status).toBe(200);
    expect(await send(pdf('二'), { by: other })).toEqual({ status: 404, json: { message: '没有这个单位' } });
    const leader = await signedIn(database.stores, { role: 'leader' });
    expect((await send(pdf('二'), { by: leader })).status).toBe(403);
    const whole = await signedIn(database.stores);
    expect((await send(pdf('二'), { by: whole, unit: 'none' })).status).toBe(404);
  });

  it('is refused in one line when it is not what it should be, and nothing is kept', async () => {
    const before = await database.stores.uploads.count(place.own.unit.id);
    const text = (words: string) => new Uint8Array(Buffer.from(words));
    expect(await send(text('<svg onload="alert(1)"/>'), { name: '图.jpg' })).toEqual({
      status: 400,
      json: { message: expect.stringMatching(/^文件“图.jpg”：网页、SVG 和脚本不收[^\n]*$/) as unknown },
    });
    const two = Buffer.concat([makePdf([['一']]), Buffer.from('<script>alert(1)</script>')]);
    expect((await send(new Uint8Array(two))).json['message']).toMatch(/夹有另一种内容/);
    expect(await send(new Uint8Array(1_000_001))).toEqual({ status: 413, json: { message: '文件超过 1 MB' } });
    expect((await send(new Uint8Array())).status).toBe(400);
    expect(await database.stores.uploads.count(place.own.unit.id)).toBe(before);
  });

  it('that says nothing of its size is read no further than may be', async () => {
    let given = 0;
    const endless = new ReadableStream({
      pull(controller) {
        given += 65_536;
        controller.enqueue(new Uint8Array(65_536));
      },
    });
    await send(endless).then(
      ({ status }) => expect(status).toBe(413),
      // Or the connection is closed over it.
      () => undefined,
    );
    expect(given).toBeLessThan(20_000_000);
  });

  it('comes from our own pages alone, as itself', async () => {
    const foreign = { origin: 'https://evil.example' };
    expect((await send(pdf('三'), { headers: foreign })).status).toBe(403);
    expect((await send(pdf('三'), { headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(403);
    for (const type of ['multipart/form-data; boundary=x', 'text/plain', 'application/x-www-form-urlencoded'])
      expect([type, (await send(pdf('三'), { headers: { 'content-type': type } })).status]).toEqual([type, 415]);
    // Nor do other endpoints take bytes.
    const pin = await own.fetch(`${server.url}/api/v1/session/password`, {
      method: 'PUT',
      headers: { 'content-type': 'application/octet-stream' },
      body: '{}',
    });
    expect(pin.status).toBe(415);
  });

  it('is one of so many', async () => {
    for (let n = await database.stores.uploads.count(place.own.unit.id); n < 4; n += 1)
      expect((await send(pdf(`文件${n}`))).status).toBe(201);
    expect((await send(pdf('还有一个'))).json['message']).toMatch(/已存 4 个文件/);
  });

  it('of a real unit is no matter of the sample’s accounts, whatever they may', async () => {
    await database.dataSource.query(`update organisation set sample = true where id = $1`, [place.other.unit.id]);
    const whole = await signedIn(database.stores);
    expect(await send(pdf('四'), { by: whole, unit: place.other.unit.id })).toEqual({
      status: 404,
      json: { message: '单位：没有这个单位' },
    });
    await database.dataSource.query(`update organisation set sample = false where id = $1`, [place.other.unit.id]);
  });
});
