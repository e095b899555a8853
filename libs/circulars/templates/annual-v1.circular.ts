import type { Draft } from '../draft.js';
import type { Block } from '../model.js';
import { opening } from '../sections/opening.js';
import { namesOf, overall } from '../sections/overall.js';
import { problems } from '../sections/problems.js';
import { requirements } from '../sections/requirements.js';
import { taskProgress } from '../sections/tasks.js';
import { line } from '../tokens.js';
import { defineCircular } from './define-circular.js';

/** Annual circular: the quarterly one with the units of each grade and the programme's tasks. */
export const annualV1 = defineCircular({
  id: 'annual-v1',
  kind: 'annual',
  chart: true,
  title: (draft) => line`${draft.given('issuer')}关于${draft.given('period')}度政务公开工作测评情况的通报`,
  blocks: (draft) => [
    opening(draft, '度政务公开工作情况开展了测评'),
    ...overall(draft, { praises: false }),
    ...quarters(draft),
    ...unitsByGrade(draft),
    ...(draft.snapshot.tasks.length > 0 ? taskProgress(draft) : []),
    ...problems(draft, { kinds: 5, examples: 3 }),
    ...requirements(draft),
  ],
});

/** How the score came about, where the quarters have a share in it. */
function quarters(draft: Draft): Block[] {
  if (!('quarterShare' in draft.givens)) return [];
  const runs = line`年度得分由年度测评和各季度得分合成，年度测评占${draft.given('yearShare')}，有得分的各季度的平均分占${draft.given('quarterShare')}（${draft.mark('ranking')}）。`;
  return [{ kind: 'paragraph', runs }];
}

function unitsByGrade(draft: Draft): Block[] {
  const told = draft.snapshot.programme.rubric.bands.flatMap(({ grade }) => {
    const where = [{ column: 'grade', is: [grade] }];
    const count = draft.rows('ranking', where).length;
    return count === 0 ? [] : line`${grade}等次的单位有${namesOf(draft, count, where)}。`;
  });
  return told.length === 0 ? [] : [{ kind: 'paragraph', runs: told }];
}
