import {
  Body,
  Controller,
  Get,
  HttpCode,
  Inject,
  NotFoundException,
  Param,
  Post,
  Put,
  Query,
  Res,
} from '@nestjs/common';
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
import type { z } from 'zod';
import { drawScoreChart, renderCircularHtml, renderDocx } from '#circulars';
import { BadInput } from '#kernel';
import {
  beginCircularDraft,
  circularDraftOf,
  dayOf,
  draftedCircular,
  issueCircularDraft,
  likelyNumber,
  saveCircularDraft,
  stepCircularDraft,
  type DraftStep,
} from '#operations';
import { Allow } from '../access/allow.js';
import { Asker, type Principal } from '../access/principal.js';
import { signerOf } from '../access/signer.js';
import { Trail, type TrailNote } from '../access/trail.interceptor.js';
import { Checked, shortText } from '../checked.js';
import { changedDraft, listQuery, newDraft, newIssue, newReview, newStep, revisionQuery } from '../circular-drafts.js';
import {
  ChangedCircularDraftDto,
  CircularDraftDto,
  CircularDraftSummaryDto,
  CircularWordedVersionDto,
  describeDraft,
  NewCircularDraftDto,
  NewCircularIssueDto,
  NewCircularReviewDto,
  NewCircularStepDto,
  SavedCircularDraftDto,
  summariseDraft,
} from '../dto/circular-draft.dto.js';
import { IssuedCircularDto } from '../dto/circular.dto.js';
import { ErrorDto } from '../dto/common.dto.js';
import { fileTypes, sendDownload } from '../download.js';
import { oneByOne } from '../one-by-one.js';
import { keptPagePolicy } from '../security-headers.js';
import { ServerContext } from '../server-context.js';

const done = { sent: '送审', recalled: '收回', dropped: '作废', approved: '审定', returned: '退回' } as const;

/** 起草通报: drafted on a result, edited, reviewed by another person, issued and changed no more. */
@ApiTags('通报')
@Controller('circular-drafts')
export class CircularDraftsController {
  constructor(@Inject(ServerContext) private readonly context: ServerContext) {}

  @Get()
  @Allow('circulars.read', { unit: 'whole' })
  @ApiOperation({ summary: '通报的稿子，新的在前' })
  @ApiQuery({ name: 'programme', type: String })
  @ApiOkResponse({ type: [CircularDraftSummaryDto] })
  async circularDrafts(
    @Query(new Checked(listQuery)) { programme }: z.output<typeof listQuery>,
  ): Promise<CircularDraftSummaryDto[]> {
    const sample = await this.context.showsSample();
    const rows = await this.context.stores.circularDrafts.drafts({ programme, sample });
    return rows.map(summariseDraft);
  }

  @Post()
  @Allow('circulars.write', { unit: 'whole', does: '起草通报' })
  @ApiOperation({ summary: '按最近一次评分起草通报' })
  @ApiBody({ type: NewCircularDraftDto })
  @ApiCreatedResponse({ type: CircularDraftDto })
  async beginCircularDraft(
    @Body(new Checked(newDraft)) sent: z.output<typeof newDraft>,
    @Asker() asker: Principal,
    @Trail() trail: TrailNote,
  ): Promise<CircularDraftDto> {
    const row = await beginCircularDraft(this.books, sent, this.deed(asker));
    Object.assign(trail, { about: row.title, after: sent });
    return this.describe(row.id, asker);
  }

  @Get(':id')
  @Allow('circulars.read', { unit: 'whole' })
  @ApiOperation({ summary: '一份稿子：算出的文字和数字、现在的文字、办理经过和历次版本' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: CircularDraftDto })
  circularDraft(
    @Param('id', new Checked(shortText)) draft: string,
    @Asker() asker: Principal,
  ): Promise<CircularDraftDto> {
    return this.describe(draft, asker);
  }

