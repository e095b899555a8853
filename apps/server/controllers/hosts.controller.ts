import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { printOpenHours, type OpenHours } from '#kernel';
import { viewHosts } from '#operations';
import { Allow } from '../access/allow.js';
import { Checked, shortText, wholeNumber } from '../checked.js';
import { HostsPageDto } from '../dto/host.dto.js';
import { ServerContext } from '../server-context.js';

const hostsQuery = z.object({
  words: shortText.optional(),
  offset: wholeNumber(0, 1_000_000).default(0),
  limit: wholeNumber(1, 200).default(50),
});

@ApiTags('采集')
@Controller('hosts')
export class HostsController {
  constructor(@Inject(ServerContext) private readonly context: ServerContext) {}

  @Get()
  @Allow('hosts.read', { unit: 'whole' })
  @ApiOperation({ summary: '各主机的访问情况、所作设置和授权（按主机分页）' })
  @ApiQuery({ name: 'words', type: String, required: false, description: '主机名中的字' })
  @ApiQuery({ name: 'offset', type: 'integer', required: false, description: '从第几个主机起，缺省 0' })
  @ApiQuery({ name: 'limit', type: 'integer', required: false, description: '最多几个主机，缺省 50，至多 200' })
  @ApiOkResponse({ type: HostsPageDto })
  async hosts(@Query(new Checked(hostsQuery)) query: z.output<typeof hostsQuery>): Promise<HostsPageDto> {
    const { total, hosts, rules, permissions } = await viewHosts(this.context.stores, {
      ...query,
      words: query.words ?? '',
    });
    return { total, hosts: hosts.map(withWords), rules: rules.map(withWords), permissions };
  }
}

function withWords<Row extends { hours: OpenHours | null }>({ hours, ...row }: Row) {
  return { ...row, hours: hours === null ? null : printOpenHours(hours) };
}
