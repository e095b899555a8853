import { isLocalDate, localDateOf, type LocalDate } from '#calendar';
import {
  countMends,
  escalationTitle,
  mendState,
  noticeStanding,
  planRecheck,
  recheckSentence,
  workdayAfter,
  type MendCounts,
  type MendState,
  type NoticeStanding,
  type RecheckCase,
  type RecheckPlan,
} from '#casework';
import type { NewRectificationStep, RectificationFilter, RectificationRow, Stores } from '#database';
import { refused } from '#kernel';
import { caseworkRules, type Programme } from '#programmes';
import { dayOf, printInstant } from '../clock.js';
import { holdToSample, publishedHead, standingFindings, tooLate, wordsOf, type Author } from './parties.js';
import { chooseLetterhead, documentNumberOf, holdToOnce } from '../letterheads.js';
import { workdays } from '../workdays.js';

type Books = Pick<Stores, 'rectifications' | 'assessments'>;

export interface NoticeRequest {
  /** Made by whoever sends it: sent again under the same id it is the same. */
  id: string;
  programme: Programme;
  period: string;
  sample: boolean | undefined;
  /** Id. */
  organisation: string;
  findings: readonly string[];
  demand: string;
  /** Working days from today; those of the programme where neither this nor a day is given. */
  workdays?: number | undefined;
  dueOn?: string | undefined;
  /** 发文字号 of the letterhead's office; none where it is absent. */
  number?: string | undefined;
}

/** A finding of a notice as it stands. */
export interface MendedFinding extends Omit<RectificationRow['findings'][number], 'words' | 'isUpheld'> {
  mend: MendState;
  /** The result that says so; null where nobody looked since. */
  seenIn: { period: string; asOf: string } | null;
  /** Day of the unit's first answer on it. */
  answeredOn: LocalDate | null;
}

/** A notice as it stands today. */
export interface NoticeShown extends Omit<RectificationRow, 'findings'>, NoticeStanding {
  levelTitle: string;
  findings: MendedFinding[];
  counts: MendCounts;
  /** When the site is looked at again by itself, and that in a sentence. */
  recheck: RecheckPlan & { words: string };
}

const mostFindings = 200;

/** How notices stand on a day; those of programmes that are known no more by what is usual. */
export async function standingNotices(
  books: Pick<Stores, 'rectifications'>,
  filter: RectificationFilter,
  programmes: readonly Programme[],
  now: Date,
): Promise<NoticeShown[]> {
  const rows = (await books.rectifications.notices(filter)).map((row) => asItStands(row, programmes, now));
  const order = ({ state }: NoticeShown) => noticeOrder.indexOf(state);
  return rows.sort((one, other) => order(one) - order(other) || other.level - one.level);
}

/** What presses first; within, by the day until which. */
const noticeOrder = ['overdue', 'open', 'awaiting', 'done', 'withdrawn'];

export function asItStands(row: RectificationRow, programmes: readonly Programme[], now: Date): NoticeShown {
  const { escalateAfter } = caseworkRules(programmes.find(({ id }) => id === row.programme) ?? {});
  const findings = row.findings.map(({ words, isUpheld, ...finding }): MendedFinding => {
    const answer = row.steps.find(
      (step) => step.kind === 'answer' && (step.finding === null || step.finding === finding.id),
    );
    const last = words.filter(({ state, seenAnew }) => seenAnew || state === 'fixed').at(-1);
    return {
      ...finding,
      mend: mendState(words, isUpheld),
      seenIn: last ? { period: last.period, asOf: last.asOf } : null,
      answeredOn: answer ? localDateOf(answer.at) : null,
    };
  });
  const standing = noticeStanding(
    workdays,
    {
      dueOn: row.dueOn,
      isWithdrawn: row.steps.some(({ kind }) => kind === 'withdrawal'),
      items: findings.map(({ mend, answeredOn }) => ({ state: mend, answeredOn })),
    },
    { today: dayOf(now), escalateAfter },
  );
  const counts = countMends(findings.map(({ mend }) => mend));
  const about = recheckCaseOf(row, findings, standing);
  const plan = planRecheck(about, dayOf(now));
  const recheck = { ...plan, words: recheckSentence(about, plan, dayOf(now)) };
  return { ...row, findings, ...standing, levelTitle: escalationTitle(standing.level), counts, recheck };
}

