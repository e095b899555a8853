import { Body, Controller, Get, HttpCode, Inject, Post, ServiceUnavailableException } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { localDateOf } from '#calendar';
import { RunningStore, siteId, type OrganisationRow } from '#database';
import { refused } from '#kernel';
import { holdToReal, lookAtSite, newestWebRound, schedulePeriods, setupState, stopWebRound } from '#operations';
import { Allow } from '../access/allow.js';
import { caseDoerOf } from '../access/case-doer.js';
import { Asker, authorOf, type Principal } from '../access/principal.js';
import { Trail, type TrailNote } from '../access/trail.interceptor.js';
import { programmeOf } from '../casework.js';
import { Checked, exactly, shortText } from '../checked.js';
import {
  describeLook,
  NewestWebRoundDto,
  NewProgrammeChoiceDto,
  NewSiteLookDto,
  NewWebRoundDto,
  SetupStateDto,
  SetupSiteDto,
} from '../dto/setup.dto.js';
import { ServerContext } from '../server-context.js';
import { describeSite } from './rounds.controller.js';

const newChoice = exactly({ programme: shortText });
const newLook = exactly({ organisation: shortText });
const newRound = exactly({
  units: z.array(shortText, { error: '应为单位编号' }).max(20_000, '过多'),
  period: z.string({ error: '缺少周期' }).max(40, '过长'),
  full: z.boolean({ error: '应为 true 或 false' }).default(false),
});
const nothing = exactly({});

/** Sites that are looked at for somebody at the same time; one more is asked to wait. */
const mostAtOnce = 3;

/** What an office settles by itself before its first round, and that round. */
@ApiTags('建立')
@Controller('setup')
export class SetupController {
  private underWay = 0;

  constructor(@Inject(ServerContext) private readonly context: ServerContext) {}

  @Get()
  @Allow('organisations.write', { unit: 'whole' })
  @ApiOperation({ summary: '建立进行到哪一步：已完成的和下一步' })
  @ApiOkResponse({ type: SetupStateDto })
  setupState(@Asker() asker: Principal): Promise<SetupStateDto> {
    return setupState(this.context.stores, asker);
  }

  @Post('programme')
  @HttpCode(200)
  @Allow('setup.write', { unit: 'whole', does: '选定方案' })
  @ApiOperation({ summary: '选定本单位的方案：总览等页面首先显示它，第一轮按它评分' })
  @ApiBody({ type: NewProgrammeChoiceDto })
  @ApiOkResponse({ type: SetupStateDto })
  async chooseProgramme(
    @Body(new Checked(newChoice)) { programme: id }: z.output<typeof newChoice>,
    @Asker() asker: Principal,
    @Trail() trail: TrailNote,
  ): Promise<SetupStateDto> {
    holdToReal(asker);
    const { id: programme, title } = await programmeOf(this.context, id);
    const { setup } = this.context.stores;
    const before = await setup.choice(asker.sample);
    const choice = { programme, chosenBy: authorOf(asker), chosenAt: this.context.now().toISOString() };
    await setup.choose(asker.sample, choice);
    Object.assign(trail, { about: title, before: before && { ...before }, after: choice });
    return this.setupState(asker);
  }

  @Get('sites')
  @Allow('organisations.write', { unit: 'whole' })
  @ApiOperation({ summary: '各单位的网站：最近一次试读首页的结果，认出的和没有认出的标准栏目' })
  @ApiOkResponse({ type: [SetupSiteDto] })
  async setupSites(@Asker() { sample }: Principal): Promise<SetupSiteDto[]> {
    return this.sitesOf(await this.context.stores.organisations.listOrganisations({ sample }));
  }

  @Post('site-looks')
  @HttpCode(200)
  @Allow('setup.write', { unit: { body: 'organisation' }, does: '试读网站首页' })
  @ApiOperation({
    summary: '试读单位网站的首页（和它所链的政务公开页）：能否打开，认出哪些标准栏目；只记下所见，不计分',
  })
  @ApiBody({ type: NewSiteLookDto })
  @ApiOkResponse({ type: SetupSiteDto })
  async lookAtSite(
    @Body(new Checked(newLook)) { organisation }: z.output<typeof newLook>,
    @Asker() asker: Principal,
    @Trail() trail: TrailNote,
  ): Promise<SetupSiteDto> {
    if (this.underWay >= mostAtOnce) throw new ServiceUnavailableException('试读的人较多，请稍后再试');
    this.underWay += 1;
    try {
      const { network: settings, stores } = this.context;
      const look = await lookAtSite(stores, organisation, caseDoerOf(asker), { settings, now: this.context.now() });
      const unit = (await stores.organisations.organisation(organisation))!;
      Object.assign(trail, { about: unit.name, after: { outcome: look.outcome, pages: look.pages } });
      return (await this.sitesOf([unit]))[0]!;
    } finally {
      this.underWay -= 1;
    }
  }

