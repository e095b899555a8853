import { once } from 'node:events';
import { QueueJobs } from '#jobs';
import { readSettings } from '#kernel';
import { beginDueRuns, openHouse } from '#operations';

// Started as a process of its own by a test: begins what is due at a moment as soon as it is told to, to be killed meanwhile.
const house = await openHouse(readSettings(process.env));
const jobs = await QueueJobs.open(house.database.url, () => undefined);
process.stdout.write('ready\n');
await once(process.stdin, 'data');
await beginDueRuns(house, async () => jobs, new Date(process.argv[2] ?? ''));
