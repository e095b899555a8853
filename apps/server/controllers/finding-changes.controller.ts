import { Controller, Get, Inject, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { findingChanges } from '#database';
import { comparedResults, printFindingChanges } from '#operations';
import { Allow } from '../access/allow.js';
import { VisibleUnits } from '../access/principal.js';
import { programmeOf, unitOf } from '../casework.js';
import { Checked, shortText, wholeNumber } from '../checked.js';
import { fileTypes, sendDownload } from '../download.js';
import {
  ComparableResultDto,
  describeCompared,
  describeResult,
  FindingChangeRowsDto,
  FindingChangesDto,
} from '../dto/finding-change.dto.js';
import { findingKinds } from '../dto/scorecard.dto.js';
import { ServerContext } from '../server-context.js';

const programmeQuery = z.object({ programme: shortText });
const changesQuery = programmeQuery.extend({
  before: shortText,
  after: shortText,
  organisation: shortText.optional(),
  kind: z.enum(findingKinds, { error: `应为 ${findingKinds.join('、')}` }).optional(),
});
const rowsQuery = changesQuery.extend({
  indicator: shortText.optional(),
  change: z.enum(findingChanges, { error: `应为 ${findingChanges.join('、')}` }).optional(),
  offset: wholeNumber(0, 1_000_000).default(0),
  limit: wholeNumber(1, 200).default(20),
});
type ChangesQuery = z.output<typeof changesQuery>;

/** Which results and units are asked for: the same of all three answers. */
const asksForResults = [
  ApiQuery({ name: 'programme', type: String }),
  ApiQuery({ name: 'before', type: String, description: '原结果的编号' }),
  ApiQuery({ name: 'after', type: String, description: '现结果的编号' }),
  ApiQuery({ name: 'organisation', type: String, required: false }),
  ApiQuery({ name: 'kind', enum: findingKinds, required: false }),
];
const AsksForResults = (): MethodDecorator => (target, key, descriptor) => {
  for (const decorate of asksForResults) decorate(target, key, descriptor);
};

/** 异常对比: what became of findings between two results. */
@ApiTags('问题')
@Controller('finding-changes')
export class FindingChangesController {
  constructor(@Inject(ServerContext) private readonly context: ServerContext) {}

  @Get('results')
  @Allow('findings.read', { unit: 'none' })
  @ApiOperation({ summary: '可以对比的评分结果，含同一周期以前的评分，新的在前' })
  @ApiQuery({ name: 'programme', type: String })
  @ApiOkResponse({ type: [ComparableResultDto] })
  async comparableResults(
    @Query(new Checked(programmeQuery)) { programme }: z.output<typeof programmeQuery>,
  ): Promise<ComparableResultDto[]> {
    const sample = await this.context.showsSample();
    return (await this.context.stores.findingChanges.results(programme, sample)).map(describeResult);
  }

  @Get()
  @Allow('findings.read', { unit: { query: 'organisation', absent: 'filtered' } })
  @ApiOperation({ summary: '异常对比：两次结果之间问题的变化，按单位、按指标计数' })
  @AsksForResults()
  @ApiOkResponse({ type: FindingChangesDto })
  async findingChanges(
    @Query(new Checked(changesQuery)) query: ChangesQuery,
    @VisibleUnits() units: readonly string[] | null,
  ): Promise<FindingChangesDto> {
    const { results, filter } = await this.asked(query, units);
    const totals = await this.context.stores.findingChanges.totals(results.before, results.after, filter);
    return { ...describeCompared(results), ...totals };
  }

  @Get('rows')
  @Allow('findings.read', { unit: { query: 'organisation', absent: 'filtered' } })
  @ApiOperation({ summary: '异常对比的问题（分页），新出现、又出现的在前' })
  @AsksForResults()
  @ApiQuery({ name: 'indicator', type: String, required: false })
  @ApiQuery({ name: 'change', enum: findingChanges, required: false })
  @ApiQuery({ name: 'offset', type: 'integer', required: false })
  @ApiQuery({ name: 'limit', type: 'integer', required: false, description: '缺省 20，至多 200' })
  @ApiOkResponse({ type: FindingChangeRowsDto })
  async findingChangeRows(
    @Query(new Checked(rowsQuery)) { offset, limit, indicator, change, ...query }: z.output<typeof rowsQuery>,
    @VisibleUnits() units: readonly string[] | null,
  ): Promise<FindingChangeRowsDto> {
    const { results, filter } = await this.asked(query, units);
    const { findingChanges: store } = this.context.stores;
    return store.rows(results.before, results.after, { ...filter, indicator, change }, { offset, limit });
  }

  @Get('sheet.xlsx')
  @Allow('findings.read', { unit: { query: 'organisation', absent: 'filtered' } })
  @ApiOperation({ summary: '异常对比（xlsx）：按单位、按指标、全部问题' })
  @AsksForResults()
  @ApiProduces(fileTypes.xlsx)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async findingChangesFile(
    @Query(new Checked(changesQuery)) query: ChangesQuery,
    @VisibleUnits() units: readonly string[] | null,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { results, filter } = await this.asked(query, units);
    const { programme, programmeVersion, period } = results.after;
    const plan = await programmeOf(this.context, programme, programmeVersion);
    const bytes = await printFindingChanges(this.context.stores, results, filter, plan);
    const name = `异常对比 ${results.before.period} 至 ${period}.xlsx`;
    await sendDownload(reply, { name, plain: 'changes.xlsx', type: fileTypes.xlsx, bytes });
  }

  private async asked({ programme, before, after, organisation, kind }: ChangesQuery, units: readonly string[] | null) {
    const scope = { programme, sample: await this.context.showsSample() };
    return {
      results: await comparedResults(this.context.stores, scope, { before, after }),
      filter: { units, kind, organisation: organisation && (await unitOf(this.context, organisation)) },
    };
  }
}
