import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Put } from '@nestjs/common';
import {
  ApiBody,
  ApiConflictResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
} from '@nestjs/swagger';
import { z } from 'zod';
import { ledgerKinds } from '#database';
import { refused } from '#kernel';
import { mostFilters, saveLedgerView } from '#operations';
import { Allow } from '../access/allow.js';
import { Asker, type Principal } from '../access/principal.js';
import { Trail, type TrailNote } from '../access/trail.interceptor.js';
import { Checked, exactly, shortText } from '../checked.js';
import { ErrorDto } from '../dto/common.dto.js';
import { describeView, NewLedgerViewDto, SavedLedgerViewDto } from '../dto/ledger-rows.dto.js';
import { ServerContext } from '../server-context.js';

const idOf = z.uuid({ error: '应为 UUID' });
const newView = exactly({
  ledger: z.enum(ledgerKinds, { error: `应为 ${ledgerKinds.join('、')}` }),
  name: z.string({ error: '应为文字' }).max(200, '过长'),
  filter: z
    .array(z.string({ error: '应为文字' }).max(1000, '过长'), { error: '应为条件' })
    .max(mostFilters, '条件过多'),
  sort: shortText.nullable(),
  columns: z.array(shortText, { error: '应为列名' }).max(50, '过多').nullable(),
});

/** Views of ledgers that people keep, each for himself; to share one, its address is enough. */
@ApiTags('台账')
@Controller('ledger-views')
export class LedgerViewsController {
  constructor(@Inject(ServerContext) private readonly context: ServerContext) {}

  @Get()
  @Allow('ledgers.read', { unit: 'none' })
  @ApiOperation({ summary: '自己保存的台账视图；没有账号的没有' })
  @ApiOkResponse({ type: [SavedLedgerViewDto] })
  async views(@Asker() { account }: Principal): Promise<SavedLedgerViewDto[]> {
    if (account === null) return [];
    return (await this.context.stores.ledgerViews.views(account.id)).map(describeView);
  }

  @Put(':id')
  @Allow('ledgers.read', { unit: 'none', does: '保存台账视图' })
  @ApiOperation({ summary: '保存、改名或恢复台账视图；编号由客户端生成，再传只存一次' })
  @ApiParam({ name: 'id', type: String })
  @ApiBody({ type: NewLedgerViewDto })
  @ApiOkResponse({ type: SavedLedgerViewDto })
  @ApiConflictResponse({ description: '已有同名的视图', type: ErrorDto })
  async saveView(
    @Param('id', new Checked(idOf)) id: string,
    @Body(new Checked(newView)) { ledger, name, ...view }: z.output<typeof newView>,
    @Asker() asker: Principal,
    @Trail() trail: TrailNote,
  ): Promise<SavedLedgerViewDto> {
    const sent = { id, account: accountOf(asker), ledger, name, view };
    const { before, after } = await saveLedgerView(this.context.stores, sent, this.context.access.now());
    Object.assign(trail, { about: after.name, before, after });
    return describeView(after);
  }

  @Delete(':id')
  @HttpCode(204)
  @Allow('ledgers.read', { unit: 'none', does: '删除台账视图' })
  @ApiOperation({ summary: '删除台账视图；以同一编号再保存即恢复' })
  @ApiParam({ name: 'id', type: String })
  @ApiNoContentResponse()
  async removeView(
    @Param('id', new Checked(idOf)) id: string,
    @Asker() asker: Principal,
    @Trail() trail: TrailNote,
  ): Promise<void> {
    const account = accountOf(asker);
    const { ledgerViews } = this.context.stores;
    const before = (await ledgerViews.views(account)).find((one) => one.id === id);
    await ledgerViews.remove(account, id);
    Object.assign(trail, { about: before?.name ?? id, before: before ?? null, after: null });
  }
}

/** @throws BadInput for a token. */
function accountOf({ account }: Principal): string {
  if (account === null) throw refused('视图', '接口令牌不能保存视图', '本人的账号');
  return account.id;
}
