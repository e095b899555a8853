import type { TaskState, UnitTasks } from '#database';
import { cadences } from '#programmes';
import { taskProofs, taskStateNames, type TaskProgress, type TaskProof } from '#scoring';
import {
  Absent,
  Choice,
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

export class UnitTaskDto {
  @Text() task!: string;
  @Choice(taskStateNames) state!: TaskState['state'];
  @Choices(taskProofs, '依据：facts 网站上的内容，evidence 经审定的材料') provedBy!: TaskProof[];
  @TextOrNull('能证明的完成日期') on!: string | null;
  @Text('为何如此') reason!: string;
  @Many(() => TaskEvidenceDto) evidence!: TaskEvidenceDto[];
}

export class UnitTasksDto implements UnitTasks {
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
