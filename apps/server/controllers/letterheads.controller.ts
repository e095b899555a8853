import { Body, Controller, Get, Inject, Param, Put, Query } from '@nestjs/common';
import {
  ApiBody,
  ApiConflictResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiQuery,
  ApiTags,
} from '@nestjs/swagger';
import { z } from 'zod';
import type { Letterhead } from '#circulars';
import { letterheadIn, letterheadPreview, letterheadVersions, likelyNumber, saveLetterhead } from '#operations';
import { Allow } from '../access/allow.js';
import { Asker, type Principal } from '../access/principal.js';
import { signerOf } from '../access/signer.js';
import { Trail, type TrailNote } from '../access/trail.interceptor.js';
import { Checked, exactly } from '../checked.js';
import { ErrorDto } from '../dto/common.dto.js';
import {
  ChangedLetterheadDto,
  describeLetterhead,
  LetterheadDto,
  LetterheadPreviewDto,
  LetterheadVersionDto,
} from '../dto/letterhead.dto.js';
import { ServerContext } from '../server-context.js';

const id = z.uuid({ error: '应为 UUID' });
const text = z.string({ error: '应为文字' }).max(2000, '过长');
const texts = {
  ...{ issuer: text, heading: text, code: text, recipients: text, copyTo: text, signature: text, printedBy: text },
  ...{ contact: text, publicNote: text },
};
const content: z.ZodType<Letterhead> = exactly({ ...texts, inUse: z.boolean({ error: '应为是或否' }) });
const free = { copyTo: text.default(''), contact: text.default(''), publicNote: text.default('') };
const previewQuery = z.object({ ...texts, ...free });
const changed = exactly({
  base: z.number({ error: '应为整数' }).int().min(0).max(999_999_999),
  ...{ content, reason: text },
});

/** 发文模板: what an office prints around its circulars, every change a further version. */
@ApiTags('通报')
@Controller('letterheads')
export class LetterheadsController {
  constructor(@Inject(ServerContext) private readonly context: ServerContext) {}

  @Get()
  @Allow('circulars.read', { unit: 'whole' })
  @ApiOperation({ summary: '发文模板的最近一版，先建的在前' })
  @ApiOkResponse({ type: [LetterheadDto] })
  async letterheads(): Promise<LetterheadDto[]> {
    const { stores, now } = this.context;
    const sample = await this.context.showsSample();
    const rows = await stores.letterheads.newest(sample);
    return Promise.all(
      rows.map(async (row) => ({
        ...describeLetterhead(row),
        likelyNumber: await likelyNumber(stores, sample, now(), letterheadIn(row).code),
      })),
    );
  }

  @Get(':id/versions')
  @Allow('circulars.read', { unit: 'whole' })
  @ApiOperation({ summary: '一个发文模板的历次版本，新的在前' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: [LetterheadVersionDto] })
  async letterheadVersions(@Param('id', new Checked(id)) letterhead: string): Promise<LetterheadVersionDto[]> {
    const sample = await this.context.showsSample();
    return (await letterheadVersions(this.context.stores, letterhead, sample)).map(describeLetterhead);
  }

  @Put(':id')
  @Allow('circulars.write', { unit: 'whole', does: '修改发文模板' })
  @ApiOperation({ summary: '新建发文模板，或在所看的一版上保存新的一版；起草过的通报不变' })
  @ApiParam({ name: 'id', type: String, description: '新建的由客户端生成 UUID' })
  @ApiBody({ type: ChangedLetterheadDto })
  @ApiOkResponse({ type: LetterheadVersionDto })
  @ApiConflictResponse({ description: '别人已先保存', type: ErrorDto })
  async saveLetterhead(
    @Param('id', new Checked(id)) letterhead: string,
    @Body(new Checked(changed)) sent: z.output<typeof changed>,
    @Asker() asker: Principal,
    @Trail() trail: TrailNote,
  ): Promise<LetterheadVersionDto> {
    const { stores, now } = this.context;
    const row = await saveLetterhead(stores, { id: letterhead, ...sent }, { doer: signerOf(asker), now: now() });
    const { version, reason } = row;
    Object.assign(trail, { about: letterheadIn(row).issuer, after: { letterhead, version, reason } });
    return describeLetterhead(row);
  }

  @Get('preview')
  @Allow('circulars.read', { unit: 'whole' })
  @ApiOperation({ summary: '照这样印出来的第一页，供沙箱框架显示；什么也不保存' })
  @ApiQuery({ name: 'issuer', type: String })
  @ApiQuery({ name: 'heading', type: String })
  @ApiQuery({ name: 'code', type: String })
  @ApiQuery({ name: 'recipients', type: String })
  @ApiQuery({ name: 'copyTo', type: String, required: false })
  @ApiQuery({ name: 'signature', type: String })
  @ApiQuery({ name: 'printedBy', type: String })
  @ApiQuery({ name: 'contact', type: String, required: false })
  @ApiQuery({ name: 'publicNote', type: String, required: false })
  @ApiOkResponse({ type: LetterheadPreviewDto })
  async previewLetterhead(
    @Query(new Checked(previewQuery)) sent: z.output<typeof previewQuery>,
  ): Promise<LetterheadPreviewDto> {
    const sample = await this.context.showsSample();
    return { page: letterheadPreview({ ...sent, inUse: true }, sample, this.context.now()) };
  }
}
