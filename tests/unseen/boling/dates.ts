const DIGITS = '〇一二三四五六七八九';

function hanSmall(n: number): string {
  if (n < 10) return DIGITS[n] ?? '';
  const tens = Math.floor(n / 10);
  return `${tens === 1 ? '' : DIGITS[tens]}十${n % 10 === 0 ? '' : DIGITS[n % 10]}`;
}

interface Parts {
  year: string;
  month: string;
  day: string;
  time: string;
}

export function parts(date: string): Parts {
  return { year: date.slice(0, 4), month: date.slice(5, 7), day: date.slice(8, 10), time: date.slice(11) };
}

/** `2025/03/21` */
export function slash(date: string): string {
  const { year, month, day } = parts(date);
  return `${year}/${month}/${day}`;
}

/** `2025年3月21日` */
export function arabic(date: string): string {
  const { year, month, day } = parts(date);
  return `${year}年${Number(month)}月${Number(day)}日`;
}

/** `2025年03月21日` */
export function padded(date: string): string {
  const { year, month, day } = parts(date);
  return `${year}年${month}月${day}日`;
}

/** `二〇二五年三月二十一日` */
export function han(date: string): string {
  const { year, month, day } = parts(date);
  const years = [...year].map((digit) => DIGITS[Number(digit)]).join('');
  return `${years}年${hanSmall(Number(month))}月${hanSmall(Number(day))}日`;
}
