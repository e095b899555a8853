import { Body, Controller, Get, HttpCode, Inject, NotFoundException, Param, Patch, Post } from '@nestjs/common';
import { ApiBody, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { roles } from '#access';
import type { AccountRow } from '#database';
import { addAccount, changeAccount, resetPassword } from '#operations';
import { Allow } from '../access/allow.js';
import { Asker, type Principal } from '../access/principal.js';
import { Trail, type TrailNote } from '../access/trail.interceptor.js';
import { Checked, exactly, shortText } from '../checked.js';
import {
  AccountChangeDto,
  AccountRowDto,
  describeAccountRow,
  FirstPasswordDto,
  NewAccountDto,
  OpenedAccountDto,
} from '../dto/account.dto.js';
import { ServerContext } from '../server-context.js';

const typed = z.string({ error: '应为文字' }).max(200, '过长');
const role = z.enum(roles, { error: `应为 ${roles.join('、')}` });
const unit = shortText.nullable();
const newAccount = exactly({ name: typed, displayName: typed, role, unit });
const newChange = exactly({
  displayName: typed.optional(),
  role: role.optional(),
  unit: unit.optional(),
  mail: typed.nullable().optional(),
  subject: z.string({ error: '应为文字' }).max(300, '过长').nullable().optional(),
  disabled: z.boolean({ error: '应为 true 或 false' }).optional(),
}).refine((change) => Object.keys(change).length > 0, { error: '没有要改动的内容' });

@ApiTags('账号')
@Controller('accounts')
export class AccountsController {
  constructor(@Inject(ServerContext) private readonly context: ServerContext) {}

  @Get()
  @Allow('accounts.manage', { unit: 'whole' })
  @ApiOperation({ summary: '全部账号，在用的在前' })
  @ApiOkResponse({ type: [AccountRowDto] })
  async accounts(): Promise<AccountRowDto[]> {
    return (await this.context.stores.accounts.accounts()).map((row) => this.describe(row));
  }

  @Post()
  @Allow('accounts.manage', { unit: 'whole', does: '设立账号' })
  @ApiOperation({ summary: '设立账号；初始口令只显示这一次，首次登录须修改' })
  @ApiBody({ type: NewAccountDto })
  @ApiCreatedResponse({ type: OpenedAccountDto })
  async addAccount(
    @Body(new Checked(newAccount)) asked: z.output<typeof newAccount>,
    @Trail() trail: TrailNote,
  ): Promise<OpenedAccountDto> {
    const about = { sample: await this.context.isOpen(), now: this.context.access.now() };
    const { account, firstPassword } = await addAccount(this.context.stores, asked, about);
    Object.assign(trail, { about: account.name, after: account });
    return { account: this.describe(account), firstPassword };
  }

  @Patch(':id')
  @Allow('accounts.manage', { unit: 'whole', does: '改动账号' })
  @ApiOperation({
    summary: '改动账号的姓名、角色、单位、邮箱、统一身份认证的用户标识，或停用、启用；该账号的会话随即结束',
  })
  @ApiParam({ name: 'id', type: String })
  @ApiBody({ type: AccountChangeDto })
  @ApiOkResponse({ type: AccountRowDto })
  async changeAccount(
    @Param('id', new Checked(shortText)) id: string,
    @Body(new Checked(newChange)) asked: z.output<typeof newChange>,
    @Asker() asker: Principal,
    @Trail() trail: TrailNote,
  ): Promise<AccountRowDto> {
    await this.existing(id);
    const who = { by: asker.id, now: this.context.access.now(), provider: this.context.provider };
    const { before, after } = await changeAccount(this.context.stores, id, asked, who);
    Object.assign(trail, { about: after.name, before, after });
    return this.describe(after);
  }

  @Post(':id/password')
  @HttpCode(200)
  @Allow('accounts.manage', { unit: 'whole', does: '重置口令' })
  @ApiOperation({ summary: '重置口令并关闭两步验证；新的初始口令只显示这一次' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: FirstPasswordDto })
  async resetPassword(
    @Param('id', new Checked(shortText)) id: string,
    @Trail() trail: TrailNote,
  ): Promise<FirstPasswordDto> {
    const before = await this.existing(id);
    const { account, firstPassword } = await resetPassword(this.context.stores, id);
    Object.assign(trail, { about: account.name, before, after: account });
    return { firstPassword };
  }

  private describe(row: AccountRow): AccountRowDto {
    return describeAccountRow(row, this.context.provider?.issuer ?? null);
  }

  private async existing(id: string): Promise<AccountRow> {
    const account = await this.context.stores.accounts.account(id);
    if (account === null) throw new NotFoundException('没有这个账号');
    return account;
  }
}
