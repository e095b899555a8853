import { Body, Controller, Get, HttpCode, Inject, Param, Post, Put, Query, Res } from '@nestjs/common';
import {
  ApiBody,
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiExtraModels,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiProduces,
  ApiQuery,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { materialStates, materialVerdicts } from '#casework';
import type { MaterialKey, MaterialVersionRow } from '#database';
import {
  decideMaterial,
  listMaterials,
  materialDetail,
  materialVerdictTitles,
  printMaterials,
  saveDraft,
  sendMaterial,
  withdrawMaterialDecision,
  type MaterialStanding,
} from '#operations';
import { Allow } from '../access/allow.js';
import { Asker, VisibleUnits, type Principal } from '../access/principal.js';
import { signerOf } from '../access/signer.js';
import { Trail, type TrailNote } from '../access/trail.interceptor.js';
import { programmeOf, unitOf } from '../casework.js';
import { Checked, exactly, shortText, wholeNumber } from '../checked.js';
import { ErrorDto } from '../dto/common.dto.js';
import {
  AnswerDto,
  MaterialDetailDto,
  MaterialDraftDto,
  MaterialPageDto,
  NewDraftDto,
  NewMaterialDecisionDto,
  NewMaterialDto,
  NewMaterialWithdrawalDto,
} from '../dto/material.dto.js';
import { fileTypes, sendDownload } from '../download.js';
import { describeUpload } from '../dto/upload.dto.js';
import { ServerContext } from '../server-context.js';

const typed = (most: number) => z.string({ error: '应为文字' }).max(most, '过长');
const answer = exactly({
  words: typed(4000),
  files: z.array(shortText, { error: '应为文件编号的列表' }).max(30, '一项至多 30 个文件'),
  person: exactly({ name: typed(60), post: typed(60), telephone: typed(40) }).nullable(),
});
const answers = z
  .record(typed(60), answer, { error: '应为按名称填写的内容' })
  .refine((all) => Object.keys(all).length <= 20, '过多');
const key = { organisation: shortText, programme: shortText, period: shortText, requirement: shortText };
const newDraft = exactly({ ...key, answers, revision: z.int({ error: '应为整数' }).min(0).max(1_000_000_000) });
const newMaterial = exactly({ id: z.uuid({ error: '应为 UUID' }), ...key, answers });
const newDecision = exactly({
  id: z.uuid({ error: '应为 UUID' }),
  verdict: z.enum(materialVerdicts, { error: `应为 ${materialVerdicts.join('、')}` }),
  grade: typed(40).nullable(),
  reason: typed(2000),
});
const newWithdrawal = exactly({ decision: shortText, reason: typed(2000) });
const scope = z.object({ programme: shortText, period: shortText, organisation: shortText.optional() });
const listQuery = scope.extend({
  state: z.enum([...materialStates, 'open'], { error: `应为 ${materialStates.join('、')} 或 open` }).optional(),
  words: shortText.optional(),
  offset: wholeNumber(0, 1_000_000).default(0),
  limit: wholeNumber(1, 200).default(50),
});
const formQuery = z.object({ ...key });

/** What waits for a reviewer. */
const open = new Set(['sent', 'second', 'differ']);

@ApiTags('佐证材料')
@ApiExtraModels(AnswerDto)
@Controller()
export class MaterialsController {
  constructor(@Inject(ServerContext) private readonly context: ServerContext) {}

  @Get('materials')
  @Allow('materials.read', { unit: { query: 'organisation', absent: 'filtered' } })
  @ApiOperation({ summary: '各单位须报送的材料及其状态；待审定的先报的在前' })
  @ApiQuery({ name: 'programme', type: String })
  @ApiQuery({ name: 'period', type: String })
  @ApiQuery({ name: 'organisation', type: String, required: false, description: '单位编号' })
  @ApiQuery({ name: 'state', enum: [...materialStates, 'open'], required: false, description: 'open 为等审定的' })
  @ApiQuery({ name: 'words', type: String, required: false, description: '单位、编号或要求中的字' })
  @ApiQuery({ name: 'offset', type: 'integer', required: false, description: '从第几件起，缺省 0' })
  @ApiQuery({ name: 'limit', type: 'integer', required: false, description: '最多几件，缺省 50，至多 200' })
  @ApiOkResponse({ type: MaterialPageDto })
  async materials(
    @Query(new Checked(listQuery)) query: z.output<typeof listQuery>,
    @VisibleUnits() units: readonly string[] | null,
  ): Promise<MaterialPageDto> {
    const { state, words, offset, limit } = query;
    const all = await this.standings(query, units);
    const counts: Record<string, number> = {};
    for (const one of all) counts[one.state] = (counts[one.state] ?? 0) + 1;
    const found = all.filter(
      (one) =>
        (state === undefined || (state === 'open' ? open.has(one.state) : one.state === state)) &&
        (words === undefined ||
          [one.organisation.name, one.requirement, one.statement].some((text) => text.includes(words))),
    );
    if (state === 'open' || (state !== undefined && open.has(state)))
      found.sort((one, other) => ((one.sentAt ?? '') < (other.sentAt ?? '') ? -1 : 1));
    return { rows: found.slice(offset, offset + limit), total: found.length, counts };
  }

  @Get('materials.xlsx')
  @Allow('materials.read', { unit: { query: 'organisation', absent: 'filtered' } })
  @ApiOperation({ summary: '各单位各项要求的报送和审定情况，电子表格' })
  @ApiQuery({ name: 'programme', type: String })
  @ApiQuery({ name: 'period', type: String })
  @ApiQuery({ name: 'organisation', type: String, required: false, description: '单位编号' })
  @ApiProduces(fileTypes.xlsx)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async materialsFile(
    @Query(new Checked(scope)) query: z.output<typeof scope>,
    @VisibleUnits() units: readonly string[] | null,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const bytes = await printMaterials(await this.standings(query, units));
    const name = `佐证材料 ${query.period}.xlsx`;
    await sendDownload(reply, { name, plain: 'materials.xlsx', type: fileTypes.xlsx, bytes });
  }

  @Get('materials/form')
  @Allow('materials.read', { unit: { query: 'organisation' } })
  @ApiOperation({ summary: '一个单位一项要求的表单、草稿、报送过的各版和审定' })
  @ApiQuery({ name: 'programme', type: String })
  @ApiQuery({ name: 'period', type: String })
  @ApiQuery({ name: 'organisation', type: String, description: '单位编号' })
  @ApiQuery({ name: 'requirement', type: String, description: '要求的编号' })
  @ApiOkResponse({ type: MaterialDetailDto })
  material(
    @Query(new Checked(formQuery)) query: z.output<typeof formQuery>,
    @Asker() asker: Principal,
  ): Promise<MaterialDetailDto> {
    return this.detail(query, asker);
  }

  @Put('materials/draft')
  @Allow('materials.write', { unit: { body: 'organisation' }, does: '保存佐证材料草稿' })
  @ApiOperation({ summary: '保存草稿；不检查内容' })
  @ApiBody({ type: NewDraftDto })
  @ApiOkResponse({ type: MaterialDraftDto })
  @ApiConflictResponse({ description: '别处已保存过', type: ErrorDto })
  async saveMaterialDraft(
    @Body(new Checked(newDraft)) { answers, revision, ...key }: z.output<typeof newDraft>,
    @Asker() asker: Principal,
    @Trail() trail: TrailNote,
  ): Promise<MaterialDraftDto> {
    const deed = { key, answers, revision };
    const by = { doer: signerOf(asker), now: this.context.now() };
    const saved = await saveDraft(this.books(), await programmeOf(this.context, key.programme), deed, by);
    const once = { ...key, draft: 'yes' };
    Object.assign(trail, { about: key.requirement, after: { ...once, revision: saved.revision }, once });
    return { answers: shown(saved.answers), revision: saved.revision, saver: saved.saver, savedAt: saved.savedAt };
  }

  @Post('materials')
  @Allow('materials.write', { unit: { body: 'organisation' }, does: '报送佐证材料' })
  @ApiOperation({ summary: '报送一版；逐项检查，有误的逐项说明' })
  @ApiBody({ type: NewMaterialDto })
  @ApiCreatedResponse({ type: MaterialDetailDto })
  @ApiConflictResponse({ description: '已报送，正在审定或已审定', type: ErrorDto })
  async sendMaterial(
    @Body(new Checked(newMaterial)) { id, answers, ...key }: z.output<typeof newMaterial>,
    @Asker() asker: Principal,
    @Trail() trail: TrailNote,
  ): Promise<MaterialDetailDto> {
    const by = { doer: signerOf(asker), now: this.context.now() };
    const sent = await sendMaterial(
      this.books(),
      await programmeOf(this.context, key.programme),
      { id, key, answers },
      by,
    );
    Object.assign(trail, { about: `${key.requirement} 第${sent.version}版`, after: sent });
    return this.detail(key, asker);
  }

  @Post('materials/:id/decisions')
  @Allow('materials.decide', { unit: { material: 'id' }, does: '审定佐证材料' })
  @ApiOperation({ summary: '审定一版：符合、不符合、不适用、评定等次或退回；须由别人审定' })
  @ApiParam({ name: 'id', type: String, description: '版本的编号' })
  @ApiBody({ type: NewMaterialDecisionDto })
  @ApiCreatedResponse({ type: MaterialDetailDto })
  @ApiConflictResponse({ description: '别人已审定，或单位已报送新的一版', type: ErrorDto })
  async decideMaterial(
    @Param('id', new Checked(shortText)) version: string,
    @Body(new Checked(newDecision)) word: z.output<typeof newDecision>,
    @Asker() asker: Principal,
    @Trail() trail: TrailNote,
  ): Promise<MaterialDetailDto> {
    const by = { doer: signerOf(asker), now: this.context.now() };
    const plan = (id: string) => programmeOf(this.context, id);
    const { before, after } = await decideMaterial(this.books(), plan, { version, word }, by);
    const said = word.grade ?? materialVerdictTitles[word.verdict];
    Object.assign(trail, {
      about: `${after.requirement} 第${after.version}版 ${said}`,
      before: before.words,
      after: after.words,
    });
    return this.detail(after, asker);
  }

  @Post('materials/:id/withdrawals')
  @HttpCode(201)
  @Allow('materials.decide', { unit: { material: 'id' }, does: '撤回佐证材料的审定' })
  @ApiOperation({ summary: '撤回自己的审定；原审定仍留在记录中' })
  @ApiParam({ name: 'id', type: String, description: '版本的编号' })
  @ApiBody({ type: NewMaterialWithdrawalDto })
  @ApiCreatedResponse({ type: MaterialDetailDto })
  @ApiConflictResponse({ description: '已撤回，或单位已报送新的一版', type: ErrorDto })
  async withdrawMaterialDecision(
    @Param('id', new Checked(shortText)) version: string,
    @Body(new Checked(newWithdrawal)) request: z.output<typeof newWithdrawal>,
    @Asker() asker: Principal,
    @Trail() trail: TrailNote,
  ): Promise<MaterialDetailDto> {
    const by = { doer: signerOf(asker), now: this.context.now() };
    const { before, after } = await withdrawMaterialDecision(this.books(), { version, ...request }, by);
    Object.assign(trail, {
      about: `${after.requirement} 第${after.version}版`,
      before: before.words,
      after: after.words,
    });
    return this.detail(after, asker);
  }

  private books() {
    return { ...this.context.stores, blobs: this.context.blobs };
  }

  private async standings(
    { programme, period, organisation }: z.output<typeof scope>,
    visible: readonly string[] | null,
  ): Promise<MaterialStanding[]> {
    const only = organisation === undefined ? null : await unitOf(this.context, organisation);
    const all = await this.context.stores.organisations.listOrganisations({ sample: await this.context.showsSample() });
    const units = all.filter(({ id }) => (only === null || id === only) && (visible === null || visible.includes(id)));
    return listMaterials(this.context.stores, { programme: await programmeOf(this.context, programme), period, units });
  }

  private async detail(
    { organisation, programme, period, requirement }: MaterialKey,
    { id: own }: Principal,
  ): Promise<MaterialDetailDto> {
    const key = { organisation: await unitOf(this.context, organisation), programme, period, requirement };
    const { versions, files, draft, ...rest } = await materialDetail(
      this.books(),
      await programmeOf(this.context, programme),
      key,
    );
    return {
      ...rest,
      draft: draft && {
        ...{ answers: shown(draft.answers), revision: draft.revision },
        ...{ saver: draft.saver, savedAt: draft.savedAt },
      },
      versions: versions.map(({ id, version, answers, sender, sentBy, sentAt, words, remarks }) => ({
        ...{ id, version, answers: shown(answers), sender, sentAt, remarks, isOwn: sentBy === own },
        words: words.map(({ by, ...word }) => ({ ...word, isOwn: by === own })),
      })),
      files: files.map(describeUpload),
    };
  }
}

const shown = (answers: MaterialVersionRow['answers']): Record<string, AnswerDto> =>
  Object.fromEntries(
    Object.entries(answers).map(([label, { words, files, person }]) => [label, { words, files: [...files], person }]),
  );
