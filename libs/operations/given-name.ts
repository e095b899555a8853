import { refused } from '#kernel';

/** A name that somebody gives to a thing of his own. @throws BadInput for none, too long a one, or one with control characters. */
export function givenName(text: string): string {
  const name = text.normalize('NFC').trim();
  if (name === '' || [...name].length > 60 || /\p{Cc}/u.test(name)) throw refused('名称', '不可用', '一至六十个字');
  return name;
}
