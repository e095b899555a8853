import { opening } from '../sections/opening.js';
import { overall } from '../sections/overall.js';
import { problems } from '../sections/problems.js';
import { requirements } from '../sections/requirements.js';
import { line } from '../tokens.js';
import { defineCircular } from './define-circular.js';

/** Quarterly circular in full: 总体情况、存在的主要问题、下一步工作要求. */
export const quarterlyV1 = defineCircular({
  id: 'quarterly-v1',
  kind: 'quarterly',
  chart: true,
  title: (draft) => line`${draft.given('issuer')}关于${draft.given('period')}政务公开工作情况的通报`,
  blocks: (draft) => [
    opening(draft, '政务公开工作情况开展了测评'),
    ...overall(draft),
    ...problems(draft, { kinds: 5, examples: 3 }),
    ...requirements(draft),
  ],
});
