import { MemoryBlobStore } from '#evidence';
import { findProgramme } from '#operations';
import { startServer, type RunningServer } from '../../../apps/server/server.js';
import type { SignedIn } from './signed-in.js';
import { openTemporaryDatabase, type TemporaryDatabase } from './temporary-database.js';
import { programme, settleTwoDepartments, type TwoDepartments } from './two-departments.js';

/** Two departments with their result, and a service on which circulars are drafted of it. */
export interface Drafting {
  database: TemporaryDatabase;
  blobs: MemoryBlobStore;
  place: TwoDepartments;
  server: RunningServer;
  /** Asks `path` below /api/v1 with a body as JSON. */
  ask<Answer>(
    by: SignedIn,
    method: string,
    path: string,
    sent?: unknown,
  ): Promise<{ status: number; json: Answer & { message: string } }>;
  close(): Promise<void>;
}

/** There is no browser: what is printed is Word and workbook. */
export async function settleDrafting(now = () => new Date('2023-01-20T01:00:00Z')): Promise<Drafting> {
  const database = await openTemporaryDatabase();
  const blobs = new MemoryBlobStore();
  const place = await settleTwoDepartments(database.stores, blobs);
  const server = await startServer({
    settings: { HOST: '127.0.0.1', PORT: 0, CHROMIUM_PATH: '/no/such/browser' },
    dataSource: database.dataSource,
    blobs,
    programmes: [await findProgramme(programme)],
    now,
  });
  return {
    ...{ database, blobs, place, server },
    async ask<Answer>(by: SignedIn, method: string, path: string, sent?: unknown) {
      const answer = await by.fetch(`${server.url}/api/v1/${path}`, {
        method,
        headers: { 'content-type': 'application/json' },
        ...(sent === undefined ? {} : { body: JSON.stringify(sent) }),
      });
      return { status: answer.status, json: (await answer.json()) as Answer & { message: string } };
    },
    async close() {
      await server.close();
      await database.close();
    },
  };
}
