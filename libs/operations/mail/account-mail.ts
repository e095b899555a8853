import { randomInt, timingSafeEqual } from 'node:crypto';
import { lockedFor, withOneMore } from '#access';
import { mailAddress, mailAddressRule, mailText } from '#casework';
import type { AccountRow, Stores } from '#database';
import { AlreadyDone, refused, sha256Hex } from '#kernel';
import { isDemoName } from '../access/demo-accounts.js';
import type { Mailer } from './mailer.js';

type Books = Pick<Stores, 'accounts'>;

const dayMs = 24 * 3_600_000;
/** Codes that one account may have sent within a day: nobody is to be flooded by it. */
const codeLimit = { failures: 6, withinMs: dayMs, lockMs: dayMs };
const signs = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/**
 * Keeps an address of one's own account, which counts once the code that is sent there was given; none takes it away.
 * @throws BadInput where it is none, cannot be reached, or too many were asked for.
 */
export async function offerMail(
  { accounts }: Books,
  account: AccountRow,
  typed: string | null,
  { mailer, address, now }: { mailer: Mailer | null; address: string | null; now: Date },
): Promise<void> {
  if (isDemoName(account.name)) throw refused('邮箱', '示例账号不设邮箱', '另设一个账号试用');
  const gone = { mailConfirmedAt: null, mailCode: null, mailCodeAt: null };
  if (typed === null || typed.trim() === '') return accounts.change(account.id, { mail: null, ...gone });
  const mail = mailOf(typed);
  if (mailer === null) throw refused('邮箱', '本系统没有设置邮件服务', '请管理员设置后再填');
  await holdToLimit({ accounts }, account, now);
  const code = Array.from({ length: 10 }, () => signs[randomInt(signs.length)]).join('');
  const lines = [
    `有人（应是您本人）在明镜为账号“${account.name}”填了这个邮箱。`,
    `确认码：${code}（一天内有效，在“我的账号”中填写）`,
    ...(address === null ? [] : [`或登录后打开：${new URL(`/account?confirm=${code}`, address).href}`]),
  ];
  const text = mailText([{ title: null, lines }], { address: null, end: '如非本人所填，不必理会。' });
  const fault = await mailer.send({ to: mail, subject: '明镜：确认邮箱', text });
  if (fault !== null) throw refused('邮箱', fault, '核对地址后再试');
  await accounts.change(account.id, { mail, mailConfirmedAt: null, mailCode: sha256Hex(code), mailCodeAt: now });
}

/** Whether the code fits, and so mail is sent to the address from now on. @throws BadInput where none was asked for. */
export async function confirmMail({ accounts }: Books, account: AccountRow, code: string, now: Date): Promise<boolean> {
  const known = await accounts.credentials(account.id);
  if (!known?.mailCode || known.mailCodeAt === null) throw refused('邮箱', '没有待确认的邮箱', '先填写邮箱');
  if (now.getTime() - Date.parse(known.mailCodeAt) > dayMs)
    throw refused('确认码', '已过期', '重新填写邮箱，取新的确认码');
  const given = Buffer.from(sha256Hex(code.trim().toUpperCase()));
  if (!timingSafeEqual(given, Buffer.from(known.mailCode))) return false;
  await accounts.change(account.id, { mailConfirmedAt: now, mailCode: null, mailCodeAt: null });
  return true;
}

/** What an administrator writes down as the address of somebody; it needs no code. @throws BadInput */
export function mailChange(account: AccountRow, typed: string | null, now: Date) {
  if (isDemoName(account.name)) throw refused('邮箱', '示例账号不设邮箱', '另设一个账号试用');
  const mail = typed === null || typed.trim() === '' ? null : mailOf(typed);
  return { mail, mailConfirmedAt: mail === null ? null : now, mailCode: null, mailCodeAt: null };
}

/** @throws BadInput */
export function mailOf(typed: string): string {
  const mail = mailAddress(typed);
  if (mail === null) throw refused('邮箱', `“${typed.trim().slice(0, 60)}”不可用`, mailAddressRule);
  return mail;
}

async function holdToLimit({ accounts }: Books, { id }: AccountRow, now: Date): Promise<void> {
  let wait = 0;
  await accounts.changeAttempts(`mail ${id}`, (before) => {
    wait = lockedFor(before, now.getTime());
    return wait > 0 ? before : withOneMore(before, now.getTime(), codeLimit);
  });
  if (wait > 0) throw new AlreadyDone([{ where: '邮箱', what: '一天内已发过多次确认码，请明天再试' }]);
}
