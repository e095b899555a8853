import { randomUUID } from 'node:crypto';
import type { LocalDate } from '#calendar';
import {
  channelTitles,
  digestPart,
  dueDay,
  isLikelyWorkday,
  keptSince,
  mailText,
  robotMessage,
  type ChannelKind,
  type DigestLine,
} from '#casework';
import type { ChannelRow, Stores } from '#database';
import { NetworkPolicy } from '#crawlers';
import { MissingResource, type Settings, refused } from '#kernel';
import { dayOf } from '../clock.js';
import { givenName } from '../given-name.js';
import type { House } from '../house.js';
import { asScored, lookUpProgramme } from '../plans.js';
import { digestOf, newestHead } from './digests.js';
import { mailOf } from '../mail/account-mail.js';
import type { Mailer } from '../mail/mailer.js';
import { tellRobot } from './robots.js';
import { workdays } from '../workdays.js';

type Books = Pick<House, keyof Stores | 'blobs'>;
/** Which networks may be reached, and where people open the dashboards. */
export type NoticeSettings = Pick<Settings, 'MINGJING_ALLOW_NETWORKS'> & Partial<Pick<Settings, 'MINGJING_ADDRESS'>>;

export interface ChannelRequest {
  name: string;
  kind: ChannelKind;
  url: string;
  secret: string | null;
  programme: string;
  hour: number;
  workdaysOnly: boolean;
}

/** @throws BadInput for a name or address that cannot be used. */
export async function addChannel(
  { channels }: Pick<Stores, 'channels'>,
  request: ChannelRequest,
  { by, now, settings, mailer = null }: { by: string; now: Date; settings: NoticeSettings; mailer?: Mailer | null },
): Promise<ChannelRow> {
  const name = givenName(request.name);
  const url = request.kind === 'email' ? mailOf(request.url) : robotUrl(request, settings);
  if (request.kind === 'email' && mailer === null)
    throw refused('邮箱', '本系统没有设置邮件服务', '先设置 MINGJING_SMTP_URL');
  const secret = request.secret?.trim() || null;
  if (secret !== null && request.kind !== 'dingtalk') throw refused('密钥', '只有钉钉群机器人用密钥', '留空');
  const id = randomUUID();
  await channels.add({ ...request, id, name, url, secret, createdBy: by, createdAt: now.toISOString() });
  return existing({ channels }, id);
}

function robotUrl({ kind, url: typed }: ChannelRequest, settings: NoticeSettings): string {
  const url = typed.trim();
  const refusal = policyOf(settings).refusal(url);
  if (refusal !== null || (!url.startsWith('https://') && !policyOf(settings).opens(url)))
    throw refused('网址', refusal ?? '须以 https:// 开头', `${channelTitles[kind]}的 Webhook 网址`);
  return url;
}

/** @throws MissingResource */
export async function removeChannel(
  { channels }: Pick<Stores, 'channels'>,
  id: string,
  now: Date,
): Promise<ChannelRow> {
  const row = await existing({ channels }, id);
  await channels.remove(id, now);
  return row;
}

/** Sends what waits now, or that nothing does, so that whoever set a robot up sees it speak. @throws BadInput, MissingResource */
export async function tryChannel(
  books: Books,
  id: string,
  settings: NoticeSettings,
  now: Date,
  mailer: Mailer | null = null,
): Promise<void> {
  const row = await existing(books, id);
  const lines = (await linesFor(books, row, now)) ?? [];
  const shown = lines.length > 0 ? lines : [{ kind: 'reviews' as const, text: '试发：现在没有待办事项', path: '/' }];
  const fault = await tell(row, shown, { settings, mailer, now });
  if (fault !== null) throw refused('试发', fault);
}

/**
 * Sends each robot its digest of the day, once, however many processes look: nothing where nothing waits. What fails is tried
 * again, three times in all.
 */
export async function sendDueDigests(
  books: Books,
  settings: NoticeSettings,
  now: Date,
  log: (line: string) => void,
  mailer: Mailer | null = null,
): Promise<void> {
  for (const channel of await books.channels.channels()) {
    const day = dueDay(channel, now, (one) => isLikelyWorkday(workdays, one));
    if (day === null || isThrough(channel, day) || !(await books.channels.take(channel.id, day, now))) continue;
    const outcome = await sendDigest(books, channel, { settings, mailer, now });
    await books.channels.settle(channel.id, day, outcome, now);
    if (outcome.state === 'failed') log(`通知“${channel.name}”：${outcome.note}`);
    await books.channels.forget(keptSince(day));
  }
}

interface Way {
  settings: NoticeSettings;
  mailer: Mailer | null;
  now: Date;
}

async function sendDigest(books: Books, channel: ChannelRow, way: Way) {
  try {
    const lines = await linesFor(books, channel, way.now);
    if (lines === null || lines.length === 0) return { state: 'nothing' as const, note: null };
    const fault = await tell(channel, lines, way);
    return fault === null ? { state: 'sent' as const, note: null } : { state: 'failed' as const, note: fault };
  } catch (error) {
    return { state: 'failed' as const, note: error instanceof Error ? error.message.slice(0, 200) : String(error) };
  }
}

/** What waits; null where the programme has no result, or is there no more. */
async function linesFor(books: Books, { programme: id }: ChannelRow, now: Date): Promise<DigestLine[] | null> {
  const found = await lookUpProgramme(id, books);
  const head = await newestHead(books, found.programme.id, false);
  if (head === null) return null;
  return digestOf(books, { programme: await asScored(found, head, books), head }, now);
}

function tell(
  channel: ChannelRow,
  lines: readonly DigestLine[],
  { settings, mailer, now }: Way,
): Promise<string | null> {
  const address = settings.MINGJING_ADDRESS ?? null;
  const { kind, url } = channel;
  const about = { title: '政务公开监测待办', day: dayOf(now), lines, address };
  if (kind !== 'email') return tellRobot({ ...channel, kind }, robotMessage(kind, about), policyOf(settings), now);
  if (mailer === null) return Promise.resolve('本系统没有设置邮件服务');
  const end = `本邮件由明镜自动发出，请勿回复。不再接收：请管理员撤销通知“${channel.name}”。`;
  const text = mailText([digestPart(about.title, lines, address)], { address, end });
  return mailer.send({ to: url, subject: `${about.title}（${about.day}）`, text });
}

function isThrough({ last }: ChannelRow, day: LocalDate): boolean {
  return last?.day === day && (last.state === 'sent' || last.state === 'nothing');
}

function policyOf({ MINGJING_ALLOW_NETWORKS }: NoticeSettings): NetworkPolicy {
  return new NetworkPolicy(MINGJING_ALLOW_NETWORKS);
}

async function existing({ channels }: Pick<Stores, 'channels'>, id: string): Promise<ChannelRow> {
  const row = await channels.channel(id);
  if (row === null) throw new MissingResource([{ where: '通知', what: '没有这个通知' }]);
  return row;
}
