import { alarmOfAge, alarmsOfShifts, type Alarm } from '#casework';
import { siteId, type AlarmLookRow, type AssessmentHead, type Stores } from '#database';
import { BadInput, MissingResource } from '#kernel';
import { printInstant } from '../clock.js';
import { tooLate, wordsOf } from './parties.js';

type Books = Pick<Stores, 'alarms'>;

/** An alarm, and who looked into it; null as long as nobody has. */
export interface AlarmRow extends Alarm {
  look: Pick<AlarmLookRow, 'reason' | 'author' | 'at'> | null;
}

export interface Alarms {
  /** What it was held against; null where there is nothing to compare it with. */
  before: { period: string; asOf: string; assessedAt: string } | null;
  rows: AlarmRow[];
}

/** What a person should look into before an assessment is believed, those that stop publication first. */
export async function alarmsOf(
  books: Books & Pick<Stores, 'organisations' | 'rounds'>,
  head: AssessmentHead,
  now: Date,
): Promise<Alarms> {
  const [{ before, rows }, age] = await Promise.all([shiftAlarms(books, head), ageAlarm(books, head.sample, now)]);
  return { before, rows: [...rows, ...(age === null ? [] : [{ ...age, look: null }])] };
}

/**
 * Writes down that somebody looked into an alarm, and what came of it.
 * @throws BadInput without words; MissingResource for an alarm that there is not; AlreadyDone where somebody else was first.
 */
export async function lookIntoAlarm(
  books: Books,
  head: AssessmentHead,
  { id, reason }: { id: string; reason: string },
  by: { account: string | null; name: string; now: Date },
): Promise<AlarmRow> {
  const words = wordsOf('查看结论', reason);
  const alarm = (await shiftAlarms(books, head)).rows.find((row) => row.id === id);
  if (!alarm) throw new MissingResource([{ where: '预警', what: '没有这条预警，或结果已更新' }]);
  const row = { alarm: id, assessment: head.id, message: alarm.message, reason: words };
  const mine = { ...row, account: by.account, author: by.name, at: by.now.toISOString() };
  const stands = await books.alarms.look(mine);
  const isMine = stands.account === mine.account && stands.author === mine.author && stands.reason === words;
  if (!isMine) throw tooLate('预警', `${stands.author}已于${printInstant(stands.at)}查看：${stands.reason}`);
  return { ...alarm, look: stands };
}

/** @throws BadInput, a line for each alarm for which nobody has found out yet what lies behind it. */
export async function holdToAlarms(books: Books, head: AssessmentHead): Promise<void> {
  const open = await openAlarms(books, head);
  if (open.length === 0) return;
  const accepted = '在总览的“预警”中查明原因并写下结论，或用 alarm look 命令';
  throw new BadInput(open.map(({ message }) => ({ where: '通报', what: `有预警未查明：${message}`, accepted })));
}

/** Alarms that stop publication, for nobody has looked into them. */
export async function openAlarms(books: Books, head: AssessmentHead): Promise<AlarmRow[]> {
  return (await shiftAlarms(books, head)).rows.filter(isOpenAlarm);
}

export const isOpenAlarm = ({ stops, look }: AlarmRow): boolean => stops && look === null;

async function shiftAlarms(books: Books, head: AssessmentHead): Promise<Pick<Alarms, 'before' | 'rows'>> {
  const earlier = await books.alarms.before(head);
  if (earlier === null) return { before: null, rows: [] };
  const [shifts, looks] = await Promise.all([books.alarms.shifts(earlier.id, head.id), books.alarms.looks(head.id)]);
  const byAlarm = new Map(looks.map((look) => [look.alarm, look]));
  const { id: _, ...before } = earlier;
  const alarms = alarmsOfShifts(head.id, shifts);
  return { before, rows: alarms.map((alarm) => ({ ...alarm, look: byAlarm.get(alarm.id) ?? null })) };
}

async function ageAlarm(
  books: Pick<Stores, 'organisations' | 'rounds'>,
  sample: boolean,
  now: Date,
): Promise<Alarm | null> {
  const units = (await books.organisations.listOrganisations({ sample })).flatMap(({ name, site }) =>
    site === null ? [] : [{ name, site: siteId(site) }],
  );
  const rounds = await books.rounds.latestRoundOfSites([...new Set(units.map(({ site }) => site))]);
  return alarmOfAge(
    units.map(({ name, site }) => ({ name, at: rounds.get(site)?.startedAt ?? null })),
    now,
  );
}
