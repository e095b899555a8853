import { Body, Controller, Delete, Get, HttpCode, Inject, NotFoundException, Param, Post } from '@nestjs/common';
import {
  ApiBody,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
} from '@nestjs/swagger';
import { z } from 'zod';
import { tokenRoles } from '#access';
import { addToken, revokeToken } from '#operations';
import { Allow } from '../access/allow.js';
import { Asker, type Principal } from '../access/principal.js';
import { Trail, type TrailNote } from '../access/trail.interceptor.js';
import { Checked, day, exactly, shortText } from '../checked.js';
import { describeToken, NewTokenDto, OpenedTokenDto, TokenRowDto } from '../dto/account.dto.js';
import { ServerContext } from '../server-context.js';

const newToken = exactly({
  name: z.string({ error: '应为文字' }).max(200, '过长'),
  role: z.enum(tokenRoles, { error: `应为 ${tokenRoles.join('、')}` }),
  unit: shortText.nullable(),
  expiresOn: day,
});

@ApiTags('接口令牌')
@Controller('tokens')
export class TokensController {
  constructor(@Inject(ServerContext) private readonly context: ServerContext) {}

  @Get()
  @Allow('tokens.manage', { unit: 'whole' })
  @ApiOperation({ summary: '全部接口令牌，新的在前；令牌本身不再显示' })
  @ApiOkResponse({ type: [TokenRowDto] })
  async tokens(): Promise<TokenRowDto[]> {
    return (await this.context.stores.tokens.tokens()).map(describeToken);
  }

  @Post()
  @Allow('tokens.manage', { unit: 'whole', does: '设立接口令牌' })
  @ApiOperation({ summary: '设立接口令牌；令牌只显示这一次' })
  @ApiBody({ type: NewTokenDto })
  @ApiCreatedResponse({ type: OpenedTokenDto })
  async addToken(
    @Body(new Checked(newToken)) asked: z.output<typeof newToken>,
    @Asker() asker: Principal,
    @Trail() trail: TrailNote,
  ): Promise<OpenedTokenDto> {
    const about = { by: asker.name, sample: await this.context.isOpen(), now: this.context.access.now() };
    const { token, row } = await addToken(this.context.stores, asked, about);
    Object.assign(trail, { about: row.name, after: row });
    return { ...describeToken(row), token };
  }

  @Delete(':id')
  @HttpCode(204)
  @Allow('tokens.manage', { unit: 'whole', does: '撤销接口令牌' })
  @ApiOperation({ summary: '撤销接口令牌，立即生效' })
  @ApiParam({ name: 'id', type: String })
  @ApiNoContentResponse()
  async revokeToken(@Param('id', new Checked(shortText)) id: string, @Trail() trail: TrailNote): Promise<void> {
    const { stores, access } = this.context;
    if ((await stores.tokens.token(id)) === null) throw new NotFoundException('没有这个接口令牌');
    const { before, after } = await revokeToken(stores, id, access.now());
    Object.assign(trail, { about: after.name, before, after });
  }
}
