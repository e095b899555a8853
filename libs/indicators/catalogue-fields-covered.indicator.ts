import { z } from 'zod';
import type { CatalogueItemFact, DocumentFact, SiteFacts } from '#facts';
import { pilotFields } from '#programmes';
import { bareField, onceEach } from './catalogue-items.js';
import { appliesTo, columnEvidence, columnsAsSeen } from './columns.js';
import { defineIndicator } from './define-indicator.js';
import { doubtDetails, joinReasons, unreadOf } from './doubts.js';
import type { OrganisationRef } from './model.js';
import { verdictOf } from './tally.js';
import { doubt, finding, type FindingText, needsReview, notApplicable, notMeasured } from './verdict.js';

const field = z.strictObject({
  name: z.string().min(1),
  /** Other names that catalogues give to it. */
  aliases: z.array(z.string().min(1)).default([]),
  /** Units that must have it, by kind or by name (`units`); all of them when absent. */
  appliesTo: z
    .strictObject({ categories: z.array(z.string()), levels: z.array(z.string()), units: z.array(z.string()) })
    .partial()
    .optional(),
});

const usualFields: z.output<typeof field>[] = pilotFields.map(({ title, aliases }) => ({
  name: title,
  aliases: [...aliases],
}));

interface KnownField extends z.output<typeof field> {
  /** All names it goes by, as they are compared. */
  names: string[];
}

const known = new WeakMap<readonly z.output<typeof field>[], KnownField[]>();

/** The fields with their names, made once for a plan's list of them. */
function knownFields(fields: readonly z.output<typeof field>[]): KnownField[] {
  const before = known.get(fields);
  if (before) return before;
  const made = fields.map((one) => ({ ...one, names: [one.name, ...one.aliases].map(bareField) }));
  known.set(fields, made);
  return made;
}

/** So many items are the most that are read of one page; what comes after them is not seen. */
const mostItems = 3000;

const paramsSchema = z.strictObject({
  /** Fields asked for; the 26 pilot fields where it is left out. */
  fields: z.array(field).min(1).optional(),
  /** Units that have only such fields as concern them: what is not there a person settles. */
  relevantOnly: z
    .strictObject({ categories: z.array(z.string()), levels: z.array(z.string()) })
    .partial()
    .optional(),
});

/**
 * The fields that an item's params ask for, and of whom.
 * @throws {z.ZodError} for params that are not this indicator's.
 */
export function askedFields(
  params: unknown,
): { name: string; isAskedOf: (organisation: OrganisationRef) => boolean }[] {
  const { fields = usualFields } = paramsSchema.parse(params ?? {});
  return fields.map((one) => ({ name: one.name, isAskedOf: (organisation) => isAskedOf(one, organisation) }));
}

/** 标准目录覆盖应编领域（通常为26个试点领域）。 */
export const catalogueFieldsCovered = defineIndicator({
  id: 'catalogue-fields-covered',
  version: 2,
  title: '标准目录覆盖应编领域',
  failureTitle: '标准目录缺少应编领域',
  basis: [
    { source: '罗政办发〔2020〕11号', clause: '三(一)', text: '26个试点领域逐项编制标准目录' },
    { source: '平政办发〔2020〕70号', clause: '二(一)2', text: '编制覆盖26个试点领域的政务公开事项标准目录' },
    { source: '国办发〔2019〕54号', clause: '二', text: '基层政府结合实际编制本级试点领域标准目录' },
  ],
  measures:
    '方案要求该类单位编制的领域中，目录里有事项的，或目录页面、目录文件以其命名的领域数除以应编领域数。领域按名称和方案所列的别名认定；有目录页面、目录条目没有读到，或有事项看不出属于哪个领域的，缺少的领域交人工复核。方案对某类单位只要求编制涉及的领域的（如街镇），缺少的一律交人工核实。',
  blindSpots:
    '网页、docx、xlsx中的目录逐项读取；pdf、ofd、扫描件和老格式文件只按文件名认领域；不判断某领域的事项是否齐全；单位确无某领域职责的，须由方案写明不适用。',
  remedy: '请补充编制并公布缺少领域的标准目录；本单位不涉及的领域，请在方案中注明不适用。',
  requires: ['catalogue', 'documents', 'columns', 'home', 'unread'],
  params: paramsSchema,
  evaluate(facts, { params, organisation }) {
    const fields = knownFields(params.fields ?? usualFields);
    const asked = fields.filter((one) => isAskedOf(one, organisation));
    if (asked.length === 0) return notApplicable('方案没有对该类单位提出领域要求');
    const [evidence] = evidenceOf(facts);
    if (facts.catalogue.length === 0 || !evidence)
      return notMeasured('没有读到目录事项（没有公布，或只有扫描件、老格式文件）', asked.length);
    const said = namesSaid(facts);
    const isNamed = (names: readonly string[]) => said.some((words) => names.some((name) => words.includes(name)));
    const lacking = asked.filter(({ names }) => !isNamed(names));
    const why = hiddenReason(
      facts,
      fields.flatMap(({ names }) => names),
    );
    if (lacking.length > 0 && params.relevantOnly && appliesTo(params.relevantOnly, organisation)) {
      const names = lacking.map(({ name }) => name);
      const text = relevanceText(names, facts.catalogue.length);
      return needsReview(
        [doubt(evidence, text)],
        `已编${asked.length - names.length}个领域，${text.message}`,
        asked.length,
      );
    }
    const drafts = lacking.map(({ name }) => ({ evidence, text: textOf(name, facts.catalogue.length, why) }));
    return verdictOf(
      {
        good: asked.length - lacking.length,
        fails: why === null ? drafts.map((draft) => finding(draft.evidence, draft.text)) : [],
        doubts: why === null ? [] : drafts.map((draft) => doubt(draft.evidence, draft.text)),
        unmeasured: 0,
      },
      { good: '已编目录', unit: '个领域', unmeasured: '没有可测的领域' },
    );
  },
});

