import {
  createParamDecorator,
  Inject,
  Injectable,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { mergeMap, type Observable } from 'rxjs';
import type { AccessRule } from '#access';
import { record } from '#operations';
import { ServerContext } from '../server-context.js';
import { ruleKey } from './rule-key.js';
import { doerOf, principalOf } from './principal.js';

/** What a handler knows better than the request says: what it was about, how it was before and is now. */
export class TrailNote {
  about = '';
  before: unknown = undefined;
  after: unknown = undefined;
  /** What it was done to, for a deed that is done again and again: one line of it an hour is enough. */
  once: Record<string, string> | null = null;
}

const notes = new WeakMap<FastifyRequest, TrailNote>();

function noteOf(request: FastifyRequest): TrailNote {
  const note = notes.get(request) ?? new TrailNote();
  notes.set(request, note);
  return note;
}

export const Trail = createParamDecorator((_: unknown, context: ExecutionContext) =>
  noteOf(context.switchToHttp().getRequest<FastifyRequest>()),
);

/** Writes a line of the trail for every deed that was done, by the words of its rule. */
@Injectable()
export class TrailInterceptor implements NestInterceptor {
  constructor(
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(ServerContext) private readonly context: ServerContext,
  ) {}

  intercept(execution: ExecutionContext, next: CallHandler): Observable<unknown> {
    const rule = this.reflector.get<AccessRule | undefined>(ruleKey, execution.getHandler());
    if (rule?.does === undefined) return next.handle();
    const { does, right } = rule;
    const request = execution.switchToHttp().getRequest<FastifyRequest>();
    return next.handle().pipe(
      mergeMap(async (answer: unknown) => {
        const { about, before, after, once } = noteOf(request);
        const deed = {
          what: right,
          sentence: about === '' ? does : `${does}：${about}`,
          before,
          after: after === undefined ? { ...(request.params as object), ...(request.body as object) } : after,
        };
        const doer = doerOf(request, principalOf(request));
        const { stores, access } = this.context;
        const now = access.now();
        const since = new Date(now.getTime() - 3_600_000);
        const isTold = once !== null && (await stores.audit.holds({ who: doer.who, what: right, after: once, since }));
        if (!isTold) await record(stores.audit, doer, deed, now);
        return answer;
      }),
    );
  }
}
