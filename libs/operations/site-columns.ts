import { localDateOf } from '#calendar';
import {
  columnsAfter,
  siteId,
  standingPins,
  type ColumnEventRow,
  type ColumnPinRow,
  type OrganisationRow,
  type Stores,
} from '#database';
import { ruledKey, type ColumnIdentity, type ColumnKey } from '#facts';
import { BadInput } from '#kernel';
import { columnKeys, columnTitles } from '#programmes';
import { Checks, lastDay, shortText } from './checks.js';

type ColumnStores = Pick<Stores, 'organisations' | 'columns'>;

/** A column of a site as it is now, with all that happened to it. */
export interface ColumnEntry extends ColumnIdentity {
  id: string;
  /** False once it was gone. */
  present: boolean;
  /** The standard column that the pins that stand leave it, and the pin that said so last; null where none speaks of it. */
  ruled: { key: ColumnKey | null; pin: string } | null;
  history: ColumnEventRow[];
}

export interface SiteColumns {
  organisation: OrganisationRow;
  site: string;
  /** Columns under the one they hang on, in the order of their addresses. */
  columns: ColumnEntry[];
  /** Also those taken back. */
  pins: ColumnPinRow[];
}

/**
 * The column tree of a unit's site with its history and the pins on it. Empty as long as nothing was crawled.
 * @throws BadInput when there is no such unit or it has no site.
 */
export async function siteColumns(stores: ColumnStores, organisation: string, now: Date): Promise<SiteColumns> {
  const unit = await unitWithSite(stores, organisation);
  const site = siteId(unit.site);
  const [events, pins] = await Promise.all([stores.columns.events(site), stores.columns.pins(site)]);
  const standing = standingPins(pins, localDateOf(now.toISOString()));
  const histories = new Map<string, ColumnEventRow[]>();
  for (const event of events) histories.set(event.column, [...(histories.get(event.column) ?? []), event]);
  const columns = columnsAfter(events).map((column): ColumnEntry => {
    const key = ruledKey(standing, { urls: [column.url], names: [column.name], key: column.key });
    const said = standing.filter(
      (pin) => ruledKey([pin], { urls: [column.url], names: [column.name], key: null }) !== undefined,
    );
    const last = said.findLast(({ url }) => url !== null) ?? said.at(-1);
    return {
      ...column,
      ruled: key === undefined || !last ? null : { key, pin: last.id },
      history: histories.get(column.id) ?? [],
    };
  });
  return { organisation: unit, site, columns: inTreeOrder(columns), pins };
}

/** What an assessor asks for; texts as they were typed. */
export interface PinRequest {
  organisation: string;
  url?: string | undefined;
  name?: string | undefined;
  /** Exactly one of the three; a standard column by its key or its Chinese name. */
  is?: string | undefined;
  isNot?: string | undefined;
  ignore?: boolean | undefined;
  author: string;
  reason: string;
  until?: string | undefined;
}

/**
 * Keeps an assessor's ruling on a column. It takes effect with the next assessment, and with the next crawl for pages that
 * were not visited before.
 * @throws BadInput naming everything that is wrong; nothing is kept then.
 */
export async function pinColumn(stores: ColumnStores, request: PinRequest, now: Date): Promise<ColumnPinRow> {
  const unit = await unitWithSite(stores, request.organisation);
  const checks = new Checks();
  const subject = checks.take(() => subjectOf(request));
  const ruling = checks.take(() => rulingOf(request));
  const author = checks.take(() => shortText('订正人', request.author, 50));
  const reason = checks.take(() => shortText('理由', request.reason, 500));
  const until = checks.take(() => lastDay(request.until));
  const { subject: what, ruling: said, author: who, reason: why } = checks.all({ subject, ruling, author, reason });
  return stores.columns.addPin({
    site: siteId(unit.site),
    ...what,
    ...said,
    author: who,
    reason: why,
    until,
    createdAt: now.toISOString(),
  });
}

/**
 * Takes a pin back; it stays on record.
 * @throws BadInput when there is no such unit or pin, the pin was taken back before, or author or reason are missing.
 */
