import type { OwnProgrammeRow, ProgrammeText, ProgrammeVersionRow, Stores } from '#database';
import { AlreadyDone, BadInput, MissingResource, refused, sha256Hex, stableId } from '#kernel';
import { editPlanText, planChanges, type PlanChange, type PlanEdit, type Programme } from '#programmes';
import type { CaseDoer } from './casework/doer.js';
import { wordsOf } from './casework/parties.js';
import { printInstant } from './clock.js';
import { builtInText, checkedProgramme, isBuiltIn } from './plans.js';

type Books = Pick<Stores, 'programmes'>;

/** What a text of a plan goes by in messages. */
const planName = '方案';
const longestText = 300_000;
const mostEdits = 500;

/** What is written: a whole text, values in the text of the version that was opened, or an older version again. */
export type Wording = { text: string } | { edits: readonly PlanEdit[] } | { number: number };

export interface NewProgramme {
  id: string;
  title: string;
  /** A programme that it is made from, or a text. */
  from: string | null;
  text: string | null;
  reason: string;
  /** Made by whoever sends it: what is sent twice is kept once. */
  deed: string;
}

export interface NewVersion {
  /** The version that was opened; what others kept since is not written over. */
  base: number;
  wording: Wording;
  reason: string;
  deed: string;
}

/**
 * Makes a programme of one's own of another one or of a text, under an id and title of its own.
 * @throws BadInput with a line for every fault of the text, AlreadyDone when the id is taken.
 */
export async function addProgramme(
  books: Books,
  asked: NewProgramme,
  doer: CaseDoer,
  now: Date,
): Promise<ProgrammeVersionRow> {
  const { id, title } = asked;
  const reason = wordsOf('说明', asked.reason);
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(id) || /\.ya?ml$/i.test(id))
    throw refused('编号', `“${id.slice(0, 64)}”不能用作编号`, '字母、数字、点、下划线、连字符，如 yunling-2026');
  if (isBuiltIn(id)) throw refused('编号', `“${id}”是内置方案的编号`, '另取一个编号，如 yunling-2026');
  const source = asked.from === null ? asked.text : await textOf(books, asked.from, doer);
  if (source === null) throw refused('方案', '没有指明以哪个方案为底稿', '一个方案，或方案文件');
  checkedProgramme(storable(source), planName);
  const text = stamped(source, { id, title: wordsOf('名称', title), version: '1' });
  checkedProgramme(text, planName);
  const draft = { title: title.trim(), text, sha256: sha256Hex(text), reason, ...signed(asked.deed, doer, now) };
  const kept = await books.programmes.keep({ id, sample: doer.sample, origin: asked.from }, async (known, ofDeed) => {
    if (known === null) return draft;
    if ((await ofDeed(draft.deed)) === null)
      throw new AlreadyDone([{ where: '编号', what: `已有编号为“${id}”的方案`, accepted: '另取一个编号' }]);
    return null;
  });
  return kept ?? (await keptUnder(books, id, draft.deed));
}

/**
 * Keeps a further version of an office's own programme.
 * @throws BadInput with a line for every fault, or when nothing was changed; AlreadyDone when somebody kept another one since.
 */
export async function keepVersion(
  books: Books,
  id: string,
  asked: NewVersion,
  doer: CaseDoer,
  now: Date,
): Promise<ProgrammeVersionRow> {
  const programme = await ownProgramme(books, id, doer);
  const reason = wordsOf('理由', asked.reason);
  const base = await ownVersionText(books, id, asked.base);
  const written = await wordingOf(books, base, asked.wording);
  const by = signed(asked.deed, doer, now);
  const kept = await books.programmes.keep(programme, async (known, ofDeed) => {
    if ((await ofDeed(by.deed)) !== null) return null;
    const newest = known!.newest;
    if (newest.number !== asked.base) throw alreadyKept(newest);
    const { id: named, title } = checkedProgramme(written, planName);
    if (named !== id) throw refused('编号', `方案的编号“${id}”不能改为“${named}”`, `id: ${id}`);
    // The number of a version is set here, whatever a file says.
    if (stamped(written, { version: String(newest.number) }) === base.text)
      throw refused('方案', '没有改动', '改动之后再保存');
    const text = stamped(written, { version: String(newest.number + 1) });
    return { title, text, sha256: sha256Hex(text), reason, ...by };
  });
  return kept ?? (await keptUnder(books, id, by.deed));
}

/** What a wording would be kept as: its text, what is wrong with it, and what it changes. */
export interface CheckedWording {
  text: string;
  /** Null where something is wrong. */
  programme: Programme | null;
  faults: BadInput['faults'];
  changes: PlanChange[];
}

