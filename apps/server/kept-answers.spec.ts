import { gunzipSync } from 'node:zlib';
import { fastify } from 'fastify';
import { describe, expect, it } from 'vitest';
import { compressAnswers } from './compress-answers.js';
import { KeptAnswers } from './kept-answers.js';

/** A service that answers `/…` with what `make` makes, kept by the address. */
function serving(make: (about: string) => Promise<object>) {
  const answers = new KeptAnswers();
  const app = fastify();
  compressAnswers(app);
  app.get<{ Params: { about: string } }>('/:about', async (request, reply) =>
    reply.send(await answers.send(request, reply, [request.params.about], () => make(request.params.about))),
  );
  return (about: string, headers: Record<string, string> = {}) => app.inject({ url: `/${about}`, headers });
}

describe('what is made of published results', () => {
  it('is made once, however many ask at once and later', async () => {
    let made = 0;
    const ask = serving(async (about) => {
      made += 1;
      await new Promise((resolve) => setTimeout(resolve, 20));
      return { about };
    });
    const first = await Promise.all(Array.from({ length: 20 }, () => ask('a')));
    const again = await ask('a');
    expect(new Set([...first, again].map(({ body }) => body))).toEqual(new Set(['{"about":"a"}']));
    expect(made).toBe(1);
    await ask('b');
    expect(made).toBe(2);
  });

  it('is not sent to whoever has it', async () => {
    const ask = serving(async (about) => ({ about }));
    const { headers } = await ask('a');
    expect(headers['content-type']).toBe('application/json; charset=utf-8');
    expect(headers['cache-control']).toBe('private, no-cache');
    const again = await ask('a', { 'if-none-match': String(headers.etag) });
    expect([again.statusCode, again.body]).toEqual([304, '']);
    expect((await ask('b', { 'if-none-match': String(headers.etag) })).statusCode).toBe(200);
  });

  it('goes out compressed when it is long, to whoever can read that', async () => {
    const words = '公开'.repeat(5000);
    const ask = serving(async () => ({ words }));
    const plain = await ask('a');
    expect([plain.headers['content-encoding'], plain.headers.vary]).toEqual([undefined, 'accept-encoding']);
    const packed = await ask('a', { 'accept-encoding': 'gzip' });
    expect(packed.headers['content-encoding']).toBe('gzip');
    expect(packed.rawPayload.length).toBe(Number(packed.headers['content-length']));
    expect(gunzipSync(packed.rawPayload).toString()).toBe(plain.body);
    expect(JSON.parse(plain.body)).toEqual({ words });
  });

  it('is made anew after a failure, which is nobody’s answer but that of those who waited for it', async () => {
    let made = 0;
    const ask = serving(async () => {
      made += 1;
      if (made === 1) throw new Error('数据库没有回答');
      return { made };
    });
    expect((await ask('a')).statusCode).toBe(500);
    expect((await ask('a')).json()).toEqual({ made: 2 });
  });

  it('takes no more room than it may: what nobody asked for the longest is let go', async () => {
    let made = 0;
    const filler = 'x'.repeat(7 * 1024 * 1024);
    const ask = serving(async () => ({ made: (made += 1), filler }));
    const numberOf = async (about: string) => (await ask(about)).json<{ made: number }>().made;
    for (let n = 1; n <= 12; n++) expect(await numberOf(`a${n}`)).toBe(n);
    expect(await numberOf('a12')).toBe(12);
    expect(await numberOf('a1')).toBe(13);
  });
});
