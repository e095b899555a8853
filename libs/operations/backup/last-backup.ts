import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const shape = z.object({ takenAt: z.iso.datetime(), place: z.string(), missing: z.number().int() });

/** When everything was last backed up, and where to. */
export type LastBackup = z.infer<typeof shape>;

const noteOf = (folder: string) => join(folder, 'last-backup.json');

export async function noteBackup(folder: string, last: LastBackup): Promise<void> {
  await writeFile(`${noteOf(folder)}.new`, `${JSON.stringify(last)}\n`);
  await rename(`${noteOf(folder)}.new`, noteOf(folder));
}

/** null when none was ever taken from this data folder. */
export async function lastBackup(folder: string): Promise<LastBackup | null> {
  try {
    return shape.parse(JSON.parse(await readFile(noteOf(folder), 'utf8')));
  } catch {
    return null;
  }
}
