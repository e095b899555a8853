import { printDay } from './tokens.js';

/**
 * Days such as `2026-03-05` in running text as documents write them: `2026年3月5日`. What others wrote stays as it is: what stands
 * between “ ” or 《 》, and addresses.
 */
export function daysInWords(text: string): string {
  let depth = 0;
  return text.replace(/https?:\/\/\S+|[“《]|[”》]|(?<![\w/.-])\d{4}-[01]\d-[0-3]\d(?![\w/-])/g, (found) => {
    if (found === '“' || found === '《') depth += 1;
    else if (found === '”' || found === '》') depth -= 1;
    else if (depth === 0 && !found.startsWith('http')) return printDay(found);
    return found;
  });
}
