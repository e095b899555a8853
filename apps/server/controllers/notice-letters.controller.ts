import { Controller, Get, Inject, NotFoundException, Param, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { renderLetter, type Letter } from '#circulars';
import { asItStands, noticeLetter } from '#operations';
import { Allow } from '../access/allow.js';
import { scoredProgramme } from '../casework.js';
import { Checked, shortText } from '../checked.js';
import { fileTypes, sendDownload } from '../download.js';
import { printLetter } from '../one-by-one.js';
import { ServerContext } from '../server-context.js';

/** Notices to mend as letters of the office. */
@ApiTags('申诉与整改')
@Controller('rectifications')
export class NoticeLettersController {
  constructor(@Inject(ServerContext) private readonly context: ServerContext) {}

  @Get(':id/letter.docx')
  @Allow('appeals.read', { unit: { notice: 'id' } })
  @ApiOperation({ summary: '整改通知的公文（docx）' })
  @ApiParam({ name: 'id', type: String })
  @ApiProduces(fileTypes.docx)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async noticeLetter(@Param('id', new Checked(shortText)) id: string, @Res() reply: FastifyReply): Promise<void> {
    const { letter, name } = await this.letterOf(id);
    const bytes = await renderLetter(letter);
    await sendDownload(reply, { name: `${name}.docx`, plain: 'rectification.docx', type: fileTypes.docx, bytes });
  }

  @Get(':id/letter.pdf')
  @Allow('appeals.read', { unit: { notice: 'id' } })
  @ApiOperation({ summary: '整改通知的公文（PDF）；本机没有浏览器的为 404' })
  @ApiParam({ name: 'id', type: String })
  @ApiProduces(fileTypes.pdf)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async noticePdf(@Param('id', new Checked(shortText)) id: string, @Res() reply: FastifyReply): Promise<void> {
    const { letter, name } = await this.letterOf(id);
    const bytes = await printLetter(letter, this.context);
    await sendDownload(reply, { name: `${name}.pdf`, plain: 'rectification.pdf', type: fileTypes.pdf, bytes });
  }

  private async letterOf(id: string): Promise<{ letter: Letter; name: string }> {
    const { stores, now } = this.context;
    const row = await stores.rectifications.notice(id);
    if (row === null) throw new NotFoundException('没有这份整改通知');
    const notice = asItStands(row, await this.context.programmes(), now());
    const letter = await noticeLetter(stores, notice, await scoredProgramme(this.context, row));
    return { letter, name: `整改通知（${row.organisationName}）` };
  }
}
