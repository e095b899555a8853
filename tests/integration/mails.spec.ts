import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Role } from '#access';
import { MemoryBlobStore } from '#evidence';
import { readSettings } from '#kernel';
import { findProgramme, openMailer, sendDueDigests, sendDueMails, type House, type Mailer } from '#operations';
import { startServer, type RunningServer } from '../../apps/server/server.js';
import { mailCertificate, startMailServer, type MailServer } from './support/mail-server.js';
import { signedIn, type SignedIn } from './support/signed-in.js';
import { openTemporaryDatabase, type TemporaryDatabase } from './support/temporary-database.js';
import { programme, settleTwoDepartments, type TwoDepartments } from './support/two-departments.js';

const address = 'https://mj.yunling.example';
// A Friday, nine in the morning in Beijing; the notices ran out a week ago.
const morning = new Date('2023-02-17T01:00:00Z');
const later = (minutes: number) => new Date(morning.getTime() + minutes * 60_000);
const smtp = (more: Record<string, string> = {}) => ({
  MINGJING_SMTP_URL: `smtp://mj@localhost:${mails.port}`,
  ...{ MINGJING_SMTP_PASSWORD: 'correct-horse', MINGJING_SMTP_FROM: 'mj@yunling.example', ...more },
});
const opened: Mailer[] = [];
function mailer(more: Record<string, string> = {}, ca: string | null = mailCertificate): Mailer {
  const one = openMailer(readSettings(smtp(more)), ca ?? undefined)!;
  opened.push(one);
  return one;
}

let database: TemporaryDatabase;
let server: RunningServer;
let mails: MailServer;
let place: TwoDepartments;
let keeper: SignedIn;

beforeAll(async () => {
  database = await openTemporaryDatabase();
  mails = await startMailServer();
  const blobs = new MemoryBlobStore();
  place = await settleTwoDepartments(database.stores, blobs);
  server = await startServer({
    settings: { HOST: '127.0.0.1', PORT: 0, MINGJING_ADDRESS: address, MINGJING_ALLOW_NETWORKS: '' },
    dataSource: database.dataSource,
    blobs,
    programmes: [await findProgramme(programme)],
    now: () => morning,
    accessNow: () => morning,
    mailer: mailer(),
  });
});
beforeEach(async () => {
  mails.received.length = 0;
  mails.refuse = null;
  await database.dataSource.query('delete from account');
  await database.dataSource.query('delete from notice_channel');
  await database.dataSource.query('delete from sign_in_attempt');
  keeper = await signedIn(database.stores, { now: morning });
});
afterEach(() => {
  for (const one of opened.splice(1)) one.close();
});
afterAll(async () => {
  await server?.close();
  await mails?.close();
  await database?.close();
});

const house = () => database.stores as unknown as House;
const send = (now: Date, by: Mailer | null = mailer(), log: string[] = []) =>
  sendDueMails(house(), by, { MINGJING_ADDRESS: address }, now, (line) => log.push(line));

async function somebody(role: Role, mail: string | null, unit: string | null = null): Promise<SignedIn> {
  const one = await signedIn(database.stores, { role, unit, now: morning });
  if (mail !== null) await database.stores.accounts.change(one.account.id, { mail, mailConfirmedAt: morning });
  return one;
}

