import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Body, Controller, Get, HttpCode, Inject, NotFoundException, Param, Post, Query, Res } from '@nestjs/common';
import {
  ApiBody,
  ApiConflictResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiProduces,
  ApiQuery,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { circularWords } from '#casework';
import { circularKinds, issueCircular, sayOfCircular } from '#operations';
import { Allow } from '../access/allow.js';
import { Asker, type Principal } from '../access/principal.js';
import { signerOf } from '../access/signer.js';
import { Trail, type TrailNote } from '../access/trail.interceptor.js';
import { Checked, exactly, shortText } from '../checked.js';
import {
  CircularDto,
  circularFormats,
  IssuedCircularDto,
  listCircular,
  ListedCircularDto,
  NewCircularDto,
  NewCircularWordDto,
} from '../dto/circular.dto.js';
import { ErrorDto } from '../dto/common.dto.js';
import { fileTypes, sendDownload } from '../download.js';
import { oneByOne } from '../one-by-one.js';
import { ServerContext } from '../server-context.js';

const listQuery = z.object({ programme: shortText.optional(), period: shortText.optional() });
const fileQuery = z.object({
  format: z.enum(circularFormats, { error: `应为 ${circularFormats.join('、')}` }).default('docx'),
});

const newCircular = exactly({
  programme: shortText,
  period: shortText,
  kind: z.enum(circularKinds, { error: `应为 ${circularKinds.join('、')}` }),
});

const newWord = exactly({
  id: z.uuid({ error: '应为 UUID' }),
  word: z.enum(circularWords, { error: `应为 ${circularWords.join('、')}` }),
  reason: z.string({ error: '应为文字' }).max(4000, '过长'),
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
  @ApiOkResponse({ type: [ListedCircularDto] })
  async circulars(@Query(new Checked(listQuery)) query: z.output<typeof listQuery>): Promise<ListedCircularDto[]> {
    const sample = await this.context.showsSample();
    return (await this.context.stores.circulars.listCirculars({ ...query, sample })).map(listCircular);
  }

  @Post()
  @HttpCode(200)
  @Allow('circulars.issue', { unit: 'whole', does: '生成通报' })
  @ApiOperation({ summary: '按最近一次评分生成通报；方案要求先复核的没有复核完、预警没有查明的不生成' })
  @ApiBody({ type: NewCircularDto })
  @ApiOkResponse({ type: IssuedCircularDto })
  async issueCircular(
    @Body(new Checked(newCircular)) request: z.output<typeof newCircular>,
    @Asker() { sample }: Principal,
    @Trail() trail: TrailNote,
  ): Promise<IssuedCircularDto> {
    const { stores, blobs, now, browser } = this.context;
    const books = { ...stores, blobs, clock: { now }, settings: browser };
    const { circular, warnings } = await oneByOne.run(async () => {
      const out = await mkdtemp(join(tmpdir(), 'mingjing-circular-'));
      return issueCircular(books, { ...request, out, sample }).finally(() => rm(out, { recursive: true, force: true }));
    });
    Object.assign(trail, { about: circular.title.slice(0, 100), after: { ...request, id: circular.id } });
    return { circular, warnings };
  }

  @Post(':id/words')
  @HttpCode(200)
  @Allow('circulars.issue', { unit: 'whole', does: '撤销通报' })
  @ApiOperation({ summary: '撤销通报，或恢复撤销的；文件留存，仍可下载' })
  @ApiParam({ name: 'id', type: String })
  @ApiBody({ type: NewCircularWordDto })
  @ApiOkResponse({ type: CircularDto })
  @ApiConflictResponse({ description: '别人已先办理', type: ErrorDto })
  async sayOfCircular(
    @Param('id', new Checked(shortText)) id: string,
    @Body(new Checked(newWord)) sent: z.output<typeof newWord>,
    @Asker() asker: Principal,
    @Trail() trail: TrailNote,
  ): Promise<CircularDto> {
    const { stores, now } = this.context;
    const circular = await sayOfCircular(stores, id, sent, { doer: signerOf(asker), now: now() });
    const { word, reason } = sent;
    const done = word === 'revoked' ? '撤销' : '恢复';
    Object.assign(trail, { about: `${done} ${circular.title}`.slice(0, 100), after: { circular: id, word, reason } });
    return circular;
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
