import { Readable } from 'node:stream';
import {
  BadRequestException,
  Body,
  Controller,
  Delete,
  Get,
  Headers,
  HttpCode,
  Inject,
  NotFoundException,
  Param,
  PayloadTooLargeException,
  Post,
  Put,
  Query,
  Res,
} from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiProduces,
  ApiQuery,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { uploadKinds, uploadsTaken } from '#files';
import { Slots } from '#kernel';
import { keepUpload, removeUpload } from '#operations';
import { Allow } from '../access/allow.js';
import { caseDoerOf } from '../access/case-doer.js';
import { Asker, type Principal } from '../access/principal.js';
import { Trail, type TrailNote } from '../access/trail.interceptor.js';
import { Checked, shortText } from '../checked.js';
import { describeUpload, UploadDto, UploadRuleDto } from '../dto/upload.dto.js';
import { sendDownload } from '../download.js';
import { readBytes } from '../read-bytes.js';
import { keptPagePolicy } from '../security-headers.js';
import { ServerContext } from '../server-context.js';

const uploadQuery = z.object({ organisation: shortText, name: z.string({ error: '缺少或重复' }).max(500, '过长') });

/** So many files are held in memory at once; the others wait unread. */
const atOnce = new Slots(3);

/** Files from people: looked at before they are kept, given out only as downloads. */
@ApiTags('上传的文件')
@Controller()
export class UploadsController {
  constructor(@Inject(ServerContext) private readonly context: ServerContext) {}

  @Get('upload-rule')
  @Allow('materials.read', { unit: 'none' })
  @ApiOperation({ summary: '收哪些文件，最大多少' })
  @ApiOkResponse({ type: UploadRuleDto })
  uploadRule(): UploadRuleDto {
    return { ...this.context.uploads, kinds: [...uploadKinds], taken: uploadsTaken };
  }

  @Post('uploads')
  @Allow('materials.write', { unit: { query: 'organisation' }, does: '上传文件', takes: 'bytes' })
  @ApiOperation({
    summary:
      '上传一个文件：请求内容就是文件本身；按内容判定类型，有宏、脚本、加密或夹带其他内容的不收；同一内容、同一名称再传还是同一个文件',
  })
  @ApiQuery({ name: 'organisation', type: String, description: '单位编号' })
  @ApiQuery({ name: 'name', type: String, description: '文件名' })
  @ApiConsumes('application/octet-stream')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ApiCreatedResponse({ type: UploadDto })
  async upload(
    @Query(new Checked(uploadQuery)) { organisation, name }: z.output<typeof uploadQuery>,
    @Headers('content-length') length: string | undefined,
    @Body() body: unknown,
    @Asker() asker: Principal,
    @Trail() trail: TrailNote,
  ): Promise<UploadDto> {
    if (!(body instanceof Readable)) throw new BadRequestException('请求内容须为文件本身');
    const { uploads: rules, stores, blobs, now } = this.context;
    const doer = caseDoerOf(asker);
    if (Number(length) > rules.maxBytes)
      throw new PayloadTooLargeException(`文件超过 ${Math.floor(rules.maxBytes / 1_000_000)} MB`);
    const kept = await atOnce.run(async () => {
      const bytes = await readBytes(body, rules.maxBytes);
      return keepUpload({ ...stores, blobs }, { organisation, name, bytes }, doer, { rules, now: now() });
    });
    const upload = describeUpload(kept);
    Object.assign(trail, { about: upload.name, after: upload });
    return upload;
  }

  @Get('uploads/:id')
  @Allow('materials.read', { unit: { upload: 'id' } })
  @ApiOperation({ summary: '下载上传的文件；只作为附件，浏览器不打开' })
  @ApiParam({ name: 'id', type: String })
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async uploadedFile(@Param('id', new Checked(shortText)) id: string, @Res() reply: FastifyReply): Promise<void> {
    const file = await this.context.stores.uploads.upload(id);
    if (file === null) throw new NotFoundException('没有这个文件');
    const bytes = await this.context.blobs.get(file.sha256);
    void reply.header('content-security-policy', keptPagePolicy);
    const type = 'application/octet-stream';
    await sendDownload(reply, { name: file.name, plain: `file.${file.kind}`, type, bytes });
  }

  @Delete('uploads/:id')
  @HttpCode(204)
  @Allow('materials.write', { unit: { upload: 'id' }, does: '移除上传的文件' })
  @ApiOperation({ summary: '移除本人上传而没有报送的文件；已报送的留作依据，不能移除' })
  @ApiParam({ name: 'id', type: String })
  @ApiNoContentResponse()
  async removeUpload(
    @Param('id', new Checked(shortText)) id: string,
    @Asker() asker: Principal,
    @Trail() trail: TrailNote,
  ): Promise<void> {
    await this.setRemoved(id, this.context.now(), asker, trail);
  }

  @Put('uploads/:id')
  @HttpCode(204)
  @Allow('materials.write', { unit: { upload: 'id' }, does: '放回移除的文件' })
  @ApiOperation({ summary: '放回刚移除的文件；一天以后可能已经清理' })
  @ApiParam({ name: 'id', type: String })
  @ApiNoContentResponse()
  async putUploadBack(
    @Param('id', new Checked(shortText)) id: string,
    @Asker() asker: Principal,
    @Trail() trail: TrailNote,
  ): Promise<void> {
    await this.setRemoved(id, null, asker, trail);
  }

  private async setRemoved(id: string, at: Date | null, asker: Principal, trail: TrailNote): Promise<void> {
    const { name } = await removeUpload(this.context.stores, id, { by: caseDoerOf(asker).id, at });
    Object.assign(trail, { about: name, after: { id, name } });
  }
}
