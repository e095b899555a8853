import type { ScheduleRunRow } from '#database';
import { circularKinds, schedulePeriods, type ScheduleShown } from '#operations';
import { Absent, AbsentTexts, Choice, ChoiceOrNull, Flag, Many, OneOrNull, Text, TextOrNull, Texts } from './fields.js';

export class ScheduleRunDto implements ScheduleRunRow {
  @Text('应执行的时刻（UTC）') dueAt!: string;
  @Text('实际开始的时刻（UTC）') begunAt!: string;
  @TextOrNull('所开始的轮次；没有开始则为 null') round!: string | null;
  @TextOrNull('该轮结束的时刻（UTC）') roundFinishedAt!: string | null;
  @TextOrNull('补做或未执行的原因') note!: string | null;
}

export class ScheduleDto implements Omit<ScheduleShown, 'id' | 'units' | 'unitNames'> {
  @Text('名称') name!: string;
  @Text('分 时 日 月 星期（北京时间）') cron!: string;
  @Choice(['crawl', 'links'], '采集，或检查链接') task!: ScheduleShown['task'];
  @TextOrNull('采集后评分所按的方案') programme!: string | null;
  @Texts('只采集这些单位；空为全部') only!: string[];
  @Flag('每次从头采集') fullRound!: boolean;
  @ChoiceOrNull(schedulePeriods, '所评的周期，以执行之日为准') period!: ScheduleShown['period'];
  @ChoiceOrNull(circularKinds, '评分后生成的通报') circular!: ScheduleShown['circular'];
  @Text('自此时起（UTC）') since!: string;
  @TextOrNull('暂停的时刻（UTC）') pausedAt!: string | null;
  @OneOrNull(() => ScheduleRunDto, '上次执行') lastRun!: ScheduleRunDto | null;
  @Texts('以后三次的时刻（UTC）；暂停时为空') next!: string[];
}

export class SchedulesDto {
  @Many(() => ScheduleDto) schedules!: ScheduleDto[];
}

export class NewScheduleDto {
  @Text('名称；同名的计划被改动') name!: string;
  @Text('分 时 日 月 星期（北京时间）') cron!: string;
  @Absent('方案') programme?: string;
  @AbsentTexts('只采集这些单位（名称、别名或编号）') only?: string[];
  @Absent('每次从头采集', { type: Boolean }) full?: boolean;
  @Absent('不采集，只检查链接', { type: Boolean }) links?: boolean;
  @Absent('所评的周期', { enum: schedulePeriods }) period?: string;
  @Absent('通报种类', { enum: [...circularKinds] }) circular?: string;
}

export class ScheduleChangeDto {
  @Choice(['pause', 'resume', 'remove'], '暂停、恢复或删除') change!: 'pause' | 'resume' | 'remove';
}
