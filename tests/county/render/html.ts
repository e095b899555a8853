/** Escapes text for HTML content and double-quoted attributes. */
export function esc(text: string): string {
  return text.replace(/[&<>"]/gu, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] ?? c);
}

/** Cuts a title as lists do; the whole one stands in the title attribute. */
export function cut(text: string, length: number): string {
  const letters = [...text];
  return letters.length > length ? `${letters.slice(0, length - 1).join('')}…` : text;
}

const digits = '〇一二三四五六七八九';

function underHundred(n: number): string {
  if (n < 10) return digits[n] ?? '';
  const tens = Math.floor(n / 10);
  return `${tens === 1 ? '' : digits[tens]}十${n % 10 === 0 ? '' : digits[n % 10]}`;
}

/** 2025-03-21 → 2025年3月21日. */
export function chineseDate(day: string): string {
  const [y, m, d] = day.split('-').map(Number);
  return `${y}年${m}月${d}日`;
}

/** 2025-03-21 → 二〇二五年三月二十一日. */
export function numeralDate(day: string): string {
  const [y = '', m, d] = day.split('-');
  const year = [...y].map((c) => digits[Number(c)]).join('');
  return `${year}年${underHundred(Number(m))}月${underHundred(Number(d))}日`;
}

/** Steady number for a text, to choose among wordings without chance. */
export function hash(text: string): number {
  let value = 2_166_136_261;
  for (const c of text) value = Math.imul(value ^ (c.codePointAt(0) ?? 0), 16_777_619) >>> 0;
  return value;
}

export function pick<T>(from: readonly T[], seed: string): T {
  const chosen = from[hash(seed) % from.length];
  if (chosen === undefined) throw new Error('nothing to choose from');
  return chosen;
}
