import {
  BadRequestException,
  Body,
  Controller,
  Get,
  HttpCode,
  Inject,
  NotFoundException,
  Param,
  Post,
  Query,
  ServiceUnavailableException,
} from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiParam, ApiQuery, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { siteId } from '#database';
import { explainBytes, explainCapture, looseVisit, webPage } from '#operations';
import { Allow } from '../access/allow.js';
import { Checked, exactly, shortText } from '../checked.js';
import { KeptPageDto, NewReadingDto, readAs, TriedReadingDto } from '../dto/reading.dto.js';
import { renderTriedPage } from '../pages/kept-page.js';
import { ServerContext } from '../server-context.js';

/** Pages that are fetched for somebody who tries at the same time; one more is asked to wait. */
const mostAtOnce = 3;
const mostPages = 300;

const newReading = exactly({
  url: z
    .string({ error: '缺少网址' })
    .trim()
    .max(2000, '过长')
    .regex(/^https?:\/\/[^\s/]+/i, '应为 http:// 或 https:// 开头的完整网址'),
  as: z.enum(readAs, { error: `应为 ${readAs.join('、')}` }).default('detail'),
});
const pagesQuery = z.object({ organisation: shortText, words: z.string().max(100, '过长').default('') });

@ApiTags('读取')
@Controller()
export class ReadingsController {
  private underWay = 0;

  constructor(@Inject(ServerContext) private readonly context: ServerContext) {}

  @Post('readings')
  @HttpCode(200)
  @Allow('readings.try', { unit: 'none', does: '试读网址' })
  @ApiOperation({ summary: '试读一个网址：读到什么、取自何处、有多大把握；什么也不留存。访问规则与采集相同' })
  @ApiBody({ type: NewReadingDto })
  @ApiOkResponse({ type: TriedReadingDto })
  async tryReading(@Body(new Checked(newReading)) { url, as }: z.output<typeof newReading>): Promise<TriedReadingDto> {
    if (!URL.canParse(url)) throw new BadRequestException('url：不是网址');
    if (this.underWay >= mostAtOnce) throw new ServiceUnavailableException('试读的人较多，请稍后再试');
    this.underWay += 1;
    try {
      const page = await webPage(new URL(url).href, this.context.network);
      const { printed, explanation, charset } = await explainBytes(page, { ...looseVisit, as });
      return {
        url: page.url,
        reading: printed,
        explanation,
        pageUrl: null,
        pageHtml: renderTriedPage(page, charset, this.context.now(), explanation.marks),
      };
    } finally {
      this.underWay -= 1;
    }
  }

  @Get('captures/:id/reading')
  @Allow('captures.read', { unit: { capture: 'id' } })
  @ApiOperation({ summary: '从留存的页面重新读一遍：读到什么、取自何处、有多大把握' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: TriedReadingDto })
  async captureReading(@Param('id', new Checked(shortText)) id: string): Promise<TriedReadingDto> {
    const capture = await this.context.stores.evidence.capture(id);
    if (capture === null) throw new NotFoundException('没有这个取证快照');
    const { printed, explanation } = await explainCapture(this.context, capture);
    return {
      url: capture.finalUrl,
      reading: printed,
      explanation,
      pageUrl: `/api/v1/captures/${encodeURIComponent(id)}/page`,
      pageHtml: null,
    };
  }

  @Get('site-pages')
  @Allow('captures.read', { unit: { query: 'organisation' } })
  @ApiOperation({ summary: `单位网站最近一轮读到的页面，首页和栏目在前，至多 ${mostPages} 个` })
  @ApiQuery({ name: 'organisation', type: String, description: '单位编号' })
  @ApiQuery({ name: 'words', type: String, required: false, description: '网址或链接文字中含有的字词' })
  @ApiOkResponse({ type: [KeptPageDto] })
  async sitePages(
    @Query(new Checked(pagesQuery)) { organisation, words }: z.output<typeof pagesQuery>,
  ): Promise<KeptPageDto[]> {
    const { organisations, rounds, evidence } = this.context.stores;
    const unit = await organisations.organisation(organisation);
    if (unit === null) throw new NotFoundException('没有这个单位');
    if (unit.site === null) return [];
    const site = siteId(unit.site);
    const round = (await rounds.latestRoundOfSites([site])).get(site);
    return round ? evidence.pages(round.id, site, words, mostPages) : [];
  }
}
