import {
  ForbiddenException,
  Injectable,
  UnsupportedMediaTypeException,
  type CanActivate,
  type ExecutionContext,
} from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

/**
 * For what changes something or goes out to the network: only our own pages and programs on this machine may ask, never a
 * form or script of another site that a browser here happens to show.
 */
@Injectable()
export class SameOrigin implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const { headers, method } = context.switchToHttp().getRequest<FastifyRequest>();
    const site = headers['sec-fetch-site'];
    const isForeign = site !== undefined && site !== 'same-origin' && site !== 'none';
    if (isForeign || (headers.origin !== undefined && hostOf(headers.origin) !== headers.host))
      throw new ForbiddenException('不接受来自其他网站的请求');
    // A form of another site can neither delete nor send this type without the browser asking first.
    const isBare = method === 'DELETE' && headers['content-type'] === undefined;
    if (!isBare && !/^application\/json\b/i.test(headers['content-type'] ?? ''))
      throw new UnsupportedMediaTypeException('请求内容须为 JSON');
    return true;
  }
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}
