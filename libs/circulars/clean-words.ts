/** As any file can carry it: no control characters, no half of a surrogate pair. */
export function cleanWords(text: string): string {
  return text
    .toWellFormed()
    .replaceAll('\ufffd', '')
    .replace(/[\p{Cc}\u2028\u2029\ufffe\uffff]/gu, '');
}
