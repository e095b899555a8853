import { Controller, Get, Inject, NotFoundException, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { findBrowser } from '#crawlers';
import { Slots } from '#kernel';
import { dayOf, leaderBoard, leaderBrief, wordedResult } from '#operations';
import { Allow } from '../access/allow.js';
import { Checked, scopeQuery, type ScopeQuery } from '../checked.js';
import { LeaderBoardDto } from '../dto/leader.dto.js';
import { fileTypes, sendDownload } from '../download.js';
import { ServerContext } from '../server-context.js';
import { describeBoard, tasksOfAll } from '../task-board.js';

/** Each starts a browser: one at a time, the others wait. */
const printing = new Slots(1);

/** A period at one glance, for whoever leads. */
@ApiTags('领导看板')
@Controller('leader')
export class LeaderController {
  constructor(@Inject(ServerContext) private readonly context: ServerContext) {}

  @Get()
  @Allow('overview.read', { unit: 'whole' })
  @ApiOperation({ summary: '领导看板：需要决定的、进展、示范点、先进和后进、名次变动' })
  @ApiQuery({ name: 'programme', type: String })
  @ApiQuery({ name: 'period', type: String })
  @ApiOkResponse({ type: LeaderBoardDto })
  async leaderBoard(@Query(new Checked(scopeQuery)) scope: ScopeQuery): Promise<LeaderBoardDto> {
    return (await this.read(scope)).board;
  }

  @Get('brief.pdf')
  @Allow('overview.read', { unit: 'whole' })
  @ApiOperation({ summary: '领导看板印成一页的简报（PDF），数字与看板一致' })
  @ApiQuery({ name: 'programme', type: String })
  @ApiQuery({ name: 'period', type: String })
  @ApiProduces(fileTypes.pdf)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async leaderBrief(@Query(new Checked(scopeQuery)) scope: ScopeQuery, @Res() reply: FastifyReply): Promise<void> {
    const { stores, now } = this.context;
    const { board, programme } = await this.read(scope);
    const { stages } = describeBoard(
      programme,
      board.assessment.asOf,
      await tasksOfAll(stores, await wordedResult(stores, board.assessment, { units: null, today: dayOf(now()) })),
    );
    const bytes = await printing.run(() => leaderBrief(board, stages, findBrowser(this.context.browser)));
    const name = `政务公开工作简报 ${scope.period}.pdf`;
    await sendDownload(reply, { name, plain: 'brief.pdf', type: fileTypes.pdf, bytes });
  }

  private async read(scope: ScopeQuery) {
    const { stores, sample, now } = this.context;
    const head = await stores.assessments.head({ ...scope, sample });
    const programme = await this.context.programme(scope.programme, head?.programmeVersion);
    if (programme === null) throw new NotFoundException(`没有名为“${scope.programme}”的方案`);
    const board = head && (await leaderBoard(stores, programme, head, now()));
    if (!board) throw new NotFoundException(`方案“${scope.programme}”在 ${scope.period} 还没有评估`);
    return { board, programme };
  }
}
