import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '#database';
import { MissingResource } from '#kernel';
import { temporaryFolder } from './support/temporary-folder.js';

const holder = new URL('./support/hold-database.ts', import.meta.url).pathname;
const note = (folder: string) => join(folder, 'postgres', 'cluster-18', 'postmaster.pid');
const serverOf = (folder: string) => Number(readFileSync(note(folder), 'utf8').split('\n')[0]);

async function gone(condition: () => boolean): Promise<boolean> {
  for (let tries = 0; tries < 2000 && !condition(); tries++) await sleep(50);
  return condition();
}

/** An ended process keeps its number until its parent takes notice. */
function lives(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

describe('the embedded PostgreSQL', () => {
  let folder: string;
  const children: ChildProcess[] = [];

  beforeEach(() => {
    folder = temporaryFolder();
  });
  afterEach(() => {
    for (const child of children.splice(0)) child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });

  const open = () => openDatabase({ DATABASE_URL: undefined, MINGJING_DATA: folder });

  async function hold(): Promise<{ child: ChildProcess; url: string; adopted: boolean }> {
    const child = spawn(process.execPath, ['--conditions=source', '--import', 'tsx', holder, folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    children.push(child);
    const [line] = (await once(child.stdout as NodeJS.ReadableStream, 'data')) as [Buffer];
    return { child, ...(JSON.parse(String(line)) as { url: string; adopted: boolean }) };
  }

  it('starts on loopback with safe settings as an ordinary account, and leaves nothing behind', async () => {
    const database = await open();
    const [settings] = await database.dataSource.query<Record<string, string>[]>(
      `select current_setting('listen_addresses') as addresses, current_setting('unix_socket_directories') as sockets,
         current_setting('fsync') as fsync, current_setting('server_encoding') as encoding,
         current_setting('password_encryption') as passwords`,
    );
    expect(settings).toEqual({
      addresses: '127.0.0.1',
      sockets: '',
      fsync: 'on',
      encoding: 'UTF8',
      passwords: 'scram-sha-256',
    });
    expect(database).toMatchObject({ embedded: true, adopted: false });
    const server = serverOf(folder);
    if (process.platform === 'linux')
      expect(readFileSync(`/proc/${server}/status`, 'utf8')).not.toMatch(/^Uid:\s+0\b/m);
    await database.close();
    expect(existsSync(note(folder))).toBe(false);
    expect(await gone(() => !lives(server))).toBe(true);
  });

  it('keeps what was written over a restart', async () => {
    const first = await open();
    await first.dataSource.query('create table kept (n int)');
    await first.close();
    const second = await open();
    expect(await second.dataSource.query('select count(*)::int as rows from kept')).toEqual([{ rows: 0 }]);
    await second.close();
  });

  it('is adopted after its starter was killed with -9, and stopped by the adopter', async () => {
    const { child, url } = await hold();
    child.kill('SIGKILL');
    await once(child, 'exit');
    const database = await open();
    expect(database).toMatchObject({ adopted: true, url });
    await database.close();
    expect(existsSync(note(folder))).toBe(false);
  });

  it('lives until the last of its users goes, whoever started it', async () => {
    const { child } = await hold();
    const database = await open();
    expect(database.adopted).toBe(true);
    child.kill('SIGTERM');
    await once(child, 'exit');
    expect(await database.dataSource.query('select 1 as one')).toEqual([{ one: 1 }]);
    await database.close();
    expect(existsSync(note(folder))).toBe(false);
  });

  it('two openings of one process share it', async () => {
    const [first, second] = await Promise.all([open(), open()]);
    await first.close();
    expect(await second.dataSource.query('select 1 as one')).toEqual([{ one: 1 }]);
    await second.close();
    expect(existsSync(note(folder))).toBe(false);
  });

  it('is stopped when a program without handlers of its own is told to end', async () => {
    const { child } = await hold();
    const server = serverOf(folder);
    child.kill('SIGINT');
    await once(child, 'exit');
    expect(await gone(() => !existsSync(note(folder)))).toBe(true);
    expect(await gone(() => !lives(server))).toBe(true);
  });

  it('takes no notice of a note left by a dead server', async () => {
    const first = await open();
    const left = readFileSync(note(folder), 'utf8');
    await first.close();
    // The number now belongs to a process that is no PostgreSQL.
    writeFileSync(note(folder), left.replace(/^\d+/, String(process.pid)));
    const second = await open();
    expect(second.adopted).toBe(false);
    await second.close();
  });

  it('serves as an outside database through DATABASE_URL, and is not stopped by it', async () => {
    const outside = await open();
    const through = await openDatabase({ DATABASE_URL: outside.url, MINGJING_DATA: join(folder, 'unused') });
    expect(through).toMatchObject({ embedded: false, adopted: false, url: outside.url });
    await through.close();
    expect(existsSync(join(folder, 'unused'))).toBe(false);
    expect(await outside.dataSource.query('select 1 as one')).toEqual([{ one: 1 }]);
    await outside.close();
  });

  it.runIf(process.getuid?.() === 0)('moves to a folder that its account can reach when run by root', async () => {
    chmodSync(folder, 0o700);
    const first = await open();
    const elsewhere = readFileSync(join(folder, 'postgres', 'location.txt'), 'utf8');
    await first.dataSource.query('create table kept (n int)');
    await first.close();
    const second = await open();
    expect(await second.dataSource.query('select count(*)::int as rows from kept')).toEqual([{ rows: 0 }]);
    await second.close();
    rmSync(elsewhere, { recursive: true });
  });

  it('says in one line what is wrong', async () => {
    const wrong = openDatabase({ DATABASE_URL: 'postgres://u:secret@127.0.0.1:1/none', MINGJING_DATA: folder });
    await expect(wrong).rejects.toThrow(MissingResource);
    await expect(wrong).rejects.toThrow(
      /^数据库：无法连接 postgres:\/\/u@127\.0\.0\.1:1\/none（[^\n]*）；可接受：[^\n]*$/,
    );
    writeFileSync(join(folder, 'postgres'), 'a file where a folder should be');
    const blocked = open();
    await expect(blocked).rejects.toThrow(MissingResource);
    await expect(blocked).rejects.toThrow(/^内置数据库：[^\n]*$/);
  });
});
