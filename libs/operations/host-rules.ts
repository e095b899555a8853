import type { HostPermissionRow, HostRow, HostRuleRow, Stores } from '#database';
import { BadInput, parseOpenHours, type OpenHours } from '#kernel';
import { Checks, lastDay, shortText } from './checks.js';
import { today, type Clock } from './clock.js';

type HostStores = Pick<Stores, 'hosts'>;

interface ByWhom {
  author: string;
  reason: string;
}

/** What a person sets for a host; texts as they were typed. Left out: as before; 默认: as the settings say. */
export interface HostSetting extends ByWhom {
  host: string;
  hours?: string | undefined;
  /** Milliseconds. */
  interval?: string | undefined;
  perHost?: string | undefined;
}

const usual = '默认';

/**
 * Sets the pace or the hours of one host in place of the settings. It counts from the next request on, for all workers.
 * @throws BadInput naming everything that is wrong; nothing is kept then.
 */
export async function setHost(stores: HostStores, request: HostSetting, now: Date): Promise<HostRuleRow> {
  const { hours, interval, perHost } = request;
  const checks = new Checks();
  const host = checks.take(() => hostName(request.host));
  const rule = {
    ...(hours === undefined ? {} : { hours: checks.take(() => openHours(hours)) }),
    ...(interval === undefined ? {} : { intervalMs: checks.take(() => number('间隔（毫秒）', interval, 0, 600_000)) }),
    ...(perHost === undefined ? {} : { perHost: checks.take(() => number('同时请求数', perHost, 1, 16)) }),
  };
  checks.take(() => somethingSet(rule));
  const known = checks.all({ host, ...byWhom(checks, '设置人', request) });
  return stores.hosts.addRule(known.host, { ...rule, ...known, createdAt: now.toISOString() });
}

/** Has a host asked again at once that was slowed down, left in peace or given up. @throws BadInput */
export async function resumeHost(
  stores: HostStores,
  request: ByWhom & { host: string },
  now: Date,
): Promise<HostRuleRow> {
  const checks = new Checks();
  const host = checks.take(() => hostName(request.host));
  const known = checks.all({ host, ...byWhom(checks, '操作人', request) });
  return stores.hosts.addRule(known.host, { ...known, resumed: true, createdAt: now.toISOString() });
}

/**
 * Allows a path of a host that its robots.txt does not, up to a day; every capture that is made by it says so.
 * @throws BadInput naming everything that is wrong; nothing is kept then.
 */
export async function allowHost(
  stores: HostStores,
  request: ByWhom & { host: string; path: string; until: string },
  clock: Clock,
): Promise<HostPermissionRow> {
  const checks = new Checks();
  const host = checks.take(() => hostName(request.host));
  const path = checks.take(() => pathPattern(request.path));
  const until = checks.take(() => notPast(request.until, today(clock)));
  const known = checks.all({ host, path, until, ...byWhom(checks, '授权人', request) });
  return stores.hosts.addPermission({ ...known, createdAt: clock.now().toISOString() });
}

/** Takes a permission back; it stays on record. @throws BadInput when there is none that stands. */
export async function revokeHost(
  stores: HostStores,
  request: ByWhom & { permission: string },
  now: Date,
): Promise<HostPermissionRow> {
  const checks = new Checks();
  const known = checks.all(byWhom(checks, '撤销人', request));
  return stores.hosts.withdrawPermission(request.permission, { ...known, createdAt: now.toISOString() });
}

export interface HostsView {
  /** Hosts that fit, of which some are shown. */
  total: number;
  hosts: HostRow[];
  /** What was set for those shown, oldest first. */
  rules: HostRuleRow[];
  permissions: HostPermissionRow[];
}

/** How hosts are doing, what was set for them and allowed. `words`: part of the name. */
export async function viewHosts(
  stores: HostStores,
  filter: { words: string; offset: number; limit: number },
): Promise<HostsView> {
  const { total, rows } = await stores.hosts.hosts({ ...filter, words: filter.words.trim() });
  const names = rows.map(({ host }) => host);
  const [rules, permissions] = await Promise.all([stores.hosts.rules(names), stores.hosts.permissions(names)]);
  return { total, hosts: rows, rules, permissions };
}

/** As addresses write it: lower case, names beyond ASCII encoded, the usual ports left out. @throws BadInput */
export function hostName(text: string): string {
  const typed = text.trim();
  const address = /^https?:\/\//i.test(typed) ? typed : `http://${typed}`;
  if (typed === '' || typed.length > 300 || !URL.canParse(address))
    throw new BadInput([
      { where: '主机', what: `“${typed.slice(0, 60)}”不是主机名`, accepted: '如 www.example.gov.cn，或网站的网址' },
    ]);
  return new URL(address).host.replace(/:(80|443)$/, '');
}

function byWhom(checks: Checks, who: string, { author, reason }: ByWhom) {
  return {
    author: checks.take(() => shortText(who, author, 50)),
    reason: checks.take(() => shortText('理由', reason, 500)),
  };
}

function somethingSet(rule: object): true {
  if (Object.keys(rule).length === 0)
    throw new BadInput([
      { where: '设置', what: '没有说明设置什么', accepted: '--hours、--interval、--per-host 至少一项' },
    ]);
  return true;
}

function openHours(text: string): OpenHours | null {
  if (text.trim() === usual) return null;
  const hours = parseOpenHours(text);
  if (hours === null || hours.length === 0)
    throw new BadInput([
      {
        where: '采集时段',
        what: `“${text.slice(0, 60)}”不是时段`,
        accepted: `如 22:00-06:00（北京时间，多段以逗号分隔），00:00-24:00 为全天，${usual} 为按设置`,
      },
    ]);
  return hours;
}

function number(where: string, text: string, from: number, to: number): number | null {
  if (text.trim() === usual) return null;
  const value = /^\d{1,6}$/.test(text.trim()) ? Number(text) : NaN;
  if (!(value >= from && value <= to))
    throw new BadInput([
      { where, what: `“${text.slice(0, 40)}”不可用`, accepted: `${from} 至 ${to} 的整数，或 ${usual}（按设置）` },
    ]);
  return value;
}

function pathPattern(text: string): string {
  const path = text.trim();
  if (!/^[/*]/.test(path) || path.length > 500 || /[\p{Cc}\s]/u.test(path))
    throw new BadInput([
      {
        where: '路径',
        what: `“${path.slice(0, 60)}”不可用`,
        accepted: '以 / 开头，写法同 robots.txt：* 为任意字符，末尾的 $ 为网址结束，如 /zwgk/',
      },
    ]);
  return path;
}

function notPast(text: string, day: string): string {
  const until = lastDay(text);
  if (until === null || until < day)
    throw new BadInput([
      { where: '截止日期', what: until === null ? '没有填写' : `${until} 已过`, accepted: `${day} 或以后的日期` },
    ]);
  return until;
}
