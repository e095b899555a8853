import { createInterface } from 'node:readline';
import { readPart, type Part } from '#database';

/** Hashes of the list, in its order, a batch at a time: neither the list nor what is done with it is held whole. */
export async function eachBlob(folder: string, list: Part, work: (sha256: string) => Promise<void>): Promise<void> {
  await readPart(folder, list, async (bytes) => {
    for await (const line of createInterface({ input: bytes, crlfDelay: Infinity })) await work(line);
  });
}

/** The same, several at a time and in no order. */
export async function eachBlobAtOnce(
  folder: string,
  list: Part,
  width: number,
  work: (sha256: string) => Promise<void>,
): Promise<void> {
  const running = new Set<Promise<void>>();
  const faults: unknown[] = [];
  await eachBlob(folder, list, async (sha256) => {
    const one: Promise<void> = work(sha256)
      .catch((error: unknown) => void faults.push(error))
      .finally(() => running.delete(one));
    running.add(one);
    if (running.size >= width) await Promise.race(running);
    if (faults.length > 0) throw faults[0];
  });
  await Promise.all(running);
  if (faults.length > 0) throw faults[0];
}
