import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, open, readdir, readFile, rm, stat, truncate, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { OpenDatabase, Stores } from '#database';
import { FileBlobStore, S3BlobStore, type BlobStore } from '#evidence';
import { BadInput, canonicalJson, MissingResource } from '#kernel';
import { restoreBackup, systemClock, takeBackup, type BackupSummary } from '#operations';
import { serveS3 } from '../../libs/evidence/s3-server.test.js';
import { capture, get, organisation, visit } from './support/invented.js';
import { openTemporaryDatabase } from './support/temporary-database.js';
import { temporaryFolder } from './support/temporary-folder.js';

const bytesOf = (text: string) => new TextEncoder().encode(text);
/** Text that a careless copy would change. */
const hostile = '云岭县\t\\N \\. "引号" 换行\r\n反斜杠\\';

let root: string;
let source: Place;
let target: Place;

interface Place {
  data: string;
  blobs: FileBlobStore;
  database: OpenDatabase;
  stores: Stores;
}

async function openPlace(): Promise<Place> {
  const database = await openTemporaryDatabase();
  const { folder: data, stores } = database;
  return { data, blobs: new FileBlobStore(join(data, 'blobs')), database, stores };
}

async function addPages(place: Place, names: string[]): Promise<void> {
  const { rounds, evidence } = place.stores;
  const round = await rounds.openRound({ source: 'live', sample: false, startedAt: '2026-06-30T00:00:00Z' });
  const captures = await Promise.all(
    names.map(async (name) => ({
      capture: capture(round.id, 's1', `http://a.example/${name}`, {
        sha256: await place.blobs.put(bytesOf(`page ${name}`)),
        note: `${hostile}${name}`,
      }),
      unrendered: false,
    })),
  );
  const added = names.map((name) => ({ request: get(`http://a.example/${name}/next`), visit }));
  const sink = evidence.crawlSink(round.id, 's1', () => Promise.reject(new Error('not read')));
  await sink.checkpoint({ captures, added });
}

/** Every row of every table, in words. */
async function contents({ database: { dataSource } }: Place): Promise<Record<string, unknown>> {
  const all: Record<string, unknown> = {};
  for (const { tableName } of dataSource.entityMetadatas)
    all[tableName] = await dataSource.query(
      `select to_jsonb(t)::text as row from ${tableName} t order by to_jsonb(t)::text`,
    );
  return all;
}

const backup = (
  out: string,
  more: { blobs?: Pick<BlobStore, 'get' | 'has'>; recheck?: boolean } = {},
): Promise<BackupSummary> =>
  takeBackup({ out, data: source.data, database: source.database, blobs: source.blobs, clock: systemClock, ...more });

/** Restores into the target, whose own connections are closed for it as those of a stopped program are. */
async function restore(
  from: string,
  more: { replace?: boolean; check?: boolean; blobs?: Pick<BlobStore, 'put'> } = {},
): Promise<void> {
  await target.database.dataSource.destroy();
  try {
    await restoreBackup({
      from,
      replace: false,
      check: false,
      settings: { DATABASE_URL: target.database.url, MINGJING_DATA: target.data },
      blobs: target.blobs,
      ...more,
    });
  } finally {
    await target.database.dataSource.initialize();
  }
}

async function refusal(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(BadInput);
  const { message } = error as BadInput;
  expect(message.split('\n')).toHaveLength(1);
  return message;
}

async function flip(file: string, at: number): Promise<void> {
  const handle = await open(file, 'r+');
  const { buffer } = await handle.read(Buffer.alloc(1), 0, 1, at);
  await handle.write(Buffer.from([(buffer[0] ?? 0) ^ 1]), 0, 1, at);
  await handle.close();
}

beforeAll(async () => {
  root = temporaryFolder();
  source = await openPlace();
  target = await openPlace();
  await source.stores.organisations.importOrganisations([
    organisation('云岭县人民政府', { extra: { 备注: hostile } }),
    organisation('云岭县财政局', { site: 'http://a.example/' }),
  ]);
  await addPages(source, ['a', 'b', 'c']);
});

afterAll(async () => {
  await source?.database.close();
  await target?.database.close();
  await rm(root, { recursive: true, force: true });
});

