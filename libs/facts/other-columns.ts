import { isDated } from './dated-list.js';
import type { Element } from 'domhandler';
import { isArticleAddress } from './article-address.js';
import { classifyColumn, isOpennessLink, isSiteMapLink, isTopicHall, plainName } from './classify-column.js';
import { addressOfLink, isDead } from './link-address.js';
import type { ListReading, NamedLink } from './model.js';
import { headingBefore, isDatedRow, isMore, nameOfLink } from './page-columns.js';
import type { PageLink, ParsedPage } from './parsed-page.js';
import { columnsOfUnit, ofDocuments, readUnitSites, unitOf } from './unit-sites.js';
import { articleKey, hostOf } from './urls.js';

/** Columns that one page is followed to at most: a menu has fewer, what has more is no menu. */
const mostColumns = 60;

/** What stands in menus and holds no documents: the place and its people, letters, news, the machine, other sites. */
const never =
  /首页|主页|走进|概况|简介|介绍|领导|之窗|机构职能|机构设置|职责|内设|下属|联系我们|联系方式|声明|^关于|帮助|地图|风光|风采|影像|图片|图库|视频|音频|直播|信箱|邮箱|写信|来信|信件|留言|咨询|投诉|举报|登录|注册|退出|搜索|检索|查询|下载|订阅|收藏|打印|关闭|返回|上一|下一|尾页|无障碍|适老|长者|手机版|移动|客户端|微信|微博|公众号|二维码|抖音|小程序|友情|链接|英文|繁体|简体|天气|网站|站点|导航|办事|大厅|政务服务|便民服务|更多|全部|详情|查看|今天|欢迎|纠错|找错|违法和不良|统一身份|个人中心|在线|互动|访谈|动态|要闻|新闻|资讯|头条/;

/** What was said there interprets documents. */
const conference = /(?:新闻发布会|吹风会)$/;

/** A name of a place or unit, and its own page of openness: what lies behind it is another site's. */
const ofUnit =
  /(?:局|委|办|办公室|委员会|中心|镇|乡|街道|办事处|县|区|市|省|政府|院|所|站|队|公司|学校|中学|小学|银行|社区|村|联合会|[工团妇残]联)(?:(?:政府)?(?:信息|政务)公开.{0,4})?$/;

/** A column of the documents of units: below it stands a list for each of them (部门文件 → 教育局). */
const ofUnits = /部门|单位|乡镇|镇街|街镇|街道|科室/;

/** A topic is gathered news, unless its name says that it holds documents (财政预决算公开专栏). */
const topical = /专题|专栏|专区|频道/;

/**
 * Columns that a page names and that are none of the standard ones (计划总结, 财政预决算, 征地信息 …): links and clicks whose
 * words are the name of a column, in menus, trees and above boxes. Their lists hold documents that stand nowhere else.
 * From the home page (its foot too), from news and services only those that by their name hold documents.
 * @param boxes where boxes of the page lead, wherever in the box this is said
 */
export function readOtherColumns(
  page: ParsedPage,
  list: ListReading | null,
  boxes: readonly NamedLink[] = [],
): NamedLink[] {
  const { as, columnKey, listPage } = page.page.visit;
  if (as !== 'home' && as !== 'openness' && as !== 'column' && !(as === 'list' && listPage === 1)) return [];
  const unit = unitOf(page.page.visit.columnName);
  if (unit !== null) return columnsOfUnit(page, unit);
  const isTopic = columnKey === 'topic' && isTopicHall(page.page.visit.columnName ?? '专题');
  const strict = as === 'home' || isTopic || ['news', 'service', 'interaction'].includes(columnKey ?? '');
  const own = hostOf(page.url);
  const byUnits = gathersUnits(page, list);
  const items = new Set(
    (list?.items ?? []).filter((item) => item.publishedOn !== null).map(({ url }) => articleKey(url)),
  );
  items.add(articleKey(page.url));
  const found = new Map<string, NamedLink>();
  for (const link of page.links) {
    if (found.size >= mostColumns) break;
    if ((link.zone === 'footer' && as !== 'home') || link.zone === 'crumb') continue;
    const name = columnName(link, byUnits);
    if (name === null || (strict && !ofDocuments.test(name))) continue;
    const url = addressOfLink(page, link.element) ?? addressBySiblings(page, link.element);
    if (url === null || hostOf(url) !== own || isArticleAddress(url) || isFile.test(url)) continue;
    const key = articleKey(url);
    if (items.has(key) || found.has(key) || isDatedRow(page, link.element)) continue;
    found.set(key, { title: name, url });
  }
  for (const { title, url } of boxes) {
    const key = articleKey(url);
    if (found.size >= mostColumns || items.has(key) || found.has(key) || !isOtherColumn(title)) continue;
    if (!strict || ofDocuments.test(title)) found.set(key, { title: plainName(title), url });
  }
  const units = as === 'home' ? readUnitSites(page).filter(({ url }) => !found.has(articleKey(url))) : [];
  return [...found.values(), ...units];
}

/** Whether a name is that of a column that is none of the standard ones. */
export function isOtherColumn(name: string): boolean {
  return otherName(name, '', false) !== null;
}

/** Whether the page is a column of the documents of units, without a list of its own. */
function gathersUnits({ page: { visit } }: ParsedPage, list: ListReading | null): boolean {
  const name = visit.columnName ?? '';
  if (visit.as !== 'column' || !ofUnits.test(name) || !ofDocuments.test(name.replace(ofUnits, ''))) return false;
  return !isDated(list);
}

