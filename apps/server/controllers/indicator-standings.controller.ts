import { Controller, Get, Inject, NotFoundException, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiQuery, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { AssessmentHead } from '#database';
import { findIndicator } from '#indicators';
import { indicatorHistory, indicatorStanding } from '#operations';
import { Allow } from '../access/allow.js';
import { VisibleUnits } from '../access/principal.js';
import { unitOf } from '../casework.js';
import { Checked, scopeQuery, shortText, type ScopeQuery } from '../checked.js';
import { IndicatorPastDto, IndicatorStandingDto } from '../dto/indicator-standing.dto.js';
import { describeIndicator } from '../dto/programme.dto.js';
import { ServerContext } from '../server-context.js';

const historyQuery = scopeQuery.extend({ organisation: shortText });

/** One indicator: what it says, and how units stand with it. */
@ApiTags('指标')
@Controller('indicators')
export class IndicatorStandingsController {
  constructor(@Inject(ServerContext) private readonly context: ServerContext) {}

  @Get(':id/standing')
  @Allow('scorecards.read', { unit: 'filtered' })
  @ApiOperation({ summary: '一个指标：测什么、各单位怎样、对得分的影响、可供参照的单位' })
  @ApiParam({ name: 'id', type: String })
  @ApiQuery({ name: 'programme', type: String })
  @ApiQuery({ name: 'period', type: String })
  @ApiOkResponse({ type: IndicatorStandingDto })
  async indicatorStanding(
    @Param('id', new Checked(shortText)) id: string,
    @Query(new Checked(scopeQuery)) scope: ScopeQuery,
    @VisibleUnits() units: readonly string[] | null,
  ): Promise<IndicatorStandingDto> {
    const { indicator, head } = await this.named(id, scope);
    const { stores } = this.context;
    const [{ cells, ...standing }, rates] = await Promise.all([
      indicatorStanding(stores, head, id, units),
      stores.overviews.rates(head.id),
    ]);
    return {
      indicator: describeIndicator(indicator),
      rate: rates.find((rate) => rate.indicator === id) ?? null,
      ...standing,
      cells: cells.map(({ site: _, ...cell }) => cell),
    };
  }

  @Get(':id/history')
  @Allow('scorecards.read', { unit: { query: 'organisation' } })
  @ApiOperation({ summary: '一个单位在一个指标上的历次得分，由早到晚' })
  @ApiParam({ name: 'id', type: String })
  @ApiQuery({ name: 'programme', type: String })
  @ApiQuery({ name: 'period', type: String })
  @ApiQuery({ name: 'organisation', type: String, description: '单位的编号或名称' })
  @ApiOkResponse({ type: [IndicatorPastDto] })
  async indicatorHistory(
    @Param('id', new Checked(shortText)) id: string,
    @Query(new Checked(historyQuery)) { organisation, ...scope }: z.output<typeof historyQuery>,
  ): Promise<IndicatorPastDto[]> {
    const { head } = await this.named(id, scope);
    const unit = await unitOf(this.context, organisation);
    return indicatorHistory(this.context.stores, head, { indicator: id, organisation: unit });
  }

  private async named(id: string, scope: ScopeQuery) {
    const indicator = findIndicator(id);
    if (!indicator) throw new NotFoundException('没有这个指标');
    const head: AssessmentHead | null = await this.context.stores.assessments.head({
      ...scope,
      sample: this.context.sample,
    });
    if (head === null) throw new NotFoundException('这个方案和周期还没有评过分');
    return { indicator, head };
  }
}
