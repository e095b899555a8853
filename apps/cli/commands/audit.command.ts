import { InvalidArgumentError, type Command } from 'commander';
import { say } from '#operations';
import { withHouse } from '../with-house.js';

/** The law asks for half a year; the database itself refuses less. */
const fewestDays = 180;

export function addAudit(program: Command): void {
  program
    .command('audit')
    .description('操作记录（在网页“操作记录”中查看和导出）')
    .command('clear')
    .description(`清理早于若干天的操作记录；${fewestDays} 天以内的不能清理`)
    .requiredOption('--older-than <days>', `多少天，至少 ${fewestDays}`, (text) => {
      const days = /^\d{1,5}$/.test(text) ? Number(text) : 0;
      if (days < fewestDays) throw new InvalidArgumentError(`应为不小于 ${fewestDays} 的整数。`);
      return days;
    })
    .action(({ olderThan }: { olderThan: number }) =>
      withHouse(async (house) => say(`✓ 已清理 ${await house.audit.clear(olderThan)} 条操作记录`)),
    );
}
