import { Body, Controller, Get, HttpCode, Inject, NotFoundException, Param, Post, Query, Res } from '@nestjs/common';
import {
  ApiBody,
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiProduces,
  ApiQuery,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { noticeStates } from '#casework';
import type { RectificationRow } from '#database';
import { BadInput } from '#kernel';
import {
  answerNotice,
  asItStands,
  issueNotice,
  noteRecheck,
  noticesByUnit,
  noticeWorkbook,
  requestRecheck,
  standingNotices,
  type NoticeShown,
  withdrawNotice,
} from '#operations';
import { Allow } from '../access/allow.js';
import { Asker, VisibleUnits, type Principal } from '../access/principal.js';
import { signerOf } from '../access/signer.js';
import { Trail, type TrailNote } from '../access/trail.interceptor.js';
import { caseScope, scoredProgramme, unitOf } from '../casework.js';
import { Checked, day, exactly, shortText, wholeNumber } from '../checked.js';
import { ErrorDto } from '../dto/common.dto.js';
import {
  describeNotice,
  NewNoticeAnswerDto,
  NewNoticeDto,
  NoticeDto,
  NoticePageDto,
  NoticeReasonDto,
  NewRecheckDto,
  NewRecheckRequestDto,
} from '../dto/rectification.dto.js';
import { fileTypes, sendDownload } from '../download.js';
import { ServerContext } from '../server-context.js';

const typed = z.string({ error: '应为文字' }).max(4000, '过长');
const uuid = z.uuid({ error: '应为 UUID' });
const scope = { programme: shortText.optional(), period: shortText.optional(), organisation: shortText.optional() };
const listQuery = z.object({
  ...scope,
  state: z.enum(noticeStates, { error: `应为 ${noticeStates.join('、')}` }).optional(),
  offset: wholeNumber(0, 1_000_000).default(0),
  limit: wholeNumber(1, 500).default(50),
});
const fileQuery = z.object(scope);
const newNotice = exactly({
  id: uuid,
  organisation: shortText,
  programme: shortText,
  period: shortText,
  findings: z.array(shortText, { error: '应为问题编号的列表' }).max(500, '过多'),
  demand: typed,
  workdays: z.int({ error: '应为整数' }).min(1, '应不小于 1').max(250, '应不大于 250').optional(),
  dueOn: day.optional(),
  number: shortText.optional(),
});
const newAnswer = exactly({ id: uuid, finding: shortText.optional(), words: typed });
const newReason = exactly({ id: uuid, reason: typed });
const newRecheck = exactly({ id: uuid });
const newRequest = exactly({ id: uuid, words: typed.optional() });

@ApiTags('申诉与整改')
@Controller('rectifications')
export class RectificationsController {
  constructor(@Inject(ServerContext) private readonly context: ServerContext) {}

  @Get()
  @Allow('appeals.read', { unit: { query: 'organisation', absent: 'filtered' } })
  @ApiOperation({ summary: '整改通知（分页）及各单位的情况；整改与否只由复测决定' })
  @ApiQuery({ name: 'programme', type: String, required: false })
  @ApiQuery({ name: 'period', type: String, required: false })
  @ApiQuery({ name: 'organisation', type: String, required: false })
  @ApiQuery({ name: 'state', enum: noticeStates, required: false })
  @ApiQuery({ name: 'offset', type: 'integer', required: false, description: '从第几份起，缺省 0' })
  @ApiQuery({ name: 'limit', type: 'integer', required: false, description: '最多几份，缺省 50，至多 500' })
  @ApiOkResponse({ type: NoticePageDto })
  async notices(
    @Query(new Checked(listQuery)) { state, offset, limit, ...query }: z.output<typeof listQuery>,
    @VisibleUnits() units: readonly string[] | null,
    @Asker() asker: Principal,
  ): Promise<NoticePageDto> {
    const all = await this.standing({ ...(await caseScope(this.context, query)), units });
    const rows = all.filter((row) => state === undefined || row.state === state);
    return {
      total: rows.length,
      units: noticesByUnit(all),
      rows: rows.slice(offset, offset + limit).map((row) => describeNotice(row, mayOf(asker))),
    };
  }

  @Get('list.xlsx')
  @Allow('appeals.read', { unit: { query: 'organisation', absent: 'filtered' } })
  @ApiOperation({ summary: '整改清单的电子表格，一个问题一行' })
  @ApiQuery({ name: 'programme', type: String, required: false })
  @ApiQuery({ name: 'period', type: String, required: false })
  @ApiQuery({ name: 'organisation', type: String, required: false })
  @ApiProduces(fileTypes.xlsx)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async workbook(
    @Query(new Checked(fileQuery)) query: z.output<typeof fileQuery>,
    @VisibleUnits() units: readonly string[] | null,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const all = await this.standing({ ...(await caseScope(this.context, query)), units });
    await sendDownload(reply, {
      name: '整改清单.xlsx',
      plain: 'rectification.xlsx',
      type: fileTypes.xlsx,
      bytes: await noticeWorkbook(all, this.context.now()),
    });
  }

  @Get(':id')
  @Allow('appeals.read', { unit: { notice: 'id' } })
  @ApiOperation({ summary: '一份整改通知及其经过' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: NoticeDto })
  async notice(@Param('id', new Checked(shortText)) id: string, @Asker() asker: Principal): Promise<NoticeDto> {
    return this.shown(await this.existing(id), asker);
  }

  @Post()
  @Allow('appeals.notify', { unit: { body: 'organisation' }, does: '发出整改通知' })
  @ApiOperation({ summary: '就已公布结果中的扣分问题向单位发出整改通知' })
  @ApiBody({ type: NewNoticeDto })
  @ApiCreatedResponse({ type: NoticeDto })
  @ApiConflictResponse({ description: '所选问题已在另一份通知中', type: ErrorDto })
  async issue(
    @Body(new Checked(newNotice)) asked: z.output<typeof newNotice>,
    @Asker() asker: Principal,
    @Trail() trail: TrailNote,
  ): Promise<NoticeDto> {
    const author = signerOf(asker);
    const organisation = await unitOf(this.context, asked.organisation);
    const { stores, sample, now } = this.context;
    const request = { ...asked, organisation, programme: await scoredProgramme(this.context, asked), sample };
    const row = await issueNotice(stores, request, author, now());
    const { findings, steps: _steps, ...after } = row;
    Object.assign(trail, {
      about: `${row.organisationName}，${row.number === null ? '' : `${row.number}，`}${findings.length} 个问题，期限 ${row.dueOn}`,
      after: { ...after, findings: findings.map(({ id }) => id) },
    });
    return this.shown(row, asker);
  }

  @Post(':id/answers')
  @Allow('appeals.answer', { unit: { notice: 'id' }, does: '反馈整改情况' })
  @ApiOperation({ summary: '单位写明做了什么；是否整改仍以复测为准' })
  @ApiParam({ name: 'id', type: String })
  @ApiBody({ type: NewNoticeAnswerDto })
  @ApiCreatedResponse({ type: NoticeDto })
  @ApiConflictResponse({ description: '通知已撤销或已完成', type: ErrorDto })
  async answer(
    @Param('id', new Checked(shortText)) id: string,
    @Body(new Checked(newAnswer)) asked: z.output<typeof newAnswer>,
    @Asker() asker: Principal,
    @Trail() trail: TrailNote,
  ): Promise<NoticeDto> {
    const author = signerOf(asker);
    const { organisationName } = await this.existing(id);
    const row = await answerNotice(this.context.stores, id, asked, author, this.context.now());
    Object.assign(trail, { about: organisationName, after: { notice: id, ...row.steps.at(-1) } });
    return this.shown(row, asker);
  }

  @Post(':id/withdrawal')
  @HttpCode(200)
  @Allow('appeals.notify', { unit: { notice: 'id' }, does: '撤销整改通知' })
  @ApiOperation({ summary: '撤销整改通知；记录仍在' })
  @ApiParam({ name: 'id', type: String })
  @ApiBody({ type: NoticeReasonDto })
  @ApiOkResponse({ type: NoticeDto })
  @ApiConflictResponse({ description: '已撤销或已完成', type: ErrorDto })
  async withdrawNotice(
    @Param('id', new Checked(shortText)) id: string,
    @Body(new Checked(newReason)) asked: z.output<typeof newReason>,
    @Asker() asker: Principal,
    @Trail() trail: TrailNote,
  ): Promise<NoticeDto> {
    const author = signerOf(asker);
    await this.existing(id);
    const { after } = await withdrawNotice(this.context.stores, id, asked, author, this.context.now());
    Object.assign(trail, { about: after.organisationName, after: { notice: id, ...after.steps.at(-1) } });
    return this.shown(after, asker);
  }

  @Post(':id/recheck')
  @HttpCode(202)
  @Allow('appeals.notify', { unit: { notice: 'id' }, does: '安排复测' })
  @ApiOperation({ summary: '重新采集该单位的网站并评分，结果决定各问题是否整改' })
  @ApiParam({ name: 'id', type: String })
  @ApiBody({ type: NewRecheckDto })
  @ApiConflictResponse({ description: '刚安排过，或已撤销、已完成', type: ErrorDto })
  @ApiOkResponse({ type: NoticeDto })
  async recheck(
    @Param('id', new Checked(shortText)) id: string,
    @Body(new Checked(newRecheck)) asked: z.output<typeof newRecheck>,
    @Asker() asker: Principal,
    @Trail() trail: TrailNote,
  ): Promise<NoticeDto> {
    const author = signerOf(asker);
    const notice = await this.existing(id);
    const { stores, rechecks, now } = this.context;
    const unit = (await stores.organisations.listOrganisations({ only: [notice.organisation] }))[0];
    if (!unit || unit.site === null) throw refused('该单位没有网站，无从采集', '单位名单中填有网站的单位');
    if (rechecks === null) throw refused('本服务没有接任务队列', '由接有任务队列的服务安排');
    const words = `重新采集 ${unit.site}，完成后评分`;
    const row = await noteRecheck(stores, id, { id: asked.id, words }, author, now());
    // Sent again under the same id it was begun already.
    const isNew = !notice.steps.some((step) => step.id === asked.id);
    const begun = isNew ? await rechecks.begin(unit, notice) : { round: null };
    if (begun.round !== null) await stores.rectifications.noteRound(asked.id, begun.round);
    Object.assign(trail, { about: notice.organisationName, after: { notice: id, ...begun } });
    return this.shown(row, asker);
  }

  @Post(':id/recheck-requests')
  @Allow('appeals.answer', { unit: { notice: 'id' }, does: '请求复测' })
  @ApiOperation({ summary: '单位请求复测：网站自动重新采集，每天至多一次' })
  @ApiParam({ name: 'id', type: String })
  @ApiBody({ type: NewRecheckRequestDto })
  @ApiCreatedResponse({ type: NoticeDto })
  @ApiConflictResponse({ description: '已请求过、今天已复测，或已撤销、已完成', type: ErrorDto })
  async requestRecheck(
    @Param('id', new Checked(shortText)) id: string,
    @Body(new Checked(newRequest)) asked: z.output<typeof newRequest>,
    @Asker() asker: Principal,
    @Trail() trail: TrailNote,
  ): Promise<NoticeDto> {
    const author = signerOf(asker);
    const { organisationName } = await this.existing(id);
    const row = await requestRecheck(this.context.stores, id, asked, author, this.context.now());
    Object.assign(trail, { about: organisationName, after: { notice: id, request: asked.id } });
    return this.shown(row, asker);
  }

  private async standing(filter: Parameters<typeof standingNotices>[1]) {
    return standingNotices(this.context.stores, filter, await this.context.programmes(), this.context.now());
  }

  private async existing(id: string): Promise<RectificationRow> {
    const row = await this.context.stores.rectifications.notice(id);
    if (row === null) throw new NotFoundException('没有这份整改通知');
    return row;
  }

  private async asItStands(row: RectificationRow): Promise<NoticeShown> {
    return asItStands(row, await this.context.programmes(), this.context.now());
  }

  private async shown(row: RectificationRow, asker: Principal): Promise<NoticeDto> {
    return describeNotice(await this.asItStands(row), mayOf(asker));
  }
}

function mayOf({ rights, account }: Principal) {
  return {
    notify: account !== null && rights.includes('appeals.notify'),
    answer: account !== null && rights.includes('appeals.answer'),
    isSample: account?.sample ?? null,
  };
}

const refused = (what: string, accepted: string) => new BadInput([{ where: '复测', what, accepted }]);
