import { Controller, Get, Inject, NotFoundException, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiProduces, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { localDateOf } from '#calendar';
import type { CaptureRow } from '#database';
import { fetchOutcomes } from '#evidence';
import { Allow } from '../access/allow.js';
import { Checked, shortText } from '../checked.js';
import { CaptureDetailDto } from '../dto/evidence.dto.js';
import { renderKeptPage } from '../pages/kept-page.js';
import { keptPagePolicy } from '../security-headers.js';
import { ServerContext } from '../server-context.js';

const word = z.string().max(500, '过长');
const marksQuery = z.object({
  mark: z
    .union([word.transform((mark) => [mark]), z.array(word).max(20, '至多 20 处')])
    .optional()
    .transform((marks) => marks ?? []),
});

@ApiTags('取证快照')
@Controller('captures')
export class CapturesController {
  constructor(@Inject(ServerContext) private readonly context: ServerContext) {}

  @Get(':id')
  @Allow('captures.read', { unit: { capture: 'id' } })
  @ApiOperation({ summary: '快照的来历与结果说明' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: CaptureDetailDto })
  async capture(@Param('id', new Checked(shortText)) id: string): Promise<CaptureDetailDto> {
    const capture = await this.find(id);
    const { title, meaning, action } = fetchOutcomes[capture.outcome];
    const address = `/api/v1/captures/${encodeURIComponent(id)}`;
    return {
      ...capture,
      explanation: { title, meaning, action },
      pageUrl: `${address}/page`,
      rawUrl: capture.sha256 === null ? null : `${address}/raw`,
      screenshotUrl: capture.screenshot === null ? null : `${address}/screenshot`,
    };
  }

  @Get(':id/page')
  @Allow('captures.read', { unit: { capture: 'id' } })
  @ApiOperation({ summary: '当时所见的页面：去掉一切可执行与外部内容，标出依据字句，供沙箱框架显示' })
  @ApiParam({ name: 'id', type: String })
  @ApiQuery({ name: 'mark', type: String, isArray: true, required: false, description: '要标出的字句，可重复' })
  @ApiProduces('text/html')
  @ApiOkResponse({ schema: { type: 'string' } })
  async capturePage(
    @Param('id', new Checked(shortText)) id: string,
    @Query(new Checked(marksQuery)) { mark }: z.output<typeof marksQuery>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const capture = await this.find(id);
    const body = capture.sha256 === null ? null : await this.context.blobs.get(capture.sha256);
    await reply
      .removeHeader('x-frame-options')
      .headers({ 'content-security-policy': keptPagePolicy, 'cache-control': 'private, max-age=3600' })
      .type('text/html; charset=utf-8')
      .send(renderKeptPage(capture, body, mark));
  }

  @Get(':id/raw')
  @Allow('captures.read', { unit: { capture: 'id' } })
  @ApiOperation({ summary: '原始字节，作为附件下载' })
  @ApiParam({ name: 'id', type: String })
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async captureRaw(@Param('id', new Checked(shortText)) id: string, @Res() reply: FastifyReply): Promise<void> {
    const { sha256 } = await this.find(id);
    if (sha256 === null) throw new NotFoundException('该快照没有内容');
    const bytes = await this.context.blobs.get(sha256);
    await reply
      .headers({
        'content-security-policy': keptPagePolicy,
        'content-disposition': `attachment; filename="${sha256.slice(0, 16)}.bin"`,
      })
      .type('application/octet-stream')
      .send(Buffer.from(bytes));
  }

  @Get(':id/screenshot')
  @Allow('captures.read', { unit: { capture: 'id' } })
  @ApiOperation({ summary: '当时页面截图：浏览器渲染的样子，不含样式和图片' })
  @ApiParam({ name: 'id', type: String })
  @ApiProduces('image/webp')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async captureScreenshot(@Param('id', new Checked(shortText)) id: string, @Res() reply: FastifyReply): Promise<void> {
    const { screenshot } = await this.find(id);
    if (screenshot === null) throw new NotFoundException('该快照没有截图');
    const bytes = await this.context.blobs.get(screenshot);
    await reply
      .headers({ 'content-security-policy': keptPagePolicy, 'cache-control': 'private, max-age=3600' })
      .type('image/webp')
      .send(Buffer.from(bytes));
  }

  private async find(id: string): Promise<CaptureRow> {
    const { evidence, links } = this.context.stores;
    const capture = (await evidence.capture(id)) ?? (await links.lookAsCapture(id));
    if (capture !== null) return capture;
    const handedIn = await this.context.stores.materials.version(id);
    if (handedIn)
      throw new NotFoundException(
        `这项依据不是网页，是${localDateOf(handedIn.sentAt)}报送的佐证材料 ${handedIn.requirement} 第${handedIn.version}版，见“佐证材料”页`,
      );
    const file = (await this.context.stores.imports.imports()).find((one) => one.id === id);
    throw new NotFoundException(
      file ? `这项依据不是网页，是${localDateOf(file.importedAt)}导入的文件“${file.name}”` : '没有这个取证快照',
    );
  }
}
