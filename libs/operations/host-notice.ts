import { userAgent, robotName } from '#crawlers';
import { siteId, type OrganisationRow, type RefusedPage, type Stores } from '#database';
import { fetchOutcomes, type FetchOutcome } from '#evidence';
import type { Settings } from '#kernel';
import { shanghaiTime } from './clock.js';
import { productVersion } from './package-root.js';

/** A letter to who runs a site that keeps us out: what was refused, and what to allow. */
export interface HostNotice {
  host: string;
  /** Units whose site is behind the host. */
  organisations: string[];
  pages: number;
  /** Chinese, plain text. */
  letter: string;
}

type NoticeSettings = Pick<
  Settings,
  'MINGJING_CONTACT' | 'MINGJING_ADDRESSES' | 'MINGJING_INTERVAL_MS' | 'MINGJING_CRAWL_HOURS'
>;

/** Pages of all hosts together that are looked at. */
const mostPages = 20_000;
/** Pages that one letter names. */
const mostNamed = 20;

/** One letter for each host that refused pages in the newest round of its site. */
export async function hostNotices(
  stores: Pick<Stores, 'hosts' | 'organisations'>,
  settings: NoticeSettings,
  now: Date,
  host?: string,
): Promise<HostNotice[]> {
  const [pages, units] = await Promise.all([
    stores.hosts.refusedPages(mostPages, host),
    stores.organisations.listOrganisations(),
  ]);
  const byHost = new Map<string, RefusedPage[]>();
  for (const page of pages) byHost.set(page.host, [...(byHost.get(page.host) ?? []), page]);
  return [...byHost].map(([name, refused]) => {
    const organisations = namesOf(refused, units);
    return {
      host: name,
      organisations,
      pages: refused.length,
      letter: letterTo(name, organisations, refused, settings, now),
    };
  });
}

function namesOf(pages: readonly RefusedPage[], units: readonly OrganisationRow[]): string[] {
  const sites = new Set(pages.map(({ site }) => site));
  return units.filter(({ site }) => site !== null && sites.has(siteId(site))).map(({ name }) => name);
}

/** The whole letter. Pure; tests read it. */
export function letterTo(
  host: string,
  organisations: readonly string[],
  pages: readonly RefusedPage[],
  settings: NoticeSettings,
  now: Date,
): string {
  const day = shanghaiTime(now.getTime()).slice(0, 10);
  const named = pages.slice(0, mostNamed);
  const outcomes = new Set(pages.map(({ outcome }) => outcome));
  const more = pages.length > named.length ? [`（其余 ${pages.length - named.length} 个从略）`] : [];
  return [
    '关于协助放行政务公开监测访问的函',
    '',
    `${organisations.length > 0 ? `${organisations.join('、')}网站` : host} 管理单位：`,
    '',
    `我单位使用“明镜”系统监测政府网站的政务公开情况。系统表明身份访问，遵守 robots.txt 和访问间隔；遇到人机验证只作记录，不绕过。` +
      `最近一轮采集中，${host} 的下列页面未能取得。未能取得的内容一律记为“未测”，不据此扣分，但也无法反映贵单位的公开情况，请予协助。`,
    '',
    `一、未能取得的页面（共 ${pages.length} 个）`,
    ...named.map((page, index) => `${index + 1}. ${lineOf(page)}`),
    ...more,
    '',
    '二、请予放行',
    ...wishes(outcomes, settings).map((wish, index) => `${index + 1}. ${wish}`),
    '',
    '三、联系方式',
    settings.MINGJING_CONTACT || '（未填写；请用 MINGJING_CONTACT 设置）',
    '',
    day,
  ].join('\n');
}

function lineOf({ url, outcome, status, at, note }: RefusedPage): string {
  const answer = status === null ? '' : `，服务器答复 ${status}`;
  const why = outcome === 'blockedByRobots' && note ? `，${note}` : '';
  return `${shanghaiTime(Date.parse(at))}  ${fetchOutcomes[outcome].title}${answer}${why}  ${url}`;
}

function wishes(outcomes: ReadonlySet<FetchOutcome>, settings: NoticeSettings): string[] {
  const agent = userAgent(productVersion, settings.MINGJING_CONTACT);
  const addresses = settings.MINGJING_ADDRESSES.split(/[,，\s]+/).filter((one) => one !== '');
  const seconds = settings.MINGJING_INTERVAL_MS / 1000;
  const hours = settings.MINGJING_CRAWL_HOURS ? `，时段为每日 ${settings.MINGJING_CRAWL_HOURS}` : '';
  const guards = outcomes.has('forbidden') || outcomes.has('challenged') || outcomes.has('rateLimited');
  return [
    `访问标识（User-Agent）：${agent}`,
    ...(addresses.length > 0 ? [`访问来源地址：${addresses.join('、')}`] : []),
    ...(guards ? ['请在防火墙、网站防护和人机验证中，对上述标识（及来源地址）放行政务公开栏目。'] : []),
    ...(outcomes.has('rateLimited')
      ? [`访问频率：同一主机每 ${seconds} 秒至多一次${hours}；如需更慢，请告知间隔。`]
      : []),
    ...(outcomes.has('blockedByRobots')
      ? [`请在 robots.txt 中加入以下两行，允许访问政务公开栏目：\n   User-agent: ${robotName}\n   Allow: /`]
      : []),
  ];
}
