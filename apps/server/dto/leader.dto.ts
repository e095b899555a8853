import {
  matterKinds,
  type DemonstrationPoint,
  type LeaderBoard,
  type Matter,
  type MatterKind,
  type Placed,
  type UnitProgress,
} from '#operations';
import { AssessmentDto } from './assessment.dto.js';
import { Choice, Many, One, OneOrNull, Text, TextOrNull, Whole, WholeOrNull } from './fields.js';
import { PreviousSummaryDto, SummaryDto } from './overview.dto.js';

export class PlacedUnitDto implements Placed {
  @Text() organisation!: string;
  @Text() name!: string;
  @Text('单位类别') category!: string;
  @TextOrNull('得分') score!: string | null;
  @TextOrNull('等次') grade!: string | null;
  @WholeOrNull('在同类单位中的名次') rank!: number | null;
  @WholeOrNull('上期名次') previousRank!: number | null;
}

export class UnitProgressDto implements UnitProgress {
  @Text() organisation!: string;
  @Text() name!: string;
  @Whole('已完成，不论是否按时') done!: number;
  @Whole('逾期未完成') overdue!: number;
  @Whole('未到期') upcoming!: number;
  @Whole('还不能核实') notMeasured!: number;
}

export class MatterDto implements Matter {
  @Choice(matterKinds, '预警、逾期整改、未测度、待核查、单项否决') kind!: MatterKind;
  @Text('一句话') text!: string;
}

export class DemonstrationUnitDto {
  @Text('方案中的名称') name!: string;
  @OneOrNull(() => PlacedUnitDto, '不在参评单位中的为 null') standing!: PlacedUnitDto | null;
}

export class DemonstrationPointDto implements DemonstrationPoint {
  @Text() title!: string;
  @Many(() => DemonstrationUnitDto) units!: DemonstrationUnitDto[];
}

export class LeaderBoardDto implements LeaderBoard {
  @One(() => AssessmentDto) assessment!: AssessmentDto;
  @Text('方案') title!: string;
  @One(() => SummaryDto) summary!: SummaryDto;
  @OneOrNull(() => PreviousSummaryDto, '上一周期的数字') previous!: PreviousSummaryDto | null;
  @Many(() => UnitProgressDto, '各单位的任务，逾期多的在前') units!: UnitProgressDto[];
  @Many(() => DemonstrationPointDto, '方案列出的示范点') demonstrationPoints!: DemonstrationPointDto[];
  @Many(() => PlacedUnitDto, '各类单位中名次在前的') leading!: PlacedUnitDto[];
  @Many(() => PlacedUnitDto, '各类单位中名次在后的') lagging!: PlacedUnitDto[];
  @Many(() => PlacedUnitDto, '名次有变动的，变动大的在前') moved!: PlacedUnitDto[];
  @Many(() => MatterDto, '需要研究决定的') matters!: MatterDto[];
}
