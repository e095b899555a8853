import type { Command } from 'commander';
import { builtInProgrammes, findProgramme } from '#operations';
import { rubricItems } from '#programmes';
import { printJson, write } from '../output.js';

export function addProgramme(program: Command): void {
  const group = program.command('programme').description('查看和校验方案');
  group
    .command('list')
    .description('内置的方案')
    .option('--json', '输出 JSON')
    .action(async (options: { json?: boolean }) => {
      const programmes = await builtInProgrammes();
      if (options.json)
        return printJson(programmes.map(({ id, version, title, source }) => ({ id, version, title, source })));
      for (const { id, version, title } of programmes) await write(`${id}  ${version}  ${title}\n`);
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
}
