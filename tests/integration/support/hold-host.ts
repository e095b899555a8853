import { openDatabase, openStores } from '#database';

// Started as a process of its own by the test of hosts: takes a turn, says so, and waits to be killed.
const [url, host = ''] = process.argv.slice(2);
const { dataSource } = await openDatabase({ DATABASE_URL: url, MINGJING_DATA: '' });
const book = openStores(dataSource).hosts.book({ leaseMs: 5000, renewEveryMs: 100 });
const ask = { host, lease: 'held', intervalMs: 0, leastMs: 0, perHost: 1, hours: [], jitter: 1 };
process.stdout.write(JSON.stringify(await book.take(ask)));
setInterval(() => undefined, 1000);
