import { AbsentChoice, Choice, Flag, Text } from './fields.js';

export class ErrorDto {
  @Text('一句中文说明') message!: string;
  @AbsentChoice(['code', 'password'], '先要什么：登录验证码，或修改初始口令') needs?: 'code' | 'password';
}

export class HealthDto {
  @Choice(['ok']) status!: 'ok';
}

export class InstallationDto {
  @Flag('所显示的是示例县') sample!: boolean;
  @Text('提示语，随处显示') notice!: string;
}
