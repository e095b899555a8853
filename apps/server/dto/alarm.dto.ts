import { alarmTitles, type AlarmKind } from '#casework';
import type { AlarmRow } from '#operations';
import { Choice, Flag, Many, OneOrNull, Text, TextOrNull } from './fields.js';

export const alarmKinds = Object.keys(alarmTitles) as AlarmKind[];

export class AlarmLookDto {
  @Text('查明的原因和结论') reason!: string;
  @Text('查看人') author!: string;
  @Text('查看时刻（UTC）') at!: string;
}

export class AlarmDto {
  @Text() id!: string;
  @Choice(alarmKinds) kind!: AlarmKind;
  @Text('种类名称') title!: string;
  @TextOrNull('指标；不是某一指标的为 null') indicator!: string | null;
  @Text('一句话说明') message!: string;
  @Flag('查明以前不能生成通报') stops!: boolean;
  @OneOrNull(() => AlarmLookDto, '查看结论；还没有人查看的为 null') look!: AlarmLookDto | null;
}

export class ComparedDto {
  @Text('周期') period!: string;
  @Text('评估截至日期') asOf!: string;
  @Text('评估时刻（UTC）') assessedAt!: string;
}

export class AlarmsDto {
  @OneOrNull(() => ComparedDto, '与哪一次结果相比；没有可比的为 null') before!: ComparedDto | null;
  @Many(() => AlarmDto) rows!: AlarmDto[];
}

export class AlarmReasonDto {
  @Text('方案') programme!: string;
  @Text('周期') period!: string;
  @Text('查明的原因和结论') reason!: string;
}

export function describeAlarm({ id, kind, indicator, message, stops, look }: AlarmRow): AlarmDto {
  const said = look && { reason: look.reason, author: look.author, at: look.at };
  return { id, kind, title: alarmTitles[kind], indicator, message, stops, look: said };
}
