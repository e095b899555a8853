import { localDateOf, parsePeriod, type LocalDate } from '#calendar';
import {
  decisionObjection,
  faultsOfAnswers,
  materialState,
  remarksOnAnswers,
  sendingObjection,
  withdrawalObjection,
  type AnswerRemark,
  type Answers,
  type MaterialState,
  type MaterialVerdict,
  type Objection,
} from '#casework';
import type { MaterialDraftRow, MaterialKey, MaterialVersionRow, OrganisationRow, Stores, UploadRow } from '#database';
import type { BlobStore } from '#evidence';
import { AlreadyDone, BadInput, MissingResource, type Fault } from '#kernel';
import type { FormField, Programme } from '#programmes';
import { readTable } from '#sheets';
import { unitOf } from './doer.js';
import {
  askedOf,
  fieldsOf,
  itemsOfRequirement,
  requirementReader,
  ruleOf,
  type AskedRequirement,
  type MaterialItem,
  type RequirementReading,
} from './material-plan.js';
import { wordsOf, type Author } from './parties.js';

type Books = Pick<Stores, 'materials' | 'uploads' | 'organisations'> & { blobs: BlobStore };

/** How it stands with one requirement of one unit. */
export interface MaterialStanding {
  organisation: { id: string; name: string };
  requirement: string;
  clause: string;
  statement: string;
  due: string | null;
  dueOn: LocalDate | null;
  decidedBy: string;
  state: MaterialState;
  /** Whether something is filled in that was not sent. */
  hasDraft: boolean;
  /** Of the last version; null before the first. */
  version: number | null;
  sentAt: string | null;
  /** What the last standing word says, with its reason; null where there is none. */
  word: { verdict: MaterialVerdict; grade: string | null; reason: string; signs: string; at: string } | null;
}

export interface MaterialDetail extends MaterialStanding {
  period: string;
  programme: string;
  note: string | null;
  fields: FormField[];
  items: MaterialItem[];
  draft: Pick<MaterialDraftRow, 'answers' | 'revision' | 'saver' | 'savedAt'> | null;
  /** Newest first. */
  versions: (MaterialVersionRow & { remarks: AnswerRemark[] })[];
  /** Every file that a version or the draft names. */
  files: UploadRow[];
  /** Why it cannot be sent now, or null. */
  closed: string | null;
}

/** What is asked of units in a period and how it stands, unit by unit in the order of the plan. */
export async function listMaterials(
  { materials }: Pick<Stores, 'materials'>,
  { programme, period, units }: { programme: Programme; period: string; units: readonly OrganisationRow[] },
): Promise<MaterialStanding[]> {
  const scope = { programme: programme.id, period: parsePeriod(period).id, organisations: units.map(({ id }) => id) };
  const keyOf = ({ organisation, requirement }: Pick<MaterialKey, 'organisation' | 'requirement'>) =>
    JSON.stringify([organisation, requirement]);
  const drafts = new Set((await materials.drafts(scope)).map(keyOf));
  const sent = new Map<string, MaterialVersionRow[]>();
  const readingOf = requirementReader(programme);
  for (const version of await materials.versions(scope))
    sent.set(keyOf(version), [...(sent.get(keyOf(version)) ?? []), version]);
  return units.flatMap((unit) =>
    askedOf(programme, unit).map((requirement) => {
      const key = keyOf({ organisation: unit.id, requirement: requirement.id });
      return standingOf(unit, readingOf(requirement), { sent: sent.get(key) ?? [], hasDraft: drafts.has(key) });
    }),
  );
}

/** One requirement of a unit with its form, what was filled in, sent and decided. @throws MissingResource */
export async function materialDetail(books: Books, programme: Programme, key: MaterialKey): Promise<MaterialDetail> {
  const unit = (await books.organisations.listOrganisations({ only: [key.organisation] })).find(
    ({ id }) => id === key.organisation,
  );
  if (!unit) throw missing('没有这个单位');
  const requirement = askedFrom(programme, unit, key.requirement);
  const full = { ...key, period: parsePeriod(key.period).id };
  const draft = await books.materials.draft(full);
  const sent = await books.materials.versions({ ...full, organisations: [unit.id] });
  const standing = standingOf(unit, requirementReader(programme)(requirement), { sent, hasDraft: draft !== null });
  const fields = fieldsOf(requirement);
  const named = [draft?.answers ?? {}, ...sent.map(({ answers }) => answers)].flatMap(filesIn);
  return {
    ...standing,
    ...{ programme: programme.id, period: full.period, note: requirement.note ?? null, fields },
    items: itemsOfRequirement(programme, requirement),
    draft,
    versions: sent.map((one) => ({ ...one, remarks: remarksOnAnswers(fields, one.answers) })).reverse(),
    files: await books.uploads.uploads([...new Set(named)]),
    closed: sendingObjection(standing.state)?.what ?? null,
  };
}

