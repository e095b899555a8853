import { Body, Controller, Get, HttpCode, Inject, Post, Query } from '@nestjs/common';
import {
  ApiBody,
  ApiConflictResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiQuery,
  ApiTags,
} from '@nestjs/swagger';
import { z } from 'zod';
import { parsePeriod } from '#calendar';
import { releasablePeriods, releaseResult, switchPublicPage, usualLicence } from '#operations';
import { Allow } from '../access/allow.js';
import { Asker, type Principal } from '../access/principal.js';
import { signerOf } from '../access/signer.js';
import { Trail, type TrailNote } from '../access/trail.interceptor.js';
import { programmeOf } from '../casework.js';
import { Checked, exactly, shortText } from '../checked.js';
import { ErrorDto } from '../dto/common.dto.js';
import {
  describePageWord,
  describeReleasable,
  describeReleaseWord,
  NewPublicPageWordDto,
  NewPublicReleaseDto,
  PublicPageStateDto,
} from '../dto/public.dto.js';
import { ServerContext } from '../server-context.js';

const query = z.object({ programme: shortText });
const typed = z.string({ error: '应为文字' }).max(4000, '过长');
const common = {
  id: z.uuid({ error: '应为 UUID' }),
  reason: typed,
  seen: shortText.nullable(),
};
const flag = z.boolean({ error: '应为 true 或 false' });
const newWord = exactly({ ...common, isOpen: flag, office: typed, licence: typed });
const newRelease = exactly({ ...common, isReleased: flag, programme: shortText, period: shortText });

/** What the office does with its public page. */
@ApiTags('公开页')
@Controller('public-page')
export class PublicPageController {
  constructor(@Inject(ServerContext) private readonly context: ServerContext) {}

  @Get()
  @Allow('results.release', { unit: 'whole' })
  @ApiOperation({ summary: '公开页开没开启、公开了哪些结果、历次改动' })
  @ApiQuery({ name: 'programme', type: String, description: '列出这个方案评过分的周期' })
  @ApiOkResponse({ type: PublicPageStateDto })
  async publicPageState(@Query(new Checked(query)) { programme }: z.output<typeof query>): Promise<PublicPageStateDto> {
    const { stores } = this.context;
    const sample = await this.context.showsSample();
    const { id } = await programmeOf(this.context, programme);
    const [words, releases, periods] = await Promise.all([
      stores.publicPage.words(sample),
      stores.publicPage.releases(sample),
      releasablePeriods(stores, id, sample),
    ]);
    return {
      usualLicence,
      words: words.map(describePageWord),
      word: words[0] ? describePageWord(words[0]) : null,
      releases: releases.map(describeReleaseWord),
      periods: periods.map(describeReleasable),
    };
  }

  @Post('words')
  @HttpCode(204)
  @Allow('publicPage.switch', { unit: 'whole', does: '改动公开页' })
  @ApiOperation({ summary: '开启或关闭公开页，立即生效；开启后可再改发布机关和使用许可' })
  @ApiBody({ type: NewPublicPageWordDto })
  @ApiNoContentResponse()
  @ApiConflictResponse({ description: '别人已先改动', type: ErrorDto })
  async switchPublicPage(
    @Body(new Checked(newWord)) sent: z.output<typeof newWord>,
    @Asker() asker: Principal,
    @Trail() trail: TrailNote,
  ): Promise<void> {
    const deed = { doer: signerOf(asker), now: this.context.now() };
    const before = await switchPublicPage(this.context.stores, await this.context.showsSample(), sent, deed);
    Object.assign(trail, {
      about: `${sent.isOpen ? '开启' : '关闭'}，${sent.reason}`,
      before: before && describePageWord(before),
      after: sent,
    });
  }

  @Post('releases')
  @HttpCode(204)
  @Allow('results.release', { unit: 'whole', does: '公开或撤下评估结果' })
  @ApiOperation({ summary: '把一期最近一次评分的结果放上公开页，或撤下；须先有这次评分的通报' })
  @ApiBody({ type: NewPublicReleaseDto })
  @ApiNoContentResponse()
  @ApiConflictResponse({ description: '别人已先改动', type: ErrorDto })
  async releaseResult(
    @Body(new Checked(newRelease)) sent: z.output<typeof newRelease>,
    @Asker() asker: Principal,
    @Trail() trail: TrailNote,
  ): Promise<void> {
    const deed = { doer: signerOf(asker), now: this.context.now() };
    await releaseResult(this.context.stores, await this.context.showsSample(), sent, deed);
    trail.about = `${sent.isReleased ? '公开' : '撤下'}${parsePeriod(sent.period).title}，${sent.reason}`;
  }
}