let empty: Record<string, unknown>;
beforeEach(async () => {
  const { dataSource } = target.database;
  // The trail forbids it, as it should, unless triggers are asleep.
  await dataSource.query(
    `set session_replication_role = replica; truncate ${dataSource.entityMetadatas.map(({ tableName }) => tableName).join(', ')} restart identity;
     set session_replication_role = origin`,
  );
  await rm(join(target.data, 'blobs'), { recursive: true, force: true });
  target.blobs = new FileBlobStore(join(target.data, 'blobs'));
  empty = await contents(target);
});

describe.each(['folder', 'file.tar', 'file.tar.gz'])('a backup into a %s', (name) => {
  it('brings everything back: rows, numberings and blobs', async () => {
    const summary = await backup(join(root, 'whole', name));
    expect(summary.blobs).toBeGreaterThanOrEqual(3);
    expect(summary).toMatchObject({ copied: summary.blobs, missing: [] });
    await restore(join(root, 'whole', name));
    expect(await contents(target)).toEqual(await contents(source));
    for (const page of ['a', 'b', 'c'])
      expect(await target.blobs.get(createHash('sha256').update(`page ${page}`).digest('hex'))).toEqual(
        Buffer.from(`page ${page}`),
      );
    // What is found next is numbered behind what was there.
    await addPages(target, ['d']);
    const [last] = await target.database.dataSource.query<{ distinct: number; all: number }[]>(
      `select count(distinct position)::int as "distinct", count(*)::int as "all" from frontier`,
    );
    expect(last?.distinct).toBe(last?.all);
  });

  it('is of one instant, though others write meanwhile', async () => {
    const before = await contents(source);
    let added = false;
    const blobs = {
      has: (sha256: string) => source.blobs.has(sha256),
      get: async (sha256: string) => {
        if (!added) {
          added = true;
          await addPages(source, [`late-${name}`]);
        }
        return source.blobs.get(sha256);
      },
    };
    await backup(join(root, 'instant', name), { blobs });
    expect(await contents(source)).not.toEqual(before);
    await restore(join(root, 'instant', name));
    expect(await contents(target)).toEqual(before);
  });

  it('says which blobs are lost, and keeps all others', async () => {
    const lost = createHash('sha256').update('page a').digest('hex');
    const blobs = {
      has: (sha256: string) => source.blobs.has(sha256),
      get: (sha256: string) => (sha256 === lost ? Promise.reject(new MissingResource([])) : source.blobs.get(sha256)),
    };
    const { missing } = await backup(join(root, 'lost', name), { blobs });
    expect(missing).toEqual([lost]);
    await restore(join(root, 'lost', name));
    expect(await target.blobs.has(lost)).toBe(false);
    expect(await target.blobs.has(createHash('sha256').update('page b').digest('hex'))).toBe(true);
  });
});

it('evidence in a bucket is backed up from it and brought back into another', async () => {
  const account = { accessKey: 'AKIDYUNLING', secretKey: 'invented' };
  const s3 = await serveS3(['old', 'new'], { [account.accessKey]: account.secretKey });
  const bucket = (name: string) =>
    new S3BlobStore({
      ...{ endpoint: s3.endpoint, bucket: name, prefix: 'evidence', region: 'cn-north-1', style: 'path' },
      ...account,
    });
  const [old, fresh] = [bucket('old'), bucket('new')];
  try {
    for await (const { sha256 } of source.blobs.list()) await old.put(await source.blobs.get(sha256), sha256);
    const { blobs, missing } = await backup(join(root, 'from-bucket'), { blobs: old });
    expect({ blobs, missing }).toMatchObject({ blobs: s3.objects.size, missing: [] });
    await restore(join(root, 'from-bucket'), { blobs: fresh });
    expect(await contents(target)).toEqual(await contents(source));
    for await (const { sha256 } of source.blobs.list())
      expect(await fresh.get(sha256)).toEqual(await source.blobs.get(sha256));
  } finally {
    await Promise.all([old.close(), fresh.close()]);
    await s3.close();
  }
});

