import {
  Body,
  ConflictException,
  Controller,
  Delete,
  Get,
  HttpCode,
  Inject,
  NotFoundException,
  Param,
  Post,
  Query,
} from '@nestjs/common';
import {
  ApiBody,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiQuery,
  ApiTags,
} from '@nestjs/swagger';
import { z } from 'zod';
import { channelKinds } from '#casework';
import { addChannel, digestOf, removeChannel, tryChannel } from '#operations';
import { Allow } from '../access/allow.js';
import { Asker, type Principal } from '../access/principal.js';
import { Trail, type TrailNote } from '../access/trail.interceptor.js';
import { programmeOf } from '../casework.js';
import { Checked, exactly, scopeQuery, type ScopeQuery, shortText } from '../checked.js';
import { ChannelDto, describeChannel, DigestLineDto, NewChannelDto } from '../dto/channel.dto.js';
import { ServerContext } from '../server-context.js';

const newChannel = exactly({
  name: z.string({ error: '应为文字' }).max(200, '过长'),
  kind: z.enum(channelKinds, { error: `应为 ${channelKinds.join('、')}` }),
  url: z.string({ error: '应为网址' }).max(2000, '过长'),
  secret: z.string({ error: '应为文字' }).max(500, '过长').nullable(),
  programme: shortText,
  hour: z.int({ error: '应为 0 至 23' }).min(0, '应为 0 至 23').max(23, '应为 0 至 23'),
  workdaysOnly: z.boolean({ error: '应为 true 或 false' }),
});

@ApiTags('通知')
@Controller()
export class ChannelsController {
  constructor(@Inject(ServerContext) private readonly context: ServerContext) {}

  @Get('digest')
  @Allow('alarms.read', { unit: 'whole' })
  @ApiOperation({ summary: '有待办理的事项，每件一句话，急的在前' })
  @ApiQuery({ name: 'programme', type: String })
  @ApiQuery({ name: 'period', type: String })
  @ApiOkResponse({ type: [DigestLineDto] })
  async digest(@Query(new Checked(scopeQuery)) query: ScopeQuery): Promise<DigestLineDto[]> {
    const { stores } = this.context;
    const head = await stores.assessments.head({ ...query, sample: await this.context.showsSample() });
    const programme = await programmeOf(this.context, query.programme, head?.programmeVersion);
    if (head === null) throw new NotFoundException('这个方案和周期还没有评过分');
    return digestOf({ ...stores, blobs: this.context.blobs }, { programme, head }, this.context.now());
  }

  @Get('channels')
  @Allow('channels.manage', { unit: 'whole' })
  @ApiOperation({ summary: '每天收到待办通知的群机器人和邮箱' })
  @ApiOkResponse({ type: [ChannelDto] })
  async channels(): Promise<ChannelDto[]> {
    return (await this.context.stores.channels.channels()).map(describeChannel);
  }

  @Post('channels')
  @Allow('channels.manage', { unit: 'whole', does: '设立通知' })
  @ApiOperation({ summary: '设立群机器人通知' })
  @ApiBody({ type: NewChannelDto })
  @ApiCreatedResponse({ type: ChannelDto })
  async add(
    @Body(new Checked(newChannel)) asked: z.output<typeof newChannel>,
    @Asker() asker: Principal,
    @Trail() trail: TrailNote,
  ): Promise<ChannelDto> {
    await this.holdToRealData();
    const { id: programme } = await programmeOf(this.context, asked.programme);
    const about = {
      by: asker.name,
      now: this.context.access.now(),
      settings: this.context.network,
      mailer: this.context.mailer,
    };
    const row = describeChannel(await addChannel(this.context.stores, { ...asked, programme }, about));
    Object.assign(trail, { about: row.name, after: row });
    return row;
  }

  @Post('channels/:id/try')
  @HttpCode(204)
  @Allow('channels.manage', { unit: 'whole', does: '试发通知' })
  @ApiOperation({ summary: '现在就发一次' })
  @ApiParam({ name: 'id', type: String })
  @ApiNoContentResponse()
  async try(@Param('id', new Checked(shortText)) id: string, @Trail() trail: TrailNote): Promise<void> {
    await this.holdToRealData();
    const { stores, blobs, network, access, mailer } = this.context;
    Object.assign(trail, { about: (await stores.channels.channel(id))?.name });
    await tryChannel({ ...stores, blobs }, id, network, access.now(), mailer);
  }

  @Delete('channels/:id')
  @HttpCode(204)
  @Allow('channels.manage', { unit: 'whole', does: '撤销通知' })
  @ApiOperation({ summary: '撤销群机器人通知，立即生效' })
  @ApiParam({ name: 'id', type: String })
  @ApiNoContentResponse()
  async remove(@Param('id', new Checked(shortText)) id: string, @Trail() trail: TrailNote): Promise<void> {
    const row = describeChannel(await removeChannel(this.context.stores, id, this.context.access.now()));
    Object.assign(trail, { about: row.name, before: row });
  }

  /** Anybody may try the sample's accounts, and none of them is to make this machine write to somebody's robot. */
  private async holdToRealData(): Promise<void> {
    if (await this.context.isOpen()) throw new ConflictException('示例数据不发送通知；导入真实单位后再设');
  }
}
