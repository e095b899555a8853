import type { KeptPageRow } from '#database';
import type { ExplainedField, ExplainedLink, ReadingExplanation } from '#facts';
import { columnKeys } from '#programmes';
import type { ColumnKey } from '#facts';
import { Absent, AnyObject, Choice, ChoiceOrNull, Many, One, Text, TextOrNull, Texts } from './fields.js';

export const readAs = ['detail', 'column', 'home'] as const;

export class NewReadingDto {
  @Text('要试读的网址，http 或 https') url!: string;
  @Absent('当作什么页面来读：detail 单独一页（缺省，与命令 mingjing read 相同）、column 栏目、home 首页', {
    enum: [...readAs],
  })
  as?: (typeof readAs)[number];
}

export class ExplainedFieldDto implements ExplainedField {
  @Text('字段') field!: string;
  @Text('字段的中文名') title!: string;
  @TextOrNull('取到的值') value!: string | null;
  @TextOrNull('取自页面何处') source!: string | null;
  @ChoiceOrNull(['sure', 'likely', 'doubtful'], '把握；null 为不逐项评定') certainty!: ExplainedField['certainty'];
  @TextOrNull('依据或理由') why!: string | null;
  @TextOrNull('页面上与之不同的值') other!: string | null;
}

export class ExplainedLinkDto implements ExplainedLink {
  @Text('链接文字') name!: string;
  @Text('网址；空为只能由脚本打开') url!: string;
  @ChoiceOrNull(columnKeys, '认定的标准栏目') key!: ColumnKey | null;
  @TextOrNull('依据的字词') word!: string | null;
  @Text('理由') why!: string;
}

export class FamilyDto {
  @Text() id!: string;
  @Text('名称') title!: string;
}

export class ReadingExplanationDto implements ReadingExplanation {
  @Text('页面种类') kind!: string;
  @One(() => FamilyDto, '网站系统') family!: FamilyDto;
  @TextOrNull('列表依据什么规则找到') listRule!: string | null;
  @Many(() => ExplainedFieldDto) fields!: ExplainedFieldDto[];
  @Many(() => ExplainedLinkDto, '页面上的链接与标准栏目') links!: ExplainedLinkDto[];
  @Texts('在页面上标出的字句') marks!: string[];
}

export class TriedReadingDto {
  @Text('网址（跳转后）') url!: string;
  @AnyObject('读到的内容，与命令 mingjing read 的输出相同') reading!: Record<string, unknown>;
  @One(() => ReadingExplanationDto) explanation!: ReadingExplanationDto;
  @TextOrNull('所留存的页面的地址（放入沙箱框架）；试读网址时为 null') pageUrl!: string | null;
  @TextOrNull('页面内容，已去掉一切可执行与外部内容（放入沙箱框架）；留存的页面为 null') pageHtml!: string | null;
}

export class KeptPageDto implements KeptPageRow {
  @Text('取证快照编号') capture!: string;
  @Text() url!: string;
  @Choice(['home', 'openness', 'column', 'list', 'data', 'detail', 'file', 'probe']) as!: KeptPageRow['as'];
  @TextOrNull('链接文字') linkText!: string | null;
}
