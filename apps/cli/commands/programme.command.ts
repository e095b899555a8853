import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { readSettings, refused } from '#kernel';
import {
  addProgramme as addOwn,
  builtInProgrammes,
  checkedProgramme,
  findProgramme,
  keepVersion,
  say,
  type House,
} from '#operations';
import { rubricItems } from '#programmes';
import { printJson, write } from '../output.js';
import { withHouse } from '../with-house.js';

interface Listed {
  id: string;
  version: string;
  title: string;
  /** Kept by the office itself; the source of a built-in one is its document. */
  own: boolean;
  retired: boolean;
}

export function addProgramme(program: Command): void {
  const group = program.command('programme').description('查看、校验和保存方案');
  group
    .command('list')
    .description('内置的方案，和本单位存在平台上的方案')
    .option('--json', '输出 JSON')
    .action(async (options: { json?: boolean }) => {
      const builtIn = await builtInProgrammes();
      const own = await listOwn();
      if (options.json)
        return printJson([
          ...builtIn.map(({ id, version, title, source }) => ({ id, version, title, source, own: false })),
          ...own,
        ]);
      for (const { id, version, title } of builtIn) await write(`${id}  ${version}  ${title}\n`);
      for (const { id, version, title, retired } of own)
        await write(`${id}  ${version}  ${title}（自有${retired ? '，已停用' : ''}）\n`);
    });
  group
    .command('check')
    .description('校验方案文件，逐处指出错误')
    .argument('<yaml>', '方案文件，或内置方案的名称')
    .action(async (file: string) => {
      const programme = await findProgramme(file);
      const items = rubricItems(programme.rubric);
      await write(
        `✓ ${programme.title}：${programme.requirements.length} 项要求，${items.length} 项评分指标，${programme.tasks.length} 项任务，${programme.conflicts.length} 处需留意的矛盾\n`,
      );
    });
  group
    .command('keep')
    .description('把方案文件存到平台上：没有这个编号的，存为第 1 版；已有的，存为新的一版')
    .argument('<yaml>', '方案文件')
    .requiredOption('--reason <text>', '为何这样改，一句话')
    .action((file: string, { reason }: { reason: string }) => withHouse((house) => keep(house, file, reason)));
}

async function listOwn(): Promise<Listed[]> {
  const settings = readSettings(process.env);
  // Nobody wants a database made by asking for a list.
  if (settings.DATABASE_URL === undefined && !existsSync(resolve(settings.MINGJING_DATA))) return [];
  return withHouse(async ({ programmes }) =>
    (await programmes.programmes()).map(({ id, newest, retired }) => ({
      ...{ id, version: String(newest.number), title: newest.title, own: true, retired: retired !== null },
    })),
  );
}

async function keep(house: House, file: string, reason: string): Promise<void> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw refused(file, '没有这个文件', '方案文件（.yaml）的路径');
  });
  const { id, title } = checkedProgramme(text, file);
  const doer = { id: 'command line', signs: '命令行', sample: false };
  const known = await house.programmes.programme(id);
  const [deed, now] = [randomUUID(), house.clock.now()];
  const kept = known
    ? await keepVersion(house, id, { base: known.newest.number, wording: { text }, reason, deed }, doer, now)
    : await addOwn(house, { id, title, from: null, text, reason, deed }, doer, now);
  say(`✓ 已存为方案“${id}”的第 ${kept.number} 版；评分时写 --programme ${id}`);
}
