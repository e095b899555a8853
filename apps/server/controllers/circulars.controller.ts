import { Controller, Get, Inject, NotFoundException, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiProduces, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Allow } from '../access/allow.js';
import { Checked, shortText } from '../checked.js';
import { CircularDto, circularFormats } from '../dto/circular.dto.js';
import { fileTypes, sendDownload } from '../download.js';
import { ServerContext } from '../server-context.js';

const listQuery = z.object({ programme: shortText.optional(), period: shortText.optional() });
const fileQuery = z.object({
  format: z.enum(circularFormats, { error: `应为 ${circularFormats.join('、')}` }).default('docx'),
});

@ApiTags('通报')
@Controller('circulars')
export class CircularsController {
  constructor(@Inject(ServerContext) private readonly context: ServerContext) {}

  @Get()
  @Allow('circulars.read', { unit: 'none' })
  @ApiOperation({ summary: '已生成的通报，新的在前' })
  @ApiQuery({ name: 'programme', type: String, required: false })
  @ApiQuery({ name: 'period', type: String, required: false })
  @ApiOkResponse({ type: [CircularDto] })
  async circulars(@Query(new Checked(listQuery)) query: z.output<typeof listQuery>): Promise<CircularDto[]> {
    return this.context.stores.circulars.listCirculars({ ...query, sample: await this.context.showsSample() });
  }

  @Get(':id/file')
  @Allow('circulars.read', { unit: 'none' })
  @ApiOperation({ summary: '下载通报或其附件' })
  @ApiParam({ name: 'id', type: String })
  @ApiQuery({ name: 'format', enum: circularFormats, required: false, description: '缺省 docx' })
  @ApiProduces(...Object.values(fileTypes))
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async circularFile(
    @Param('id', new Checked(shortText)) id: string,
    @Query(new Checked(fileQuery)) { format }: z.output<typeof fileQuery>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const circular = await this.context.stores.circulars.circular(id);
    const file = circular?.files.find((each) => each.format === format);
    if (file === undefined) throw new NotFoundException('没有这份通报或这种格式');
    const bytes = await this.context.blobs.get(file.sha256);
    await sendDownload(reply, { name: file.name, plain: `circular.${format}`, type: fileTypes[format], bytes });
  }
}
