import { HttpException } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { rightsInSample } from '#access';
import type { ServerContext } from '../server-context.js';
import { Identify } from './identify.js';

/** The description of the API is served beside the controllers, so their guard never sees it: it is for whoever may see how all runs. */
export function guardDescription(app: NestFastifyApplication, context: ServerContext): void {
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', async (request, reply) => {
      if (!/^\/api\/docs(\/|$)/.test(request.routeOptions.url ?? '')) return;
      const status = await refusal(app, context, request);
      if (status !== null) return reply.status(status).send({ message: status === 401 ? '请先登录' : '没有这项权限' });
    });
}

async function refusal(
  app: NestFastifyApplication,
  context: ServerContext,
  request: Parameters<Identify['of']>[0],
): Promise<401 | 403 | null> {
  try {
    const { kind, rights, account } = await app.get(Identify).of(request);
    const held = kind === 'nobody' && (await context.isOpen()) ? rightsInSample : rights;
    if (kind === 'nobody' && held.length === 0) return 401;
    return held.includes('operation.read') && !account?.mustChangePassword ? null : 403;
  } catch (error) {
    if (error instanceof HttpException) return 401;
    throw error;
  }
}
