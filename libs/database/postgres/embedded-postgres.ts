import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  closeSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { MissingResource } from '#kernel';
import { accountToDropTo, canPass, type Account } from './account.js';
import { findBinaries } from './binaries.js';
import { freePort } from './free-port.js';
import { keepAlive } from './keep-alive.js';
import { exclusively, isAlive, UserList } from './process-list.js';

const superuser = 'mingjing';
const database = 'mingjing';
const version = '18.4';
const startWithinMs = 30_000;
const stopWithinMs = 15_000;

export interface EmbeddedPostgres {
  url: string;
  /** True when a server that was already running was taken over. */
  adopted: boolean;
  /** Folder that holds the cluster, its log and its password. */
  folder: string;
  /** Lets go of the server; the last process that uses it stops it. */
  close(): Promise<void>;
}

/**
 * Starts the real PostgreSQL that came with the npm packages on `<dataFolder>/postgres`, on a free port of the loopback
 * interface only, or takes over the one that still runs there. Root drops to an ordinary account for it. One that dies while
 * it is used (killed, out of memory, a disk that was full) is started again under the same address.
 * @throws MissingResource with one line when it cannot start.
 */
export async function startEmbeddedPostgres(dataFolder: string): Promise<EmbeddedPostgres> {
  try {
    return await startOrAdopt(dataFolder);
  } catch (error) {
    const { code, path } = error as NodeJS.ErrnoException;
    if (error instanceof MissingResource || code === undefined) throw error;
    throw cannotStart(`${path ?? dataFolder} 不可用（${code}）`, '当前账户可读写的 MINGJING_DATA 目录');
  }
}

async function startOrAdopt(dataFolder: string): Promise<EmbeddedPostgres> {
  const account = accountToDropTo();
  const folder = prepareFolder(dataFolder, account);
  const users = new UserList(join(folder, 'users'));
  const lock = join(folder, 'lock');
  const findOrStart = async () => {
    const running = await findRunning(folder);
    return running ? { ...running, adopted: true } : { ...(await start(folder, account)), adopted: false };
  };
  const server = await exclusively(lock, async () => {
    const found = await findOrStart();
    users.add();
    return found;
  });

  let closing: Promise<void> | null = null;
  const { url, adopted } = server;
  const revival = keepAlive(server, () =>
    exclusively(lock, async () => {
      if (closing === null && existsSync(clusterOf(folder))) server.pid = (await findOrStart()).pid;
    }),
  );
  const close = () => {
    closing ??= revival.stop().then(() =>
      exclusively(lock, async () => {
        users.remove();
        unhook();
        if (!users.hasOthers()) await stop(server.pid, folder);
      }),
    );
    return closing;
  };
  const unhook = stopWithProcess(users, server, close);
  return { url, adopted, folder, close };
}

const elsewhere = '/var/lib/mingjing';

/**
 * `<dataFolder>/postgres`. Where the account cannot reach that (data under /root), a new folder of /var/lib, whose address
 * is noted in the first: who deletes the data folder starts afresh in any case.
 */
function prepareFolder(dataFolder: string, account: Account | null): string {
  const wanted = resolve(dataFolder, 'postgres');
  makeFolder(wanted, account);
  if (canPass(wanted, account)) return wanted;
  const location = join(wanted, 'location.txt');
  if (!existsSync(location)) {
    makeFolder(elsewhere, null);
    writeFileSync(location, mkdtempSync(join(elsewhere, 'postgres-')));
  }
  const folder = readFileSync(location, 'utf8').trim();
  makeFolder(folder, account);
  if (canPass(folder, account)) return folder;
  throw cannotStart(`账户 ${account?.name} 无法进入 ${wanted} 和 ${folder}`, '把 MINGJING_DATA 设到各账户可进入的目录');
}

function makeFolder(folder: string, account: Account | null): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o755 });
    if (account === null) return;
    chownSync(folder, account.uid, account.gid);
    chmodSync(folder, 0o755);
  } catch (error) {
    throw cannotStart(`目录 ${folder} 无法建立（${(error as Error).message}）`, '可写的 MINGJING_DATA 目录');
  }
}

