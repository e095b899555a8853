import type { Element } from 'domhandler';
import { addressOfLink } from './link-address.js';
import type { NamedLink, RequestPage } from './model.js';
import { nameOfLink } from './page-columns.js';
import type { ParsedPage } from './parsed-page.js';
import { articleKey } from './urls.js';

/** Names of links behind which one applies; not those of forms to be printed, rules and answers. */
const entrance =
  /^(?:我要|在线|网上|点击|进入|公民|法人|个人|自然人|单位|组织){0,3}(?:在线|网上)?(?:依)?申请(?:公开)?(?:政府信息|信息)?(?:公开)?(?:平台|系统|入口|通道|专区)?$|(?:在线|网上)(?:提交)?申请|依申请公开(?:平台|系统|入口|在线|网上)|申请入口/;
const noEntrance = /表|指南|流程|须知|说明|查询|答复|结果|统计|样|下载|撤销|年报|制度|收费/;
const mostEntrances = 3;
/** Fields that make a form, where none is for longer text. */
const formFields = 3;

/**
 * What the page of 依申请公开 offers to apply with: a form on it, and links to one elsewhere. Null for any other page and
 * where it offers neither. What becomes of a form that is sent is never tried.
 */
export function readRequestPage(page: ParsedPage): RequestPage | null {
  const { as, columnKey } = page.page.visit;
  if (columnKey !== 'request' || !['column', 'list', 'probe'].includes(as)) return null;
  const form = holdsForm(page);
  const entrances = readEntrances(page);
  return form || entrances.length > 0 ? { form, entrances } : null;
}

function holdsForm(page: ParsedPage): boolean {
  if (!/<(?:textarea|input)\b/i.test(page.page.text)) return false;
  let fields = 0;
  for (const element of page.$('textarea, input, select').toArray().slice(0, 500)) {
    if (!isField(element)) continue;
    if (element.name === 'textarea') return true;
    fields += 1;
  }
  return fields >= formFields;
}

/** A field that a reader fills in; that of a search is none. */
function isField({ name, attribs }: Element): boolean {
  if (name === 'input' && !/^(?:|text|email|tel|number|date|radio|checkbox|file)$/i.test(attribs.type ?? ''))
    return false;
  const words = `${attribs.name ?? ''} ${attribs.id ?? ''} ${attribs.placeholder ?? ''}`.slice(0, 300);
  return !/search|query|keyword|关键[字词]|检索|搜索|^\s*(?:q|wd|kw)\s/i.test(words);
}

function readEntrances(page: ParsedPage): NamedLink[] {
  const found = new Map<string, NamedLink>();
  for (const link of page.links) {
    if (found.size >= mostEntrances) break;
    if (link.zone !== 'body' || link.hidden) continue;
    const title = nameOfLink(link).replace(/\s/g, '');
    if (title.length > 20 || !entrance.test(title) || noEntrance.test(title)) continue;
    const url = addressOfLink(page, link.element);
    if (url === null || !/^https?:/i.test(url) || /\.(?:docx?|xlsx?|pdf|wps|zip|rar)(?:$|\?)/i.test(url)) continue;
    const key = articleKey(url);
    if (key !== articleKey(page.url)) found.set(key, { title, url });
  }
  return [...found.values()];
}
