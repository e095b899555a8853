import { Body, Controller, Get, Inject, Post, Query } from '@nestjs/common';
import {
  ApiBody,
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiQuery,
  ApiTags,
} from '@nestjs/swagger';
import { z } from 'zod';
import { reexaminationStates } from '#casework';
import { MissingResource } from '#kernel';
import { compareLedgers, dayOf, reexaminationBasis, reexaminationsOf, sayOfLedger, type UnitLedger } from '#operations';
import { Allow } from '../access/allow.js';
import { Asker, VisibleUnits, type Principal } from '../access/principal.js';
import { signerOf } from '../access/signer.js';
import { Trail, type TrailNote } from '../access/trail.interceptor.js';
import { programmeOf, unitOf } from '../casework.js';
import { Checked, exactly, scopeQuery, shortText, wholeNumber } from '../checked.js';
import { ErrorDto } from '../dto/common.dto.js';
import {
  describeReexamination,
  describeWord,
  NewReexaminationDto,
  ReexaminationPageDto,
  ReexaminationWordDto,
} from '../dto/reexamination.dto.js';
import { ServerContext } from '../server-context.js';

const scope = scopeQuery.extend({ organisation: shortText.optional() });
const listQuery = scope.extend({
  state: z.enum(reexaminationStates, { error: `应为 ${reexaminationStates.join('、')}` }).optional(),
  offset: wholeNumber(0, 1_000_000).default(0),
  limit: wholeNumber(1, 200).default(50),
});
const newWord = exactly({
  id: z.uuid({ error: '应为 UUID' }),
  ...{ organisation: shortText, programme: shortText, period: shortText, document: shortText },
  verdict: z.enum(['kept', 'opened', 'withdrawn'], { error: '应为 kept、opened 或 withdrawn' }),
  reason: z.string({ error: '应为文字' }).max(2000, '过长'),
  seen: shortText.nullable(),
});

/** The yearly re-examination of documents that are not public. */
@ApiTags('主动公开台账')
@Controller('ledger')
export class ReexaminationsController {
  constructor(@Inject(ServerContext) private readonly context: ServerContext) {}

  @Get('reexaminations')
  @Allow('ledgers.read', { unit: { query: 'organisation', absent: 'filtered' } })
  @ApiOperation({ summary: '依申请公开、不予公开的文件每年的复核：逾期的在前' })
  @ApiQuery({ name: 'programme', type: String })
  @ApiQuery({ name: 'period', type: String })
  @ApiQuery({ name: 'organisation', type: String, required: false, description: '单位编号' })
  @ApiQuery({ name: 'state', enum: [...reexaminationStates], required: false })
  @ApiQuery({ name: 'offset', type: 'integer', required: false, description: '从第几件起，缺省 0' })
  @ApiQuery({ name: 'limit', type: 'integer', required: false, description: '最多几件，缺省 50，至多 200' })
  @ApiOkResponse({ type: ReexaminationPageDto })
  async reexaminations(
    @Query(new Checked(listQuery)) query: z.output<typeof listQuery>,
    @VisibleUnits() visible: readonly string[] | null,
  ): Promise<ReexaminationPageDto> {
    const { state, offset, limit, organisation } = query;
    const units = organisation === undefined ? visible : [await unitOf(this.context, organisation)];
    const now = this.context.now();
    const all = (await this.compare(query, units)).flatMap((unit) =>
      reexaminationsOf(unit, now).map((one) => describeReexamination(unit, one)),
    );
    const counts: Record<string, number> = {};
    for (const one of all) counts[one.state] = (counts[one.state] ?? 0) + 1;
    const rank = (one: (typeof all)[number]) => reexaminationStates.indexOf(one.state);
    const found = all
      .filter((one) => state === undefined || one.state === state)
      .sort((one, other) => rank(one) - rank(other) || (one.issuedOn < other.issuedOn ? -1 : 1));
    const basis = reexaminationBasis(await programmeOf(this.context, query.programme));
    const page = { rows: found.slice(offset, offset + limit), total: found.length };
    return { ...page, counts, basis, year: Number(dayOf(now).slice(0, 4)) };
  }

  @Post('reexaminations')
  @Allow('ledgers.write', { unit: { body: 'organisation' }, does: '登记不公开文件的年度复核' })
  @ApiOperation({ summary: '登记一份文件本年的复核，或撤回最近一次' })
  @ApiBody({ type: NewReexaminationDto })
  @ApiCreatedResponse({ type: ReexaminationWordDto })
  @ApiConflictResponse({ description: '别人已先办理', type: ErrorDto })
  async reexamine(
    @Body(new Checked(newWord)) sent: z.output<typeof newWord>,
    @Asker() asker: Principal,
    @Trail() trail: TrailNote,
  ): Promise<ReexaminationWordDto> {
    const doer = signerOf(asker);
    const { id, document, verdict, reason, seen } = sent;
    const now = this.context.now();
    const [unit] = await this.compare(sent, [await unitOf(this.context, sent.organisation)], doer.sample);
    const one = unit && reexaminationsOf(unit, now).find((found) => found.document === document);
    if (!unit || !one) throw new MissingResource([{ where: '台账', what: '台账中没有这份不公开的文件' }]);
    const { title, openness } = one.listed.document;
    // What is taken back is the last word, of whatever year; what is said is of this year.
    const subject = verdict === 'withdrawn' && one.word ? one.word.subject : dayOf(now).slice(0, 4);
    const word = { id, organisation: unit.unit.id, document, kind: 'review' as const, subject, verdict, reason };
    const said = { title, openness, ledgerReason: one.listed.document.reason };
    const { before, after } = await sayOfLedger(
      this.context.stores,
      { ...word, said, seen: verdict === 'withdrawn' ? seen : one.wordOfYear?.id === seen ? seen : null },
      { doer, now },
    );
    Object.assign(trail, { about: title, before, after });
    return describeWord(after);
  }

  private async compare(
    { programme: id, period }: { programme: string; period: string },
    units: readonly string[] | null,
    shown?: boolean,
  ): Promise<UnitLedger[]> {
    const { stores, blobs } = this.context;
    const sample = shown ?? (await this.context.showsSample());
    const head = await stores.assessments.head({ programme: id, period, sample });
    const programme = await programmeOf(this.context, id, head?.programmeVersion);
    const all: UnitLedger[] = [];
    for await (const unit of compareLedgers({ ...stores, blobs }, { programme, head, sample, units })) all.push(unit);
    return all;
  }
}
