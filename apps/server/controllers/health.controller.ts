import { Controller, Get, Inject, ServiceUnavailableException } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiServiceUnavailableResponse, ApiTags } from '@nestjs/swagger';
import { ErrorDto, HealthDto, InstallationDto } from '../dto/common.dto.js';
import { ServerContext } from '../server-context.js';

@ApiTags('运行')
@Controller()
export class HealthController {
  constructor(@Inject(ServerContext) private readonly context: ServerContext) {}

  @Get('health/live')
  @ApiOperation({ summary: '进程在运行' })
  @ApiOkResponse({ type: HealthDto })
  live(): HealthDto {
    return { status: 'ok' };
  }

  @Get('health/ready')
  @ApiOperation({ summary: '可以提供服务：数据库有应答，数据已备好' })
  @ApiOkResponse({ type: HealthDto })
  @ApiServiceUnavailableResponse({ type: ErrorDto })
  async ready(): Promise<HealthDto> {
    if (!this.context.prepared()) throw new ServiceUnavailableException('数据尚在准备，请稍候');
    try {
      await this.context.dataSource.query('select 1');
    } catch {
      throw new ServiceUnavailableException('数据库没有应答');
    }
    return { status: 'ok' };
  }

  @Get('installation')
  @ApiOperation({ summary: '所显示的是不是示例数据' })
  @ApiOkResponse({ type: InstallationDto })
  async installation(): Promise<InstallationDto> {
    const sample = await this.context.showsSample();
    return { sample, notice: sample ? '示例数据：所示网页、文件和得分均属虚构' : '' };
  }
}
