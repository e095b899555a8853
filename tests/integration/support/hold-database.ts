import { openDatabase } from '#database';

// Started as a process of its own by the launcher's test: opens the database, says so, and waits to be killed.
const { url, adopted } = await openDatabase({ DATABASE_URL: undefined, MINGJING_DATA: process.argv[2] ?? '' });
process.stdout.write(`${JSON.stringify({ url, adopted })}\n`);
setInterval(() => undefined, 1000);
