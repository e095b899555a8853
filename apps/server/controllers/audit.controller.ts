import { applyDecorators, Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { printTrail, record } from '#operations';
import { Allow } from '../access/allow.js';
import { Asker, doerOf, type Principal } from '../access/principal.js';
import { Checked, day, shortText, wholeNumber } from '../checked.js';
import { AuditPageDto } from '../dto/account.dto.js';
import { fileTypes, sendDownload } from '../download.js';
import { ServerContext } from '../server-context.js';

/** Lines on a page, and in a file at most. */
const pageSize = 50;
const mostInFile = 20_000;

const filter = z.object({
  who: shortText.optional(),
  what: shortText.optional(),
  from: day.optional(),
  to: day.optional(),
});
const pageQuery = filter.extend({ page: wholeNumber(1, 1_000_000).default(1) });

const Filtered = () =>
  applyDecorators(
    ApiQuery({ name: 'who', type: String, required: false, description: '账号中的字' }),
    ApiQuery({ name: 'what', type: String, required: false, description: '权限标识或说明中的字' }),
    ApiQuery({ name: 'from', type: String, required: false, description: '自哪一天（含）' }),
    ApiQuery({ name: 'to', type: String, required: false, description: '至哪一天（含）' }),
  );

@ApiTags('操作记录')
@Controller()
export class AuditController {
  constructor(@Inject(ServerContext) private readonly context: ServerContext) {}

  @Get('audit')
  @Allow('audit.read', { unit: 'whole' })
  @ApiOperation({ summary: `操作记录，新的在前，每页 ${pageSize} 条` })
  @Filtered()
  @ApiQuery({ name: 'page', type: 'integer', required: false, description: '第几页，缺省 1' })
  @ApiOkResponse({ type: AuditPageDto })
  async audit(@Query(new Checked(pageQuery)) { page, ...asked }: z.output<typeof pageQuery>): Promise<AuditPageDto> {
    const found = await this.context.stores.audit.entries({ ...asked, offset: (page - 1) * pageSize, limit: pageSize });
    return { rows: found.rows.map(({ account: _account, ...row }) => row), total: found.total };
  }

  @Get('audit.xlsx')
  @Allow('audit.read', { unit: 'whole' })
  @ApiOperation({ summary: `操作记录的电子表格，至多 ${mostInFile} 条` })
  @Filtered()
  @ApiProduces(fileTypes.xlsx)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async auditFile(
    @Query(new Checked(filter)) asked: z.output<typeof filter>,
    @Asker() asker: Principal,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { stores, access } = this.context;
    const { rows } = await stores.audit.entries({ ...asked, limit: mostInFile });
    const deed = { what: 'audit.read', sentence: `导出操作记录 ${rows.length} 条`, after: asked };
    await record(stores.audit, doerOf(request, asker), deed, access.now());
    const bytes = await printTrail(rows);
    await sendDownload(reply, { name: '操作记录.xlsx', plain: 'audit.xlsx', type: fileTypes.xlsx, bytes });
  }
}
