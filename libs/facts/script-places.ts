import type { Element } from 'domhandler';
import { isRowBlank, textOf } from './page-words.js';
import { oncePerPage, type ParsedPage } from './parsed-page.js';

/** What the inline scripts of a page put markup into, as they name it. */
interface Places {
  ids: ReadonlySet<string>;
  /** Names handed to functions: of an empty list, that can only be to fill it; of a box, it may be for anything. */
  handed: ReadonlySet<string>;
  classes: ReadonlySet<string>;
}

const longestScript = 200_000;

/** `getElementById("x")`, `querySelector("#x")`: put into a variable or written into at once, not merely shown or listened to. */
const byElement =
  /(?:getElementById\(\s*["']|querySelector(?:All)?\(\s*["']#)([\w-]{1,60})[^"'\n]{0,60}["']\s*\)(?!\s*\.\s*(?:style|class|on[a-z]|value|focus|scroll|click|submit|offset|[sg]etAttribute|addEvent|remove|checked|src|href|children|child|querySelector))/g;
/** `$("#x").html(`, `$("#x ul").append(`, `$(".x").load(`. */
const bySelector =
  /["']([#.])([\w-]{1,60})[^"'\n]{0,60}["']\s*\)\s*\.\s*(?:html|append|prepend|load|replaceWith|empty)\b/g;
/** `var box = $("#x")`. */
const kept = /=\s*(?:\$|jQuery)\(\s*["']#([\w-]{1,60})["']\s*\)\s*[;,\n]/g;
/** A name handed to a function or set as an option: `Site.load("#x", …)`, `unit('x', {…})`, `{el: '#x'}`. */
const handedNames = /([\w$.]{0,60}\(|,|:)\s*["']#?([\w-]{2,60})["']\s*(?=[,)}])/g;
/** `Site.load("#x", …)`, `renderList('x', …)`: by the name of the function it fills. */
const loaded = /(?:load|ajax|fill|render|list|page)\w{0,20}\(\s*["']#?([\w-]{1,60})["']\s*[,)]/gi;
/** Functions that find, show or move what is there. */
const notFilling =
  /(?:^|[.$])(?:\$|jQuery|getElementById|getElementsByClassName|querySelector(?:All)?|on|off|bind|addClass|removeClass|toggleClass|hasClass|attr|prop|css|test|indexOf)\($|(?:show|hide|toggle|tabs?|click|scroll|slide|swiper|flip|marquee|menu|nav|unfold|unwrap|uncomment|reveal|expand|qr\w*|share|hits?|count|print|zoom|font)\w{0,12}\($/i;

const isList = /^(?:ul|ol|tbody|table)$/;

const placesOf = oncePerPage((page): Places => {
  const ids = new Set<string>();
  const given = new Set<string>();
  const classes = new Set<string>();
  for (const { text, type } of page.scripts) {
    if (text === '' || /template|handlebars|tmpl|text\/html|json|xml/.test(type)) continue;
    const code = text.slice(0, longestScript);
    for (const match of code.matchAll(byElement)) {
      const isHanded = /[(,]\s{0,9}(?:\w{1,20}\.)?$/.test(code.slice(Math.max(0, match.index - 30), match.index));
      (isHanded ? given : ids).add(match[1]!);
    }
    for (const match of code.matchAll(kept)) ids.add(match[1]!);
    for (const match of code.matchAll(bySelector)) (match[1] === '#' ? ids : classes).add(match[2]!);
    for (const match of code.matchAll(handedNames)) if (!notFilling.test(match[1]!)) given.add(match[2]!);
    for (const match of code.matchAll(loaded)) ids.add(match[1]!);
  }
  return { ids, handed: given, classes };
});

/** Scripts in files of their own that make no lists: libraries, and what stands on every page of a site. */
const library =
  /jquery|bootstrap|swiper|slide|vue|angular|react|layui|layer|polyfill|html5|respond|es5|ie\d|wza|barrier|stat|tongji|analytics|count|hits?|share|jiucuo|conac|calendar|date|font|print|qr_?code|rem|flexible|weixin|wx|search|swf|common|public|global|base|main|header|footer|nav|menu/i;

/** Whether a script in a file of its own, which nobody has read, may put rows into an element: a list by whose name it can be found. */
export function mayBeScriptPlace(page: ParsedPage, { name, attribs: { id = '' }, children }: Element): boolean {
  // A box with an empty list in it came so from the server.
  if (children.some(({ type }) => type === 'tag')) return false;
  if (id === '' || !(isList.test(name) || /list|lb$/i.test(id))) return false;
  return page.scripts.some(({ src }) => src !== '' && !library.test(src.replace(/[?#].*$/, '').replace(/^.*\//, '')));
}

/** Whether an element carries the address of what it is to hold, or a script on the page puts markup into it. */
export function isScriptPlace(page: ParsedPage, { name, attribs }: Element): boolean {
  if (attribs['data-url'] ?? attribs['data-api'] ?? attribs['data-src']) return true;
  const { ids, handed, classes } = placesOf(page);
  if (attribs.id !== undefined && (ids.has(attribs.id) || (isList.test(name) && handed.has(attribs.id)))) return true;
  return classes.size > 0 && (attribs.class ?? '').split(/\s+/).some((one) => one !== '' && classes.has(one));
}

/** Whether a script stands within an empty holder: it writes where it stands. What turns pages writes no rows. */
export function isWrittenInto(holder: Element): boolean {
  const stack = [...holder.children];
  for (let n = 0; stack.length > 0 && n < 200; n += 1) {
    const node = stack.pop()!;
    if (node.type === 'script' && !/json|template|text\/html/.test((node as Element).attribs.type ?? '')) {
      const { src = '' } = (node as Element).attribs;
      const code = textOf(node as Element);
      if ((src !== '' || /\S/.test(code)) && !/\b(?:createPage\w*|laypage)\b/.test(code)) return true;
    }
    if ('children' in node && node.type === 'tag') for (const child of node.children) stack.push(child);
  }
  return false;
}

/** The marks of a comment, in pieces or whole, as a script that takes them away must write them; or the kind of its node. */
const opensComments = /["']<!["'+\s]{0,6}--|\bnodeType\s{0,3}={2,3}\s{0,3}8\b|\bCOMMENT_NODE\b|\bSHOW_COMMENT\b/;

/**
 * Whether the comments of a page are what it shows: true where a script opens them, false where one puts a list into an empty
 * place instead, null where nothing tells.
 */
export function showsComments(page: ParsedPage): boolean | null {
  if (page.scripts.some(({ text }) => opensComments.test(text.slice(0, longestScript)))) return true;
  return emptyHolders(page).some((holder) => isScriptPlace(page, holder)) ? false : null;
}

const holderName = /list|lb|info|con|pane|data|news|article|result|xxgk|zwgk|content|items/i;
/** The place of a pager, of hits, of a code to scan: what a script puts there is no list. */
const otherName =
  /(?:^|[\s_-])(?:pages?|pager|paging|paginat\w*|fenye|fy|page_?(?:bar|box|div|nav)|hits?|map)(?=$|[\s_\d-])|laypage|qr_?code|ewm|share|weather|login|toolbar|player|swiper/i;

/** Empty elements that by their make or name hold a list. */
export const emptyHolders = oncePerPage((page): readonly Element[] =>
  page.empty.filter((element) => mayHoldList(element) && isRowBlank(element)),
);

function mayHoldList({ name, attribs }: Element): boolean {
  const isMade = isList.test(name);
  if (!isMade && name !== 'div' && name !== 'section' && name !== 'dl') return false;
  const called = `${attribs.id ?? ''} ${attribs.class ?? ''}`;
  return (isMade || holderName.test(called)) && !otherName.test(called);
}
