import { columnKeys } from '#programmes';
import { interpretationElements, interpretationFormats } from '#facts';
import { fetchOutcomes } from '#evidence';
import type { CatalogueCoverage, ColumnStates, VanishedRow } from '#operations';
import {
  fieldStandings,
  type AnnualReportRow,
  type CatalogueRow,
  type ColumnRow,
  type DocumentRow,
  type FieldStanding,
  type InterpretationRow,
} from '#indicators';
import {
  Choice,
  ChoiceOrNull,
  Choices,
  field,
  FlagOrNull,
  Many,
  Text,
  TextOrNull,
  Texts,
  TextsByName,
  Whole,
  WholeOrNull,
} from './fields.js';

const timeliness = ['onTime', 'late', 'notMeasured'] as const;

export class NamedLinkDto {
  @Text() title!: string;
  @Text() url!: string;
}

export class DocumentRowDto implements DocumentRow {
  @Text('单位名称') organisation!: string;
  @Text() url!: string;
  @Text() kind!: string;
  @Text() title!: string;
  @TextOrNull('发文字号') documentNumber!: string | null;
  @TextOrNull('成文日期') issuedOn!: string | null;
  @TextOrNull('发布日期') publishedOn!: string | null;
  @TextOrNull('最迟发布日期') deadline!: string | null;
  @WholeOrNull('所用工作日，起算日不计，发布当日计入') workdaysTaken!: number | null;
  @Choice(timeliness) timeliness!: DocumentRow['timeliness'];
  @TextOrNull('栏目') column!: string | null;
  @Many(() => NamedLinkDto, '附件') attachments!: NamedLinkDto[];
  @Text('取证快照编号') capture!: string;
}

export class InterpretationRowDto implements InterpretationRow {
  @Text('单位名称') organisation!: string;
  @Text() url!: string;
  @Text() title!: string;
  @TextOrNull() publishedOn!: string | null;
  @Choices(interpretationFormats, '解读形式') formats!: InterpretationRow['formats'];
  @TextOrNull('所解读的文件') policyTitle!: string | null;
  @TextOrNull() policyUrl!: string | null;
  @FlagOrNull('解读页链接到文件；null 为未能读取') linksToPolicy!: boolean | null;
  @FlagOrNull('文件页链接到解读；null 为未能读取') linkedFromPolicy!: boolean | null;
  @Choices(interpretationElements, '解读要素') elements!: InterpretationRow['elements'];
  @Text() capture!: string;
}

const columnStatuses = ['ok', 'missing', 'empty', 'stale', 'broken', 'notMeasured'] as const;

export class ColumnRowDto implements ColumnRow {
  @Text('单位名称') organisation!: string;
  @Choice(columnKeys, '标准栏目') key!: ColumnRow['key'];
  @TextOrNull('网站上的栏目名称') name!: string | null;
  @TextOrNull() url!: string | null;
  @Choice(columnStatuses) status!: ColumnRow['status'];
  @TextOrNull('最新一条的日期') newestOn!: string | null;
  @Whole() itemCount!: number;
  @TextOrNull() capture!: string | null;
}

export class UnitColumnsDto {
  @Text('单位编号') organisation!: string;
  @Text() name!: string;
  @Text('层级') level!: string;
  @TextOrNull('上级') parent!: string | null;
  @field(
    { type: 'array', items: { type: 'string', enum: [...columnStatuses, null], nullable: true } },
    '各栏目的情况，次序同 columns；null 为不作要求。空数组为没有栏目记录',
  )
  states!: (ColumnRow['status'] | null)[];
}

export class ColumnStatesDto implements ColumnStates {
  @Choices(columnKeys, '标准栏目') columns!: ColumnStates['columns'];
  @Many(() => UnitColumnsDto) units!: UnitColumnsDto[];
}

export class AnnualReportRowDto implements AnnualReportRow {
  @Text('单位名称') organisation!: string;
  @Whole('报告年度') year!: number;
  @Text() url!: string;
  @TextOrNull() publishedOn!: string | null;
  @TextOrNull('最迟发布日期') deadline!: string | null;
  @Choice(timeliness) timeliness!: AnnualReportRow['timeliness'];
  @WholeOrNull('六部分中具备几部分；读不出正文时为 null') parts!: number | null;
  @Texts('缺少的部分') missingParts!: string[];
  @Text() capture!: string;
}

export class CatalogueRowDto implements CatalogueRow {
  @Text('单位名称') organisation!: string;
  @Text('领域') field!: string;
  @Text('公开事项') item!: string;
  @TextsByName('要素') elements!: Record<string, string>;
  @Texts('缺少的要素') missingElements!: string[];
  @Text() capture!: string;
}

export class CoveredUnitDto {
  @Text('单位编号') organisation!: string;
  @Text('单位名称') name!: string;
  @Text('单位类别') category!: string;
  @Choices(fieldStandings, '逐个领域：已编、缺少、待核、未测、不要求') standings!: FieldStanding[];
}

export class CatalogueCoverageDto implements CatalogueCoverage {
  @Texts('应编领域') fields!: string[];
  @Many(() => CoveredUnitDto) units!: CoveredUnitDto[];
}

export class VanishedRowDto implements VanishedRow {
  @Text('单位名称') organisation!: string;
  @TextOrNull('链接文字') title!: string | null;
  @Text() url!: string;
  @TextOrNull('栏目名称') column!: string | null;
  @Choice(['removed', 'unlisted'], '页面已不存在、列表中已撤下') how!: VanishedRow['how'];
  @ChoiceOrNull(Object.keys(fetchOutcomes), '该页的访问结果；没有访问时为 null') outcome!: VanishedRow['outcome'];
  @Text('最后见到的日期') lastSeenOn!: string;
  @Text('发现的日期') foundOn!: string;
  @Text('有该内容的快照') before!: string;
  @Text('显示已撤下的快照') after!: string;
}
