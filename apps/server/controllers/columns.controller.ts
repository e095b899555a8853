import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiBody, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiParam, ApiQuery, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { ColumnPinRow } from '#database';
import { pinColumn, siteColumns, unpinColumn } from '#operations';
import { Allow } from '../access/allow.js';
import { Asker, authorOf, type Principal } from '../access/principal.js';
import { Trail, type TrailNote } from '../access/trail.interceptor.js';
import { Checked, exactly, shortText } from '../checked.js';
import { ColumnPinDto, NewPinDto, NewWithdrawalDto, SiteColumnsDto } from '../dto/column.dto.js';
import { ServerContext } from '../server-context.js';

const unitQuery = z.object({ organisation: shortText });
const typed = z.string({ error: '应为文字' }).max(2000, '过长');
const newPin = exactly({
  organisation: shortText,
  url: typed.optional(),
  name: typed.optional(),
  is: typed.optional(),
  isNot: typed.optional(),
  ignore: z.boolean({ error: '应为 true 或 false' }).optional(),
  reason: typed,
  until: typed.optional(),
});
const newWithdrawal = exactly({ organisation: shortText, reason: typed });

@ApiTags('栏目')
@Controller()
export class ColumnsController {
  constructor(@Inject(ServerContext) private readonly context: ServerContext) {}

  @Get('site-columns')
  @Allow('columns.read', { unit: { query: 'organisation' } })
  @ApiOperation({ summary: '单位网站的栏目、沿革和订正' })
  @ApiQuery({ name: 'organisation', type: String, description: '单位的编号、名称或别名' })
  @ApiOkResponse({ type: SiteColumnsDto })
  async siteColumns(
    @Query(new Checked(unitQuery)) { organisation }: z.output<typeof unitQuery>,
  ): Promise<SiteColumnsDto> {
    const found = await siteColumns(this.context.stores, organisation, this.context.now());
    const { extra: _extra, sample: _sample, ...unit } = found.organisation;
    return { organisation: unit, columns: found.columns, pins: found.pins.map(withoutSite) };
  }

  @Post('column-pins')
  @Allow('columns.write', { unit: { body: 'organisation' }, does: '订正栏目' })
  @ApiOperation({ summary: '订正：某网址或某名称的栏目是、不是某标准栏目，或不作为任何标准栏目；下次评分起生效' })
  @ApiBody({ type: NewPinDto })
  @ApiCreatedResponse({ type: ColumnPinDto })
  async addColumnPin(
    @Body(new Checked(newPin)) request: z.output<typeof newPin>,
    @Asker() asker: Principal,
    @Trail() trail: TrailNote,
  ): Promise<ColumnPinDto> {
    const signed = { ...request, author: authorOf(asker) };
    const pin = withoutSite(await pinColumn(this.context.stores, signed, this.context.now()));
    Object.assign(trail, {
      about: request.url ?? request.name ?? '',
      after: { ...pin, organisation: request.organisation },
    });
    return pin;
  }

  @Post('column-pins/:id/withdrawal')
  @Allow('columns.write', { unit: { body: 'organisation' }, does: '撤销栏目订正' })
  @ApiOperation({ summary: '撤销一条订正；原订正仍留在记录中' })
  @ApiParam({ name: 'id', type: String })
  @ApiBody({ type: NewWithdrawalDto })
  @ApiCreatedResponse({ type: ColumnPinDto })
  async withdrawColumnPin(
    @Param('id', new Checked(shortText)) pin: string,
    @Body(new Checked(newWithdrawal)) request: z.output<typeof newWithdrawal>,
    @Asker() asker: Principal,
    @Trail() trail: TrailNote,
  ): Promise<ColumnPinDto> {
    const signed = { ...request, pin, author: authorOf(asker) };
    const after = withoutSite(await unpinColumn(this.context.stores, signed, this.context.now()));
    Object.assign(trail, { about: after.url ?? after.name ?? '', before: { ...after, withdrawn: null }, after });
    return after;
  }
}

function withoutSite({ site: _site, ...pin }: ColumnPinRow): ColumnPinDto {
  return pin;
}