function recheckCaseOf(
  row: RectificationRow,
  findings: readonly MendedFinding[],
  { state }: NoticeStanding,
): RecheckCase {
  const isLeft = (id: string) =>
    findings.some((one) => one.id === id && one.mend !== 'mended' && one.mend !== 'upheld');
  const left = row.findings.filter(({ id }) => isLeft(id));
  return {
    dueOn: row.dueOn,
    isEnded: state === 'done' || state === 'withdrawn',
    isSettled: left.every(({ words }) =>
      words.some(({ seenAnew, seenAt }) => seenAnew && localDateOf(seenAt) > row.dueOn),
    ),
    looks: row.steps
      .filter(({ kind }) => kind === 'recheck')
      .map(({ at, account }) => ({ at, byItself: account === byItself.account })),
    requestedAt: row.steps.findLast(({ kind }) => kind === 'request')?.at ?? null,
  };
}

/** How many notices a unit has, how many of them are overdue and how far, and how its findings stand. */
export interface UnitNotices {
  organisation: string;
  organisationName: string;
  notices: number;
  overdue: number;
  level: number;
  levelTitle: string;
  counts: MendCounts;
}

/** By unit, those furthest overdue first; withdrawn notices count for nothing. */
export function noticesByUnit(notices: readonly NoticeShown[]): UnitNotices[] {
  const units = new Map<string, NoticeShown[]>();
  for (const notice of notices)
    if (notice.state !== 'withdrawn')
      units.set(notice.organisation, [...(units.get(notice.organisation) ?? []), notice]);
  return [...units]
    .map(([organisation, own]): UnitNotices => {
      const level = Math.max(...own.map((one) => one.level));
      return {
        ...{ organisation, organisationName: own[0]!.organisationName, notices: own.length },
        overdue: own.filter(({ state }) => state === 'overdue').length,
        ...{ level, levelTitle: escalationTitle(level) },
        counts: countMends(own.flatMap(({ findings }) => findings.map(({ mend }) => mend))),
      };
    })
    .sort((one, other) => other.level - one.level || other.overdue - one.overdue);
}

/**
 * Sends a unit a notice to mend findings of the published result. Doubts that nobody confirmed are not asked to be mended.
 * @throws BadInput where it is not what is asked for, AlreadyDone where a finding stands in another notice or its number is taken.
 */
export async function issueNotice(
  books: Books & Pick<Stores, 'letterheads'>,
  request: NoticeRequest,
  author: Author,
  now: Date,
): Promise<RectificationRow> {
  const where = '整改通知';
  const { id, programme, organisation } = request;
  const known = await books.rectifications.notice(id);
  if (known) {
    if (known.account === author.account && known.organisation === organisation) return known;
    throw refused(where, '编号已被使用', '刷新后重新发出');
  }
  const head = await publishedHead(books, { ...request, programme: programme.id });
  holdToSample(where, author, head);
  const demand = wordsOf('整改要求', request.demand);
  if (request.findings.length === 0 || request.findings.length > mostFindings)
    throw refused('问题', `选了 ${request.findings.length} 个`, `一至 ${mostFindings} 个`);
  const findings = await standingFindings(books, head, organisation, request.findings);
  const doubt = findings.find(({ kind }) => kind === 'review');
  if (doubt) throw refused('问题', `“${doubt.message.slice(0, 60)}”还是待核查的疑点`, '已认定的扣分问题；疑点请先复核');
  const today = dayOf(now);
  const chosen = await chooseLetterhead(books, head.sample, { at: now.toISOString() });
  const number = request.number === undefined ? null : documentNumberOf(chosen?.letterhead, request.number, today);
  const draft = {
    ...{ id, assessment: head.id, organisation, demand, dueOn: dueDay(request, today) },
    ...{ account: author.account, issuer: author.name, issuedAt: now.toISOString(), number },
    findings: findings.map((one) => one.id),
  };
  return books.rectifications.issue(draft, (others, taken) => {
    if (number !== null) holdToOnce(number, taken);
    for (const other of others) {
      const { state } = asItStands(other, [programme], now);
      const twice = other.findings.find((one) => draft.findings.includes(one.id));
      if (twice && state !== 'done' && state !== 'withdrawn')
        throw tooLate(
          where,
          `${other.issuer}已于 ${printInstant(other.issuedAt)} 就“${twice.message.slice(0, 60)}”发出通知，期限 ${other.dueOn}`,
        );
    }
  });
}

/** @throws BadInput for what cannot be a deadline. */
function dueDay({ workdays: days, dueOn, programme }: NoticeRequest, today: LocalDate): LocalDate {
  if (dueOn !== undefined) {
    if (!isLocalDate(dueOn)) throw refused('整改期限', '不是日期', 'YYYY-MM-DD');
    if (dueOn <= today) throw refused('整改期限', `${dueOn} 不晚于今天`, `${today} 以后的日期`);
    return dueOn;
  }
  const due = workdayAfter(workdays, today, days ?? caseworkRules(programme).rectifyWorkdays);
  if (due === null)
    throw refused('整改期限', `超出工作日历的范围（至 ${workdays.covers.to}），算不出第几个工作日`, '直接填写截止日期');
  return due;
}