const clusterOf = (folder: string) => join(folder, `cluster-${version.split('.')[0]}`);

const urlOf = (folder: string, port: number, name = database) => {
  const password = readFileSync(join(folder, 'password'), 'utf8').trim();
  return `postgres://${superuser}:${password}@127.0.0.1:${port}/${name}`;
};

/** The server that runs on this folder, if one does and answers. */
async function findRunning(folder: string): Promise<{ pid: number; url: string } | null> {
  const note = join(clusterOf(folder), 'postmaster.pid');
  const deadline = Date.now() + startWithinMs;
  for (;;) {
    const text = readIfThere(note);
    if (text === null) return null;
    const [pid, , , port] = text.split('\n').map(Number);
    if (!pid || !isPostgres(pid)) {
      disown(note, text);
      return null;
    }
    const url = port ? urlOf(folder, port) : '';
    if (url && (await answers(url, clusterOf(folder)))) return { pid, url };
    // It may be starting up, recovering or shutting down.
    if (Date.now() > deadline) throw cannotStart(`已在运行的数据库（进程 ${pid}）没有应答`, '结束该进程后再启动');
    await sleep(100);
  }
}

function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

/**
 * The note of a dead server stays, for by it the next one finds out whether children of the dead one still write. But its
 * number may belong to another program by now: a number of its own parent's a server takes for what it is, a leftover.
 */
function disown(note: string, text: string): void {
  if (text.trim() === '') rmSync(note, { force: true });
  else writeFileSync(note, text.replace(/^.*/, String(process.pid)));
}

/** Alive and, where the system tells, really a postgres: numbers of processes are used again. */
function isPostgres(pid: number): boolean {
  if (!isAlive(pid)) return false;
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8').trim() === 'postgres';
  } catch {
    return true;
  }
}

async function answers(url: string, cluster: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3000 });
  // A server that goes away while it is asked must not end this process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ folder: string }>(`select current_setting('data_directory') as folder`);
    return rows[0]?.folder === cluster;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function start(folder: string, account: Account | null): Promise<{ pid: number; url: string }> {
  const binaries = findBinaries(join(folder, `binaries-${version}`), account);
  if (!existsSync(clusterOf(folder))) createCluster(folder, binaries.initdb, account);
  const deadline = Date.now() + startWithinMs;
  const portNote = join(folder, 'port');
  // Whoever still has the address of one that died finds the new one under it.
  let wanted = Number(readIfThere(portNote)) || 0;
  for (let attempt = 1; ; attempt++) {
    const port = (wanted > 0 && (await freePort(wanted))) || (await freePort());
    const pid = launch(folder, binaries.postgres, account, port);
    const problem = await waitUntilReady(folder, pid, port);
    if (problem === null) {
      writeFileSync(portNote, String(port));
      return { pid, url: urlOf(folder, port) };
    }
    if (/pre-existing shared memory/.test(problem) && Date.now() < deadline) {
      // Children of one that was killed go as soon as they notice.
      await sleep(200);
      continue;
    }
    // Another program may have taken the port between choosing and binding.
    if (attempt >= 3 || !/could not bind|could not create any TCP/.test(problem)) throw cannotStart(problem);
    wanted = 0;
  }
}

/** initdb works in a folder of its own, renamed when complete: an interrupted one is never taken for a cluster. */
function createCluster(folder: string, initdb: string, account: Account | null): void {
  const password = join(folder, 'password');
  const draft = `${clusterOf(folder)}.draft`;
  rmSync(draft, { recursive: true, force: true });
  writeFileSync(password, randomBytes(24).toString('hex'), { mode: 0o600 });
  if (account) chownSync(password, account.uid, account.gid);
  const made = spawnSync(
    initdb,
    ['-D', draft, '-U', superuser, `--pwfile=${password}`, '-A', 'scram-sha-256', '-E', 'UTF8', '--locale=C'],
    { cwd: folder, encoding: 'utf8', env: environment(), ...identity(account) },
  );
  if (made.status !== 0) throw cannotStart(made.error?.message ?? lastLine(made.stderr || made.stdout));
  renameSync(draft, clusterOf(folder));
}