/** Named units must have a field whatever their kind. */
function isAskedOf({ appliesTo: scope }: z.output<typeof field>, organisation: OrganisationRef): boolean {
  const { units, ...kinds } = scope ?? {};
  if (units && [organisation.name, ...organisation.aliases].some((name) => units.includes(name))) return true;
  if (units && Object.keys(kinds).length === 0) return false;
  return appliesTo(kinds, organisation);
}

type Facts = Pick<SiteFacts, 'catalogue' | 'documents' | 'columns' | 'home' | 'unread'>;

function evidenceOf({ catalogue, columns, home }: Facts) {
  const column = columns.find(({ key }) => key === 'catalogue');
  const own = column?.state === 'found' ? columnEvidence(column, home) : null;
  return [...(own ? [own] : []), ...catalogue.slice(0, 1).map(({ capture, url }) => ({ capture, url, marks: [] }))];
}

function cataloguePages(documents: readonly DocumentFact[]): DocumentFact[] {
  return documents.filter(({ kind, columnKey }) => kind === 'catalogue' || columnKey === 'catalogue');
}

/** All words that may name a field: of the items, and the titles of pages and files that hold a catalogue. */
function namesSaid({ catalogue, documents }: Facts): string[] {
  const ofItems = catalogue.flatMap((row) => [row.field, firstLevel(row)]);
  const ofPages = cataloguePages(documents).flatMap(({ title, attachments }) => [
    title,
    ...attachments.map((one) => one.title),
  ]);
  return [...new Set([...new Set([...ofItems, ...ofPages])].map(bareField))].filter((words) => words !== '');
}

function firstLevel({ item }: CatalogueItemFact): string {
  const end = item.indexOf('/');
  return end < 0 ? item : item.slice(0, end);
}

/** Why a field that was not found may be there all the same, or null. */
function hiddenReason(facts: Facts, names: readonly string[]): string | null {
  const column = columnsAsSeen(facts).find(({ key }) => key === 'catalogue');
  const unread = unreadOf(facts.unread, 'catalogue', /目录/).length;
  const isKnown = onceEach((words) => names.some((name) => words.includes(name)));
  const unclear = facts.catalogue.filter((row) => !isKnown(bareField(row.field)) && !isKnown(firstLevel(row)));
  // A field by another name than the known ones is one more field; without any name it may be every one.
  // What stands in the column and was not read – on another site, say – may be the catalogue of any field.
  const held = facts.documents.filter(({ columnKey }) => columnKey === 'catalogue').length;
  const behind = column?.state === 'found' && !column.isPage ? column.itemCount - held : 0;
  const nameless = unclear.filter((row) => row.field.trim() === '' || /目录|公开/.test(row.field)).length;
  const files = cataloguePages(facts.documents).flatMap(({ attachments }) => attachments);
  const unnamed = files.filter(({ title }) => !isKnown(bareField(title))).length;
  return joinReasons(
    unread > 0 ? `有${unread}个目录页面未能读取` : null,
    column && (column.state === 'unread' || (column.state === 'found' && !column.complete && !column.isPage))
      ? '目录栏目没有读完'
      : null,
    behind > 0 ? `目录栏目有${behind}条信息没有读到内容` : null,
    nameless > 0 ? `有${nameless}个事项看不出属于哪个领域` : null,
    unnamed > 0 ? `有${unnamed}个目录附件没有以领域命名` : null,
    facts.catalogue.length >= mostItems ? '目录事项过多，没有读完' : null,
  );
}

/** One doubt for all fields: which of them concern the unit is one question. */
function relevanceText(names: readonly string[], items: number): FindingText {
  const why = '方案只要求编制涉及的领域，本单位是否涉及须人工核实';
  return {
    subject: 'fields',
    message: `标准目录没有${names.length}个领域（${names.slice(0, 5).join('、')}${names.length > 5 ? '等' : ''}）；${why}`,
    details: [
      { label: '没有的领域', value: names.join('、') },
      { label: '已读目录事项', value: `${items}项` },
      ...doubtDetails(why),
    ],
  };
}

function textOf(name: string, items: number, why: string | null): FindingText {
  return {
    subject: name,
    message: `标准目录没有“${name}”领域${why === null ? '' : `；${why}，须人工复核`}`,
    details: [{ label: '领域', value: name }, { label: '已读目录事项', value: `${items}项` }, ...doubtDetails(why)],
  };
}
