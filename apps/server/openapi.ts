import { writeFileSync } from 'node:fs';
import { MemoryBlobStore } from '#evidence';
import { describeDataSource } from '#database';
import { createApp, describeApi } from './create-app.js';
import { ServerContext } from './server-context.js';

// Writes the description of the API to the file named; nothing is connected or served.
const [file] = process.argv.slice(2);
if (file === undefined) {
  process.stderr.write('用法：openapi <要写的文件>\n');
  process.exit(2);
}
const context = new ServerContext(describeDataSource('postgres://unused'), new MemoryBlobStore(), [], undefined);
const app = await createApp(context, (error) => process.stderr.write(`${String(error)}\n`));
await app.init();
writeFileSync(file, `${JSON.stringify(describeApi(app), null, 2)}\n`);
await app.close();
