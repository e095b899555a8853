import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const twice = (names: readonly string[]) => names.filter((name, index) => names.indexOf(name) !== index);

it('no two shapes of the API have one name: the one would be described as the other', () => {
  const folder = import.meta.dirname;
  const files = readdirSync(folder).filter((name) => name.endsWith('.dto.ts'));
  const names = files.flatMap((name) =>
    [...readFileSync(join(folder, name), 'utf8').matchAll(/^export class (\w+)/gm)].map(([, shape]) => shape!),
  );
  expect(names.length).toBeGreaterThan(100);
  expect(twice(names)).toEqual([]);
});

it('no two endpoints have one name in the client', () => {
  const file = join(import.meta.dirname, '../../../dashboards/src/api/openapi.json');
  const { paths } = JSON.parse(readFileSync(file, 'utf8')) as {
    paths: Record<string, Record<string, { operationId?: string }>>;
  };
  const names = Object.values(paths).flatMap((methods) =>
    Object.values(methods).flatMap(({ operationId }) => operationId ?? []),
  );
  expect(names.length).toBeGreaterThan(80);
  expect(twice(names)).toEqual([]);
});