  @Get('round')
  @Allow('rounds.read', { unit: 'whole' })
  @ApiOperation({ summary: '最近一轮由任务进程采集的：各网站的进展、结果，其后的评分' })
  @ApiOkResponse({ type: NewestWebRoundDto })
  async newestWebRound(): Promise<NewestWebRoundDto> {
    const { stores, dataSource } = this.context;
    const standing = await newestWebRound(stores, new RunningStore(dataSource));
    if (standing === null) return { round: null };
    const units = await stores.organisations.listOrganisations({ sample: false });
    const { state, sites, followUp, scoring } = standing;
    return {
      round: {
        ...{ state, scoring, programme: followUp?.programme ?? null, period: followUp?.period ?? null },
        sites: sites.map((site) => describeSite(site, units)),
      },
    };
  }

  @Post('round')
  @HttpCode(200)
  @Allow('rounds.run', { unit: 'whole', does: '开始采集' })
  @ApiOperation({ summary: '开始一轮采集，采完按选定的方案评分；同时只有一轮，已有一轮在进行为 409' })
  @ApiBody({ type: NewWebRoundDto })
  @ApiOkResponse({ type: NewestWebRoundDto })
  async beginWebRound(
    @Body(new Checked(newRound)) { units, period, full }: z.output<typeof newRound>,
    @Asker() asker: Principal,
    @Trail() trail: TrailNote,
  ): Promise<NewestWebRoundDto> {
    const meant = schedulePeriods.find((one) => one === period);
    if (!meant) throw refused('评分周期', `“${period}”不可用`, schedulePeriods.join('、'));
    const doer = caseDoerOf(asker);
    const choice = await this.context.stores.setup.choice(doer.sample);
    if (choice === null && !doer.sample) throw refused('方案', '还没有选定', '先选定方案，再开始采集');
    if (this.context.rounds === null) throw new ServiceUnavailableException('本服务不安排采集');
    const score = choice && { programme: choice.programme, period: meant };
    const { round, sites, followUp } = await this.context.rounds.begin({ units, full, score }, doer);
    Object.assign(trail, { about: `${sites} 个网站`, after: { round, sites, full, ...followUp } });
    return this.newestWebRound();
  }

  @Post('round-stop')
  @HttpCode(200)
  @Allow('rounds.run', { unit: 'whole', does: '中止采集' })
  @ApiOperation({ summary: '中止正在进行的一轮：等待的网站不再采集，正在采集的采完为止，其后不评分' })
  @ApiOkResponse({ type: NewestWebRoundDto })
  async stopWebRound(
    @Body(new Checked(nothing)) _nothing: z.output<typeof nothing>,
    @Asker() asker: Principal,
    @Trail() trail: TrailNote,
  ): Promise<NewestWebRoundDto> {
    const { stores, now } = this.context;
    const round = await stopWebRound({ ...stores, clock: { now } }, caseDoerOf(asker));
    Object.assign(trail, { about: round, after: { round } });
    return this.newestWebRound();
  }

  private async sitesOf(all: readonly OrganisationRow[]): Promise<SetupSiteDto[]> {
    const { setup, columns } = this.context.stores;
    const units = all.filter(({ site }) => site !== null);
    const sites = [...new Set(units.map(({ site }) => siteId(site ?? '')))];
    const looks = new Map((await setup.looks(sites)).map((look) => [look.site, look]));
    const today = localDateOf(this.context.now().toISOString());
    const pins = await columns.standingCounts(sites, today);
    return units.map(({ extra: _extra, sample: _sample, ...organisation }) => {
      const site = siteId(organisation.site ?? '');
      const look = looks.get(site);
      return { organisation, look: look ? describeLook(look) : null, pins: pins.get(site) ?? 0 };
    });
  }
}
