import { resolveDue, type LocalDate } from '#calendar';
import type { MaterialRule } from '#casework';
import type { OrganisationRow } from '#database';
import {
  formFields,
  rubricItems,
  type EvidenceForm,
  type FormField,
  type Programme,
  type Requirement,
} from '#programmes';
import { isBoundBy } from '#scoring';

/** A requirement with a form. */
export type AskedRequirement = Requirement & { form: EvidenceForm };

/** An item of the rubric that judges a requirement, for whoever decides. */
export interface MaterialItem {
  id: string;
  title: string;
  indicator: string;
  points: string;
  /** Grades and their shares of full marks. */
  scale: { grade: string; share: string }[];
  reviewers: 1 | 2;
}

/** What a programme asks a unit to hand in. */
export function askedOf(programme: Programme, unit: OrganisationRow): AskedRequirement[] {
  return programme.requirements.filter(
    (one): one is AskedRequirement => one.form !== undefined && isBoundBy(one, programme, unit),
  );
}

export const fieldsOf = ({ form }: AskedRequirement): FormField[] => formFields(form);

/** The last day on which it is due, where the plan's words tell one. */
export function dueOnOf({ source }: Programme, { due, hardDue }: Requirement): LocalDate | null {
  const year = source.issuedOn ? Number(source.issuedOn.slice(0, 4)) : undefined;
  const words = hardDue ?? due;
  return words === null ? null : (resolveDue(words, year)?.on ?? null);
}

export function itemsOfRequirement({ rubric }: Programme, { id }: Pick<Requirement, 'id'>): MaterialItem[] {
  return rubricItems(rubric)
    .filter(({ requirement }) => requirement === id)
    .map(({ id, title, indicator, points, params }) => {
      const scale = indicator === 'evidence' ? ((params['scale'] as Record<string, string> | undefined) ?? {}) : {};
      return {
        ...{ id, title, indicator, points },
        scale: Object.entries(scale).map(([grade, share]) => ({ grade, share })),
        reviewers: indicator === 'evidence' && params['reviewers'] === 2 ? 2 : 1,
      };
    });
}

/** By the item that judges the material; one reviewer, and no grades, where there is none. */
export function ruleOf(programme: Programme, requirement: Pick<Requirement, 'id'>): MaterialRule {
  const item = rubricItems(programme.rubric).find(
    (one) => one.requirement === requirement.id && one.indicator === 'evidence',
  );
  const {
    scale = {},
    reviewers,
    differ,
  } = (item?.params ?? {}) as Partial<Record<'reviewers' | 'differ', unknown>> & {
    scale?: Record<string, string>;
  };
  return {
    reviewers: reviewers === 2 ? 2 : 1,
    differ: differ === 'mean' ? 'mean' : 'review',
    grades: Object.keys(scale),
  };
}

/** A requirement with what the plan says of its day and of deciding it. */
export interface RequirementReading {
  requirement: AskedRequirement;
  dueOn: LocalDate | null;
  rule: MaterialRule;
}

/** Reads each requirement off the plan once: what it asks is the same of a thousand units. */
export function requirementReader(programme: Programme): (requirement: AskedRequirement) => RequirementReading {
  const known = new Map<string, RequirementReading>();
  return (requirement) => {
    const reading = known.get(requirement.id) ?? {
      requirement,
      dueOn: dueOnOf(programme, requirement),
      rule: ruleOf(programme, requirement),
    };
    known.set(requirement.id, reading);
    return reading;
  };
}
