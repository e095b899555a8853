import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import { sha256Hex } from '#kernel';
import { compressed, isLong, readsCompressed } from './compress-answers.js';

/** An answer as it goes out: JSON of `Dto`, or nothing where it is known already. */
export type Kept<Dto> = (Buffer & { readonly of?: Dto }) | undefined;

interface Answer {
  plain: Buffer;
  /** Made when somebody first asks for it. */
  gzipped?: Promise<Buffer>;
}

/** Before compression, of which the results take a fraction of that beside it. */
const keptBytes = 64 * 1024 * 1024;

/**
 * Answers that are made of published results and of nothing else. A published result never changes, so what was made of it once is
 * right for as long as it is asked for, and the browser that has it is only told so. Whoever asks is let in, and the newest
 * results are looked up, each time before.
 */
@Injectable()
export class KeptAnswers {
  private readonly answers = new LRUCache<string, Answer>({
    maxSize: keptBytes,
    maxEntrySize: keptBytes / 8,
    sizeCalculation: ({ plain }) => plain.length,
  });
  /** Those being made, so that many who ask at once have it made once. */
  private readonly making = new Map<string, Promise<Answer>>();

  /** @param madeOf all that the answer depends on: the address's words, the results' ids, the units that may be seen. */
  async send<Dto extends object>(
    request: FastifyRequest,
    reply: FastifyReply,
    madeOf: readonly unknown[],
    make: () => Promise<Dto>,
  ): Promise<Kept<Dto>> {
    const tag = `"${sha256Hex(JSON.stringify(madeOf)).slice(0, 32)}"`;
    void reply.headers({ etag: tag, 'cache-control': 'private, no-cache' });
    if (request.headers['if-none-match'] === tag) {
      void reply.status(304);
      return undefined;
    }
    const answer = this.answers.get(tag) ?? (await this.made(tag, make));
    void reply.header('content-type', 'application/json; charset=utf-8');
    if (!isLong(answer.plain.length)) return answer.plain;
    void reply.header('vary', 'accept-encoding');
    if (!readsCompressed(request)) return answer.plain;
    const gzipped = await (answer.gzipped ??= compressed(answer.plain));
    void reply.header('content-encoding', 'gzip');
    return gzipped;
  }

  private made(tag: string, make: () => Promise<object>): Promise<Answer> {
    const begun = this.making.get(tag);
    if (begun) return begun;
    const making = answerOf(make)
      .then((answer) => {
        this.answers.set(tag, answer);
        return answer;
      })
      .finally(() => this.making.delete(tag));
    this.making.set(tag, making);
    return making;
  }
}

async function answerOf(make: () => Promise<object>): Promise<Answer> {
  return { plain: Buffer.from(JSON.stringify(await make())) };
}
