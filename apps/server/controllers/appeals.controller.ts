import { Body, Controller, Get, HttpCode, Inject, NotFoundException, Param, Post, Query } from '@nestjs/common';
import {
  ApiBody,
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiQuery,
  ApiTags,
} from '@nestjs/swagger';
import { z } from 'zod';
import { appealKinds, appealStates, appealStateTitles, byUrgency } from '#casework';
import type { AppealRow } from '#database';
import { actOnAppeal, appealWindows, sendAppeal, type DecisionRequest, type LeftOut } from '#operations';
import { Allow } from '../access/allow.js';
import { Asker, VisibleUnits, type Principal } from '../access/principal.js';
import { signerOf } from '../access/signer.js';
import { Trail, type TrailNote } from '../access/trail.interceptor.js';
import { caseScope, scoredProgramme, unitOf } from '../casework.js';
import { Checked, day, exactly, shortText, wholeNumber } from '../checked.js';
import {
  AppealDto,
  AppealPageDto,
  decisions,
  describeAppeal,
  FindingWindowDto,
  NewAppealDto,
  SentAppealDto,
  NewAppealDecisionDto,
  AppealReasonDto,
} from '../dto/appeal.dto.js';
import { ErrorDto } from '../dto/common.dto.js';
import { ServerContext } from '../server-context.js';

const typed = z.string({ error: '应为文字' }).max(4000, '过长');
const listQuery = z.object({
  programme: shortText.optional(),
  period: shortText.optional(),
  organisation: shortText.optional(),
  state: z.enum(appealStates, { error: `应为 ${appealStates.join('、')}` }).optional(),
  offset: wholeNumber(0, 1_000_000).default(0),
  limit: wholeNumber(1, 500).default(50),
});
const windowQuery = z.object({ programme: shortText, period: shortText, organisation: shortText });
const newAppeal = exactly({
  id: z.uuid({ error: '应为 UUID' }),
  organisation: shortText,
  programme: shortText,
  period: shortText,
  kind: z.enum(appealKinds, { error: `应为 ${appealKinds.join('、')}` }),
  findings: z.array(shortText, { error: '应为问题编号的列表' }).max(100, '过多'),
  reason: typed,
  links: z.array(typed, { error: '应为网址的列表' }).max(50, '过多').default([]),
  files: z.array(shortText, { error: '应为文件编号的列表' }).max(50, '过多').default([]),
  from: day.optional(),
  until: day.optional(),
  partly: z.boolean({ error: '应为 true 或 false' }).default(false),
});
const newDecision = exactly({
  decision: z.enum(decisions, { error: `应为 ${decisions.join('、')}` }),
  reason: typed,
  findings: z.array(shortText, { error: '应为问题编号的列表' }).max(100, '过多').optional(),
  until: day.optional(),
});
const newReason = exactly({ reason: typed });

@ApiTags('申诉与整改')
@Controller('appeals')
export class AppealsController {
  constructor(@Inject(ServerContext) private readonly context: ServerContext) {}

  @Get()
  @Allow('appeals.read', { unit: { query: 'organisation', absent: 'filtered' } })
  @ApiOperation({ summary: '申诉、情况说明和豁免申请（分页）' })
  @ApiQuery({ name: 'programme', type: String, required: false })
  @ApiQuery({ name: 'period', type: String, required: false })
  @ApiQuery({ name: 'organisation', type: String, required: false })
  @ApiQuery({ name: 'state', enum: appealStates, required: false })
  @ApiQuery({ name: 'offset', type: 'integer', required: false, description: '从第几件起，缺省 0' })
  @ApiQuery({ name: 'limit', type: 'integer', required: false, description: '最多几件，缺省 50，至多 500' })
  @ApiOkResponse({ type: AppealPageDto })
  async appeals(
    @Query(new Checked(listQuery)) { state, offset, limit, ...query }: z.output<typeof listQuery>,
    @VisibleUnits() units: readonly string[] | null,
    @Asker() asker: Principal,
  ): Promise<AppealPageDto> {
    const all = await this.context.stores.appeals.appeals({
      ...(await caseScope(this.context, query)),
      units,
    });
    const rows = byUrgency(all.filter((row) => state === undefined || row.state === state));
    return {
      total: rows.length,
      counts: appealStates.map((one) => ({
        state: one,
        title: appealStateTitles[one],
        count: all.filter((row) => row.state === one).length,
      })),
      rows: rows.slice(offset, offset + limit).map((row) => this.shown(row, asker)),
    };
  }

  @Get('windows')
  @Allow('appeals.read', { unit: { query: 'organisation' } })
  @ApiOperation({ summary: '一个单位的各个问题到哪一日为止可以申诉或说明' })
  @ApiQuery({ name: 'programme', type: String })
  @ApiQuery({ name: 'period', type: String })
  @ApiQuery({ name: 'organisation', type: String, description: '单位的编号、名称或别名' })
  @ApiOkResponse({ type: [FindingWindowDto] })
  async windows(@Query(new Checked(windowQuery)) query: z.output<typeof windowQuery>): Promise<FindingWindowDto[]> {
    const organisation = await unitOf(this.context, query.organisation);
    const about = { ...query, programme: await scoredProgramme(this.context, query), organisation };
    return appealWindows(this.context.stores, { ...about, sample: this.context.sample }, this.context.now());
  }