export async function unpinColumn(
  stores: ColumnStores,
  request: { organisation: string; pin: string; author: string; reason: string },
  now: Date,
): Promise<ColumnPinRow> {
  const unit = await unitWithSite(stores, request.organisation);
  return stores.columns.withdrawPin(siteId(unit.site), request.pin, {
    author: shortText('撤销人', request.author, 50),
    reason: shortText('理由', request.reason, 500),
    createdAt: now.toISOString(),
  });
}

async function unitWithSite(stores: ColumnStores, organisation: string): Promise<OrganisationRow & { site: string }> {
  const units = await stores.organisations.listOrganisations({ only: [organisation] });
  const [unit] = units;
  if (!unit)
    throw new BadInput([
      { where: '单位', what: `没有名为“${organisation.slice(0, 60)}”的单位`, accepted: '已导入单位的名称、别名或编号' },
    ]);
  if (units.length > 1)
    throw new BadInput([
      {
        where: '单位',
        what: `“${organisation}”指向 ${units.length} 个单位`,
        accepted: units.map(({ name }) => name).join('、'),
      },
    ]);
  if (unit.site === null)
    throw new BadInput([{ where: '单位', what: `“${unit.name}”没有登记网站`, accepted: '有网站的单位' }]);
  return { ...unit, site: unit.site };
}

function subjectOf({ url, name }: PinRequest): { url: string | null; name: string | null } {
  if ((url === undefined) === (name === undefined))
    throw new BadInput([{ where: '栏目', what: '网址和名称须且只须给出一项', accepted: '--url 网址，或 --name 名称' }]);
  if (name !== undefined) return { url: null, name: shortText('栏目名称', name, 60) };
  const address = URL.canParse(url ?? '') ? new URL(url ?? '') : null;
  if (!address || !['http:', 'https:'].includes(address.protocol) || (url ?? '').length > 2000)
    throw new BadInput([
      {
        where: '栏目网址',
        what: `“${(url ?? '').slice(0, 60)}”不是网址`,
        accepted: 'http:// 或 https:// 开头的完整网址',
      },
    ]);
  return { url: address.href, name: null };
}

function rulingOf({ is, isNot, ignore }: PinRequest): Pick<ColumnPinRow, 'ruling' | 'key'> {
  const given = [is !== undefined, isNot !== undefined, ignore === true].filter(Boolean).length;
  if (given !== 1)
    throw new BadInput([
      {
        where: '认定',
        what: given === 0 ? '没有说明认定为什么' : '只能认定为一种',
        accepted: '“是”某标准栏目、“不是”某标准栏目或“忽略”之一',
      },
    ]);
  if (ignore === true) return { ruling: 'ignore', key: null };
  return { ruling: is === undefined ? 'isNot' : 'is', key: standardColumn(is ?? isNot ?? '') };
}

function standardColumn(word: string): ColumnKey {
  const key = columnKeys.find((one) => one === word.trim() || columnTitles[one] === word.trim());
  if (!key)
    throw new BadInput([
      {
        where: '标准栏目',
        what: `没有“${word.slice(0, 40)}”这个标准栏目`,
        accepted: columnKeys.map((one) => `${one}（${columnTitles[one]}）`).join('、'),
      },
    ]);
  return key;
}

/** Each column followed by those below it; what hangs on a column that is not known stands at the top. */
function inTreeOrder(columns: readonly ColumnEntry[]): ColumnEntry[] {
  const urls = new Set(columns.map(({ url }) => url));
  const below = new Map<string | null, ColumnEntry[]>();
  for (const column of columns) {
    const parent =
      column.parent !== null && column.parent !== column.url && urls.has(column.parent) ? column.parent : null;
    below.set(parent, [...(below.get(parent) ?? []), column]);
  }
  const ordered = new Set<ColumnEntry>();
  const walk = (parent: string | null) => {
    const ones = (below.get(parent) ?? []).sort((a, b) => (a.url < b.url ? -1 : a.url > b.url ? 1 : 0));
    for (const column of ones) {
      if (ordered.has(column)) continue;
      ordered.add(column);
      if (column.url !== '') walk(column.url);
    }
  };
  walk(null);
  // Two that name each other as the one above have no top.
  for (const column of columns) ordered.add(column);
  return [...ordered];
}
