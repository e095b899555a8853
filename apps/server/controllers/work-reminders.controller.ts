import { Controller, Get, Inject, NotFoundException, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { reminderLetter, workReminders } from '#operations';
import { Allow } from '../access/allow.js';
import { VisibleUnits } from '../access/principal.js';
import { scoredProgramme, unitOf } from '../casework.js';
import { Checked, shortText } from '../checked.js';
import { WorkReminderDto } from '../dto/rectification.dto.js';
import { fileTypes, sendDownload } from '../download.js';
import { ServerContext } from '../server-context.js';

const listQuery = z.object({ programme: shortText, period: shortText, organisation: shortText.optional() });
const fileQuery = z.object({ programme: shortText, period: shortText, organisation: shortText });

@ApiTags('申诉与整改')
@Controller('work-reminders')
export class WorkRemindersController {
  constructor(@Inject(ServerContext) private readonly context: ServerContext) {}

  @Get()
  @Allow('appeals.read', { unit: { query: 'organisation', absent: 'filtered' } })
  @ApiOperation({ summary: '工作提示：各单位现有、新发现、即将到期和逾期的；没有可说的单位不列' })
  @ApiQuery({ name: 'programme', type: String })
  @ApiQuery({ name: 'period', type: String })
  @ApiQuery({ name: 'organisation', type: String, required: false })
  @ApiOkResponse({ type: [WorkReminderDto] })
  reminders(
    @Query(new Checked(listQuery)) query: z.output<typeof listQuery>,
    @VisibleUnits() units: readonly string[] | null,
  ): Promise<WorkReminderDto[]> {
    return this.find(query, units);
  }

  @Get('letter.docx')
  @Allow('appeals.read', { unit: { query: 'organisation' } })
  @ApiOperation({ summary: '一个单位的工作提示（docx）；没有可说的没有这份提示' })
  @ApiQuery({ name: 'programme', type: String })
  @ApiQuery({ name: 'period', type: String })
  @ApiQuery({ name: 'organisation', type: String, description: '单位的编号、名称或别名' })
  @ApiProduces(fileTypes.docx)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async reminderLetterFile(
    @Query(new Checked(fileQuery)) query: z.output<typeof fileQuery>,
    @VisibleUnits() units: readonly string[] | null,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const [reminder] = await this.find(query, units);
    if (!reminder) throw new NotFoundException('该单位目前没有可提示的');
    const programme = await scoredProgramme(this.context, query);
    const letter = await reminderLetter(reminder, programme, await this.context.showsSample());
    await sendDownload(reply, {
      name: `工作提示（${reminder.organisationName}）.docx`,
      plain: 'reminder.docx',
      type: fileTypes.docx,
      bytes: letter,
    });
  }

  private async find(query: z.output<typeof listQuery>, units: readonly string[] | null): Promise<WorkReminderDto[]> {
    const { period, organisation } = query;
    const request = {
      ...{ programme: await scoredProgramme(this.context, query), period, units, sample: this.context.sample },
      ...(organisation === undefined ? {} : { organisation: await unitOf(this.context, organisation) }),
    };
    const { stores, blobs, now } = this.context;
    return workReminders({ ...stores, blobs }, request, now());
  }
}
