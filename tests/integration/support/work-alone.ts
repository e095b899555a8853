import { QueueJobs } from '#jobs';
import { readSettings } from '#kernel';
import { openHouse, startWork } from '#operations';

// Started as a process of its own by tests of workers: takes jobs until it is killed.
const house = await openHouse(readSettings(process.env));
const timing = { expireInSeconds: Number(process.env['TEST_EXPIRE_SECONDS'] ?? 2), sweepEverySeconds: 1 };
const jobs = await QueueJobs.open(house.database.url, () => undefined, timing);
await startWork(house, jobs, { log: (line) => process.stderr.write(`${line}\n`), intervalMs: 0 });
process.stdout.write('working\n');
