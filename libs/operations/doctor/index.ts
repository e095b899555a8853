import { resolve } from 'node:path';
import type { Settings } from '#kernel';
import { systemClock, type Clock } from '../clock.js';
import type { MachineCheck } from './check.js';
import { examineData } from './data.js';
import { examineHost } from './machine.js';

export type { MachineCheck };

/** Looks at everything the program needs and at what is under way; what it finds wrong it names with what to do. */
export async function examineMachine(settings: Settings, clock: Clock = systemClock): Promise<MachineCheck[]> {
  const folder = resolve(settings.MINGJING_DATA);
  // The host first: opening the database mends some of what it finds.
  const host = await examineHost(settings, folder, clock.now());
  return [...host, ...(await examineData(settings, folder, () => clock.now()))];
}
