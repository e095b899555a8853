import type { LocalDate } from '#calendar';
import { type Fault, halfWidth, squeeze } from '#kernel';
import { type Platform, platformNames, platformOf } from './platforms.js';
import { type SaidChecks, SaidRow } from './said-row.js';
import { place, quote, refuse, type Table, type TableRow } from './table.js';
import { acceptedDays, writtenDay } from './written-day.js';

export type AccountState = '在用' | '停更' | '已注销';

/** One account of a list of accounts on platforms of new media (政务新媒体账号清单). */
export interface ListedAccount {
  name: string;
  /** What names it on its platform, or its address, in one spelling; null where the list has neither. */
  id: string | null;
  /** Of platforms that have several: 订阅号, 服务号. */
  kind: string | null;
  state: AccountState;
  openedOn: LocalDate | null;
  closedOn: LocalDate | null;
}

/** A row names an account, or says that the unit has none. */
export interface AccountRow {
  line: number;
  /** A name of the unit. */
  organisation: string;
  /** Null where the unit has no account on any platform. */
  platform: string | null;
  /** Null where it has none there. */
  account: ListedAccount | null;
}

export const accountColumns = ['单位', '平台', '账号名称', '账号标识', '状态', '开设日期', '注销日期', '备注'] as const;
export const accountStates: readonly AccountState[] = ['在用', '停更', '已注销'];

/** Titles under which lists have these columns. */
const titles = {
  unit: ['单位', '主办单位', '开设单位', '单位名称'],
  platform: ['平台', '平台名称', '平台类型', '所属平台', '开设平台'],
  name: ['账号名称', '账号', '名称', '帐号名称', '新媒体名称'],
  id: ['账号标识', '账号ID', '账号id', '标识', '微信号', '帐号标识'],
  address: ['网址', '链接', '账号网址', '账号链接'],
  state: ['状态', '账号状态', '运行状态', '运营状态'],
  opened: ['开设日期', '开通日期', '开设时间', '开通时间', '注册日期'],
  closed: ['注销日期', '注销时间', '关停日期', '关停时间'],
  note: ['备注', '说明'],
} as const;
type Field = keyof typeof titles;
const asked: readonly Field[] = ['unit', 'platform', 'name', 'state'];

const stateWords: Record<AccountState, readonly string[]> = {
  在用: ['在用', '使用中', '正常', '正常运行', '正常使用', '正常更新', '运行', '运行中', '运营中'],
  停更: ['停更', '已停更', '停止更新', '暂停更新', '暂停', '停用', '已停用', '注销中'],
  已注销: ['已注销', '注销', '关停', '已关停', '关闭', '已关闭'],
};
const stateOf = new Map(accountStates.flatMap((state) => stateWords[state].map((word) => [word, state] as const)));
const none = /^(?:无|没有|未开设|未开通|无账号|没有账号|未开设账号)$/;
const blank = /^(?:无|－+|-+|—+|\/+|\\+|暂无)?$/;

const longest = { name: 100, id: 500 } as const;
/** A unit with more than these on one platform is a mistake of the list. */
const mostOnPlatform = 100;
const acceptedPlatforms = `${platformNames.join('、')}；其他平台写“其他：平台名称”；没有账号的写“无”`;

/**
 * Accounts from a table with the columns 单位,平台,账号名称,状态 and, where it has them, 账号标识 or 网址,开设日期,注销日期. A row whose 平台 is
 * “无” says that the unit has no account, one whose 账号名称 is “无” that it has none on that platform. Rows of a form that nobody has
 * filled in are left out; an account that is listed twice is one. Every fault is listed; with a fault nothing is returned.
 * @throws BadInput
 */
