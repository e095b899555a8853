import { Option, type Command } from 'commander';
import { roles, roleTitles, type Role } from '#access';
import type { AccountRow } from '#database';
import { accountNamed, addAccount, changeAccount, resetPassword, say, type OpenedAccount } from '#operations';
import { printJson, write } from '../output.js';
import { withHouse } from '../with-house.js';

interface NewAccount {
  displayName?: string;
  role: Role;
  unit?: string;
}

/** For the keeper of the machine: the way back in when nobody can sign in any more. */
export function addAccounts(program: Command): void {
  const group = program.command('accounts').description('网页服务的账号：设立、查看、重置口令、停用');
  group
    .command('add <name>')
    .description('设立账号；初始口令只显示这一次，首次登录须修改')
    .addOption(
      new Option('--role <role>', `角色：${roles.map((role) => `${role} ${roleTitles[role]}`).join('，')}`)
        .choices(roles)
        .makeOptionMandatory(),
    )
    .option('--display-name <text>', '姓名；缺省同账号名')
    .option('--unit <name>', '管辖的单位（含下级）；缺省为全部单位')
    .action((name: string, { displayName = name, role, unit }: NewAccount) =>
      withHouse(async (house) => {
        const request = { name, displayName, role, unit: unit ?? null };
        await tell(await addAccount(house, request, { sample: false, now: new Date() }), '已设立');
      }),
    );
  group
    .command('list')
    .description('全部账号，在用的在前')
    .option('--json', '输出 JSON')
    .action(({ json }: { json?: boolean }) =>
      withHouse(async (house) => {
        const accounts = await house.accounts.accounts();
        if (json) return printJson(accounts);
        for (const account of accounts) await write(`${lineOf(account)}\n`);
        say(`共 ${accounts.length} 个账号`);
      }),
    );
  group
    .command('reset <name>')
    .description('重置口令，关闭两步验证，解除暂停登录；新的初始口令只显示这一次')
    .action((name: string) =>
      withHouse(async (house) => tell(await resetPassword(house, (await accountNamed(house, name)).id), '已重置')),
    );
  for (const [change, disabled, about] of [
    ['disable', true, '停用账号，随即退出登录'],
    ['enable', false, '重新启用账号'],
  ] as const)
    group
      .command(`${change} <name>`)
      .description(about)
      .action((name: string) =>
        withHouse(async (house) => {
          const { id } = await accountNamed(house, name);
          const { after } = await changeAccount(house, id, { disabled }, { by: null, now: new Date() });
          await write(`${lineOf(after)}\n`);
        }),
      );
}

/** On standard output, where it is looked for; no log keeps it. */
async function tell({ account, firstPassword }: OpenedAccount, done: string): Promise<void> {
  await write(`${lineOf(account)}\n初始口令 ${firstPassword}\n`);
  say(`✓ ${done}；口令只显示这一次，首次登录须修改`);
}

function lineOf({ name, displayName, role, unit, secondFactor, mustChangePassword, disabledAt }: AccountRow): string {
  const words = [
    displayName,
    roleTitles[role],
    unit?.name ?? '全部单位',
    ...(secondFactor ? ['两步验证'] : []),
    ...(mustChangePassword ? ['待改初始口令'] : []),
    ...(disabledAt ? [`${disabledAt.slice(0, 10)} 停用`] : []),
  ];
  return `${name}  ${words.join('，')}`;
}