/** Looks at a wording without keeping it. @throws BadInput where a value cannot be written. */
export async function checkWording(
  books: Books,
  id: string,
  { base, wording }: Pick<NewVersion, 'base' | 'wording'>,
  doer: Pick<CaseDoer, 'sample'>,
): Promise<CheckedWording> {
  await ownProgramme(books, id, doer);
  const opened = await ownVersionText(books, id, base);
  const text = await wordingOf(books, opened, wording);
  try {
    const programme = checkedProgramme(text, planName);
    if (programme.id !== id) throw refused(`${planName} 第1行 id`, `方案的编号“${id}”不能改`, `id: ${id}`);
    const before = checkedProgramme(opened.text, planName);
    const changes = (planChanges(before, programme) ?? []).filter(({ field }) => field !== 'version');
    return { text, programme, faults: [], changes };
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
    return { text, programme: null, faults: error.faults, changes: [] };
  }
}

/** Uses a programme no more, or again. @throws BadInput where it stands so already. */
export async function settleProgramme(
  books: Books,
  id: string,
  { retired, reason }: { retired: boolean; reason: string },
  doer: CaseDoer,
  now: Date,
): Promise<OwnProgrammeRow> {
  await ownProgramme(books, id, doer);
  const words = wordsOf('理由', reason);
  const settled = { retired, reason: words, author: doer.signs, createdAt: now.toISOString() };
  if (!(await books.programmes.settle(id, settled)))
    throw new AlreadyDone([{ where: '方案', what: retired ? '该方案已停用' : '该方案正在使用' }]);
  return ownProgramme(books, id, doer);
}

/** An office's own programme; the sample's are the sample's alone. @throws MissingResource */
export async function ownProgramme(
  { programmes }: Books,
  id: string,
  { sample }: Pick<CaseDoer, 'sample'>,
): Promise<OwnProgrammeRow> {
  const row = await programmes.programme(id);
  if (row && row.sample === sample) return row;
  throw new MissingResource([{ where: '方案', what: '没有这个方案，或它是内置的' }]);
}

/** @throws MissingResource */
export async function ownVersionText({ programmes }: Books, id: string, number: number): Promise<ProgrammeText> {
  const row = await programmes.version(id, number);
  if (row) return row;
  throw new MissingResource([{ where: '方案', what: `没有第 ${number} 版` }]);
}

async function textOf(books: Books, id: string, doer: Pick<CaseDoer, 'sample'>): Promise<string> {
  if (isBuiltIn(id)) return builtInText(id);
  const { newest } = await ownProgramme(books, id, doer);
  return (await ownVersionText(books, id, newest.number)).text;
}

async function wordingOf(books: Books, base: ProgrammeText, wording: Wording): Promise<string> {
  if ('text' in wording) return storable(wording.text);
  if ('number' in wording)
    return stamped((await ownVersionText(books, base.programme, wording.number)).text, {
      version: String(base.number),
    });
  if (wording.edits.length > mostEdits)
    throw refused('方案', `改动了 ${wording.edits.length} 处`, `一次至多 ${mostEdits} 处`);
  return editPlanText(base.text, wording.edits);
}

function stamped(text: string, fields: Record<string, string>): string {
  return editPlanText(
    storable(text),
    Object.entries(fields).map(([name, value]) => ({ path: [name], value })),
  );
}

/** A text that can be kept as it is. @throws BadInput */
function storable(text: string): string {
  if (text.length > longestText) throw refused(planName, `全文 ${text.length} 字，过长`, `不超过 ${longestText} 字`);
  const at = text.search(/[^\P{Cc}\t\n\r]|\p{Cs}/u);
  if (at < 0) return text;
  const line = text.slice(0, at).split('\n').length;
  throw refused(`${planName} 第${line}行`, '有不可用的控制字符', '文字');
}

function signed(deed: string, doer: CaseDoer, now: Date) {
  const { id: account, signs: author } = doer;
  return { author, account, deed: stableId('programme deed', account, deed), createdAt: now.toISOString() };
}

function alreadyKept({ number, author, createdAt, reason }: ProgrammeVersionRow): AlreadyDone {
  const what = `${author} 已于 ${printInstant(createdAt)} 保存了第 ${number} 版（${reason}）`;
  return new AlreadyDone([{ where: '方案', what, accepted: '打开最新一版再改；本次的改动没有保存' }]);
}

async function keptUnder({ programmes }: Books, id: string, deed: string): Promise<ProgrammeVersionRow> {
  const row = (await programmes.versions(id)).find((one) => one.deed === deed);
  if (row) return row;
  throw new MissingResource([{ where: '方案', what: '没有这一版' }]);
}
