import { once } from 'node:events';
import { PassThrough, Readable } from 'node:stream';
import { applyDecorators, Controller, Get, Inject, NotFoundException, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiProduces, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { ledgerKinds, type AssessmentHead, type LedgerQuery } from '#database';
import { Slots } from '#kernel';
import {
  columnStates,
  ledgerDefinition,
  ledgerDefinitions,
  makeLedgers,
  readView,
  shownCells,
  viewAsCsv,
  viewAsXlsx,
  type LedgerDefinition,
  type ReadView,
} from '#operations';
import { Allow } from '../access/allow.js';
import { VisibleUnits } from '../access/principal.js';
import { programmeOf, unitOf } from '../casework.js';
import { Checked, scopeQuery, type ScopeQuery, shortText, wholeNumber } from '../checked.js';
import { fileTypes } from '../download.js';
import { describeLedger, LedgerCountDto, LedgerDefinitionDto, LedgerRowsDto } from '../dto/ledger-rows.dto.js';
import { ColumnStatesDto } from '../dto/ledger.dto.js';
import { readCursor, writeCursor } from '../ledger-cursor.js';
import { KeptAnswers, type Kept } from '../kept-answers.js';
import { ServerContext } from '../server-context.js';

const kindOf = z.enum(ledgerKinds, { error: `应为 ${ledgerKinds.join('、')}` });
const condition = z
  .string({ error: '应为文字' })
  .max(1000, '过长')
  .regex(/^[^\p{Cc}]*$/u, '含有不可用的字符');
const viewQuery = scopeQuery.extend({
  organisation: shortText.optional(),
  filter: z.union([condition.transform((one) => [one]), z.array(condition)], { error: '应为条件' }).default([]),
  sort: shortText.nullable().default(null),
  columns: z
    .string({ error: '应为列名' })
    .max(1000, '过长')
    .transform((text) => text.split(','))
    .nullable()
    .default(null),
});
const cursor = z.string({ error: '重复' }).max(400, '过长');
const rowsQuery = viewQuery.extend({
  after: cursor.optional(),
  before: cursor.optional(),
  limit: wholeNumber(1, 200).default(50),
});
const exportQuery = viewQuery.extend({ format: z.enum(['xlsx', 'csv'], { error: '应为 xlsx 或 csv' }) });
type ViewQuery = z.output<typeof viewQuery>;

/** Files are made while they are sent; so many at once, the others wait. */
const filesAtOnce = new Slots(2);
/** Whoever takes nothing for so long has left. */
const patienceMs = 60_000;
/** Rows that a sheet of Excel holds, beside header and notes. */
const sheetRows = 1_048_000;

/** A view as it is asked for, over the units that may be seen. */
interface Reading {
  head: AssessmentHead;
  query: LedgerQuery;
  view: ReadView;
  ledger: LedgerDefinition;
}

/** What every address of a view takes. */
const ViewQueries = () =>
  applyDecorators(
    ApiParam({ name: 'kind', enum: ledgerKinds }),
    ApiQuery({ name: 'programme', type: String }),
    ApiQuery({ name: 'period', type: String }),
    ApiQuery({ name: 'organisation', type: String, required: false, description: '单位编号；缺省为全部单位' }),
    ApiQuery({
      ...{ name: 'filter', type: String, isArray: true, required: false },
      description: '列名:条件，可重复。文字列写所含的字；选项列写 甲,乙；日期和数字写 从..到，一端可空；none 为没有值',
    }),
    ApiQuery({ name: 'sort', type: String, required: false, description: '列名；前面加 - 为降序；缺省按单位' }),
    ApiQuery({ name: 'columns', type: String, required: false, description: '列名，以逗号隔开；缺省为通常的列' }),
  );

/** Ledgers over all units of the published assessment, however many rows they have. */
@ApiTags('台账')
@Controller('ledgers')
export class LedgerRowsController {
  /** The assessment of which the ledgers were seen to be there last, by programme and period. */
  private readonly seen = new Map<string, string>();

  constructor(
    @Inject(ServerContext) private readonly context: ServerContext,
    @Inject(KeptAnswers) private readonly answers: KeptAnswers,
  ) {}

  @Get()
  @Allow('ledgers.read', { unit: 'none' })
  @ApiOperation({ summary: '有哪些台账，各有哪些列，怎样筛选和排序' })
  @ApiOkResponse({ type: [LedgerDefinitionDto] })
  definitions(): LedgerDefinitionDto[] {
    return ledgerDefinitions.map(describeLedger);
  }

  @Get('columns/states')
  @Allow('ledgers.read', { unit: 'filtered' })
  @ApiOperation({ summary: '各单位的各个标准栏目情况：单位 × 栏目' })
  @ApiQuery({ name: 'programme', type: String })
  @ApiQuery({ name: 'period', type: String })
  @ApiOkResponse({ type: ColumnStatesDto })
  async columnStates(
    @Query(new Checked(scopeQuery)) asked: ScopeQuery,
    @VisibleUnits() visible: readonly string[] | null,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Kept<ColumnStatesDto>> {
    const { stores, sample } = this.context;
    const head = await this.made(asked);
    // Names and places of units are of today, whatever was assessed.
    const units = await stores.organisations.listOrganisations({ sample, units: visible });
    return this.answers.send(request, reply, ['column states', head.id, units], () =>
      columnStates(stores, head, units),
    );
  }

  @Get(':kind')
  @Allow('ledgers.read', { unit: { query: 'organisation', absent: 'filtered' } })
  @ApiOperation({ summary: '台账的一页：全部单位的行，在服务端筛选、排序' })
  @ViewQueries()
  @ApiQuery({ name: 'after', type: String, required: false, description: '接在此位置之后' })
  @ApiQuery({ name: 'before', type: String, required: false, description: '到此位置之前；end 为最后一页' })
  @ApiQuery({ name: 'limit', type: 'integer', required: false, description: '最多几行，缺省 50，至多 200' })
  @ApiOkResponse({ type: LedgerRowsDto })
  async ledgerRows(
    @Param('kind', new Checked(kindOf)) kind: z.output<typeof kindOf>,
    @Query(new Checked(rowsQuery)) asked: z.output<typeof rowsQuery>,
    @VisibleUnits() units: readonly string[] | null,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Kept<LedgerRowsDto>> {
    const read = await this.read(kind, asked, units);
    return this.answers.send(request, reply, [read.head.id, kind, asked, units], () => this.page(read, asked));
  }

  private async page(
    { head, query, view, ledger }: Reading,
    asked: z.output<typeof rowsQuery>,
  ): Promise<LedgerRowsDto> {
    const { after, before, limit } = asked;
    const markOf = (text: string) => readCursor(text, head.id, query.sort);
    const page = await this.context.stores.ledgerRows.rows(ledger.kind, query, {
      ...(after !== undefined && { after: markOf(after) }),
      ...(before !== undefined && { before: before === 'end' ? before : markOf(before) }),
      limit,
    });
    const cursorOf = (row: (typeof page.rows)[number] | undefined) => (row ? writeCursor(head.id, row.mark) : null);
    return {
      columns: view.columns.map(({ key }) => key),
      rows: page.rows.map((row) => ({
        organisation: row.organisation,
        cells: shownCells(row, view.columns),
        url: textOf(row.row.url),
        capture: textOf(row.row.capture),
        finding: ledger.kind === 'findings' ? textOf(row.row.id) : null,
      })),
      previous: page.before ? cursorOf(page.rows[0]) : null,
      next: page.after ? cursorOf(page.rows.at(-1)) : null,
      assessedAt: head.assessedAt,
    };
  }

  @Get(':kind/count')
  @Allow('ledgers.read', { unit: { query: 'organisation', absent: 'filtered' } })
  @ApiOperation({ summary: '这样筛选有多少行；要逐行查看而超过 100000 行时只说超过' })
  @ViewQueries()
  @ApiOkResponse({ type: LedgerCountDto })
  async ledgerCount(
    @Param('kind', new Checked(kindOf)) kind: z.output<typeof kindOf>,
    @Query(new Checked(viewQuery)) asked: ViewQuery,
    @VisibleUnits() units: readonly string[] | null,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Kept<LedgerCountDto>> {
    const { head, query } = await this.read(kind, asked, units);
    return this.answers.send(request, reply, ['count', head.id, kind, asked, units], () =>
      this.context.stores.ledgerRows.count(kind, query),
    );
  }

  @Get(':kind/export')
  @Allow('ledgers.read', { unit: { query: 'organisation', absent: 'filtered' } })
  @ApiOperation({ summary: '所见即所得：同样的筛选、顺序和列，全部行' })
  @ViewQueries()
  @ApiQuery({ name: 'format', enum: ['xlsx', 'csv'] })
  @ApiProduces(fileTypes.xlsx, 'text/csv')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async ledgerExport(
    @Param('kind', new Checked(kindOf)) kind: z.output<typeof kindOf>,
    @Query(new Checked(exportQuery)) { format, ...asked }: z.output<typeof exportQuery>,
    @VisibleUnits() units: readonly string[] | null,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { head, query, view, ledger } = await this.read(kind, asked, units);
    const { stores } = this.context;
    if (format === 'xlsx') await this.checkFits(kind, query);
    await filesAtOnce.run(async () => {
      if (reply.raw.destroyed) return;
      const name = `${ledger.title}台账 ${head.period}.${format}`;
      void reply.headers({
        'content-disposition': `attachment; filename="ledger.${format}"; filename*=UTF-8''${encodeURIComponent(name)}`,
        'cache-control': 'private, no-store',
      });
      void reply.type(format === 'csv' ? 'text/csv; charset=utf-8' : fileTypes.xlsx);
      reply.raw.setTimeout(patienceMs, () => reply.raw.destroy());
      const closed = once(reply.raw, 'close');
      if (format === 'csv') {
        void reply.send(Readable.from(viewAsCsv(stores, ledger, query, view.columns), { objectMode: false }));
      } else {
        const stream = new PassThrough();
        void reply.send(stream);
        const notes = [`${head.period}，截至 ${head.asOf}；程序评估，可据“取证编号”查看当时页面。`];
        await viewAsXlsx(stores, ledger, { query, columns: view.columns, notes }, stream).catch((error: Error) =>
          stream.destroy(error),
        );
      }
      await closed;
    });
  }

  private async checkFits(kind: z.output<typeof kindOf>, query: LedgerQuery): Promise<void> {
    const { ledgerRows } = this.context.stores;
    const most = (await ledgerRows.made(query.assessment))?.[kind] ?? 0;
    if (most <= sheetRows) return;
    const { count, more } = await ledgerRows.count(kind, query);
    if (more || count > sheetRows) throw new NotFoundException('行数可能超过电子表格所能容纳的，请先筛选，或导出 CSV');
  }

  /** The view over the units that may be seen, in the newest assessment. */
  private async read(
    kind: z.output<typeof kindOf>,
    { organisation, filter, sort, columns, ...scope }: ViewQuery,
    visible: readonly string[] | null,
  ): Promise<Reading> {
    const ledger = ledgerDefinition(kind);
    const view = readView(ledger, { filter, sort, columns });
    const head = await this.made(scope);
    const organisations = organisation === undefined ? visible : [await unitOf(this.context, organisation)];
    const { filters, sort: order } = view;
    return { head, query: { assessment: head.id, organisations, filters, sort: order }, view, ledger };
  }

  /**
   * The newest assessment; its ledgers are made where they are not yet there.
   * @throws {NotFoundException} where nothing was assessed.
   */
  private async made({ programme: id, period }: ScopeQuery): Promise<AssessmentHead> {
    const { stores, sample } = this.context;
    const head = await stores.assessments.head({ programme: id, period, sample });
    if (head === null) throw new NotFoundException(`方案“${id}”在 ${period} 还没有评估`);
    const scope = `${id} ${period}`;
    if (this.seen.get(scope) !== head.id) {
      await makeLedgers(stores, head, await programmeOf(this.context, id, head.programmeVersion));
      this.seen.set(scope, head.id);
    }
    return head;
  }
}

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
