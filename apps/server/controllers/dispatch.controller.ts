import { Body, Controller, Get, Inject, Post, Query, Res } from '@nestjs/common';
import {
  ApiBody,
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiQuery,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { periodContaining } from '#calendar';
import { renderLetter } from '#circulars';
import { dayOf, dispatchLetter, dispatchSheet, dispatchWorkbook, newestHead, writeDispatchRemark } from '#operations';
import { Allow } from '../access/allow.js';
import { Asker, VisibleUnits, type Principal } from '../access/principal.js';
import { signerOf } from '../access/signer.js';
import { Trail, type TrailNote } from '../access/trail.interceptor.js';
import { programmeOf } from '../casework.js';
import { Checked, exactly, shortText } from '../checked.js';
import { ErrorDto } from '../dto/common.dto.js';
import { describeDispatch, DispatchRemarkDto, DispatchSheetDto, NewDispatchRemarkDto } from '../dto/dispatch.dto.js';
import { fileTypes, sendDownload } from '../download.js';
import { printLetter } from '../one-by-one.js';
import { ServerContext } from '../server-context.js';

const query = z.object({ programme: shortText, week: shortText.optional() });
const newRemark = exactly({
  id: z.uuid({ error: '应为 UUID' }),
  ...{ programme: shortText, week: shortText },
  words: z.string({ error: '应为文字' }).max(2000, '过长'),
  seen: shortText.nullable(),
});

/** 一周一调度：tasks of a week, and the office's words to it. */
@ApiTags('任务')
@Controller('dispatch')
export class DispatchController {
  constructor(@Inject(ServerContext) private readonly context: ServerContext) {}

  @Get()
  @Allow('tasks.read', { unit: 'filtered' })
  @ApiOperation({ summary: '一周一调度：各阶段、任务、单位的完成、逾期、今后两周到期和本周变化' })
  @ApiQuery({ name: 'programme', type: String })
  @ApiQuery({ name: 'week', type: String, required: false, description: '如 2026-W26；缺省为最近一次评估所在的周' })
  @ApiOkResponse({ type: DispatchSheetDto })
  async dispatch(
    @Query(new Checked(query)) asked: z.output<typeof query>,
    @VisibleUnits() units: readonly string[] | null,
  ): Promise<DispatchSheetDto> {
    return describeDispatch((await this.sheet(asked, units)).sheet);
  }

  @Get('sheet.docx')
  @Allow('tasks.read', { unit: 'filtered' })
  @ApiOperation({ summary: '一周一调度单（docx）' })
  @ApiQuery({ name: 'programme', type: String })
  @ApiQuery({ name: 'week', type: String, required: false, description: '如 2026-W26' })
  @ApiProduces(fileTypes.docx)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async dispatchLetterFile(
    @Query(new Checked(query)) asked: z.output<typeof query>,
    @VisibleUnits() units: readonly string[] | null,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { sheet, programme } = await this.sheet(asked, units);
    const bytes = await renderLetter(dispatchLetter(sheet, programme));
    const name = `一周一调度 ${sheet.week.id}.docx`;
    await sendDownload(reply, { name, plain: 'dispatch.docx', type: fileTypes.docx, bytes });
  }

  @Get('sheet.pdf')
  @Allow('tasks.read', { unit: 'filtered' })
  @ApiOperation({ summary: '一周一调度单（PDF）；本机没有浏览器的为 404' })
  @ApiQuery({ name: 'programme', type: String })
  @ApiQuery({ name: 'week', type: String, required: false, description: '如 2026-W26' })
  @ApiProduces(fileTypes.pdf)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async dispatchPdf(
    @Query(new Checked(query)) asked: z.output<typeof query>,
    @VisibleUnits() units: readonly string[] | null,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { sheet, programme } = await this.sheet(asked, units);
    const letter = dispatchLetter(sheet, programme);
    const bytes = await printLetter(letter, this.context);
    const name = `一周一调度 ${sheet.week.id}.pdf`;
    await sendDownload(reply, { name, plain: 'dispatch.pdf', type: fileTypes.pdf, bytes });
  }

  @Get('sheet.xlsx')
  @Allow('tasks.read', { unit: 'filtered' })
  @ApiOperation({ summary: '一周一调度单（xlsx），每项任务每个单位一行' })
  @ApiQuery({ name: 'programme', type: String })
  @ApiQuery({ name: 'week', type: String, required: false, description: '如 2026-W26' })
  @ApiProduces(fileTypes.xlsx)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async dispatchWorkbookFile(
    @Query(new Checked(query)) asked: z.output<typeof query>,
    @VisibleUnits() units: readonly string[] | null,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { sheet } = await this.sheet(asked, units);
    const name = `一周一调度 ${sheet.week.id}.xlsx`;
    const bytes = await dispatchWorkbook(sheet);
    await sendDownload(reply, { name, plain: 'dispatch.xlsx', type: fileTypes.xlsx, bytes });
  }

  @Post('remarks')
  @Allow('tasks.write', { unit: 'whole', does: '填写一周一调度的意见' })
  @ApiOperation({ summary: '填写或改写一周的调度意见；以前的意见留存' })
  @ApiBody({ type: NewDispatchRemarkDto })
  @ApiCreatedResponse({ type: DispatchRemarkDto })
  @ApiConflictResponse({ description: '别人已先改过', type: ErrorDto })
  async remark(
    @Body(new Checked(newRemark)) sent: z.output<typeof newRemark>,
    @Asker() asker: Principal,
    @Trail() trail: TrailNote,
  ): Promise<DispatchRemarkDto> {
    await programmeOf(this.context, sent.programme);
    const by = { doer: signerOf(asker), now: this.context.now() };
    const { before, after } = await writeDispatchRemark(this.context.stores, sent, by);
    Object.assign(trail, { about: after.week, before: before && { words: before.words }, after });
    return { id: after.id, words: after.words, author: after.author, at: after.at };
  }

  private async sheet({ programme: id, week }: z.output<typeof query>, units: readonly string[] | null) {
    const { stores } = this.context;
    const sample = await this.context.showsSample();
    const programme = await programmeOf(this.context, id);
    const newest = week === undefined ? await newestHead(stores, id, sample) : null;
    const meant = week ?? periodContaining(newest?.asOf ?? dayOf(this.context.now()), 'week').id;
    const today = dayOf(this.context.now());
    return { sheet: await dispatchSheet(stores, { programme, week: meant, sample, units, today }), programme };
  }
}
