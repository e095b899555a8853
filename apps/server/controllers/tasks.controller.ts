import { Controller, Get, Inject, NotFoundException, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { countedStates, countedTasks } from '#casework';
import type { AssessmentHead, TaskState } from '#database';
import { dayOf, listMaterials, printTaskUnits, wordedResult, type WordedResult } from '#operations';
import { Allow } from '../access/allow.js';
import { VisibleUnits } from '../access/principal.js';
import { Checked, scopeQuery, shortText, wholeNumber, type ScopeQuery } from '../checked.js';
import { TaskBoardDto, TaskStateDto, UnitTasksPageDto } from '../dto/task.dto.js';
import { fileTypes, sendDownload } from '../download.js';
import { ServerContext } from '../server-context.js';
import { describeBoard, describeUnit, tasksOfAll, tasksOfUnits, type BesideUnits } from '../task-board.js';

const unitsQuery = scopeQuery.extend({
  organisation: shortText.optional(),
  words: shortText.optional(),
  state: z.enum(countedStates, { error: `应为 ${countedStates.join('、')}` }).optional(),
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
  @ApiOperation({ summary: '试点任务的进展；人工认定加于测得的状态之上' })
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
  @ApiOperation({ summary: '各单位承担的任务、测得的状态、历次人工认定和佐证材料（按单位分页）' })
  @ApiQuery({ name: 'programme', type: String })
  @ApiQuery({ name: 'period', type: String })
  @ApiQuery({ name: 'organisation', type: String, required: false, description: '单位编号' })
  @ApiQuery({ name: 'words', type: String, required: false, description: '单位名称中的字' })
  @ApiQuery({ name: 'state', enum: [...countedStates], required: false, description: '只要有任务处于该状态的单位' })
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
    const result = await this.worded(head, units);
    const said = [...new Set(result.words.map(({ organisation }) => organisation))];
    const counted = result
      .lay(said.length > 0 ? await tasks.unitStates(head.id, said) : [])
      .filter(({ worth }) => worth === 'counts');
    const page = await tasks.units(head.id, { ...query, units, counted });
    const beside = await this.besideUnits(
      result,
      page.units.map(({ organisation }) => organisation),
    );
    return {
      total: page.total,
      units: page.units.map((unit) => {
        const states = unit.tasks.map((task) => ({ ...task, organisation: unit.organisation, name: unit.name }));
        return describeUnit(unit, states, result, beside);
      }),
    };
  }

  @Get('units.xlsx')
  @Allow('tasks.read', { unit: 'filtered' })
  @ApiOperation({ summary: '各单位各项任务的状态、测得的状态、认定人、日期和理由，电子表格' })
  @ApiQuery({ name: 'programme', type: String })
  @ApiQuery({ name: 'period', type: String })
  @ApiProduces(fileTypes.xlsx)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async unitsFile(
    @Query(new Checked(scopeQuery)) scope: ScopeQuery,
    @VisibleUnits() units: readonly string[] | null,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const head = await this.headOf(scope);
    const { tasks, lay } = await this.worded(head, units);
    const all = await this.context.stores.tasks.statesOfTasks(
      head.id,
      tasks.map(({ task }) => task),
    );
    const states = lay(all.filter(({ organisation }) => units?.includes(organisation) ?? true));
    const bytes = await printTaskUnits(tasks, states, head);
    const name = `任务进展 ${head.period}.xlsx`;
    await sendDownload(reply, { name, plain: 'tasks.xlsx', type: fileTypes.xlsx, bytes });
  }

  private worded(head: AssessmentHead, units: readonly string[] | null): Promise<WordedResult> {
    return wordedResult(this.context.stores, head, { units, today: dayOf(this.context.now()) });
  }

  /** Tasks of all units, or those that bind some, joined anew from the states of these alone. */
  private async tasksWithin(head: AssessmentHead, units: readonly string[] | null): Promise<TaskState[]> {
    const { stores } = this.context;
    const result = await this.worded(head, units);
    if (units === null) return tasksOfAll(stores, result);
    const states = result.lay(await stores.tasks.unitStates(head.id, units));
    return tasksOfUnits(result.tasks, countedTasks(states), head.asOf);
  }

  private async besideUnits({ head, words }: WordedResult, ids: readonly string[]): Promise<BesideUnits> {
    const { stores } = this.context;
    const files = await stores.uploads.uploads([...new Set(words.flatMap((word) => word.files))]);
    // Material is asked for by the newest wording of the plan, to which its pages lead.
    const programme = await this.context.programme(head.programme);
    if (programme === null) return { materials: [], files, requirements: new Map() };
    const units = ids.length > 0 ? await stores.organisations.listOrganisations({ only: [...ids] }) : [];
    const about = { programme, period: head.period, units: units.filter(({ id }) => ids.includes(id)) };
    const requirements = new Map(programme.tasks.map((task) => [task.id, task.requirements]));
    return { materials: await listMaterials(stores, about), files, requirements };
  }

  private async headOf(scope: ScopeQuery) {
    const head = await this.context.stores.assessments.head({ ...scope, sample: this.context.sample });
    if (head === null) throw new NotFoundException(`方案“${scope.programme}”在 ${scope.period} 还没有评估`);
    return head;
  }
}
