import { findingStates, findingStateTitles } from '#casework';
import type { FindingRow } from '#database';
import type { Confirmation, IndicatorResult, OrganisationRef } from '#indicators';
import {
  findingVerdicts,
  type DecidedFinding,
  type ExcusedFinding,
  type RawScore,
  type Scorecard,
  type ScoreNode,
  type ScoreStep,
} from '#scoring';
import { PeriodScoreDto } from './assessment.dto.js';
import {
  Absent,
  AbsentMany,
  AbsentOne,
  AbsentOneOrNull,
  Choice,
  Many,
  One,
  OneOrNull,
  Text,
  TextOrNull,
  Texts,
  Whole,
  WholeOrNull,
} from './fields.js';

export const outcomeKinds = ['pass', 'fail', 'notApplicable', 'notMeasured', 'needsReview', 'error'] as const;
export const findingKinds = ['fail', 'review'] as const;

export class OrganisationDto implements OrganisationRef {
  @Text() id!: string;
  @Text() name!: string;
  @Texts('别名') aliases!: string[];
  @Text('层级') level!: string;
  @Text('类别') category!: string;
  @TextOrNull('上级') parent!: string | null;
  @TextOrNull('网站首页') site!: string | null;
}

export class FigureDto {
  @Text() label!: string;
  @Text() value!: string;
}

export class FindingEvidenceDto {
  @Text('取证快照编号') capture!: string;
  @Text() url!: string;
  @Texts('在快照上标出的字句') marks!: string[];
}

export class ConfirmationDto implements Confirmation {
  @Choice(findingKinds, '确认之前') was!: Confirmation['was'];
  @Text('由谁确认') by!: string;
  @Text('日期') on!: string;
  @Text('理由') why!: string;
  @Choice(['review', 'appeal'], 'review 复核，appeal 申诉') source!: Confirmation['source'];
}

export class FindingDto {
  @Text() id!: string;
  @Text() organisation!: string;
  @Text() indicator!: string;
  @Text('所指对象：网址、栏目等') subject!: string;
  @Choice(findingKinds, 'fail 扣分，review 待人工复核、不扣分') kind!: FindingRow['kind'];
  @Text('问题') message!: string;
  @Text('整改办法') remedy!: string;
  @Many(() => FigureDto, '数字依据') details!: FigureDto[];
  @One(() => FindingEvidenceDto) evidence!: FindingEvidenceDto;
  @AbsentOneOrNull(() => ConfirmationDto, '经人确认的；没有为 null') decided?: ConfirmationDto | null;
}

export class FindingRowDto extends FindingDto implements FindingRow {
  @Text() programme!: string;
  @Text() period!: string;
  @Text('要求编号') requirement!: string;
  @Text('条款') clause!: string;
  @Text('所扣分值') points!: string;
  @Choice(findingStates, Object.values(findingStateTitles).join('、')) state!: FindingRow['state'];
}

export class FindingPageDto {
  @Whole('符合条件的总数') total!: number;
  @Many(() => FindingRowDto) rows!: FindingRowDto[];
}

export class IndicatorResultDto implements IndicatorResult {
  @Text() indicator!: string;
  @Whole('指标规则的版本') version!: number;
  @Choice(outcomeKinds) outcome!: IndicatorResult['outcome'];
  @Whole('符合的对象数') measured!: number;
  @Whole('可测的对象数') of!: number;
  @Whole('不可测的对象数') unmeasured!: number;
  @Text() message!: string;
  @Many(() => FindingDto) findings!: FindingDto[];
}

export const scoreSteps = ['sum', 'reweight', 'malus', 'gate', 'bonus', 'cap', 'round', 'quarters', 'rollUp'] as const;

export class ScoreStepDto implements ScoreStep {
  @Choice(scoreSteps) step!: ScoreStep['step'];
  @Text('这一步做了什么') words!: string;
  @Text('这一步之后的分值') points!: string;
}

export class ExcusedFindingDto implements ExcusedFinding {
  @Text('问题编号') finding!: string;
  @Text('问题') message!: string;
  @Choice(['statement', 'exemption'], 'statement 情况说明，exemption 豁免') kind!: ExcusedFinding['kind'];
  @Text('由谁认定') by!: string;
  @Text('理由') why!: string;
  @Text('有效期的最后一天') until!: string;
}

