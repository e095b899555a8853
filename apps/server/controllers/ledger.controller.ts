import { Readable } from 'node:stream';
import {
  BadRequestException,
  Body,
  Controller,
  Get,
  HttpCode,
  Inject,
  NotFoundException,
  Post,
  Query,
  Res,
} from '@nestjs/common';
import {
  ApiBody,
  ApiConflictResponse,
  ApiConsumes,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiQuery,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { ledgerStates } from '#casework';
import { MissingResource, printPercent, share, Slots } from '#kernel';
import {
  compareLedgers,
  keepLedger,
  ledgerForm,
  ledgersHandedIn,
  previewLedger,
  printLedger,
  sayOfLedger,
  timeLimitOf,
  withdrawLedger,
  type LedgerBooks,
  type LedgerParty,
  type LedgerScope,
  type UnitLedger,
} from '#operations';
import { Allow } from '../access/allow.js';
import { caseDoerOf } from '../access/case-doer.js';
import { Asker, VisibleUnits, type Principal } from '../access/principal.js';
import { signerOf } from '../access/signer.js';
import { Trail, type TrailNote } from '../access/trail.interceptor.js';
import { programmeOf, scoredProgramme, unitOf } from '../casework.js';
import { Checked, exactly, scopeQuery, shortText, wholeNumber } from '../checked.js';
import { ErrorDto } from '../dto/common.dto.js';
import {
  describeLedgerFile,
  describePreview,
  describeStandings,
  describeUnlisted,
  KeptLedgerDto,
  LedgerFileDto,
  LedgerPageOfDocumentsDto,
  LedgerPreviewDto,
  LedgerWordDto,
  NewLedgerDecisionDto,
  NewLedgerWithdrawalDto,
  NonpublicSharesDto,
  UnlistedPagesDto,
} from '../dto/document-ledger.dto.js';
import { fileTypes, sendDownload } from '../download.js';
import { readBytes } from '../read-bytes.js';
import { ServerContext } from '../server-context.js';

const scope = scopeQuery.extend({ organisation: shortText.optional() });
type Scope = z.output<typeof scope>;
const paging = { offset: wholeNumber(0, 1_000_000).default(0), limit: wholeNumber(1, 200).default(50) };
const listQuery = scope.extend({
  state: z.enum(ledgerStates, { error: `应为 ${ledgerStates.join('、')}` }).optional(),
  year: z
    .string()
    .regex(/^\d{4}$/, '应为年份')
    .optional(),
  words: shortText.optional(),
  ...paging,
});
const unlistedQuery = scope.extend(paging);
const fileName = z.string({ error: '缺少或重复' }).min(1, '不能为空').max(500, '过长');
const previewQuery = z.object({ organisation: shortText.optional(), name: fileName });
const keepQuery = previewQuery.extend({ id: z.uuid({ error: '应为 UUID' }), state: shortText });
const unitQuery = z.object({ organisation: shortText.optional() });
const withdrawal = exactly({
  organisation: shortText,
  file: shortText,
  reason: z.string({ error: '应为文字' }).max(2000, '过长'),
});
const decision = exactly({
  id: z.uuid({ error: '应为 UUID' }),
  ...{ organisation: shortText, programme: shortText, period: shortText, document: shortText },
  url: z.string({ error: '应为网址' }).min(1, '不能为空').max(2000, '过长'),
  verdict: z.enum(['same', 'different', 'withdrawn'], { error: '应为 same、different 或 withdrawn' }),
  reason: z.string({ error: '应为文字' }).max(2000, '过长'),
  seen: shortText.nullable(),
});

const mostBytes = 5_000_000;
/** So many files are held in memory at once; the others wait unread. */
const atOnce = new Slots(2);

const conflict = { description: '别人已先办理，或台账有变化', type: ErrorDto };

/** The ledgers of documents that units hand in, beside what their sites show. */
@ApiTags('主动公开台账')
@Controller('ledger')
export class LedgerController {
  constructor(@Inject(ServerContext) private readonly context: ServerContext) {}

  @Get()
  @Allow('ledgers.read', { unit: { query: 'organisation', absent: 'filtered' } })
  @ApiOperation({ summary: '台账中的文件在网站上怎样：已公开、迟公开、未找到、不公开、尚未到期、未测' })
  @ApiQuery({ name: 'programme', type: String })
  @ApiQuery({ name: 'period', type: String })
  @ApiQuery({ name: 'organisation', type: String, required: false, description: '单位编号' })
  @ApiQuery({ name: 'state', enum: [...ledgerStates], required: false })
  @ApiQuery({ name: 'year', type: String, required: false, description: '成文年份' })
  @ApiQuery({ name: 'words', type: String, required: false, description: '单位、标题或文号中的字' })
  @ApiQuery({ name: 'offset', type: 'integer', required: false, description: '从第几件起，缺省 0' })
  @ApiQuery({ name: 'limit', type: 'integer', required: false, description: '最多几件，缺省 50，至多 200' })
  @ApiOkResponse({ type: LedgerPageOfDocumentsDto })
  async ledger(
    @Query(new Checked(listQuery)) query: z.output<typeof listQuery>,
    @VisibleUnits() units: readonly string[] | null,
  ): Promise<LedgerPageOfDocumentsDto> {
    const { state, year, words, offset, limit } = query;
    const all = await this.compare(query, units);
    const within = all
      .flatMap(describeStandings)
      .filter(
        (one) =>
          (year === undefined || one.issuedOn.startsWith(`${year}-`)) &&
          (words === undefined ||
            [one.organisation.name, one.title, one.documentNumber ?? ''].some((text) => text.includes(words))),
      );
    const counts: Record<string, number> = {};
    for (const one of within) counts[one.state] = (counts[one.state] ?? 0) + 1;
    const rank = new Map(ledgerStates.map((one, index) => [one, index]));
    const found = within
      .filter((one) => state === undefined || one.state === state)
      .sort((one, other) => rank.get(one.state)! - rank.get(other.state)! || (one.issuedOn < other.issuedOn ? 1 : -1));
    const years = new Set(all.flatMap(({ standings }) => standings.map(({ issuedOn }) => issuedOn.slice(0, 4))));
    return {
      rows: found.slice(offset, offset + limit),
      total: found.length,
      counts,
      units: all.map(({ unit, standings, seenOn, gap }) => ({
        ...{ id: unit.id, name: unit.name, documents: standings.length, seenOn, gap },
      })),
      unlisted: all.reduce((sum, { unlisted }) => sum + unlisted.length, 0),
      years: [...years].sort().reverse(),
      clause: timeLimitOf(await scoredProgramme(this.context, query)).clause,
    };
  }

  @Get('unlisted')
  @Allow('ledgers.read', { unit: { query: 'organisation', absent: 'filtered' } })
  @ApiOperation({ summary: '网站上有而台账没有的文件，只看有台账的年份' })
  @ApiQuery({ name: 'programme', type: String })
  @ApiQuery({ name: 'period', type: String })
  @ApiQuery({ name: 'organisation', type: String, required: false, description: '单位编号' })
  @ApiQuery({ name: 'offset', type: 'integer', required: false, description: '从第几件起，缺省 0' })
  @ApiQuery({ name: 'limit', type: 'integer', required: false, description: '最多几件，缺省 50，至多 200' })
  @ApiOkResponse({ type: UnlistedPagesDto })
  async unlisted(
    @Query(new Checked(unlistedQuery)) query: z.output<typeof unlistedQuery>,
    @VisibleUnits() units: readonly string[] | null,
  ): Promise<UnlistedPagesDto> {
    const rows = (await this.compare(query, units)).flatMap(describeUnlisted);
    return { rows: rows.slice(query.offset, query.offset + query.limit), total: rows.length };
  }

  @Get('shares')
  @Allow('ledgers.read', { unit: { query: 'organisation', absent: 'filtered' } })
  @ApiOperation({ summary: '各单位各年依申请公开、不予公开文件的件数和占比；没有那一年台账的未测' })
  @ApiQuery({ name: 'programme', type: String })
  @ApiQuery({ name: 'period', type: String })
  @ApiQuery({ name: 'organisation', type: String, required: false, description: '单位编号' })
  @ApiOkResponse({ type: [NonpublicSharesDto] })
  async ledgerShares(
    @Query(new Checked(scope)) query: Scope,
    @VisibleUnits() units: readonly string[] | null,
  ): Promise<NonpublicSharesDto[]> {
    return (await this.compare(query, units)).map(sharesOf);
  }

  @Get('report.xlsx')
  @Allow('ledgers.read', { unit: { query: 'organisation', absent: 'filtered' } })
  @ApiOperation({ summary: '台账与网站比对、网站有而台账没有的、不公开占比，电子表格' })
  @ApiQuery({ name: 'programme', type: String })
  @ApiQuery({ name: 'period', type: String })
  @ApiQuery({ name: 'organisation', type: String, required: false, description: '单位编号' })
  @ApiProduces(fileTypes.xlsx)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async ledgerReport(
    @Query(new Checked(scope)) query: Scope,
    @VisibleUnits() units: readonly string[] | null,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { clause } = timeLimitOf(await scoredProgramme(this.context, query));
    const bytes = await printLedger(await this.compare(query, units), clause);
    const name = `主动公开台账比对 ${query.period}.xlsx`;
    await sendDownload(reply, { name, plain: 'ledger.xlsx', type: fileTypes.xlsx, bytes });
  }

  @Get('form.xlsx')
  @Allow('ledgers.read', { unit: { query: 'organisation', absent: 'filtered' } })
  @ApiOperation({ summary: '台账的空白表，已填好单位名称' })
  @ApiQuery({ name: 'organisation', type: String, required: false, description: '单位编号' })
  @ApiProduces(fileTypes.xlsx)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async ledgerForm(
    @Query(new Checked(unitQuery)) { organisation }: z.output<typeof unitQuery>,
    @VisibleUnits() units: readonly string[] | null,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const asked = organisation === undefined ? units : [await unitOf(this.context, organisation)];
    const sample = await this.context.showsSample();
    const bytes = await ledgerForm(await this.context.stores.organisations.listOrganisations({ sample, units: asked }));
    await sendDownload(reply, { name: '主动公开文件台账.xlsx', plain: 'form.xlsx', type: fileTypes.xlsx, bytes });
  }

  @Get('files')
  @Allow('ledgers.read', { unit: 'filtered' })
  @ApiOperation({ summary: '报送过的台账，新的在前，撤回的也列出' })
  @ApiOkResponse({ type: [LedgerFileDto] })
  async ledgerFiles(@VisibleUnits() units: readonly string[] | null): Promise<LedgerFileDto[]> {
    const sample = await this.context.showsSample();
    const { stores } = this.context;
    const names = new Map((await stores.organisations.listOrganisations({ sample })).map(({ id, name }) => [id, name]));
    const files = await ledgersHandedIn(stores, { doer: { sample }, units });
    return files.map((file) => describeLedgerFile(file, names));
  }

  @Post('preview')
  @HttpCode(200)
  @Allow('ledgers.write', {
    unit: { query: 'organisation', absent: 'filtered' },
    does: '预览台账（不保存）',
    takes: 'bytes',
  })
  @ApiOperation({ summary: '看一份台账会怎样：逐行的问题，或新增、改动的文件；什么也不保存' })
  @ApiQuery({ name: 'organisation', type: String, required: false, description: '只许这个单位的行' })
  @ApiQuery({ name: 'name', type: String, description: '文件名' })
  @ApiConsumes('application/octet-stream')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ApiOkResponse({ type: LedgerPreviewDto })
  previewLedger(
    @Query(new Checked(previewQuery)) { organisation, name }: z.output<typeof previewQuery>,
    @Body() body: unknown,
    @Asker() asker: Principal,
    @Trail() trail: TrailNote,
  ): Promise<LedgerPreviewDto> {
    return atOnce.run(async () => {
      const bytes = await bytesOf(body);
      const party = await this.party(asker, organisation);
      const preview = await previewLedger(this.books(), { name, bytes }, party, this.context.now());
      Object.assign(trail, { about: name, after: { rows: preview.rows.length, faults: preview.faults.length } });
      return describePreview(preview);
    });
  }

  @Post('files')
  @Allow('ledgers.write', {
    unit: { query: 'organisation', absent: 'filtered' },
    does: '报送台账',
    takes: 'bytes',
  })
  @ApiOperation({ summary: '保存预览过的台账；有一行不对就一行也不存' })
  @ApiQuery({ name: 'organisation', type: String, required: false, description: '只许这个单位的行' })
  @ApiQuery({ name: 'name', type: String, description: '文件名' })
  @ApiQuery({ name: 'id', type: String, description: '客户端生成的 UUID；同一编号再传只存一次' })
  @ApiQuery({ name: 'state', type: String, description: '预览时给的版本' })
  @ApiConsumes('application/octet-stream')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ApiCreatedResponse({ type: KeptLedgerDto })
  @ApiConflictResponse(conflict)
  keepLedger(
    @Query(new Checked(keepQuery)) { organisation, ...upload }: z.output<typeof keepQuery>,
    @Body() body: unknown,
    @Asker() asker: Principal,
    @Trail() trail: TrailNote,
  ): Promise<KeptLedgerDto> {
    return atOnce.run(async () => {
      const bytes = await bytesOf(body);
      const party = await this.party(asker, organisation);
      const { file, rows } = await keepLedger(this.books(), { ...upload, bytes }, party, this.context.now());
      Object.assign(trail, {
        about: file.name,
        after: { id: file.id, sha256: file.sha256, rows, units: file.organisations },
      });
      return { id: file.id, rows };
    });
  }

  @Post('withdrawals')
  @Allow('ledgers.write', { unit: { body: 'organisation' }, does: '撤回台账' })
  @ApiOperation({ summary: '撤回一份台账：其中各行不再算数，更早的台账所说的重新算数' })
  @ApiBody({ type: NewLedgerWithdrawalDto })
  @ApiCreatedResponse({ type: LedgerFileDto })
  @ApiConflictResponse(conflict)
  async withdrawLedger(
    @Body(new Checked(withdrawal)) { file, reason }: z.output<typeof withdrawal>,
    @Asker() asker: Principal,
    @Trail() trail: TrailNote,
  ): Promise<LedgerFileDto> {
    const party = { doer: caseDoerOf(asker), units: asker.units };
    const { before, after } = await withdrawLedger(this.books(), { file, reason }, party, this.context.now());
    Object.assign(trail, { about: after.name, before: { id: before.id }, after: { id: after.id, reason } });
    return describeLedgerFile(after, new Map());
  }

  @Post('decisions')
  @Allow('ledgers.write', { unit: { body: 'organisation' }, does: '认定台账与网页的对应' })
  @ApiOperation({ summary: '认定一个网页是、不是台账中的这份文件，或撤回上一次认定' })
  @ApiBody({ type: NewLedgerDecisionDto })
  @ApiCreatedResponse({ type: LedgerWordDto })
  @ApiConflictResponse(conflict)
  async decideLedgerPage(
    @Body(new Checked(decision)) sent: z.output<typeof decision>,
    @Asker() asker: Principal,
    @Trail() trail: TrailNote,
  ): Promise<LedgerWordDto> {
    const doer = signerOf(asker);
    const { id, organisation, document, url, verdict, reason, seen } = sent;
    const [unit] = await this.compare({ ...sent, organisation }, null, doer.sample);
    const standing = unit?.standings.find((one) => one.document === document);
    if (!unit || !standing) throw new MissingResource([{ where: '台账', what: '台账中没有这份文件' }]);
    const shown = [...standing.pages, ...standing.candidates].find(({ page }) => page.url === url);
    if (verdict !== 'withdrawn' && !shown)
      throw new MissingResource([{ where: '网页', what: '这个网页已不在可能的网页中，请刷新' }]);
    const said = { title: standing.title, pageTitle: shown?.page.title ?? null, why: shown?.why ?? null };
    const word = { ...{ id, document, verdict, reason, seen, said }, subject: url, kind: 'page' as const };
    const { before, after } = await sayOfLedger(
      this.context.stores,
      { ...word, organisation: unit.unit.id },
      { doer, now: this.context.now() },
    );
    Object.assign(trail, { about: standing.title, before, after });
    return { ...after, title: said.pageTitle };
  }

  private books(): LedgerBooks {
    return { ...this.context.stores, blobs: this.context.blobs };
  }

  /** Who hands in, for the unit that is named or all that he may see. */
  private async party(asker: Principal, organisation: string | undefined): Promise<LedgerParty> {
    const units = organisation === undefined ? asker.units : [await unitOf(this.context, organisation)];
    return { doer: caseDoerOf(asker), units };
  }

  private async compare(
    { programme: id, period, organisation }: Scope,
    visible: readonly string[] | null,
    shown?: boolean,
  ): Promise<UnitLedger[]> {
    const sample = shown ?? (await this.context.showsSample());
    const head = await this.context.stores.assessments.head({ programme: id, period, sample });
    const programme = await programmeOf(this.context, id, head?.programmeVersion);
    const units = organisation === undefined ? visible : [await unitOf(this.context, organisation)];
    const wanted: LedgerScope = { programme, head, sample, units };
    const all: UnitLedger[] = [];
    for await (const unit of compareLedgers(this.books(), wanted)) all.push(unit);
    if (organisation !== undefined && all.length === 0) throw new NotFoundException('没有这个单位');
    return all;
  }
}

async function bytesOf(body: unknown): Promise<Uint8Array> {
  if (!(body instanceof Readable)) throw new BadRequestException('请求内容须为文件本身');
  return readBytes(body, mostBytes);
}

function sharesOf({ unit, years }: UnitLedger): NonpublicSharesDto {
  const hidden = ({ onRequest, refused }: UnitLedger['years'][number]) => onRequest + refused;
  return {
    ...{ id: unit.id, name: unit.name },
    years: years.map((year, index) => {
      const before = years[index - 1];
      const all = year.documents;
      return {
        ...year,
        share: all === null ? null : printPercent(share(hidden(year), all)),
        trend:
          all === null || !before || before.documents === null
            ? null
            : trendOf(hidden(year) * before.documents, hidden(before) * all),
      };
    }),
  };
}

const trendOf = (now: number, before: number) => (now > before ? 'up' : now < before ? 'down' : 'same');
