/** What is done to the draft of a circular as a whole; its text is changed in versions. */
export const circularSteps = ['sent', 'returned', 'approved', 'recalled', 'dropped', 'issued'] as const;
export type CircularStep = (typeof circularSteps)[number];

export const circularDraftStates = ['editing', 'inReview', 'approved', 'issued', 'dropped'] as const;
export type CircularDraftState = (typeof circularDraftStates)[number];

export interface TakenStep {
  step: CircularStep;
  account: string;
}

const stateAfter: Readonly<Record<CircularStep, CircularDraftState>> = {
  ...{ sent: 'inReview', returned: 'editing', approved: 'approved', recalled: 'editing' },
  ...{ dropped: 'dropped', issued: 'issued' },
};

const possible: Readonly<Record<CircularDraftState, readonly CircularStep[]>> = {
  editing: ['sent', 'dropped'],
  inReview: ['returned', 'approved', 'recalled'],
  approved: ['returned', 'recalled', 'issued'],
  dropped: ['recalled'],
  issued: [],
};

export const circularDraftStateTitles: Readonly<Record<CircularDraftState, string>> = {
  editing: '起草中',
  inReview: '送审中',
  approved: '已审定',
  issued: '已印发',
  dropped: '已作废',
};

/** Where a draft stands. @param steps oldest first */
export function circularDraftState(steps: readonly TakenStep[]): CircularDraftState {
  const last = steps.at(-1);
  return last ? stateAfter[last.step] : 'editing';
}

/** Why a step cannot be taken now; null where it can. */
export function stepObjection(state: CircularDraftState, step: CircularStep): string | null {
  return possible[state].includes(step) ? null : `本稿${circularDraftStateTitles[state]}`;
}

/**
 * Why somebody may not review a draft; null where he may: whoever began it, wrote in it or sent it is no other person.
 * @param writers accounts
 */
export function reviewObjection(writers: readonly string[], account: string): string | null {
  return writers.includes(account) ? '起草、修改过本稿的人不能审核，须由另一人审核' : null;
}
