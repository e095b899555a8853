import { addDays, localDateOf, type LocalDate } from '#calendar';
import type { DigestLine } from './digest.js';

/** Group robots whose message format is spoken: 企业微信（政务微信）and 钉钉（浙政钉等）. */
export const robotKinds = ['wecom', 'dingtalk'] as const;
export type RobotKind = (typeof robotKinds)[number];

/** Where a digest can be sent: to a group robot, or to an address of mail. */
export const channelKinds = [...robotKinds, 'email'] as const;
export type ChannelKind = (typeof channelKinds)[number];
export const robotTitles: Readonly<Record<RobotKind, string>> = { wecom: '企业微信群机器人', dingtalk: '钉钉群机器人' };
export const channelTitles: Readonly<Record<ChannelKind, string>> = { ...robotTitles, email: '邮箱' };

/** The hour of the day in Beijing, 0 to 23. */
export const beijingHour = (now: Date): number => (now.getUTCHours() + 8) % 24;

/** The day in Beijing for which a digest is due now, or null: once a day from its hour on, on working days where so wished. */
export function dueDay(
  channel: { hour: number; workdaysOnly: boolean },
  now: Date,
  isWorkday: (day: LocalDate) => boolean,
): LocalDate | null {
  const day = localDateOf(now.toISOString());
  return beijingHour(now) >= channel.hour && (!channel.workdaysOnly || isWorkday(day)) ? day : null;
}

/** The longest text that a robot takes, bytes of UTF-8. */
const longest: Readonly<Record<RobotKind, number>> = { wecom: 4096, dingtalk: 20_000 };

/** The JSON that a robot takes: the digest as Markdown, cut to what it takes; links where the address of the dashboards is known. */
export function robotMessage(
  kind: RobotKind,
  {
    title,
    day,
    lines,
    address,
  }: { title: string; day: LocalDate; lines: readonly DigestLine[]; address: string | null },
): object {
  const rows = lines.map(({ text, path }) => {
    const words = plain(text);
    return address === null ? `- ${words}` : `- ${words} [查看](${new URL(path, address).href})`;
  });
  const heading = `### ${plain(title)}（${day}）`;
  const text = fitted([heading, ...rows], longest[kind]);
  return kind === 'wecom'
    ? { msgtype: 'markdown', markdown: { content: text } }
    : { msgtype: 'markdown', markdown: { title: plain(title), text } };
}

/** As many whole lines as fit, and a word on those left out. */
function fitted(lines: readonly string[], most: number): string {
  const encoder = new TextEncoder();
  const size = (text: string) => encoder.encode(text).byteLength;
  if (size(lines.join('\n')) <= most) return lines.join('\n');
  const rest = '- 其余请登录查看';
  const kept: string[] = [];
  for (const line of lines) {
    if (size([...kept, line, rest].join('\n')) > most) break;
    kept.push(line);
  }
  return [...kept, rest].join('\n');
}

/** Words that come from sites and people: nothing in them may be a link, a mention or a mark of Markdown. */
function plain(text: string): string {
  return text.replace(/[\r\n]+/g, ' ').replace(/[\\`*_[\]<>#~|@!]/g, ' ');
}

/** So long a sending that was begun may take before another may begin it. */
export const sendingMinutes = 10;
export const mostAttempts = 3;

/** Days of which it is kept whether a digest was sent. */
export const keptSince = (today: LocalDate): LocalDate => addDays(today, -90);