export class DecidedFindingDto implements DecidedFinding {
  @Text('问题编号') finding!: string;
  @Text('问题') message!: string;
  @Choice(findingVerdicts, 'confirmed 确认，dismissed 排除，merged 并入另一问题') verdict!: DecidedFinding['verdict'];
  @Absent('并入的问题的编号') into?: string;
  @Text('由谁决定') by!: string;
  @Text('日期') on!: string;
  @Text('理由') why!: string;
  @Choice(['review', 'appeal'], 'review 复核，appeal 申诉') source!: DecidedFinding['source'];
}

export class ScoreNodeDto implements ScoreNode {
  @Text() id!: string;
  @Text() title!: string;
  @Choice(['root', 'group', 'item']) kind!: ScoreNode['kind'];
  @Text('满分') max!: string;
  @Text('计入的满分') counted!: string;
  @TextOrNull('扣分前') before!: string | null;
  @TextOrNull('得分') points!: string | null;
  @Text('规则') rule!: string;
  @Text('理由') reason!: string;
  @Absent() indicator?: string;
  @Absent() requirement?: string;
  @Absent() clause?: string;
  @Absent('', { enum: [...outcomeKinds] }) outcome?: IndicatorResult['outcome'];
  @Absent('', { type: 'integer' }) measured?: number;
  @Absent('', { type: 'integer' }) of?: number;
  @Absent('', { type: 'integer' }) unmeasured?: number;
  @Texts('问题编号') findings!: string[];
  @Many(() => ScoreNodeDto) children!: ScoreNodeDto[];
  @AbsentMany(() => ExcusedFindingDto, '经认定不作问题处理的') excused?: ExcusedFindingDto[];
  @AbsentMany(() => DecidedFindingDto, '经复核或申诉决定的') decided?: DecidedFindingDto[];
  @AbsentMany(() => ScoreStepDto, '只在根上：从各组得分到总分，一步一步') steps?: ScoreStepDto[];
}

export class NormalisedScoreDto {
  @Text('折算后的得分') score!: string;
  @Text('折算后的满分') of!: string;
}

export class EarlierCardDto {
  @Text() period!: string;
  @Text('评估基准日') asOf!: string;
  @Text('所依据证据的摘要') evidenceDigest!: string;
}

export class RawScoreDto implements RawScore {
  @TextOrNull('总分') score!: string | null;
  @TextOrNull('等次') grade!: string | null;
  @Text('可测度，0–1') coverage!: string;
  @TextOrNull('触发的单项否决') vetoed!: string | null;
}

export class ScorecardDto implements Scorecard {
  @One(() => OrganisationDto) organisation!: OrganisationDto;
  @Text() programme!: string;
  @Text() programmeVersion!: string;
  @Text() period!: string;
  @Text('评估基准日') asOf!: string;
  @Text('所依据证据的摘要') evidenceDigest!: string;
  @TextOrNull('总分') score!: string | null;
  @TextOrNull('等次') grade!: string | null;
  @Text('可测度，0–1') coverage!: string;
  @TextOrNull('触发的单项否决') vetoed!: string | null;
  @AbsentOne(() => NormalisedScoreDto, '按细则折算到另一满分的得分') normalised?: NormalisedScoreDto;
  @AbsentOne(() => RawScoreDto, '不计复核、申诉决定时的得分；与总分不同时才有') raw?: RawScoreDto;
  @AbsentMany(() => EarlierCardDto, '趋势和重复出现的问题所比对的以往得分') earlier?: EarlierCardDto[];
  @WholeOrNull('名次') rank!: number | null;
  @One(() => ScoreNodeDto, '得分明细') tree!: ScoreNodeDto;
  @Many(() => IndicatorResultDto) results!: IndicatorResultDto[];
}

export class ScorecardDetailDto {
  @One(() => ScorecardDto) scorecard!: ScorecardDto;
  @Many(() => FindingRowDto, '问题，含本期已整改的') findings!: FindingRowDto[];
  @OneOrNull(() => PeriodScoreDto, '上一周期的得分') previous!: PeriodScoreDto | null;
  @Many(() => PeriodScoreDto, '同类周期的得分，由早到晚') history!: PeriodScoreDto[];
}
