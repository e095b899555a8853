import { Controller, Get, Inject, NotFoundException, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AssessmentHead } from '#database';
import { Allow } from '../access/allow.js';
import { VisibleUnits } from '../access/principal.js';
import { figuresWithin, unitsWithin } from '../access/within-units.js';
import { Checked, scopeQuery, type ScopeQuery } from '../checked.js';
import { OverviewDto, OverviewFiguresDto, OverviewUnitsDto } from '../dto/overview.dto.js';
import { KeptAnswers, type Kept } from '../kept-answers.js';
import { ServerContext } from '../server-context.js';

@ApiTags('总览')
@Controller()
export class OverviewController {
  constructor(
    @Inject(ServerContext) private readonly context: ServerContext,
    @Inject(KeptAnswers) private readonly answers: KeptAnswers,
  ) {}

  @Get('overview')
  @Allow('overview.read', { unit: 'filtered' })
  @ApiOperation({ summary: '总览：主要数字、排名、热力图、走势' })
  @ApiQuery({ name: 'programme', type: String })
  @ApiQuery({ name: 'period', type: String })
  @ApiOkResponse({ type: OverviewDto })
  async overview(
    @Query(new Checked(scopeQuery)) scope: ScopeQuery,
    @VisibleUnits() units: readonly string[] | null,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Kept<OverviewDto>> {
    const periods = await this.periods(scope);
    return this.answers.send(request, reply, ['overview', idsOf(periods), units], async () =>
      unitsWithin(figuresWithin(await this.context.stores.overviews.overviewOf(periods), units), units),
    );
  }

  @Get('overview/figures')
  @Allow('overview.read', { unit: 'filtered' })
  @ApiOperation({ summary: '总览中先看到的：主要数字、排名、走势；各单位分项的得分和名次见 overview/units' })
  @ApiQuery({ name: 'programme', type: String })
  @ApiQuery({ name: 'period', type: String })
  @ApiOkResponse({ type: OverviewFiguresDto })
  async overviewFigures(
    @Query(new Checked(scopeQuery)) scope: ScopeQuery,
    @VisibleUnits() units: readonly string[] | null,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Kept<OverviewFiguresDto>> {
    const periods = await this.periods(scope);
    return this.answers.send(request, reply, ['overview/figures', idsOf(periods), units], async () =>
      figuresWithin(await this.context.stores.overviews.figuresOf(periods), units),
    );
  }

  @Get('overview/units')
  @Allow('overview.read', { unit: 'filtered' })
  @ApiOperation({ summary: '总览中各单位分项的得分、历次的名次' })
  @ApiQuery({ name: 'programme', type: String })
  @ApiQuery({ name: 'period', type: String })
  @ApiOkResponse({ type: OverviewUnitsDto })
  async overviewUnits(
    @Query(new Checked(scopeQuery)) scope: ScopeQuery,
    @VisibleUnits() units: readonly string[] | null,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Kept<OverviewUnitsDto>> {
    const periods = await this.periods(scope);
    return this.answers.send(request, reply, ['overview/units', idsOf(periods), units], async () =>
      unitsWithin(await this.context.stores.overviews.unitsOf(periods), units),
    );
  }

  private async periods(scope: ScopeQuery): Promise<AssessmentHead[]> {
    const periods = await this.context.stores.overviews.periodsUpTo({ ...scope, sample: this.context.sample });
    if (periods.length === 0) throw new NotFoundException(`方案“${scope.programme}”在 ${scope.period} 还没有评估`);
    return periods;
  }
}

const idsOf = (periods: readonly AssessmentHead[]): string[] => periods.map(({ id }) => id);