  @Put(':id/wording')
  @Allow('circulars.write', { unit: 'whole', does: '修改通报稿' })
  @ApiOperation({ summary: '保存稿子的文字，盖在所看的一版上' })
  @ApiParam({ name: 'id', type: String })
  @ApiBody({ type: ChangedCircularDraftDto })
  @ApiOkResponse({ type: SavedCircularDraftDto })
  @ApiConflictResponse({ description: '别人已先保存，或稿子已送审', type: ErrorDto })
  async saveCircularDraft(
    @Param('id', new Checked(shortText)) draft: string,
    @Body(new Checked(changedDraft)) sent: z.output<typeof changedDraft>,
    @Asker() asker: Principal,
    @Trail() trail: TrailNote,
  ): Promise<SavedCircularDraftDto> {
    const { version, unchecked } = await saveCircularDraft(this.books, { id: draft, ...sent }, this.deed(asker));
    const once = { circularDraft: draft };
    Object.assign(trail, { once, after: once });
    const { revision, author, savedAt } = version;
    return { revision, author, savedAt, unchecked };
  }

  @Get(':id/wording')
  @Allow('circulars.read', { unit: 'whole' })
  @ApiOperation({ summary: '稿子的一版' })
  @ApiParam({ name: 'id', type: String })
  @ApiQuery({ name: 'revision', type: Number, required: false, description: '缺省为最近一版' })
  @ApiOkResponse({ type: CircularWordedVersionDto })
  async circularDraftVersion(
    @Param('id', new Checked(shortText)) draft: string,
    @Query(new Checked(revisionQuery)) { revision: asked }: z.output<typeof revisionQuery>,
  ): Promise<CircularWordedVersionDto> {
    const { version, wording: kept } = await this.drafted(draft, asked);
    const { revision, author, savedAt } = version;
    return { revision, author, savedAt, wording: kept };
  }

  @Get(':id/preview')
  @Allow('circulars.read', { unit: 'whole' })
  @ApiOperation({ summary: '稿子印出来的样子，供沙箱框架显示' })
  @ApiParam({ name: 'id', type: String })
  @ApiQuery({ name: 'revision', type: Number, required: false, description: '缺省为最近一版' })
  @ApiProduces('text/html')
  @ApiOkResponse({ schema: { type: 'string' } })
  async previewCircularDraft(
    @Param('id', new Checked(shortText)) draft: string,
    @Query(new Checked(revisionQuery)) { revision: asked }: z.output<typeof revisionQuery>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { model } = await this.drafted(draft, asked);
    await reply
      .removeHeader('x-frame-options')
      .headers({ 'content-security-policy': keptPagePolicy, 'cache-control': 'private, no-store' })
      .type('text/html; charset=utf-8')
      .send(renderCircularHtml(model, await drawScoreChart(model.chart)));
  }

  @Get(':id/file')
  @Allow('circulars.read', { unit: 'whole' })
  @ApiOperation({ summary: '送审稿（docx），没有发文字号' })
  @ApiParam({ name: 'id', type: String })
  @ApiQuery({ name: 'revision', type: Number, required: false, description: '缺省为最近一版' })
  @ApiProduces(fileTypes.docx)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async circularDraftFile(
    @Param('id', new Checked(shortText)) draft: string,
    @Query(new Checked(revisionQuery)) { revision: asked }: z.output<typeof revisionQuery>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { model, version } = await this.drafted(draft, asked);
    const bytes = await renderDocx(model, await drawScoreChart(model.chart));
    const name = `通报送审稿（第${version.revision}版）.docx`;
    await sendDownload(reply, { name, plain: 'draft.docx', type: fileTypes.docx, bytes });
  }

  @Post(':id/steps')
  @HttpCode(200)
  @Allow('circulars.write', { unit: 'whole', does: '办理通报稿' })
  @ApiOperation({ summary: '送审、收回修改或作废' })
  @ApiParam({ name: 'id', type: String })
  @ApiBody({ type: NewCircularStepDto })
  @ApiOkResponse({ type: CircularDraftDto })
  @ApiConflictResponse({ description: '别人已先办理', type: ErrorDto })
  stepCircularDraft(
    @Param('id', new Checked(shortText)) draft: string,
    @Body(new Checked(newStep)) sent: z.output<typeof newStep>,
    @Asker() asker: Principal,
    @Trail() trail: TrailNote,
  ): Promise<CircularDraftDto> {
    return this.take(draft, sent, asker, trail);
  }

