import { NetworkPolicy } from '#crawlers';
import type { OrganisationRow, Stores } from '#database';
import { AlreadyDone, BadInput, refused, type Settings } from '#kernel';
import { checkOrganisations, unitColumns } from '#sheets';
import type { CaseDoer } from '../casework/doer.js';
import { holdToReal, versionOf } from './unit-import.js';

/** One unit as a form has it; texts as they were typed. */
export interface UnitRequest {
  name: string;
  /** Divided by 、. */
  aliases: string;
  level: string;
  category: string;
  parent: string;
  site: string;
  /** Of the unit that is changed, as it stood when the form was opened; null for a new one. */
  version: string | null;
}

/**
 * Adds one unit, or changes the one of this name. A unit keeps its name: results and files refer to it.
 * @throws BadInput with a line for each field; AlreadyDone when somebody added or changed it meanwhile.
 */
export async function saveUnit(
  { organisations }: Pick<Stores, 'organisations'>,
  request: UnitRequest,
  doer: Pick<CaseDoer, 'sample'>,
  settings: Pick<Settings, 'MINGJING_ALLOW_NETWORKS'>,
): Promise<{ before: OrganisationRow | null; after: OrganisationRow }> {
  holdToReal(doer);
  const all = await organisations.listOrganisations();
  const name = request.name.trim();
  const before = all.find((unit) => unit.name === name) ?? null;
  if (before?.sample) throw refused('名称', `“${name}”与示例单位同名`, '示例单位以外的名称');
  const unit = checkedUnit(request, before, all, settings);
  const check = (standing: OrganisationRow[]) => {
    const now = standing.find((one) => one.name === name);
    if (request.version === null && now)
      throw new AlreadyDone([
        { where: '名称', what: `已有单位“${name}”`, accepted: '另一个名称，或在名单中改动该单位' },
      ]);
    if (request.version !== null && (!now || versionOf(now) !== request.version))
      throw new AlreadyDone([
        { where: name, what: '打开表单之后已有改动，没有保存', accepted: '关闭表单，看过现在的内容再改' },
      ]);
  };
  const [after] = await organisations.importOrganisations([unit], { check, keepsOrder: true });
  return { before, after: after! };
}

function checkedUnit(
  request: UnitRequest,
  before: OrganisationRow | null,
  all: readonly OrganisationRow[],
  settings: Pick<Settings, 'MINGJING_ALLOW_NETWORKS'>,
): OrganisationRow {
  const { name, aliases, level, category, parent, site } = request;
  const values = [name, aliases, level, category, parent, site].map((text) => text.trim());
  const cells = { ...before?.extra, ...Object.fromEntries(unitColumns.map((column, i) => [column, values[i] ?? ''])) };
  const table = { fileName: '单位', header: Object.keys(cells), rows: [{ line: 1, cells }] };
  const policy = new NetworkPolicy(settings.MINGJING_ALLOW_NETWORKS);
  const known = all.filter(({ sample }) => !sample);
  const { rows, faults } = checkOrganisations(table, known, (address) => policy.refusal(address));
  if (faults.length > 0)
    throw new BadInput(
      faults.map(({ column, what, accepted = '' }) => ({
        ...{ where: column ?? '单位', what },
        // There is no table here that a name could stand in.
        accepted: accepted.replace('本表或已有', '已有'),
      })),
    );
  return rows[0]!.unit;
}

/**
 * Takes units away of which there is nothing but their row: all of them or none.
 * @throws BadInput with a line for each that something hangs on; nothing is removed then.
 */
export async function removeUnits(
  { organisations }: Pick<Stores, 'organisations'>,
  ids: readonly string[],
  doer: Pick<CaseDoer, 'sample'>,
): Promise<OrganisationRow[]> {
  holdToReal(doer);
  return organisations.removeOrganisations(ids);
}
