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
    settings: { HOST: '127.0.0.1', PORT: 0, MINGJING_UPLOAD_MB: 1, MINGJING_UPLOADS_PER_UNIT: 8 },
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

async function change(method: 'DELETE' | 'PUT', id: unknown, by = own) {
  const answer = await by.fetch(`${server.url}/api/v1/uploads/${String(id)}`, {
    method,
    ...(method === 'PUT' ? { headers: { 'content-type': 'application/json' }, body: '{}' } : {}),
  });
  return { status: answer.status, text: await answer.text() };
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
    // The answer got lost and the page sends it again.
    expect(await send(bytes)).toEqual(first);
    // Under another name it is another file of the same bytes, shown as it is called this time.
    const renamed = await send(bytes, { name: '另存.pdf' });
    expect(renamed.json).toMatchObject({ name: '另存.pdf', sha256: first.json['sha256'] });
    expect(renamed.json['id']).not.toBe(first.json['id']);
    expect((await change('DELETE', renamed.json['id'])).status).toBe(204);
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

  it('is taken out of use by whoever handed it in, put back, and not so once it was sent', async () => {
    const { json } = await send(pdf('草稿里的'));
    const id = String(json['id']);
    const there = async () => (await own.fetch(`${server.url}/api/v1/uploads/${id}`)).status;
    const count = await database.stores.uploads.count(place.own.unit.id);
    expect((await change('DELETE', id)).status).toBe(204);
    expect(await there()).toBe(404);
    expect(await database.stores.uploads.count(place.own.unit.id)).toBe(count - 1);
    expect((await change('PUT', id)).status).toBe(204);
    expect(await there()).toBe(200);
    // Handed in again it is back as well.
    await change('DELETE', id);
    expect((await send(pdf('草稿里的'))).json['id']).toBe(id);
    const colleague = await signedIn(database.stores, { role: 'department', unit: place.own.unit.id });
    expect(await change('DELETE', id, colleague)).toEqual({
      status: 400,
      text: expect.stringContaining('只能由其本人移除'),
    });
    const other = await signedIn(database.stores, { role: 'department', unit: place.other.unit.id });
    expect((await change('DELETE', id, other)).status).toBe(404);
    const key = { organisation: place.own.unit.id, programme: 'pingliang-2020', period: '2022Q4' };
    const draft = (requirement: string) => ({
      ...{ ...key, requirement, answers: { 通知: { words: '', files: [id], person: null } } },
      ...{ savedBy: own.account.id, saver: '某甲', savedAt: new Date().toISOString() },
    });
    await database.stores.materials.saveDraft(draft('PL-14'), 0);
    await database.stores.materials.saveDraft(draft('PL-15'), 0);
    expect(await change('DELETE', id)).toEqual({ status: 400, text: expect.stringContaining('还用在另一份草稿中') });
    const sent = { id: 'v1', sentBy: own.account.id, sender: '某甲', sentAt: new Date().toISOString() };
    await database.stores.materials.send({ ...draft('PL-14'), ...sent }, () => undefined);
    expect(await change('DELETE', id)).toEqual({
      status: 400,
      text: expect.stringContaining('已随 2022Q4 PL-14 第 2 版报送，留作依据，不能移除'),
    });
    expect(await there()).toBe(200);
    const sentences = (await database.stores.audit.entries({})).rows.map(({ sentence }) => sentence);
    expect(sentences).toEqual(
      expect.arrayContaining(['移除上传的文件：培训签到表.pdf', '放回移除的文件：培训签到表.pdf']),
    );
  });

  it('that was taken out of use goes with a clearing a day later, and what was sent stays', async () => {
    const { json } = await send(pdf('不要的'));
    await change('DELETE', json['id']);
    const clear = (now: number) =>
      database.stores.retention.clear({ rounds: 7, now: new Date(now).toISOString() }, false, (unreferenced) =>
        unreferenced([String(json['sha256'])]),
      );
    expect((await clear(Date.now() + 3_600_000)).swept).toEqual([]);
    expect((await clear(Date.now() + 25 * 3_600_000)).swept).toEqual([json['sha256']]);
    expect((await change('PUT', json['id'])).status).toBe(404);
    // Whatever a row says, what was sent stays.
    const first = String((await send(pdf('草稿里的'))).json['id']);
    await database.stores.uploads.setRemoved(first, new Date(0));
    await clear(Date.now());
    expect((await change('PUT', first)).status).toBe(204);
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
    for (let n = await database.stores.uploads.count(place.own.unit.id); n < 8; n += 1)
      expect((await send(pdf(`文件${n}`))).status).toBe(201);
    expect((await send(pdf('还有一个'))).json['message']).toMatch(/已存 8 个文件/);
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
