import {
  BadRequestException,
  Body,
  Controller,
  Get,
  HttpCode,
  Inject,
  NotFoundException,
  Post,
  Query,
  ServiceUnavailableException,
} from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { Programme } from '#programmes';
import { checkedProgramme, comparePublished, whatIf } from '#operations';
import { Allow } from '../access/allow.js';
import { Checked, exactly, scopeQuery, shortText } from '../checked.js';
import { NewWhatIfDto, WhatIfDto } from '../dto/comparison.dto.js';
import { ServerContext } from '../server-context.js';

/** Scoring more units than these twice would keep everybody else waiting; the command line takes any number. */
const mostUnits = 500;

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
  private isBusy = false;

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
    summary: `试算：同一批证据按另一方案或改动过的方案再算一遍，与原方案对照；不公布、不留存。至多 ${mostUnits} 个单位`,
  })
  @ApiBody({ type: NewWhatIfDto })
  @ApiOkResponse({ type: WhatIfDto })
  async tryOut(@Body(new Checked(newWhatIf)) request: z.output<typeof newWhatIf>): Promise<WhatIfDto> {
    const { stores, blobs, now } = this.context;
    const against = this.named(request.against);
    const programme =
      request.plan === undefined ? this.named(request.programme ?? '') : checkedProgramme(request.plan, '方案文件');
    const units = await stores.organisations.listOrganisations({ sample: await this.context.showsSample() });
    if (units.length > mostUnits)
      throw new BadRequestException(`单位超过 ${mostUnits} 个，请用命令 mingjing assess --compare 试算`);
    if (this.isBusy) throw new ServiceUnavailableException('正在为别人试算，请稍后再试');
    this.isBusy = true;
    try {
      return await whatIf({ ...stores, blobs, clock: { now } }, { programme, against, period: request.period, units });
    } finally {
      this.isBusy = false;
    }
  }

  private named(id: string): Programme {
    const programme = this.context.programme(id);
    if (programme === null) throw new NotFoundException(`没有名为“${id}”的方案`);
    return programme;
  }
}
