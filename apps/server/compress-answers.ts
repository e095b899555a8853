import { promisify } from 'node:util';
import { constants, gzip } from 'node:zlib';
import type { FastifyInstance, FastifyRequest } from 'fastify';

const squeeze = promisify(gzip);
/** Below that, what is saved is less than it costs. */
const worthIt = 4096;

/** Whether an answer of so many characters or bytes is sent compressed to whoever can read it. */
export const isLong = (length: number): boolean => length >= worthIt;

export const readsCompressed = ({ headers }: FastifyRequest): boolean =>
  /\bgzip\b/.test(String(headers['accept-encoding'] ?? ''));

export const compressed = (bytes: string | Buffer): Promise<Buffer> =>
  squeeze(bytes, { level: constants.Z_BEST_SPEED });

/**
 * Sends long JSON compressed to whoever can read it. Cookies never come along from other sites, so that nobody can guess at an answer
 * by the size that it is compressed to.
 */
export function compressAnswers(fastify: FastifyInstance): void {
  fastify.addHook('onSend', async (request, reply, payload) => {
    const isJson = /^application\/json\b/.test(String(reply.getHeader('content-type') ?? ''));
    if (typeof payload !== 'string' || !isLong(payload.length) || !isJson) return payload;
    void reply.header('vary', 'accept-encoding');
    if (!readsCompressed(request)) return payload;
    const bytes = await compressed(payload);
    void reply.headers({ 'content-encoding': 'gzip', 'content-length': bytes.length });
    return bytes;
  });
}
