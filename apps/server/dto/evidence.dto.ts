import { fetchOutcomes, type Capture, type FetchOutcome, type PageRequest, type Revisit, type Visit } from '#evidence';
import type { CaptureRow, RoundRow, SiteRoundRow } from '#database';
import {
  Absent,
  Amount,
  Choice,
  Flag,
  Many,
  One,
  OneOrNull,
  Text,
  TextOrNull,
  Texts,
  TextsByName,
  Whole,
  WholeOrNull,
} from './fields.js';
import { OrganisationDto } from './scorecard.dto.js';

const outcomes = Object.keys(fetchOutcomes);

export class OutcomeSentenceDto {
  @Text('名称') title!: string;
  @Text('含义') meaning!: string;
  @Text('应对办法') action!: string;
}

export class PageRequestDto implements PageRequest {
  @Text() url!: string;
  @Choice(['GET', 'POST']) method!: PageRequest['method'];
  @Absent() body?: string;
  @Absent() contentType?: string;
  @Absent('', { type: 'object', additionalProperties: { type: 'string' } }) headers?: Record<string, string>;
  @Absent() articles?: string;
}

export class VisitDto implements Visit {
  @Choice(['home', 'openness', 'column', 'list', 'data', 'detail', 'file', 'probe']) as!: Visit['as'];
  @TextOrNull('栏目标识') columnKey!: string | null;
  @TextOrNull('栏目名称') columnName!: string | null;
  @TextOrNull('来自哪个页面') from!: string | null;
  @TextOrNull('链接文字') linkText!: string | null;
  @Whole('列表第几页') listPage!: number;
  @Whole('距首页的链接数') depth!: number;
}

export class RevisitDto implements Revisit {
  @Text('最先取得该内容的快照') of!: string;
  @Choice(['notModified', 'sameBytes', 'carried'], '服务器答复未变化、内容相同、本轮没有访问而沿用')
  how!: Revisit['how'];
}

export class CaptureDto implements CaptureRow {
  @Text() id!: string;
  @Text('轮次') round!: string;
  @Text('网站') site!: string;
  @One(() => PageRequestDto) request!: PageRequestDto;
  @One(() => VisitDto) visit!: VisitDto;
  @Text('跳转后的网址') finalUrl!: string;
  @Texts('跳转经过') redirects!: string[];
  @Text('取证时刻（UTC）') fetchedAt!: string;
  @Choice(outcomes) outcome!: FetchOutcome;
  @WholeOrNull('HTTP 状态码') status!: number | null;
  @TextsByName('响应头') headers!: Record<string, string>;
  @TextOrNull('内容的 SHA-256') sha256!: string | null;
  @TextOrNull('当时页面截图的 SHA-256；只有浏览器渲染的页面才有') screenshot!: string | null;
  @Whole('字节数') size!: number;
  @TextOrNull('判定的编码') charset!: string | null;
  @Choice(['http', 'browser', 'archive']) via!: Capture['via'];
  @TextOrNull('备注') note!: string | null;
  @Flag('需浏览器才能显示而当时没有浏览器') unrendered!: boolean;
  @OneOrNull(() => RevisitDto, '沿用更早的快照时，是哪一个；否则为 null') revisit!: RevisitDto | null;
}

export class CaptureDetailDto extends CaptureDto {
  @One(() => OutcomeSentenceDto, '结果说明') explanation!: OutcomeSentenceDto;
  @Text('所见页面的地址（放入沙箱框架）') pageUrl!: string;
  @TextOrNull('原始内容的下载地址') rawUrl!: string | null;
  @TextOrNull('当时页面截图的地址；没有时为 null') screenshotUrl!: string | null;
}

export class RoundDto implements RoundRow {
  @Text() id!: string;
  @Text('开始时刻（UTC）') startedAt!: string;
  @TextOrNull('结束时刻（UTC）') finishedAt!: string | null;
  @Text('live 或归档文件名') source!: string;
  @Flag('是否示例数据') sample!: boolean;
  @Flag('是否每页都重新访问') whole!: boolean;
}

export class OutcomeCountDto extends OutcomeSentenceDto {
  @Choice(outcomes) outcome!: FetchOutcome;
  @Whole('页面数') pages!: number;
}

export class SiteStateDto implements Omit<SiteRoundRow, 'outcomes' | 'round'> {
  @Text('网站编号') site!: string;
  @TextOrNull('网站首页') url!: string | null;
  @Many(() => OrganisationDto, '使用该网站的单位') organisations!: OrganisationDto[];
  @Choice(['waiting', 'running', 'done', 'failed']) state!: SiteRoundRow['state'];
  @Whole('页面数') pages!: number;
  @Many(() => OutcomeCountDto, '各种结果的页面数与说明') outcomes!: OutcomeCountDto[];
  @Whole('只有浏览器才能显示、而当时没有浏览器的页面数') unrendered!: number;
  @Amount('用时（秒）') seconds!: number;
  @TextOrNull('为何结束') ended!: string | null;
  @TextOrNull('备注') note!: string | null;
  @TextOrNull('以哪一轮为基础；每页都重新访问时为 null') base!: string | null;
  @TextOrNull('上次每页都访问的一轮何时开始（UTC）；就是这一轮时为 null') fullSince!: string | null;
  @WholeOrNull('本轮访问的页面数') asked!: number | null;
  @WholeOrNull('其中没有变化的页面数') unchanged!: number | null;
}

export class LatestRoundDto {
  @OneOrNull(() => RoundDto, '尚未采集时为 null') round!: RoundDto | null;
  @Many(() => SiteStateDto) sites!: SiteStateDto[];
}
