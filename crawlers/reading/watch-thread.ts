import { Session } from 'node:inspector';
import { parentPort, workerData } from 'node:worker_threads';
import { limitAt, turnAt } from './watched-turn.js';

const everyMs = 100;
const shared = new Int32Array(workerData as SharedArrayBuffer);
const session = new Session();
session.connectToMainThread();

let turn = 0;
let ms = 0;
let before = performance.now();

/** Breaks off the turn of the main thread that has lasted longer than it may. */
setInterval(() => {
  const now = performance.now();
  // A process that was stopped, or a machine that slept, did no work meanwhile.
  const passed = Math.min(now - before, 2 * everyMs);
  before = now;
  const current = Atomics.load(shared, turnAt);
  ms = current === turn ? ms + passed : 0;
  turn = current;
  if (turn <= 0 || ms < Atomics.load(shared, limitAt)) return;
  // From here on the turn waits to be broken off, even if it came to its end just now.
  if (Atomics.compareExchange(shared, turnAt, turn, -turn) !== turn) return;
  session.post('Runtime.terminateExecution', () => parentPort?.postMessage(null));
}, everyMs);
