import type { IndicatorCell, IndicatorPast } from '#database';
import type { OutcomeKind } from '#indicators';
import type { GoodExample, IndicatorEffect, IndicatorStanding } from '#operations';
import { Choice, ChoiceOrNull, Many, One, OneOrNull, Text, TextOrNull, Whole } from './fields.js';
import { IndicatorRateDto } from './overview.dto.js';
import { IndicatorDto } from './programme.dto.js';
import { outcomeKinds } from './scorecard.dto.js';

export class IndicatorEffectDto implements IndicatorEffect {
  @Text('评分项') item!: string;
  @Text() title!: string;
  @Text('评分组') group!: string;
  @Text('满分') max!: string;
  @Whole('计分的单位数') units!: number;
  @Whole('得满分的单位数') full!: number;
  @Text('合计失分') lost!: string;
}

export class OutcomeUnitsDto {
  @Choice(outcomeKinds) outcome!: OutcomeKind;
  @Whole('单位数') units!: number;
}

export class IndicatorCellDto implements Omit<IndicatorCell, 'site'> {
  @Text('单位编号') organisation!: string;
  @Text('单位') name!: string;
  @Text('类别') category!: string;
  @Text('评分项') item!: string;
  @Text() title!: string;
  @Text('评分组') group!: string;
  @Text('满分') max!: string;
  @Text('计入的分值') counted!: string;
  @TextOrNull('得分；没有测量的为 null') points!: string | null;
  @ChoiceOrNull(outcomeKinds) outcome!: OutcomeKind | null;
  @TextOrNull('失分；没有计分的为 null') lost!: string | null;
}

export class GoodExampleDto implements GoodExample {
  @Text('单位编号') organisation!: string;
  @Text('单位') name!: string;
  @Text('类别') category!: string;
  @Text('网站') site!: string;
}

export class IndicatorPastDto implements IndicatorPast {
  @Text('周期') period!: string;
  @Text('评估日') asOf!: string;
  @Text('评分项') item!: string;
  @Text() title!: string;
  @Text('计入的分值') counted!: string;
  @TextOrNull() points!: string | null;
  @ChoiceOrNull(outcomeKinds) outcome!: OutcomeKind | null;
}

export class IndicatorStandingDto implements Omit<IndicatorStanding, 'cells'> {
  @One(() => IndicatorDto) indicator!: IndicatorDto;
  @OneOrNull(() => IndicatorRateDto, '全部单位合计；这一期没有测的为 null') rate!: IndicatorRateDto | null;
  @Many(() => IndicatorEffectDto, '用到它的评分项，对得分的影响') effects!: IndicatorEffectDto[];
  @Many(() => OutcomeUnitsDto, '全部单位的分布') outcomes!: OutcomeUnitsDto[];
  @Many(() => IndicatorCellDto, '可以查看的单位，失分多的在前') cells!: IndicatorCellDto[];
  @Many(() => GoodExampleDto, '得满分、可供参照的单位') examples!: GoodExampleDto[];
}
