import { rightsOf } from '#access';
import { addDays } from '#calendar';
import { dueDay, dueWeek, digestPart, isLikelyWorkday, keptSince, mailText, type MailPart } from '#casework';
import { renderLetter } from '#circulars';
import type { AccountRow, AssessmentHead, Stores } from '#database';
import type { Settings } from '#kernel';
import type { Programme } from '#programmes';
import { dayOf } from '../clock.js';
import type { House } from '../house.js';
import { asScored, lookUpProgramme, programmeIds } from '../plans.js';
import { workdays } from '../workdays.js';
import { digestOf, newestHead } from '../casework/digests.js';
import { noticeLetter } from '../casework/notice-files.js';
import { standingNotices, type NoticeShown } from '../casework/rectifications.js';
import { reminderLetter, workReminders, type WorkReminder } from '../casework/reminders.js';
import type { Mail, Mailer } from './mailer.js';

type Books = Pick<House, keyof Stores | 'blobs'>;
export type MailTimes = Partial<Pick<Settings, 'MINGJING_ADDRESS' | 'MINGJING_MAIL_HOUR' | 'MINGJING_REMIND_WEEKDAY'>>;

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
/** Letters in one mail; the rest is read in the application. */
const mostLetters = 10;
/** Where so many mails in a row are not taken, the server is at fault and not the address: the rest waits. */
const mostFaults = 3;
/** A notice that was sent longer ago is told of by the week's reminders alone. */
const newForDays = 7;

/** What is to be sent to whom. */
interface Letter {
  account: AccountRow;
  matter: string;
  /** Null where there is nothing to say. */
  write: () => Promise<Omit<Mail, 'to'> | null>;
}

/**
 * Sends each person with an address what is due now, each matter once however many processes look, tried three times: to the
 * office its digest of the day; to a unit's people the week's reminders, new notices, and each level to which one is escalated.
 */
export async function sendDueMails(
  books: Books,
  mailer: Mailer | null,
  settings: MailTimes,
  now: Date,
  log: (line: string) => void,
): Promise<void> {
  if (mailer === null) return;
  const hour = settings.MINGJING_MAIL_HOUR ?? 9;
  const isWorkday = (day: string) => isLikelyWorkday(workdays, day);
  const day = dueDay({ hour, workdaysOnly: true }, now, isWorkday);
  if (day === null) return;
  const readers = (await books.accounts.accounts()).filter(isReader);
  if (readers.length === 0) return;
  const week = dueWeek({ weekday: settings.MINGJING_REMIND_WEEKDAY ?? 1, hour }, { now, today: day }, isWorkday);
  const results = new Results(books, await scoredProgrammes(books), now, settings.MINGJING_ADDRESS ?? null);
  const letters = [
    ...readers.filter(isOfOffice).map((account) => results.digest(account, day)),
    ...(await results.notices(readers.filter(isOfUnit), addDays(day, -newForDays))),
    ...(week === null ? [] : readers.filter(isOfUnit).map((account) => results.week(account, week))),
  ];
  await sendAll(books, mailer, letters, now, log);
  await books.mails.forget(keptSince(day));
}

async function sendAll(
  { mails }: Books,
  mailer: Mailer,
  letters: readonly Letter[],
  now: Date,
  log: (line: string) => void,
): Promise<void> {
  const known = await mails.sendings([...new Set(letters.map(({ matter }) => matter))]);
  const through = new Set(
    known.filter(({ state }) => state === 'sent' || state === 'nothing').map((one) => `${one.account} ${one.matter}`),
  );
  let faults = 0;
  for (const { account, matter, write } of letters) {
    if (faults >= mostFaults) return;
    if (through.has(`${account.id} ${matter}`) || !(await mails.take(account.id, matter, now))) continue;
    const outcome = await sendOne(mailer, account, write);
    faults = outcome.state === 'failed' ? faults + 1 : 0;
    await mails.settle(account.id, matter, outcome, now);
    if (outcome.state === 'failed') log(`给“${account.name}”的邮件：${outcome.note}`);
  }
}

async function sendOne(mailer: Mailer, { mail }: AccountRow, write: Letter['write']) {
  try {
    const letter = await write();
    if (letter === null || mail === null) return { state: 'nothing' as const, note: null };
    const fault = await mailer.send({ ...letter, to: mail });
    return fault === null ? { state: 'sent' as const, note: null } : { state: 'failed' as const, note: fault };
  } catch (error) {
    return { state: 'failed' as const, note: error instanceof Error ? error.message.slice(0, 200) : String(error) };
  }
}

interface Scored {
  programme: Programme;
  head: AssessmentHead;
}

/** All programmes by which real units were scored, with their newest result, in the version by which that was. */
async function scoredProgrammes(books: Books): Promise<Scored[]> {
  const own = await books.programmes.programmes(false);
  const all: Scored[] = [];
  for (const id of [...programmeIds, ...own.map((one) => one.id)]) {
    const head = await newestHead(books, id, false);
    if (head) all.push({ programme: await asScored(await lookUpProgramme(id, books), head, books), head });
  }
  return all;
}

/** Somebody real who has signed in, has an address that is his, and did not send it away. */
function isReader(account: AccountRow): boolean {
  const isThere = account.disabledAt === null && !account.mustChangePassword && !account.sample;
  return isThere && account.mail !== null && account.mailConfirmedAt !== null && account.mailWanted;
}

