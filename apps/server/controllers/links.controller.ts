import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { faultyLinks, faultyStates } from '#operations';
import { Allow } from '../access/allow.js';
import { VisibleUnits } from '../access/principal.js';
import { Checked, shortText, wholeNumber } from '../checked.js';
import { LinkListDto } from '../dto/link.dto.js';
import { ServerContext } from '../server-context.js';

const linksQuery = z.object({
  organisation: shortText.optional(),
  state: z.enum(faultyStates, { error: `应为 ${faultyStates.join('、')}` }).optional(),
  offset: wholeNumber(0, 1_000_000).default(0),
  limit: wholeNumber(1, 500).default(50),
});

@ApiTags('采集')
@Controller('links')
export class LinksController {
  constructor(@Inject(ServerContext) private readonly context: ServerContext) {}

  @Get()
  @Allow('links.read', { unit: { query: 'organisation', absent: 'filtered' } })
  @ApiOperation({ summary: '失效和疑似变异的链接（分页），以最近一次检查为准' })
  @ApiQuery({ name: 'organisation', type: String, required: false, description: '单位编号或名称；缺省为全部单位' })
  @ApiQuery({ name: 'state', enum: faultyStates, required: false })
  @ApiQuery({ name: 'offset', type: 'integer', required: false, description: '从第几条起，缺省 0' })
  @ApiQuery({ name: 'limit', type: 'integer', required: false, description: '最多几条，缺省 50，至多 500' })
  @ApiOkResponse({ type: LinkListDto })
  async links(
    @Query(new Checked(linksQuery)) { organisation, state, offset, limit }: z.output<typeof linksQuery>,
    @VisibleUnits() units: readonly string[] | null,
  ): Promise<LinkListDto> {
    const { stores } = this.context;
    const sample = await this.context.showsSample();
    const only = organisation === undefined ? {} : { only: [organisation] };
    const meant = await stores.organisations.listOrganisations({ sample, units, ...only });
    return faultyLinks(stores, meant, { offset, limit, ...(state ? { states: [state] } : {}) });
  }
}
