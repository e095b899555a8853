import {
  findingChanges,
  type AssessmentHead,
  type ChangeCounts,
  type ChangedFinding,
  type FindingChange,
} from '#database';
import { resultTitle, type ComparedResults } from '#operations';
import { AssessmentDto } from './assessment.dto.js';
import { Choice, Flag, Many, One, Text, TextOrNull, Whole } from './fields.js';
import { FindingEvidenceDto, findingKinds } from './scorecard.dto.js';

export class ComparableResultDto extends AssessmentDto {
  @Text('周期和评分的时刻') title!: string;
  @Flag('这一周期现行的结果；否则已被以后的评分取代') latest!: boolean;
}

export class ChangeCountsDto implements ChangeCounts {
  @Whole('新出现') new!: number;
  @Whole('又出现：整改过又有') recurred!: number;
  @Whole('仍存在') open!: number;
  @Whole('已整改') mended!: number;
  @Whole('未再测到：不算整改') unseen!: number;
}

export class UnitChangeCountsDto extends ChangeCountsDto {
  @Text('单位编号') organisation!: string;
  @Text('单位') name!: string;
}

export class IndicatorChangeCountsDto extends ChangeCountsDto {
  @Text('指标') indicator!: string;
}

export class ChangedFindingDto implements ChangedFinding {
  @Text() id!: string;
  @Text('单位编号') organisation!: string;
  @Text('单位') name!: string;
  @Text('指标') indicator!: string;
  @Text('对象') subject!: string;
  @Choice(findingKinds, 'fail 扣分，review 待人工复核、不扣分') kind!: ChangedFinding['kind'];
  @Choice(findingChanges) change!: FindingChange;
  @Text('条款') clause!: string;
  @Text() message!: string;
  @One(() => FindingEvidenceDto) evidence!: FindingEvidenceDto;
  @TextOrNull('原扣分') pointsBefore!: string | null;
  @TextOrNull('现扣分') pointsAfter!: string | null;
  @Text('最早出现的周期') firstPeriod!: string;
}

export class FindingChangesDto {
  @One(() => ComparableResultDto, '原') before!: ComparableResultDto;
  @One(() => ComparableResultDto, '现') after!: ComparableResultDto;
  @One(() => ChangeCountsDto) totals!: ChangeCountsDto;
  @Many(() => UnitChangeCountsDto, '新出现和又出现多的在前') units!: UnitChangeCountsDto[];
  @Many(() => IndicatorChangeCountsDto) indicators!: IndicatorChangeCountsDto[];
}

export class FindingChangeRowsDto {
  @Whole('符合条件的共几条') total!: number;
  @Many(() => ChangedFindingDto) rows!: ChangedFindingDto[];
}

export function describeResult(head: AssessmentHead & { latest?: boolean }): ComparableResultDto {
  return { ...head, title: resultTitle(head), latest: head.latest ?? true };
}

export function describeCompared({ before, after }: ComparedResults) {
  return { before: describeResult(before), after: describeResult(after) };
}