describe('a folder of backups', () => {
  it('copies only blobs that it does not have, and gives the newest or any other', async () => {
    const out = join(root, 'again');
    const first = await backup(out);
    const before = await contents(source);
    await addPages(source, ['new']);
    const second = await backup(out);
    expect(second.copied).toBe(1);
    await restore(out);
    expect(await contents(target)).toEqual(await contents(source));
    await restore(first.place, { replace: true });
    expect(await contents(target)).toEqual(before);
  });

  it('mends a blob that went bad when it is told to look', async () => {
    const out = join(root, 'mend');
    await backup(out);
    const blob = await anyBlob(out);
    await flip(blob, 0);
    await refusal(restore(out));
    expect((await backup(out)).copied).toBe(0);
    expect((await backup(out, { recheck: true })).copied).toBe(1);
    await restore(out);
  });

  it('is not the data folder, and leaves nothing of a backup that could not be written', async () => {
    expect(await refusal(backup(source.data))).toContain('数据目录');
    await writeFile(join(root, 'plain'), '');
    expect(await refusal(backup(join(root, 'plain')))).toContain('plain');
    const out = join(root, 'broken');
    const blobs = {
      has: (sha256: string) => source.blobs.has(sha256),
      get: () => Promise.reject(new Error('gone')),
    };
    await expect(backup(out, { blobs })).rejects.toThrow('gone');
    expect((await readdir(out)).filter((name) => name !== 'blobs')).toEqual([]);
    await expect(backup(`${out}.tar`, { blobs })).rejects.toThrow('gone');
    expect((await readdir(root)).filter((name) => name.includes('broken'))).toEqual(['broken']);
  });
});

async function anyBlob(out: string): Promise<string> {
  const [folder = ''] = await readdir(join(out, 'blobs'));
  const [file = ''] = await readdir(join(out, 'blobs', folder));
  return join(out, 'blobs', folder, file);
}

