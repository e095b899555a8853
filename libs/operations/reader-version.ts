import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packageRoot } from './package-root.js';

/** Rooms whose code decides what is read of a page. */
const rooms = [
  'libs/calendar',
  'libs/evidence',
  'libs/facts',
  'libs/files',
  'libs/kernel',
  'libs/programmes',
  'crawlers/charset',
  'crawlers/families',
  'crawlers/fetchers',
  'crawlers/frontier',
  'crawlers/reading',
];

let known: string | null = null;

/**
 * A digest of the code that reads pages and of the packages that it stands on: what another version read is read again from
 * the kept bytes, so that facts never mix two ways of reading, whether or not somebody remembered to count a version up.
 */
export function readerVersion(): string {
  known ??= digestOf(rooms.flatMap((room) => codeOf(join(codeRoot(), room))));
  return known;
}

/** Where this program's code lies: the sources, or the build. */
function codeRoot(): string {
  return join(dirname(fileURLToPath(import.meta.url)), '../..');
}

function codeOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /(?<!\.(?:spec|test|d))\.(?:ts|js)$/.test(name))
    .sort()
    .map((name) => join(folder, name));
}

function digestOf(files: readonly string[]): string {
  const hash = createHash('sha256');
  const packages = join(packageRoot, 'package-lock.json');
  hash.update(readFileSync(existsSync(packages) ? packages : join(packageRoot, 'package.json')));
  for (const file of files) hash.update(`\0${file.slice(codeRoot().length)}\0`).update(readFileSync(file));
  return hash.digest('hex');
}