export interface AnswerRequest {
  /** Made by whoever sends it. */
  id: string;
  /** Which finding is answered; all of them where it is absent. */
  finding?: string | undefined;
  words: string;
}

/** What a unit says that it did. It settles nothing: the next look does. @throws BadInput, AlreadyDone where it is over. */
export async function answerNotice(
  books: Pick<Stores, 'rectifications'>,
  notice: string,
  { id, finding, words }: AnswerRequest,
  author: Author,
  now: Date,
): Promise<RectificationRow> {
  const where = '整改反馈';
  const step = stepOf('answer', { id, finding: finding ?? null, words: wordsOf(where, words) }, author, now);
  const { after } = await books.rectifications.act(notice, step, (row) => {
    holdToSample(where, author, row);
    holdOpen(where, row, now);
    if (finding !== undefined && !row.findings.some((one) => one.id === finding))
      throw refused(where, '所答的问题不在这份通知里', '通知中的问题');
  });
  return after;
}

/** Takes a notice back; it stays in the record. @throws BadInput, AlreadyDone where it was before. */
export async function withdrawNotice(
  books: Pick<Stores, 'rectifications'>,
  notice: string,
  { id, reason }: { id: string; reason: string },
  author: Author,
  now: Date,
): Promise<{ before: RectificationRow; after: RectificationRow }> {
  const where = '撤销通知';
  const step = stepOf('withdrawal', { id, finding: null, words: wordsOf('理由', reason) }, author, now);
  return books.rectifications.act(notice, step, (row) => {
    holdToSample(where, author, row);
    holdOpen(where, row, now);
  });
}

/** Asks, for the unit, that its site be looked at again: begun by itself, at most once a day. @throws BadInput, AlreadyDone */
export async function requestRecheck(
  books: Pick<Stores, 'rectifications'>,
  notice: string,
  { id, words }: { id: string; words?: string | undefined },
  author: Author,
  now: Date,
): Promise<RectificationRow> {
  const where = '请求复测';
  const said = words === undefined || words.trim() === '' ? '已整改，请复测。' : wordsOf(where, words);
  const step = stepOf('request', { id, finding: null, words: said }, author, now);
  const { after } = await books.rectifications.act(notice, step, (row) => {
    holdToSample(where, author, row);
    holdOpen(where, row, now);
    const last = row.steps.findLast(({ kind }) => kind === 'request' || kind === 'recheck');
    if (last?.kind === 'request')
      throw tooLate(where, `${last.author}已于 ${printInstant(last.at)} 请求，复测将自动进行`);
    if (last && localDateOf(last.at) === dayOf(now))
      throw tooLate(where, `今天 ${printInstant(last.at).slice(11)} 已开始复测，每天至多一次，请看结果后再请求`);
  });
  return after;
}

/** By whom a look is noted that nobody asked for. */
export const byItself = { account: 'system', author: '自动复测' } as const;

/** Notes that the pages were asked for again. @throws BadInput, AlreadyDone where it is over or was asked a moment ago. */
export async function noteRecheck(
  books: Pick<Stores, 'rectifications'>,
  notice: string,
  { id, words }: { id: string; words: string },
  author: Author,
  now: Date,
): Promise<RectificationRow> {
  const where = '复测';
  const { after } = await books.rectifications.act(
    notice,
    stepOf('recheck', { id, finding: null, words }, author, now),
    (row) => {
      holdToSample(where, author, row);
      holdOpen(where, row, now);
      const last = row.steps.findLast(({ kind }) => kind === 'recheck');
      if (last && now.getTime() - Date.parse(last.at) < restBetweenMs)
        throw tooLate(where, `${last.author}已于 ${printInstant(last.at)} 安排复测，结果出来前不必重复`);
    },
  );
  return after;
}

/** A site is not asked for everything again within so long. */
const restBetweenMs = 30 * 60_000;

function holdOpen(where: string, row: RectificationRow, now: Date): void {
  const withdrawn = row.steps.find(({ kind }) => kind === 'withdrawal');
  if (withdrawn) throw tooLate(where, `通知已由${withdrawn.author}于 ${printInstant(withdrawn.at)} 撤销`);
  if (asItStands(row, [], now).state === 'done') throw tooLate(where, '通知中的问题都已整改');
}

function stepOf(
  kind: NewRectificationStep['kind'],
  said: Pick<NewRectificationStep, 'id' | 'finding' | 'words'>,
  { account, name }: Author,
  now: Date,
): NewRectificationStep {
  return { ...said, kind, account, author: name, at: now.toISOString() };
}
