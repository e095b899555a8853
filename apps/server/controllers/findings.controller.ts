import { Controller, Get, Inject, NotFoundException, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiQuery, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { findingStates } from '#casework';
import { Allow } from '../access/allow.js';
import { VisibleUnits } from '../access/principal.js';
import { Checked, shortText, wholeNumber } from '../checked.js';
import { FindingPageDto, FindingRowDto, findingKinds } from '../dto/scorecard.dto.js';
import { ServerContext } from '../server-context.js';

const findingsQuery = z.object({
  programme: shortText,
  period: shortText,
  organisation: shortText.optional(),
  indicator: shortText.optional(),
  state: z.enum(findingStates, { error: `应为 ${findingStates.join('、')}` }).optional(),
  kind: z.enum(findingKinds, { error: `应为 ${findingKinds.join('、')}` }).optional(),
  offset: wholeNumber(0, 1_000_000).default(0),
  limit: wholeNumber(1, 500).default(50),
});
const findingQuery = z.object({ programme: shortText.optional(), period: shortText.optional() });

@ApiTags('问题')
@Controller('findings')
export class FindingsController {
  constructor(@Inject(ServerContext) private readonly context: ServerContext) {}

  @Get()
  @Allow('findings.read', { unit: { query: 'organisation', absent: 'filtered' } })
  @ApiOperation({ summary: '问题清单（分页）；不指定 state 时不含已整改的' })
  @ApiQuery({ name: 'programme', type: String })
  @ApiQuery({ name: 'period', type: String })
  @ApiQuery({ name: 'organisation', type: String, required: false })
  @ApiQuery({ name: 'indicator', type: String, required: false })
  @ApiQuery({ name: 'state', enum: findingStates, required: false })
  @ApiQuery({ name: 'kind', enum: findingKinds, required: false })
  @ApiQuery({ name: 'offset', type: 'integer', required: false, description: '从第几条起，缺省 0' })
  @ApiQuery({ name: 'limit', type: 'integer', required: false, description: '最多几条，缺省 50，至多 500' })
  @ApiOkResponse({ type: FindingPageDto })
  findings(
    @Query(new Checked(findingsQuery)) query: z.output<typeof findingsQuery>,
    @VisibleUnits() units: readonly string[] | null,
  ): Promise<FindingPageDto> {
    return this.context.stores.assessments.findings({ ...query, units, sample: this.context.sample });
  }

  @Get(':id')
  @Allow('findings.read', { unit: { finding: 'id' } })
  @ApiOperation({ summary: '一个问题；不指定周期时取最近一期' })
  @ApiParam({ name: 'id', type: String })
  @ApiQuery({ name: 'programme', type: String, required: false })
  @ApiQuery({ name: 'period', type: String, required: false })
  @ApiOkResponse({ type: FindingRowDto })
  async finding(
    @Param('id', new Checked(shortText)) id: string,
    @Query(new Checked(findingQuery)) within: z.output<typeof findingQuery>,
  ): Promise<FindingRowDto> {
    const row = await this.context.stores.assessments.finding(id, within);
    if (row === null) throw new NotFoundException('没有这个问题');
    return row;
  }
}
