import type { AssessmentHead, Stores } from '#database';
import { fieldCoverage, type FieldStanding } from '#indicators';
import { rubricItems, type Programme } from '#programmes';

const indicator = 'catalogue-fields-covered';
/** A field is one finding at most; more than all units together could have. */
const mostFindings = 1_000_000;

/** How far the catalogues of units cover the fields that a programme asks for. */
export interface CatalogueCoverage {
  fields: string[];
  units: { organisation: string; name: string; category: string; standings: FieldStanding[] }[];
}

/**
 * Fields × units of a published assessment, read off its findings.
 * @param units ids of the units that may be looked into; null for all.
 */
export async function catalogueCoverage(
  stores: Stores,
  { rubric }: Programme,
  head: AssessmentHead,
  units: readonly string[] | null,
): Promise<CatalogueCoverage> {
  const items = rubricItems(rubric).filter((item) => item.indicator === indicator);
  const [cells, organisations, { rows }] = await Promise.all([
    stores.overviews.outcomesOf(head.id, indicator),
    stores.organisations.listOrganisations({ sample: head.sample, units }),
    stores.assessments.findings({ ...head, indicator, units, offset: 0, limit: mostFindings }),
  ]);
  const covered = organisations.flatMap((organisation) => {
    const cell = cells.find((one) => one.organisation === organisation.id && one.outcome !== 'notApplicable');
    const item = items.find(({ id }) => id === cell?.item);
    if (!cell || !item) return [];
    const findings = rows.filter((one) => one.organisation === organisation.id);
    return [{ organisation, fields: fieldCoverage(item.params, { organisation, outcome: cell.outcome, findings }) }];
  });
  const fields = [...new Set(covered.flatMap((one) => one.fields.map(({ field }) => field)))];
  return {
    fields,
    units: covered.map(({ organisation: { id, name, category }, fields: own }) => ({
      organisation: id,
      name,
      category,
      standings: fields.map((field) => own.find((one) => one.field === field)?.standing ?? 'notAsked'),
    })),
  };
}
