import { Controller, Get, Inject, NotFoundException, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { Allow } from '../access/allow.js';
import { VisibleUnits } from '../access/principal.js';
import { figuresWithin, unitsWithin } from '../access/within-units.js';
import { Checked, scopeQuery, type ScopeQuery } from '../checked.js';
import { OverviewDto, OverviewFiguresDto, OverviewUnitsDto } from '../dto/overview.dto.js';
import { ServerContext } from '../server-context.js';

@ApiTags('总览')
@Controller()
export class OverviewController {
  constructor(@Inject(ServerContext) private readonly context: ServerContext) {}

  @Get('overview')
  @Allow('overview.read', { unit: 'filtered' })
  @ApiOperation({ summary: '总览：主要数字、排名、热力图、走势' })
  @ApiQuery({ name: 'programme', type: String })
  @ApiQuery({ name: 'period', type: String })
  @ApiOkResponse({ type: OverviewDto })
  async overview(
    @Query(new Checked(scopeQuery)) scope: ScopeQuery,
    @VisibleUnits() units: readonly string[] | null,
  ): Promise<OverviewDto> {
    const overview = await this.context.stores.overviews.overview({ ...scope, sample: this.context.sample });
    if (overview === null) throw notAssessed(scope);
    return unitsWithin(figuresWithin(overview, units), units);
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
  ): Promise<OverviewFiguresDto> {
    const figures = await this.context.stores.overviews.figures({ ...scope, sample: this.context.sample });
    if (figures === null) throw notAssessed(scope);
    return figuresWithin(figures, units);
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
  ): Promise<OverviewUnitsDto> {
    const rows = await this.context.stores.overviews.units({ ...scope, sample: this.context.sample });
    if (rows === null) throw notAssessed(scope);
    return unitsWithin(rows, units);
  }
}

function notAssessed({ programme, period }: ScopeQuery): NotFoundException {
  return new NotFoundException(`方案“${programme}”在 ${period} 还没有评估`);
}
