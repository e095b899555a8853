import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { request } from 'undici';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MemoryBlobStore } from '#evidence';
import { findProgramme } from '#operations';
import { startServer, type RunningServer } from '../../apps/server/server.js';
import { openTemporaryDatabase, type TemporaryDatabase } from '../integration/support/temporary-database.js';

const dist = join(import.meta.dirname, '../../dashboards/dist');
const most = 200 * 1024;

interface Chunk {
  file: string;
  /** Chunks that come with it, and those that come later. */
  imports?: string[];
  dynamicImports?: string[];
  isEntry?: boolean;
}
const isBuilt = existsSync(join(dist, '.vite/manifest.json'));
const manifest = isBuilt
  ? (JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8')) as Record<string, Chunk>)
  : {};
const entry = Object.keys(manifest).find((name) => manifest[name]?.isEntry) ?? '';

/** Files that the browser needs before it shows anything of these chunks. */
function broughtBy(names: readonly string[], found = new Set<string>()): Set<string> {
  for (const name of names) {
    const chunk = manifest[name]!;
    if (found.has(chunk.file)) continue;
    found.add(chunk.file);
    broughtBy(chunk.imports ?? [], found);
  }
  return found;
}
const compressed = (files: Iterable<string>) =>
  [...files]
    .filter((file) => file.endsWith('.js'))
    .reduce((sum, file) => sum + statSync(join(dist, `${file}.gz`)).size, 0);
const frame = 'src/components/PublicFrame.vue';
/** With the frame that each stands in. */
const pages = Object.keys(manifest)
  .filter((name) => /^src\/pages\/.+\.vue$/.test(name))
  .map((name) => ({ name, needs: /\/Public(?!Page)/.test(name) ? [entry, frame, name] : [entry, name] }));

let database: TemporaryDatabase;
let server: RunningServer;

beforeAll(async () => {
  if (!isBuilt) return;
  database = await openTemporaryDatabase();
  server = await startServer({
    settings: { HOST: '127.0.0.1', PORT: 0 },
    dataSource: database.dataSource,
    blobs: new MemoryBlobStore(),
    programmes: [await findProgramme('national')],
  });
});

afterAll(async () => {
  await server?.close();
  await database?.close();
});

describe.skipIf(!isBuilt)('the first view', () => {
  it('knows every page', () => {
    expect(pages.length).toBeGreaterThan(30);
    expect(manifest[entry]?.dynamicImports).toEqual(expect.arrayContaining([frame, 'src/pages/IndicatorPage.vue']));
  });

  it.each([{ name: 'OverviewPage', needs: [entry] }, ...pages])('of $name is at most 200 KB of script', ({ needs }) => {
    const files = broughtBy(needs);
    expect(compressed(files)).toBeLessThanOrEqual(most);
    // Charts come after the figures.
    expect([...files]).not.toContain(manifest['src/charts/registry.ts']?.file);
  });

  it('comes compressed, is kept by its content, and asked for again by its tag alone', async () => {
    const script = `${server.url}/${manifest[entry]!.file}`;
    for (const encoding of ['br', 'gzip']) {
      // By plain requests: `fetch` asks past every cache where it is given a tag.
      const first = await request(script, { headers: { 'accept-encoding': encoding } });
      await first.body.dump();
      expect(first.headers).toMatchObject({
        'content-encoding': encoding,
        'cache-control': 'public, max-age=31536000, immutable',
      });
      const tag = { 'accept-encoding': encoding, 'if-none-match': String(first.headers.etag) };
      const again = await request(script, { headers: tag });
      await again.body.dump();
      expect(again.statusCode).toBe(304);
    }
    const page = await fetch(`${server.url}/scorecards`);
    expect([page.headers.get('cache-control'), page.headers.get('etag')]).toEqual(['no-cache', expect.any(String)]);
  });
});
