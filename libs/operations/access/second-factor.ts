import { newSecret, secretUri, stepOfCode } from '#access';
import type { AccountRow, Stores } from '#database';
import { refused } from '#kernel';
import { isDemoName } from './demo-accounts.js';

type Books = Pick<Stores, 'accounts'>;

/** A secret for an authenticator, which counts only once a code of it was given. @throws BadInput when there is one already. */
export async function offerSecondFactor(
  { accounts }: Books,
  account: AccountRow,
): Promise<{ secret: string; uri: string }> {
  if (isDemoName(account.name)) throw refused('两步验证', '示例账号不设两步验证', '另设一个账号试用');
  if (account.secondFactor) throw refused('两步验证', '已经开启', '先关闭，再重新设置');
  const secret = newSecret();
  await accounts.change(account.id, { pendingFactor: secret });
  return { secret, uri: secretUri(secret, account.name) };
}

/** Whether the code fits, and so the second factor counts from now on. @throws BadInput when none was offered. */
export async function takeSecondFactor(
  { accounts }: Books,
  account: AccountRow,
  code: string,
  now: Date,
): Promise<boolean> {
  const pending = (await accounts.credentials(account.id))?.pendingSecret ?? null;
  if (pending === null) throw refused('两步验证', '还没有开始设置', '先取得密钥，再填验证码');
  const step = stepOfCode(pending, code, now.getTime(), null);
  if (step === null) return false;
  await accounts.change(account.id, { secondFactor: pending, pendingFactor: null, lastStep: step });
  return true;
}

/** Whether the code fits, and so no code is asked for any more. @throws BadInput when none was. */
export async function dropSecondFactor(
  { accounts }: Books,
  account: AccountRow,
  code: string,
  now: Date,
): Promise<boolean> {
  const credentials = await accounts.credentials(account.id);
  if (!credentials?.secret) throw refused('两步验证', '没有开启', '已开启两步验证的账号');
  const step = stepOfCode(credentials.secret, code, now.getTime(), credentials.lastStep);
  if (step === null || !(await accounts.useStep(account.id, step))) return false;
  await accounts.change(account.id, { secondFactor: null, pendingFactor: null, lastStep: null });
  return true;
}
