/** What a reviewer may say of what was handed in; `graded` names a grade of the rubric's scale. */
export const materialVerdicts = ['meets', 'fails', 'notApplicable', 'graded', 'returned'] as const;
export type MaterialVerdict = (typeof materialVerdicts)[number];

/** One reviewer's word on one version. */
export interface MaterialWord {
  id: string;
  verdict: MaterialVerdict;
  grade: string | null;
  reason: string;
  /** Id of the account. */
  by: string;
  signs: string;
  /** Instant. */
  at: string;
  isWithdrawn: boolean;
}

/** One version of what a unit handed in, with what was said of it, oldest first. */
export interface SentMaterial {
  version: number;
  sentBy: string;
  words: readonly MaterialWord[];
}

/** How many reviewers the rubric asks, what becomes of two who differ, and the grades it knows. */
export interface MaterialRule {
  reviewers: 1 | 2;
  differ: 'review' | 'mean';
  /** In the order of the rubric; empty where it knows none. */
  grades: readonly string[];
}

export const materialStates = [
  'none',
  'draft',
  'sent',
  'second',
  'differ',
  'returned',
  'meets',
  'fails',
  'notApplicable',
  'graded',
] as const;
/**
 * `none` nothing yet; `draft` filled in, not sent; `sent` waits for a reviewer, `second` for another one; `differ` two differ
 * and one of them has to think again; the rest as it was decided.
 */
export type MaterialState = (typeof materialStates)[number];

const standing = ({ words }: SentMaterial): MaterialWord[] => words.filter(({ isWithdrawn }) => !isWithdrawn);

/** How it stands with a requirement of a unit. @param sent all versions, oldest first. */
export function materialState(
  sent: readonly SentMaterial[],
  { hasDraft, rule }: { hasDraft: boolean; rule: MaterialRule },
): MaterialState {
  const last = sent.at(-1);
  return last ? stateOfVersion(last, rule) : hasDraft ? 'draft' : 'none';
}

export function stateOfVersion(version: SentMaterial, { reviewers, differ }: MaterialRule): MaterialState {
  const words = standing(version);
  if (words.some(({ verdict }) => verdict === 'returned')) return 'returned';
  const [first, second] = words;
  if (!first) return 'sent';
  if (reviewers === 1) return first.verdict as MaterialState;
  if (!second) return 'second';
  if (saysSame(first, second)) return first.verdict as MaterialState;
  return differ === 'mean' && [first, second].every(({ verdict }) => verdict !== 'notApplicable') ? 'graded' : 'differ';
}

export const saysSame = (one: MaterialWord, other: MaterialWord): boolean =>
  one.verdict === other.verdict && one.grade === other.grade;

/** Words that count: of the newest version on which somebody has decided, however many were sent since. */
export function countingWords(sent: readonly SentMaterial[]): { version: SentMaterial; words: MaterialWord[] } | null {
  for (const version of [...sent].reverse()) {
    const words = standing(version);
    if (words.length > 0 && !words.some(({ verdict }) => verdict === 'returned')) return { version, words };
  }
  return null;
}

/** Why something may not be done now: it is not so, or somebody was first. */
export interface Objection {
  kind: 'wrong' | 'taken';
  what: string;
}

const titles: Readonly<Record<MaterialVerdict, string>> = {
  meets: '符合',
  fails: '不符合',
  notApplicable: '不适用',
  graded: '评定等次',
  returned: '退回',
};

/** What somebody said, as another is told of it. */
export function wordSaid({
  signs,
  at,
  verdict,
  grade,
}: Pick<MaterialWord, 'signs' | 'at' | 'verdict' | 'grade'>): string {
  return `${signs}已于${shanghai(at)}审定为“${grade ?? titles[verdict]}”`;
}

/** Whether a unit may hand in again: not while a reviewer has it before him, and not what was found good. */
export function sendingObjection(state: MaterialState): Objection | null {
  if (state === 'sent' || state === 'second' || state === 'differ')
    return { kind: 'taken', what: '已报送，正在审定；需要改动的，请等审定或退回后再报' };
  return state === 'meets' || state === 'notApplicable' ? { kind: 'taken', what: '已审定，不需要再报' } : null;
}

/** Whether somebody may say this of a version. @param isNewest whether it is the unit's last. */
export function decisionObjection(
  version: SentMaterial,
  { by, verdict, grade }: Pick<MaterialWord, 'by' | 'verdict' | 'grade'>,
  { rule, isNewest }: { rule: MaterialRule; isNewest: boolean },
): Objection | null {
  if (!isNewest) return { kind: 'taken', what: '单位已报送新的一版，请审定新的' };
  if (version.sentBy === by) return { kind: 'wrong', what: '报送的人不能审定自己报送的材料' };
  const words = standing(version);
  if (words.some((one) => one.by === by)) return { kind: 'taken', what: '您已审定过；改变主意的，先撤回再审定' };
  const returned = words.find((one) => one.verdict === 'returned');
  if (returned) return { kind: 'taken', what: wordSaid(returned) };
  if (words.length >= rule.reviewers) return { kind: 'taken', what: words.map(wordSaid).join('，') };
  const knowsGrade = verdict === 'graded' && grade !== null && rule.grades.includes(grade);
  if (verdict === 'graded' ? !knowsGrade : grade !== null)
    return {
      kind: 'wrong',
      what: rule.grades.length > 0 ? `等次应为${rule.grades.join('、')}` : '方案没有给这一条分等次',
    };
  if (rule.grades.length > 0 && (verdict === 'meets' || verdict === 'fails'))
    return { kind: 'wrong', what: `这一条分等次：${rule.grades.join('、')}` };
  return null;
}

/** Whether somebody may take his word back: his own, standing, on the unit's last version. */
export function withdrawalObjection(word: MaterialWord, by: string, isNewest: boolean): Objection | null {
  if (word.isWithdrawn) return { kind: 'taken', what: '已经撤回' };
  if (word.by !== by) return { kind: 'wrong', what: '只能撤回自己的审定' };
  return isNewest ? null : { kind: 'taken', what: '单位已报送新的一版，不能再撤回' };
}

/** The minute in China, where the year has one time. */
function shanghai(at: string): string {
  return new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
}
