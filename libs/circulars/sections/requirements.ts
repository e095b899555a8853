import type { Draft } from '../draft.js';
import type { Block } from '../model.js';
import { line, type Run } from '../tokens.js';

/** 三、下一步工作要求: mend by a day, look at oneself, expect a recheck. */
export function requirements(draft: Draft, heading = '三、下一步工作要求'): Block[] {
  const isMissing = draft.rows('ranking', [{ column: 'score', filled: false }]).length > 0;
  const items: { lead: string; runs: Run[] }[] = [
    ...(draft.rows('findings').length === 0 ? [] : [{ lead: '限期整改到位。', runs: rectify(draft) }]),
    {
      lead: '全面开展自查。',
      runs: [
        '各单位要对照各项指标逐项自查，及时补充更新，防止同类问题重复发生。',
        ...(isMissing ? ['未能测评的单位要尽快恢复网站正常访问。'] : []),
      ],
    },
    {
      lead: '持续跟踪复查。',
      runs: line`${draft.given('issuer')}将对整改情况进行复查，逾期未整改和整改后又出现的问题在下期通报中列出。`,
    },
  ];
  return [
    { kind: 'heading', runs: [heading] },
    ...items.map((item, i): Block => ({
      kind: 'paragraph',
      lead: [`（${'一二三'[i]}）${item.lead}`],
      runs: item.runs,
    })),
  ];
}

/** Where and by when; and what a unit can do that thinks a problem is none. */
export function rectify(draft: Draft): Run[] {
  return line`有关单位要对照${draft.mark('findings')}逐条整改，并于${draft.day(draft.deadline)}前将整改情况书面报送${draft.given('reportTo')}；对测评结果有异议的，可在此期限内提出复核申请并附佐证材料。`;
}
