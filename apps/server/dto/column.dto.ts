import type { ColumnEventRow, ColumnPinRow, PinWithdrawal } from '#database';
import { columnChanges, type ColumnIdentity, type ColumnKey } from '#facts';
import type { ColumnEntry } from '#operations';
import { columnKeys } from '#programmes';
import { Absent, Choice, ChoiceOrNull, Flag, Many, One, OneOrNull, Text, TextOrNull } from './fields.js';
import { OrganisationDto } from './scorecard.dto.js';

const rulings = ['is', 'isNot', 'ignore'] as const;

export class ColumnIdentityDto implements ColumnIdentity {
  @ChoiceOrNull(columnKeys, '标准栏目；null 为其他栏目') key!: ColumnKey | null;
  @Text('栏目名称') name!: string;
  @Text('网址；空为只能由脚本打开') url!: string;
  @TextOrNull('上级栏目的网址') parent!: string | null;
}

export class ColumnEventDto implements ColumnEventRow {
  @Text() id!: string;
  @Text('栏目编号，改名、换网址后不变') column!: string;
  @Choice(columnChanges, '首次见到、改名、换网址、改认为另一类、不见了、又出现') kind!: ColumnEventRow['kind'];
  @OneOrNull(() => ColumnIdentityDto, '此前') before!: ColumnIdentityDto | null;
  @One(() => ColumnIdentityDto, '此后；不见了的为最后所见') after!: ColumnIdentityDto;
  @Text('轮次') round!: string;
  @Text('该轮开始时刻（UTC）') at!: string;
  @Text('取证快照编号') capture!: string;
}

export class ColumnRulingDto {
  @ChoiceOrNull(columnKeys, '订正后的标准栏目；null 为不是标准栏目') key!: ColumnKey | null;
  @Text('订正编号') pin!: string;
}

export class ColumnEntryDto extends ColumnIdentityDto implements ColumnEntry {
  @Text('栏目编号') id!: string;
  @Flag('最近一轮仍在') present!: boolean;
  @OneOrNull(() => ColumnRulingDto, '现行订正；没有为 null') ruled!: ColumnRulingDto | null;
  @Many(() => ColumnEventDto, '沿革，旧的在前') history!: ColumnEventDto[];
}

export class PinWithdrawalDto implements PinWithdrawal {
  @Text('撤销人') author!: string;
  @Text('理由') reason!: string;
  @Text('撤销时刻（UTC）') createdAt!: string;
}

export class ColumnPinDto implements Omit<ColumnPinRow, 'site'> {
  @Text() id!: string;
  @TextOrNull('栏目网址') url!: string | null;
  @TextOrNull('栏目名称') name!: string | null;
  @Choice(rulings, '是、不是某标准栏目，或不作为任何标准栏目') ruling!: ColumnPinRow['ruling'];
  @ChoiceOrNull(columnKeys, '标准栏目；ignore 时为 null') key!: ColumnKey | null;
  @Text('订正人') author!: string;
  @Text('理由') reason!: string;
  @TextOrNull('只用于该日及以前采集的页面；null 为长期') until!: string | null;
  @Text('订正时刻（UTC）') createdAt!: string;
  @OneOrNull(() => PinWithdrawalDto, '现行为 null') withdrawn!: PinWithdrawalDto | null;
}

export class SiteColumnsDto {
  @One(() => OrganisationDto) organisation!: OrganisationDto;
  @Many(() => ColumnEntryDto, '栏目，下级紧随上级') columns!: ColumnEntryDto[];
  @Many(() => ColumnPinDto, '全部订正，含已撤销的') pins!: ColumnPinDto[];
}

export class NewPinDto {
  @Text('单位的编号、名称或别名') organisation!: string;
  @Absent('栏目网址；与名称二选一') url?: string;
  @Absent('栏目名称；与网址二选一') name?: string;
  @Absent('是这个标准栏目（标识或名称）') is?: string;
  @Absent('不是这个标准栏目') isNot?: string;
  @Absent('不作为任何标准栏目', { type: Boolean }) ignore?: boolean;
  @Text('理由') reason!: string;
  @Absent('只用于该日及以前采集的页面（YYYY-MM-DD）') until?: string;
}

export class NewWithdrawalDto {
  @Text('单位的编号、名称或别名') organisation!: string;
  @Text('理由') reason!: string;
}
