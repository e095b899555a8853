import { parsePeriod, type Period } from '#calendar';
import type { OrganisationRow } from '#database';
import { BadInput } from '#kernel';
import { printScorecard } from '#scoring';
import { writeCsv, writeXlsx, type SheetRow } from '#sheets';
import { chooseDay } from './assess.js';
import { faultyLinksIn } from './faulty-links.js';
import { exportColumns, exportKinds, type ExportKind } from './export-columns.js';
import { findingRow, printedCell, taskUnitRow, type ExportRow } from './export-rows.js';
import type { House } from './house.js';
import { ledgers } from './ledgers.js';
import { findProgramme } from './plans.js';
import { evidenceOf } from './site-evidence.js';
import { chooseUnits, isSample } from './units.js';
import { vanishedRows } from './vanished.js';

export const exportFormats = ['json', 'csv', 'xlsx'] as const;
export type ExportFormat = (typeof exportFormats)[number];

export interface ExportRequest {
  period: string;
  programme?: string;
  asOf?: string;
  only?: string[];
}

/**
 * Rows of one ledger in the shapes of interfaces.md. Ledgers of facts and of what vanished need no assessment; findings, scorecards and tasks
 * are those of the last assessment of the programme and period.
 * @throws BadInput for an unknown kind, period or programme, or when nothing was crawled or assessed yet.
 */
export async function exportRows(house: House, kind: ExportKind, request: ExportRequest): Promise<ExportRow[]> {
  if (!exportKinds.includes(kind))
    throw new BadInput([{ where: '导出', what: `没有“${String(kind)}”这种台账`, accepted: exportKinds.join('、') }]);
  const period = parsePeriod(request.period);
  const units = await chooseUnits(house, request.only);
  if (kind === 'vanished') return (await vanishedRows(house, units, period)).map((row) => ({ ...row }));
  if (kind === 'links') return (await faultyLinksIn(house, units, period)).map((row) => ({ ...row }));
  if (isPublished(kind)) return published(house, kind, request, period, units);
  const programme = request.programme ? await findProgramme(request.programme, house) : null;
  const asOf = chooseDay(house, period, request.asOf);
  const evidence = await evidenceOf(house, units, false);
  return units.flatMap((organisation) => {
    const seen = evidence.get(organisation.id);
    const rows: object[] = seen ? ledgers[kind](seen.facts, { organisation, period, asOf }, programme) : [];
    return rows as ExportRow[];
  });
}

/** Rows as a spreadsheet with Chinese headers; lists and objects become readable text. */
export async function printExport(
  kind: ExportKind,
  rows: ExportRow[],
  format: 'csv' | 'xlsx',
): Promise<string | Uint8Array> {
  const columns = exportColumns[kind];
  const sheetRows = rows.map((row): SheetRow =>
    Object.fromEntries(columns.map(({ key, words }) => [key, printedCell(row[key], words)])),
  );
  return format === 'csv' ? writeCsv(sheetRows, columns) : writeXlsx([{ name: kind, columns, rows: sheetRows }]);
}

const publishedKinds = ['findings', 'scorecards', 'tasks', 'task-units'] as const;
type PublishedKind = (typeof publishedKinds)[number];

function isPublished(kind: ExportKind): kind is PublishedKind {
  return (publishedKinds as readonly string[]).includes(kind);
}

async function published(
  house: House,
  kind: PublishedKind,
  request: ExportRequest,
  period: Period,
  units: OrganisationRow[],
): Promise<ExportRow[]> {
  const programme = request.programme
    ? (await findProgramme(request.programme, house)).id
    : await house.assessments.lastProgramme(period.id);
  const scope = programme ? { programme, period: period.id, sample: isSample(units) } : null;
  const head = scope && (await house.assessments.head(scope));
  if (!scope || !head)
    throw new BadInput([
      { where: '导出', what: `${period.title}还没有评过分`, accepted: '先运行 assess 评分，再导出' },
    ]);
  const chosen = new Map(units.map((unit) => [unit.id, unit.name]));
  if (kind === 'tasks')
    return (await house.tasks.tasksOf(head.id)).map(
      ({ programme: of, stage, title, responsible, dueOn, dueText, state, evidence }) => ({
        programme: of,
        stage,
        task: title,
        responsible,
        dueOn,
        dueText,
        state,
        evidence,
      }),
    );
  if (kind === 'task-units') return taskUnitRows(house, head.id, chosen);
  if (kind === 'scorecards')
    return (await house.assessments.scorecardsOf(head.id))
      .filter((card) => chosen.has(card.organisation.id))
      .map((card) => ({ ...printScorecard(card) }));
  const { rows } = await house.assessments.findings(scope);
  return rows
    .filter((row) => chosen.has(row.organisation))
    .map((row) => findingRow(row, chosen.get(row.organisation) ?? ''));
}

/** A row for each task of each chosen unit, unit by unit. */
async function taskUnitRows(
  house: House,
  assessment: string,
  chosen: ReadonlyMap<string, string>,
): Promise<ExportRow[]> {
  const tasks = await house.tasks.tasksOf(assessment);
  const known = new Map(tasks.map((task) => [task.task, task]));
  const { units } = await house.tasks.units(assessment);
  return units
    .filter(({ organisation }) => chosen.has(organisation))
    .flatMap(({ name, tasks: own }) => own.map((state) => taskUnitRow(state, known.get(state.task), name)));
}
