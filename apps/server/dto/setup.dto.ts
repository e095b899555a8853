import type { ProgrammeChoice, SiteLookColumn, SiteLookRow } from '#database';
import { fetchOutcomes } from '#evidence';
import { schedulePeriods, setupSteps, type SetupState, type SetupStep, type WebRoundStanding } from '#operations';
import { columnKeys, columnTitles } from '#programmes';
import { SiteStateDto } from './evidence.dto.js';
import {
  Absent,
  Choice,
  ChoiceOrNull,
  Choices,
  Flag,
  Many,
  One,
  OneOrNull,
  Text,
  TextOrNull,
  Texts,
  Whole,
} from './fields.js';
import { RoundStateDto } from './round-progress.dto.js';
import { OrganisationDto } from './scorecard.dto.js';

export class SetupUnitsCountDto {
  @Whole('单位数') count!: number;
  @Whole('登记了网站的') withSite!: number;
}

export class ProgrammeChoiceDto implements ProgrammeChoice {
  @Text('方案编号') programme!: string;
  @Text('选定人') chosenBy!: string;
  @Text('选定时刻（UTC）') chosenAt!: string;
}

export class SetupSitesCountDto {
  @Whole('网站数') count!: number;
  @Whole('试读过首页的') looked!: number;
  @Whole('其中读到的') read!: number;
}

export class SetupSchedulesCountDto {
  @Whole('计划数') count!: number;
  @TextOrNull('最早的下一次（UTC）') next!: string | null;
}

export class SetupRoundTimeDto {
  @Text('开始时刻（UTC）') startedAt!: string;
  @TextOrNull('结束时刻（UTC）') finishedAt!: string | null;
}

export class SetupStateDto implements SetupState {
  @One(() => SetupUnitsCountDto) units!: SetupUnitsCountDto;
  @OneOrNull(() => ProgrammeChoiceDto, '选定的方案') programme!: ProgrammeChoiceDto | null;
  @One(() => SetupSitesCountDto) sites!: SetupSitesCountDto;
  @One(() => SetupSchedulesCountDto) schedules!: SetupSchedulesCountDto;
  @OneOrNull(() => SetupRoundTimeDto, '最近一轮采集') round!: SetupRoundTimeDto | null;
  @Flag('选定的方案已有评分') scored!: boolean;
  @Choices(setupSteps, '已完成的步骤') done!: SetupStep[];
  @ChoiceOrNull(setupSteps, '下一步；都已完成为 null') next!: SetupStep | null;
}

export class NewProgrammeChoiceDto {
  @Text('方案编号') programme!: string;
}

export class LookColumnDto implements SiteLookColumn {
  @Choice(columnKeys, '标准栏目') key!: string;
  @Text('标准栏目的名称') title!: string;
  @Text('网站上的名称') name!: string;
  @Text('网址；空为只能由脚本打开') url!: string;
}

export class MissingColumnDto {
  @Choice(columnKeys, '标准栏目') key!: string;
  @Text('标准栏目的名称') title!: string;
}

export class SiteLookDto {
  @Text('首页访问的结果') outcome!: string;
  @Text('结果的名称') title!: string;
  @Text('含义') meaning!: string;
  @Text('应对办法') action!: string;
  @TextOrNull('补充说明') note!: string | null;
  @TextOrNull('网站名称') siteName!: string | null;
  @Texts('读了哪些网址：首页，和首页所链的政务公开页') pages!: string[];
  @Many(() => LookColumnDto, '认出的标准栏目') columns!: LookColumnDto[];
  @Many(() => MissingColumnDto, '没有认出的标准栏目；首页没有读到的为空') missing!: MissingColumnDto[];
  @Flag('页面须用浏览器才能显示，试读只看源文件') needsBrowser!: boolean;
  @Text('试读人') lookedBy!: string;
  @Text('试读时刻（UTC）') lookedAt!: string;
}

export class SetupSiteDto {
  @One(() => OrganisationDto) organisation!: OrganisationDto;
  @OneOrNull(() => SiteLookDto, '最近一次试读；没有试读过为 null') look!: SiteLookDto | null;
  @Whole('现行的栏目订正条数') pins!: number;
}

export class NewSiteLookDto {
  @Text('单位编号') organisation!: string;
}

export class NewWebRoundDto {
  @Texts('单位编号；空为全部') units!: string[];
  @Choice(schedulePeriods, '采集后评哪个周期，以开始之日为准') period!: string;
  @Absent('从头采集', { type: Boolean }) full?: boolean;
}

export class WebRoundDto {
  @One(() => RoundStateDto) state!: RoundStateDto;
  @Many(() => SiteStateDto, '各网站的进展与结果') sites!: SiteStateDto[];
  @TextOrNull('采集后评分所按的方案；不评分为 null') programme!: string | null;
  @TextOrNull('所评的周期') period!: string | null;
  @Choice(['none', 'waiting', 'running', 'done', 'failed'], '评分：没有、等待、进行中、完成、失败')
  scoring!: WebRoundStanding['scoring'];
}

export class NewestWebRoundDto {
  @OneOrNull(() => WebRoundDto, '最近一轮由任务进程采集的；没有为 null') round!: WebRoundDto | null;
}

export function describeLook({ site: _site, outcome, columns, ...row }: SiteLookRow): SiteLookDto {
  const { title, meaning, action } = fetchOutcomes[outcome];
  const found = new Set(columns.map(({ key }) => key));
  const isRead = outcome === 'ok' && !row.needsBrowser;
  return {
    ...row,
    ...{ outcome, title, meaning, action },
    columns: columns.map((one) => ({ ...one, title: titleOf(one.key) })),
    missing: isRead ? columnKeys.flatMap((key) => (found.has(key) ? [] : { key, title: titleOf(key) })) : [],
  };
}

function titleOf(key: string): string {
  const known = columnKeys.find((one) => one === key);
  return known ? columnTitles[known] : key;
}
