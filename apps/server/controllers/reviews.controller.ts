import { Body, Controller, Get, HttpCode, Inject, Post, Query } from '@nestjs/common';
import { ApiBody, ApiConflictResponse, ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { FindingState } from '#casework';
import { queueViews } from '#database';
import {
  decideFindings,
  drawReviewSample,
  reviewedHead,
  reviewQueue,
  undoDeed,
  type Decider,
  type ReviewedScope,
} from '#operations';
import { findingVerdicts } from '#scoring';
import { Allow } from '../access/allow.js';
import { caseDoerOf } from '../access/case-doer.js';
import { Asker, VisibleUnits, type Principal } from '../access/principal.js';
import { Trail, type TrailNote } from '../access/trail.interceptor.js';
import { Checked, exactly, scopeQuery, type ScopeQuery, shortText, wholeNumber } from '../checked.js';
import { ErrorDto } from '../dto/common.dto.js';
import {
  ReviewDecisionPageDto,
  ReviewDecisionDto,
  describeDecision,
  describeSample,
  NewReviewDecisionDto,
  NewReviewSampleDto,
  NewReviewUndoDto,
  ReviewQueuePageDto,
  ReviewSampleDto,
} from '../dto/review.dto.js';
import { findingKinds } from '../dto/scorecard.dto.js';
import { ServerContext } from '../server-context.js';

const waitingStates = ['new', 'open', 'recurred'] as const satisfies readonly FindingState[];
const paged = { offset: wholeNumber(0, 1_000_000).default(0), limit: wholeNumber(1, 500).default(50) };
const queueQuery = scopeQuery.extend({
  organisation: shortText.optional(),
  indicator: shortText.optional(),
  kind: z.enum(findingKinds, { error: `应为 ${findingKinds.join('、')}` }).optional(),
  state: z.enum(waitingStates, { error: `应为 ${waitingStates.join('、')}` }).optional(),
  drawn: shortText.optional(),
  view: z.enum(queueViews, { error: `应为 ${queueViews.join('、')}` }).default('waiting'),
  ...paged,
});
const decidedQuery = scopeQuery.extend(paged);
const reason = z.string({ error: '应为文字' }).max(2000, '过长');
const newDecision = exactly({
  programme: shortText,
  period: shortText,
  verdict: z.enum(findingVerdicts, { error: `应为 ${findingVerdicts.join('、')}` }),
  findings: z.array(exactly({ id: shortText, said: shortText })).max(500, '一次至多 500 个'),
  into: shortText.nullable().default(null),
  reason,
  deed: shortText,
});
const newUndo = exactly({ programme: shortText, period: shortText, deed: shortText, reason: reason.default('') });
const newSample = exactly({ programme: shortText, period: shortText, asked: shortText, seed: shortText });

@ApiTags('复核')
@Controller('reviews')
export class ReviewsController {
  constructor(@Inject(ServerContext) private readonly context: ServerContext) {}

  @Get()
  @Allow('reviews.read', { unit: { query: 'organisation', absent: 'filtered' } })
  @ApiOperation({ summary: '待复核的问题（分页），按所涉分值由高到低' })
  @ApiQuery({ name: 'programme', type: String })
  @ApiQuery({ name: 'period', type: String })
  @ApiQuery({ name: 'organisation', type: String, required: false, description: '单位编号' })
  @ApiQuery({ name: 'indicator', type: String, required: false })
  @ApiQuery({ name: 'kind', enum: findingKinds, required: false })
  @ApiQuery({ name: 'state', enum: waitingStates, required: false })
  @ApiQuery({ name: 'drawn', type: String, required: false, description: '只看这次抽查抽中的' })
  @ApiQuery({
    name: 'view',
    enum: queueViews,
    required: false,
    description: 'waiting 须复核和新增的，all 尚未复核的全部',
  })
  @ApiQuery({ name: 'offset', type: 'integer', required: false, description: '从第几条起，缺省 0' })
  @ApiQuery({ name: 'limit', type: 'integer', required: false, description: '最多几条，缺省 50，至多 500' })
  @ApiOkResponse({ type: ReviewQueuePageDto })
  async reviewQueue(
    @Query(new Checked(queueQuery)) query: z.output<typeof queueQuery>,
    @VisibleUnits() units: readonly string[] | null,
  ): Promise<ReviewQueuePageDto> {
    const { head, ...page } = await reviewQueue(this.context.stores, this.scope(query), { ...query, units });
    const run = this.context.scoring.of(head);
    return { ...page, asOf: head.asOf, assessedAt: head.assessedAt, run };
  }

  @Get('decisions')
  @Allow('reviews.read', { unit: 'filtered' })
  @ApiOperation({ summary: '已作的复核决定（分页），新的在前，含已撤销的' })
  @ApiQuery({ name: 'programme', type: String })
  @ApiQuery({ name: 'period', type: String })
  @ApiQuery({ name: 'offset', type: 'integer', required: false, description: '从第几条起，缺省 0' })
  @ApiQuery({ name: 'limit', type: 'integer', required: false, description: '最多几条，缺省 50，至多 500' })
  @ApiOkResponse({ type: ReviewDecisionPageDto })
  async reviewDecisions(
    @Query(new Checked(decidedQuery)) query: z.output<typeof decidedQuery>,
    @VisibleUnits() units: readonly string[] | null,
    @Asker() asker: Principal,
  ): Promise<ReviewDecisionPageDto> {
    const head = await reviewedHead(this.context.stores, this.scope(query));
    const { total, rows } = await this.context.stores.reviews.decided(head, { ...query, units });
    return { total, rows: rows.map((row) => describeDecision(row, asker.id)) };
  }

  @Post('decisions')
  @HttpCode(200)
  @Allow('reviews.decide', { unit: 'filtered', does: '复核问题' })
  @ApiOperation({ summary: '确认、排除或合并一个或一批问题；下次评分起计入，同一 deed 再次提交不重复' })
  @ApiBody({ type: NewReviewDecisionDto })
  @ApiOkResponse({ type: [ReviewDecisionDto] })
  @ApiConflictResponse({ description: '他人已先作决定', type: ErrorDto })
  async reviewFindings(
    @Body(new Checked(newDecision)) { programme, period, ...request }: z.output<typeof newDecision>,
    @Asker() asker: Principal,
    @Trail() trail: TrailNote,
  ): Promise<ReviewDecisionDto[]> {
    const rows = await decideFindings(
      this.context.stores,
      this.scope({ programme, period }),
      request,
      this.decider(asker),
    );
    const shown = rows.map((row) => describeDecision(row, asker.id));
    const before = shown.map(({ finding, snapshot }) => ({ finding, ...snapshot }));
    const after = shown.map(({ snapshot: _, ...decision }) => decision);
    Object.assign(trail, { about: `${programme} ${period}，${rows.length}个`, before, after });
    return shown;
  }

  @Post('undo')
  @HttpCode(200)
  @Allow('reviews.decide', { unit: 'filtered', does: '撤销复核' })
  @ApiOperation({ summary: '撤销本人最近一次的复核；原决定仍留在记录中' })
  @ApiBody({ type: NewReviewUndoDto })
  @ApiOkResponse({ type: [ReviewDecisionDto] })
  async undoReview(
    @Body(new Checked(newUndo)) request: z.output<typeof newUndo>,
    @Asker() asker: Principal,
    @Trail() trail: TrailNote,
  ): Promise<ReviewDecisionDto[]> {
    const { programme, period } = request;
    const rows = await undoDeed(this.context.stores, this.scope(request), request, this.decider(asker));
    const after = rows.map((row) => describeDecision(row, asker.id));
    const before = after.map((row) => ({ ...row, withdrawn: null }));
    Object.assign(trail, { about: `${programme} ${period}，${rows.length}个`, before, after });
    return after;
  }

  @Get('samples')
  @Allow('reviews.read', { unit: 'none' })
  @ApiOperation({ summary: '抽查及其结果，新的在前' })
  @ApiQuery({ name: 'programme', type: String })
  @ApiQuery({ name: 'period', type: String })
  @ApiOkResponse({ type: [ReviewSampleDto] })
  async reviewSamples(@Query(new Checked(scopeQuery)) scope: ScopeQuery): Promise<ReviewSampleDto[]> {
    const head = await reviewedHead(this.context.stores, this.scope(scope));
    return (await this.context.stores.reviews.samples(head)).map(describeSample);
  }

  @Post('samples')
  @HttpCode(200)
  @Allow('reviews.decide', { unit: 'filtered', does: '抽查问题' })
  @ApiOperation({ summary: '从尚未复核的扣分问题中抽取若干再看；同一种子抽出的相同' })
  @ApiBody({ type: NewReviewSampleDto })
  @ApiOkResponse({ type: ReviewSampleDto })
  async drawReviewSample(
    @Body(new Checked(newSample)) request: z.output<typeof newSample>,
    @Asker() asker: Principal,
    @Trail() trail: TrailNote,
  ): Promise<ReviewSampleDto> {
    const row = await drawReviewSample(this.context.stores, this.scope(request), request, this.decider(asker));
    Object.assign(trail, { about: `${request.programme} ${request.period}`, after: row });
    return describeSample(row);
  }

  private scope({ programme, period }: ScopeQuery): ReviewedScope {
    return { programme, period, sample: this.context.sample };
  }

  private decider(asker: Principal): Decider {
    return { ...caseDoerOf(asker), units: asker.units, unit: asker.account?.unit?.id ?? null, now: this.context.now() };
  }
}
