import type { AssessmentHead, PeriodScore } from '#database';
import type { StandingShown } from '../access/within-units.js';
import { Flag, Text, TextOrNull, WholeOrNull } from './fields.js';

export class AssessmentDto implements AssessmentHead {
  @Text() id!: string;
  @Text() programme!: string;
  @Text() programmeVersion!: string;
  @Text('评估周期') period!: string;
  @Text('评估基准日') asOf!: string;
  @Text('所依据的采集轮次') round!: string;
  @Flag('是否示例数据') sample!: boolean;
  @Text('评估时刻（UTC）') assessedAt!: string;
}

export class PeriodDto extends AssessmentDto {
  @Text('周期名称，如“2022年第四季度”') title!: string;
}

export class StandingDto implements StandingShown {
  @Text() organisation!: string;
  @Text() name!: string;
  @Text('层级') level!: string;
  @Text('类别') category!: string;
  @TextOrNull('得分') score!: string | null;
  @TextOrNull('等次') grade!: string | null;
  @Text('可测度，0–1') coverage!: string;
  @TextOrNull('触发的单项否决') vetoed!: string | null;
  @WholeOrNull('名次') rank!: number | null;
  @TextOrNull('上期得分') previousScore!: string | null;
  @WholeOrNull('上期名次') previousRank!: number | null;
  @WholeOrNull('问题数；只有名次可见的单位为 null') findings!: number | null;
  @WholeOrNull('待复核数；只有名次可见的单位为 null') reviews!: number | null;
}

export class PeriodScoreDto implements PeriodScore {
  @Text() period!: string;
  @Text() asOf!: string;
  @TextOrNull() score!: string | null;
  @TextOrNull() grade!: string | null;
  @Text() coverage!: string;
  @WholeOrNull() rank!: number | null;
}
