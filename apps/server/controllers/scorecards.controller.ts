import { Controller, Get, Inject, NotFoundException, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow } from '../access/allow.js';
import { VisibleUnits } from '../access/principal.js';
import { standingsWithin } from '../access/within-units.js';
import { Checked, scopeQuery, shortText, type ScopeQuery } from '../checked.js';
import { StandingDto } from '../dto/assessment.dto.js';
import { OrganisationDto, ScorecardDetailDto } from '../dto/scorecard.dto.js';
import { KeptAnswers, type Kept } from '../kept-answers.js';
import { ServerContext } from '../server-context.js';

@ApiTags('单位与得分')
@Controller()
export class ScorecardsController {
  constructor(
    @Inject(ServerContext) private readonly context: ServerContext,
    @Inject(KeptAnswers) private readonly answers: KeptAnswers,
  ) {}

  @Get('organisations')
  @Allow('programmes.read', { unit: 'filtered' })
  @ApiOperation({ summary: '可见的单位' })
  @ApiOkResponse({ type: [OrganisationDto] })
  async organisations(@VisibleUnits() units: readonly string[] | null): Promise<OrganisationDto[]> {
    const sample = await this.context.showsSample();
    const rows = await this.context.stores.organisations.listOrganisations({ sample, units });
    return rows.map(({ extra: _extra, sample: _sample, ...organisation }) => organisation);
  }

  @Get('scorecards')
  @Allow('ranking.read', { unit: 'filtered' })
  @ApiOperation({ summary: '各单位得分与名次（不含明细）' })
  @ApiQuery({ name: 'programme', type: String })
  @ApiQuery({ name: 'period', type: String })
  @ApiOkResponse({ type: [StandingDto] })
  async standings(
    @Query(new Checked(scopeQuery)) scope: ScopeQuery,
    @VisibleUnits() units: readonly string[] | null,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Kept<StandingDto[]>> {
    const { overviews } = this.context.stores;
    const periods = await overviews.periodsUpTo({ ...scope, sample: this.context.sample });
    const ids = periods.map(({ id }) => id);
    return this.answers.send(request, reply, ['scorecards', ids, units], async () =>
      periods.length === 0 ? [] : standingsWithin(await overviews.standings(periods), units),
    );
  }

  @Get('scorecards/:organisation')
  @Allow('scorecards.read', { unit: { param: 'organisation' } })
  @ApiOperation({ summary: '一个单位的得分明细、问题与历次得分' })
  @ApiParam({ name: 'organisation', type: String, description: '单位编号' })
  @ApiQuery({ name: 'programme', type: String })
  @ApiQuery({ name: 'period', type: String })
  @ApiOkResponse({ type: ScorecardDetailDto })
  async scorecard(
    @Param('organisation', new Checked(shortText)) organisation: string,
    @Query(new Checked(scopeQuery)) query: ScopeQuery,
  ): Promise<ScorecardDetailDto> {
    const { assessments } = this.context.stores;
    const scope = { ...query, sample: this.context.sample };
    const [scorecard, found, fixed, history] = await Promise.all([
      assessments.scorecard(organisation, scope),
      assessments.findings({ ...scope, organisation }),
      assessments.findings({ ...scope, organisation, state: 'fixed' }),
      assessments.history(organisation, scope),
    ]);
    if (scorecard === null) throw new NotFoundException(`该单位在 ${query.period} 没有得分`);
    return {
      scorecard,
      findings: [...found.rows, ...fixed.rows],
      previous: history.filter(({ period }) => period < query.period).at(-1) ?? null,
      history,
    };
  }
}
