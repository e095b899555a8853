// Loaded before the program into a process that is watched: collects garbage and tells what is left, whenever it is asked.
import type { Left } from './watched.js';

process.on('message', (asked: number) => {
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  const resources = process.getActiveResourcesInfo().length;
  const left: Left = { asked, heapUsed, external, resources };
  process.send?.(left);
});
// The program ends when it is done, as it does unwatched.
process.channel?.unref();
