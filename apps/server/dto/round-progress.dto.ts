import type { RoundState, SiteShown } from '#operations';
import type { SiteRoundRow } from '#database';
import { RoundDto } from './evidence.dto.js';
import { Amount, Choice, field, Flag, Many, One, Text, TextOrNull, Texts, Whole, WholesByName } from './fields.js';

export class SiteUnderWayDto implements SiteShown {
  @Text('网站编号') site!: string;
  @Texts('使用该网站的单位') units!: string[];
  @Choice(['waiting', 'running', 'done', 'failed']) state!: SiteRoundRow['state'];
  @Whole('已采页面数') pages!: number;
  @Whole('已知待采的页面数') pending!: number;
  @Amount('用时（秒）') seconds!: number;
  @Amount('距上次有进展（秒）') idleSeconds!: number;
  @Flag('久无进展') stuck!: boolean;
  @TextOrNull('采集它的进程') worker!: string | null;
  @TextOrNull('失败的原因') note!: string | null;
}

export class SiteCountsDto implements Record<SiteRoundRow['state'], number> {
  @Whole('等待') waiting!: number;
  @Whole('进行中') running!: number;
  @Whole('完成') done!: number;
  @Whole('失败') failed!: number;
}

export class RoundStateDto implements RoundState {
  @One(() => RoundDto) round!: RoundDto;
  @Text('数据库的时刻（UTC）') at!: string;
  @One(() => SiteCountsDto, '各状态的网站数') sites!: SiteCountsDto;
  @Whole('已采页面数') pages!: number;
  @Whole('已知待采的页面数') pending!: number;
  @WholesByName('各种结果的页面数') outcomes!: RoundState['outcomes'];
  @Many(() => SiteUnderWayDto, '进行中，久无进展的在前，至多五十个') running!: SiteUnderWayDto[];
  @Many(() => SiteUnderWayDto, '用时最长的五个') slowest!: SiteUnderWayDto[];
  @Many(() => SiteUnderWayDto, '失败的，至多五十个') failed!: SiteUnderWayDto[];
  @field({ type: Number, nullable: true }, '近半分钟每秒页面数；刚开始看时为 null') pagesPerSecond!: number | null;
}
