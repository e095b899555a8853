import type { Command } from 'commander';
import { describeSettings, readSettings } from '#kernel';
import { examineMachine } from '#operations';
import { printJson, write } from '../output.js';

/** @param examine what looks at the machine. */
export function addDoctor(program: Command, examine: typeof examineMachine = examineMachine): void {
  program
    .command('doctor')
    .description('检查本机还缺什么，列出全部设置')
    .option('--json', '输出 JSON')
    .action(async (options: { json?: boolean }) => {
      const settings = readSettings(process.env);
      const checks = await examine(settings);
      const table = describeSettings().map(({ secret, ...row }) => ({
        ...row,
        value: shown(row.name, process.env[row.name] ?? row.initial ?? '', secret),
      }));
      if (options.json) await printJson({ checks, settings: table });
      else {
        for (const check of checks)
          await write(
            `${check.good ? '✓' : '✗'} ${check.what}：${check.found}${check.good ? '' : `；${check.advice}`}\n`,
          );
        await write('\n设置（环境变量）\n');
        for (const row of table) await write(`  ${row.name}=${row.value || '（未设）'}  ${row.about}\n`);
      }
      if (checks.some((check) => !check.good && check.needed)) process.exitCode = 3;
    });
}

/** A password never reaches a screen. */
function shown(name: string, value: string, secret: boolean): string {
  if (secret) return value === '' ? '' : '***';
  return name === 'DATABASE_URL' ? value.replace(/(:\/\/[^:/@]*):[^@]*@/, '$1:***@') : value;
}
