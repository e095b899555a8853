import { isAlive } from './process-list.js';

/** How soon a server that died is noticed. */
const lookEveryMs = 500;

/** Looks after a server as long as it is used; what keeps it from starting (no room on the disk) may pass. */
export function keepAlive(server: { pid: number }, revive: () => Promise<void>): { stop(): Promise<void> } {
  let reviving: Promise<void> | null = null;
  const look = setInterval(() => {
    if (reviving !== null || isAlive(server.pid)) return;
    reviving = revive()
      .catch(() => undefined)
      .finally(() => {
        reviving = null;
      });
  }, lookEveryMs);
  look.unref();
  return {
    stop: async () => {
      clearInterval(look);
      await reviving;
    },
  };
}
