import {
  Body,
  Controller,
  Get,
  Header,
  HttpCode,
  HttpException,
  Inject,
  Post,
  Query,
  Req,
  Res,
  Param,
} from '@nestjs/common';
import {
  ApiBody,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiProduces,
  ApiQuery,
  ApiResponse,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { remarkKinds, remarkKindTitles } from '#casework';
import { indicators } from '#indicators';
import {
  describeRelease,
  printPublicCsv,
  printPublicWorkbook,
  publicData,
  publicRanking,
  publicTables,
  publicUnit,
  record,
  releaseOf,
  sendRemark,
  shownRemarks,
  type PublicData,
} from '#operations';
import { caseworkRules, rubricItems } from '#programmes';
import { Allow } from '../access/allow.js';
import { programmeOf } from '../casework.js';
import { Checked, exactly, scopeQuery, shortText, type ScopeQuery } from '../checked.js';
import { fileTypes, sendDownload } from '../download.js';
import { ErrorDto } from '../dto/common.dto.js';
import { describeIndicator, describeProgramme } from '../dto/programme.dto.js';
import {
  NewPublicRemarkDto,
  PublicMethodDto,
  PublicPageDto,
  PublicRankingDto,
  PublicUnitDto,
  ShownRemarkDto,
} from '../dto/public.dto.js';
import { ServerContext } from '../server-context.js';

const csvQuery = scopeQuery.extend({
  table: z.enum(publicTables, { error: `应为 ${publicTables.join('、')}` }).default('units'),
});
const remarksQuery = z.object({ organisation: shortText.optional() });
const typed = z.string({ error: '应为文字' }).max(4000, '过长');
const newRemark = exactly({
  id: z.uuid({ error: '应为 UUID' }),
  organisation: shortText,
  kind: z.enum(remarkKinds, { error: `应为 ${remarkKinds.join('、')}` }),
  words: typed,
  contact: typed.nullable(),
  trap: typed,
});
/** What was put away is off at once: nothing of it is shown from a cache. */
const asked = 'no-cache';

/** 公开页: what anybody may read and say without an account, while an administrator has it switched on. */
@ApiTags('公开页')
@Controller('public')
export class PublicController {
  constructor(@Inject(ServerContext) private readonly context: ServerContext) {}

  @Get()
  @Header('cache-control', asked)
  @Allow('public', { unit: 'none' })
  @ApiOperation({ summary: '公开页：谁发布、公开了哪些结果；没有开启时各接口都答 404' })
  @ApiOkResponse({ type: PublicPageDto })
  async publicPage(): Promise<PublicPageDto> {
    const sample = await this.context.showsSample();
    const { publicPage } = this.context.stores;
    const word = await publicPage.word(sample);
    const releases = await publicPage.standing(sample);
    const newest = new Map(releases.toReversed().map((one) => [one.programme, one.programmeVersion]));
    const programmes = await Promise.all([...newest].map(([id, version]) => programmeOf(this.context, id, version)));
    return {
      ...{ sample, office: word?.office ?? '', licence: word?.licence ?? '' },
      results: releases.map(describeRelease),
      programmes: programmes.map(({ id, title, rubric }) => ({ id, title, total: rubric.total })),
    };
  }

  @Get('ranking')
  @Header('cache-control', asked)
  @Allow('public', { unit: 'none' })
  @ApiOperation({ summary: '公开的得分和名次' })
  @ApiQuery({ name: 'programme', type: String })
  @ApiQuery({ name: 'period', type: String })
  @ApiOkResponse({ type: PublicRankingDto })
  async publicRanking(@Query(new Checked(scopeQuery)) scope: ScopeQuery): Promise<PublicRankingDto> {
    return publicRanking(this.context.stores, await this.within(scope));
  }

  @Get('units/:organisation')
  @Header('cache-control', asked)
  @Allow('public', { unit: 'none' })
  @ApiOperation({ summary: '一个单位公开的各项得分和历次名次；不含问题' })
  @ApiParam({ name: 'organisation', type: String, description: '单位编号' })
  @ApiQuery({ name: 'programme', type: String })
  @ApiQuery({ name: 'period', type: String })
  @ApiOkResponse({ type: PublicUnitDto })
  async publicUnit(
    @Param('organisation', new Checked(shortText)) organisation: string,
    @Query(new Checked(scopeQuery)) scope: ScopeQuery,
  ): Promise<PublicUnitDto> {
    return publicUnit(this.context.stores, organisation, await this.within(scope));
  }

  @Get('method')
  @Header('cache-control', asked)
  @Allow('public', { unit: 'none' })
  @ApiOperation({ summary: '评估办法：方案、条款、评分细则、指标怎样测、看不到什么、怎样申诉' })
  @ApiQuery({ name: 'programme', type: String })
  @ApiQuery({ name: 'period', type: String })
  @ApiOkResponse({ type: PublicMethodDto })
  async publicMethod(@Query(new Checked(scopeQuery)) scope: ScopeQuery): Promise<PublicMethodDto> {
    const { release } = await releaseOf(this.context.stores, await this.within(scope));
    const programme = await programmeOf(this.context, scope.programme, release.programmeVersion);
    const { title, source, requirements, rubric } = describeProgramme(programme);
    const used = new Set(rubricItems(programme.rubric).map(({ indicator }) => indicator));
    const { appealWorkdays, decideWorkdays } = caseworkRules(programme);
    return {
      ...{ result: describeRelease(release), title, source, requirements, rubric, appealWorkdays, decideWorkdays },
      indicators: indicators.filter(({ id }) => used.has(id)).map(describeIndicator),
    };
  }

  @Get('data.xlsx')
  @Allow('public', { unit: 'none' })
  @ApiOperation({ summary: '公开的数据（xlsx）：单位得分、各项得分、说明' })
  @ApiQuery({ name: 'programme', type: String })
  @ApiQuery({ name: 'period', type: String })
  @ApiProduces(fileTypes.xlsx)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async publicWorkbook(@Query(new Checked(scopeQuery)) scope: ScopeQuery, @Res() reply: FastifyReply): Promise<void> {
    const bytes = await printPublicWorkbook(await this.data(scope));
    const name = `政务公开评估结果 ${scope.period}.xlsx`;
    await sendDownload(reply, { name, plain: 'data.xlsx', type: fileTypes.xlsx, bytes });
  }

  @Get('data.csv')
  @Allow('public', { unit: 'none' })
  @ApiOperation({ summary: '公开的数据（csv，UTF-8）：每个单位一行，或每个单位每个评分项一行' })
  @ApiQuery({ name: 'programme', type: String })
  @ApiQuery({ name: 'period', type: String })
  @ApiQuery({ name: 'table', enum: publicTables, required: false })
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string' } })
  async publicCsv(
    @Query(new Checked(csvQuery)) { table, ...scope }: z.output<typeof csvQuery>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const text = printPublicCsv(await this.data(scope), table);
    const name = `政务公开评估结果 ${scope.period}${table === 'units' ? '' : ' 各项'}.csv`;
    const bytes = Buffer.from(text);
    await sendDownload(reply, { name, plain: `${table}.csv`, type: 'text/csv; charset=utf-8', bytes });
  }

  @Get('data.json')
  @Allow('public', { unit: 'none' })
  @ApiOperation({ summary: '公开的数据（json）：about 为来源、日期和使用许可，units 为各单位及其各项得分' })
  @ApiQuery({ name: 'programme', type: String })
  @ApiQuery({ name: 'period', type: String })
  @ApiOkResponse({ schema: { type: 'object' } })
  async publicJson(@Query(new Checked(scopeQuery)) scope: ScopeQuery, @Res() reply: FastifyReply): Promise<void> {
    const bytes = Buffer.from(`${JSON.stringify(await this.data(scope), null, 2)}\n`);
    const name = `政务公开评估结果 ${scope.period}.json`;
    await sendDownload(reply, { name, plain: 'data.json', type: 'application/json; charset=utf-8', bytes });
  }

  @Get('remarks')
  @Header('cache-control', asked)
  @Allow('public', { unit: 'none' })
  @ApiOperation({ summary: '已公开的公众意见和答复' })
  @ApiQuery({ name: 'organisation', type: String, required: false, description: '单位编号' })
  @ApiOkResponse({ type: [ShownRemarkDto] })
  async publicRemarks(
    @Query(new Checked(remarksQuery)) { organisation }: z.output<typeof remarksQuery>,
  ): Promise<ShownRemarkDto[]> {
    const sample = await this.context.showsSample();
    const rows = await shownRemarks(this.context.stores, { sample, ...(organisation ? { organisation } : {}) });
    return rows.map((row) => ({ ...row, kindTitle: remarkKindTitles[row.kind] }));
  }

  @Post('remarks')
  @HttpCode(204)
  @Allow('public', { unit: 'none' })
  @ApiOperation({ summary: '对一个单位的公开工作提意见；不需要账号，联系方式可不填' })
  @ApiBody({ type: NewPublicRemarkDto })
  @ApiNoContentResponse()
  @ApiResponse({ status: 429, description: '提交过于频繁', type: ErrorDto })
  async sendPublicRemark(
    @Body(new Checked(newRemark)) sent: z.output<typeof newRemark>,
    @Req() { ip }: FastifyRequest,
  ): Promise<void> {
    const { stores, access } = this.context;
    const now = this.context.now();
    const from = { address: ip, now, moment: access.now() };
    const { wait, name } = await sendRemark(stores, await this.context.showsSample(), sent, from);
    if (wait > 0) throw new HttpException({ message: `提交过于频繁，请在 ${wait} 分钟后再试；所写的没有提交` }, 429);
    if (name === null) return;
    // Who said it is not asked for, so the trail knows it no more than anybody.
    const nobody = { account: null, who: '公众', role: null, address: null, agent: null };
    const { id, kind } = sent;
    const sentence = `收到公众意见：${name}，${remarkKindTitles[kind]}`;
    await record(stores.audit, nobody, { what: 'public.remark', sentence, after: { id } }, access.now());
  }

  private async within(scope: ScopeQuery): Promise<ScopeQuery & { sample: boolean }> {
    return { ...scope, sample: await this.context.showsSample() };
  }

  private async data(asked: ScopeQuery): Promise<PublicData> {
    const { stores } = this.context;
    const scope = await this.within(asked);
    const { release } = await releaseOf(stores, scope);
    const { title: programmeTitle } = await programmeOf(this.context, scope.programme, release.programmeVersion);
    const word = await stores.publicPage.word(scope.sample);
    const terms = { office: word?.office ?? '', licence: word?.licence ?? '', programmeTitle };
    return publicData(stores, scope, terms);
  }
}
