import { resolve } from 'node:path';
import type { House } from '../house.js';
import { noteBackup } from './last-backup.js';
import { takeBackup, type BackupSummary } from './take-backup.js';

/** Backs up the house's database and evidence, and notes that it did. @throws BadInput, MissingResource */
export async function makeBackup(house: House, out: string, recheck = false): Promise<BackupSummary> {
  const data = resolve(house.settings.MINGJING_DATA);
  const { database, blobs, clock } = house;
  const summary = await takeBackup({ out, data, database, blobs, clock, recheck });
  const { takenAt, place, missing } = summary;
  await noteBackup(data, { takenAt, place, missing: missing.length });
  return summary;
}