async function ask(who: SignedIn, method: string, path: string, sent: unknown) {
  const answer = await who.fetch(`${server.url}/api/v1/${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(sent),
  });
  const text = await answer.text();
  return { status: answer.status, json: (text === '' ? {} : JSON.parse(text)) as Record<string, unknown> };
}
const sentTo = () => mails.received.map(({ to, subject }) => `${to.join()} ${subject}`).sort();

describe('the digest of the office', () => {
  it('goes once a working day to each who has an address that is his and wants it, and to nobody else', async () => {
    await somebody('assessor', 'pinggu@yunling.example');
    await somebody('leader', 'lingdao@yunling.example');
    await somebody('assessor', null);
    await somebody('assessor', 'quxian@yunling.example', place.other.unit.id);
    const unconfirmed = await somebody('reviewer', 'fuhe@yunling.example');
    await database.stores.accounts.change(unconfirmed.account.id, { mailConfirmedAt: null });
    const gone = await somebody('reviewer', 'tingyong@yunling.example');
    await database.stores.accounts.change(gone.account.id, { disabledAt: morning });
    const silent = await somebody('reviewer', 'buyao@yunling.example');
    await database.stores.accounts.change(silent.account.id, { mailWanted: false });
    await send(new Date('2023-02-17T00:59:00Z'));
    expect(sentTo()).toEqual([]);
    await Promise.all([send(morning), send(morning)]);
    await send(later(30));
    expect(sentTo()).toEqual([
      'lingdao@yunling.example 政务公开监测待办（2023-02-17）',
      'pinggu@yunling.example 政务公开监测待办（2023-02-17）',
    ]);
    const [one] = mails.received;
    expect(one).toMatchObject({ encrypted: true, user: 'mj' });
    expect(one!.text).toContain('2 家单位整改逾期：云岭县财政局（提醒）、云岭县教育局（提醒）');
    expect(one!.text).toContain(`${address}/appeals`);
    expect(one!.head).toMatch(/^auto-submitted: auto-generated$/im);
    // The next day is a Saturday.
    await send(new Date('2023-02-18T01:00:00Z'));
    expect(mails.received).toHaveLength(2);
  });

  it('is tried three times, and what is told of a fault names no account', async () => {
    const { account } = await somebody('assessor', 'pinggu@yunling.example');
    mails.refuse = { code: 550, words: 'no mailbox pinggu@yunling.example here' };
    const log: string[] = [];
    for (const minutes of [0, 5, 11, 22, 33, 44]) await send(later(minutes), mailer(), log);
    expect(log).toEqual(Array(3).fill(`给“${account.name}”的邮件：邮件服务器不接受收件或发件地址（550）`));
    expect(mails.received).toEqual([]);
    mails.refuse = null;
    await send(later(60));
    expect(mails.received).toEqual([]);
  });

  it('is kept for later where the server itself is away', async () => {
    for (const name of ['a', 'b', 'c', 'd', 'e']) await somebody('assessor', `${name}@yunling.example`);
    const away = { send: () => Promise.resolve('连不上邮件服务器'), close: () => undefined };
    await send(morning, away);
    await send(later(11));
    expect(mails.received).toHaveLength(5);
  });
});

describe('the people of a unit', () => {
  it('get the week’s reminders with the letter, of their own units alone, and each level of a notice once', async () => {
    await somebody('department', 'caizheng@yunling.example', place.own.unit.id);
    await somebody('department', 'jiaoyu@yunling.example', place.other.unit.id);
    for (const minutes of [0, 11, 22]) await send(later(minutes));
    expect(sentTo()).toEqual([
      'caizheng@yunling.example 政务公开工作提示（2023-02-17）',
      'caizheng@yunling.example 政务公开逾期整改提醒（云岭县财政局）',
      'jiaoyu@yunling.example 政务公开工作提示（2023-02-17）',
      'jiaoyu@yunling.example 政务公开逾期整改提醒（云岭县教育局）',
    ]);
    for (const { to, text, attachments } of mails.received) {
      const [mine, others] = to[0]!.startsWith('cai') ? [place.own, place.other] : [place.other, place.own];
      expect(text).toContain(mine.unit.name);
      for (const mark of [others.unit.name, ...others.marks]) expect(text).not.toContain(mark);
      expect(attachments.map(({ name }) => name)).toEqual([
        expect.stringMatching(new RegExp(`^(工作提示|整改通知)（${mine.unit.name}）.docx$`)),
      ]);
      expect(attachments[0]!.bytes.subarray(0, 2).toString()).toBe('PK');
    }
    mails.received.length = 0;
    // The next Monday: another week, and the next level.
    await send(new Date('2023-02-20T01:00:00Z'));
    expect(sentTo()).toEqual([
      'caizheng@yunling.example 政务公开工作提示（2023-02-20）',
      'caizheng@yunling.example 政务公开逾期整改督办（云岭县财政局）',
      'jiaoyu@yunling.example 政务公开工作提示（2023-02-20）',
      'jiaoyu@yunling.example 政务公开逾期整改督办（云岭县教育局）',
    ]);
  });
});

describe('an address of one’s own', () => {
  const code = () => /确认码：([A-Z2-9]{10})/.exec(mails.received.at(-1)?.text ?? '')?.[1] ?? '';

  it('counts once the code that was sent there was given', async () => {
    const me = await somebody('assessor', null);
    const asked = await ask(me, 'PUT', 'session/mail', { address: ' me@yunling.example ', wanted: true });
    expect(asked).toMatchObject({
      status: 200,
      json: { account: { mail: 'me@yunling.example', mailConfirmed: false } },
    });
    expect(mails.received).toMatchObject([{ to: ['me@yunling.example'], subject: '明镜：确认邮箱' }]);
    expect(mails.received[0]!.text).toContain(`${address}/account?confirm=${code()}`);
    await send(morning);
    expect(mails.received).toHaveLength(1);
    expect(await ask(me, 'PUT', 'session/mail/confirmation', { code: 'AAAAAAAAAA' })).toMatchObject({ status: 400 });
    const given = await ask(me, 'PUT', 'session/mail/confirmation', { code: code().toLowerCase() });
    expect(given).toMatchObject({ status: 200, json: { account: { mailConfirmed: true, mailWanted: true } } });
    // Another address must be confirmed anew, and one that is not wanted gets nothing.
    await ask(me, 'PUT', 'session/mail', { address: 'other@yunling.example', wanted: true });
    const old = code();
    expect((await database.stores.accounts.account(me.account.id))!.mailConfirmedAt).toBeNull();
    const aged = (hours: number) => database.stores.accounts.change(me.account.id, { mailCodeAt: later(-hours * 60) });
    await aged(25);
    expect(await ask(me, 'PUT', 'session/mail/confirmation', { code: old })).toMatchObject({
      ...{ status: 400, json: { message: expect.stringContaining('已过期') } },
    });
    await aged(1);
    await ask(me, 'PUT', 'session/mail/confirmation', { code: old });
    expect(await ask(me, 'PUT', 'session/mail', { address: 'other@yunling.example', wanted: false })).toMatchObject({
      json: { account: { mailConfirmed: true, mailWanted: false } },
    });
    mails.received.length = 0;
    await send(later(30));
    expect(mails.received).toEqual([]);
  });

  it.each(['zwgk', 'a@b.example\r\nBcc: c@d.example', 'a@b.example,c@d.example', '张某 <a@b.example>'])(
    'is refused where it is none: %j',
    async (typed) => {
      const me = await somebody('assessor', null);
      expect(await ask(me, 'PUT', 'session/mail', { address: typed, wanted: true })).toMatchObject({
        ...{ status: 400, json: { message: expect.stringContaining('一个邮箱地址') } },
      });
      expect(await ask(keeper, 'PATCH', `accounts/${me.account.id}`, { mail: typed })).toMatchObject({ status: 400 });
      expect(mails.received).toEqual([]);
    },
  );

  it('floods nobody with codes, and codes are not guessed', async () => {
    const me = await somebody('assessor', null);
    const answers = [];
    for (let time = 0; time < 7; time += 1)
      answers.push(
        (await ask(me, 'PUT', 'session/mail', { address: `a${time}@yunling.example`, wanted: true })).status,
      );
    expect(answers).toEqual([200, 200, 200, 200, 200, 200, 409]);
    const guesses = [];
    for (let time = 0; time < 6; time += 1)
      guesses.push((await ask(me, 'PUT', 'session/mail/confirmation', { code: `AAAAAAAAA${time}` })).status);
    expect(guesses).toEqual([400, 400, 400, 400, 400, 429]);
  });

  it('is written down by whoever keeps the accounts without a code, and stands in the trail', async () => {
    const me = await somebody('assessor', null);
    const path = `accounts/${me.account.id}`;
    expect(await ask(keeper, 'PATCH', path, { mail: 'me@yunling.example' })).toMatchObject({
      ...{ status: 200, json: { mail: 'me@yunling.example', mailConfirmed: true } },
    });
    // It is no reason to be signed out.
    expect((await ask(me, 'PUT', 'session/mail', { address: 'me@yunling.example', wanted: true })).status).toBe(200);
    expect(mails.received).toEqual([]);
    expect(await ask(me, 'PATCH', path, { mail: null })).toMatchObject({ status: 403 });
  });
});

describe('the mail server', () => {
  const letter = { to: 'a@yunling.example', subject: '试\r\nBcc: b@yunling.example', text: '试' };

  async function tried(more: Record<string, string>, ca?: null): Promise<string | null> {
    const one = mailer(more, ca);
    const outcome = await one.send(letter);
    one.close();
    return outcome;
  }

  it('is spoken to encrypted and with a certificate that holds, or not at all', async () => {
    expect(await tried({}, null)).toBe('连不上邮件服务器，或其证书不可信');
    const plain = await startMailServer({ disabledCommands: ['STARTTLS'], allowInsecureAuth: true });
    const url = { MINGJING_SMTP_URL: `smtp://mj@localhost:${plain.port}` };
    expect(await tried(url)).toMatch(/^与邮件服务器之间不能加密/);
    expect([mails.received, plain.received]).toEqual([[], []]);
    expect(await tried({ ...url, MINGJING_SMTP_PLAIN: '1' })).toBeNull();
    expect(plain.received).toMatchObject([{ encrypted: false, user: 'mj' }]);
    await plain.close();
    const wrapped = await startMailServer({ secure: true });
    expect(await tried({ MINGJING_SMTP_URL: `smtps://mj@localhost:${wrapped.port}` })).toBeNull();
    expect(wrapped.received).toMatchObject([{ encrypted: true, user: 'mj' }]);
    await wrapped.close();
  });

  it('is told nothing by what people and sites write but text', async () => {
    expect(
      await mailer().send({
        ...letter,
        attachments: [{ name: 'a\r\nX: "b.docx', type: 'text/plain', bytes: Buffer.from('') }],
      }),
    ).toBeNull();
    const [{ to, head, subject }] = mails.received as [(typeof mails.received)[number]];
    expect([to, subject]).toEqual([['a@yunling.example'], '试 Bcc: b@yunling.example']);
    expect(head).not.toMatch(/^(bcc|x):/im);
    for (const bad of [
      'a@yunling.example\r\nRCPT TO:<b@yunling.example>',
      'a@yunling.example, b@yunling.example',
      '<a@b.example>',
    ])
      expect(await mailer().send({ ...letter, to: bad })).toBe('收件地址不可用');
    expect(mails.received).toHaveLength(1);
  });

  it('is no reason to tell its account or password', async () => {
    expect(await mailer({ MINGJING_SMTP_PASSWORD: 'battery-staple' }).send(letter)).toBe(
      '邮件服务器不接受账号或口令（535）',
    );
    const wrong = () => readSettings({ MINGJING_SMTP_URL: 'smtp://mj:correct-horse@', MINGJING_SMTP_FROM: 'mj' });
    expect(wrong).toThrow('MINGJING_SMTP_URL');
    expect(wrong).not.toThrow('correct-horse');
    expect(() => readSettings({ MINGJING_SMTP_URL: 'smtp://localhost' })).toThrow('MINGJING_SMTP_FROM：没有填写');
    expect(openMailer(readSettings({}))).toBeNull();
  });
});

describe('an address among the channels', () => {
  it('gets the digest of a programme once a day, like a robot', async () => {
    const asked = { name: '县政务公开办', kind: 'email', url: 'gkb@yunling.example', secret: null, programme };
    const times = { hour: 9, workdaysOnly: true };
    expect(
      await ask(keeper, 'POST', 'channels', { ...asked, ...times, url: 'gkb@yunling.example, x@y.example' }),
    ).toMatchObject({
      status: 400,
    });
    expect(await ask(keeper, 'POST', 'channels', { ...asked, ...times })).toMatchObject({
      ...{ status: 201, json: { kindTitle: '邮箱', address: 'gkb@yunling.example' } },
    });
    const settings = { MINGJING_ALLOW_NETWORKS: '', MINGJING_ADDRESS: address };
    for (const minutes of [0, 20]) await sendDueDigests(house(), settings, later(minutes), () => undefined, mailer());
    expect(sentTo()).toEqual(['gkb@yunling.example 政务公开监测待办（2023-02-17）']);
    expect(mails.received[0]!.text).toContain('2 家单位整改逾期');
  });
});
