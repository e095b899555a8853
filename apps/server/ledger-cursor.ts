import { isLocalDate } from '#calendar';
import type { LedgerMark, LedgerSort } from '#database';
import { refused } from '#kernel';
import { isNumber } from '#operations';
import { z } from 'zod';

const marked = z.tuple([
  z.string(),
  z.int().min(0).max(99),
  z.string().max(40).nullable(),
  z.int().min(0).max(2_147_483_647),
]);

/** A row's place as it stands in an address; it holds for one assessment alone. */
export function writeCursor(assessment: string, { phase, value, position }: LedgerMark): string {
  return Buffer.from(JSON.stringify([assessment, phase, value, position])).toString('base64url');
}

/** @throws BadInput where it is none, or one of an assessment that another took the place of. */
export function readCursor(text: string, assessment: string, sort: LedgerSort | null): LedgerMark {
  const [of, phase, value, position] = parsed(text);
  if (of !== assessment) throw refused('翻页位置', '已重新评分，台账有了新的内容', '从第一页看起');
  // The first part of an order by values goes on behind a value.
  const byValue = sort !== null && sort.order === null && phase === 0;
  if (byValue && (value === null || !(isLocalDate(value) || isNumber(value)))) throw unreadable();
  return { phase, value, position };
}

function parsed(text: string): z.output<typeof marked> {
  try {
    return marked.parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
  } catch {
    throw unreadable();
  }
}

const unreadable = () => refused('翻页位置', '看不懂', '从第一页看起');
