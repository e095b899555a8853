import { ForbiddenException, UnsupportedMediaTypeException } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

/**
 * For what changes something or goes out to the network: only our own pages and programs on this machine may ask, never a
 * form or script of another site that a browser here happens to show.
 */
export class SameOrigin {
  /** @param takes what is sent: JSON, or the bytes of a file. */
  check({ headers, method }: Pick<FastifyRequest, 'headers' | 'method'>, takes: 'json' | 'bytes' = 'json'): void {
    const site = headers['sec-fetch-site'];
    const isForeign = site !== undefined && site !== 'same-origin' && site !== 'none';
    if (isForeign || (headers.origin !== undefined && hostOf(headers.origin) !== headers.host))
      throw new ForbiddenException('不接受来自其他网站的请求');
    // A form of another site can neither delete nor send these types without the browser asking first.
    const isBare = method === 'DELETE' && headers['content-type'] === undefined;
    const wanted = takes === 'bytes' ? /^application\/octet-stream\b/i : /^application\/json\b/i;
    if (isBare || wanted.test(headers['content-type'] ?? '')) return;
    throw new UnsupportedMediaTypeException(
      takes === 'bytes' ? '请求内容须为文件本身（application/octet-stream）' : '请求内容须为 JSON',
    );
  }
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}
