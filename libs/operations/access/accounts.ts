import { randomUUID } from 'node:crypto';
import { accountName, accountNameRule, isAccountName, passwordFaults, passwordRule, type Role } from '#access';
import type { AccountChange, AccountRow, Stores } from '#database';
import { MissingResource, refused } from '#kernel';
import { mailChange } from '../mail/account-mail.js';
import { isDemoName } from './demo-accounts.js';
import { firstPassword, hashPassword, isPassword } from './passwords.js';
import type { Provider } from './provider.js';
import { subjectChange, subjectTaken } from './provider-sign-in.js';
import { forgive } from './sign-in.js';

type Books = Pick<Stores, 'accounts' | 'organisations' | 'scopes' | 'tokens'>;

export interface AccountRequest {
  name: string;
  displayName: string;
  role: Role;
  /** Id, name or alias; null for all units. */
  unit: string | null;
}

export interface AccountChangeRequest {
  displayName?: string | undefined;
  role?: Role | undefined;
  unit?: string | null | undefined;
  disabled?: boolean | undefined;
  /** Of mail; whoever keeps the accounts answers for it, and no code is asked for. */
  mail?: string | null | undefined;
  /** Of the person with the provider of single sign-on. */
  subject?: string | null | undefined;
}

/** An account with a password that is said once. */
export interface OpenedAccount {
  account: AccountRow;
  firstPassword: string;
}

/** @throws BadInput when the name is taken or cannot be used, or role and unit do not go together. */
export async function addAccount(
  books: Books,
  request: AccountRequest,
  { sample, now }: { sample: boolean; now: Date },
): Promise<OpenedAccount> {
  const name = accountName(request.name);
  if (!isAccountName(name)) throw refused('账号名', `“${request.name.slice(0, 40)}”不可用`, accountNameRule);
  if (isDemoName(name)) throw refused('账号名', `“${name}”留给示例使用`, '别的名称');
  const displayName = nameOfPerson(request.displayName);
  const unit = await unitFor(books, request.role, request.unit, sample);
  const password = firstPassword();
  const id = randomUUID();
  const added = await books.accounts.add({
    ...{ id, name, displayName, role: request.role, unit, sample, createdAt: now },
    passwordHash: await hashPassword(password),
    mustChangePassword: true,
  });
  if (!added) throw refused('账号名', `“${name}”已经有了`, '别的名称');
  return { account: await existing(books, id), firstPassword: password };
}

/**
 * @param by id of the account that asks; nobody changes his own role, unit or state. Null for the keeper of the machine.
 * @throws BadInput also where nobody would be left to manage accounts.
 */
export async function changeAccount(
  books: Books,
  id: string,
  request: AccountChangeRequest,
  { by, now, provider = null }: { by: string | null; now: Date; provider?: Pick<Provider, 'issuer'> | null },
): Promise<{ before: AccountRow; after: AccountRow }> {
  const before = await existing(books, id);
  const role = request.role ?? before.role;
  const asksFor = request.unit === undefined ? (before.unit?.id ?? null) : request.unit;
  const ownLot = request.role !== undefined || request.unit !== undefined || request.disabled !== undefined;
  if (by === id && ownLot) throw refused('本人账号', '角色、单位和启用状态不能由本人改动', '请另一位管理员改动');
  const change: AccountChange = {
    ...(request.displayName === undefined ? {} : { displayName: nameOfPerson(request.displayName) }),
    ...(request.role === undefined && request.unit === undefined
      ? {}
      : { role, unit: await unitFor(books, role, asksFor, before.sample) }),
    ...(request.mail === undefined ? {} : mailChange(before, request.mail, now)),
    ...(request.subject === undefined ? {} : subjectChange(before, request.subject, provider)),
    ...(request.disabled === undefined ? {} : { disabledAt: request.disabled ? now : null }),
  };
  const changed = await books.accounts.changeKeepingOneKeeper(id, change).catch(async (error: unknown) => {
    const { providerIssuer: issuer, providerSubject: subject } = change;
    const other = issuer && subject ? await books.accounts.ofSubject(issuer, subject) : null;
    throw other === null || other.id === id ? error : subjectTaken(other);
  });
  if (!changed) throw refused('账号', `“${before.name}”是最后一个可用的管理员，不能停用或改任`, '先增设另一位管理员');
  // What somebody may do is looked up at every request; who is shut out is shut out at once.
  if (request.disabled || request.role !== undefined || request.unit !== undefined)
    await books.accounts.endSessionsOf(id);
  else if (request.subject !== undefined) await books.accounts.endSessionsOf(id, 'byProvider');
  return { before, after: await existing(books, id) };
}

