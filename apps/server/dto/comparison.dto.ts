import type { ToldChange, WhatIf } from '#operations';
import type { WordedChange } from '#programmes';
import {
  taskStateNames,
  type ItemChange,
  type MovedFinding,
  type ResultName,
  type ScorecardComparison,
  type TaskChange,
} from '#scoring';
import { Absent, ChoiceOrNull, Flag, Many, ManyOrNull, One, Text, TextOrNull, Texts } from './fields.js';

export class NewWhatIfDto {
  @Absent('试算的方案：名称') programme?: string;
  @Absent('试算的方案：改动过的方案文件（YAML 文本），与名称二选一') plan?: string;
  @Text('作对照的方案') against!: string;
  @Text('评估周期') period!: string;
}

export class ResultNameDto implements ResultName {
  @Text() programme!: string;
  @Text() programmeVersion!: string;
  @Text() period!: string;
  @Text('评估基准日') asOf!: string;
}

export class MovedFindingDto implements MovedFinding {
  @Text() id!: string;
  @Text() subject!: string;
  @Text() message!: string;
}

export class ItemChangeDto implements ItemChange {
  @Text() id!: string;
  @Text() title!: string;
  @TextOrNull() before!: string | null;
  @TextOrNull() after!: string | null;
  @TextOrNull('后减前；有一方未计分则为 null') change!: string | null;
  @Text('为何变动') why!: string;
  @Many(() => MovedFindingDto, '新出现的问题') appeared!: MovedFindingDto[];
  @Many(() => MovedFindingDto, '不再有的问题') gone!: MovedFindingDto[];
}

export class ScorecardComparisonDto implements ScorecardComparison {
  @Text('单位编号') organisation!: string;
  @Text() name!: string;
  @TextOrNull() before!: string | null;
  @TextOrNull() after!: string | null;
  @TextOrNull('后减前；有一方不评分则为 null') change!: string | null;
  @TextOrNull() gradeBefore!: string | null;
  @TextOrNull() gradeAfter!: string | null;
  @Text('前者的总分怎样得来') reasonBefore!: string;
  @Text('后者的总分怎样得来') reasonAfter!: string;
  @Flag('两次所依据的网页相同') sameEvidence!: boolean;
  @Many(() => ItemChangeDto, '有变动的评分项，失分多的在前') items!: ItemChangeDto[];
  @Texts('新出现的问题') appeared!: string[];
  @Texts('不再有的问题') gone!: string[];
  @Texts('仍有的问题') stayed!: string[];
}

export class TaskChangeDto implements TaskChange {
  @Text() task!: string;
  @Text() title!: string;
  @ChoiceOrNull(taskStateNames) before!: TaskChange['before'];
  @ChoiceOrNull(taskStateNames) after!: TaskChange['after'];
  @TextOrNull('原期限') dueBefore!: string | null;
  @TextOrNull('现期限') dueAfter!: string | null;
  @Text('现在为何如此') why!: string;
}

export class WordedChangeDto implements WordedChange {
  @Text('哪一处') place!: string;
  @Text('原值') before!: string;
  @Text('现值') after!: string;
}

export class PlanChangeDto implements ToldChange {
  @Text('方案中的位置') field!: string;
  @TextOrNull('原值（JSON）') before!: string | null;
  @TextOrNull('现值（JSON）') after!: string | null;
  @One(() => WordedChangeDto, '同一处改动，用文字说') words!: WordedChangeDto;
}

export class WhatIfDto implements WhatIf {
  @One(() => ResultNameDto) before!: ResultNameDto;
  @One(() => ResultNameDto) after!: ResultNameDto;
  @ManyOrNull(() => PlanChangeDto, '同一方案的两种写法有何不同；两个方案或已公布的结果之间为 null')
  changes!: PlanChangeDto[] | null;
  @Many(() => ScorecardComparisonDto, '有变动的单位，失分多的在前') units!: ScorecardComparisonDto[];
  @Texts('没有变动的单位') unmoved!: string[];
  @Texts('只在前者中的单位') onlyBefore!: string[];
  @Texts('只在后者中的单位') onlyAfter!: string[];
  @Many(() => TaskChangeDto, '状态或期限有变动的任务') tasks!: TaskChangeDto[];
}
