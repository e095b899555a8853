import { classifyColumn, plainName } from './classify-column.js';
import { isArticleAddress } from './article-address.js';
import { addressOfLink } from './link-address.js';
import type { ColumnKey, NamedLink } from './model.js';
import { headingBefore, isDatedRow, isMore, nameOfLink } from './page-columns.js';
import type { ParsedPage } from './parsed-page.js';
import { articleKey, hostOf } from './urls.js';

/*
 * Departments and towns without a host of their own have their pages in a folder of the government's (/bm/jyj/). Their columns
 * are none of the government's: they are named by unit and column (云岭县教育局·通知公告), and only their lists are read.
 */

/** Sub-sites and columns of one that are followed at most. */
const mostUnits = 60;
const mostColumns = 6;

/** What columns are about that hold documents (条例第二十条 and how sites name it): asked for where a menu leads everywhere. */
export const ofDocuments =
  /文件|公文|法规|规章|政策|规划|计划|总结|财政|预算|决算|资金|土地|征收|征地|人事|任免|招考|招录|招聘|应急|预案|公告|公示|通知|通告|公报|许可|处罚|执法|权责|权力|清单|收费|项目|采购|招标|投标|民生|公开|目录|标准|领域|征集|征求|调查|听证|意见|建议|提案|督查|审计|监管|监督|安全|环境|教育|医疗|卫生|救助|就业|住房|保障|振兴|扶贫|议题|会议|决策|改革|质量/;

const unitName =
  /^[\u4e00-\u9fa5]{1,18}(?:局|委员会|办公室|办事处|(?:发改|卫健|教体|住建|科)委|[工团妇残]联|联合会|街道|(?<![古乡城名集小美])镇|(?<![城家故下水美])乡)$/;
/** The party's, and what only looks like a unit. */
const noUnit = /党|纪委|监委|^(?:走进|魅力|美丽|和美|特色|我的|关于)|微信|微博|网格|直播|新媒体/;

/** The folder of a site's own page: `/bm/jyj/`, `/bm/jyj/index.html`. */
const ownPage = /^(https?:\/\/[^/]+(?:\/[^/?#]+)+\/)(?:(?:index|default|main|home)\.\w{2,6})?$/i;

const home = '首页';

/** The unit whose page a visit is to, by the name of its column: `云岭县教育局·通知公告` → `云岭县教育局`; null for the site's own. */
export function unitOf(columnName: string | null): string | null {
  const [unit, column] = (columnName ?? '').split('·');
  return unit && column && unitName.test(unit) ? unit : null;
}

/** Whether a visit is to the page that a unit's own columns are named on. */
export function isUnitHome(columnName: string | null): boolean {
  return unitOf(columnName) !== null && columnName!.endsWith(`·${home}`);
}

/** Units that a home page leads to in folders of its own host, each folder once. */
export function readUnitSites(page: ParsedPage): NamedLink[] {
  const found = new Map<string, NamedLink>();
  for (const link of page.links) {
    if (found.size >= mostUnits) break;
    const name = plainName(nameOfLink(link));
    if (!unitName.test(name) || noUnit.test(name) || classifyColumn(name, link.href) !== null) continue;
    const url = addressOfLink(page, link.element);
    if (url === null || hostOf(url) !== hostOf(page.url) || !ownPage.test(url) || isArticleAddress(url)) continue;
    if (!found.has(articleKey(url))) found.set(articleKey(url), { title: `${name}·${home}`, url });
  }
  return [...found.values()];
}

/** Columns of a sub-site that may hold documents, by their own names. */
const standard = new Set<ColumnKey | null>(['policy', 'notice', 'interpretation', 'statutory']);
const neverHere = /领导|机构|职能|联系|概况|简介|办事|服务|查询|留言|信箱|投诉|咨询|专题|图片|视频|上级|全部/;

/** The columns below the folder of a unit's own page, documents in them; of its other pages none. */
export function columnsOfUnit(page: ParsedPage, unit: string): NamedLink[] {
  const folder = isUnitHome(page.page.visit.columnName) ? ownPage.exec(page.url)?.[1] : undefined;
  if (folder === undefined || page.page.visit.as !== 'column') return [];
  const found = new Map<string, NamedLink>();
  for (const link of page.links) {
    if (found.size >= mostColumns) break;
    const shown = nameOfLink(link);
    const name = plainName(isMore(shown) ? headingBefore(link.element) : shown);
    if (!/^[\u4e00-\u9fa5]{2,14}$/.test(name) || neverHere.test(name)) continue;
    const key = classifyColumn(name, link.href);
    if (!(key === null ? ofDocuments.test(name) : standard.has(key))) continue;
    const url = addressOfLink(page, link.element);
    if (!url?.startsWith(folder) || articleKey(url) === articleKey(page.url)) continue;
    if (isArticleAddress(url) || isDatedRow(page, link.element) || found.has(articleKey(url))) continue;
    found.set(articleKey(url), { title: `${unit}·${name}`, url });
  }
  return [...found.values()];
}
