import { isLocalDate, localDateOf } from '#calendar';
import {
  appealDeedTitles,
  appealKindTitles,
  appealStateTitles,
  appealSteps,
  appealWindow,
  partyFault,
  settle,
  workdayAfter,
  type AppealDeed,
  type AppealKind,
  type AppealWindow,
} from '#casework';
import type { AppealRow, AssessmentHead, FindingRow, Stores } from '#database';
import { BadInput, refused } from '#kernel';
import { caseworkRules, type Programme } from '#programmes';
import { isDecidable } from '#scoring';
import { dayOf, printInstant } from '../clock.js';
import {
  filesOf,
  holdToSample,
  linksOf,
  publishedHead,
  standingFindings,
  tooLate,
  wordsOf,
  type Author,
} from './parties.js';
import { workdays } from '../workdays.js';

type Books = Pick<Stores, 'appeals' | 'assessments'>;

export interface AppealRequest {
  /** Made by whoever sends it: sent again under the same id it is the same. */
  id: string;
  programme: Programme;
  period: string;
  sample: boolean | undefined;
  /** Id. */
  organisation: string;
  kind: AppealKind;
  findings: readonly string[];
  reason: string;
  links: readonly string[];
  files?: readonly string[];
  /** First and last day for which a statement or exemption is asked. */
  from?: string | undefined;
  until?: string | undefined;
}

export interface DecisionRequest {
  deed: AppealDeed;
  reason: string;
  findings?: readonly string[] | undefined;
  until?: string | undefined;
}

/** A finding that was asked about and is not in what was sent. */
export interface LeftOut {
  finding: string;
  /** Empty where it stands no more. */
  message: string;
  why: string;
}

/** Whether a finding may be answered now, and what was sent about it that still waits. */
export interface FindingWindow extends AppealWindow {
  finding: string;
  /** The newest that was sent about it. */
  appeal: { id: string; kind: AppealKind; state: AppealRow['state'] } | null;
}

const mostFindings = 50;
/** An exemption for longer than two years is no exemption. */
const longestExcuseDays = 731;

/** For each standing finding of a unit until when it may be answered. */
export async function appealWindows(
  books: Books,
  request: { programme: Programme; period: string; sample: boolean | undefined; organisation: string },
  now: Date,
): Promise<FindingWindow[]> {
  const { organisation, programme } = request;
  const head = await publishedHead(books, { ...request, programme: programme.id });
  const { rows } = await books.assessments.findings({ ...scopeOf(head), organisation });
  const published = await books.assessments.firstPublished(head, organisation);
  const sent = await books.appeals.appeals({ ...scopeOf(head), organisation });
  return rows.map(({ id }) => {
    const last = sent.filter(({ findings }) => findings.some((one) => one.id === id)).at(-1);
    return {
      finding: id,
      ...windowOf(programme, published.get(id) ?? head.assessedAt, now),
      appeal: last ? { id: last.id, kind: last.kind, state: last.state } : null,
    };
  });
}

/**
 * Keeps what a department says to findings of the published result.
 * @param left notes the findings that cannot be answered, and the rest is sent; without it all are sent or none.
 * @throws BadInput when the window is over or it is not what is asked for, AlreadyDone where one of them is being dealt with.
 */
export async function sendAppeal(
  books: Books & Pick<Stores, 'uploads'>,
  request: AppealRequest,
  author: Author,
  now: Date,
  left: LeftOut[] | null = null,
): Promise<AppealRow> {
  const { id, programme, organisation, kind } = request;
  const where = appealKindTitles[kind];
  const known = await books.appeals.appeal(id);
  if (known) {
    if (known.account === author.account && known.organisation === organisation) {
      const sent = new Set(known.findings.map((one) => one.id));
      for (const finding of request.findings)
        if (!sent.has(finding)) left?.push({ finding, message: '', why: '没有随这一件提交' });
      return known;
    }
    throw refused(where, '编号已被使用', '刷新后重新提交');
  }
  const head = await publishedHead(books, { ...request, programme: programme.id });
  holdToSample(where, author, head);
  const reason = wordsOf('理由', request.reason);
  const links = linksOf('佐证网址', request.links);
  const files = await filesOf(books, organisation, request.files ?? []);
  if (request.findings.length === 0 || request.findings.length > mostFindings)
    throw refused('问题', `选了 ${request.findings.length} 个`, `一至 ${mostFindings} 个`);
  const findings = await answerable(books, request, head, left, now);
  const published = await books.assessments.firstPublished(head, organisation);
  const windows = findings.map((one) => windowOf(programme, published.get(one.id) ?? head.assessedAt, now));
  const sentAt = now.toISOString();
  const days = windows.flatMap(({ lastDay }) => lastDay ?? []).sort();
  const draft = {
    ...{ id, assessment: head.id, organisation, kind, reason, links, files },
    ...timeOf(kind, request),
    lastDay: days[0] ?? null,
    decideBy: workdayAfter(workdays, localDateOf(sentAt), caseworkRules(programme).decideWorkdays),
    ...{ account: author.account, sender: author.name, unit: author.unit, sentAt },
    findings: findings.map((one) => one.id),
  };
  return books.appeals.send(draft, (others) => {
    const waiting = others.filter(({ state }) => state === 'sent');
    const kept = findings.filter((one) => {
      const open = waiting.find((other) => other.findings.some((finding) => finding.id === one.id));
      if (open === undefined) return true;
      const who = `${open.sender}已于 ${printInstant(open.sentAt)} `;
      if (left === null) throw tooLate(where, `${who}就同一问题提交${appealKindTitles[open.kind]}，正在办理`);
      left.push({ finding: one.id, message: one.message, why: `${who}提交${appealKindTitles[open.kind]}，正在办理` });
      return false;
    });
    if (kept.length === 0) throw noneLeft(where, left ?? []);
    return kept.map(({ id: one }) => one);
  });
}

