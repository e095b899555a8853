import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** What is left in a process after its garbage was collected; bytes. */
export interface Left {
  asked: number;
  heapUsed: number;
  external: number;
  /** Timers, sockets, files … that are waited for. */
  resources: number;
}

const megabyte = 1024 * 1024;
const patienceMs = 60_000;

/** A program of ours in a process of its own, looked at from outside (/proc) and, for its heap, from inside. */
export class Watched {
  private asked = 0;
  private constructor(
    readonly name: string,
    private readonly child: ChildProcess,
  ) {}

  /** Starts it; settles when its standard error has a line with these words. @throws when it ends before. */
  static async start(
    name: string,
    program: string,
    args: readonly string[],
    { environment, ready, log }: { environment: NodeJS.ProcessEnv; ready: string; log: (line: string) => void },
  ): Promise<Watched> {
    const probe = join(import.meta.dirname, 'probe.js');
    const child = spawn(process.execPath, ['--expose-gc', '--import', probe, program, ...args], {
      env: environment,
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    const said: string[] = [];
    await new Promise<void>((resolve, reject) => {
      createInterface(child.stderr!).on('line', (line) => {
        said.push(line);
        log(`${name}：${line}`);
        if (line.includes(ready)) resolve();
      });
      child.once('close', (code) => reject(new Error(`${name} 没有启动（${code}）：${said.slice(-3).join(' ')}`)));
    });
    return new Watched(name, child);
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  /** MB that it holds of the machine's memory. */
  resident(): number {
    return residentOf(this.pid);
  }

  openFiles(): number {
    return readdirSync(`/proc/${this.pid}/fd`).length;
  }

  /** Processes that it started and that still run, theirs included. */
  children(): number {
    return descendantsOf(this.pid).length;
  }

  /** Collects its garbage and asks what is left, in MB. @throws when it does not answer. */
  async left(): Promise<{ heap: number; external: number; resources: number }> {
    const number = (this.asked += 1);
    const answer = new Promise<Left>((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`${this.name} 没有回答`)), patienceMs);
      const onMessage = (left: Left): void => {
        if (left.asked !== number) return;
        clearTimeout(late);
        this.child.off('message', onMessage);
        resolve(left);
      };
      this.child.on('message', onMessage);
    });
    this.child.send(number);
    const { heapUsed, external, resources } = await answer;
    return { heap: heapUsed / megabyte, external: external / megabyte, resources };
  }

  /** Asks it to stop, and waits for that. @returns its status. */
  async stop(): Promise<number | null> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return this.child.exitCode;
    const closed = once(this.child, 'close');
    this.child.kill('SIGTERM');
    const [code] = (await closed) as [number | null];
    return code;
  }
}

/** MB; 0 when it has gone. */
export function residentOf(pid: number): number {
  try {
    const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Number(kilobytes ?? 0) / 1024;
  } catch {
    return 0;
  }
}

function descendantsOf(pid: number): number[] {
  const parents = new Map<number, number[]>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const [, parent] = /PPid:\s+(\d+)/.exec(readFileSync(`/proc/${name}/status`, 'utf8')) ?? [];
      parents.set(Number(parent), [...(parents.get(Number(parent)) ?? []), Number(name)]);
    } catch {
      // It ended while it was looked at.
    }
  }
  const below = (of: number): number[] => (parents.get(of) ?? []).flatMap((child) => [child, ...below(child)]);
  return below(pid);
}
