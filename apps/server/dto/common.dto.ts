import { Choice, Flag, Text } from './fields.js';

export class ErrorDto {
  @Text('一句中文说明') message!: string;
}

export class HealthDto {
  @Choice(['ok']) status!: 'ok';
}

export class InstallationDto {
  @Flag('所显示的是示例县') sample!: boolean;
  @Text('提示语，随处显示') notice!: string;
}
