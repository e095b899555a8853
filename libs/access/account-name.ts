const shape = /^[\p{Script=Han}a-z0-9][\p{Script=Han}a-z0-9._-]{1,31}$/u;

export const accountNameRule = '2 至 32 个汉字、字母、数字或 . _ -，不以符号开头';

/** The one way in which a name is written: full-width and capital letters are the same as others. */
export function accountName(typed: string): string {
  return typed.normalize('NFKC').trim().toLowerCase();
}

export function isAccountName(name: string): boolean {
  return shape.test(name);
}
