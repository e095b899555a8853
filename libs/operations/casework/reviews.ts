import { drawIds, objectionTo, usualReason, type AskedDecision } from '#casework';
import type {
  AssessmentHead,
  DecisionDraft,
  DecisionRow,
  FindingRow,
  QueueFilter,
  QueueRow,
  SampleRow,
  Stores,
} from '#database';
import { AlreadyDone, BadInput, MissingResource, refused, stableId } from '#kernel';
import type { FindingDecision } from '#scoring';
import type { CaseDoer } from './doer.js';
import { pendingDecisions } from './pending.js';

type Books = Pick<Stores, 'assessments' | 'reviews'>;

/** Which assessment is reviewed. */
export interface ReviewedScope {
  programme: string;
  period: string;
  sample?: boolean | undefined;
}

/** Who decides, within which units (null for all), and when. */
export interface Decider extends CaseDoer {
  units: readonly string[] | null;
  /** The unit that the account is of; null for one of all units, or for a token. */
  unit: string | null;
  now: Date;
}

export interface ReviewRequest extends AskedDecision {
  /** Made by whoever sends it: what is sent twice is done once. */
  deed: string;
}

/** @throws BadInput when the period was not assessed. */
export async function reviewedHead(
  { assessments }: Pick<Books, 'assessments'>,
  scope: ReviewedScope,
): Promise<AssessmentHead> {
  const { programme, period, sample } = scope;
  const head = await assessments.head({ programme, period, ...(sample === undefined ? {} : { sample }) });
  if (head) return head;
  throw new BadInput([
    { where: '复核', what: `方案“${programme}”在 ${period} 还没有评过分`, accepted: '先评分，再复核' },
  ]);
}

/** The same for somebody who does something: the sample's accounts work on the sample and nobody else does. */
export async function headFor(
  books: Pick<Books, 'assessments'>,
  scope: ReviewedScope,
  { sample }: Pick<CaseDoer, 'sample'>,
): Promise<AssessmentHead> {
  const head = await reviewedHead(books, scope);
  if (head.sample !== sample) throw new MissingResource([{ where: '复核', what: '没有这一期的评分' }]);
  return head;
}

/**
 * Decides on one finding, or on many alike, of the last assessment. It counts from the next assessment on.
 * @param source an appeal's decision stands above a reviewer's.
 * @throws BadInput when it cannot be so, AlreadyDone when somebody decided before; then nothing is kept.
 */
export async function decideFindings(
  books: Books,
  scope: ReviewedScope,
  request: ReviewRequest,
  decider: Decider,
  source: FindingDecision['source'] = 'review',
): Promise<DecisionRow[]> {
  const head = await headFor(books, scope, decider);
  const deed = stableId('deed', decider.id, request.deed);
  const ids = [...request.findings.map(({ id }) => id), ...(request.into === null ? [] : [request.into])];
  const rows = await books.reviews.findings(head, ids);
  const here = new Map(rows.filter(({ organisation }) => maySee(decider, organisation)).map((row) => [row.id, row]));
  // Nobody settles what was found of himself.
  if (decider.unit !== null && rows.some(({ organisation }) => organisation === decider.unit))
    throw refused('复核', '本单位的问题不能由本单位复核', '由上级或其他单位的人复核');
  let before: DecisionRow[] = [];
  const added = await books.reviews.decide(head, async (standing, ofDeed) => {
    before = await ofDeed(deed);
    if (before.length > 0) return [];
    const objection = objectionTo(request, here, standing, { overrides: source === 'appeal' });
    if (objection) {
      const fault = { where: '复核', what: objection.what, accepted: objection.accepted };
      throw objection.kind === 'taken' ? new AlreadyDone([fault]) : new BadInput([fault]);
    }
    const reason = request.reason.trim() || usualReason;
    const createdAt = laterThan(decider.now, head.assessedAt, standing.at(-1)?.createdAt);
    const { verdict, into } = request;
    const common = {
      verdict,
      into: verdict === 'merged' ? into : null,
      reason,
      by: decider.signs,
      source,
      deed,
      createdAt,
    };
    return request.findings.map(({ id }) => draftOf(here.get(id)!, { ...common, account: decider.id }));
  });
  return before.length > 0 ? before : added;
}

type Signed = Omit<DecisionDraft, 'organisation' | 'finding' | 'indicator' | 'said' | 'snapshot'>;

