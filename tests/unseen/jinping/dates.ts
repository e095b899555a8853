/** `2026年5月18日`. */
export function plainDay(date: string): string {
  const [year, month, day] = date.slice(0, 10).split('-').map(Number);
  return `${year}年${month}月${day}日`;
}

/** `2026年05月18日`. */
export function paddedDay(date: string): string {
  const [year, month, day] = date.slice(0, 10).split('-');
  return `${year}年${month}月${day}日`;
}

const DIGITS = '〇一二三四五六七八九';

const numeral = (n: number) => {
  const tens = Math.floor(n / 10);
  return (tens ? `${tens > 1 ? DIGITS[tens] : ''}十` : '') + (n % 10 ? DIGITS[n % 10] : '');
};

/** `二〇二六年三月二十五日`. */
export function chineseDay(date: string): string {
  const [year = '', month, day] = date.split('-');
  return `${[...year].map((d) => DIGITS[Number(d)]).join('')}年${numeral(Number(month))}月${numeral(Number(day))}日`;
}
