import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { OrganisationRow } from '#database';
import { BadInput } from '#kernel';
import { readOrganisations, readTable } from '#sheets';
import type { House } from './house.js';

/**
 * Imports units from a csv or xlsx file: all of them or none.
 * @throws BadInput naming file, row and column of every mistake.
 */
export async function importOrganisations(house: House, path: string): Promise<OrganisationRow[]> {
  return importUnits(house, await readInput(path), basename(path), { sample: false });
}

/** The same from bytes; `sample` marks the units of the bundled sample county. */
export async function importUnits(
  house: House,
  bytes: Uint8Array,
  name: string,
  { sample }: { sample: boolean },
): Promise<OrganisationRow[]> {
  const known = sample ? [] : await house.organisations.listOrganisations({ sample: false });
  const rows = readOrganisations(await readTable(bytes, name), known);
  return house.organisations.importOrganisations(rows.map((row) => ({ ...row, sample })));
}

/**
 * Units to work on: those named, else all real ones, else – on a machine that only knows the sample – the sample's.
 * @throws BadInput when a name is unknown or nobody is there at all.
 */
export async function chooseUnits(
  house: Pick<House, 'organisations'>,
  only: string[] = [],
  sample?: boolean,
): Promise<OrganisationRow[]> {
  if (only.length > 0) {
    const found = await house.organisations.listOrganisations({ only });
    const unknown = only.filter(
      (name) => !found.some((unit) => unit.name === name || unit.id === name || unit.aliases.includes(name)),
    );
    if (unknown.length > 0)
      throw new BadInput(
        unknown.map((name) => ({
          where: '--only',
          what: `没有名为“${name}”的单位`,
          accepted: '已导入单位的名称或别名',
        })),
      );
    return found;
  }
  if (sample !== undefined) return house.organisations.listOrganisations({ sample });
  const real = await house.organisations.listOrganisations({ sample: false });
  return real.length > 0 ? real : house.organisations.listOrganisations({ sample: true });
}

export async function readInput(path: string): Promise<Uint8Array> {
  return readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new BadInput([
      {
        where: path,
        what: error.code === 'ENOENT' ? '没有这个文件' : `读不出（${error.code ?? error.message}）`,
        accepted: '可读的文件',
      },
    ]);
  });
}

/** Whether these are units of a sample, whose results stand apart from those of real ones. */
export function isSample(units: readonly OrganisationRow[]): boolean {
  return units.every(({ sample }) => sample);
}