  @Get(':id')
  @Allow('appeals.read', { unit: { appeal: 'id' } })
  @ApiOperation({ summary: '一件申诉、情况说明或豁免申请，及其办理经过' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: AppealDto })
  async appeal(@Param('id', new Checked(shortText)) id: string, @Asker() asker: Principal): Promise<AppealDto> {
    return this.shown(await this.existing(id), asker);
  }

  @Post()
  @Allow('appeals.send', { unit: { body: 'organisation' }, does: '提交申诉或说明' })
  @ApiOperation({
    summary: '就已公布结果中的问题提交申诉、情况说明或豁免申请；partly 为 true 时不能提交的问题除外，逐个说明原因',
  })
  @ApiBody({ type: NewAppealDto })
  @ApiCreatedResponse({ type: SentAppealDto })
  @ApiConflictResponse({ description: '同一问题已在办理中', type: ErrorDto })
  async send(
    @Body(new Checked(newAppeal)) { partly, ...asked }: z.output<typeof newAppeal>,
    @Asker() asker: Principal,
    @Trail() trail: TrailNote,
  ): Promise<SentAppealDto> {
    const author = signerOf(asker);
    const organisation = await unitOf(this.context, asked.organisation);
    const request = { ...asked, organisation, programme: await scoredProgramme(this.context, asked) };
    const { stores, sample } = this.context;
    const left: LeftOut[] | null = partly ? [] : null;
    const sent = await sendAppeal(stores, { ...request, sample }, author, this.context.now(), left);
    const { findings, steps: _steps, ...after } = sent;
    Object.assign(trail, {
      about: `${sent.organisationName}，${findings.length} 个问题`,
      after: { ...after, findings: findings.map(({ id }) => id) },
    });
    return { ...this.shown(sent, asker), left: left ?? [] };
  }

  @Post(':id/decision')
  @HttpCode(200)
  @Allow('appeals.decide', { unit: { appeal: 'id' }, does: '办理申诉或说明' })
  @ApiOperation({ summary: '采纳、部分采纳或不采纳；提交的单位不能办理自己的' })
  @ApiParam({ name: 'id', type: String })
  @ApiBody({ type: NewAppealDecisionDto })
  @ApiOkResponse({ type: AppealDto })
  @ApiConflictResponse({ description: '已有人办理', type: ErrorDto })
  decide(
    @Param('id', new Checked(shortText)) id: string,
    @Body(new Checked(newDecision)) { decision, ...asked }: z.output<typeof newDecision>,
    @Asker() asker: Principal,
    @Trail() trail: TrailNote,
  ): Promise<AppealDto> {
    return this.act(id, { deed: decision, ...asked }, asker, trail);
  }

  @Post(':id/withdrawal')
  @HttpCode(200)
  @Allow('appeals.send', { unit: { appeal: 'id' }, does: '撤回申诉或说明' })
  @ApiOperation({ summary: '撤回尚未办理的申诉或说明；记录仍在' })
  @ApiParam({ name: 'id', type: String })
  @ApiBody({ type: AppealReasonDto })
  @ApiOkResponse({ type: AppealDto })
  @ApiConflictResponse({ description: '已办理或已撤回', type: ErrorDto })
  withdraw(
    @Param('id', new Checked(shortText)) id: string,
    @Body(new Checked(newReason)) { reason }: z.output<typeof newReason>,
    @Asker() asker: Principal,
    @Trail() trail: TrailNote,
  ): Promise<AppealDto> {
    return this.act(id, { deed: 'withdraw', reason }, asker, trail);
  }

  @Post(':id/reopening')
  @HttpCode(200)
  @Allow('appeals.decide', { unit: { appeal: 'id' }, does: '撤销对申诉或说明的决定' })
  @ApiOperation({ summary: '撤销决定、重新办理；原决定仍在记录中' })
  @ApiParam({ name: 'id', type: String })
  @ApiBody({ type: AppealReasonDto })
  @ApiOkResponse({ type: AppealDto })
  @ApiConflictResponse({ description: '没有可撤销的决定', type: ErrorDto })
  reopen(
    @Param('id', new Checked(shortText)) id: string,
    @Body(new Checked(newReason)) { reason }: z.output<typeof newReason>,
    @Asker() asker: Principal,
    @Trail() trail: TrailNote,
  ): Promise<AppealDto> {
    return this.act(id, { deed: 'reopen', reason }, asker, trail);
  }

  private async act(id: string, request: DecisionRequest, asker: Principal, trail: TrailNote): Promise<AppealDto> {
    const author = signerOf(asker);
    await this.existing(id);
    const { before, after } = await actOnAppeal(this.context.stores, id, request, author, this.context.now());
    Object.assign(trail, {
      about: `${after.organisationName}，${after.findings.length} 个问题`,
      before: { id, state: before.state },
      after: { id, state: after.state, ...after.steps.at(-1) },
    });
    return this.shown(after, asker);
  }

  private async existing(id: string): Promise<AppealRow> {
    const row = await this.context.stores.appeals.appeal(id);
    if (row === null) throw new NotFoundException('没有这件申诉或说明');
    return row;
  }

  private shown(row: AppealRow, asker: Principal): AppealDto {
    const may = { decide: asker.rights.includes('appeals.decide'), send: asker.rights.includes('appeals.send') };
    return describeAppeal(row, asker.account === null ? null : signerOf(asker), may);
  }
}
