import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { MemoryBlobStore } from '#evidence';
import { findProgramme, sendDueDigests, type House } from '#operations';
import { startServer, type RunningServer } from '../../apps/server/server.js';
import { settleTwoDepartments, programme } from './support/two-departments.js';
import { signedIn, type SignedIn } from './support/signed-in.js';
import { openTemporaryDatabase, type TemporaryDatabase } from './support/temporary-database.js';

const settings = { MINGJING_ALLOW_NETWORKS: '127.0.0.1/32', MINGJING_ADDRESS: 'https://mj.yunling.example' };
// A Friday, nine in the morning in Beijing.
const morning = new Date('2023-02-17T01:00:00Z');
const later = (minutes: number) => new Date(morning.getTime() + minutes * 60_000);

let database: TemporaryDatabase;
let server: RunningServer;
let keeper: SignedIn;
let robot: Server;
let said: { url: string; body: { msgtype: string; markdown: { content?: string; text?: string } } }[] = [];
let answer: (request: IncomingMessage) => { status: number; body: string; location?: string } = () => ok;
const ok = { status: 200, body: '{"errcode":0,"errmsg":"ok"}' };

beforeAll(async () => {
  database = await openTemporaryDatabase();
  const blobs = new MemoryBlobStore();
  await settleTwoDepartments(database.stores, blobs);
  keeper = await signedIn(database.stores);
  robot = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      said.push({ url: request.url ?? '', body: JSON.parse(body) as (typeof said)[number]['body'] });
      const { status, body: text, location } = answer(request);
      response.writeHead(status, { 'content-type': 'application/json', ...(location ? { location } : {}) }).end(text);
    });
  });
  await new Promise<void>((done) => robot.listen(0, '127.0.0.1', done));
  server = await startServer({
    settings: { HOST: '127.0.0.1', PORT: 0, ...settings },
    dataSource: database.dataSource,
    blobs,
    programmes: [await findProgramme(programme)],
    now: () => morning,
  });
});
afterAll(async () => {
  await server?.close();
  robot?.close();
  await database?.close();
});
beforeEach(async () => {
  said = [];
  answer = () => ok;
  await database.dataSource.query('delete from notice_channel');
});

