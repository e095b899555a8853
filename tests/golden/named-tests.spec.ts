import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const specs = ['apps', 'crawlers', 'libs', 'tests', 'dashboards'].flatMap((room) =>
  readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.spec.ts') && !path.includes('node_modules'))
    .map((path) => join(room, path)),
);

/** The tests that a table names: files, each with the words of a title where they follow it. */
function namedIn(document: string): { file: string; title: string }[] {
  const text = readFileSync(join(root, 'docs', document), 'utf8');
  const cells = text
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) => line.split('|').at(-2) ?? '');
  return cells.flatMap((cell) =>
    [...cell.matchAll(/`([^`]+\.spec\.ts)`\s*([^;；`]*)/g)].map(([, file = '', title = '']) => ({
      file,
      // Between two files stands a comma or a word.
      title: title.trim().replace(/^(?:,|and|specs)$/, ''),
    })),
  );
}

/** A file is named by its path or the end of it. */
const found = (file: string): string[] => specs.filter((path) => path === file || path.endsWith(`/${file}`));

describe('tests that a table of the documentation names', () => {
  it.each(['faults.md', 'traps.md', 'security.md'])('are there: %s', (document) => {
    const named = namedIn(document);
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter(({ file }) => found(file).length === 0)).toEqual([]);
  });

  it.each(['faults.md', 'security.md'])('have the titles that %s says', (document) => {
    const missing = namedIn(document).filter(
      ({ file, title }) => !found(file).some((path) => readFileSync(join(root, path), 'utf8').includes(title)),
    );
    expect(missing).toEqual([]);
  });
});
