import type { TaskState } from '#database';
import { taskStateNames } from '#scoring';
import { Absent, Choice, Many, Text, TextOrNull, Texts } from './fields.js';

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
