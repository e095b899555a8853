import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { indicators } from '#indicators';
import { BadInput } from '#kernel';
import { checkProgramme, planFiles, readProgramme, type Programme } from '#programmes';
import { packageRoot } from './package-root.js';

const plansFolder = join(packageRoot, 'libs/programmes/plans');

/** Ids of the built-in programmes. */
export const programmeIds: readonly string[] = planFiles.map(({ id }) => id);

/**
 * A programme by its id or by the path of a YAML file, loaded and checked.
 * @throws BadInput naming file, line and field of every mistake.
 */
export async function findProgramme(idOrFile: string): Promise<Programme> {
  const builtIn = planFiles.find(({ id }) => id === idOrFile);
  const path = builtIn ? join(plansFolder, builtIn.file) : idOrFile;
  if (!builtIn && !/\.ya?ml$/i.test(idOrFile))
    throw new BadInput([
      {
        where: '方案',
        what: `没有名为“${idOrFile}”的方案`,
        accepted: `${programmeIds.join('、')}，或方案文件（.yaml）的路径`,
      },
    ]);
  const text = await readFile(path, 'utf8').catch(() => {
    throw new BadInput([{ where: path, what: '没有这个文件', accepted: '方案文件（.yaml）的路径' }]);
  });
  return checkedProgramme(text, path);
}

/**
 * A programme from the text of its file, loaded and checked.
 * @throws BadInput naming file, line and field of every mistake.
 */
export function checkedProgramme(text: string, file: string): Programme {
  const { programme, place } = readProgramme(text, file);
  const faults = checkProgramme(programme, indicators, place);
  if (faults.length > 0) throw new BadInput(faults);
  return programme;
}

/** All built-in programmes, in the order of their list. */
export async function builtInProgrammes(): Promise<Programme[]> {
  return Promise.all(programmeIds.map((id) => findProgramme(id)));
}
