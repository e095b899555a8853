import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Whether a process lives; one that ended and was not yet collected does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return !/^\d+ \(.*\) [ZX]/s.test(readStat(pid));
}

function readStat(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return '';
  }
}

/** Start time of a process where the system tells it, so that a number used again is not taken for the old process. */
function startOf(pid: number): string {
  return readStat(pid).split(') ')[1]?.split(' ')[19] ?? '';
}

let opened = 0;

/** Who uses one data directory: one small file for each opening; those of processes that died are cleared away. */
export class UserList {
  private readonly own: string;

  constructor(private readonly folder: string) {
    mkdirSync(folder, { recursive: true });
    this.own = `${process.pid}.${++opened}`;
  }

  add(): void {
    writeFileSync(join(this.folder, this.own), startOf(process.pid));
  }

  remove(): void {
    rmSync(join(this.folder, this.own), { force: true });
  }

  /** Whether anybody else, in this process or another, still uses it. */
  hasOthers(): boolean {
    return readdirSync(this.folder).filter((name) => name !== this.own && this.lives(name)).length > 0;
  }

  private lives(name: string): boolean {
    const file = join(this.folder, name);
    let started: string;
    try {
      started = readFileSync(file, 'utf8');
    } catch {
      return false;
    }
    const pid = Number(name.split('.')[0]);
    if (isAlive(pid) && started === startOf(pid)) return true;
    rmSync(file, { force: true });
    return false;
  }
}

/** Runs `work` while no other process runs under the same lock file; a lock left by a dead process is taken over. */
export async function exclusively<T>(lockFile: string, work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      writeFileSync(lockFile, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      if (!isAlive(holderOf(lockFile))) rmSync(lockFile, { force: true });
      else await sleep(50);
    }
  }
  try {
    return await work();
  } finally {
    rmSync(lockFile, { force: true });
  }
}

function holderOf(lockFile: string): number {
  try {
    // A file just made and not yet filled counts as held.
    return Number(readFileSync(lockFile, 'utf8')) || process.pid;
  } catch {
    return process.pid;
  }
}