/**
 * Keeps what was filled in, whatever it is, over the draft that was read.
 * @throws AlreadyDone where another saved meanwhile, telling who and when.
 */
export async function saveDraft(
  books: Books,
  programme: Programme,
  { key, answers, revision }: { key: MaterialKey; answers: Answers; revision: number },
  { doer, now }: { doer: Author; now: Date },
): Promise<MaterialDraftRow> {
  const unit = await unitOf(books, key.organisation, doer);
  askedFrom(programme, unit, key.requirement);
  const row = { ...key, period: parsePeriod(key.period).id };
  const signed = { savedBy: doer.account, saver: doer.name, savedAt: now.toISOString() };
  const saved = await books.materials.saveDraft({ ...row, answers, ...signed }, revision);
  if (saved) return saved;
  const other = await books.materials.draft(row);
  // Saved, but the answer was lost on its way: the same again is the same.
  if (
    other &&
    other.savedBy === doer.account &&
    JSON.stringify(sorted(other.answers)) === JSON.stringify(sorted(answers))
  )
    return other;
  const what = other
    ? `${other.saver}已于${localDateOf(other.savedAt)}在别处保存过，这里的没有保存`
    : '草稿已报送或已删去，请重新打开';
  throw new AlreadyDone([{ where: '草稿', what }]);
}

/**
 * Sends what was filled in as a new version.
 * @param id made by who sends, so that sending it again sends nothing twice.
 * @throws BadInput naming every piece that is wrong; AlreadyDone while a version waits.
 */
export async function sendMaterial(
  books: Books,
  programme: Programme,
  { id, key, answers }: { id: string; key: MaterialKey; answers: Answers },
  { doer, now }: { doer: Author; now: Date },
): Promise<MaterialVersionRow> {
  const unit = await unitOf(books, key.organisation, doer);
  const requirement = askedFrom(programme, unit, key.requirement);
  const fields = fieldsOf(requirement);
  const uploads = (await books.uploads.uploads(filesIn(answers))).filter((file) => file.organisation === unit.id);
  const files = new Map(uploads.map((file) => [file.id, file.kind]));
  const wrong = faultsOfAnswers(fields, answers, { files, today: localDateOf(now.toISOString()) });
  const all = wrong.length > 0 ? wrong : await tableFaults(books.blobs, fields, answers, uploads);
  if (all.length > 0) throw new BadInput(all.map(({ label, what }): Fault => ({ where: label, what })));
  const rule = ruleOf(programme, requirement);
  const signed = { sentBy: doer.account, sender: doer.name, sentAt: now.toISOString() };
  const row = { id, ...key, period: parsePeriod(key.period).id, answers: only(fields, answers), ...signed };
  const kept = await books.materials.send(row, (sent) =>
    object('报送', sendingObjection(materialState(sent, { hasDraft: false, rule }))),
  );
  if (kept.organisation !== unit.id || kept.requirement !== key.requirement)
    throw new BadInput([{ where: '编号', what: '已用于别的报送' }]);
  return kept;
}

export interface MaterialDecisionRequest {
  id: string;
  verdict: MaterialVerdict;
  grade: string | null;
  reason: string;
}

/** @throws BadInput, AlreadyDone telling who decided what and when; MissingResource. */
export async function decideMaterial(
  books: Books,
  programmeOf: (id: string) => Promise<Programme>,
  { version: id, word }: { version: string; word: MaterialDecisionRequest },
  { doer, now }: { doer: Author; now: Date },
): Promise<{ before: MaterialVersionRow; after: MaterialVersionRow }> {
  const before = await versionFor(books, id, doer);
  if (doer.unit === before.organisation) throw new BadInput([{ where: '审定', what: '本单位的材料由别的单位审定' }]);
  const rule = ruleOf(await programmeOf(before.programme), { id: before.requirement });
  const needsReason = word.verdict !== 'meets' && word.verdict !== 'graded';
  const reason = needsReason ? wordsOf('理由', word.reason) : word.reason.trim().slice(0, 2000);
  const signed = { decidedBy: doer.account, decider: doer.name, decidedAt: now.toISOString() };
  const after = await books.materials.decide({ ...word, reason, version: id, ...signed }, (version, sent) =>
    object(
      '审定',
      decisionObjection(version, { ...word, by: doer.account }, { rule, isNewest: sent.at(-1)?.id === version.id }),
    ),
  );
  return { before, after };
}

