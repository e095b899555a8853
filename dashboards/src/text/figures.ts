/** Figures for the screen. Decimals come as text and are only printed here, never added up. */

/** `85.50` → `85.5`, `20.00` → `20`; null → `—`. */
export function points(value: string | null | undefined): string {
  if (value === null || value === undefined || value === '') return '—';
  return value.includes('.') ? value.replace(/\.?0+$/, '') : value;
}

/** `0.9312` → `93.1%`; null → `—`. Never rounds up to 100%: what is not whole must not look whole. */
export function percent(share: string | number | null | undefined): string {
  if (share === null || share === undefined || share === '') return '—';
  const value = Number(share) * 100;
  if (!Number.isFinite(value)) return '—';
  if (value < 100 && value >= 99.95) return '99.9%';
  return `${Number(value.toFixed(1))}%`;
}

export function shareOf(rate: { measured: number; of: number }): number | null {
  return rate.of === 0 ? null : rate.measured / rate.of;
}

export interface Change {
  direction: 'up' | 'down' | 'same';
  text: string;
}

/** Change of a score against the period before, e.g. `上升 2.5 分`; null when there is nothing to compare. */
export function change(delta: string | null | undefined, unit: string): Change | null {
  if (delta === null || delta === undefined || delta === '') return null;
  const amount = points(delta.replace(/^[+-]/, ''));
  if (Number(delta) === 0) return { direction: 'same', text: '持平' };
  return Number(delta) > 0
    ? { direction: 'up', text: `上升 ${amount} ${unit}` }
    : { direction: 'down', text: `下降 ${amount} ${unit}` };
}

/** Difference of two decimals written as text, exact to two places. */
export function difference(now: string | null, before: string | null): string | null {
  if (now === null || before === null) return null;
  const cents = Math.round(Number(now) * 100) - Math.round(Number(before) * 100);
  const sign = cents < 0 ? '-' : '';
  const whole = Math.floor(Math.abs(cents) / 100);
  const rest = String(Math.abs(cents) % 100).padStart(2, '0');
  return `${sign}${whole}.${rest}`;
}

/** `2022-09-15` → `2022年9月15日`; null → `—`. */
export function day(value: string | null | undefined): string {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value ?? '');
  return found ? `${found[1]}年${Number(found[2])}月${Number(found[3])}日` : (value ?? '—');
}

const beijing = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});

/** An instant as Beijing time, `2022年9月15日 08:30:00`; null → `—`. */
export function instant(value: string | null | undefined): string {
  if (!value || Number.isNaN(Date.parse(value))) return '—';
  const part = Object.fromEntries(beijing.formatToParts(new Date(value)).map(({ type, value: text }) => [type, text]));
  return `${part.year}年${part.month}月${part.day}日 ${part.hour}:${part.minute}:${part.second}`;
}

export function bytes(size: number): string {
  if (size < 1024) return `${size} 字节`;
  if (size < 1024 * 1024) return `${(size / 1024).toFixed(1)} KB`;
  return `${(size / 1024 / 1024).toFixed(1)} MB`;
}

export function duration(seconds: number): string {
  if (seconds < 60) return `${Math.round(seconds)} 秒`;
  return `${Math.floor(seconds / 60)} 分 ${Math.round(seconds % 60)} 秒`;
}

/** `2022Q4` → `2022年第四季度`; unknown shapes stay as they are. */
export function periodTitle(period: string): string {
  const found = /^(\d{4})(?:(H)([12])|(Q)([1-4])|-(W)(\d{2})|-(\d{2}))?$/.exec(period);
  if (!found) return period;
  const year = `${found[1]}年`;
  if (found[2]) return `${year}${found[3] === '1' ? '上' : '下'}半年`;
  if (found[4]) return `${year}第${'一二三四'[Number(found[5]) - 1]}季度`;
  if (found[6]) return `${year}第${Number(found[7])}周`;
  if (found[8]) return `${year}${Number(found[8])}月`;
  return `${year}度`;
}
