import { addDays, diffDays, type LocalDate } from '#calendar';
import { beijingHour } from './channel.js';
import type { DigestLine } from './digest.js';

const local = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const label = /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/;
const topLabel = /^(?:[A-Za-z]{2,63}|xn--[A-Za-z0-9-]{1,59})$/;

export const mailAddressRule = '一个邮箱地址，如 zwgk@example.gov.cn';

/**
 * The one plain address that a text is, or null: what could be read as two, as a name with an address, or as a further header is
 * none (RFC 5321 without quoted names, addresses of machines and signs beyond ASCII).
 */
export function mailAddress(text: string): string | null {
  const address = text.trim();
  const at = address.lastIndexOf('@');
  if (at < 1 || at > 64 || address.length > 254) return null;
  const labels = address.slice(at + 1).split('.');
  const isHost = labels.length >= 2 && labels.every((one) => label.test(one)) && topLabel.test(labels.at(-1) ?? '');
  return isHost && local.test(address.slice(0, at)) ? address : null;
}

/** A part of a mail: what it is about, and what there is to say, a line each. */
export interface MailPart {
  title: string | null;
  lines: readonly string[];
}

const longestSubject = 120;

/** One line, whatever it is made of: nothing in it can begin another header. */
export function mailSubject(text: string): string {
  const line = text.replace(/[\u0000-\u001f\u007f\u0085\u2028\u2029]+/g, ' ').trim();
  return [...line].slice(0, longestSubject).join('');
}

/** A mail in plain text. */
export function mailText(
  parts: readonly MailPart[],
  { address, end }: { address: string | null; end: string },
): string {
  const blocks = parts.map(({ title, lines }) =>
    [...(title === null ? [] : [`【${title}】`]), ...lines.map((line) => `· ${line}`)].join('\n'),
  );
  const way = address === null ? '请登录明镜办理。' : `登录办理：${new URL('/', address).href}`;
  return [...blocks, way, `—\n${end}`].join('\n\n');
}

/** Lines of a digest, each with its page where the address of the dashboards is known. */
export function digestPart(title: string, lines: readonly DigestLine[], address: string | null): MailPart {
  return {
    title,
    lines: lines.map(({ text, path }) => (address === null ? text : `${text} ${new URL(path, address).href}`)),
  };
}

/**
 * The Monday of the week whose reminders are due now, or null: once a week, on the first working day from a day of the week on,
 * from its hour.
 * @param weekday 1 for Monday to 7.
 */
export function dueWeek(
  { weekday, hour }: { weekday: number; hour: number },
  { now, today }: { now: Date; today: LocalDate },
  isWorkday: (day: LocalDate) => boolean,
): LocalDate | null {
  // 2024-01-01 was a Monday.
  const since = (((diffDays('2024-01-01', today) % 7) + 7) % 7) + 1;
  if (since < weekday || beijingHour(now) < hour || !isWorkday(today)) return null;
  return addDays(today, 1 - since);
}
