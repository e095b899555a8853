import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { UnitRule } from '#access';
import { ServerContext } from '../server-context.js';

/** Holds what a request names against the units that somebody may see. */
@Injectable()
export class UnitsOfRequest {
  constructor(@Inject(ServerContext) private readonly context: ServerContext) {}

  /** The sentence of a 404 when the request is about other units, else null. */
  async foreign(request: FastifyRequest, rule: UnitRule, units: readonly string[]): Promise<string | null> {
    if (typeof rule === 'string') return null;
    const { scopes } = this.context.stores;
    if ('finding' in rule)
      return (await scopes.findingOf(textIn(request.params, rule.finding) ?? '', units)) ? null : '没有这个问题';
    if ('capture' in rule)
      return (await scopes.captureOf(textIn(request.params, rule.capture) ?? '', units)) ? null : '没有这个取证快照';
    if ('material' in rule)
      return (await scopes.materialOf(textIn(request.params, rule.material) ?? '', units)) ? null : '没有这份材料';
    if ('upload' in rule)
      return (await scopes.uploadOf(textIn(request.params, rule.upload) ?? '', units)) ? null : '没有这个文件';
    if ('appeal' in rule)
      return (await scopes.appealOf(textIn(request.params, rule.appeal) ?? '', units)) ? null : '没有这件申诉或说明';
    if ('notice' in rule)
      return (await scopes.noticeOf(textIn(request.params, rule.notice) ?? '', units)) ? null : '没有这份整改通知';
    if ('remark' in rule)
      return (await scopes.remarkOf(textIn(request.params, rule.remark) ?? '', units)) ? null : '没有这条意见';
    const [values, name] =
      'query' in rule
        ? [request.query, rule.query]
        : 'param' in rule
          ? [request.params, rule.param]
          : [request.body, rule.body];
    if ('query' in rule && rule.absent === 'filtered' && valueIn(values, name) === undefined) return null;
    return (await this.isWithin(textIn(values, name), units)) ? null : '没有这个单位';
  }

  /** Whether everything that goes by this id, name or alias is among the units. */
  private async isWithin(named: string | null, units: readonly string[]): Promise<boolean> {
    if (named === null) return false;
    const found = await this.context.stores.organisations.listOrganisations({ only: [named] });
    return found.length > 0 && found.every(({ id }) => units.includes(id));
  }
}

function valueIn(values: unknown, name: string): unknown {
  return typeof values === 'object' && values !== null ? (values as Record<string, unknown>)[name] : undefined;
}

/** One short text without control characters; anything else names no unit. */
function textIn(values: unknown, name: string): string | null {
  const value = valueIn(values, name);
  return typeof value === 'string' && value.length <= 200 && !/\p{Cc}/u.test(value) ? value : null;
}
