import { Body, Controller, Get, HttpCode, Inject, NotFoundException, Param, Post, Query } from '@nestjs/common';
import {
  ApiBody,
  ApiConflictResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiQuery,
  ApiTags,
} from '@nestjs/swagger';
import { z } from 'zod';
import type { AssessmentHead } from '#database';
import { alarmsOf, lookIntoAlarm } from '#operations';
import { Allow } from '../access/allow.js';
import { Asker, type Principal } from '../access/principal.js';
import { signerOf } from '../access/signer.js';
import { Trail, type TrailNote } from '../access/trail.interceptor.js';
import { Checked, exactly, type ScopeQuery, scopeQuery, shortText } from '../checked.js';
import { AlarmDto, AlarmReasonDto, AlarmsDto, describeAlarm } from '../dto/alarm.dto.js';
import { ErrorDto } from '../dto/common.dto.js';
import { ServerContext } from '../server-context.js';

const newLook = exactly({
  programme: shortText,
  period: shortText,
  reason: z.string({ error: '应为文字' }).max(4000, '过长'),
});

@ApiTags('预警')
@Controller('alarms')
export class AlarmsController {
  constructor(@Inject(ServerContext) private readonly context: ServerContext) {}

  @Get()
  @Allow('alarms.read', { unit: 'whole' })
  @ApiOperation({ summary: '结果公布以前应当查明的：合格率突变、大量未测得、数据陈旧' })
  @ApiQuery({ name: 'programme', type: String })
  @ApiQuery({ name: 'period', type: String })
  @ApiOkResponse({ type: AlarmsDto })
  async alarms(@Query(new Checked(scopeQuery)) query: ScopeQuery): Promise<AlarmsDto> {
    const { before, rows } = await alarmsOf(this.context.stores, await this.head(query), this.context.now());
    return { before, rows: rows.map(describeAlarm) };
  }

  @Post(':id/look')
  @HttpCode(200)
  @Allow('alarms.look', { unit: 'whole', does: '查明预警' })
  @ApiOperation({ summary: '写下预警的原因和结论；此后它不再妨碍生成通报' })
  @ApiParam({ name: 'id', type: String })
  @ApiBody({ type: AlarmReasonDto })
  @ApiOkResponse({ type: AlarmDto })
  @ApiConflictResponse({ description: '已有人查明', type: ErrorDto })
  async look(
    @Param('id', new Checked(shortText)) id: string,
    @Body(new Checked(newLook)) { reason, ...scope }: z.output<typeof newLook>,
    @Asker() asker: Principal,
    @Trail() trail: TrailNote,
  ): Promise<AlarmDto> {
    const { stores, access } = this.context;
    const { account, name } = signerOf(asker);
    const row = await lookIntoAlarm(
      stores,
      await this.head(scope),
      { id, reason },
      { account, name, now: access.now() },
    );
    Object.assign(trail, { about: row.message, after: { reason } });
    return describeAlarm(row);
  }

  private async head({ programme, period }: ScopeQuery): Promise<AssessmentHead> {
    const head = await this.context.stores.assessments.head({
      programme,
      period,
      sample: await this.context.showsSample(),
    });
    if (head === null) throw new NotFoundException('这个方案和周期还没有评过分');
    return head;
  }
}