/** @throws BadInput, AlreadyDone; MissingResource. */
export async function withdrawMaterialDecision(
  books: Books,
  { version: id, decision, reason }: { version: string; decision: string; reason: string },
  { doer, now }: { doer: Author; now: Date },
): Promise<{ before: MaterialVersionRow; after: MaterialVersionRow }> {
  const before = await versionFor(books, id, doer);
  const signed = { withdrawnBy: doer.account, withdrawer: doer.name, withdrawnAt: now.toISOString() };
  const after = await books.materials.withdraw(
    id,
    { decision, reason: wordsOf('理由', reason), ...signed },
    (version, sent) => {
      const word = version.words.find((one) => one.id === decision);
      if (!word) throw missing('没有这项审定');
      object('撤回', withdrawalObjection(word, doer.account, sent.at(-1)?.id === version.id));
    },
  );
  return { before, after };
}

function standingOf(
  unit: OrganisationRow,
  { requirement, rule, dueOn }: RequirementReading,
  { sent, hasDraft }: { sent: readonly MaterialVersionRow[]; hasDraft: boolean },
): MaterialStanding {
  const { id, clause, statement, due, form } = requirement;
  const last = sent.at(-1);
  const word = last?.words.filter(({ isWithdrawn }) => !isWithdrawn).at(-1);
  return {
    organisation: { id: unit.id, name: unit.name },
    ...{ requirement: id, clause, statement, due, dueOn, decidedBy: form.decidedBy },
    state: materialState(sent, { hasDraft, rule }),
    hasDraft,
    version: last?.version ?? null,
    sentAt: last?.sentAt ?? null,
    word: word
      ? { verdict: word.verdict, grade: word.grade, reason: word.reason, signs: word.signs, at: word.at }
      : null,
  };
}

function askedFrom(programme: Programme, unit: OrganisationRow, id: string): AskedRequirement {
  const requirement = askedOf(programme, unit).find((one) => one.id === id);
  if (!requirement) throw missing('方案没有要求这个单位报送这一项');
  return requirement;
}

async function versionFor(books: Books, id: string, doer: Author): Promise<MaterialVersionRow> {
  const version = await books.materials.version(id);
  if (!version) throw missing('没有这份材料');
  await unitOf(books, version.organisation, doer);
  return version;
}

const missing = (what: string) => new MissingResource([{ where: '佐证材料', what }]);

function object(where: string, objection: Objection | null): void {
  if (objection?.kind === 'taken') throw new AlreadyDone([{ where, what: objection.what }]);
  if (objection) throw new BadInput([{ where, what: objection.what }]);
}

const filesIn = (answers: Answers): string[] => Object.values(answers).flatMap(({ files }) => [...files]);

function sorted(answers: Answers): [string, unknown][] {
  return Object.entries(answers)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([label, { words, files, person }]) => [
      label,
      [words, files, person && [person.name, person.post, person.telephone]],
    ]);
}

function only(fields: readonly FormField[], answers: Answers): Answers {
  return Object.fromEntries(
    fields.flatMap(({ label }) => (Object.hasOwn(answers, label) ? [[label, answers[label]!]] : [])),
  );
}

/** Tables are opened, for a table without its columns says nothing. */
async function tableFaults(
  blobs: BlobStore,
  fields: readonly FormField[],
  answers: Answers,
  uploads: readonly UploadRow[],
): Promise<AnswerRemark[]> {
  const faults: AnswerRemark[] = [];
  for (const { label, columns = [] } of fields.filter(({ kind }) => kind === 'table'))
    for (const id of answers[label]?.files ?? []) {
      const file = uploads.find((one) => one.id === id)!;
      const what = await tableFault(await blobs.get(file.sha256), file.name, columns);
      if (what !== null) faults.push({ label, what: `${file.name}${what}` });
    }
  return faults;
}

async function tableFault(bytes: Uint8Array, name: string, columns: readonly string[]): Promise<string | null> {
  try {
    const { header, rows } = await readTable(bytes, name);
    const lacking = columns.filter((column) => !header.some((head) => head.includes(column)));
    if (lacking.length > 0) return `缺少列：${lacking.join('、')}`;
    return rows.length === 0 ? '里没有一行内容' : null;
  } catch (error) {
    if (error instanceof BadInput) return `：${error.faults[0]?.what ?? '读不出'}`;
    throw error;
  }
}
