import { rmSync } from 'node:fs';
import { openDatabase } from '#database';
import { temporaryFolder } from './temporary-folder.js';

// Started as a process of its own by `database-server.ts`: says where the server is, and stops it when its input ends.
const folder = temporaryFolder();
const { url, dataSource, close } = await openDatabase({ DATABASE_URL: undefined, MINGJING_DATA: folder });
// What is in it need not outlast the tests. Nothing may look into the database that others are copied from.
for (const setting of ['fsync = off', 'full_page_writes = off', 'autovacuum = off'])
  await dataSource.query(`alter system set ${setting}`);
await dataSource.query('select pg_reload_conf()');
await dataSource.destroy();
process.stdout.write(`${url}\n`);
process.stdin.resume().once('end', () => {
  void close().finally(() => rmSync(folder, { recursive: true, force: true }));
});
