import { addressOfLink } from './link-address.js';
import type { NamedLink } from './model.js';
import { carriedAddress } from './next-page.js';
import { isDatedRow, nameOfLink } from './page-columns.js';
import { isRowBlank } from './page-words.js';
import type { ParsedPage } from './parsed-page.js';
import { articleKey, hostOf } from './urls.js';

/** Tabs of one column are few. */
const mostTabs = 16;

/** A year as the name of a part of a list: 2025, 2025年, 2025年度. */
const ofYear = /^(?:19|20)\d\d(?:年度?)?$/;

/** The forms into which columns of interpretations are parted. */
const ofForm =
  /^(?:文字|图文|图片|图表|图示|视频|音频|音视频|音频视频|视音频|视听|动漫|动画|H5|专家|部门|媒体|负责人|领导|其他)(?:版|类|形式)?(?:政策)?(?:解读|图解|问答|材料)?$|^(?:图解|一图读懂|图解政策|政策图解|问答|政策问答|新闻发布会|在线访谈|答记者问)$/i;

/**
 * Parts of a column that its own page names side by side: lists by year, and those of a column of interpretations by form.
 * They belong to the column; without them its list is not whole.
 * @param boxes where boxes of the page lead, named by their tabs
 */
export function readColumnTabs(page: ParsedPage, boxes: readonly NamedLink[] = []): string[] {
  const { as, columnKey, listPage } = page.page.visit;
  if (as !== 'column' && !(as === 'list' && listPage === 1)) return [];
  const isInterpretation = columnKey === 'interpretation';
  const own = hostOf(page.url);
  const here = articleKey(page.url);
  const urls = new Map<string, string>();
  for (const link of page.links) {
    if (urls.size >= mostTabs) break;
    if (link.zone === 'footer' || link.zone === 'crumb') continue;
    const name = nameOfLink(link).replace(/\s/g, '');
    if (!ofYear.test(name) && !(isInterpretation && ofForm.test(name))) continue;
    const url = addressOfLink(page, link.element);
    if (url === null || hostOf(url) !== own || articleKey(url) === here || isDatedRow(page, link.element)) continue;
    if (isBelow(url, page.url)) urls.set(articleKey(url), url);
  }
  for (const { title, url } of boxes)
    if (
      urls.size < mostTabs &&
      isInterpretation &&
      ofForm.test(title) &&
      articleKey(url) !== here &&
      isBelow(url, page.url)
    )
      urls.set(articleKey(url), url);
  return [...urls.values()];
}

/**
 * What the empty panels of a column ask a script for (`<section role="tabpanel" data-lazy="/api/list?channel=3&page=1">`): parts
 * of its list that no link leads to.
 */
export function readLazyPanels(page: ParsedPage): string[] {
  const { as, listPage } = page.page.visit;
  if (as !== 'column' && !(as === 'list' && listPage === 1)) return [];
  const own = hostOf(page.url);
  const urls = new Set<string>();
  for (const element of page.$('[role=tabpanel],section,article,div,ul').toArray().slice(0, 5000)) {
    if (urls.size >= mostTabs) break;
    const address = carriedAddress(element);
    if (address === undefined || !/\?|\d|\/api\//.test(address) || !isRowBlank(element)) continue;
    const url = page.resolve(address);
    if (url !== null && hostOf(url) === own && articleKey(url) !== articleKey(page.url)) urls.add(url);
  }
  return [...urls];
}

/** Whether an address lies in the folder of the page's, or beside it: a year in a menu of another column does not. */
function isBelow(url: string, of: string): boolean {
  const folder = (path: string): string => path.replace(/[^/]*$/, '');
  const [part, whole] = [new URL(url).pathname, folder(new URL(of).pathname)];
  const above = folder(whole.replace(/\/$/, ''));
  return part.startsWith(whole) || (above.length > 1 && folder(part.replace(/\/$/, '')) === above);
}