  @Post(':id/reviews')
  @HttpCode(200)
  @Allow('circulars.review', { unit: 'whole', does: '审核通报稿' })
  @ApiOperation({ summary: '审定或退回送审的稿子；起草、修改过的人不能审核' })
  @ApiParam({ name: 'id', type: String })
  @ApiBody({ type: NewCircularReviewDto })
  @ApiOkResponse({ type: CircularDraftDto })
  @ApiConflictResponse({ description: '别人已先办理', type: ErrorDto })
  reviewCircularDraft(
    @Param('id', new Checked(shortText)) draft: string,
    @Body(new Checked(newReview)) sent: z.output<typeof newReview>,
    @Asker() asker: Principal,
    @Trail() trail: TrailNote,
  ): Promise<CircularDraftDto> {
    return this.take(draft, sent, asker, trail);
  }

  @Post(':id/issue')
  @HttpCode(200)
  @Allow('circulars.issue', { unit: 'whole', does: '印发通报' })
  @ApiOperation({ summary: '编发文字号、定成文日期，印发审定的稿子；印发后不能再改' })
  @ApiParam({ name: 'id', type: String })
  @ApiBody({ type: NewCircularIssueDto })
  @ApiOkResponse({ type: IssuedCircularDto })
  @ApiConflictResponse({ description: '字号已用过，或稿子没有审定', type: ErrorDto })
  async issueCircularDraft(
    @Param('id', new Checked(shortText)) draft: string,
    @Body(new Checked(newIssue)) sent: z.output<typeof newIssue>,
    @Asker() asker: Principal,
    @Trail() trail: TrailNote,
  ): Promise<IssuedCircularDto> {
    const books = { ...this.books, settings: this.context.browser };
    await this.known(draft);
    const issued = await oneByOne.run(() => issueCircularDraft(books, draft, sent, this.deed(asker)));
    const { id: circular, number, issuedOn } = issued.circular;
    Object.assign(trail, { about: number, after: { id: circular, number, issuedOn, draft } });
    return issued;
  }

  private get books() {
    const { stores, blobs, now } = this.context;
    return { ...stores, blobs, clock: { now } };
  }

  private deed(asker: Principal) {
    return { doer: signerOf(asker), now: this.context.now() };
  }

  private async take(draft: string, step: DraftStep, asker: Principal, trail: TrailNote): Promise<CircularDraftDto> {
    await this.known(draft);
    await stepCircularDraft(this.books, draft, step, this.deed(asker));
    const described = await this.describe(draft, asker);
    Object.assign(trail, { about: `${done[step.step]} ${described.title}`, after: { draft, ...step } });
    return described;
  }

  /** @throws NotFoundException */
  private async known(draft: string) {
    return circularDraftOf(this.context.stores, draft, await this.context.showsSample()).catch((error: unknown) => {
      throw error instanceof BadInput ? new NotFoundException('没有这份通报稿') : error;
    });
  }

  private async drafted(draft: string, asked: number | undefined) {
    return draftedCircular(this.books, await this.known(draft), asked);
  }

  private async describe(draft: string, { account }: Principal): Promise<CircularDraftDto> {
    const row = await this.known(draft);
    const { stores, now } = this.context;
    const { programme, period, sample } = row;
    const drafted = await draftedCircular(this.books, row);
    const { steps, writers } = await stores.circularDrafts.standing(draft);
    const versions = await stores.circularDrafts.versions(draft);
    const head = await stores.assessments.head({ programme, period, sample });
    const next = await likelyNumber(stores, sample, now(), drafted.computed.letterhead?.code);
    const days = { assessedAt: head?.assessedAt ?? null, today: dayOf(now()) };
    const known = { row, drafted, steps, writers, versions, likelyNumber: next, ...days };
    return describeDraft(known, account?.id ?? null);
  }
}
