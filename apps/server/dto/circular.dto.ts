import {
  circularStanding,
  circularStandings,
  circularWords,
  type CircularStanding,
  type CircularWord,
} from '#casework';
import type { CircularFile, CircularRow, ListedCircular } from '#database';
import { circularKinds, draftKinds } from '#operations';
import { Choice, Flag, Many, One, OneOrNull, Text, TextOrNull, Texts, Whole } from './fields.js';

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

export class CircularWordDto {
  @Choice(circularWords) word!: CircularWord;
  @Text() reason!: string;
  @Text() author!: string;
  @Text('时刻（UTC）') at!: string;
}

export class NamedCircularDto {
  @Text() id!: string;
  @Text('发文字号') number!: string;
}

export class ListedCircularDto extends CircularDto {
  @Choice(circularStandings, '有效、已更正或已撤销；文件都可下载') standing!: CircularStanding;
  @Many(() => CircularWordDto, '撤销和恢复，先办的在前') words!: CircularWordDto[];
  @OneOrNull(() => NamedCircularDto, '更正它的通报') correctedBy!: NamedCircularDto | null;
  @OneOrNull(() => NamedCircularDto, '它所更正的通报') corrects!: NamedCircularDto | null;
}

export class NewCircularWordDto {
  @Text('客户端生成的 UUID') id!: string;
  @Choice(circularWords) word!: CircularWord;
  @Text('理由') reason!: string;
}

export function listCircular({ words, ...row }: ListedCircular): ListedCircularDto {
  const said = words.map(({ word }) => word);
  return {
    ...row,
    standing: circularStanding(said, row.correctedBy !== null),
    words: words.map(({ word, reason, author, at }) => ({ word, reason, author, at })),
  };
}

export class IssuedCircularDto {
  @One(() => CircularDto) circular!: CircularDto;
  @Texts('没有做到的，如没有浏览器、未能生成 PDF') warnings!: string[];
}
