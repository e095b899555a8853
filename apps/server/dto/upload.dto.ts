import type { UploadRow } from '#database';
import { uploadKinds, type UploadKind } from '#files';
import { Choice, Choices, Text, Whole } from './fields.js';

export class UploadDto implements Omit<UploadRow, 'uploadedBy'> {
  @Text() id!: string;
  @Text('单位编号') organisation!: string;
  @Text('内容的 SHA-256') sha256!: string;
  @Text('文件名，扩展名按内容') name!: string;
  @Choice(uploadKinds, '按内容判定') kind!: UploadKind;
  @Whole('字节') size!: number;
  @Text('上传人') uploader!: string;
  @Text('上传时刻（UTC）') uploadedAt!: string;
}

export class UploadRuleDto {
  @Whole('一个文件最大的字节数') maxBytes!: number;
  @Whole('一个单位最多的文件数') perUnit!: number;
  @Choices(uploadKinds, '收哪些') kinds!: UploadKind[];
  @Text('收哪些，一句话') taken!: string;
}

export function describeUpload({ uploadedBy: _by, ...upload }: UploadRow): UploadDto {
  return upload;
}
