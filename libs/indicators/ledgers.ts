import type { LocalDate, Period, Workdays } from '#calendar';
import type { InterpretationElement, InterpretationFormat, NamedLink, SiteFacts } from '#facts';
import { type ColumnKey, columnKeys, type ColumnRule } from '#programmes';
import {
  annualReportDeadline,
  type AnnualReportDeadlines,
  annualReportParts,
  annualReportTimeliness,
  missingParts,
} from './annual-reports.js';
import { catalogueElements, missingElements } from './catalogue-items.js';
import { appliesTo, type ColumnState, columnStatus, defaultColumnRule } from './columns.js';
import { inOrder, mayBeOfPeriod } from './documents.js';
import type { OrganisationRef } from './model.js';
import { judgeTimeliness, type Timeliness, type TimelinessParams } from './timeliness.js';

/** What every ledger is printed for: one unit, one period, one day. */
export interface LedgerOf {
  organisation: OrganisationRef;
  period: Period;
  asOf: LocalDate;
}

export interface DocumentRow {
  organisation: string;
  url: string;
  kind: string;
  title: string;
  documentNumber: string | null;
  issuedOn: LocalDate | null;
  publishedOn: LocalDate | null;
  deadline: LocalDate | null;
  workdaysTaken: number | null;
  timeliness: Timeliness['timeliness'];
  column: string | null;
  attachments: NamedLink[];
  capture: string;
}

/**
 * `export documents`: what was published in the period, and what carries no date of publication. Pages of kind
 * `document` are on time or late by the count alone, whether the indicator holds it against the unit or not.
 */
export function documentLedger(
  facts: Pick<SiteFacts, 'documents'>,
  { organisation, period, asOf }: LedgerOf,
  params: TimelinessParams,
  workdays: Workdays,
): DocumentRow[] {
  const documents = inOrder(facts.documents).filter((one) => mayBeOfPeriod(one, period, asOf));
  const timed = documents.filter((one) => one.kind === 'document');
  const judgedOf = new Map(
    judgeTimeliness(timed, params, workdays, organisation).map(({ document, judged }) => [document.url, judged]),
  );
  return documents.map((document) => {
    const judged = judgedOf.get(document.url);
    return {
      organisation: organisation.name,
      url: document.url,
      kind: document.kind,
      title: document.title,
      documentNumber: document.documentNumber,
      issuedOn: document.issuedOn?.on ?? null,
      publishedOn: document.publishedOn?.on ?? null,
      deadline: judged?.deadline ?? null,
      workdaysTaken: judged?.workdaysTaken ?? null,
      timeliness: judged?.timeliness ?? 'notMeasured',
      column: document.columnName,
      attachments: document.attachments,
      capture: document.capture,
    };
  });
}

export interface InterpretationRow {
  organisation: string;
  url: string;
  title: string;
  publishedOn: LocalDate | null;
  formats: InterpretationFormat[];
  policyTitle: string | null;
  policyUrl: string | null;
  /** Null where it is not seen and may stand in a block that a script asks for. */
  linksToPolicy: boolean | null;
  linkedFromPolicy: boolean | null;
  elements: InterpretationElement[];
  capture: string;
}

/** `export interpretations`: those published in the period, and undated ones. */
export function interpretationLedger(
  facts: Pick<SiteFacts, 'interpretations'>,
  { organisation, period, asOf }: LedgerOf,
): InterpretationRow[] {
  return inOrder(facts.interpretations)
    .filter((one) => mayBeOfPeriod(one, period, asOf))
    .map((one) => ({
      organisation: organisation.name,
      url: one.url,
      title: one.title,
      publishedOn: one.publishedOn?.on ?? null,
      formats: one.formats,
      policyTitle: one.policy?.title ?? null,
      policyUrl: one.policy?.url ?? null,
      linksToPolicy: one.linksToPolicy || (one.linksUnread ? null : false),
      linkedFromPolicy: one.linkedFromPolicy || (one.linksUnread ? null : false),
      elements: one.elements,
      capture: one.capture,
    }));
}

export interface ColumnRow {
  organisation: string;
  key: ColumnKey;
  name: string | null;
  url: string | null;
  status: ColumnState;
  newestOn: LocalDate | null;
  itemCount: number;
  capture: string | null;
}

/**
 * `export columns`: every standard column, required or not; the news column only where the programme asks for it or the
 * site has it.
 */
export function columnLedger(
  facts: Pick<SiteFacts, 'columns'>,
  { organisation, asOf }: LedgerOf,
  rules: readonly ColumnRule[],
): ColumnRow[] {
  const ruleOf = new Map(
    rules.filter((rule) => appliesTo(rule.appliesTo, organisation)).map((rule) => [rule.key, rule]),
  );
  const factOf = new Map(facts.columns.map((column) => [column.key, column]));
  return columnKeys
    .filter((key) => key !== 'news' || ruleOf.get(key)?.required || factOf.get(key)?.state === 'found')
    .map((key) => {
      const column = factOf.get(key);
      const { status, newestOn } = columnStatus(column, ruleOf.get(key) ?? defaultColumnRule(key), asOf);
      return {
        organisation: organisation.name,
        key,
        name: column?.name ?? null,
        url: column?.url ?? null,
        status,
        newestOn,
        itemCount: column?.itemCount ?? 0,
        capture: column?.capture ?? null,
      };
    });
}

export interface AnnualReportRow {
  organisation: string;
  year: number;
  url: string;
  publishedOn: LocalDate | null;
  deadline: LocalDate | null;
  timeliness: Timeliness['timeliness'];
  /** How many of the six parts stand in it; null when its text could not be read. */
  parts: number | null;
  missingParts: string[];
  capture: string;
}

/** `export annual-reports`: the reports for the years before the end of the period, newest first. */
export function annualReportLedger(
  facts: Pick<SiteFacts, 'annualReports'>,
  { organisation, period, asOf }: LedgerOf,
  deadlines: AnnualReportDeadlines,
): AnnualReportRow[] {
  return inOrder(facts.annualReports)
    .filter((report) => report.year < Number(period.to.slice(0, 4)) && (report.publishedOn?.on ?? '') <= asOf)
    .sort((one, other) => other.year - one.year)
    .map((report) => {
      const deadline = annualReportDeadline(deadlines, organisation, report.year);
      const missing = report.partsUnread ? [] : missingParts(report).map((part) => annualReportParts[part] ?? '');
      return {
        organisation: organisation.name,
        year: report.year,
        url: report.url,
        publishedOn: report.publishedOn?.on ?? null,
        deadline,
        timeliness: annualReportTimeliness(report, deadline),
        parts: report.partsUnread ? null : 6 - missing.length,
        missingParts: missing,
        capture: report.capture,
      };
    });
}

export interface CatalogueRow {
  organisation: string;
  field: string;
  item: string;
  elements: Record<string, string>;
  missingElements: string[];
  capture: string;
}

/** `export catalogue`: every item of the published catalogue with the elements that it lacks. */
export function catalogueLedger(
  facts: Pick<SiteFacts, 'catalogue'>,
  { organisation }: LedgerOf,
  asked: readonly string[] = catalogueElements,
): CatalogueRow[] {
  return facts.catalogue.map((row) => {
    const { field, item, elements, capture } = row;
    return {
      organisation: organisation.name,
      field,
      item,
      elements,
      missingElements: missingElements(row, asked),
      capture,
    };
  });
}
