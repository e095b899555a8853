import { HttpException, Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { rightTitles, type AccessRule } from '#access';
import { record } from '#operations';
import { ServerContext } from '../server-context.js';
import { doerOf, type Principal } from './principal.js';

const quietMs = 60_000;
const most = 5000;

/** Writes refusals into the trail, the same one at most once a minute: nobody fills it by asking again and again. */
@Injectable()
export class Refusals {
  private readonly noted = new Map<string, number>();

  constructor(@Inject(ServerContext) private readonly context: ServerContext) {}

  async note(request: FastifyRequest, rule: AccessRule, principal: Principal, error: unknown): Promise<void> {
    if (!(error instanceof HttpException)) return;
    // A page that is opened without signing in asks for much: that is no attempt at anything.
    if (principal.kind === 'nobody' && ['GET', 'HEAD'].includes(request.method)) return;
    const route = request.routeOptions.url ?? '';
    const now = this.context.access.now();
    const doer = doerOf(request, principal);
    const key = [doer.who, doer.address, request.method, route].join(' ');
    if (now.getTime() - (this.noted.get(key) ?? -Infinity) < quietMs) return;
    if (this.noted.size >= most) this.noted.clear();
    this.noted.set(key, now.getTime());
    const { right } = rule;
    const title =
      right === 'anyone' || right === 'public' || right === 'signedIn' ? '须登录的操作' : rightTitles[right];
    const sentence = `拒绝：${title}（${error.message}）`;
    const asked = { method: request.method, address: request.url.slice(0, 300) };
    await record(this.context.stores.audit, doer, { what: 'refused', sentence, after: asked }, now);
  }
}