function draftOf(row: FindingRow & { said: string; unit: string }, signed: Signed): DecisionDraft {
  const {
    id: finding,
    organisation,
    indicator,
    said,
    unit,
    subject,
    message,
    details,
    requirement,
    clause,
    points,
  } = row;
  const kind = row.decided?.was ?? row.kind;
  const snapshot = { kind, subject, message, details, url: row.evidence.url, requirement, clause, points, unit };
  return { ...signed, organisation, finding, indicator, said, snapshot };
}

/**
 * Takes back what somebody decided last in a programme and period, all that was decided in one go; sent again, it stays so.
 * @throws BadInput when it is another's, or not the last.
 */
export async function undoDeed(
  books: Books,
  scope: ReviewedScope,
  { deed, reason }: { deed: string; reason: string },
  decider: Decider,
): Promise<DecisionRow[]> {
  const head = await headFor(books, scope, decider);
  const { rows: known } = await books.reviews.decided(head, { deed });
  const own = (row: DecisionRow) => row.account === decider.id;
  if (known.length === 0 || !known.every(own)) throw undoFault('没有这一次复核，或不是本人所作', '本人最近一次的复核');
  if (known.every(({ withdrawn }) => withdrawn !== null)) return known;
  return books.reviews.withdraw(
    head,
    (standing) => {
      const last = standing.findLast(own);
      if (last?.deed !== deed) throw undoFault('不是本人最近一次的复核', '先撤销之后的复核');
      return standing.filter((row) => row.deed === deed);
    },
    {
      author: decider.signs,
      account: decider.id,
      reason: reason.trim() || '撤销',
      createdAt: laterThan(decider.now, head.assessedAt, known[0]!.createdAt),
    },
  );
}

const undoFault = (what: string, accepted: string) => new BadInput([{ where: '撤销复核', what, accepted }]);

/** Findings that wait, with how many decisions the last scores do not know of. */
export async function reviewQueue(
  books: Books & Pick<Stores, 'appeals' | 'materials'>,
  scope: ReviewedScope,
  filter: QueueFilter,
): Promise<{ total: number; rows: QueueRow[]; head: AssessmentHead; pending: number }> {
  const head = await reviewedHead(books, scope);
  const [queue, pending] = await Promise.all([books.reviews.queue(head, filter), pendingDecisions(books, head)]);
  return { ...queue, head, pending };
}

/** How much is drawn, as it was written: `20`, or `10%`. */
function drawOf(asked: string) {
  const [, number = '', percent] = /^(\d{1,4})(%?)$/.exec(asked.trim()) ?? [];
  const value = Number(number);
  if (percent === '%' && value >= 1 && value <= 100) return { percent: value };
  if (percent === '' && value >= 1 && value <= 1000) return { count: value };
  throw new BadInput([
    { where: '抽查', what: `“${asked.slice(0, 20)}”不可用`, accepted: '件数（1–1000），或百分比如 10%' },
  ]);
}

/**
 * Draws problems that cost points and were not decided on yet, for a second look.
 * @throws BadInput when there are none, or the amount is none.
 */
export async function drawReviewSample(
  books: Books,
  scope: ReviewedScope,
  { asked, seed }: { asked: string; seed: string },
  decider: Decider,
): Promise<SampleRow> {
  const head = await headFor(books, scope, decider);
  const draw = drawOf(asked);
  const { rows } = await books.reviews.queue(head, { kind: 'fail', view: 'all', units: decider.units });
  const pool = rows.filter(({ points }) => Number(points) > 0).map(({ id }) => id);
  if (pool.length === 0)
    throw new BadInput([{ where: '抽查', what: '没有尚未复核的扣分问题', accepted: '有扣分问题的一期' }]);
  const drawn = drawIds(pool, draw, seed);
  const createdAt = laterThan(decider.now, head.assessedAt);
  const id = stableId('review sample', head.id, asked.trim(), seed, decider.signs);
  const row = { id, seed, asked: asked.trim(), of: pool.length, drawn, by: decider.signs, createdAt };
  await books.reviews.addSample(head, row);
  const samples = await books.reviews.samples(head);
  return samples.find((one) => one.id === id) ?? { ...row, upheld: 0, overturned: 0, open: drawn.length };
}

function maySee({ units }: Decider, organisation: string): boolean {
  return units === null || units.includes(organisation);
}

/** Now, but after all of these: what was decided on a result comes after it, also where a clock was set back. */
function laterThan(now: Date, ...instants: (string | undefined)[]): string {
  const after = instants.flatMap((instant) => (instant === undefined ? [] : [Date.parse(instant) + 1]));
  return new Date(Math.max(now.getTime(), ...after)).toISOString();
}