export function readAccounts(table: Table, checks?: Pick<SaidChecks, 'organisation' | 'today'>): AccountRow[] {
  const used = titlesOf(table);
  const faults: Fault[] = asked
    .filter((field) => !titles[field].some((title) => table.header.includes(title)))
    .map((field) => ({
      where: place(table.fileName),
      what: `表头缺少“${titles[field][0]}”列`,
      accepted: `表头 ${accountColumns.join(',')}（可以有别的列）`,
    }));
  if (faults.length > 0) refuse(faults);
  const rows = table.rows.flatMap((row) => readOne(table, row, { used, faults, checks }) ?? []);
  const kept = withoutRepeats(table, rows, used, faults);
  faults.push(...contradictions(table, kept, used));
  if (faults.length > 0) refuse(faults);
  if (kept.length === 0)
    refuse([
      { where: place(table.fileName), what: '没有填写任何账号', accepted: '每行一个账号；没有账号的单位平台写“无”' },
    ]);
  return kept;
}

type Titles = Readonly<Record<Field, string>>;

interface Reading {
  used: Titles;
  faults: Fault[];
  checks: Pick<SaidChecks, 'organisation' | 'today'> | undefined;
}

/** For each column the title that the table has for it. */
function titlesOf({ header }: Table): Titles {
  const entries = Object.entries(titles).map(([field, words]) => [
    field,
    words.find((title) => header.includes(title)) ?? words[0],
  ]);
  return Object.fromEntries(entries) as Titles;
}

function readOne(table: Table, row: TableRow, { used, faults, checks }: Reading): AccountRow | null {
  const of = new SaidRow(table, row, faults);
  const fields = Object.keys(titles) as Field[];
  if (of.isBlank(...fields.filter((field) => field !== 'unit').map((field) => used[field]))) return null;
  const organisation = of.words([used.unit], '已导入单位的名称或别名');
  const unknown = organisation === '' ? null : (checks?.organisation(organisation) ?? null);
  if (unknown) of.refuse(used.unit, unknown);
  const [platformText, nameText] = [squeeze(of.cell(used.platform)), of.cell(used.name)];
  const isNameless = none.test(squeeze(nameText));
  if (none.test(platformText) || (platformText === '' && isNameless)) {
    if (!isNameless && !blank.test(nameText))
      of.refuse(used.platform, { what: `写着没有账号，却填了账号“${quote(nameText)}”`, accepted: acceptedPlatforms });
    return of.isSound ? { line: row.line, organisation, platform: null, account: null } : null;
  }
  const platform = platformOf(platformText);
  if (platform === null) of.refuse(used.platform, { what: of.unusable(used.platform), accepted: acceptedPlatforms });
  if (isNameless)
    return of.isSound && platform ? { line: row.line, organisation, platform: platform.name, account: null } : null;
  const account = accountOf(of, { used, platform, today: checks?.today ?? null });
  if (!of.isSound || platform === null || account === null) return null;
  return { line: row.line, organisation, platform: platform.name, account };
}

function accountOf(
  of: SaidRow,
  { used, platform, today }: { used: Titles; platform: Platform | null; today: LocalDate | null },
): ListedAccount | null {
  const name = of.words([used.name], '账号名称；没有账号的写“无”');
  if (name.length > longest.name)
    of.refuse(used.name, { what: `有 ${name.length} 个字`, accepted: `至多 ${longest.name} 字` });
  const [openedOn, closedOn] = [dayIn(of, used.opened, today), dayIn(of, used.closed, today)];
  if (openedOn !== null && closedOn !== null && closedOn < openedOn)
    of.refuse(used.closed, { what: `${closedOn}早于开设的${openedOn}`, accepted: '不早于开设日期的日期' });
  const state = stateIn(of, used, closedOn);
  const id = idOf(of.cell(used.id)) ?? idOf(of.cell(used.address));
  if (id !== null && id.length > longest.id)
    of.refuse(used.id, { what: `有 ${id.length} 个字`, accepted: `至多 ${longest.id} 字` });
  return state && { name, id, kind: platform?.kind ?? null, state, openedOn, closedOn };
}