const robotUrl = () => `http://127.0.0.1:${(robot.address() as AddressInfo).port}/send?key=secret-key-1234`;
const usual = () => ({
  ...{ name: '政务公开工作群', kind: 'wecom', url: robotUrl(), secret: null as string | null },
  ...{ programme, hour: 9, workdaysOnly: true },
});
async function post(path: string, body: unknown) {
  const response = await keeper.fetch(`${server.url}/api/v1/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  return { status: response.status, text, json: (text === '' ? null : JSON.parse(text)) as Record<string, unknown> };
}
const house = () => ({ ...database.stores }) as unknown as House;
const look = (now: Date, log: string[] = []) => sendDueDigests(house(), settings, now, (line) => log.push(line));
const last = async () => (await database.stores.channels.channels())[0]!.last;

describe('the digest', () => {
  it('tells what waits, the most pressing first', async () => {
    const about = `programme=${programme}&period=2022Q4`;
    const response = await keeper.fetch(`${server.url}/api/v1/digest?${about}`);
    const lines = (await response.json()) as { kind: string; text: string; path: string }[];
    expect(lines.map(({ kind }) => kind)).toEqual(['appeals', 'reviews', 'materials', 'overdue', 'remarks']);
    expect(lines[0]).toMatchObject({ text: '2 件申诉、说明待办理，其中 2 件已过应办日期', path: '/appeals' });
    expect(lines[3]!.text).toMatch(/^2 家单位整改逾期：.*云岭县教育局/);
  });
});

describe('a group robot', () => {
  it('is set up by an address that is never told again, and tried out', async () => {
    const made = await post('channels', usual());
    expect(made.status).toBe(201);
    expect(made.json).toMatchObject({ address: expect.stringMatching(/…1234$/) as string, signs: false, last: null });
    const listed = await (await keeper.fetch(`${server.url}/api/v1/channels`)).text();
    const trail = await (await keeper.fetch(`${server.url}/api/v1/audit`)).text();
    for (const text of [made.text, listed, trail]) expect(text).not.toContain('secret-key');
    expect((await post(`channels/${String(made.json['id'])}/try`, {})).status).toBe(204);
    expect(said[0]!.url).toBe('/send?key=secret-key-1234');
    expect(said[0]!.body.markdown.content).toContain('2 件申诉、说明待办理');
    expect(said[0]!.body.markdown.content).toContain('(https://mj.yunling.example/appeals)');
  });

  it.each([
    ['http://169.254.169.254/latest/meta-data', '属于内网或保留网段'],
    ['https://10.0.0.8/send', '属于内网或保留网段'],
    ['https://[::1]/send', '属于内网或保留网段'],
    ['file:///etc/passwd', '不访问'],
    ['http://robot.example/send', 'Webhook'],
    ['not an address', '不是有效的网址'],
  ])('is refused at %s', async (url, why) => {
    const { status, text } = await post('channels', { ...usual(), url });
    expect([status, text]).toEqual([400, expect.stringContaining(why)]);
    expect(await database.stores.channels.channels()).toEqual([]);
  });

  it('follows no redirect, and says what the robot says when it does not take a message', async () => {
    const id = String((await post('channels', usual())).json['id']);
    const wrong: [ReturnType<typeof answer>, string][] = [
      [{ status: 302, body: '', location: 'http://127.0.0.1:1/' }, '答复 302'],
      [{ status: 200, body: '{"errcode":93000,"errmsg":"invalid webhook url"}' }, '没有接受（93000）'],
      [{ status: 200, body: '<html>登录</html>' }, '不是群机器人的格式'],
    ];
    for (const [given, why] of wrong) {
      answer = () => given;
      const { status, text } = await post(`channels/${id}/try`, {});
      expect([status, text]).toEqual([400, expect.stringContaining(why)]);
      expect(text).not.toContain('secret-key');
    }
  });

  it('of 钉钉 is signed with its secret', async () => {
    const id = String((await post('channels', { ...usual(), kind: 'dingtalk', secret: 'SEC1' })).json['id']);
    expect((await post(`channels/${id}/try`, {})).status).toBe(204);
    const { searchParams } = new URL(said[0]!.url, 'http://x');
    const at = searchParams.get('timestamp')!;
    const sign = createHmac('sha256', 'SEC1').update(`${at}\nSEC1`).digest('base64');
    expect(searchParams.get('sign')).toBe(sign);
    expect(said[0]!.body.markdown.text).toContain('待办理');
  });
});

describe('the digest of a day', () => {
  it('is sent once, from its hour on, on working days, however many processes look', async () => {
    await post('channels', usual());
    await look(new Date('2023-02-17T00:59:59Z'));
    expect(said).toHaveLength(0);
    await Promise.all([look(morning), look(morning), look(morning)]);
    await look(later(60));
    expect(said).toHaveLength(1);
    expect(await last()).toMatchObject({ day: '2023-02-17', state: 'sent', attempts: 1 });
    // Saturday.
    await look(later(24 * 60));
    expect(said).toHaveLength(1);
  });

  it('is tried three times in all, and the last word stays', async () => {
    await post('channels', usual());
    answer = () => ({ status: 502, body: '' });
    const log: string[] = [];
    for (const minutes of [0, 5, 11, 16, 22, 33, 44]) await look(later(minutes), log);
    expect(said).toHaveLength(3);
    expect(await last()).toMatchObject({ state: 'failed', attempts: 3, note: '机器人所在服务答复 502' });
    expect(log).toHaveLength(3);
  });

  it('that was begun and heard of no more is begun again', async () => {
    await post('channels', usual());
    const [channel] = await database.stores.channels.channels();
    expect(await database.stores.channels.take(channel!.id, '2023-02-17', morning)).toBe(true);
    await look(later(5));
    expect(said).toHaveLength(0);
    await look(later(11));
    expect(said).toHaveLength(1);
  });

  it('is not sent to a robot that was removed, whose address is gone', async () => {
    const id = String((await post('channels', usual())).json['id']);
    const gone = await keeper.fetch(`${server.url}/api/v1/channels/${id}`, { method: 'DELETE' });
    expect(gone.status).toBe(204);
    await look(morning);
    expect(said).toHaveLength(0);
    const rows = await database.dataSource.query<{ url: string }[]>('select url from notice_channel');
    expect(rows).toEqual([{ url: '' }]);
  });
});
