import type { PageLink, ParsedPage } from './parsed-page.js';

/** “上一篇：…”: what stands before or after the article in its list. */
const neighbour = /^[【[]?(?:上|下|前|后)(?:一|1)?(?:篇|条|则)/;
const labelAlone = /^[【[]?(?:上|下|前|后)(?:一|1)?(?:篇|条|则)(?:信息|文章|新闻)?[\]】]?\s*[:：]?$/;

/** Whether a link leads to the article, or to the file, before or after this one in its list: it is none of the article's own. */
export function isNeighbour({ lines }: Pick<ParsedPage, 'lines'>, link: PageLink): boolean {
  const around = lines[link.line]?.text ?? '';
  if ((neighbour.test(around) && around.includes(link.text)) || neighbour.test(link.text)) return true;
  return labelAlone.test(lines[link.line - 1]?.text ?? '') && around.startsWith(link.text);
}
