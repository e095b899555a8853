import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AssessmentHead, OwnProgrammeRow, Stores } from '#database';
import { indicators } from '#indicators';
import { BadInput, MissingResource, refused, sha256Hex } from '#kernel';
import { checkProgramme, planFiles, readProgramme, type Programme } from '#programmes';
import { packageRoot } from './package-root.js';

const plansFolder = join(packageRoot, 'libs/programmes/plans');

/** Ids of the built-in programmes. */
export const programmeIds: readonly string[] = planFiles.map(({ id }) => id);

/** Where an office's own programmes are kept. */
export type Shelf = Pick<Stores, 'programmes'>;

/** A programme, and how it is kept where it is an office's own. */
export interface FoundProgramme {
  programme: Programme;
  own: OwnProgrammeRow | null;
  isFile: boolean;
}

/**
 * A programme by its id – a built-in one, else one of the office's own in its newest version – or by the path of a YAML file,
 * loaded and checked.
 * @throws BadInput naming file, line and field of every mistake.
 */
export async function findProgramme(idOrFile: string, shelf: Shelf | null = null): Promise<Programme> {
  return (await lookUpProgramme(idOrFile, shelf)).programme;
}

/** As `findProgramme`, and how it is kept. @throws BadInput */
export async function lookUpProgramme(idOrFile: string, shelf: Shelf | null): Promise<FoundProgramme> {
  if (isBuiltIn(idOrFile)) return { programme: await builtIn(idOrFile), own: null, isFile: false };
  if (/\.ya?ml$/i.test(idOrFile)) {
    const text = await readFile(idOrFile, 'utf8').catch(() => {
      throw new BadInput([{ where: idOrFile, what: '没有这个文件', accepted: '方案文件（.yaml）的路径' }]);
    });
    return { programme: checkedProgramme(text, idOrFile), own: null, isFile: true };
  }
  const own = (await shelf?.programmes.programme(idOrFile)) ?? null;
  const programme = own && shelf ? await ownVersion(shelf, idOrFile, own.newest.number) : null;
  if (programme) return { programme, own, isFile: false };
  const others = (await shelf?.programmes.programmes()) ?? [];
  const known = [...programmeIds, ...others.filter(({ retired }) => !retired).map(({ id }) => id)];
  throw refused('方案', `没有名为“${idOrFile}”的方案`, `${known.join('、')}，或方案文件（.yaml）的路径`);
}

/**
 * The programme in the version by which a result was scored, where it is an office's own; else as it was found.
 * @throws MissingResource when that version is not kept.
 */
export async function asScored(
  { programme, own }: FoundProgramme,
  head: Pick<AssessmentHead, 'programmeVersion'> | null,
  shelf: Shelf,
): Promise<Programme> {
  if (own === null || head === null || head.programmeVersion === programme.version) return programme;
  const scored = /^\d{1,9}$/.test(head.programmeVersion)
    ? await ownVersion(shelf, own.id, Number(head.programmeVersion))
    : null;
  if (scored) return scored;
  throw new MissingResource([{ where: '方案', what: `方案“${own.id}”没有第 ${head.programmeVersion} 版` }]);
}

/** One version of an office's own programme; null where there is none. */
export async function ownVersion(shelf: Shelf, id: string, number: number): Promise<Programme | null> {
  const row = await shelf.programmes.version(id, number);
  return row && readOnce(row.text, row.sha256);
}

/** Whether an id is that of a built-in programme. */
export function isBuiltIn(id: string): boolean {
  return programmeIds.includes(id);
}

/** The text of a built-in programme, as it is written. */
export function builtInText(id: string): Promise<string> {
  return readFile(pathOf(id), 'utf8');
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
  return Promise.all(programmeIds.map(builtIn));
}

/** The office's own programmes in their newest versions. @param sample of the sample, or of real data; both without it. */
export async function ownProgrammes(shelf: Shelf, sample?: boolean): Promise<Programme[]> {
  const rows = await shelf.programmes.programmes(sample);
  const found = await Promise.all(
    rows.map(({ id, newest }) => read.get(newest.sha256) ?? ownVersion(shelf, id, newest.number)),
  );
  return found.filter((programme) => programme !== null);
}

function pathOf(id: string): string {
  return join(plansFolder, planFiles.find((plan) => plan.id === id)!.file);
}

async function builtIn(id: string): Promise<Programme> {
  return checkedProgramme(await builtInText(id), pathOf(id));
}

/** A version never changes, and reading it takes a while. */
const read = new Map<string, Programme>();
const mostRead = 40;

function readOnce(text: string, sha256: string): Programme {
  const known = read.get(sha256);
  if (known) return known;
  if (sha256Hex(text) !== sha256) throw new Error('the text of a kept programme is not what was kept');
  // It was checked when it was kept; what later rules would say against it does not take scores away.
  const { programme } = readProgramme(text, '方案');
  if (read.size >= mostRead) read.delete(read.keys().next().value!);
  read.set(sha256, programme);
  return programme;
}
