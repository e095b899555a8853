import type { HostPermissionRow, HostRow, HostRuleRow } from '#database';
import { fetchOutcomes, type FetchOutcome } from '#evidence';
import type { HostsView } from '#operations';
import { ChoiceOrNull, Flag, Many, OneOrNull, Text, TextOrNull, Whole, WholeOrNull } from './fields.js';
import { PinWithdrawalDto } from './column.dto.js';

const outcomes = Object.keys(fetchOutcomes) as FetchOutcome[];

export class HostDto implements Omit<HostRow, 'hours'> {
  @Text('主机名，端口非常用时带端口') host!: string;
  @Whole('因出错放慢到的间隔（毫秒）；0 为没有放慢') slowedMs!: number;
  @Whole('正在进行的请求') underWay!: number;
  @Whole('连续出错次数') failures!: number;
  @ChoiceOrNull(outcomes, '最近一次出错；最近正常为 null') trouble!: FetchOutcome | null;
  @TextOrNull('自何时起一直出错（UTC）') troubleSince!: string | null;
  @TextOrNull('暂停到（UTC）') pausedUntil!: string | null;
  @TextOrNull('在此之前不再访问（UTC）') givenUpUntil!: string | null;
  @Whole('自上次正常以来放弃的次数') givenUpTimes!: number;
  @WholeOrNull('所设间隔（毫秒）；null 为按全局设置') intervalMs!: number | null;
  @WholeOrNull('所设同时请求数；null 为按全局设置') perHost!: number | null;
  @TextOrNull('所设采集时段（北京时间），如 22:00-06:00；null 为按全局设置') hours!: string | null;
  @TextOrNull('最近一次访问（UTC）') askedAt!: string | null;
}

export class HostRuleDto implements Omit<HostRuleRow, 'hours'> {
  @Text() id!: string;
  @Text('主机名') host!: string;
  @WholeOrNull('间隔（毫秒）；null 为按全局设置') intervalMs!: number | null;
  @WholeOrNull('同时请求数；null 为按全局设置') perHost!: number | null;
  @TextOrNull('采集时段（北京时间）；null 为按全局设置') hours!: string | null;
  @Flag('立即恢复访问') resumed!: boolean;
  @Text('设置人') author!: string;
  @Text('理由') reason!: string;
  @Text('设置时刻（UTC）') createdAt!: string;
}

export class HostPermissionDto implements HostPermissionRow {
  @Text() id!: string;
  @Text('主机名') host!: string;
  @Text('路径，写法同 robots.txt') path!: string;
  @Text('授权人') author!: string;
  @Text('理由') reason!: string;
  @Text('最后一天（YYYY-MM-DD）') until!: string;
  @Text('授权时刻（UTC）') createdAt!: string;
  @OneOrNull(() => PinWithdrawalDto, '未撤销为 null') withdrawn!: PinWithdrawalDto | null;
}

export class HostsPageDto implements Pick<HostsView, 'total'> {
  @Whole('符合的主机数') total!: number;
  @Many(() => HostDto, '有问题的在前') hosts!: HostDto[];
  @Many(() => HostRuleDto, '对所列主机的设置，旧的在前') rules!: HostRuleDto[];
  @Many(() => HostPermissionDto, '对所列主机的授权，旧的在前，含已撤销的') permissions!: HostPermissionDto[];
}
