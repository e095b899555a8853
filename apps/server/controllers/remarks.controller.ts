import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
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
import { remarksFor, stepRemark, type RemarkDeed } from '#operations';
import { Allow } from '../access/allow.js';
import { Asker, type Principal } from '../access/principal.js';
import { signerOf } from '../access/signer.js';
import { Trail, type TrailNote } from '../access/trail.interceptor.js';
import { unitOf } from '../casework.js';
import { Checked, exactly, shortText } from '../checked.js';
import { ErrorDto } from '../dto/common.dto.js';
import { describeRemark, NewRemarkAnswerDto, NewRemarkStepDto, RemarkDto } from '../dto/public.dto.js';
import { ServerContext } from '../server-context.js';

const query = z.object({ organisation: shortText.optional() });
const typed = z.string({ error: '应为文字' }).max(4000, '过长');
const newAnswer = exactly({
  id: z.uuid({ error: '应为 UUID' }),
  words: typed,
  seen: z.int({ error: '应为整数' }).min(0, '应不小于 0'),
});
const steps = ['dismissed', 'shown', 'hidden'] as const;
const newStep = newAnswer.extend({ step: z.enum(steps, { error: `应为 ${steps.join('、')}` }) });

/** 公众意见 as the office and the units see it. */
@ApiTags('公开页')
@Controller('remarks')
export class RemarksController {
  constructor(@Inject(ServerContext) private readonly context: ServerContext) {}

  @Get()
  @Allow('remarks.read', { unit: { query: 'organisation', absent: 'filtered' } })
  @ApiOperation({ summary: '公众对单位公开工作的意见，新的在前；联系方式只给主管单位' })
  @ApiQuery({ name: 'organisation', type: String, required: false, description: '单位的编号或名称' })
  @ApiOkResponse({ type: [RemarkDto] })
  async remarks(
    @Query(new Checked(query)) { organisation }: z.output<typeof query>,
    @Asker() asker: Principal,
  ): Promise<RemarkDto[]> {
    const filter = {
      sample: await this.context.showsSample(),
      units: asker.units,
      ...(organisation === undefined ? {} : { organisation: await unitOf(this.context, organisation) }),
    };
    const about = { seesContacts: isOffice(asker), now: this.context.now() };
    return (await remarksFor(this.context.stores, filter, about)).map(describeRemark);
  }

  @Post(':id/answers')
  @HttpCode(200)
  @Allow('remarks.answer', { unit: { remark: 'id' }, does: '答复公众意见' })
  @ApiOperation({ summary: '答复一条意见；再次答复的以后一次为准，已公开的须重新公开' })
  @ApiParam({ name: 'id', type: String })
  @ApiBody({ type: NewRemarkAnswerDto })
  @ApiOkResponse({ type: RemarkDto })
  @ApiConflictResponse({ description: '别人已先办理', type: ErrorDto })
  answerRemark(
    @Param('id', new Checked(shortText)) remark: string,
    @Body(new Checked(newAnswer)) sent: z.output<typeof newAnswer>,
    @Asker() asker: Principal,
    @Trail() trail: TrailNote,
  ): Promise<RemarkDto> {
    return this.step({ ...sent, remark, step: 'answered' }, asker, trail);
  }

  @Post(':id/steps')
  @HttpCode(200)
  @Allow('remarks.decide', { unit: { remark: 'id' }, does: '办理公众意见' })
  @ApiOperation({ summary: '不予答复，或把意见和答复放上公开页、撤下' })
  @ApiParam({ name: 'id', type: String })
  @ApiBody({ type: NewRemarkStepDto })
  @ApiOkResponse({ type: RemarkDto })
  @ApiConflictResponse({ description: '别人已先办理', type: ErrorDto })
  decideRemark(
    @Param('id', new Checked(shortText)) remark: string,
    @Body(new Checked(newStep)) sent: z.output<typeof newStep>,
    @Asker() asker: Principal,
    @Trail() trail: TrailNote,
  ): Promise<RemarkDto> {
    return this.step({ ...sent, remark }, asker, trail);
  }

  private async step(deed: RemarkDeed, asker: Principal, trail: TrailNote): Promise<RemarkDto> {
    const { stores } = this.context;
    const done = { doer: signerOf(asker), now: this.context.now() };
    const row = describeRemark(await stepRemark(stores, await this.context.showsSample(), deed, done));
    Object.assign(trail, { about: `${row.name}，${row.stateTitle}`, after: { id: row.id, ...row.steps.at(-1) } });
    return isOffice(asker) ? row : { ...row, contact: null };
  }
}

/** Whoever decides on the remarks of all units; how people can be reached is nobody else's business. */
function isOffice({ units, rights }: Principal): boolean {
  return units === null && rights.includes('remarks.decide');
}
