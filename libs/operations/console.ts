import { databaseFault } from '#database';
import { log, saysJson } from './log.js';

/** A line for people; on standard error, because standard output belongs to results. A line of the log where that is JSON. */
export function say(line: string): void {
  if (saysJson()) log.info(line);
  else process.stderr.write(`${line}\n`);
}

/** An error in a line for people. */
export function sentenceOf(error: unknown): string {
  return (databaseFault(error)?.message ?? (error instanceof Error ? error.message : String(error)))
    .split('\n')
    .join('；');
}

/** Runs one named step and says what it took and what came of it. */
export type Step = <T>(name: string, work: () => Promise<T>, word?: (result: T) => string) => Promise<T>;

export const step: Step = async (name, work, word) => {
  const started = performance.now();
  const result = await work();
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const said = word?.(result);
  say(`✓ ${name}${said ? `：${said}` : ''}（${seconds} 秒）`);
  return result;
};
