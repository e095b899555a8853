import type { HeatMap, IndicatorRate, OverviewUnits, Place, Summary, TrendPoint } from '#database';
import type { FiguresShown } from '../access/within-units.js';
import { AssessmentDto, StandingDto } from './assessment.dto.js';
import { ChoiceOrNull, Many, One, OneOrNull, Text, TextOrNull, Whole, WholeOrNull } from './fields.js';
import { outcomeKinds } from './scorecard.dto.js';

export class SummaryDto implements Summary {
  @Whole('参评单位数') units!: number;
  @Whole('得出分数的单位数') scored!: number;
  @Whole('被单项否决的单位数') vetoed!: number;
  @TextOrNull('平均分') averageScore!: string | null;
  @TextOrNull('平均可测度') averageCoverage!: string | null;
  @Whole('问题数') findings!: number;
  @Whole('待复核数') reviews!: number;
  @Whole('新发现的问题数') newFindings!: number;
  @Whole('已整改问题数') fixedFindings!: number;
  @Whole('反复问题数') recurredFindings!: number;
}

export class PreviousSummaryDto extends SummaryDto {
  @Text() period!: string;
}

export class IndicatorRateDto implements IndicatorRate {
  @Text('指标') indicator!: string;
  @Text() title!: string;
  @Whole('符合的对象数') measured!: number;
  @Whole('可测的对象数；比率为 measured / of') of!: number;
  @Whole('不可测的对象数') unmeasured!: number;
  @Whole('合格单位数') passed!: number;
  @Whole('不合格单位数') failed!: number;
  @Whole('无法判定的单位数') undecided!: number;
}

export class HeatItemDto {
  @Text() id!: string;
  @Text() title!: string;
  @Text('所属类别') group!: string;
  @TextOrNull() indicator!: string | null;
  @Text('满分') max!: string;
}

export class HeatCellDto {
  @Text() organisation!: string;
  @Text() item!: string;
  @TextOrNull('得分；无法测量时为 null') points!: string | null;
  @Text('计入的满分') counted!: string;
  @ChoiceOrNull(outcomeKinds) outcome!: HeatMap['cells'][number]['outcome'];
}

export class HeatMapDto implements HeatMap {
  @Many(() => HeatItemDto) items!: HeatItemDto[];
  @Many(() => HeatCellDto) cells!: HeatCellDto[];
}

export class TrendPointDto implements TrendPoint {
  @Text() period!: string;
  @Text() asOf!: string;
  @TextOrNull() averageScore!: string | null;
  @Many(() => IndicatorRateDto) rates!: IndicatorRateDto[];
}

export class PlaceDto implements Place {
  @Text() organisation!: string;
  @Text() period!: string;
  @WholeOrNull('在同类单位中的名次；没有排名为 null') rank!: number | null;
}

export class OverviewFiguresDto implements FiguresShown {
  @One(() => AssessmentDto) assessment!: AssessmentDto;
  @One(() => SummaryDto) summary!: SummaryDto;
  @OneOrNull(() => PreviousSummaryDto, '上一周期的数字') previous!: PreviousSummaryDto | null;
  @Many(() => IndicatorRateDto, '各指标的全县比率') rates!: IndicatorRateDto[];
  @Many(() => StandingDto, '排名') ranking!: StandingDto[];
  @Many(() => TrendPointDto, '同类周期的走势，由早到晚') trend!: TrendPointDto[];
}

export class OverviewUnitsDto implements OverviewUnits {
  @One(() => AssessmentDto) assessment!: AssessmentDto;
  @One(() => HeatMapDto, '单位 × 评分项') heat!: HeatMapDto;
  @Many(() => PlaceDto, '各单位在走势各周期的名次') places!: PlaceDto[];
}

export class OverviewDto extends OverviewFiguresDto implements OverviewUnits {
  @One(() => HeatMapDto, '单位 × 评分项') heat!: HeatMapDto;
  @Many(() => PlaceDto, '各单位在走势各周期的名次') places!: PlaceDto[];
}
