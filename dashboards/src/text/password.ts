export interface RuleState {
  words: string;
  met: boolean;
}

const fewest = 12;
const most = 128;
/** From so many characters on, kinds no longer matter. */
const enoughAlone = 16;

/**
 * The rule for passwords as the server has it (`libs/access/password-rule.ts`), and what of it is met. Which passwords are
 * often guessed only the server knows.
 */
export function passwordRules(next: string, about: { current: string; name: string }): RuleState[] {
  const length = [...next].length;
  const holdsName = about.name !== '' && next.toLowerCase().includes(about.name.toLowerCase());
  return [
    { words: `${fewest} 至 ${most} 个字符`, met: length >= fewest && length <= most },
    {
      words: `大写字母、小写字母、数字、符号有其中三种；满 ${enoughAlone} 个字符的不限`,
      met: length >= enoughAlone || kindsIn(next) >= 3,
    },
    { words: '不同的字符至少 6 个，不含账号名', met: new Set(next.toLowerCase()).size >= 6 && !holdsName },
    { words: '与现在的口令不同', met: next !== '' && next !== about.current },
  ];
}

/** How hard a password is to guess, in one word; runs and repeats count for little. */
export function strength(next: string): '弱' | '一般' | '较强' | '强' {
  const signs = [...next];
  const points = signs.reduce((sum, _, index) => sum + (isGuessed(signs, index) ? 0.25 : 1), 0) + kindsIn(next);
  if (points < 11) return '弱';
  if (points < 14) return '一般';
  return points < 18 ? '较强' : '强';
}

function kindsIn(text: string): number {
  return [/\p{Lu}/u, /\p{Ll}/u, /\p{N}/u, /[^\p{Lu}\p{Ll}\p{N}]/u].filter((kind) => kind.test(text)).length;
}

/** Whether a sign follows from the one before: the same again, or the next in the row. */
function isGuessed(signs: string[], index: number): boolean {
  const before = signs[index - 1];
  if (before === undefined) return false;
  const step = (signs[index]?.codePointAt(0) ?? 0) - (before.codePointAt(0) ?? 0);
  return Math.abs(step) <= 1;
}
