import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

/** What people and timers run beside the server: command lines, one after the other, in turn. */
export class Commands {
  readonly done = new Map<string, number>();
  readonly failed: string[] = [];

  constructor(
    private readonly program: string,
    private readonly environment: NodeJS.ProcessEnv,
  ) {}

  async run(turn: readonly (readonly string[])[], pauseMs: number, signal: AbortSignal): Promise<void> {
    while (!signal.aborted)
      for (const words of turn) {
        await sleep(pauseMs, undefined, { signal }).catch(() => undefined);
        if (signal.aborted) return;
        await this.one(words);
      }
  }

  private async one(words: readonly string[]): Promise<void> {
    const child = spawn(process.execPath, [this.program, ...words], {
      env: this.environment,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-2000)));
    const [code] = (await once(child, 'close')) as [number | null];
    const name = words[0] ?? '';
    if (code === 0) this.done.set(name, (this.done.get(name) ?? 0) + 1);
    else this.failed.push(`${words.join(' ')}（${code}）：${whatOf(said)}`);
  }
}

/** What a program said went wrong, without where in it. */
function whatOf(said: string): string {
  const lines = said.split('\n').filter((line) => line.trim() !== '' && !/^\s+at /.test(line));
  return lines.slice(-3).join(' ');
}
