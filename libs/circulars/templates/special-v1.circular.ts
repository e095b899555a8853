import type { Draft } from '../draft.js';
import type { Block } from '../model.js';
import { namesOf, openProblems } from '../sections/overall.js';
import { problems } from '../sections/problems.js';
import { rectify } from '../sections/requirements.js';
import { line, type Run } from '../tokens.js';
import { defineCircular } from './define-circular.js';

/** Special circular: only the units that a stated rule chooses, what is wrong with them, and by when it is to be mended. */
export const specialV1 = defineCircular({
  id: 'special-v1',
  kind: 'special',
  chart: false,
  title: (draft) => line`${draft.given('issuer')}关于${draft.given('period')}政务公开突出问题的专项通报`,
  blocks: (draft) =>
    [
      {
        kind: 'paragraph',
        runs: line`按照${draft.given('basis')}要求，${draft.given('issuer')}组织对${draft.given('area')}各单位${draft.given('period')}政务公开工作情况开展了测评。现将${draft.given('rule')}的单位有关情况专项通报如下：`,
      },
      { kind: 'heading', runs: ['一、通报范围'] },
      { kind: 'paragraph', runs: [...chosen(draft), ...scores(draft), ...overdue(draft)] },
      { kind: 'paragraph', runs: openProblems(draft, '上述单位') },
      ...problems(draft, { kinds: 5, examples: 3 }),
      { kind: 'heading', runs: ['三、整改要求'] },
      {
        kind: 'paragraph',
        runs: draft.rows('findings').length > 0 ? rectify(draft) : ['有关单位要查明原因，限期改进。'],
      },
      {
        kind: 'paragraph',
        runs: line`${draft.given('issuer')}将对整改情况进行复查，逾期仍未整改的，予以督办。`,
      },
    ] satisfies Block[],
});

function chosen(draft: Draft): Run[] {
  const count = draft.rows('ranking').length;
  return line`截至${draft.day(draft.snapshot.asOf)}，${draft.given('rule')}的单位共${draft.count('ranking')}个：${namesOf(draft, count, [])}（${draft.mark('ranking')}）。`;
}

/** Of units chosen by their grade, whose scores are what it is about. */
function scores(draft: Draft): Run[] {
  if (draft.snapshot.special?.rule.by !== 'grade') return [];
  const of = (op: 'max' | 'min') => draft.figure({ op, table: 'ranking', column: 'score' }, 'points');
  const range =
    draft.rows('ranking').length === 1 ? line`得分${of('max')}分` : line`其中最高${of('max')}分，最低${of('min')}分`;
  return [...range, '；不评等次的单位不在此列。'];
}

function overdue(draft: Draft): Run[] {
  if (draft.snapshot.special?.rule.by !== 'overdue') return [];
  const longest = draft.figure({ op: 'max', table: 'notices', column: 'over' });
  return line`逾期的整改通知${draft.count('notices')}件，所列问题尚有${draft.sum('notices', 'left')}条没有确认整改，最长逾期${longest}个工作日（${draft.mark('notices')}）。`;
}
