import { ledgerKinds, type LedgerKind, type LedgerViewRow } from '#database';
import type { LedgerColumn, LedgerDefinition } from '#operations';
import { Choice, field, Flag, Many, Text, TextOrNull, Texts, Whole } from './fields.js';

const columnTypes = ['text', 'choice', 'choices', 'flag', 'day', 'number'] as const;

export class LedgerValueDto {
  @Text('筛选用的值') value!: string;
  @Text() title!: string;
}

export class LedgerColumnDto {
  @Text() key!: string;
  @Text('表头') title!: string;
  @field({ enum: [...columnTypes, null], type: String, nullable: true }, '怎样筛选；null 为不能筛选')
  type!: LedgerColumn['type'];
  @Flag('可以按此排序') sorted!: boolean;
  @Flag('可能没有值') nullable!: boolean;
  @Flag('不选列时显示') usual!: boolean;
  @Flag('右对齐') number!: boolean;
  @Many(() => LedgerValueDto, '封闭集合中的各个值') values!: LedgerValueDto[];
}

export class LedgerDefinitionDto {
  @Choice(ledgerKinds) kind!: LedgerKind;
  @Text() title!: string;
  @Text('一行是什么，不含什么') hint!: string;
  @Many(() => LedgerColumnDto) columns!: LedgerColumnDto[];
}

export function describeLedger({ kind, title, hint, columns }: LedgerDefinition): LedgerDefinitionDto {
  return {
    ...{ kind, title, hint },
    columns: columns.map(({ key, title: header, type, sorted, nullable, usual, align, values, words }) => ({
      ...{ key, title: header, type, sorted, nullable: nullable || type === 'choices', usual },
      number: align === 'right' || type === 'number',
      values: values.map((value) => ({ value, title: words?.[value] ?? value })),
    })),
  };
}

export class LedgerRowDto {
  @Text('单位编号') organisation!: string;
  @field({ type: 'array', items: { oneOf: [{ type: 'string' }, { type: 'number' }], nullable: true } }, '各列所示')
  cells!: (string | number | null)[];
  @TextOrNull('原网址') url!: string | null;
  @TextOrNull('取证快照编号') capture!: string | null;
  @TextOrNull('问题编号') finding!: string | null;
}

export class LedgerRowsDto {
  @Texts('各行 cells 的列，按其顺序') columns!: string[];
  @Many(() => LedgerRowDto) rows!: LedgerRowDto[];
  @TextOrNull('前一页的位置，用作 before') previous!: string | null;
  @TextOrNull('后一页的位置，用作 after') next!: string | null;
  @Text('评分时间') assessedAt!: string;
}

export class LedgerCountDto {
  @Whole('行数；没有数完时为 100000') count!: number;
  @Flag('行数超过 100000，须逐行查看，没有数完') more!: boolean;
}

export class LedgerViewDto {
  @Texts('筛选条件') filter!: string[];
  @TextOrNull('排序') sort!: string | null;
  @field({ type: String, isArray: true, nullable: true }, '列；null 为通常的列') columns!: string[] | null;
}

export class NewLedgerViewDto extends LedgerViewDto {
  @Choice(ledgerKinds, '台账') ledger!: LedgerKind;
  @Text('名称，40 字以内') name!: string;
}

export class SavedLedgerViewDto extends NewLedgerViewDto {
  @Text() id!: string;
  @Text('保存时间') savedAt!: string;
}

export function describeView({ id, ledger, name, view, savedAt }: LedgerViewRow): SavedLedgerViewDto {
  return { id, ledger, name, ...view, savedAt };
}
