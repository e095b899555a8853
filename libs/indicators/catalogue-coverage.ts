import { askedFields } from './catalogue-fields-covered.indicator.js';
import type { Finding, OrganisationRef, OutcomeKind } from './model.js';

export const fieldStandings = ['covered', 'lacking', 'doubtful', 'notMeasured', 'notAsked'] as const;
/** How a field stands in the published catalogue of a unit. */
export type FieldStanding = (typeof fieldStandings)[number];

/** What an assessment said of the fields of one unit's catalogue. */
export interface CoverageSaid {
  organisation: OrganisationRef;
  /** Null where there is none. */
  outcome: OutcomeKind | null;
  findings: readonly Pick<Finding, 'kind' | 'subject' | 'details'>[];
}

/**
 * Field by field what `catalogue-fields-covered` said of a unit; nothing is judged anew.
 * @param params those of the rubric's item.
 */
export function fieldCoverage(
  params: unknown,
  { organisation, outcome, findings }: CoverageSaid,
): { field: string; standing: FieldStanding }[] {
  const lacking = new Set(findings.filter(({ kind }) => kind === 'fail').map(({ subject }) => subject));
  const doubtful = new Set(
    findings
      .filter(({ kind }) => kind === 'review')
      .flatMap(({ subject, details }) => [
        subject,
        ...(details.find(({ label }) => label === '没有的领域')?.value.split('、') ?? []),
      ]),
  );
  const isMeasured = outcome === 'pass' || outcome === 'fail' || outcome === 'needsReview';
  return askedFields(params).map(({ name, isAskedOf }) => {
    if (outcome === 'notApplicable' || !isAskedOf(organisation)) return { field: name, standing: 'notAsked' };
    if (!isMeasured) return { field: name, standing: 'notMeasured' };
    if (lacking.has(name)) return { field: name, standing: 'lacking' };
    return { field: name, standing: doubtful.has(name) ? 'doubtful' : 'covered' };
  });
}
