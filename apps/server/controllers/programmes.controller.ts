import { Controller, Get, Inject, NotFoundException, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiQuery, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { parsePeriod } from '#calendar';
import { indicators } from '#indicators';
import { Allow } from '../access/allow.js';
import { Checked, shortText } from '../checked.js';
import { PeriodDto } from '../dto/assessment.dto.js';
import {
  describeIndicator,
  describeProgramme,
  IndicatorDto,
  ProgrammeDetailDto,
  ProgrammeSummaryDto,
  summariseProgramme,
} from '../dto/programme.dto.js';
import { ServerContext } from '../server-context.js';

const versionQuery = z.object({ version: shortText.optional() });
const periodsQuery = z.object({ programme: shortText });

@ApiTags('方案')
@Controller()
export class ProgrammesController {
  constructor(@Inject(ServerContext) private readonly context: ServerContext) {}

  @Get('programmes')
  @Allow('programmes.read', { unit: 'none' })
  @ApiOperation({ summary: '全部方案' })
  @ApiOkResponse({ type: [ProgrammeSummaryDto] })
  async programmes(): Promise<ProgrammeSummaryDto[]> {
    const { setup, programmes } = this.context.stores;
    const sample = await this.context.showsSample();
    const choice = await setup.choice(sample);
    const own = new Map((await programmes.programmes(sample)).map((row) => [row.id, row]));
    return (await this.context.programmes()).map((one) =>
      summariseProgramme(one, own.get(one.id), choice?.programme ?? null),
    );
  }

  @Get('programmes/:id')
  @Allow('programmes.read', { unit: 'none' })
  @ApiOperation({ summary: '一个方案：来源、要求、评分细则、条款抵触' })
  @ApiParam({ name: 'id', type: String })
  @ApiQuery({ name: 'version', type: String, required: false, description: '自有方案的第几版，缺省最新' })
  @ApiOkResponse({ type: ProgrammeDetailDto })
  async programme(
    @Param('id', new Checked(shortText)) id: string,
    @Query(new Checked(versionQuery)) { version }: z.output<typeof versionQuery>,
  ): Promise<ProgrammeDetailDto> {
    const programme = await this.context.programme(id, version);
    if (programme === null) throw new NotFoundException(`没有名为“${id}”的方案`);
    return describeProgramme(programme);
  }

  @Get('indicators')
  @Allow('programmes.read', { unit: 'none' })
  @ApiOperation({ summary: '全部指标：依据、怎样测、看不到什么、怎样整改' })
  @ApiOkResponse({ type: [IndicatorDto] })
  indicators(): IndicatorDto[] {
    return indicators.map(describeIndicator);
  }

  @Get('periods')
  @Allow('programmes.read', { unit: 'none' })
  @ApiOperation({ summary: '一个方案已评估的周期，由早到晚' })
  @ApiQuery({ name: 'programme', type: String })
  @ApiOkResponse({ type: [PeriodDto] })
  async periods(@Query(new Checked(periodsQuery)) { programme }: z.output<typeof periodsQuery>): Promise<PeriodDto[]> {
    const heads = await this.context.stores.assessments.assessedPeriods(programme, this.context.sample);
    return heads.map((head) => ({ ...head, title: parsePeriod(head.period).title }));
  }
}
