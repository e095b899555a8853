import type { Letterhead } from '#circulars';
import type { LetterheadRow } from '#database';
import { letterheadIn } from '#operations';
import { Flag, One, Text, TextOrNull, Whole } from './fields.js';

export class LetterheadContentDto implements Letterhead {
  @Text('发文机关，标题和正文所称') issuer!: string;
  @Text('发文机关标志（红头）') heading!: string;
  @Text('机关代字') code!: string;
  @Text('主送') recipients!: string;
  @Text('抄送；没有的为空') copyTo!: string;
  @Text('署名') signature!: string;
  @Text('印发机关') printedBy!: string;
  @Text('联系方式；没有的为空') contact!: string;
  @Text('公开说明；没有的为空') publicNote!: string;
  @Flag('起草时可以选用') inUse!: boolean;
}

export class LetterheadVersionDto {
  @Text() id!: string;
  @Whole('第几版') version!: number;
  @One(() => LetterheadContentDto) content!: LetterheadContentDto;
  @Text('改动的理由') reason!: string;
  @Text() author!: string;
  @Text('时刻（UTC）') at!: string;
}

export class LetterheadDto extends LetterheadVersionDto {
  @TextOrNull('看来是下一个的发文字号') likelyNumber!: string | null;
}

export class ChangedLetterheadDto {
  @Whole('所改的是第几版；新建的为 0') base!: number;
  @One(() => LetterheadContentDto) content!: LetterheadContentDto;
  @Text('理由') reason!: string;
}

export class LetterheadPreviewDto {
  @Text('完整的网页（HTML），不带脚本、不取外部内容') page!: string;
}

export function describeLetterhead(row: LetterheadRow): LetterheadVersionDto {
  const { letterhead: id, version, reason, author, at } = row;
  return { id, version, content: letterheadIn(row), reason, author, at };
}
