import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Stores } from '#database';
import { MissingResource, type Settings } from '#kernel';

/** Closes secrets that are kept in the database, so that who reads the database alone has none of them. */
export interface Seal {
  /** @param about what the secret is of; it opens for nothing else. */
  close(secret: string, about: string): string;
  /** Null where it was closed with another key, for something else, or was changed. */
  open(sealed: string, about: string): string | null;
}

const version = 'v1';
const keyBytes = 32;
const ivBytes = 12;
const tagBytes = 16;

/** AES-256-GCM with an initial value of its own for each secret. */
export function sealWith(key: Uint8Array): Seal {
  return {
    close(secret, about) {
      const iv = randomBytes(ivBytes);
      const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(about));
      const closed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
      return `${version}.${Buffer.concat([iv, closed, cipher.getAuthTag()]).toString('base64url')}`;
    },
    open(sealed, about) {
      const [marked, text = ''] = sealed.split('.');
      const bytes = Buffer.from(text, 'base64url');
      if (marked !== version || bytes.length < ivBytes + tagBytes) return null;
      try {
        const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, ivBytes), { authTagLength: tagBytes })
          .setAAD(Buffer.from(about))
          .setAuthTag(bytes.subarray(-tagBytes));
        return decipher.update(bytes.subarray(ivBytes, -tagBytes), undefined, 'utf8') + decipher.final('utf8');
      } catch {
        return null;
      }
    },
  };
}

/** With a key that is kept nowhere: what it closed is lost with the process. */
export function passingSeal(): Seal {
  return sealWith(randomBytes(keyBytes));
}

/** Where the key lies: `MINGJING_SECRET_FILE`, else in the data folder. */
export function sealFile(
  settings: Pick<Settings, 'MINGJING_DATA'> & Partial<Pick<Settings, 'MINGJING_SECRET_FILE'>>,
): string {
  return resolve(settings.MINGJING_SECRET_FILE ?? `${settings.MINGJING_DATA}/secret.key`);
}

/**
 * The seal of a key file, which is made where there is none, for its owner alone; of two that make it at once both take the same.
 * @throws MissingResource where it cannot be read or made, is no key, or others may read it.
 */
export function openSeal(file: string): Seal {
  const text = readKey(file) ?? makeKey(file);
  const key = Buffer.from(text.trim(), 'base64');
  if (key.length !== keyBytes) throw unusable(file, '内容不是密钥', '原来的密钥文件，或移走后由系统新建');
  // Windows knows no such bits.
  if (process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0)
    throw unusable(file, '别的用户也能读', `只有本用户可读（chmod 600 ${file}）`);
  return sealWith(key);
}

function readKey(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw unusable(file, `读不出（${(error as NodeJS.ErrnoException).code ?? ''}）`, '可读的密钥文件');
  }
}

function makeKey(file: string): string {
  try {
    mkdirSync(dirname(file), { recursive: true });
    const text = `${randomBytes(keyBytes).toString('base64')}\n`;
    writeFileSync(file, text, { flag: 'wx', mode: 0o600 });
    return text;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const others = code === 'EEXIST' ? readKey(file) : null;
    if (others !== null) return others;
    throw unusable(file, `无法新建（${code ?? ''}）`, '可写的目录，或用 MINGJING_SECRET_FILE 指定');
  }
}

const unusable = (file: string, what: string, accepted: string) =>
  new MissingResource([{ where: `密钥文件 ${file}`, what, accepted }]);

/**
 * Closes what stands open from before.
 * @returns names of the accounts whose second factor this key does not open.
 */
export async function sealSecrets({ accounts }: Pick<Stores, 'accounts'>, seal: Seal): Promise<string[]> {
  const foreign: string[] = [];
  for (const { id, name } of await accounts.accounts()) {
    const { secret = null, pendingSecret = null } = (await accounts.credentials(id)) ?? {};
    const closed = (text: string | null) => text === null || text.startsWith(`${version}.`);
    await accounts.change(id, {
      ...(closed(secret) ? {} : { secondFactor: seal.close(secret!, id) }),
      ...(closed(pendingSecret) ? {} : { pendingFactor: seal.close(pendingSecret!, id) }),
    });
    if (secret?.startsWith(`${version}.`) && seal.open(secret, id) === null) foreign.push(name);
  }
  return foreign;
}

/** Names of accounts whose second factor the key of this file does not open; all that are closed where there is none. */
export async function lockedFactors({ accounts }: Pick<Stores, 'accounts'>, file: string): Promise<string[]> {
  const seal = readKey(file) === null ? null : openSeal(file);
  const locked: string[] = [];
  for (const { id, name, secondFactor } of await accounts.accounts()) {
    const secret = secondFactor ? ((await accounts.credentials(id))?.secret ?? null) : null;
    if (secret?.startsWith(`${version}.`) && (seal?.open(secret, id) ?? null) === null) locked.push(name);
  }
  return locked;
}
