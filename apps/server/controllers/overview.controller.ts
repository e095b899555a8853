import { Controller, Get, Inject, NotFoundException, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { Allow } from '../access/allow.js';
import { VisibleUnits } from '../access/principal.js';
import { overviewWithin } from '../access/within-units.js';
import { Checked, scopeQuery, type ScopeQuery } from '../checked.js';
import { OverviewDto } from '../dto/overview.dto.js';
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
    if (overview === null) throw new NotFoundException(`方案“${scope.programme}”在 ${scope.period} 还没有评估`);
    return overviewWithin(overview, units);
  }
}
