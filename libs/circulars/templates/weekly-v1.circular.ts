import { opening } from '../sections/opening.js';
import { problemCounts } from '../sections/overall.js';
import { rectify } from '../sections/requirements.js';
import { openProblemsByUnit, taskProgress } from '../sections/tasks.js';
import { line } from '../tokens.js';
import { defineCircular } from './define-circular.js';

/** Weekly 调度: where the tasks stand and whose problems are open. */
export const weeklyV1 = defineCircular({
  id: 'weekly-v1',
  kind: 'weekly',
  chart: false,
  title: (draft) => line`${draft.given('issuer')}关于${draft.given('period')}政务公开工作调度情况的通报`,
  blocks: (draft) => [
    opening(draft, '政务公开任务进展和问题整改情况进行了调度'),
    { kind: 'heading', runs: ['一、任务进展情况'] },
    ...taskProgress(draft),
    { kind: 'heading', runs: ['二、问题整改情况'] },
    { kind: 'paragraph', runs: [...problemCounts(draft), ...openProblemsByUnit(draft)] },
    { kind: 'heading', runs: ['三、工作要求'] },
    {
      kind: 'paragraph',
      runs: [
        ...(draft.rows('findings').length > 0 ? rectify(draft) : []),
        '各责任单位要按时限推进任务，及时报送进展。',
      ],
    },
  ],
});