function launch(folder: string, postgres: string, account: Account | null, port: number): number {
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    port: String(port),
    max_connections: '100',
    shared_buffers: '128MB',
    max_wal_size: '512MB',
    // Containers often give /dev/shm only 64 MB; the queries here gain nothing from parallel plans or compilation.
    max_parallel_workers_per_gather: '0',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
  };
  const log = openSync(join(folder, 'postgres.log'), 'w', 0o600);
  try {
    const child = spawn(
      postgres,
      ['-D', clusterOf(folder), ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
      // A session of its own: Ctrl-C in the terminal reaches this process only, which then stops it in order.
      { cwd: folder, detached: true, stdio: ['ignore', log, log], env: environment(), ...identity(account) },
    );
    child.on('error', () => undefined);
    child.unref();
    if (child.pid === undefined) throw cannotStart(`程序无法运行：${postgres}`);
    return child.pid;
  } finally {
    closeSync(log);
  }
}

/** Null when it is ready, else the reason from its log. */
async function waitUntilReady(folder: string, pid: number, port: number): Promise<string | null> {
  const deadline = Date.now() + startWithinMs;
  while (Date.now() < deadline) {
    if (!isAlive(pid)) return lastLine(readFileSync(join(folder, 'postgres.log'), 'utf8'));
    if (await createDatabase(urlOf(folder, port, 'postgres'))) return null;
    await sleep(30);
  }
  process.kill(pid, 'SIGQUIT');
  return `启动超过 ${startWithinMs / 1000} 秒`;
}

async function createDatabase(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch {
    return false;
  }
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [database]);
    if (rowCount === 0) await client.query(`create database ${database}`);
    return true;
  } finally {
    await client.end();
  }
}

/** Smart shutdown first, then fast: whoever still holds a connection is cut off after two seconds. */
async function stop(pid: number, folder: string): Promise<void> {
  if (process.platform === 'win32') {
    const { pgCtl } = findBinaries(join(folder, `binaries-${version}`), null);
    spawnSync(pgCtl, ['stop', '-D', clusterOf(folder), '-m', 'fast', '-w']);
    return;
  }
  for (const [signal, patience] of [
    ['SIGTERM', 2000],
    ['SIGINT', stopWithinMs],
    ['SIGQUIT', 5000],
  ] as const) {
    if (!isAlive(pid)) return;
    process.kill(pid, signal);
    const deadline = Date.now() + patience;
    while (Date.now() < deadline && isAlive(pid)) await sleep(20);
  }
}

/**
 * The server goes when this process goes. A program with its own handler for a signal closes in its own order; without
 * one the signal is handled here. Returns what takes the hooks off again.
 */
function stopWithProcess(users: UserList, server: { pid: number }, close: () => Promise<void>): () => void {
  const onExit = () => {
    users.remove();
    if (!users.hasOthers() && isAlive(server.pid)) process.kill(server.pid, 'SIGINT');
  };
  const onSignal = (signal: NodeJS.Signals) => {
    if (process.listenerCount(signal) > 1) return;
    void close().finally(() => process.kill(process.pid, signal));
  };
  process.on('exit', onExit);
  // First in line, so that it still sees the others before a `once` among them is taken off.
  process.prependListener('SIGINT', onSignal);
  process.prependListener('SIGTERM', onSignal);
  return () => {
    process.off('exit', onExit);
    process.off('SIGINT', onSignal);
    process.off('SIGTERM', onSignal);
  };
}

const identity = (account: Account | null) => (account ? { uid: account.uid, gid: account.gid } : {});

/** Nothing of the caller's environment may steer the server (PGDATA, PGPORT, LC_…). */
const environment = () => ({ PATH: process.env['PATH'] ?? '', LC_ALL: 'C', TZ: 'UTC' });

const lastLine = (text: string) =>
  text
    .trim()
    .split('\n')
    .findLast((line) => /FATAL|PANIC|error/i.test(line)) ??
  text.trim().split('\n').at(-1) ??
  '';

function cannotStart(reason: string, accepted = '或用 DATABASE_URL 指定外部 PostgreSQL'): MissingResource {
  return new MissingResource([{ where: '内置数据库', what: `无法启动：${reason || '原因不明'}`, accepted }]);
}
