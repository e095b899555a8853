import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { measureSite } from './measure.js';
import type { UnseenSite } from './model.js';

/** `node … tests/unseen/main.js [folder …]`: measures the sites and prints every difference. */
const here = import.meta.dirname;
const folders = readdirSync(here, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);
for (const folder of process.argv.length > 2 ? process.argv.slice(2) : folders) {
  const { site } = (await import(join(here, folder, 'index.js'))) as { site: UnseenSite };
  const measured = await measureSite(site);
  console.log(
    `\n# ${measured.site}（${folder}）：${measured.pages} 页，${measured.ended}，${measured.withBrowser ? '有' : '无'}浏览器`,
  );
  for (const [field, { right, unread, of }] of Object.entries(measured.fields))
    console.log(`${field}\t${right}/${of}${unread > 0 ? `（未读 ${unread}）` : ''}`);
  for (const line of measured.misses) console.log(`  - ${line}`);
  for (const line of measured.falseFindings) console.log(`  ! ${line}`);
  if (process.env.FINDINGS) for (const line of measured.findings) console.log(`  > ${line}`);
  if (process.env.REQUESTS) for (const line of measured.requests) console.log(`  @ ${line}`);
}