describe('what is not a whole backup of this version or an older one is refused in one line, and changes nothing', () => {
  let whole: string;
  let place: string;
  let archive: string;

  beforeAll(async () => {
    whole = join(root, 'for-damage');
    place = (await backup(whole)).place.slice(whole.length + 1);
    archive = join(root, 'for-damage.tar');
    await backup(archive);
  });

  async function refused(from: string): Promise<string> {
    const message = await refusal(restore(from));
    expect(await contents(target)).toEqual(empty);
    expect(await target.blobs.has(createHash('sha256').update('page a').digest('hex'))).toBe(false);
    expect((await readdir(target.data)).filter((name) => name.startsWith('.restore'))).toEqual([]);
    return message;
  }

  async function copied(change: (folder: string, manifest: string) => Promise<void>): Promise<string> {
    const folder = await mkdtemp(join(root, 'damaged-'));
    await cp(whole, folder, { recursive: true });
    await change(folder, join(folder, place, 'manifest.json'));
    return folder;
  }

  const edited = (edit: (manifest: Record<string, unknown>) => void) =>
    copied(async (_folder, file) => {
      const { fingerprint: _old, ...manifest } = JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>;
      edit(manifest);
      const fingerprint = createHash('sha256').update(canonicalJson(manifest)).digest('hex');
      await writeFile(file, JSON.stringify({ ...manifest, fingerprint }));
    });

  it('a flipped byte in a table, the list, a blob or the manifest; a part or blob that is gone; one cut off', async () => {
    const changes: ((folder: string, manifest: string) => Promise<void>)[] = [
      (folder) => flip(join(folder, place, 'tables/capture.gz'), 40),
      (folder) => flip(join(folder, place, 'blobs.gz'), 20),
      async (folder) => flip(await anyBlob(folder), 3),
      async (_folder, manifest) =>
        writeFile(manifest, (await readFile(manifest, 'utf8')).replace(/"rows": \d/, '"rows": 9')),
      async (_folder, manifest) => truncate(manifest, 100),
      (folder) => rm(join(folder, place, 'tables/round.gz')),
      (folder) => rm(join(folder, place, 'blobs.gz')),
      async (folder) => rm(await anyBlob(folder)),
      (folder) => truncate(join(folder, place, 'tables/capture.gz'), 30),
    ];
    for (const change of changes) expect(await refused(await copied(change))).toMatch(/已损坏或不完整/);
    expect(await refused(await copied((_folder, manifest) => rm(manifest)))).toMatch(/没有写完/);
  });

  it('an archive cut off anywhere, or with a flipped byte anywhere', async () => {
    const { size } = await stat(archive);
    const copy = join(root, 'cut.tar');
    for (const part of [0, 0.001, 0.1, 0.35, 0.6, 0.9]) {
      await cp(archive, copy);
      await truncate(copy, Math.floor((size - 1024) * part));
      expect(await refused(copy)).toMatch(/不是明镜的备份，或没有写完|已损坏/);
    }
    const bytes = await readFile(archive);
    // Within what is kept, not the padding between.
    for (const mark of ['page b', '"product"', '\x1f\x8b', 'tables/round']) {
      await cp(archive, copy);
      await flip(copy, bytes.indexOf(Buffer.from(mark, 'latin1')) + 4);
      expect(await refused(copy)).toMatch(/不是明镜的备份|已损坏/);
    }
  });

  it('a newer format, migrations to come, another product, another file, nothing at all', async () => {
    expect(await refused(await edited((manifest) => (manifest['format'] = 2)))).toMatch(/更新版本/);
    const later = (manifest: Record<string, unknown>) =>
      (manifest['database'] as { migrations: string[] }).migrations.push('Later1900000000000');
    expect(await refused(await edited(later))).toMatch(/更新版本/);
    expect(await refused(await edited((manifest) => (manifest['product'] = 'other')))).toMatch(/不是明镜的备份/);
    const climbing = (manifest: Record<string, unknown>) =>
      ((manifest['database'] as { tables: { file: string }[] }).tables[0]!.file = '../../secret.gz');
    expect(await refused(await edited(climbing))).toMatch(/已损坏/);
    await writeFile(join(root, 'other.tar'), 'something else\n'.repeat(100));
    expect(await refused(join(root, 'other.tar'))).toMatch(/不是明镜的备份/);
    await mkdir(join(root, 'nothing'));
    expect(await refused(join(root, 'nothing'))).toMatch(/不是明镜的备份/);
    expect(await refused(join(root, 'absent'))).toMatch(/没有这个备份/);
  });

  it('only looks when told to check', async () => {
    await restore(whole, { check: true });
    await restore(archive, { check: true });
    expect(await contents(target)).toEqual(empty);
  });

  it('what breaks while it is brought back leaves the data that were there', async () => {
    await target.stores.organisations.importOrganisations([organisation('丰禾县人民政府')]);
    const before = await contents(target);
    const folder = await mkdtemp(join(root, 'late-'));
    await cp(whole, folder, { recursive: true });
    // Whole when it was proved, damaged when the database is being filled: of one of the last tables.
    const put = async (bytes: Uint8Array, sha256?: string) => {
      await truncate(join(folder, place, 'tables/frontier.gz'), 30);
      return target.blobs.put(bytes, sha256);
    };
    await target.database.dataSource.destroy();
    const settings = { DATABASE_URL: target.database.url, MINGJING_DATA: target.data };
    const late = restoreBackup({ from: folder, replace: true, check: false, settings, blobs: { put } });
    expect(await refusal(late)).toMatch(/已损坏/);
    await target.database.dataSource.initialize();
    expect(await contents(target)).toEqual(before);
  });

  it('clears away what killed ones left behind', async () => {
    const yesterday = new Date(Date.now() - 2 * 86_400_000);
    for (const left of [join(whole, 'draft-a'), join(target.data, '.restore-a')]) {
      await mkdir(left);
      await utimes(left, yesterday, yesterday);
    }
    await restore(whole, { check: true });
    await backup(whole);
    expect([...(await readdir(whole)), ...(await readdir(target.data))].filter((name) => name.endsWith('-a'))).toEqual(
      [],
    );
  });

  it('data that are there stay, unless told to replace them; and nobody may be at work on them', async () => {
    await target.stores.organisations.importOrganisations([organisation('丰禾县人民政府')]);
    const before = await contents(target);
    expect(await refusal(restore(whole))).toMatch(/已有数据/);
    expect(await contents(target)).toEqual(before);
    expect(await target.blobs.has(createHash('sha256').update('page a').digest('hex'))).toBe(false);

    const settings = { DATABASE_URL: target.database.url, MINGJING_DATA: target.data };
    const request = { from: whole, replace: true, check: false, settings, blobs: target.blobs };
    expect(await refusal(restoreBackup(request))).toMatch(/进程在使用/);
    expect(await contents(target)).toEqual(before);
    await restore(whole, { replace: true });
    expect(await contents(target)).toEqual(await contents(source));
  });
});
