import { Body, Controller, Get, HttpCode, Inject, Post, Query } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { pendingDecisions, reviewedHead } from '#operations';
import { Allow } from '../access/allow.js';
import { caseDoerOf } from '../access/case-doer.js';
import { Asker, type Principal } from '../access/principal.js';
import { Trail, type TrailNote } from '../access/trail.interceptor.js';
import { Checked, exactly, scopeQuery, type ScopeQuery, shortText } from '../checked.js';
import { NewScoringRunDto, ScoringDto, ScoringRunDto } from '../dto/review.dto.js';
import { ServerContext } from '../server-context.js';

const newRun = exactly({ programme: shortText, period: shortText });

@ApiTags('复核')
@Controller('assessments')
export class AssessmentsController {
  constructor(@Inject(ServerContext) private readonly context: ServerContext) {}

  @Get('runs')
  @Allow('reviews.read', { unit: 'none' })
  @ApiOperation({ summary: '尚未计入评分的决定有多少，重新评分进行到哪里' })
  @ApiQuery({ name: 'programme', type: String })
  @ApiQuery({ name: 'period', type: String })
  @ApiOkResponse({ type: ScoringDto })
  async scoringRun(@Query(new Checked(scopeQuery)) scope: ScopeQuery): Promise<ScoringDto> {
    const { stores, scoring, sample } = this.context;
    const head = await reviewedHead(stores, { ...scope, sample });
    return {
      asOf: head.asOf,
      assessedAt: head.assessedAt,
      pending: await pendingDecisions(stores, head),
      run: scoring.of(head),
    };
  }

  @Post('runs')
  @HttpCode(200)
  @Allow('assessments.run', { unit: 'whole', does: '重新评分' })
  @ApiOperation({ summary: '按最新证据和已作的决定重新评分；已在进行的不重复开始' })
  @ApiBody({ type: NewScoringRunDto })
  @ApiOkResponse({ type: ScoringRunDto })
  async beginScoringRun(
    @Body(new Checked(newRun)) scope: z.output<typeof newRun>,
    @Asker() asker: Principal,
    @Trail() trail: TrailNote,
  ): Promise<ScoringRunDto> {
    const run = await this.context.scoring.begin({ ...scope, sample: this.context.sample }, caseDoerOf(asker));
    Object.assign(trail, { about: `${scope.programme} ${scope.period}`, after: { ...run } });
    return { ...run };
  }
}
