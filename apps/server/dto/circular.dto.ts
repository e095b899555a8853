import type { CircularFile, CircularRow } from '#database';
import { circularKinds, draftKinds } from '#operations';
import { Choice, Flag, Many, One, Text, TextOrNull, Texts, Whole } from './fields.js';

export const circularFormats = ['docx', 'pdf', 'xlsx'] as const;

export class CircularFileDto implements CircularFile {
  @Choice(circularFormats) format!: CircularFile['format'];
  @Text('文件名') name!: string;
  @Text() sha256!: string;
  @Whole('字节数') size!: number;
}

export class NewCircularDto {
  @Text() programme!: string;
  @Text('周期') period!: string;
  @Choice(circularKinds) kind!: (typeof circularKinds)[number];
}

export class CircularDto implements CircularRow {
  @Text() id!: string;
  @Text() programme!: string;
  @Text() period!: string;
  @Choice(draftKinds) kind!: CircularRow['kind'];
  @Text() title!: string;
  @Flag('是否示例数据') sample!: boolean;
  @TextOrNull('所依据的评估') assessment!: string | null;
  @Text('生成时刻（UTC）') createdAt!: string;
  @Many(() => CircularFileDto) files!: CircularFileDto[];
  @TextOrNull('发文字号；直接按评分生成的为 null') number!: string | null;
  @TextOrNull('成文日期') issuedOn!: string | null;
  @TextOrNull('印发日期；与成文日期同的为 null') printedOn!: string | null;
  @TextOrNull('由哪份稿子印发') draft!: string | null;
}

export class IssuedCircularDto {
  @One(() => CircularDto) circular!: CircularDto;
  @Texts('没有做到的，如没有浏览器、未能生成 PDF') warnings!: string[];
}
