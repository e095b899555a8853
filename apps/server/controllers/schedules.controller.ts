import { Body, Controller, Get, HttpCode, Inject, Param, Post, UseGuards } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { changeSchedule, listSchedules, setSchedule } from '#operations';
import { Checked, shortText } from '../checked.js';
import { NewScheduleDto, ScheduleChangeDto, SchedulesDto } from '../dto/schedule.dto.js';
import { SameOrigin } from '../same-origin.js';
import { ServerContext } from '../server-context.js';

const typed = z.string({ error: '应为文字' }).max(200, '过长');
const newSchedule = z.strictObject(
  {
    name: typed,
    cron: typed,
    programme: typed.optional(),
    only: z.array(typed).max(10_000, '过多').optional(),
    full: z.boolean({ error: '应为 true 或 false' }).optional(),
    links: z.boolean({ error: '应为 true 或 false' }).optional(),
    period: typed.optional(),
    circular: typed.optional(),
  },
  { error: '内容有误，或有不认识的字段' },
);
const newChange = z.strictObject(
  { change: z.enum(['pause', 'resume', 'remove'], { error: '应为 pause、resume 或 remove' }) },
  { error: '内容有误，或有不认识的字段' },
);

@ApiTags('运行')
@Controller('schedules')
export class SchedulesController {
  constructor(@Inject(ServerContext) private readonly context: ServerContext) {}

  @Get()
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
  @UseGuards(SameOrigin)
  @ApiOperation({ summary: '设立计划，或改动同名的计划' })
  @ApiBody({ type: NewScheduleDto })
  @ApiOkResponse({ type: SchedulesDto })
  async setSchedule(@Body(new Checked(newSchedule)) request: z.output<typeof newSchedule>): Promise<SchedulesDto> {
    await setSchedule(this.context.stores, request);
    return this.schedules();
  }

  @Post(':name/change')
  @HttpCode(200)
  @UseGuards(SameOrigin)
  @ApiOperation({ summary: '暂停、恢复或删除计划；暂停期间到期的不再补做' })
  @ApiParam({ name: 'name', type: String })
  @ApiBody({ type: ScheduleChangeDto })
  @ApiOkResponse({ type: SchedulesDto })
  async changeSchedule(
    @Param('name', new Checked(shortText)) name: string,
    @Body(new Checked(newChange)) { change }: z.output<typeof newChange>,
  ): Promise<SchedulesDto> {
    await changeSchedule(this.context.stores, name, change);
    return this.schedules();
  }
}
