import { roleTitles, type Role } from '#access';
import type { Stores } from '#database';
import { stableId } from '#kernel';
import { hashPassword } from './passwords.js';

type Books = Pick<Stores, 'accounts' | 'organisations' | 'scopes' | 'tokens'>;

/** An account of the sample, said to everybody. */
export interface DemoAccount {
  name: string;
  displayName: string;
  role: Role;
  password: string;
  about: string;
}

/** One a role; the passwords are no secret, so the accounts exist among sample data only. */
export const demoAccounts: readonly DemoAccount[] = [
  demo('shili-guanli', '示例管理员', 'administrator', '管理账号、接口令牌，查看操作记录，以及评估人员能做的一切'),
  demo(
    'shili-pinggu',
    '示例评估员',
    'assessor',
    '查看全部单位，订正栏目，复核问题，办理申诉，发整改通知，试读试算，安排定时采集',
  ),
  demo('shili-fuhe', '示例复核员', 'reviewer', '查看全部单位，复核问题，办理申诉，审定佐证材料，重新评分，试读网址'),
  demo(
    'shili-danwei',
    '示例单位用户',
    'department',
    '只看本单位的得分、问题、台账和任务，以及排名；报送台账和佐证材料，申诉和说明，反馈整改',
  ),
  demo('shili-lingdao', '示例领导', 'leader', '查看全部单位，不作任何改动'),
];

function demo(name: string, displayName: string, role: Role, about: string): DemoAccount {
  return { name, displayName, role, about, password: `Yunling-shili-${role}` };
}

export function isDemoName(name: string): boolean {
  return demoAccounts.some((one) => one.name === name);
}

/** Makes the sample's accounts where they are not there yet; only among sample data, and once the sample's units are in. */
export async function makeDemoAccounts(books: Books, now: Date): Promise<void> {
  if (!(await books.scopes.holdsOnlySample())) return;
  const units = await books.organisations.listOrganisations({ sample: true });
  const unit = units.find(({ category, site }) => category === '部门' && site !== null) ?? units[0];
  if (!unit) return;
  const known = await books.accounts.accounts();
  for (const { name, displayName, role, password } of demoAccounts) {
    if (known.some((one) => one.name === name)) continue;
    await books.accounts.add({
      id: stableId('demo account', name),
      name,
      displayName,
      role,
      unit: role === 'department' ? unit.id : null,
      passwordHash: await hashPassword(password),
      mustChangePassword: false,
      sample: true,
      createdAt: now,
    });
  }
}

/** The accounts to offer on the sign-in page, or null where there are none to offer. */
export async function demoOffer(
  { accounts }: Pick<Books, 'accounts'>,
  sampleOnly: boolean,
): Promise<{ name: string; password: string; roleTitle: string; about: string }[] | null> {
  if (!sampleOnly) return null;
  const there = new Set((await accounts.accounts()).map(({ name }) => name));
  const offered = demoAccounts.filter(({ name }) => there.has(name));
  if (offered.length === 0) return null;
  return offered.map(({ name, password, role, about }) => ({ name, password, roleTitle: roleTitles[role], about }));
}
