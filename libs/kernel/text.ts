/** Collapses every kind of white space (also ideographic, no-break and zero-width) to single spaces and trims. */
export function tidy(text: string): string {
  return text
    .replace(/[\u200b\u200c\u200d\ufeff\u00ad]/g, '')
    .replace(/[\s\u00a0\u3000\u2002\u2003\u2009]+/g, ' ')
    .trim();
}

/** Without any white space at all: for labels such as “索 引 号”. */
export function squeeze(text: string): string {
  return tidy(text).replace(/ /g, '');
}

/** Full-width digits, letters and ASCII punctuation to half width. */
export function halfWidth(text: string): string {
  return text.replace(/[\uff01-\uff5e]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0));
}
