import { opening } from '../sections/opening.js';
import { problemCounts, scope, scores } from '../sections/overall.js';
import { problems } from '../sections/problems.js';
import { rectify } from '../sections/requirements.js';
import { line } from '../tokens.js';
import { defineCircular } from './define-circular.js';

/** Monthly circular, short: the figures, three kinds of problems, one paragraph of what to do. */
export const monthlyV1 = defineCircular({
  id: 'monthly-v1',
  kind: 'monthly',
  chart: false,
  title: (draft) => line`${draft.given('issuer')}关于${draft.given('period')}政务公开工作情况的通报`,
  blocks: (draft) => [
    opening(draft, '政务公开工作情况开展了测评'),
    { kind: 'heading', runs: ['一、总体情况'] },
    { kind: 'paragraph', runs: [...scope(draft), ...scores(draft), ...problemCounts(draft)] },
    ...problems(draft, { kinds: 3, examples: 2 }),
    { kind: 'heading', runs: ['三、工作要求'] },
    {
      kind: 'paragraph',
      runs: draft.rows('findings').length > 0 ? rectify(draft) : ['各单位要保持现有做法，及时更新，持续规范。'],
    },
  ],
});
