import { parsePeriod, type Period } from '#calendar';
import type { OrganisationRow } from '#database';
import { appliesTo } from '#indicators';
import { rubricItems, type Programme, type Requirement } from '#programmes';
import { unitsOfTask } from '#scoring';
import {
  accountColumns,
  accountStates,
  excuseColumns,
  excuseWords,
  ledgerColumns,
  opennessWords,
  platformNames,
  recordColumns,
  rulingWords,
  type SheetColumn,
  type SheetRow,
  writeXlsx,
} from '#sheets';
import type { House } from './house.js';
import { findProgramme } from './plans.js';
import { chooseUnits, isSample } from './units.js';

export const formKinds = ['records', 'excuses', 'ledger', 'accounts'] as const;
export type FormKind = (typeof formKinds)[number];

/**
 * A workbook to be filled in and imported: a row for every unit and requirement of which only a person can say whether it
 * is met, and for every count that the rubric asks for; or a row for every problem that the last assessment holds against
 * a unit; or the head of a ledger of documents or a list of accounts, with a row for each unit. Rows that are left empty are passed over
 * on import.
 * @throws BadInput when the programme or the period cannot be used, or a unit is not known.
 */
export async function importForm(
  house: House,
  kind: FormKind,
  request: { programme: string; period: string; only?: string[] },
): Promise<{ bytes: Uint8Array; rows: number }> {
  const programme = await findProgramme(request.programme, house);
  const period = parsePeriod(request.period);
  const units = await chooseUnits(house, request.only);
  const rows = {
    records: () => toDecide(programme, period, units),
    excuses: () => toExcuse(house, programme, period, units),
    ledger: () => units.map(({ name }): SheetRow => ({ 单位: name })),
    accounts: () => units.map(({ name }): SheetRow => ({ 单位: name })),
  };
  const sheet = { ...sheets[kind], rows: await rows[kind]() };
  return { bytes: await writeXlsx([sheet]), rows: sheet.rows.length };
}

const day = { width: 14, format: 'yyyy-mm-dd' };
const shapes: Partial<Record<string, Omit<SheetColumn, 'key' | 'title'>>> = {
  单位: { width: 28 },
  指标: { width: 26 },
  对象: { width: 40 },
  结果: { choices: rulingWords },
  事由: { choices: excuseWords },
  日期: day,
  起: day,
  止: day,
  依据: { width: 40 },
  说明: { width: 40 },
  认定人: { width: 18 },
  批准人: { width: 18 },
  证据链接: { width: 30 },
  要求: { width: 60 },
  所需材料: { width: 40 },
  问题: { width: 60 },
  标题: { width: 60 },
  发文字号: { width: 24 },
  成文日期: day,
  公开属性: { choices: opennessWords },
  不公开理由: { width: 40 },
  平台: { width: 18, choices: [...platformNames, '无'] },
  账号名称: { width: 28 },
  账号标识: { width: 30 },
  状态: { choices: accountStates },
  开设日期: day,
  注销日期: day,
  备注: { width: 40 },
};
const shaped = (titles: readonly string[]): SheetColumn[] =>
  titles.map((title) => ({ key: title, title, ...shapes[title] }));
const sheets: Record<FormKind, { name: string; columns: SheetColumn[] }> = {
  records: { name: '认定与件数', columns: shaped([...recordColumns, '要求', '所需材料']) },
  excuses: { name: '情况说明与豁免', columns: shaped([...excuseColumns, '问题']) },
  ledger: { name: '文件公开属性台账', columns: shaped(ledgerColumns) },
  accounts: { name: '政务新媒体账号清单', columns: shaped(accountColumns) },
};

function toDecide(programme: Programme, period: Period, units: readonly OrganisationRow[]): SheetRow[] {
  const items = rubricItems(programme.rubric);
  const counted = items.filter(({ indicator }) => indicator === 'imported-count');
  const bound = new Map(
    programme.requirements
      .filter((one) => asksPerson(one) && !counted.some(({ requirement }) => requirement === one.id))
      .map((one) => [one, boundUnits(one, programme, units)]),
  );
  return units.flatMap((unit) => [
    ...[...bound].flatMap(([{ id, statement, evidence }, own]) =>
      own.has(unit.id) ? [{ 单位: unit.name, 指标: id, 时期: period.id, 要求: statement, 所需材料: evidence }] : [],
    ),
    ...counted
      .filter((item) => appliesTo(item.appliesTo, unit))
      .map((item) => ({ 单位: unit.name, 指标: String(item.params['count']), 时期: period.id, 要求: item.title })),
  ]);
}

/** Whether no site can show all that a requirement asks for. */
function asksPerson({ check, form, evidence }: Requirement): boolean {
  return check !== 'automatic' || form !== undefined || evidence !== null;
}

function boundUnits(
  requirement: Requirement,
  programme: Programme,
  units: readonly OrganisationRow[],
): ReadonlySet<string> {
  const own = unitsOfTask(
    requirement,
    programme,
    units.map((organisation) => ({ organisation })),
  );
  return new Set(own.map(({ organisation }) => organisation.id));
}

async function toExcuse(
  { assessments }: House,
  programme: Programme,
  period: Period,
  units: OrganisationRow[],
): Promise<SheetRow[]> {
  const scope = { programme: programme.id, period: period.id, sample: isSample(units) };
  const names = new Map(units.map(({ id, name }) => [id, name]));
  const { rows } = (await assessments.head(scope)) ? await assessments.findings(scope) : { rows: [] };
  return rows
    .filter(({ organisation, kind, state }) => names.has(organisation) && kind === 'fail' && state !== 'fixed')
    .map(({ organisation, indicator, subject, message }) => ({
      单位: names.get(organisation) ?? '',
      指标: indicator,
      对象: subject,
      问题: message,
    }));
}
