import { Controller, Get, Header, Inject, ServiceUnavailableException } from '@nestjs/common';
import {
  ApiExcludeEndpoint,
  ApiOkResponse,
  ApiOperation,
  ApiServiceUnavailableResponse,
  ApiTags,
} from '@nestjs/swagger';
import { Allow } from '../access/allow.js';
import { ErrorDto, HealthDto, InstallationDto } from '../dto/common.dto.js';
import { whatHinders } from '#operations';
import { figuresForPrometheus, prometheusType } from '../metrics.js';
import { ServerContext } from '../server-context.js';

@ApiTags('运行')
@Controller()
export class HealthController {
  constructor(@Inject(ServerContext) private readonly context: ServerContext) {}

  @Get('health/live')
  @Allow('anyone', { unit: 'none' })
  @ApiOperation({ summary: '进程在运行' })
  @ApiOkResponse({ type: HealthDto })
  live(): HealthDto {
    return { status: 'ok' };
  }

  @Get('health/ready')
  @Allow('anyone', { unit: 'none' })
  @ApiOperation({ summary: '可以提供服务：数据库有应答且版本相符，取证快照可读写，磁盘有余，数据已备好' })
  @ApiOkResponse({ type: HealthDto })
  @ApiServiceUnavailableResponse({ type: ErrorDto })
  async ready(): Promise<HealthDto> {
    if (!this.context.prepared()) throw new ServiceUnavailableException('数据尚在准备，请稍候');
    const hindrances = await whatHinders(this.context);
    if (hindrances.length > 0) throw new ServiceUnavailableException(hindrances.join('；'));
    return { status: 'ok' };
  }

  @Get('metrics')
  @Allow('operation.read', { unit: 'whole' })
  @ApiExcludeEndpoint()
  @Header('content-type', prometheusType)
  metrics(): Promise<string> {
    return figuresForPrometheus(this.context);
  }

  @Get('installation')
  @Allow('anyone', { unit: 'none' })
  @ApiOperation({ summary: '所显示的是不是示例数据' })
  @ApiOkResponse({ type: InstallationDto })
  async installation(): Promise<InstallationDto> {
    const sample = await this.context.showsSample();
    return { sample, notice: sample ? '示例数据：所示网页、文件和得分均属虚构' : '' };
  }
}