/**
 * Whether a page without a list that may be a gateway has links in its own part that lead to more than its menus do: pictures
 * of topics, boxes; of services, several pages below its own.
 */
export function leadsOn(page: ParsedPage): boolean {
  const { columnKey } = page.page.visit;
  if (columnKey === 'service') return pagesBelow(page) >= fewestServices;
  if (columnKey !== 'topic' && columnKey !== 'statutory') return false;
  return page.links.some((link) => {
    if (link.zone !== 'body' || link.hidden) return false;
    const name = plainName(nameOfLink(link));
    if (name === '' ? firstLink(link.element) === null : never.test(name)) return false;
    if (classifyColumn(name, link.href) !== null || isOpennessLink(name, '')) return false;
    const url = addressOfLink(page, link.element);
    return url !== null && !isRoot.test(url) && articleKey(url) !== articleKey(page.url);
  });
}

const fewestServices = 3;

/** Pages in the folder of a page, or below it, to which links with a name lead in its own part. */
function pagesBelow(page: ParsedPage): number {
  const folder = page.url.replace(/[?#].*$/, '').replace(/[^/]*$/, '');
  if (isRoot.test(folder)) return 0;
  const below = new Set<string>();
  for (const link of page.links) {
    const url = link.zone === 'body' && !link.hidden ? addressOfLink(page, link.element) : null;
    if (!url?.startsWith(folder) || articleKey(url) === articleKey(page.url)) continue;
    if (nameOfLink(link).length > 2) below.add(articleKey(url));
  }
  return below.size;
}

/** The name of the site above its menu leads there. */
const isRoot = /^https?:\/\/[^/]+\/?$/;
const isFile = /\.(?:docx?|xlsx?|pptx?|pdf|ofd|wps|zip|rar|jpe?g|png|gif|mp4|mp3|exe|apk)(?:$|\?)/i;

/** The name of a column that is none of the standard ones, or null. “更多” is named by its heading. */
function columnName(link: PageLink, byUnits: boolean): string | null {
  const shown = nameOfLink(link);
  const name = isMore(shown) ? headingBefore(link.element) : shown;
  return otherName(name, link.href, byUnits && link.zone === 'body');
}

function otherName(name: string, href: string, byUnits: boolean): string | null {
  const plain = withoutPeriod(plainName(name));
  if (!/^[\u4e00-\u9fa5（）()、·“”A-Za-z0-9]{2,16}$/.test(plain) || (plain.match(/[\u4e00-\u9fa5]/g)?.length ?? 0) < 2)
    return null;
  const isUnit = ofUnit.test(plain) && !byUnits;
  if ((never.test(plain) && !conference.test(plain)) || isUnit || isTitle.test(plain)) return null;
  if (topical.test(plain) && !ofDocuments.test(plain)) return null;
  if (classifyColumn(name, href) !== null || isOpennessLink(name, '') || isSiteMapLink(name, '')) return null;
  return plain;
}

/** “历史文件（2019—2021年）”, “2018年以前文件”: what an older system holds, apart from what the site has now. */
function withoutPeriod(name: string): string {
  return name
    .replace(/\((?:19|20)\d\d年?(?:[-—–~至到]{1,2}(?:19|20)\d\d年?|(?:及其?)?(?:以|之)前)\)?$/, '')
    .replace(/^(?:19|20)\d\d年?(?:[-—–~至到]{1,2}(?:19|20)\d\d年|(?:及其?)?(?:以|之)前)的?(?=[\u4e00-\u9fa5]{2})/, '');
}

/** Words of a title of an article, which no name of a column has. */
const isTitle =
  /^关于|印发|转发|召开|举行|开展|的(?:通知|公告|公示|决定|通告|意见|办法)$|20\d\d|第[一二三四五六七八九十\d]+[次期号]/;

/**
 * A leaf of a tree that only a script opens, among leaves whose addresses are made of their ids: `data-id="37"` beside
 * `data-id="31"` with `?cat=31` leads to `?cat=37`. Null unless every neighbour's address agrees.
 */
function addressBySiblings(page: ParsedPage, link: Element): string | null {
  if (!isDead(link.attribs.href)) return null;
  const leaf = leafOf(link);
  const id = leaf?.attribs['data-id'] ?? leaf?.attribs.id;
  if (!leaf || !id || !/\d{2,}/.test(id) || !leaf.parent) return null;
  const made = new Set<string>();
  let agreed = 0;
  for (const sibling of leaf.parent.children.slice(0, 300)) {
    if (sibling.type !== 'tag' || sibling === leaf || sibling.name !== leaf.name) continue;
    const other = sibling.attribs['data-id'] ?? sibling.attribs.id;
    const anchor = firstLink(sibling as Element);
    if (!other || !anchor || isDead(anchor.attribs.href)) continue;
    const parts = anchor.attribs.href!.split(other);
    if (parts.length !== 2 || /^\w/.test(parts[1]!) || /\w$/.test(parts[0]!)) return null;
    made.add(parts.join(id));
    agreed += 1;
  }
  const [address] = made;
  return agreed >= 2 && made.size === 1 && address !== undefined ? page.resolve(address) : null;
}

function leafOf(link: Element): Element | null {
  if (link.attribs['data-id'] !== undefined) return link;
  const parent = link.parent;
  return parent?.type === 'tag' && /^(?:li|dd|td|div|span|h\d)$/.test(parent.name) ? (parent as Element) : null;
}

function firstLink(element: Element): Element | null {
  if (element.name === 'a') return element;
  return (
    element.children.slice(0, 12).find((child): child is Element => child.type === 'tag' && child.name === 'a') ?? null
  );
}
