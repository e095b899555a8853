import { countedStates, materialStates, taskVerdicts, wordWorths } from '#casework';
import type { CountedState, MaterialState, TaskVerdict, WordWorth } from '#casework';
import type { TaskState } from '#database';
import { cadences } from '#programmes';
import { taskProofs, taskStateNames, type TaskProgress, type TaskProof } from '#scoring';
import {
  Absent,
  Choice,
  ChoiceOrNull,
  Choices,
  Many,
  One,
  OneOrNull,
  Text,
  TextOrNull,
  Texts,
  TextsByName,
  Whole,
} from './fields.js';

export class TaskEvidenceDto {
  @Text() capture!: string;
  @Text() url!: string;
}

export class TaskStateDto implements TaskState {
  @Text() programme!: string;
  @Text() period!: string;
  @Text() task!: string;
  @Text('阶段') stage!: string;
  @Text() title!: string;
  @Texts('责任单位') responsible!: string[];
  @TextOrNull() startOn!: string | null;
  @TextOrNull() dueOn!: string | null;
  @Text('方案所写的期限') dueText!: string;
  @Choice(taskStateNames) state!: TaskState['state'];
  @Text('为何如此') reason!: string;
  @Many(() => TaskEvidenceDto) evidence!: TaskEvidenceDto[];
  @Absent('各状态的单位数；早先的评估没有', { type: 'object', additionalProperties: { type: 'integer' } })
  counts?: NonNullable<TaskState['counts']>;
}

export class TaskProgressDto implements TaskProgress {
  @Whole('任务数，每项任务按承担单位各计一次') all!: number;
  @Whole('其中已到期的') due!: number;
  @Whole('已到期的中已完成的') done!: number;
  @Whole('已到期的中无法核验或待报送材料的') unknown!: number;
  @TextOrNull('已完成的占已到期且能核验的比例，如 0.6666；没有则为 null') share!: string | null;
}

export class MeasuredTaskDto {
  @Choice(taskStateNames) state!: TaskState['state'];
  @Text('为何如此') reason!: string;
}

export class TaskWordFileDto {
  @Text() id!: string;
  @Text() name!: string;
}

export class TaskWordDto {
  @Text() id!: string;
  @Choice(taskVerdicts, 'withdrawn 为撤回上一次认定') verdict!: TaskVerdict;
  @TextOrNull('完成日期；只有认定完成的有') doneOn!: string | null;
  @Text('理由') reason!: string;
  @Texts('佐证网址') links!: string[];
  @Many(() => TaskWordFileDto, '佐证文件') files!: TaskWordFileDto[];
  @Text() author!: string;
  @Text('时刻（UTC）') at!: string;
}

export class TaskMaterialDto {
  @Text('要求的编号') requirement!: string;
  @Text() statement!: string;
  @Choice(materialStates) state!: MaterialState;
}

export class UnitTaskDto {
  @Text() task!: string;
  @Choice(countedStates, '计入进展的状态：人工认定加于测得的状态之上；notApplicable 为认定不适用，不计数')
  state!: CountedState;
  @One(() => MeasuredTaskDto, '系统测得的') measured!: MeasuredTaskDto;
  @ChoiceOrNull(
    wordWorths,
    '现行人工认定的效力：counts 按认定计入，agrees 与测得一致，disputed 与测得不一致、按测得计入，waits 待下次评估再核',
  )
  worth!: WordWorth | null;
  @Many(() => TaskWordDto, '历次人工认定，新的在前') words!: TaskWordDto[];
  @TextOrNull('现行认定的编号；没有的为 null') standing!: string | null;
  @Many(() => TaskMaterialDto, '这项任务要求报送的佐证材料') materials!: TaskMaterialDto[];
  @Choices(taskProofs, '依据：facts 网站上的内容，evidence 经审定的材料') provedBy!: TaskProof[];
  @TextOrNull('能证明的或认定的完成日期') on!: string | null;
  @Text('为何如此；有人工认定的，并列测得的和认定的') reason!: string;
  @Many(() => TaskEvidenceDto) evidence!: TaskEvidenceDto[];
}

export class UnitTasksDto {
  @Text('单位编号') organisation!: string;
  @Text() name!: string;
  @One(() => TaskProgressDto) progress!: TaskProgressDto;
  @Many(() => UnitTaskDto, '该单位承担的任务，按方案的顺序') tasks!: UnitTaskDto[];
}

export class UnitTasksPageDto {
  @Whole('单位总数') total!: number;
  @Many(() => UnitTasksDto, '逾期任务多的在前') units!: UnitTasksDto[];
}

export class StageProgressDto {
  @Text() stage!: string;
  @TextOrNull('方案所写的期限') dueText!: string | null;
  @TextOrNull() dueOn!: string | null;
  @TextOrNull('期限的折算规则') dueRule!: string | null;
  @One(() => TaskProgressDto) progress!: TaskProgressDto;
}

export class NextDueDto {
  @Text('所报的周期') period!: string;
  @Text() on!: string;
  @Text('日期怎样得来') rule!: string;
}

export class RecurringWorkDto {
  @Choice(cadences) every!: (typeof cadences)[number];
  @Text() product!: string;
  @Text() clause!: string;
  @Texts('责任单位') responsible!: string[];
  @TextOrNull('计入') feeds!: string | null;
  @OneOrNull(() => NextDueDto, '按周、月、季的，自评估日起的下一次；其余为 null') next!: NextDueDto | null;
}

export class TaskBoardDto {
  @Text('评估基准日') asOf!: string;
  @OneOrNull(() => TaskProgressDto, '全部任务；早先的评估没有分单位的状态，为 null') whole!: TaskProgressDto | null;
  @Many(() => StageProgressDto, '各阶段') stages!: StageProgressDto[];
  @TextsByName('各任务期限的折算规则') dueRules!: Record<string, string>;
  @Many(() => RecurringWorkDto, '定期工作') recurring!: RecurringWorkDto[];
}

export class TaskUnitAskedDto {
  @Text('单位编号') organisation!: string;
  @TextOrNull('看到的现行认定的编号；没有的为 null') seen!: string | null;
  @Texts('为该单位上传的佐证文件的编号') files!: string[];
}

export class NewTaskWordDto {
  @Text('客户端生成的 UUID；再次提交不重复') deed!: string;
  @Text() programme!: string;
  @Text('据哪一期的结果') period!: string;
  @Text() task!: string;
  @Choice(taskVerdicts) verdict!: TaskVerdict;
  @TextOrNull('完成日期；认定完成的必填，其余为 null') doneOn!: string | null;
  @Text('理由') reason!: string;
  @Texts('佐证网址') links!: string[];
  @Many(() => TaskUnitAskedDto, '至多 200 个单位') units!: TaskUnitAskedDto[];
}

export class TaskLeftUnitDto {
  @Text('单位编号') organisation!: string;
  @Text() name!: string;
  @Text('为何没有认定') why!: string;
}

export class SaidTaskWordsDto {
  @Texts('已办理的单位') said!: string[];
  @Many(() => TaskLeftUnitDto, '没有办理的，逐个说明') left!: TaskLeftUnitDto[];
}
