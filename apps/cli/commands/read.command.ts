import type { Command } from 'commander';
import { BadInput, readSettings } from '#kernel';
import { explainBytes, filePage, readBytes, readManifest, say, webPage, type PageBytes } from '#operations';
import { printJson, printLines, write } from '../output.js';
import { reasonsOf } from '../reading-reasons.js';

interface ReadOptions {
  url?: string;
  manifest?: string;
  json?: boolean;
  why?: boolean;
}

export function addRead(program: Command): void {
  program
    .command('read')
    .description('读取单个页面，打印读懂的内容')
    .argument('[pages...]', '网页文件或 http(s) 地址')
    .option('--url <address>', '文件原来的网址')
    .option('--manifest <tsv>', '清单：表头含 file、url 两列的制表符分隔文件')
    .option('--why', '逐项说明取自哪里、有多大把握，链接认定为哪个标准栏目、依据哪个字词')
    .option('--json', '只输出 JSON')
    .action(async (pages: string[], options: ReadOptions) => {
      if (options.manifest) return readWholeManifest(options.manifest);
      if (pages.length === 0)
        throw new BadInput([
          { where: 'read', what: '没有指出要读的页面', accepted: '文件路径、http(s) 地址或 --manifest 清单' },
        ]);
      const readings: Record<string, unknown>[] = [];
      for (const address of pages) {
        const page = await bytesOf(address, options.url ?? null);
        if (!options.why) {
          readings.push(await readBytes(page));
          continue;
        }
        const { printed, explanation } = await explainBytes(page);
        // The keys that are always there stay as they are; the reasons stand beside them, and only when asked for.
        if (options.json) readings.push({ ...printed, why: explanation });
        else await write(reasonsOf(page.url || address, explanation));
      }
      if (options.json) await (readings.length === 1 ? printJson(readings[0]) : printLines(readings));
      else for (const reading of readings) await write(`${JSON.stringify(reading, null, 2)}\n`);
    });
}

function bytesOf(page: string, url: string | null): Promise<PageBytes> {
  return /^https?:\/\//i.test(page) ? webPage(page, readSettings(process.env)) : filePage(page, url);
}

/** One line a row, in the order of the manifest; a row that cannot be read says so in `error` and the exit status is 1. */
async function readWholeManifest(path: string): Promise<void> {
  for (const row of await readManifest(path)) {
    try {
      await printLines([await readBytes(await filePage(row.file, row.url))]);
    } catch (error) {
      if (!(error instanceof BadInput)) throw error;
      say(error.message);
      await printLines([{ url: row.url, error: error.message }]);
      process.exitCode = 1;
    }
  }
}
