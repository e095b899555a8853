import { Body, Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { changeSchedule, listSchedules, setSchedule } from '#operations';
import { Allow } from '../access/allow.js';
import { Trail, type TrailNote } from '../access/trail.interceptor.js';
import { Checked, exactly, shortText } from '../checked.js';
import { NewScheduleDto, ScheduleChangeDto, SchedulesDto } from '../dto/schedule.dto.js';
import { ServerContext } from '../server-context.js';

const typed = z.string({ error: '应为文字' }).max(200, '过长');
const newSchedule = exactly({
  name: typed,
  cron: typed,
  programme: typed.optional(),
  only: z.array(typed).max(10_000, '过多').optional(),
  full: z.boolean({ error: '应为 true 或 false' }).optional(),
  links: z.boolean({ error: '应为 true 或 false' }).optional(),
  period: typed.optional(),
  circular: typed.optional(),
});
const newChange = exactly({ change: z.enum(['pause', 'resume', 'remove'], { error: '应为 pause、resume 或 remove' }) });

@ApiTags('运行')
@Controller('schedules')
export class SchedulesController {
  constructor(@Inject(ServerContext) private readonly context: ServerContext) {}

  @Get()
  @Allow('schedules.read', { unit: 'whole' })
  @ApiOperation({ summary: '定时采集、评分、通报和检查链接的计划，上次与以后的执行时间' })
  @ApiOkResponse({ type: SchedulesDto })
  async schedules(): Promise<SchedulesDto> {
    const rows = await listSchedules(this.context.stores);
    return {
      schedules: rows.map(({ id: _id, units: _units, unitNames, ...row }) => ({ ...row, only: unitNames ?? [] })),
    };
  }

  @Post()
  @HttpCode(200)
  @Allow('schedules.write', { unit: 'whole', does: '设立或改动定时计划' })
  @ApiOperation({ summary: '设立计划，或改动同名的计划' })
  @ApiBody({ type: NewScheduleDto })
  @ApiOkResponse({ type: SchedulesDto })
  async setSchedule(
    @Body(new Checked(newSchedule)) request: z.output<typeof newSchedule>,
    @Trail() trail: TrailNote,
  ): Promise<SchedulesDto> {
    return this.changing(request.name, trail, () => setSchedule(this.context.stores, request));
  }

  @Post(':name/change')
  @HttpCode(200)
  @Allow('schedules.write', { unit: 'whole', does: '暂停、恢复或删除定时计划' })
  @ApiOperation({ summary: '暂停、恢复或删除计划；暂停期间到期的不再补做' })
  @ApiParam({ name: 'name', type: String })
  @ApiBody({ type: ScheduleChangeDto })
  @ApiOkResponse({ type: SchedulesDto })
  async changeSchedule(
    @Param('name', new Checked(shortText)) name: string,
    @Body(new Checked(newChange)) { change }: z.output<typeof newChange>,
    @Trail() trail: TrailNote,
  ): Promise<SchedulesDto> {
    return this.changing(name, trail, () => changeSchedule(this.context.stores, name, change));
  }

  /** Does it, and notes for the trail how the schedule was before and is now. */
  private async changing(name: string, trail: TrailNote, change: () => Promise<void>): Promise<SchedulesDto> {
    const named = ({ schedules }: SchedulesDto) => schedules.find((one) => one.name === name.trim()) ?? null;
    const before = named(await this.schedules());
    await change();
    const after = await this.schedules();
    Object.assign(trail, { about: name.trim(), before, after: named(after) });
    return after;
  }
}
