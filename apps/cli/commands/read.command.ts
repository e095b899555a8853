import type { Command } from 'commander';
import { BadInput, readSettings } from '#kernel';
import { readFilePage, readManifest, readWebPage, say } from '#operations';
import { printJson, printLines, write } from '../output.js';

interface ReadOptions {
  url?: string;
  manifest?: string;
  json?: boolean;
}

export function addRead(program: Command): void {
  program
    .command('read')
    .description('读取单个页面，打印读懂的内容')
    .argument('[pages...]', '网页文件或 http(s) 地址')
    .option('--url <address>', '文件原来的网址')
    .option('--manifest <tsv>', '清单：表头含 file、url 两列的制表符分隔文件')
    .option('--json', '只输出 JSON')
    .action(async (pages: string[], options: ReadOptions) => {
      if (options.manifest) return readWholeManifest(options.manifest);
      if (pages.length === 0)
        throw new BadInput([
          { where: 'read', what: '没有指出要读的页面', accepted: '文件路径、http(s) 地址或 --manifest 清单' },
        ]);
      const readings = [];
      for (const page of pages)
        readings.push(
          /^https?:\/\//i.test(page)
            ? await readWebPage(page, readSettings(process.env))
            : await readFilePage(page, options.url ?? null),
        );
      if (options.json) await (readings.length === 1 ? printJson(readings[0]) : printLines(readings));
      else for (const reading of readings) await write(`${JSON.stringify(reading, null, 2)}\n`);
    });
}

/** One line a row, in the order of the manifest; a row that cannot be read says so in `error` and the exit status is 1. */
async function readWholeManifest(path: string): Promise<void> {
  for (const row of await readManifest(path)) {
    try {
      await printLines([await readFilePage(row.file, row.url)]);
    } catch (error) {
      if (!(error instanceof BadInput)) throw error;
      say(error.message);
      await printLines([{ url: row.url, error: error.message }]);
      process.exitCode = 1;
    }
  }
}