/** A new first password, without a second factor and without waiting; all sessions end. */
export async function resetPassword(books: Books, id: string): Promise<OpenedAccount> {
  const account = await existing(books, id);
  if (isDemoName(account.name)) throw refused('账号', `“${account.name}”是示例账号`, '口令见登录页');
  const password = firstPassword();
  await books.accounts.change(id, {
    ...{ passwordHash: await hashPassword(password), mustChangePassword: true },
    ...{ secondFactor: null, pendingFactor: null, lastStep: null },
  });
  await books.accounts.endSessionsOf(id);
  await forgive(books, account.name);
  return { account: await existing(books, id), firstPassword: password };
}

/** What became of changing one's own password. @throws BadInput when the new one does not keep the rule. */
export async function changePassword(
  books: Books,
  account: AccountRow,
  { current, next, now }: { current: string; next: string; now: Date },
): Promise<'changed' | 'wrong'> {
  if (isDemoName(account.name)) throw refused('口令', '示例账号的口令不能改', '另设一个账号试用');
  const credentials = await books.accounts.credentials(account.id);
  if (!(await isPassword(credentials?.passwordHash ?? null, current))) return 'wrong';
  const faults = passwordFaults(next, { name: account.name, current });
  if (faults.length > 0) throw refused('新口令', faults.join('，'), passwordRule);
  await books.accounts.change(account.id, {
    ...{ passwordHash: await hashPassword(next), mustChangePassword: false, passwordSetAt: now },
  });
  await books.accounts.endSessionsOf(account.id);
  return 'changed';
}

/** The first administrator of real data, with a password to be said once; null where there is one already. */
export async function firstAdministrator(books: Books, now: Date): Promise<OpenedAccount | null> {
  if (await books.accounts.hasKeeper()) return null;
  for (const name of ['admin', 'admin2', 'admin3']) {
    if ((await books.accounts.named(name)) !== null) continue;
    const request = { name, displayName: '管理员', role: 'administrator' as const, unit: null };
    return addAccount(books, request, { sample: false, now });
  }
  throw new MissingResource([
    {
      where: '账号',
      what: '没有可用的管理员账号',
      accepted: '用 mingjing accounts add 设一个，或用 accounts enable 启用一个',
    },
  ]);
}

/** @throws BadInput when there is none of this name. */
export async function accountNamed({ accounts }: Pick<Books, 'accounts'>, name: string): Promise<AccountRow> {
  const account = await accounts.named(accountName(name));
  if (account) return account;
  throw refused('账号', `没有“${name.slice(0, 40)}”`, '已有的账号名，见 mingjing accounts list');
}

/** The unit of an account or token, as a role asks for it. @throws BadInput */
export async function unitFor(
  { organisations }: Pick<Books, 'organisations'>,
  role: string,
  unit: string | null,
  sample: boolean,
): Promise<string | null> {
  if (role === 'administrator' && unit !== null) throw refused('单位', '管理员管辖全部单位', '不填');
  if (role === 'department' && unit === null) throw refused('单位', '单位用户须指明单位', '单位的名称、别名或编号');
  if (unit === null) return null;
  const found = await organisations.listOrganisations({ sample, only: [unit] });
  const [one] = found;
  if (found.length === 1 && one) return one.id;
  throw refused('单位', `${found.length === 0 ? '没有' : '不止一个'}“${unit.slice(0, 60)}”`, '单位的名称、别名或编号');
}

async function existing({ accounts }: Pick<Books, 'accounts'>, id: string): Promise<AccountRow> {
  const account = await accounts.account(id);
  if (account) return account;
  throw refused('账号', '没有这个账号', '已有的账号');
}

function nameOfPerson(typed: string): string {
  const name = typed.normalize('NFC').trim();
  if (name !== '' && [...name].length <= 40 && !/\p{Cc}/u.test(name)) return name;
  throw refused('姓名', name === '' ? '没有填写' : '不可用', '一至四十个字');
}
