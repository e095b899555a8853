import { fastify } from 'fastify';
import { readSettings } from '#kernel';
import { findProgramme, openHouse } from '#operations';
import { startServer } from '../../../apps/server/server.js';

// Our service over the database of the bench, and beside it, in a process as busy with nothing else, a bare route that gives back the
// bytes that were put there.

const house = await openHouse(readSettings(process.env));
const server = await startServer({
  settings: { HOST: '127.0.0.1', PORT: 0 },
  dataSource: house.database.dataSource,
  blobs: house.blobs,
  programmes: [await findProgramme('national')],
});
const bare = fastify();
const kept = new Map<string, Buffer>();
bare.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
bare.put<{ Params: { name: string } }>('/:name', (request, reply) => {
  kept.set(request.params.name, request.body as Buffer);
  return reply.send('');
});
bare.get<{ Params: { name: string } }>('/:name', (request, reply) =>
  reply.type('application/json; charset=utf-8').send(kept.get(request.params.name)),
);
const bareUrl = await bare.listen({ host: '127.0.0.1', port: 0 });
process.stdout.write(`${server.url} ${bareUrl}\n`);
