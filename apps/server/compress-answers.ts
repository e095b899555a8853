import { promisify } from 'node:util';
import { constants, gzip } from 'node:zlib';
import type { FastifyInstance } from 'fastify';

const compress = promisify(gzip);
/** Below that, what is saved is less than it costs. */
const worthIt = 4096;

/**
 * Sends long JSON compressed to whoever can read it. Cookies never come along from other sites, so that nobody can guess at an answer
 * by the size that it is compressed to.
 */
export function compressAnswers(fastify: FastifyInstance): void {
  fastify.addHook('onSend', async (request, reply, payload) => {
    const isJson = /^application\/json\b/.test(String(reply.getHeader('content-type') ?? ''));
    if (typeof payload !== 'string' || payload.length < worthIt || !isJson) return payload;
    void reply.header('vary', 'accept-encoding');
    if (!/\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))) return payload;
    const bytes = await compress(payload, { level: constants.Z_BEST_SPEED });
    void reply.headers({ 'content-encoding': 'gzip', 'content-length': bytes.length });
    return bytes;
  });
}
