import { Controller, Get, Inject, NotFoundException, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { AssessmentHead, TaskState } from '#database';
import { taskStateNames } from '#scoring';
import { Allow } from '../access/allow.js';
import { VisibleUnits } from '../access/principal.js';
import { Checked, scopeQuery, shortText, wholeNumber, type ScopeQuery } from '../checked.js';
import { TaskBoardDto, TaskStateDto, UnitTasksPageDto } from '../dto/task.dto.js';
import { ServerContext } from '../server-context.js';
import { describeBoard, describeUnits, tasksOfUnits } from '../task-board.js';

const unitsQuery = scopeQuery.extend({
  organisation: shortText.optional(),
  words: shortText.optional(),
  state: z.enum(taskStateNames, { error: `应为 ${taskStateNames.join('、')}` }).optional(),
  task: shortText.optional(),
  offset: wholeNumber(0, 1_000_000).default(0),
  limit: wholeNumber(1, 200).default(50),
});

@ApiTags('任务')
@Controller('tasks')
export class TasksController {
  constructor(@Inject(ServerContext) private readonly context: ServerContext) {}

  @Get()
  @Allow('tasks.read', { unit: 'filtered' })
  @ApiOperation({ summary: '试点任务的进展' })
  @ApiQuery({ name: 'programme', type: String })
  @ApiQuery({ name: 'period', type: String })
  @ApiOkResponse({ type: [TaskStateDto] })
  async tasks(
    @Query(new Checked(scopeQuery)) scope: ScopeQuery,
    @VisibleUnits() units: readonly string[] | null,
  ): Promise<TaskStateDto[]> {
    const { assessments } = this.context.stores;
    const head = await assessments.head({ ...scope, sample: this.context.sample });
    return head ? this.tasksWithin(head, units) : [];
  }

  @Get('board')
  @Allow('tasks.read', { unit: 'filtered' })
  @ApiOperation({ summary: '各阶段的进度、期限怎样折算、定期工作的下一次' })
  @ApiQuery({ name: 'programme', type: String })
  @ApiQuery({ name: 'period', type: String })
  @ApiOkResponse({ type: TaskBoardDto })
  async board(
    @Query(new Checked(scopeQuery)) scope: ScopeQuery,
    @VisibleUnits() units: readonly string[] | null,
  ): Promise<TaskBoardDto> {
    const head = await this.headOf(scope);
    const programme = await this.context.programme(scope.programme, head.programmeVersion);
    if (programme === null) throw new NotFoundException(`没有名为“${scope.programme}”的方案`);
    return describeBoard(programme, head.asOf, await this.tasksWithin(head, units));
  }

  @Get('units')
  @Allow('tasks.read', { unit: { query: 'organisation', absent: 'filtered' } })
  @ApiOperation({ summary: '各单位承担的任务及其状态（按单位分页）' })
  @ApiQuery({ name: 'programme', type: String })
  @ApiQuery({ name: 'period', type: String })
  @ApiQuery({ name: 'organisation', type: String, required: false, description: '单位编号' })
  @ApiQuery({ name: 'words', type: String, required: false, description: '单位名称中的字' })
  @ApiQuery({ name: 'state', enum: [...taskStateNames], required: false, description: '只要有任务处于该状态的单位' })
  @ApiQuery({ name: 'task', type: String, required: false, description: '与 state 同用：处于该状态的是这项任务' })
  @ApiQuery({ name: 'offset', type: 'integer', required: false, description: '从第几个单位起，缺省 0' })
  @ApiQuery({ name: 'limit', type: 'integer', required: false, description: '最多几个单位，缺省 50，至多 200' })
  @ApiOkResponse({ type: UnitTasksPageDto })
  async units(
    @Query(new Checked(unitsQuery)) query: z.output<typeof unitsQuery>,
    @VisibleUnits() units: readonly string[] | null,
  ): Promise<UnitTasksPageDto> {
    const head = await this.headOf(query);
    const { tasks } = this.context.stores;
    return describeUnits(await tasks.units(head.id, { ...query, units }), await tasks.tasksOf(head.id), head.asOf);
  }

  /** Tasks of all units as they were stored; of some, joined anew from the states of these alone. */
  private async tasksWithin(head: AssessmentHead, units: readonly string[] | null): Promise<TaskState[]> {
    const { tasks } = this.context.stores;
    const all = await tasks.tasksOf(head.id);
    return units === null ? all : tasksOfUnits(all, await tasks.unitStates(head.id, units), head.asOf);
  }

  private async headOf(scope: ScopeQuery) {
    const head = await this.context.stores.assessments.head({ ...scope, sample: this.context.sample });
    if (head === null) throw new NotFoundException(`方案“${scope.programme}”在 ${scope.period} 还没有评估`);
    return head;
  }
}
