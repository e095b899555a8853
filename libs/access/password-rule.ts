/** As it is told to whoever chooses a password. */
export const passwordRule =
  '12 至 128 个字符；不足 16 个字符的，须含大写字母、小写字母、数字、符号中的三种；不含账号名，不是常见口令';

const fewest = 12;
const most = 128;
const enoughAlone = 16;

/** What stands in most guessed passwords; compared after the usual disguises are taken off. */
const guessed = [
  ...['password', 'passw', 'admin', 'root', 'qwer', 'asdf', 'zxcv', 'letmein', 'welcome', 'iloveyou', 'monkey'],
  ...['mingjing', 'zhengwu', 'gongkai', 'woaini', '5201314'],
  ...[
    '1qaz',
    '2wsx',
    'zaq1',
    'qaz',
    'q1w2',
    'iloveu',
    'dragon',
    'football',
    'baseball',
    'sunshine',
    'princess',
    'superman',
  ],
  ...['1234', '2345', '3456', '4567', '5678', '6789', '7890', '9876', '8765', '7654', '6543', '5432', '4321'],
  ...['abcd', 'abc1', 'aa12', '0000', '1111', '6666', '8888', '9999'],
];
const disguises: Readonly<Record<string, string>> = { '@': 'a', $: 's', '!': 'i', '0': 'o', '3': 'e' };

/** What is wrong with a new password, a line each; none when it may be taken. Length is counted in characters as people see them. */
export function passwordFaults(password: string, about: { name: string; current?: string }): string[] {
  const length = [...password].length;
  const faults: string[] = [];
  if (length < fewest) faults.push(`不足 ${fewest} 个字符`);
  if (length > most) faults.push(`超过 ${most} 个字符`);
  if (length < enoughAlone && kindsIn(password) < 3) faults.push('大写字母、小写字母、数字、符号不足三种');
  const lower = password.toLowerCase();
  // A name of two or three letters stands in many a good password by chance.
  if (about.name.length > 3 && lower.includes(about.name.toLowerCase())) faults.push('含有账号名');
  if (length < enoughAlone && isGuessed(lower)) faults.push('含有常见口令或连续的数字、字母');
  if (new Set(lower).size < 6) faults.push('重复的字符过多');
  if (about.current !== undefined && password === about.current) faults.push('与原口令相同');
  return faults;
}

function kindsIn(password: string): number {
  return [/\p{Lu}/u, /\p{Ll}/u, /\p{N}/u, /[^\p{Lu}\p{Ll}\p{N}]/u].filter((kind) => kind.test(password)).length;
}

function isGuessed(lower: string): boolean {
  const bare = [...lower].map((letter) => disguises[letter] ?? letter).join('');
  return guessed.some((word) => lower.includes(word) || bare.includes(word));
}