/** Null where it is left blank, or refused. */
function dayIn(of: SaidRow, title: string, today: LocalDate | null): LocalDate | null {
  const text = of.cell(title);
  if (blank.test(text)) return null;
  const day = writtenDay(text);
  if (day === null) of.refuse(title, { what: of.unusable(title), accepted: `${acceptedDays}，不知道的留空` });
  else if (today !== null && day > today)
    of.refuse(title, { what: `${day}还没有到`, accepted: `不晚于${today}的日期` });
  return day;
}

function stateIn(of: SaidRow, used: Titles, closedOn: LocalDate | null): AccountState | null {
  const text = squeeze(of.cell(used.state));
  if (text === '' && closedOn !== null) return '已注销';
  const state = stateOf.get(text) ?? null;
  if (state === null) of.refuse(used.state, { what: of.unusable(used.state), accepted: accountStates.join('、') });
  else if (state !== '已注销' && closedOn !== null)
    of.refuse(used.state, {
      what: `写着${state}，却有注销日期${closedOn}`,
      accepted: '已注销；没有注销的不写注销日期',
    });
  return state;
}

/** One spelling for all ways to write the same identifier or address; placeholders are none. */
function idOf(text: string): string | null {
  const bare = halfWidth(squeeze(text));
  if (blank.test(bare)) return null;
  if (!/^https?:\/\//i.test(bare) || !URL.canParse(bare)) return bare.replace(/^@/, '').toLowerCase();
  const { host, pathname, search } = new URL(bare);
  return `//${host.replace(/^(?:www|m)\./, '')}${pathname.replace(/\/$/, '')}${search}`;
}

/** An account that stands in several rows counts once; rows that tell different things of it are a fault. */
function withoutRepeats(table: Table, rows: readonly AccountRow[], used: Titles, faults: Fault[]): AccountRow[] {
  const first = new Map<string, AccountRow>();
  return rows.filter((row) => {
    const { organisation, platform, account } = row;
    const key = JSON.stringify([organisation, platform, account && (account.id ?? ['name', squeeze(account.name)])]);
    const before = first.get(key);
    if (!before) first.set(key, row);
    else if (toldOf(before) !== toldOf(row))
      faults.push({
        where: place(table.fileName, row.line, used.state),
        what: `与第${before.line}行是同一个账号，状态或日期却不同`,
        accepted: '每个账号只占一行',
      });
    return !before;
  });
}

function toldOf({ account }: AccountRow): string {
  return JSON.stringify([account?.state, account?.openedOn, account?.closedOn]);
}

/** Rows that say that a unit has none beside rows that name some, and more accounts than any unit has. */
function contradictions(table: Table, rows: readonly AccountRow[], used: Titles): Fault[] {
  const faults: Fault[] = [];
  const report = (line: number, what: string, accepted: string) =>
    faults.push({ where: place(table.fileName, line, used.platform), what, accepted });
  const keyOf = (organisation: string, platform: string | null) => JSON.stringify([organisation, platform]);
  /** Lines of accounts that are not closed, of a unit and of a unit on a platform. */
  const live = new Map<string, number>();
  const counts = new Map<string, number>();
  for (const { line, organisation, platform, account } of rows) {
    if (account === null) continue;
    const key = keyOf(organisation, platform);
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    if (count === mostOnPlatform + 1)
      report(
        line,
        `“${quote(organisation)}”在${platform ?? ''}的账号超过${mostOnPlatform}个`,
        '一个单位的账号；请核对单位和平台',
      );
    if (account.state !== '已注销')
      for (const at of [key, keyOf(organisation, null)]) live.set(at, live.get(at) ?? line);
  }
  for (const { line, organisation, platform, account } of rows) {
    const other = account ? undefined : live.get(keyOf(organisation, platform));
    if (other !== undefined) report(line, `写着没有账号，第${other}行却有没注销的账号`, '两行中只留属实的');
  }
  return faults;
}