const isOfOffice = ({ role, unit }: AccountRow) => unit === null && rightsOf(role).includes('alarms.read');
const isOfUnit = ({ role, unit }: AccountRow) => unit !== null && role === 'department';

/** What there is to tell, worked out once for all to whom it is told, and only where somebody is still to be told. */
class Results {
  private readonly kept = new Map<string, Promise<unknown>>();

  constructor(
    private readonly books: Books,
    private readonly scored: readonly Scored[],
    private readonly now: Date,
    private readonly address: string | null,
  ) {}

  digest(account: AccountRow, day: string): Letter {
    const write = async () => {
      const parts = await this.once('digest', () => this.digestParts());
      return parts.length === 0
        ? null
        : this.mail(`政务公开监测待办（${day}）`, parts, '每个工作日一封，没有待办就不发。');
    };
    return { account, matter: `digest ${day}`, write };
  }

  week(account: AccountRow, monday: string): Letter {
    const write = async () => {
      const units = await this.unitsOf(account);
      const own = (await this.once('reminders', () => this.reminders())).filter(({ reminder }) =>
        units.includes(reminder.organisation),
      );
      if (own.length === 0) return null;
      const parts = own.flatMap(({ reminder, programme }) =>
        reminder.sections.map(({ title, lines }) => ({
          title: `${reminder.organisationName}　${title}（${programme.title}）`,
          lines,
        })),
      );
      const attachments = await Promise.all(
        own.slice(0, mostLetters).map(async ({ reminder, programme }) => ({
          name: `工作提示（${reminder.organisationName}）.docx`,
          type: docx,
          bytes: await reminderLetter(reminder, programme, false),
        })),
      );
      return this.mail(`政务公开工作提示（${dayOf(this.now)}）`, parts, '每周一封，没有可提示的就不发。', attachments);
    };
    return { account, matter: `week ${monday}`, write };
  }

  /** New notices and those that are overdue, to the people of their units. */
  async notices(readers: readonly AccountRow[], newSince: string): Promise<Letter[]> {
    if (readers.length === 0) return [];
    const rows = await standingNotices(
      this.books,
      { sample: false, units: null },
      this.scored.map(({ programme }) => programme),
      this.now,
    );
    const told = rows.filter((row) => row.level > 0 || (isUnderWay(row) && row.issuedAt.slice(0, 10) >= newSince));
    const letters: Letter[] = [];
    for (const account of told.length === 0 ? [] : readers) {
      const units = await this.unitsOf(account);
      for (const row of told.filter(({ organisation }) => units.includes(organisation)))
        letters.push({ account, matter: `notice ${row.id} ${row.level}`, write: () => this.noticeMail(row) });
    }
    return letters;
  }

  private async noticeMail(row: NoticeShown): Promise<Omit<Mail, 'to'> | null> {
    const programme = this.scored.find((one) => one.programme.id === row.programme)?.programme;
    const left = row.findings.filter(({ mend }) => mend !== 'mended' && mend !== 'upheld');
    const over = row.daysOver ? `，逾期 ${row.daysOver} 个工作日` : '';
    const title = row.level > 0 ? `逾期整改${row.levelTitle}` : '整改通知';
    const lines = [`整改期限 ${row.dueOn}${over}`, row.demand, ...left.map(({ message }) => message)];
    const parts = [{ title: `${title}：${row.organisationName}`, lines }];
    const attachments = programme
      ? [
          {
            name: `整改通知（${row.organisationName}）.docx`,
            type: docx,
            bytes: await renderLetter(await noticeLetter(this.books, row, programme)),
          },
        ]
      : [];
    return this.mail(`政务公开${title}（${row.organisationName}）`, parts, '通知和逾期的每一级各发一封。', attachments);
  }

  private mail(subject: string, parts: readonly MailPart[], why: string, attachments: Mail['attachments'] = []) {
    const end = `本邮件由明镜自动发出，请勿回复。${why}不再接收：登录后在“我的账号”中关闭。`;
    return { subject, text: mailText(parts, { address: this.address, end }), attachments };
  }

  private unitsOf({ id, unit }: AccountRow): Promise<string[]> {
    return this.once(`units ${id}`, () => (unit ? this.books.scopes.unitsUnder(unit.id) : Promise.resolve([])));
  }

  private async digestParts(): Promise<MailPart[]> {
    const parts: MailPart[] = [];
    for (const { programme, head } of this.scored) {
      const lines = await digestOf(this.books, { programme, head }, this.now);
      if (lines.length > 0) parts.push(digestPart(programme.title, lines, this.address));
    }
    return parts;
  }

  private async reminders(): Promise<{ reminder: WorkReminder; programme: Programme }[]> {
    const all: { reminder: WorkReminder; programme: Programme }[] = [];
    for (const { programme, head } of this.scored) {
      const about = { programme, period: head.period, sample: false, units: null };
      for (const reminder of await workReminders(this.books, about, this.now)) all.push({ reminder, programme });
    }
    return all;
  }

  private once<Value>(name: string, make: () => Promise<Value>): Promise<Value> {
    const known = this.kept.get(name) ?? make();
    this.kept.set(name, known);
    return known as Promise<Value>;
  }
}

const isUnderWay = ({ state }: NoticeShown) => state === 'open' || state === 'awaiting';
