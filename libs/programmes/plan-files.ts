/** The built-in programmes, in the order in which they are offered; a new plan is a file in `plans/` and one line here. */
export const planFiles = [
  { id: 'pingliang-2020', file: 'pingliang-2020.yaml' },
  { id: 'luozhuang-2020', file: 'luozhuang-2020.yaml' },
  { id: 'qingdao-2020', file: 'qingdao-2020.yaml' },
  { id: 'tengzhou-2017', file: 'tengzhou-2017.yaml' },
  { id: 'xulaijie-2022', file: 'xulaijie-2022.yaml' },
  { id: 'national', file: 'national.yaml' },
] as const;

export type PlanId = (typeof planFiles)[number]['id'];
