import type { AnyNode, Element } from 'domhandler';
import { findDates } from './dates.js';
import { clean, rowText } from './page-words.js';
import type { PageLink } from './parsed-page.js';
import { headerLabels } from './table-header.js';

/** Words of a link that leads to an article and does not say to which: 查看, 点击查看, [详细], 下载. */
const view =
  /^[[【(（]?(?:点击|点此|点这里|立即|在线)?(?:查看|浏览|阅读|查阅|打开|详情|详细|全文|下载)(?:详情|详细|全文|原文|内容|报告|附件|下载)?[\]】)）]?[\s>»]*$/;

/** Whether a link says only that there is something to see; what it is stands beside it. */
export function isNameless(link: PageLink): boolean {
  return view.test(clean(link.text)) && (link.title === '' || view.test(clean(link.title)));
}

/** Whether words name what a link leads to, and are more than an invitation to look at it. */
export function namesSomething(words: string): boolean {
  return words.length >= 4 && !view.test(words);
}

export function isView(words: string): boolean {
  return view.test(words);
}

const year = /^(?:19|20)\d\d\s*年?(?:度)?$/;

/**
 * The name of what a nameless link leads to, by its row: the longest cell that says something, of a table the head above the
 * link where the cell is a year or the head is one (2025年 · 年度报告, 教育局 · 2025年). '' where the row has no name.
 */
export function titleFromRow(row: Element, link: PageLink): string {
  if (row.name !== 'tr') {
    const words = withoutSigns(rowText(row).replace(rowText(link.element), ' '));
    return words.length <= 80 && namesSomething(words) ? words : '';
  }
  const cells = row.children.filter(isCell);
  const own = cells.findIndex((cell) => holds(cell, link.element));
  let name = '';
  for (const [n, cell] of cells.entries()) {
    const words = rowText(cell);
    if (
      n === own ||
      words.length > 120 ||
      findDates(words).length > 0 ||
      !/[\u4e00-\u9fa5]{2}|^(?:19|20)\d\d/.test(words)
    )
      continue;
    if (!view.test(words) && words.length > name.length) name = words;
  }
  const head = headerLabels(row)?.[own] ?? '';
  if (year.test(name))
    return /[\u4e00-\u9fa5]{2}/.test(head) && !year.test(head) ? `${yearOf(name)}${head}` : yearOf(name);
  return name !== '' && year.test(head) ? `${name}${yearOf(head)}` : name;
}

function yearOf(words: string): string {
  return `${words.slice(0, 4)}年`;
}

function withoutSigns(words: string): string {
  return words
    .replace(/(?:19|20)\d\d\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?/g, ' ')
    .trim()
    .replace(/^[·•●■▪◆★]{1,3}\s*|^\d{1,3}\s*[.、．]\s*/, '');
}

function isCell(node: AnyNode): node is Element {
  return node.type === 'tag' && (node.name === 'td' || node.name === 'th');
}

function holds(cell: Element, link: Element): boolean {
  let node: AnyNode | null = link;
  for (let up = 0; node && up < 8; up += 1, node = node.parent) if (node === cell) return true;
  return false;
}