/**
 * The findings that may be answered now. With a list to note them in, the others are left out, unless none is left.
 * @throws BadInput for the first that may not, or with a line for each where none may.
 */
async function answerable(
  books: Books,
  { programme, organisation, kind, findings: asked }: AppealRequest,
  head: AssessmentHead,
  left: LeftOut[] | null,
  now: Date,
): Promise<FindingRow[]> {
  const where = appealKindTitles[kind];
  const standing = await standingFindings(books, head, organisation, asked, left);
  const published = await books.assessments.firstPublished(head, organisation);
  const findings = standing.filter((one) => {
    const { isOpen, lastDay } = windowOf(programme, published.get(one.id) ?? head.assessedAt, now);
    const ofMaterial = kind === 'appeal' && !isDecidable(one);
    if (isOpen && !ofMaterial) return true;
    if (left === null)
      throw ofMaterial
        ? refused('问题', `“${one.message.slice(0, 60)}”由佐证材料审定`, '补报或重新报送佐证材料')
        : refused(where, `已过期限，最后一日是 ${lastDay}`, `期限内提交的`);
    const why = ofMaterial ? '由佐证材料审定，请补报或重新报送' : `已过期限，最后一日是 ${lastDay}`;
    left.push({ finding: one.id, message: one.message, why });
    return false;
  });
  if (findings.length === 0) throw noneLeft(where, left ?? []);
  return findings;
}

/** A line for each finding that was asked about. */
function noneLeft(where: string, left: readonly LeftOut[]): BadInput {
  return new BadInput(
    left.map(({ message, why }) => ({ where: message === '' ? where : `“${message.slice(0, 60)}”`, what: why })),
  );
}

/**
 * Decides on what was sent, takes it back, or takes a decision back.
 * @throws BadInput for who may not or what cannot be, AlreadyDone with who decided what and when, where somebody has.
 */
export async function actOnAppeal(
  books: Books,
  id: string,
  { deed, reason, findings, until }: DecisionRequest,
  author: Author,
  now: Date,
): Promise<{ before: AppealRow; after: AppealRow }> {
  const words = deed === 'withdraw' && reason.trim() === '' ? '' : wordsOf('理由', reason);
  return books.appeals.act(id, (appeal) => {
    const where = appealDeedTitles[deed];
    holdToSample(where, author, appeal);
    const fault = partyFault(deed, author, appeal);
    if (fault !== null) throw refused(where, fault);
    if (appealSteps[appeal.state][deed] === undefined) throw tooLate(where, standing(appeal));
    const settled =
      deed === 'accept' || deed === 'partly' || deed === 'refuse'
        ? settle({ ...appeal, findings: appeal.findings.map((one) => one.id) }, { deed, findings, until })
        : { findings: [], until: null };
    if ('fault' in settled) throw refused(where, settled.fault);
    const { account, name, unit } = author;
    return { deed, reason: words, ...settled, account, author: name, unit, at: now.toISOString() };
  });
}

/** Who did what last, and when. */
function standing({ state, steps, sender, sentAt }: AppealRow): string {
  const last = steps.at(-1);
  if (last === undefined) return `${sender}于 ${printInstant(sentAt)} 提交，尚未办理`;
  const about = last.reason === '' ? '' : `（${last.reason.slice(0, 100)}）`;
  if (last.deed === 'reopen') return `${last.author}已于 ${printInstant(last.at)} 撤销原决定，正在重新办理${about}`;
  return `${last.author}已于 ${printInstant(last.at)} 办理：${appealStateTitles[state]}${about}`;
}

function windowOf(programme: Programme, publishedAt: string, now: Date): AppealWindow {
  const days = caseworkRules(programme).appealWorkdays;
  return appealWindow(workdays, { publishedOn: localDateOf(publishedAt), days, today: dayOf(now) });
}

function timeOf(kind: AppealKind, { from, until }: AppealRequest): { from: string | null; until: string | null } {
  if (kind === 'appeal') return { from: null, until: null };
  for (const [where, day] of [
    ['起始日期', from],
    ['截止日期', until],
  ] as const)
    if (day === undefined || !isLocalDate(day)) throw refused(where, '没有填写或不是日期', 'YYYY-MM-DD');
  if (until! < from!) throw refused('截止日期', '早于起始日期', `${from} 或以后`);
  if (Date.parse(until!) - Date.parse(from!) > longestExcuseDays * 86_400_000)
    throw refused('截止日期', '距起始日期超过两年', '两年以内；到期可再申请');
  return { from: from!, until: until! };
}

function scopeOf({ programme, period, sample }: AssessmentHead) {
  return { programme, period, sample };
}
