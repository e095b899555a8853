import type { LocalDate } from '#calendar';
import type { Assessment, Decision } from '#indicators';
import { points, printPercent, type Points } from '#kernel';
import { rubricItems, type Programme, type Requirement } from '#programmes';
import type { TaskPage } from './task-model.js';

/** What was decided on the material for one requirement; `open` – nothing yet, or nothing that settles it; `waived` – none is asked. */
export interface Decided {
  kind: 'accepted' | 'refused' | 'open' | 'waived';
  words: string;
  /** Day of the decision by which the material was accepted. */
  on: LocalDate | null;
  page: TaskPage | null;
}

/**
 * The newest decision on a unit's material for a requirement. Full marks mean that it is met and none that it is not; what
 * lies between is for the office in charge to settle, and so is what two reviewers see differently.
 */
export function decidedOn(programme: Programme, requirement: Requirement, decisions: readonly Decision[]): Decided {
  const open = (words: string): Decided => ({ kind: 'open', words, on: null, page: null });
  const [decision] = decisions
    .filter((one) => one.requirement === requirement.id)
    .sort((one, other) => (one.decidedOn < other.decidedOn ? 1 : -1));
  const what = requirement.form?.upload.join('、') ?? requirement.evidence;
  if (!decision) return open(`待报送${what ? `：${what}` : '材料'}，尚未报送或审定`);
  if (decision.notApplicable) return { kind: 'waived', words: '经审定不适用', on: null, page: null };
  const words = [decision, ...(decision.second ? [decision.second] : [])];
  const shares = words.map((one) => shareOf(programme, requirement, one));
  const [first, other = first] = shares;
  if (!first || !other) return open('材料已审定，但方案没有写明该等次如何折算');
  if (!first.eq(other)) return open('两名审定人意见不一致，须合议');
  const on =
    words
      .map((one) => one.decidedOn)
      .sort()
      .at(-1) ?? decision.decidedOn;
  const { capture, url } = decision.evidence;
  const page = { capture, url };
  const because = decision.basis === undefined ? '' : `（${decision.reviewer}：${decision.basis}）`;
  if (first.eq(1)) return { kind: 'accepted', words: `报送的材料${on}经审定符合要求${because}`, on, page };
  if (first.isZero()) return { kind: 'refused', words: `报送的材料${on}经审定不符合要求${because}`, on: null, page };
  return open(`报送的材料${on}经审定只达到要求的${printPercent(first)}%，是否完成由主管单位认定`);
}

/** As a share of full marks; null for a grade that the rubric's item for this requirement does not know. */
function shareOf({ rubric }: Programme, { id }: Requirement, { grade, share }: Assessment): Points | null {
  if (share !== undefined) return points(share);
  const item = rubricItems(rubric).find(({ indicator, requirement }) => indicator === 'evidence' && requirement === id);
  const scale = item?.params['scale'] as Record<string, string> | undefined;
  const worth = grade === undefined ? undefined : scale?.[grade];
  return worth === undefined ? null : points(worth);
}
