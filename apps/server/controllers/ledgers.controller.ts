import { applyDecorators, Controller, Get, Inject, NotFoundException, Query, type Type } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Allow } from '../access/allow.js';
import { VisibleUnits } from '../access/principal.js';
import { Checked, scopeQuery, type ScopeQuery, shortText } from '../checked.js';
import {
  AnnualReportRowDto,
  CatalogueCoverageDto,
  CatalogueRowDto,
  ColumnRowDto,
  DocumentRowDto,
  InterpretationRowDto,
  VanishedRowDto,
} from '../dto/ledger.dto.js';
import { parsePeriod } from '#calendar';
import type { AssessmentHead } from '#database';
import { catalogueCoverage, ledgers, vanishedRows } from '#operations';
import type { Programme } from '#programmes';
import { readLedger } from '../ledgers.js';
import { ServerContext } from '../server-context.js';

const ledgerQuery = scopeQuery.extend({ organisation: shortText.optional() });
type LedgerQuery = z.output<typeof ledgerQuery>;

/** The same address parameters and answer for every ledger. */
function LedgerAt(path: string, summary: string, row: Type<unknown>) {
  return applyDecorators(
    Get(path),
    Allow('ledgers.read', { unit: { query: 'organisation', absent: 'filtered' } }),
    ApiOperation({ summary }),
    ApiQuery({ name: 'programme', type: String }),
    ApiQuery({ name: 'period', type: String }),
    ApiQuery({ name: 'organisation', type: String, required: false, description: '单位编号；缺省为全部单位' }),
    ApiOkResponse({ type: [row] }),
  );
}

@ApiTags('台账')
@Controller()
export class LedgersController {
  constructor(@Inject(ServerContext) private readonly context: ServerContext) {}

  @LedgerAt('documents', '主动公开文件台账', DocumentRowDto)
  documents(
    @Query(new Checked(ledgerQuery)) query: LedgerQuery,
    @VisibleUnits() units: readonly string[] | null,
  ): Promise<DocumentRowDto[]> {
    return this.read(query, units, ledgers.documents);
  }

  @LedgerAt('interpretations', '政策解读台账', InterpretationRowDto)
  interpretations(
    @Query(new Checked(ledgerQuery)) query: LedgerQuery,
    @VisibleUnits() units: readonly string[] | null,
  ): Promise<InterpretationRowDto[]> {
    return this.read(query, units, ledgers.interpretations);
  }

  @LedgerAt('columns', '栏目台账', ColumnRowDto)
  columns(
    @Query(new Checked(ledgerQuery)) query: LedgerQuery,
    @VisibleUnits() units: readonly string[] | null,
  ): Promise<ColumnRowDto[]> {
    return this.read(query, units, ledgers.columns);
  }

  @LedgerAt('annual-reports', '政府信息公开年报台账', AnnualReportRowDto)
  annualReports(
    @Query(new Checked(ledgerQuery)) query: LedgerQuery,
    @VisibleUnits() units: readonly string[] | null,
  ): Promise<AnnualReportRowDto[]> {
    return this.read(query, units, ledgers['annual-reports']);
  }

  @LedgerAt('catalogue', '公开事项目录台账', CatalogueRowDto)
  catalogue(
    @Query(new Checked(ledgerQuery)) query: LedgerQuery,
    @VisibleUnits() units: readonly string[] | null,
  ): Promise<CatalogueRowDto[]> {
    return this.read(query, units, ledgers.catalogue);
  }

  @Get('catalogue/coverage')
  @Allow('ledgers.read', { unit: 'filtered' })
  @ApiOperation({ summary: '标准目录对应编领域的覆盖：单位 × 领域' })
  @ApiQuery({ name: 'programme', type: String })
  @ApiQuery({ name: 'period', type: String })
  @ApiOkResponse({ type: CatalogueCoverageDto })
  async catalogueCoverage(
    @Query(new Checked(scopeQuery)) query: ScopeQuery,
    @VisibleUnits() units: readonly string[] | null,
  ): Promise<CatalogueCoverageDto> {
    const { head, programme } = await this.assessed(query);
    return catalogueCoverage(this.context.stores, programme, head, units);
  }

  @LedgerAt('vanished', '撤下内容台账：曾经公开、周期内发现已撤下的内容，供核实，不据此扣分', VanishedRowDto)
  async vanished(
    @Query(new Checked(ledgerQuery)) { period, organisation }: LedgerQuery,
    @VisibleUnits() units: readonly string[] | null,
  ): Promise<VanishedRowDto[]> {
    const { stores, sample } = this.context;
    const only = organisation === undefined ? {} : { only: [organisation] };
    return vanishedRows(
      stores,
      await stores.organisations.listOrganisations({ sample, units, ...only }),
      parsePeriod(period),
    );
  }

  private async read<Row>(
    query: LedgerQuery,
    units: readonly string[] | null,
    ledger: Parameters<typeof readLedger<Row>>[1],
  ): Promise<Row[]> {
    const { head, programme } = await this.assessed(query);
    return readLedger(this.context.stores, ledger, programme, head, { units, organisation: query.organisation });
  }

  /** @throws {NotFoundException} where there is no such programme, or nothing was assessed. */
  private async assessed(query: ScopeQuery): Promise<{ head: AssessmentHead; programme: Programme }> {
    const { stores, sample } = this.context;
    const head = await stores.assessments.head({ ...query, sample });
    const programme = await this.context.programme(query.programme, head?.programmeVersion);
    if (programme === null) throw new NotFoundException(`没有名为“${query.programme}”的方案`);
    if (head === null) throw new NotFoundException(`方案“${query.programme}”在 ${query.period} 还没有评估`);
    return { head, programme };
  }
}
