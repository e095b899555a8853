/** 公众意见: what anybody says, without an account, of how open a unit is. */
export const remarkKinds = ['missing', 'outdated', 'unclear', 'broken', 'good', 'other'] as const;
export type RemarkKind = (typeof remarkKinds)[number];

export const remarkKindTitles: Readonly<Record<RemarkKind, string>> = {
  missing: '找不到应公开的内容',
  outdated: '内容过时或有误',
  unclear: '看不懂、说不清',
  broken: '打不开、不好用',
  good: '做得好的地方',
  other: '其他',
};

/** What is done to one: `shown` puts it with its answer on the public page, `hidden` takes it from there. */
export const remarkSteps = ['answered', 'dismissed', 'shown', 'hidden'] as const;
export type RemarkStep = (typeof remarkSteps)[number];

export const remarkStates = ['waiting', 'answered', 'shown', 'dismissed'] as const;
export type RemarkState = (typeof remarkStates)[number];

export const remarkStateTitles: Readonly<Record<RemarkState, string>> = {
  waiting: '待答复',
  answered: '已答复',
  shown: '已答复并公开',
  dismissed: '不予答复',
};

/** In letters; what is longer or shorter is refused whole. */
export const remarkLength = { least: 5, most: 1000, contact: 100 } as const;
/** After so many days the contact of a remark is forgotten. */
export const contactDays = 180;

/**
 * Where a remark stands, by its steps, oldest first. An answer that is written anew stands on no public page before it is
 * shown again.
 */
export function remarkState(steps: readonly { step: RemarkStep }[]): RemarkState {
  const last = steps.at(-1)?.step;
  if (last === undefined) return 'waiting';
  return last === 'hidden' ? 'answered' : last;
}

/** Why a step cannot be taken; null where it can. */
export function remarkObjection(state: RemarkState, step: RemarkStep): string | null {
  if (step === 'shown' && state !== 'answered') return state === 'shown' ? '已经公开' : '先答复，再公开';
  if (step === 'hidden' && state !== 'shown') return '没有公开，不必撤下';
  if (step === 'dismissed' && state === 'shown') return '先撤下公开，再作不予答复处理';
  if (step === 'dismissed' && state === 'dismissed') return '已经作不予答复处理';
  return null;
}
