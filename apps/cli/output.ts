import { once } from 'node:events';
import { SingleBar } from 'cli-progress';

/** One JSON value on standard output. */
export async function printJson(value: unknown): Promise<void> {
  await write(`${JSON.stringify(value)}\n`);
}

/** One JSON object a line on standard output. */
export async function printLines(rows: Iterable<unknown>): Promise<void> {
  for (const row of rows) await write(`${JSON.stringify(row)}\n`);
}

/** One JSON array on standard output, written as its members come, so that none of them is held. */
export function jsonList(): { add(json: string): Promise<void>; end(): Promise<void> } {
  let before = '[';
  return {
    async add(json) {
      await write(`${before}${json}`);
      before = ',';
    },
    end: () => write(before === '[' ? '[]\n' : ']\n'),
  };
}

/** Waits where the reader is slow, so that nothing is lost when the process ends. */
export async function write(text: string | Uint8Array): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}

export interface Progress {
  update(done: number, total: number, word: string): void;
  stop(): void;
}

/** A progress bar on standard error; silent where nobody watches. */
export function progressBar(title: string): Progress {
  if (!process.stderr.isTTY) return { update() {}, stop() {} };
  const bar = new SingleBar({
    format: `${title} {bar} {value}/{total} {word}`,
    stream: process.stderr,
    hideCursor: true,
    clearOnComplete: true,
    fps: 5,
  });
  let running = false;
  return {
    update(done, total, word) {
      if (!running) bar.start(total, done, { word });
      running = true;
      bar.setTotal(total);
      bar.update(done, { word });
    },
    stop() {
      if (running) bar.stop();
    },
  };
}
