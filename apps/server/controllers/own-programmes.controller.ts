import { Body, Controller, Get, HttpCode, Inject, Param, Post, Put, Query, Res } from '@nestjs/common';
import {
  ApiBody,
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiProduces,
  ApiQuery,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { BadInput, MissingResource } from '#kernel';
import {
  addProgramme,
  checkWording,
  keepVersion,
  ownProgramme,
  ownVersion,
  ownVersionText,
  settleProgramme,
  type Wording,
} from '#operations';
import { changeInWords, planChanges, planFields, toPlanEdits, type Programme, type WordedChange } from '#programmes';
import { Allow } from '../access/allow.js';
import { caseDoerOf } from '../access/case-doer.js';
import { Asker, type Principal } from '../access/principal.js';
import { Trail, type TrailNote } from '../access/trail.interceptor.js';
import { Checked, exactly, shortText, wholeNumber } from '../checked.js';
import { sendDownload } from '../download.js';
import { ErrorDto } from '../dto/common.dto.js';
import {
  describeFault,
  describeFields,
  describeOwn,
  describeVersion,
  NewOwnProgrammeDto,
  NewOwnScoringDto,
  NewProgrammeVersionDto,
  NewStandingDto,
  NewTrialDto,
  OwnProgrammeDetailDto,
  OwnProgrammeDto,
  OwnScoringDto,
  OwnTrialDto,
  OwnWordingDto,
  ProgrammeVersionDto,
} from '../dto/own-programme.dto.js';
import { WordedChangeDto } from '../dto/comparison.dto.js';
import { ScoringRunDto } from '../dto/review.dto.js';
import { ServerContext } from '../server-context.js';

const words = z.string({ error: '应为文字' }).max(4000, '过长');
const planText = z.string({ error: '应为文字' }).min(1, '不能为空');
const deed = shortText;
const versionNumber = z.int({ error: '应为整数' }).min(1, '应不小于 1').max(1_000_000, '过大');

const newProgramme = exactly({
  id: shortText,
  title: words,
  from: shortText.optional(),
  text: planText.optional(),
  reason: words,
  deed,
}).refine(({ from, text }) => (from === undefined) !== (text === undefined), {
  error: 'from 和 text 应有且只有一个',
});

const wording = {
  base: versionNumber,
  text: planText.optional(),
  fields: z
    .array(exactly({ pointer: z.string().max(500, '过长'), value: z.string().max(30_000, '过长').nullable() }))
    .max(500, '至多 500 处')
    .optional(),
  number: versionNumber.optional(),
};
type AskedWording = z.output<z.ZodObject<typeof wording>>;
const isOne = ({ text, fields, number }: AskedWording) =>
  [text, fields, number].filter((one) => one !== undefined).length === 1;
const oneOf = { error: 'text、fields、number 应有且只有一个' };
const newTrial = exactly({ ...wording, period: shortText.optional() }).refine(isOne, oneOf);
const newVersion = exactly({ ...wording, reason: words, deed }).refine(isOne, oneOf);
const newStanding = exactly({ retired: z.boolean({ error: '应为 true 或 false' }), reason: words });
const newScoring = exactly({ period: shortText });
const scoringQuery = z.object({ period: shortText });
const sides = z.object({ before: wholeNumber(1, 1_000_000), after: wholeNumber(1, 1_000_000) });

const idParam = () => Param('id', new Checked(shortText));
const numberParam = () => Param('number', new Checked(wholeNumber(1, 1_000_000)));

@ApiTags('自有方案')
@Controller('own-programmes')
export class OwnProgrammesController {
  constructor(@Inject(ServerContext) private readonly context: ServerContext) {}

  @Get()
  @Allow('programmes.read', { unit: 'none' })
  @ApiOperation({ summary: '本单位自己的方案' })
  @ApiOkResponse({ type: [OwnProgrammeDto] })
  async ownProgrammes(): Promise<OwnProgrammeDto[]> {
    const { programmes } = this.context.stores;
    return (await programmes.programmes(await this.context.showsSample())).map(describeOwn);
  }

  @Post()
  @Allow('programmes.write', { unit: 'whole', does: '建立方案' })
  @ApiOperation({ summary: '以一个方案为底稿，或用方案文件，建立自己的方案' })
  @ApiBody({ type: NewOwnProgrammeDto })
  @ApiCreatedResponse({ type: ProgrammeVersionDto })
  @ApiConflictResponse({ description: '编号已被取用', type: ErrorDto })
  async addOwnProgramme(
    @Body(new Checked(newProgramme)) asked: z.output<typeof newProgramme>,
    @Asker() asker: Principal,
    @Trail() trail: TrailNote,
  ): Promise<ProgrammeVersionDto> {
    const doer = caseDoerOf(asker);
    const request = { ...asked, from: asked.from ?? null, text: asked.text ?? null };
    const row = await addProgramme(this.context.stores, request, doer, this.context.access.now());
    const after = describeVersion(row);
    Object.assign(trail, { about: row.title, after: { id: asked.id, from: request.from, ...after } });
    return after;
  }

  @Get(':id')
  @Allow('programmes.read', { unit: 'none' })
  @ApiOperation({ summary: '一个自己的方案及其各版' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: OwnProgrammeDetailDto })
  async ownProgramme(@idParam() id: string): Promise<OwnProgrammeDetailDto> {
    const row = await this.existing(id);
    const versions = await this.context.stores.programmes.versions(id);
    return { ...describeOwn(row), versions: versions.map(describeVersion) };
  }

  @Get(':id/versions/:number')
  @Allow('programmes.read', { unit: 'none' })
  @ApiOperation({ summary: '一版的全文，和可以逐处改的值' })
  @ApiParam({ name: 'id', type: String })
  @ApiParam({ name: 'number', type: 'integer' })
  @ApiOkResponse({ type: OwnWordingDto })
  async ownProgrammeVersion(@idParam() id: string, @numberParam() number: number): Promise<OwnWordingDto> {
    await this.existing(id);
    const row = await ownVersionText(this.context.stores, id, number);
    const [programme, first] = [await this.version(id, number), await this.version(id, 1)];
    return { version: describeVersion(row), text: row.text, fields: describeFields(programme, first) };
  }

  @Get(':id/versions/:number/plan.yaml')
  @Allow('programmes.read', { unit: 'none' })
  @ApiOperation({ summary: '一版的方案文件（YAML）' })
  @ApiParam({ name: 'id', type: String })
  @ApiParam({ name: 'number', type: 'integer' })
  @ApiProduces('application/yaml')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async ownProgrammeFile(
    @idParam() id: string,
    @numberParam() number: number,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.existing(id);
    const { title, text } = await ownVersionText(this.context.stores, id, number);
    await sendDownload(reply, {
      name: `${title}（第${number}版）.yaml`,
      plain: 'plan.yaml',
      type: 'application/yaml',
      bytes: new TextEncoder().encode(text),
    });
  }

  @Get(':id/changes')
  @Allow('programmes.read', { unit: 'none' })
  @ApiOperation({ summary: '两版有何不同' })
  @ApiParam({ name: 'id', type: String })
  @ApiQuery({ name: 'before', type: 'integer' })
  @ApiQuery({ name: 'after', type: 'integer' })
  @ApiOkResponse({ type: [WordedChangeDto] })
  async ownProgrammeChanges(
    @idParam() id: string,
    @Query(new Checked(sides)) { before, after }: z.output<typeof sides>,
  ): Promise<WordedChangeDto[]> {
    await this.existing(id);
    return inWords(await this.version(id, before), await this.version(id, after));
  }

  @Post(':id/trials')
  @HttpCode(200)
  @Allow('programmes.write', { unit: 'whole', does: '试算方案改动' })
  @ApiOperation({ summary: '改动有没有误、改了什么、对一个周期的得分有何影响；不保存' })
  @ApiParam({ name: 'id', type: String })
  @ApiBody({ type: NewTrialDto })
  @ApiOkResponse({ type: OwnTrialDto })
  async tryOwnProgramme(
    @idParam() id: string,
    @Body(new Checked(newTrial)) asked: z.output<typeof newTrial>,
    @Asker() asker: Principal,
  ): Promise<OwnTrialDto> {
    const doer = caseDoerOf(asker);
    await ownProgramme(this.context.stores, id, doer);
    const { base, period } = asked;
    const against = await this.version(id, base);
    try {
      const request = { base, wording: wordingOf(asked, against) };
      const { text, programme, faults } = await checkWording(this.context.stores, id, request, doer);
      if (programme === null) return { text, faults: faults.map(describeFault), changes: [], comparison: null };
      const tried = period === undefined ? null : await this.context.tryOuts.compare({ programme, against, period });
      // What is tried has no number of its own yet.
      const after = tried && {
        ...tried.after,
        programmeVersion: asked.number === undefined ? `${base} 改动后` : `${asked.number}`,
      };
      const comparison = tried && after && { ...tried, after };
      return { text, faults: [], changes: inWords(against, programme), comparison };
    } catch (error) {
      if (!(error instanceof BadInput)) throw error;
      return { text: null, faults: error.faults.map(describeFault), changes: [], comparison: null };
    }
  }

  @Post(':id/versions')
  @Allow('programmes.write', { unit: 'whole', does: '保存方案' })
  @ApiOperation({ summary: '保存为新的一版；旧版都留着，从下一次评分起用新的' })
  @ApiParam({ name: 'id', type: String })
  @ApiBody({ type: NewProgrammeVersionDto })
  @ApiCreatedResponse({ type: ProgrammeVersionDto })
  @ApiConflictResponse({ description: '他人已先保存', type: ErrorDto })
  async keepOwnProgramme(
    @idParam() id: string,
    @Body(new Checked(newVersion)) asked: z.output<typeof newVersion>,
    @Asker() asker: Principal,
    @Trail() trail: TrailNote,
  ): Promise<ProgrammeVersionDto> {
    const { stores, access } = this.context;
    const doer = caseDoerOf(asker);
    await ownProgramme(stores, id, doer);
    const { base, reason, deed } = asked;
    const before = await this.version(id, base);
    const request = { base, wording: wordingOf(asked, before), reason, deed };
    const row = await keepVersion(stores, id, request, doer, access.now());
    const changes = inWords(before, await this.version(id, row.number)).slice(0, mostTold);
    const side = (which: 'before' | 'after') => Object.fromEntries(changes.map((one) => [one.place, one[which]]));
    Object.assign(trail, {
      about: `${row.title} 第${row.number}版，${reason.trim()}`,
      before: { version: base, ...side('before') },
      after: { version: row.number, sha256: row.sha256, ...side('after') },
    });
    return describeVersion(row);
  }

  @Put(':id/standing')
  @Allow('programmes.write', { unit: 'whole', does: '停用或恢复方案' })
  @ApiOperation({ summary: '停用：不再用它评分，已有的结果不变；或恢复使用' })
  @ApiParam({ name: 'id', type: String })
  @ApiBody({ type: NewStandingDto })
  @ApiOkResponse({ type: OwnProgrammeDto })
  @ApiConflictResponse({ description: '已停用，或正在使用', type: ErrorDto })
  async settleOwnProgramme(
    @idParam() id: string,
    @Body(new Checked(newStanding)) asked: z.output<typeof newStanding>,
    @Asker() asker: Principal,
    @Trail() trail: TrailNote,
  ): Promise<OwnProgrammeDto> {
    const { stores, access } = this.context;
    const row = describeOwn(await settleProgramme(stores, id, asked, caseDoerOf(asker), access.now()));
    Object.assign(trail, {
      about: row.newest.title,
      before: { retired: !asked.retired },
      after: { id, retired: asked.retired, reason: asked.reason },
    });
    return row;
  }

  @Get(':id/runs')
  @Allow('programmes.read', { unit: 'none' })
  @ApiOperation({ summary: '按这个方案评一个周期，进行到哪里' })
  @ApiParam({ name: 'id', type: String })
  @ApiQuery({ name: 'period', type: String })
  @ApiOkResponse({ type: OwnScoringDto })
  async ownScoringRun(
    @idParam() id: string,
    @Query(new Checked(scoringQuery)) { period }: z.output<typeof scoringQuery>,
  ): Promise<OwnScoringDto> {
    const { sample } = await this.existing(id);
    return { run: this.context.scoring.of({ programme: id, period, sample }) };
  }

  @Post(':id/runs')
  @HttpCode(200)
  @Allow('assessments.run', { unit: 'whole', does: '按自有方案评分' })
  @ApiOperation({ summary: '按最新一版评一个周期，没有评过的也可以；已在进行的不重复开始' })
  @ApiParam({ name: 'id', type: String })
  @ApiBody({ type: NewOwnScoringDto })
  @ApiOkResponse({ type: ScoringRunDto })
  async beginOwnScoring(
    @idParam() id: string,
    @Body(new Checked(newScoring)) { period }: z.output<typeof newScoring>,
    @Asker() asker: Principal,
    @Trail() trail: TrailNote,
  ): Promise<ScoringRunDto> {
    const doer = caseDoerOf(asker);
    const { newest } = await ownProgramme(this.context.stores, id, doer);
    const run = await this.context.scoring.beginFirst({ programme: id, period }, doer);
    Object.assign(trail, { about: `${newest.title} ${period}`, after: { version: newest.number, ...run } });
    return { ...run };
  }

  private async existing(id: string) {
    return ownProgramme(this.context.stores, id, { sample: await this.context.showsSample() });
  }

  private async version(id: string, number: number): Promise<Programme> {
    const programme = await ownVersion(this.context.stores, id, number);
    if (programme) return programme;
    throw new MissingResource([{ where: '方案', what: `没有第 ${number} 版` }]);
  }
}

/** So many changes stand in a line of the trail. */
const mostTold = 100;

function wordingOf({ text, fields, number }: AskedWording, base: Programme): Wording {
  if (text !== undefined) return { text };
  if (number !== undefined) return { number };
  return { edits: toPlanEdits(planFields(base), fields ?? []) };
}

/** The number of the version says nothing of what it holds. */
function inWords(before: Programme, after: Programme): WordedChange[] {
  const changes = planChanges(before, after);
  if (changes === null) {
    const count = ({ requirements }: Programme) => `${requirements.length} 条要求`;
    return [{ place: '全文（两版相同的要求不到一半）', before: count(before), after: count(after) }];
  }
  return changes.filter(({ field }) => field !== 'version').map((change) => changeInWords(change, before, after));
}
