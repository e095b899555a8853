import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** A migrated database without a row, to which nobody is connected: new ones are copied from it. */
    emptyDatabase: string;
  }
}

/** One database server for all files of a ring; each takes databases of its own from it (`temporaryPlace`). */
export default async function startServer(project: TestProject): Promise<() => Promise<void>> {
  const program = fileURLToPath(new URL('serve-databases.ts', import.meta.url));
  // A process of its own: what is set up here does not resolve the rooms to their sources.
  const child = spawn(process.execPath, ['--conditions=source', '--import', 'tsx', program], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const said = await Promise.race([once(child.stdout, 'data'), ended.then(() => null)]);
  if (said === null) throw new Error('the database server of the tests did not start');
  project.provide('emptyDatabase', String(said[0]).trim());
  return async () => {
    child.stdin.end();
    await ended;
  };
}
