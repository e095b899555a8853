import type { FetchOutcome } from '#evidence';
import { hostOf, registrableDomain } from '#facts';
import { tidy } from '#kernel';
import { textOfAnswer } from '../charset/index.js';
import type { Fetched, Fetcher } from '../model.js';
import { hijackedWords, parkedWords, warningWords } from './link-words.js';

/** What a link's target has become. */
export interface LinkTarget {
  url: string;
  outcome: FetchOutcome;
  /**
   * `hijacked`: gambling, pornography and the like; `parked`: the domain is for sale; null: nothing of the kind seen.
   */
  became: 'parked' | 'hijacked' | null;
  /** The words that show it, for a person to check. */
  words: string[];
  /** Its title, bounded; null where there is none. */
  title: string | null;
  answer: Fetched;
}

const patternOf = (words: readonly string[]) => new RegExp(words.join('|'), 'gi');
const hijacked = patternOf(hijackedWords);
const parked = patternOf(parkedWords);
const warning = patternOf(warningWords);

/** Of what becomes of these only their first bytes could tell, so that they are asked for no bytes. */
const fileAddress =
  /\.(?:pdf|docx?|xlsx?|pptx?|wps|et|ofd|zip|rar|7z|gz|jpe?g|png|gif|bmp|mp[34]|avi|wmv|flv|apk|exe)$/i;

/**
 * Looks once at where a link leads: at a file by its head alone, as long as that says that it is there, at all else by its page.
 * Only the words on the page are judged; a person decides.
 */
export async function lookAtTarget(url: string, fetcher: Fetcher, signal: AbortSignal): Promise<LinkTarget> {
  if (fileAddress.test(new URL(url).pathname)) {
    const head = await fetcher.fetch({ url, method: 'HEAD' }, signal);
    const isPage = /html/i.test(head.headers['content-type'] ?? '');
    // Who bars us from the head bars us from the file; and a page in the place of a file is looked at as a page.
    const isBarred = head.final ?? (head.outcome === 'blockedByRobots' || head.outcome === 'blockedByPolicy');
    if (isBarred || (head.outcome === 'ok' && !isPage)) return readTarget(url, head);
  }
  return readTarget(url, await fetcher.fetch({ url, method: 'GET' }, signal));
}

/** The same for an answer that is already there. */
export function readTarget(url: string, answer: Fetched): LinkTarget {
  const source = answer.outcome === 'ok' ? sourceOf(answer) : '';
  const text = visibleText(source);
  const seen = { url, outcome: answer.outcome, title: titleOf(source), answer };
  const bad = wordsOf(text, hijacked);
  // One such word may stand in a warning against it; a page that lives of it uses several.
  if (bad.length >= 2 && wordsOf(text, warning).length === 0) return { ...seen, became: 'hijacked', words: bad };
  const idle = wordsOf(text, parked);
  if (idle.length >= 1 && text.length < 3000) return { ...seen, became: 'parked', words: idle };
  return { ...seen, became: null, words: [] };
}

function wordsOf(text: string, words: RegExp): string[] {
  return [...new Set([...text.matchAll(words)].map((found) => found[0]))].slice(0, 10);
}

/** Fewer Chinese characters name nothing. */
const fewest = 4;

/** Whether a target may have become something that no words of a list tell of: governments' domains are never doubted. */
export function mayBeAnother({
  title,
  became,
  answer,
}: Pick<LinkTarget, 'title' | 'became'> & { answer: Pick<Fetched, 'finalUrl'> }): boolean {
  return (
    title !== null &&
    became === null &&
    !/(?:^|\.)gov\.cn$/.test(hostOf(answer.finalUrl)) &&
    hanOf(title).size >= fewest
  );
}

/**
 * Whether a target's title has not one Chinese character in common with what it was or, where that is not known and the link
 * ends on another domain than it names, with what the link says.
 * @param text of the link, '' where it is a picture. @param earlierTitle when it last seemed sound; null where that is not known.
 */
export function isAnother(
  target: Pick<LinkTarget, 'url' | 'title' | 'became'> & { answer: Pick<Fetched, 'finalUrl'> },
  { text, earlierTitle }: { text: string; earlierTitle: string | null },
): boolean {
  if (!mayBeAnother(target)) return false;
  const shown = hanOf(target.title ?? '');
  const isStrangeTo = (words: string) => [...hanOf(words)].every((sign) => !shown.has(sign));
  if (earlierTitle !== null)
    return hanOf(earlierTitle).size >= fewest && isStrangeTo(earlierTitle) && isStrangeTo(text);
  const [from, to] = [hostOf(target.url), hostOf(target.answer.finalUrl)].map(registrableDomain);
  return from !== to && hanOf(text).size >= fewest && isStrangeTo(text);
}

function hanOf(text: string): Set<string> {
  return new Set(text.match(/\p{Script=Han}/gu) ?? []);
}

function sourceOf(answer: Fetched): string {
  return textOfAnswer({ ...answer, body: answer.body.subarray(0, 512 * 1024) });
}

function titleOf(source: string): string | null {
  const begun = /<title\b[^<>]{0,200}>/i.exec(source);
  if (begun === null) return null;
  const from = begun.index + begun[0].length;
  const piece = source.slice(from, from + 1000);
  return tidy(piece.split('<', 1)[0] ?? '').slice(0, 200) || null;
}

/** Title, descriptions and running text; hijackers like to hide in the first two. */
function visibleText(source: string): string {
  const metas = [
    ...source.matchAll(/<meta\b[^<>]{0,2000}?\bcontent\s{0,9}=\s{0,9}(?:"([^"<>]{0,2000})"|'([^'<>]{0,2000})')/gi),
  ].map((found) => found[1] ?? found[2]);
  const body = withoutScripts(source).replace(/<[^<>]*>/g, ' ');
  return tidy(`${metas.join(' ')} ${body}`);
}

/** Without scripts and styles; one that does not end hides the rest, as in browsers. */
function withoutScripts(source: string): string {
  const opening = /<(script|style)\b/gi;
  const parts: string[] = [];
  let at = 0;
  for (;;) {
    opening.lastIndex = at;
    const begun = opening.exec(source);
    parts.push(source.slice(at, begun?.index));
    if (begun === null) break;
    const closing = begun[1]!.toLowerCase() === 'script' ? /<\/script\s{0,9}>/gi : /<\/style\s{0,9}>/gi;
    closing.lastIndex = begun.index;
    if (closing.exec(source) === null) break;
    at = closing.lastIndex;
  }
  return parts.join(' ');
}
