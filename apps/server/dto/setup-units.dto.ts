import type { FieldChange, UnitChange, UnitsPreview } from '#operations';
import type { OrganisationRow } from '#database';
import type { UnitFault } from '#sheets';
import { Absent, Choice, Many, Text, TextOrNull, Texts, Whole, WholeOrNull } from './fields.js';

export class SetupUnitDto implements Omit<OrganisationRow, 'extra' | 'sample'> {
  @Text() id!: string;
  @Text() name!: string;
  @Texts('别名') aliases!: string[];
  @Text('层级') level!: string;
  @Text('类别') category!: string;
  @TextOrNull('上级') parent!: string | null;
  @TextOrNull('网站') site!: string | null;
  @Text('内容有改动就不同；改动时带上，期间有他人改动则为 409') version!: string;
}

export class UnitFaultDto implements Omit<UnitFault, 'accepted'> {
  @Text('在哪里') where!: string;
  @WholeOrNull('第几行；整个文件的问题为 null') line!: number | null;
  @TextOrNull('哪一列') column!: string | null;
  @Text('什么问题') what!: string;
  @Absent('可接受的写法') accepted?: string;
}

export class UnitFieldChangeDto implements FieldChange {
  @Text('列') field!: string;
  @TextOrNull('此前') before!: string | null;
  @TextOrNull('此后') after!: string | null;
}

export class UnitRowChangeDto implements UnitChange {
  @Whole('第几行') line!: number;
  @Text() name!: string;
  @Choice(['new', 'changed'], '新增或改动') change!: UnitChange['change'];
  @Many(() => UnitFieldChangeDto, '改动的各列；新增的为所填各列') fields!: UnitFieldChangeDto[];
}

export class UnitsPreviewDto implements UnitsPreview {
  @TextOrNull('确认导入时带上；有问题时为 null') token!: string | null;
  @Whole('行数') rows!: number;
  @Whole('新增') added!: number;
  @Whole('改动') changed!: number;
  @Whole('不变') same!: number;
  @Many(() => UnitRowChangeDto, '新增和改动的行，至多 500 行') changes!: UnitRowChangeDto[];
  @Many(() => UnitFaultDto, '问题，按行，至多 500 处') faults!: UnitFaultDto[];
  @Whole('问题总数') faultCount!: number;
  @Texts('已有而表中没有的单位；导入后不变') missing!: string[];
}

export class UnitsStoredDto {
  @Many(() => SetupUnitDto, '新增的单位') added!: SetupUnitDto[];
  @Whole('改动的单位数') changed!: number;
}

export class NewUnitDto {
  @Text('名称；已有的单位名称不变') name!: string;
  @Text('别名，顿号隔开') aliases!: string;
  @Text('层级') level!: string;
  @Text('类别') category!: string;
  @Text('上级的名称；没有为空') parent!: string;
  @Text('网站的网址；没有为空') site!: string;
  @TextOrNull('改动的单位打开表单时的 version；新增为 null') version!: string | null;
}

export class UnitsRemovalDto {
  @Texts('单位编号') units!: string[];
}

export function describeUnit(
  { id, name, aliases, level, category, parent, site }: OrganisationRow,
  version: string,
): SetupUnitDto {
  return { id, name, aliases, level, category, parent, site, version };
}
