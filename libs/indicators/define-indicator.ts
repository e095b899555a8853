import { z } from 'zod';
import { stableId } from '#kernel';
import type { SiteFacts } from '#facts';
import type { Consulted, FactName, Finding, IndicatorContext, IndicatorResult } from './model.js';
import type { Verdict } from './verdict.js';

/** Where a rule comes from: a clause of the regulation, of a national notice or of a plan. */
export interface Basis {
  source: string;
  clause: string;
  /** What it asks for, in its own words or close to them. */
  text: string;
}

/** What can be read of an indicator without running it; the catalogue in `docs` is made of it. */
export interface IndicatorDescription {
  id: string;
  /** Grows with every change of what it says of the same facts. */
  version: number;
  /** What is so when it passes. */
  title: string;
  /** What is so when it fails. */
  failureTitle: string;
  basis: readonly Basis[];
  /** How it is measured. */
  measures: string;
  /** What it cannot see. */
  blindSpots: string;
  /** How a unit mends it. */
  remedy: string;
}

export interface IndicatorDefinition<
  Needs extends FactName,
  Schema extends z.ZodType,
  Consults extends Consulted = never,
> extends IndicatorDescription {
  /** The facts it asks for; it is given no others. */
  requires: readonly Needs[];
  /** What it consults beside them: only what some indicator consults is loaded for an assessment. */
  consults?: readonly Consults[];
  params: Schema;
  /** Pure: the same facts and context give the same verdict. */
  evaluate(facts: Pick<SiteFacts, Needs>, context: ContextFor<z.output<Schema>, Consults>): Verdict;
}

/** The context without what was not declared. */
type ContextFor<Params, Consults extends Consulted> = Omit<IndicatorContext<Params>, 'records' | 'peers'> &
  Pick<IndicatorContext<Params>, Consults extends 'peers' ? 'peers' : Consults extends Consulted ? 'records' : never>;

/** An indicator as the engine holds it, whatever facts and params it is made for. */
export interface Indicator extends IndicatorDescription {
  requires: readonly FactName[];
  consults: readonly Consulted[];
  /** What a rubric may give it; programmes are checked with it. */
  paramsSchema: z.ZodType;
  evaluate(facts: SiteFacts, context: IndicatorContext<unknown>): Verdict;
}

/** Ties the params' schema and the declared facts to what `evaluate` is given. */
export function defineIndicator<
  const Needs extends FactName,
  Schema extends z.ZodType,
  const Consults extends Consulted = never,
>(definition: IndicatorDefinition<Needs, Schema, Consults>): Indicator {
  const { params: paramsSchema, consults = [], ...described } = definition;
  // A rubric hands the same params for every unit; they are checked once.
  const checked = new WeakMap<object, z.output<Schema>>();
  const paramsOf = (given: unknown): z.output<Schema> => {
    if (typeof given !== 'object' || given === null) return paramsSchema.parse(given);
    const known = checked.get(given);
    if (known !== undefined) return known;
    const params = paramsSchema.parse(given);
    checked.set(given, params);
    return params;
  };
  return {
    ...described,
    consults,
    paramsSchema,
    evaluate(facts, context) {
      const params = paramsOf(context.params);
      const asked = {} as Record<Needs, SiteFacts[Needs]>;
      for (const name of definition.requires) asked[name] = facts[name];
      return definition.evaluate(asked as Pick<SiteFacts, Needs>, { ...context, params });
    },
  };
}

/**
 * What the indicator says of one unit. Never throws: params that its schema refuses and exceptions of its own become
 * outcome `error`, which stops publication.
 */
export function evaluateIndicator(
  indicator: Indicator,
  facts: SiteFacts,
  context: IndicatorContext<unknown>,
): IndicatorResult {
  const named = { indicator: indicator.id, version: indicator.version };
  try {
    const verdict = indicator.evaluate(facts, context);
    return { ...named, ...verdict, findings: nameFindings(indicator, context.organisation.id, verdict) };
  } catch (error) {
    const message = `指标计算出错：${errorText(error)}`;
    return { ...named, outcome: 'error', measured: 0, of: 0, unmeasured: 0, message, findings: [] };
  }
}

/** One problem of one subject is one finding: of two drafts about the same subject the deducting one stays. */
function nameFindings(indicator: Indicator, organisation: string, verdict: Verdict): Finding[] {
  if (verdict.findings.length === 0) return [];
  const bySubject = new Map<string, Finding>();
  for (const { kind, subject, message, remedy, details, evidence } of verdict.findings) {
    if (bySubject.get(subject)?.kind === 'fail') continue;
    bySubject.set(subject, {
      id: stableId(organisation, indicator.id, subject),
      organisation,
      indicator: indicator.id,
      subject,
      kind,
      message,
      remedy: remedy ?? indicator.remedy,
      details: details ?? [],
      evidence: { ...evidence, marks: evidence.marks.filter((mark) => mark !== '') },
    });
  }
  return [...bySubject.values()].sort((one, other) => (one.subject < other.subject ? -1 : 1));
}

function errorText(error: unknown): string {
  if (error instanceof z.ZodError) return `参数不可用（${z.prettifyError(error).replace(/\s+/g, ' ')}）`;
  return error instanceof Error ? error.message : String(error);
}
