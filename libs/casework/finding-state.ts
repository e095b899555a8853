/** How a finding stands beside the results before. */
export const findingStates = ['new', 'open', 'fixed', 'recurred'] as const;
export type FindingState = (typeof findingStates)[number];

/** The words for it on sheets and circulars, in the order in which they are told; pages use the same. */
export const findingStateTitles: Readonly<Record<FindingState, string>> = {
  new: '新发现',
  open: '仍存在',
  recurred: '又出现',
  fixed: '已整改',
};
