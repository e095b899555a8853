import type { DecidedOn, DecisionRow, DecisionWithdrawal, QueueRow, SampleRow } from '#database';
import type { ScoringRun } from '#operations';
import { findingVerdicts } from '#scoring';
import { Absent, Choice, Flag, Many, One, OneOrNull, Text, TextOrNull, Whole } from './fields.js';
import { FigureDto, FindingRowDto, findingKinds } from './scorecard.dto.js';

const sources = ['review', 'appeal'] as const;
const verdictWords = 'confirmed 确认，dismissed 排除，merged 并入另一问题';

export class EarlierDecisionDto implements NonNullable<QueueRow['earlier']> {
  @Choice(findingVerdicts, verdictWords) verdict!: DecisionRow['verdict'];
  @Text('由谁决定') by!: string;
  @Text('日期') on!: string;
  @Text('理由') reason!: string;
}

export class ReviewQueueRowDto extends FindingRowDto implements QueueRow {
  @Text('单位名称') unit!: string;
  @Text('所涉分值') stake!: string;
  @Text('内容的摘要；作决定时写明') said!: string;
  @OneOrNull(() => EarlierDecisionDto, '内容有变之前的决定；没有为 null') earlier!: EarlierDecisionDto | null;
}

export class ScoringRunDto implements ScoringRun {
  @Text() programme!: string;
  @Text() period!: string;
  @Choice(['running', 'done', 'failed'], '进行中、已完成、未完成') state!: ScoringRun['state'];
  @Whole('已评单位') done!: number;
  @Whole('单位总数') total!: number;
  @Text('由谁开始') by!: string;
  @Text('开始时刻（UTC）') startedAt!: string;
  @TextOrNull('结束时刻（UTC）') endedAt!: string | null;
  @TextOrNull('未完成的原因') note!: string | null;
}

export class ScoringDto {
  @Text('评估基准日') asOf!: string;
  @Text('上次评分时刻（UTC）') assessedAt!: string;
  @Whole('尚未计入评分的决定') pending!: number;
  @OneOrNull(() => ScoringRunDto, '最近一次重新评分；没有为 null') run!: ScoringRunDto | null;
}

export class ReviewQueuePageDto extends ScoringDto {
  @Whole('符合条件的总数') total!: number;
  @Many(() => ReviewQueueRowDto) rows!: ReviewQueueRowDto[];
}

export class DecidedOnDto implements DecidedOn {
  @Choice(findingKinds) kind!: DecidedOn['kind'];
  @Text('所指对象') subject!: string;
  @Text('问题') message!: string;
  @Many(() => FigureDto) details!: FigureDto[];
  @Text('网址') url!: string;
  @Text('要求编号') requirement!: string;
  @Text('条款') clause!: string;
  @Text('当时所扣分值') points!: string;
  @Text('单位名称') unit!: string;
}

export class DecisionWithdrawalDto implements DecisionWithdrawal {
  @Text('撤销人') author!: string;
  @Text('理由') reason!: string;
  @Text('撤销时刻（UTC）') createdAt!: string;
}

export class ReviewDecisionDto implements Omit<DecisionRow, 'account'> {
  @Text() id!: string;
  @Text() programme!: string;
  @Text() period!: string;
  @Text('单位编号') organisation!: string;
  @Text('问题编号') finding!: string;
  @Text() indicator!: string;
  @Choice(findingVerdicts, verdictWords) verdict!: DecisionRow['verdict'];
  @TextOrNull('并入的问题的编号') into!: string | null;
  @Text('理由') reason!: string;
  @Text('由谁决定') by!: string;
  @Text('日期') on!: string;
  @Choice(sources, 'review 复核，appeal 申诉') source!: DecisionRow['source'];
  @Text('内容的摘要') said!: string;
  @Text('同一次所作的决定有同一编号') deed!: string;
  @One(() => DecidedOnDto, '当时的问题') snapshot!: DecidedOnDto;
  @Text('时刻（UTC）') createdAt!: string;
  @OneOrNull(() => DecisionWithdrawalDto, '没有撤销为 null') withdrawn!: DecisionWithdrawalDto | null;
  @Flag('是否本人所作') own!: boolean;
}

export class ReviewDecisionPageDto {
  @Whole('总数') total!: number;
  @Many(() => ReviewDecisionDto) rows!: ReviewDecisionDto[];
}

export class SaidFindingDto {
  @Text('问题编号') id!: string;
  @Text('看到时的内容摘要') said!: string;
}

export class NewReviewDecisionDto {
  @Text() programme!: string;
  @Text() period!: string;
  @Choice(findingVerdicts, verdictWords) verdict!: DecisionRow['verdict'];
  @Many(() => SaidFindingDto, '一个，或同样处理的一批') findings!: SaidFindingDto[];
  @Absent('合并时：并入的问题的编号', { type: String, nullable: true }) into?: string | null;
  @Text('理由；确认时可为空') reason!: string;
  @Text('由提交者编的号，重复提交不重复决定') deed!: string;
}

export class NewReviewUndoDto {
  @Text() programme!: string;
  @Text() period!: string;
  @Text('要撤销的一次复核') deed!: string;
  @Absent('理由') reason?: string;
}

export class NewReviewSampleDto {
  @Text() programme!: string;
  @Text() period!: string;
  @Text('件数，或百分比如 10%') asked!: string;
  @Text('种子；同一种子抽出的相同') seed!: string;
}

export class ReviewSampleDto implements Omit<SampleRow, 'drawn'> {
  @Text() id!: string;
  @Text('种子') seed!: string;
  @Text('件数或百分比') asked!: string;
  @Whole('从多少个问题中抽取') of!: number;
  @Whole('抽中多少个') count!: number;
  @Text('由谁抽取') by!: string;
  @Text('时刻（UTC）') createdAt!: string;
  @Whole('经复核维持的') upheld!: number;
  @Whole('经复核推翻的（排除或合并）') overturned!: number;
  @Whole('尚未复核的') open!: number;
}

export class NewScoringRunDto {
  @Text() programme!: string;
  @Text() period!: string;
}

export function describeDecision({ account, ...row }: DecisionRow, asker: string | null): ReviewDecisionDto {
  return { ...row, own: asker !== null && account === asker };
}

export function describeSample({ drawn, ...row }: SampleRow): ReviewSampleDto {
  return { ...row, count: drawn.length };
}
