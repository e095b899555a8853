import { createInterface } from 'node:readline';
import { QueueJobs } from '#jobs';
import { readSettings } from '#kernel';
import { beginDueRuns, openHouse, startWork } from '#operations';

// Started as a process of its own by tests, to be killed. It is told what to do when it is wanted: `work`, to take jobs, or
// `begin MOMENT`, to begin what is due then as soon as it is written to once more.
const lines = createInterface(process.stdin)[Symbol.asyncIterator]();
const told = (await lines.next()).value as string | undefined;
if (told === undefined) process.exit(0);
const [task, moment = ''] = told.split(' ');
const house = await openHouse(readSettings(process.env));
if (task === 'work') {
  const timing = { expireInSeconds: Number(process.env['TEST_EXPIRE_SECONDS'] ?? 2), sweepEverySeconds: 1 };
  const jobs = await QueueJobs.open(house.database.url, () => undefined, timing);
  await startWork(house, jobs, { log: (line) => process.stderr.write(`${line}\n`), intervalMs: 0 });
  process.stdout.write('working\n');
} else {
  const jobs = await QueueJobs.open(house.database.url, () => undefined);
  process.stdout.write('ready\n');
  await lines.next();
  await beginDueRuns(house, async () => jobs, new Date(moment));
}
