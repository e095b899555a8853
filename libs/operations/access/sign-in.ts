import {
  accountName,
  addressLimit,
  lockedFor,
  nameLimit,
  stepOfCode,
  withOneMore,
  withoutOne,
  type AttemptLimit,
} from '#access';
import type { AccountRow, Stores } from '#database';
import { sha256Hex } from '#kernel';
import { isDemoName } from './demo-accounts.js';
import { isPassword } from './passwords.js';
import type { Seal } from './seal.js';
import { record, type Doer } from './trail.js';

type Books = Pick<Stores, 'accounts' | 'audit' | 'scopes'>;

export interface SignInRequest {
  name: string;
  password: string;
  code?: string | undefined;
  address: string;
  agent: string | null;
}

export type SignIn =
  | { account: AccountRow }
  | { refused: 'wrong' | 'demoEnded' | 'needsCode' | 'wrongCode' | 'sealed' }
  /** Minutes until it may be tried again. */
  | { refused: 'locked'; minutes: number };

/**
 * Looks at a name and a password, and at a code where the account asks for one. That the name is unknown takes as long as that
 * the password is wrong, and nothing of the answer tells which; names and addresses that fail again and again wait.
 * @param about `sampleOnly`: whether all data are a sample's: accounts made then are worth nothing later.
 */
export async function signIn(
  books: Books,
  request: SignInRequest,
  { sampleOnly, now, seal }: { sampleOnly: boolean; now: Date; seal: Seal },
): Promise<SignIn> {
  const name = accountName(request.name);
  const doer: Doer = { account: null, who: name, role: null, address: request.address, agent: request.agent };
  const note = (what: string, sentence: string, account?: AccountRow) =>
    record(
      books.audit,
      account ? { ...doer, account: account.id, who: account.name, role: account.role } : doer,
      { what, sentence },
      now,
    );
  const wait = await beginAttempt(books, name, request.address, now);
  if (wait > 0) {
    await note('session.locked', '登录被暂时拒绝：连续失败次数过多');
    return { refused: 'locked', minutes: Math.ceil(wait / 60_000) };
  }
  if (!sampleOnly && isDemoName(name)) {
    await books.accounts.removeSampleAccounts();
    await note('session.refused', '登录未成功：示例账号在真实数据中不可用');
    return { refused: 'demoEnded' };
  }
  const known = await books.accounts.named(name);
  const account = known !== null && known.disabledAt === null && (sampleOnly || !known.sample) ? known : null;
  const credentials = account ? await books.accounts.credentials(account.id) : null;
  if (!(await isPassword(credentials?.passwordHash ?? null, request.password)) || !account || !credentials) {
    await note('session.failed', '登录未成功：账号或口令不正确');
    return { refused: 'wrong' };
  }
  if (credentials.secret !== null) {
    if (request.code === undefined) {
      // The password was right: that is no failure, and no reason to forget those before.
      await takeBack(books, name, request.address);
      return { refused: 'needsCode' };
    }
    const secret = seal.open(credentials.secret, account.id);
    if (secret === null) {
      await note('session.failed', '登录未成功：两步验证的密钥读不出', account);
      return { refused: 'sealed' };
    }
    const step = stepOfCode(secret, request.code, now.getTime(), credentials.lastStep);
    if (step === null || !(await books.accounts.useStep(account.id, step))) {
      await note('session.failed', '登录未成功：验证码不正确', account);
      return { refused: 'wrongCode' };
    }
  }
  await books.accounts.changeAttempts(keyOfName(name), () => null);
  await takeBack(books, null, request.address);
  await note('session.open', '登录', account);
  return { account };
}

/** Counts an attempt from the address, and under the name where there is one, unless one of them is locked. @returns milliseconds to wait. */
export async function beginAttempt(
  { accounts }: Pick<Books, 'accounts'>,
  name: string | null,
  address: string,
  now: Date,
): Promise<number> {
  const doors: Door[] = [[keyOfAddress(address), addressLimit]];
  if (name !== null) doors.push([keyOfName(name), nameLimit]);
  return countAttempt({ accounts }, doors, now);
}

/** Under which key attempts are counted, and how many there may be. */
export type Door = [key: string, limit: AttemptLimit];

/** Counts an attempt at each door, up to the first that is locked. @returns milliseconds to wait. */
export async function countAttempt(
  { accounts }: Pick<Books, 'accounts'>,
  doors: readonly Door[],
  now: Date,
): Promise<number> {
  const moment = now.getTime();
  let wait = 0;
  for (const [key, limit] of doors) {
    await accounts.changeAttempts(key, (before) => {
      wait = lockedFor(before, moment);
      return wait > 0 ? before : withOneMore(before, moment, limit);
    });
    if (wait > 0) break;
  }
  return wait;
}

/** Milliseconds until somebody may sign in under this name; 0 for at once. */
export async function lockOf({ accounts }: Pick<Books, 'accounts'>, name: string, now: Date): Promise<number> {
  return lockedFor(await accounts.changeAttempts(keyOfName(name), (before) => before), now.getTime());
}

/** Takes an attempt out again that was none of a guesser. */
export async function takeBack(
  { accounts }: Pick<Books, 'accounts'>,
  name: string | null,
  address: string,
): Promise<void> {
  const less = (key: string, limit: AttemptLimit) =>
    accounts.changeAttempts(key, (before) => (before ? withoutOne(before, limit) : null));
  if (name !== null) await less(keyOfName(name), nameLimit);
  await less(keyOfAddress(address), addressLimit);
}

/** Lets a name try again at once. */
export async function forgive({ accounts }: Pick<Books, 'accounts'>, name: string): Promise<void> {
  await accounts.changeAttempts(keyOfName(name), () => null);
}

const keyOfName = (name: string) => `name ${sha256Hex(name)}`;
const keyOfAddress = (address: string) => `address ${address}`;
