import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { siteId, type OrganisationRow, type SiteRoundRow } from '#database';
import { fetchOutcomes, type FetchOutcome } from '#evidence';
import { Allow } from '../access/allow.js';
import { LatestRoundDto, SiteStateDto } from '../dto/evidence.dto.js';
import { ServerContext } from '../server-context.js';

@ApiTags('采集')
@Controller('rounds')
export class RoundsController {
  constructor(@Inject(ServerContext) private readonly context: ServerContext) {}

  @Get('latest')
  @Allow('rounds.read', { unit: 'whole' })
  @ApiOperation({ summary: '最近一轮采集：各网站的进展与结果' })
  @ApiOkResponse({ type: LatestRoundDto })
  async latestRound(): Promise<LatestRoundDto> {
    const { stores } = this.context;
    const sample = await this.context.showsSample();
    const round = await stores.rounds.latestRound({ sample });
    if (round === null) return { round, sites: [] };
    const [states, units] = await Promise.all([
      stores.rounds.siteStates(round.id),
      stores.organisations.listOrganisations({ sample }),
    ]);
    return { round, sites: states.map((state) => describeSite(state, units)) };
  }
}

export function describeSite(
  { round: _round, outcomes, ...state }: SiteRoundRow,
  units: OrganisationRow[],
): SiteStateDto {
  const own = units.filter(({ site }) => site !== null && siteId(site) === state.site);
  return {
    ...state,
    base: state.base ?? null,
    fullSince: state.fullSince ?? null,
    asked: state.asked ?? null,
    unchanged: state.unchanged ?? null,
    url: own[0]?.site ?? null,
    organisations: own.map(({ extra: _extra, sample: _sample, ...organisation }) => organisation),
    outcomes: (Object.entries(outcomes) as [FetchOutcome, number][]).map(([outcome, pages]) => {
      const { title, meaning, action } = fetchOutcomes[outcome];
      return { outcome, pages, title, meaning, action };
    }),
  };
}
