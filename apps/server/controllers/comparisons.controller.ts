import { Body, Controller, Get, HttpCode, Inject, NotFoundException, Post, Query } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { Programme } from '#programmes';
import { checkedProgramme, comparePublished } from '#operations';
import { Allow } from '../access/allow.js';
import { Checked, exactly, scopeQuery, shortText } from '../checked.js';
import { NewWhatIfDto, WhatIfDto } from '../dto/comparison.dto.js';
import { ServerContext } from '../server-context.js';
import { mostUnitsTried } from '../try-outs.js';

const comparisonQuery = scopeQuery.extend({ beforeProgramme: shortText, beforePeriod: shortText });
const newWhatIf = exactly({
  programme: shortText.optional(),
  plan: z.string({ error: '应为文字' }).min(1, '不能为空').optional(),
  against: shortText,
  period: shortText,
}).refine(({ programme, plan }) => (programme === undefined) !== (plan === undefined), {
  error: 'programme 和 plan 应有且只有一个',
});

@ApiTags('对照和试算')
@Controller()
export class ComparisonsController {
  constructor(@Inject(ServerContext) private readonly context: ServerContext) {}

  @Get('comparison')
  @Allow('comparisons.read', { unit: 'whole' })
  @ApiOperation({ summary: '两次已公布的结果的对照：哪些单位变动、多少、为何' })
  @ApiQuery({ name: 'programme', type: String })
  @ApiQuery({ name: 'period', type: String })
  @ApiQuery({ name: 'beforeProgramme', type: String, description: '与哪个方案' })
  @ApiQuery({ name: 'beforePeriod', type: String, description: '与哪个周期的结果对照' })
  @ApiOkResponse({ type: WhatIfDto })
  comparison(@Query(new Checked(comparisonQuery)) query: z.output<typeof comparisonQuery>): Promise<WhatIfDto> {
    const { programme, period, beforeProgramme, beforePeriod } = query;
    const shown = this.context.sample === undefined ? {} : { sample: this.context.sample };
    return comparePublished(
      this.context.stores,
      { programme: beforeProgramme, period: beforePeriod, ...shown },
      { programme, period, ...shown },
    );
  }

  @Post('what-if')
  @HttpCode(200)
  @Allow('plans.try', { unit: 'whole', does: '试算方案' })
  @ApiOperation({
    summary: `试算：同一批证据按另一方案或改动过的方案再算一遍，与原方案对照；不公布、不留存。至多 ${mostUnitsTried} 个单位`,
  })
  @ApiBody({ type: NewWhatIfDto })
  @ApiOkResponse({ type: WhatIfDto })
  async tryOut(@Body(new Checked(newWhatIf)) request: z.output<typeof newWhatIf>): Promise<WhatIfDto> {
    const against = await this.named(request.against);
    const programme =
      request.plan === undefined
        ? await this.named(request.programme ?? '')
        : checkedProgramme(request.plan, '方案文件');
    return this.context.tryOuts.compare({ programme, against, period: request.period });
  }

  private async named(id: string): Promise<Programme> {
    const programme = await this.context.programme(id);
    if (programme === null) throw new NotFoundException(`没有名为“${id}”的方案`);
    return programme;
  }
}
