import type { LocalDate } from '#calendar';
import type { AppliesTo } from './applies-to.js';
import type { ElementSet } from './element-sets.js';
import type { PilotField } from './pilot-fields.js';

/** A unit that the plan names, under the name that it has there. */
export interface PlanOrganisation {
  name: string;
  /** Other names under which the same plan speaks of it. */
  aliases?: string[];
  level?: string;
  category?: string;
  /** Name of another organisation of this plan. */
  parent?: string;
  /** From and to which day (both counted in) it bore this name. */
  validFrom?: LocalDate;
  validTo?: LocalDate;
}

/** Words of the plan for units taken together (各街镇, 市直有关部门), and whom they mean. */
export interface PlanGroup extends AppliesTo {
  name: string;
  /** Organisations of this plan; absent where the plan does not list them. */
  members?: string[];
  /** Who is not meant, though of the kind. */
  except?: string[];
}

/** Units chosen to lead the way: 试点、示范点. */
export interface DemonstrationPoints {
  title: string;
  clause: string;
  organisations: string[];
}

/** One of the 26 pilot fields as this plan names and assigns it. */
export interface FieldDuty {
  id: PilotField['id'];
  /** The plan's own name of it; the usual one when absent. */
  name?: string;
  aliases?: string[];
  lead: string[];
  joint?: string[];
  appliesTo?: AppliesTo;
}

export interface PlanFields {
  clause: string;
  /** What the leads are responsible for, or why there are none. */
  note?: string;
  rows: FieldDuty[];
}

/** Which sets of elements the plan's catalogue of matters is to have, and where it says so. */
export interface CatalogueElements {
  /** The set that a published catalogue is held against. */
  uses: string;
  asked: { set: string; clause: string; note?: string }[];
}

/** A stage as the plan sets it; its tasks name it. */
export interface Stage {
  name: string;
  clause?: string;
  startText: string | null;
  dueText: string | null;
  startOn: LocalDate | null;
  dueOn: LocalDate | null;
  /** How a loosely worded due date was taken; absent when there is none. */
  dueRule?: string;
  /** The conflict of the plan that explains a stage beginning before the one before it has ended. */
  conflict?: string;
}

export const cadences = ['week', 'month', 'quarter', 'year', 'event'] as const;

/** What is to be handed out again and again, e.g. 每季度通报. */
export interface CadenceProduct {
  every: (typeof cadences)[number];
  product: string;
  clause: string;
  responsible: string[];
  /** What it counts for. */
  feeds?: string;
}

/** A closed list of the plan or the law: things to cover, contents to show, steps to follow. */
export interface PlanList {
  id: string;
  title: string;
  clause: string;
  items: string[];
}

/** A number that the plan sets; from and until are years in which it holds, both counted in. */
export interface Threshold {
  name: string;
  comparison: 'atLeast' | 'atMost' | 'exactly';
  value: string;
  unit: string;
  fromYear?: number;
  untilYear?: number;
  /** The conflict that explains why another number of this name holds in the same year. */
  conflict?: string;
  /** Where the number stands, when not in the plan's own clause. */
  source?: string;
}

/** What a unit hands in where a site cannot show it, and who decides. */
export interface EvidenceForm {
  id: string;
  /** In the plan's words. */
  upload: string[];
  decidedBy: string;
  /** What is filled in, piece by piece; absent: one piece for each of `upload`, see `formFields`. */
  fields?: FormField[];
}

/**
 * What a piece of a form takes: `material` words, files or both; `address` one page of the web a line; `table` a workbook
 * (xlsx) with the named columns; `person` somebody with post and telephone.
 */
export const formFieldKinds = [
  'material',
  'text',
  'date',
  'number',
  'percentage',
  'person',
  'address',
  'file',
  'photographs',
  'table',
] as const;
export type FormFieldKind = (typeof formFieldKinds)[number];

export interface FormField {
  label: string;
  kind: FormFieldKind;
  /** May be left out. */
  optional?: boolean;
  /** What the plan asks of a number or percentage at least; less may be handed in, but is pointed out. */
  atLeast?: string;
  /** Heads of columns that a table must have. */
  columns?: string[];
  /** How it is filled in. */
  note?: string;
}

/** The pieces of a form; those of one written with plain labels take words or files. */
export function formFields({ fields, upload }: EvidenceForm): FormField[] {
  return fields ?? upload.map((label) => ({ label, kind: 'material' }));
}

/** What a requirement may carry besides its statement. */
export interface RequirementParts {
  /** The last day where the plan names two: `due` is then the target. */
  hardDue?: string;
  thresholds?: Threshold[];
  form?: EvidenceForm;
  /** Ids of lists. */
  lists?: string[];
  /** What a reader must know, e.g. that a wording was read in a reprint only. */
  note?: string;
}

/** What a programme may carry besides requirements, tasks and rubric. Absent parts are not checked. */
export interface PlanParts {
  organisations?: PlanOrganisation[];
  groups?: PlanGroup[];
  demonstrationPoints?: DemonstrationPoints[];
  fields?: PlanFields;
  /** Sets of elements of this plan's own, besides the known ones. */
  elementSets?: ElementSet[];
  catalogue?: CatalogueElements;
  stages?: Stage[];
  cadence?: CadenceProduct[];
  lists?: PlanList[];
}
