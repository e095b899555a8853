import { isLocalDate } from '#calendar';
import { BadInput, tidy, type Fault } from '#kernel';

/** Gathers everything that is wrong with what a person typed, to be told at once. */
export class Checks {
  private readonly faults: Fault[] = [];

  /** The value, or null where it is wrong. */
  take<Value>(check: () => Value): Value | null {
    try {
      return check();
    } catch (error) {
      if (!(error instanceof BadInput)) throw error;
      this.faults.push(...error.faults);
      return null;
    }
  }

  /** What was taken, when nothing was wrong. @throws BadInput naming everything that was. */
  all<Values extends object>(values: Values): { [Name in keyof Values]: NonNullable<Values[Name]> } {
    if (this.faults.length > 0) throw new BadInput(this.faults);
    return values as { [Name in keyof Values]: NonNullable<Values[Name]> };
  }
}

/** A name or sentence without control characters. @throws BadInput when it is empty or too long. */
export function shortText(where: string, text: string, longest: number): string {
  const plain = tidy(text);
  if (plain === '' || plain.length > longest || /\p{Cc}/u.test(plain))
    throw new BadInput([
      { where, what: plain === '' ? '没有填写' : '过长或含有不可用的字符', accepted: `1 至 ${longest} 个字` },
    ]);
  return plain;
}

/** Last day on which something holds; null for no end. @throws BadInput when it is no day. */
export function lastDay(until: string | undefined): string | null {
  if (until === undefined || until === '') return null;
  if (!isLocalDate(until))
    throw new BadInput([
      { where: '截止日期', what: `“${String(until).slice(0, 40)}”不是日期`, accepted: 'YYYY-MM-DD' },
    ]);
  return until;
}
