import { chmod, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A new folder that every account may enter, so that the embedded database lies within it and goes when it is removed. */
export async function temporaryFolder(prefix: string, within = tmpdir()): Promise<string> {
  const folder = await mkdtemp(join(within, prefix));
  await chmod(folder, 0o755);
  return folder;
}
