import type { FetchOutcome } from '#evidence';
import { tidy } from '#kernel';
import { decodeBody } from '../charset/index.js';
import type { Fetched, Fetcher } from '../model.js';

/** What a link's target has become. */
export interface LinkTarget {
  url: string;
  finalUrl: string;
  outcome: FetchOutcome;
  /** It ends on another host than it names. */
  movedHost: boolean;
  /** `parked`: the domain is for sale; `hijacked`: gambling, pornography and the like; null: nothing of the kind seen. */
  became: 'parked' | 'hijacked' | null;
  /** The words that show it, for a person to check. */
  words: string[];
  note: string | null;
}

const hijackedWords =
  /真人娱乐|真人荷官|百家乐|博彩|赌场|时时彩|北京赛车|老虎机|捕鱼游戏|体育投注|下注|彩票平台|棋牌游戏|澳门新葡京|六合彩|成人视频|成人电影|激情视频|裸聊|约炮|办证刻章|代开发票|私服发布|外挂/g;
const parkedWords =
  /域名(?:出售|转让|到期|已过期|停放)|此域名|该域名(?:正在|可能)?出售|购买此域名|domain (?:is )?for sale|buy this domain|parked (?:free|domain)|domain parking|网站(?:已)?关闭|网站未备案/gi;

/** Looks once at where a link leads. Only the words on the page are judged; a person decides. */
export async function probeLink(url: string, fetcher: Fetcher, signal: AbortSignal): Promise<LinkTarget> {
  const answer = await fetcher.fetch({ url, method: 'GET' }, signal);
  return judgeTarget(url, answer);
}

/** The same for an answer that is already there. */
export function judgeTarget(url: string, answer: Fetched): LinkTarget {
  const text = answer.outcome === 'ok' ? visibleText(answer) : '';
  const hijacked = wordsOf(text, hijackedWords);
  const parked = wordsOf(text, parkedWords);
  // One such word may stand in a warning against it; a page that lives of it uses several.
  const isHijacked = hijacked.length >= 2 && !/严厉打击|依法查处|防范|反诈|警方提醒|举报/.test(text);
  const isParked = parked.length >= 1 && text.length < 3000;
  return {
    url,
    finalUrl: answer.finalUrl,
    outcome: answer.outcome,
    movedHost: hostOf(url) !== hostOf(answer.finalUrl),
    became: isHijacked ? 'hijacked' : isParked ? 'parked' : null,
    words: isHijacked ? hijacked : isParked ? parked : [],
    note: answer.note,
  };
}

function wordsOf(text: string, words: RegExp): string[] {
  return [...new Set([...text.matchAll(words)].map((found) => found[0]))].slice(0, 10);
}

/** Title, descriptions and running text; hijackers like to hide in the first two. */
function visibleText(answer: Fetched): string {
  const { text } = decodeBody(answer.body.subarray(0, 512 * 1024), answer.headers['content-type'] ?? null);
  const metas = [...text.matchAll(/<meta\b[^>]*\bcontent\s*=\s*(?:"([^"]*)"|'([^']*)')/gi)].map(
    (found) => found[1] ?? found[2],
  );
  const body = text.replace(/<(script|style)\b[\s\S]*?<\/\1\s*>/gi, ' ').replace(/<[^>]*>/g, ' ');
  return tidy(`${metas.join(' ')} ${body}`);
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : '';
}
