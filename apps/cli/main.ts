import { Command, CommanderError } from 'commander';
import { databaseFault } from '#database';
import { PersonalError } from '#kernel';
import { log, saysJson } from '#operations';
import { speakChinese } from './chinese-help.js';
import { commands } from './commands/index.js';
import { watchCommands } from './trail.js';

// Whoever reads the output may have seen enough (`| head`): that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

const program = speakChinese(new Command('mingjing'))
  .description('明镜：基层政务公开标准化规范化监测与评分')
  .exitOverride();

for (const add of commands) add(program);
watchCommands(program);

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = exitCodeOf(error);
}

/** Prints what a person can mend as lines, everything else with its trace, and gives the exit status. */
function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  const fault = databaseFault(error);
  if (fault !== null) return exitCodeOf(fault);
  if (saysJson()) {
    log.error('命令没有完成', error);
    return error instanceof PersonalError ? error.exitCode : 1;
  }
  if (error instanceof PersonalError) {
    process.stderr.write(`${error.message}\n`);
    return error.exitCode;
  }
  process.stderr.write(
    `程序出错，请连同以下内容反馈：\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  return 1;
}
