import type { LocalDate, Period } from '#calendar';
import type { ImportKind, ImportRow, OrganisationRow } from '#database';
import { type Decision, findIndicator, type ImportedCount, type Ruling } from '#indicators';
import { rubricItems, type Programme } from '#programmes';
import { isMeant, type Excuse, type FindingDecision } from '#scoring';
import {
  readExcuses,
  readRecords,
  readTable,
  type ExcuseRow,
  type RecordRow,
  type SaidChecks,
  type SaidFault,
} from '#sheets';
import { appealWord } from './appeal-word.js';
import type { House } from './house.js';
import { materialWord } from './material-word.js';
import { builtInProgrammes, ownProgrammes, type Shelf } from './plans.js';
import { reviewedWord } from './reviewed-word.js';
import { UnitFinder } from './unit-finder.js';

/** What people decided, counted and excused, as far as it concerns one assessment. */
export interface PeoplesWord {
  rulings: Ruling[];
  counts: ImportedCount[];
  /** Of all periods: material counts for its task whenever it was decided on. */
  decisions: Decision[];
  excuses: Excuse[];
  /** On single findings, oldest first. */
  verdicts: FindingDecision[];
  /** Ids of the files, appeals and decisions that speak of a unit and of something that the rubric judges; a score rests on them. */
  files: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Whether a file holds what people say, row by row, where a later row takes the place of an earlier one. */
export function isSaid(kind: ImportKind): kind is 'records' | 'excuses' {
  return kind === 'records' || kind === 'excuses';
}

/** Indicators that are there for what people say; it is said of a requirement or a count instead. */
const forPeople = new Set(['evidence', 'imported-count']);

/**
 * What was imported of decisions, counts, statements and exemptions. Of several rows about the same unit, matter and period
 * the last counts; the files keep them all.
 * @param until an instant: only what had been imported by then.
 */
export async function peoplesWord(
  books: Pick<House, 'imports' | 'blobs' | 'appeals' | 'reviews' | 'materials'>,
  { programme, period, units }: { programme: Programme; period: Period; units: readonly OrganisationRow[] },
  until: string | null,
): Promise<PeoplesWord> {
  const finder = new UnitFinder(units);
  const records = new Map<string, Said<RecordRow>>();
  const excuses = new Map<string, Said<ExcuseRow>>();
  for (const file of (await books.imports.imports(until)).filter(({ kind }) => isSaid(kind))) {
    const table = await readTable(await books.blobs.get(file.sha256), file.name);
    if (file.kind === 'records')
      for (const row of readRecords(table)) put(records, keyOfRecord(row, programme), row, file, finder);
    else for (const row of readExcuses(table)) put(excuses, keyOfExcuse(row), row, file, finder);
  }
  const files = new Map<string, Set<string>>();
  const judged = new Set(rubricItems(programme.rubric).flatMap((item) => [item.indicator, item.requirement]));
  const restsOn = (unit: string, { id }: { id: string }) => files.set(unit, (files.get(unit) ?? new Set()).add(id));
  const word: PeoplesWord = { rulings: [], counts: [], decisions: [], excuses: [], verdicts: [], files };
  for (const { row, unit, file } of records.values()) {
    const about = {
      organisation: unit,
      period: row.period,
      evidence: { capture: file.id, url: file.name },
    };
    if (typeof row.said === 'number') {
      const name = countName(row.about, programme);
      if (name === null || row.period !== period.id) continue;
      const source = `${row.by}${row.on}：${row.basis}，${file.name}`;
      word.counts.push({ ...about, name, value: row.said, source });
      restsOn(unit, file);
      continue;
    }
    const { about: id, by, on, basis } = row;
    const decided = { requirement: id, reviewer: by, decidedOn: on, basis, ...shareOf(row.said) };
    word.decisions.push({ ...about, ...decided });
    if (row.period !== period.id || !judged.has(row.about)) continue;
    const link = row.link === null ? {} : { link: row.link };
    word.rulings.push({ ...about, about: id, result: row.said, by, on, basis, source: file.name, ...link });
    restsOn(unit, file);
  }
  for (const { row, unit, file } of excuses.values()) {
    if (!judged.has(row.about)) continue;
    word.excuses.push(...excusesOf(row, unit, programme));
    restsOn(unit, file);
  }
  const appealed = await appealWord(books, { programme, period, units }, until);
  word.excuses.push(...appealed.excuses);
  for (const [unit, ids] of appealed.files) files.set(unit, new Set([...(files.get(unit) ?? []), ...ids]));
  const reviewed = await reviewedWord(books, { programme, period, units }, until);
  for (const verdict of reviewed) restsOn(verdict.organisation, verdict);
  // What was found on appeal stands above what was reviewed.
  word.verdicts = [...reviewed, ...appealed.verdicts];
  const handedIn = await materialWord(books, { programme, period, units }, until, (one) => {
    const said = records.get(JSON.stringify([one.organisation, 'word', one.about, one.period]));
    return said?.file.importedAt ?? null;
  });
  // The last ruling counts, and the first decision.
  word.rulings.push(...handedIn.rulings);
  word.decisions.unshift(...handedIn.decisions);
  for (const [unit, ids] of handedIn.files) files.set(unit, new Set([...(files.get(unit) ?? []), ...ids]));
  return word;
}

interface Said<Row> {
  row: Row;
  unit: string;
  file: ImportRow;
}

/** The row takes the place of an earlier one, and the last place. A name that several units bear means none of them. */
function put<Row extends RecordRow | ExcuseRow>(
  said: Map<string, Said<Row>>,
  matter: readonly string[],
  row: Row,
  file: ImportRow,
  finder: UnitFinder,
): void {
  const [unit, ...more] = finder.unitsOf(row.organisation);
  if (unit === undefined || more.length > 0) return;
  const key = JSON.stringify([unit, ...matter]);
  said.delete(key);
  said.set(key, { row, unit, file });
}

function keyOfRecord({ about, period, said }: RecordRow, programme: Programme): string[] {
  return typeof said === 'number' ? ['count', countName(about, programme) ?? about, period] : ['word', about, period];
}

function keyOfExcuse({ about, subject, kind, from }: ExcuseRow): string[] {
  return [about, subject ?? '', kind, from];
}

function shareOf(said: Ruling['result']): Pick<Decision, 'share' | 'notApplicable'> {
  return said === 'notApplicable' ? { notApplicable: true } : { share: said === 'meets' ? '1' : '0' };
}

/** What the rubric counts under a name or for a requirement; null where it counts nothing, or more than one thing. */
function countName(about: string, { rubric }: Programme): string | null {
  const counted = rubricItems(rubric).filter(({ indicator }) => indicator === 'imported-count');
  const nameOf = (item: (typeof counted)[number]) => String(item.params['count']);
  if (counted.some((item) => nameOf(item) === about)) return about;
  const [name, ...more] = new Set(counted.filter(({ requirement }) => requirement === about).map(nameOf));
  return name !== undefined && more.length === 0 ? name : null;
}

function excusesOf(row: ExcuseRow, organisation: string, { rubric }: Programme): Excuse[] {
  const { about, subject, kind, from: on, until, by, why } = row;
  const base = { kind, organisation, on, until, by, why, ...(subject === null ? {} : { subject }) };
  if (findIndicator(about)) return [{ ...base, indicator: about }];
  const indicators = new Set(
    rubricItems(rubric).flatMap(({ indicator, requirement }) => (requirement === about ? [indicator] : [])),
  );
  return [...indicators].map((indicator) => ({ ...base, indicator, requirement: about }));
}

/** What a file of decisions or excuses is held against before it is kept. */
export async function saidChecks(
  finder: UnitFinder,
  given: readonly Programme[],
  shelf: Shelf,
  today: LocalDate,
): Promise<SaidChecks> {
  const programmes = [...given, ...(await ownProgrammes(shelf)), ...(await builtInProgrammes())];
  return {
    today,
    organisation(name) {
      const { length } = finder.unitsOf(name);
      if (length === 1) return null;
      const what = length === 0 ? `没有名为“${name.slice(0, 40)}”的单位` : `有${length}个单位叫“${name.slice(0, 40)}”`;
      return { what, accepted: '已导入单位的全称或别名' };
    },
    about: (id, as) => (as === 'count' ? countFault(id, programmes) : aboutFault(id, as, programmes)),
  };
}

const ownPlan = '自己的方案用 --programme 指出';

function countFault(id: string, programmes: readonly Programme[]): SaidFault | null {
  if (programmes.some((programme) => countName(id, programme) !== null)) return null;
  const items = programmes.flatMap(({ rubric }) => rubricItems(rubric));
  const names = items.flatMap(({ indicator, params }) =>
    indicator === 'imported-count' ? [String(params['count'])] : [],
  );
  const accepted = names.length > 0 ? [...new Set(names)].join('、') : `方案里按件数评分的项目；${ownPlan}`;
  return { what: `没有方案按件数评“${id.slice(0, 40)}”`, accepted };
}

function aboutFault(id: string, as: Ruling['result'] | 'excuse', programmes: readonly Programme[]): SaidFault | null {
  if (findIndicator(id) && !forPeople.has(id)) return null;
  const asking = programmes.filter(({ requirements }) => requirements.some((one) => one.id === id));
  if (asking.length === 0)
    return {
      what: `“${id.slice(0, 40)}”不是要求的编号，也不是指标的名称`,
      accepted: `如 LZ-13、published-in-time；${ownPlan}`,
    };
  if (as !== 'fails' || asking.some((programme) => canFail(id, programme))) return null;
  const items = rubricItems(asking[0]!.rubric).filter(({ requirement }) => requirement === id);
  const accepted = `写明是哪一项指标：${[...new Set(items.map(({ indicator }) => indicator))].join('、')}`;
  return { what: `“${id}”下有${items.length}项指标，看不出是哪一项不符合`, accepted };
}

/** Whether a word that the requirement is not met says something: of its material, or of its only item. */
function canFail(id: string, programme: Programme): boolean {
  const requirement = programme.requirements.find((one) => one.id === id);
  if (requirement?.form || requirement?.evidence) return true;
  const items = rubricItems(programme.rubric).filter((item) => item.requirement === id);
  return items.length === 0 || items.some((item) => isMeant(item, programme));
}
