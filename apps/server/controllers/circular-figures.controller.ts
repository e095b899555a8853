import { Body, Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiBody, ApiConflictResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { newFiguresOf, takeInFigures } from '#operations';
import { Allow } from '../access/allow.js';
import { Asker, type Principal } from '../access/principal.js';
import { signerOf } from '../access/signer.js';
import { Trail, type TrailNote } from '../access/trail.interceptor.js';
import { Checked, shortText } from '../checked.js';
import { newFigures } from '../circular-drafts.js';
import { CircularVersionDto, NewFiguresDto, TakenFiguresDto } from '../dto/circular-draft.dto.js';
import { ErrorDto } from '../dto/common.dto.js';
import { ServerContext } from '../server-context.js';

/** Figures of the last assessment for the draft of a circular. */
@ApiTags('通报')
@Controller('circular-drafts')
export class CircularFiguresController {
  constructor(@Inject(ServerContext) private readonly context: ServerContext) {}

  @Get(':id/figures')
  @Allow('circulars.read', { unit: 'whole' })
  @ApiOperation({ summary: '按最近一次评分，稿子的数字会有哪些不同' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: NewFiguresDto })
  async newCircularFigures(@Param('id', new Checked(shortText)) draft: string): Promise<NewFiguresDto> {
    const sample = await this.context.showsSample();
    const { assessedAt, changes, dropped } = await newFiguresOf(this.books, draft, sample);
    return { assessedAt, changes, dropped };
  }

  @Post(':id/figures')
  @HttpCode(200)
  @Allow('circulars.write', { unit: 'whole', does: '更新通报稿的数字' })
  @ApiOperation({ summary: '把稿子换成最近一次评分的数字，另存一版；所写的文字保留' })
  @ApiParam({ name: 'id', type: String })
  @ApiBody({ type: TakenFiguresDto })
  @ApiOkResponse({ type: CircularVersionDto })
  @ApiConflictResponse({ description: '别人已先保存，或稿子已送审', type: ErrorDto })
  async takeInFigures(
    @Param('id', new Checked(shortText)) draft: string,
    @Body(new Checked(newFigures)) sent: z.output<typeof newFigures>,
    @Asker() asker: Principal,
    @Trail() trail: TrailNote,
  ): Promise<CircularVersionDto> {
    const deed = { doer: signerOf(asker), now: this.context.now() };
    const { revision, author, savedAt } = await takeInFigures(this.books, { id: draft, ...sent }, deed);
    Object.assign(trail, { after: { draft, revision } });
    return { revision, author, savedAt };
  }

  private get books() {
    const { stores, blobs, now } = this.context;
    return { ...stores, blobs, clock: { now } };
  }
}
