import { newSecret, secretUri, stepOfCode } from '#access';
import type { AccountRow, Stores } from '#database';
import { refused } from '#kernel';
import type { Seal } from './seal.js';
import { isDemoName } from './demo-accounts.js';

type Books = Pick<Stores, 'accounts'>;

/** A secret for an authenticator, which counts only once a code of it was given. @throws BadInput when there is one already. */
export async function offerSecondFactor(
  { accounts }: Books,
  account: AccountRow,
  seal: Seal,
): Promise<{ secret: string; uri: string }> {
  if (isDemoName(account.name)) throw refused('两步验证', '示例账号不设两步验证', '另设一个账号试用');
  if (account.secondFactor) throw refused('两步验证', '已经开启', '先关闭，再重新设置');
  const secret = newSecret();
  await accounts.change(account.id, { pendingFactor: seal.close(secret, account.id) });
  return { secret, uri: secretUri(secret, account.name) };
}

/** Whether the code fits, and so the second factor counts from now on. @throws BadInput when none was offered. */
export async function takeSecondFactor(
  { accounts }: Books,
  account: AccountRow,
  code: string,
  { now, seal }: { now: Date; seal: Seal },
): Promise<boolean> {
  const sealed = (await accounts.credentials(account.id))?.pendingSecret ?? null;
  const pending = sealed === null ? null : seal.open(sealed, account.id);
  if (pending === null) throw refused('两步验证', '还没有开始设置', '先取得密钥，再填验证码');
  const step = stepOfCode(pending, code, now.getTime(), null);
  if (step === null) return false;
  await accounts.change(account.id, { secondFactor: sealed, pendingFactor: null, lastStep: step });
  return true;
}

/** Whether the code fits, and so no code is asked for any more. @throws BadInput when none was. */
export async function dropSecondFactor(
  { accounts }: Books,
  account: AccountRow,
  code: string,
  { now, seal }: { now: Date; seal: Seal },
): Promise<boolean> {
  const credentials = await accounts.credentials(account.id);
  if (!credentials?.secret) throw refused('两步验证', '没有开启', '已开启两步验证的账号');
  const secret = seal.open(credentials.secret, account.id);
  if (secret === null) throw refused('两步验证', '密钥读不出', '请管理员重置口令');
  const step = stepOfCode(secret, code, now.getTime(), credentials.lastStep);
  if (step === null || !(await accounts.useStep(account.id, step))) return false;
  await accounts.change(account.id, { secondFactor: null, pendingFactor: null, lastStep: null });
  return true;
}
