import { log, saysJson } from './log.js';

/** A line for people; on standard error, because standard output belongs to results. A line of the log where that is JSON. */
export function say(line: string): void {
  if (saysJson()) log.info(line);
  else process.stderr.write(`${line}\n`);
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
