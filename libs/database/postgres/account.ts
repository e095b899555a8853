import { readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** A user of this machine as whom a program can be run. */
export interface Account {
  name: string;
  uid: number;
  gid: number;
}

/** PostgreSQL refuses to run as root: the account to drop to, or null when this process is an ordinary user. */
export function accountToDropTo(): Account | null {
  if (process.getuid?.() !== 0) return null;
  const accounts = readAccounts();
  return accounts.get('postgres') ?? accounts.get('nobody') ?? { name: 'nobody', uid: 65534, gid: 65534 };
}

function readAccounts(): Map<string, Account> {
  let lines: string[] = [];
  try {
    lines = readFileSync('/etc/passwd', 'utf8').split('\n');
  } catch {
    // No such file: the caller falls back to the customary number.
  }
  return new Map(
    lines.map((line) => {
      const [name = '', , uid, gid] = line.split(':');
      // Some systems write the last numbers as negative ones.
      return [name, { name, uid: Number(uid) >>> 0, gid: Number(gid) >>> 0 }];
    }),
  );
}

/** Whether `account` (null: this process itself) may walk into `folder` through all folders above it. */
export function canPass(folder: string, account: Account | null): boolean {
  if (account === null) return true;
  for (let path = resolve(folder); ; path = dirname(path)) {
    try {
      const { mode, uid, gid } = statSync(path);
      const needed = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
      if ((mode & needed) === 0) return false;
    } catch {
      return false;
    }
    if (path === dirname(path)) return true;
  }
}
