import { numberKey } from './document-number.js';
import type { SiteDocument } from './site-documents.js';
import { articleKey } from './urls.js';

/** The documents of a site, found by what an interpretation may say of one. */
export class PolicyIndex {
  private readonly urls = new Map<string, SiteDocument>();
  private readonly numbers = new Map<string, SiteDocument>();
  private readonly cores = new Map<string, SiteDocument[]>();
  private readonly shells = new Map<string, SiteDocument[]>();

  constructor(readonly policies: readonly SiteDocument[]) {
    for (const policy of policies) {
      for (const key of policy.keys) if (!this.urls.has(key)) this.urls.set(key, policy);
      const number = policy.fact.documentNumber;
      if (number && !this.numbers.has(numberKey(number))) this.numbers.set(numberKey(number), policy);
      push(this.cores, coreOf(policy.fact.title), policy);
      push(this.shells, shellOf(policy.fact.title), policy);
    }
  }

  byUrl(url: string): SiteDocument | null {
    return this.urls.get(articleKey(url)) ?? null;
  }

  byNumber(number: string): SiteDocument | null {
    return this.numbers.get(numberKey(number)) ?? null;
  }

  /** The first document whose number stands in a text otherwise than as what the policy itself is based on. */
  byNumberIn(text: string): { policy: SiteDocument; words: string } | null {
    for (const match of text.matchAll(
      /[\u4e00-\u9fa5]{1,16}\s*[〔［[（(]\s*(?:19|20)\d\d\s*[〕］\])）]\s*\d{1,5}\s*号/g,
    )) {
      const words = match[0];
      // Words may stand before the number's own first character.
      for (let from = 0; from < words.length - 6; from += 1) {
        const policy = this.numbers.get(numberKey(words.slice(from)));
        if (policy && !isBasis(text, match.index + from))
          return { policy, words: words.slice(from).replace(/\s/g, '') };
      }
    }
    return null;
  }

  /** Of documents with this name (or of which it is the greater part) the one published nearest to the interpretation. */
  byName(name: string, interpretation: SiteDocument): SiteDocument | null {
    const wanted = coreOf(name);
    if (wanted.length < 5) return null;
    const exact = this.cores.get(wanted);
    if (exact) return nearest(exact, interpretation);
    if (wanted.length < 6) return null;
    const partial = this.policies.filter((policy) => isSameName(policy.fact.title, name));
    if (partial.length > 0) return nearest(partial, interpretation);
    const shortened = this.policies.filter((policy) => isShortened(wanted, coreOf(policy.fact.title)));
    return shortened.length === 1 && daysApart(shortened[0]!, interpretation) <= 90 ? shortened[0]! : null;
  }

  /** A title whose inner 《…》 was eaten: the one document within a month whose title is the same around its 《…》. */
  byShell(title: string, interpretation: SiteDocument): SiteDocument | null {
    const near = (this.shells.get(bare(title)) ?? []).filter((policy) => daysApart(policy, interpretation) <= 30);
    return near.length === 1 ? near[0]! : null;
  }
}

function push(map: Map<string, SiteDocument[]>, key: string, document: SiteDocument): void {
  const same = map.get(key);
  if (same) same.push(document);
  else map.set(key, [document]);
}

/** “根据《…》（云政发〔2024〕1号）……制定”: what stands before the number in its own clause says that it is a basis. */
function isBasis(text: string, at: number): boolean {
  const clause = text.slice(Math.max(0, at - 80), at).replace(/^[\s\S]*[。；\n]/, '');
  // “（依据云政办发〔2026〕16号）” on a line of its own is where answers were taken from.
  if (
    /^\s*[（(]?(?:政策|文件)?依据[：:]?\s*$/.test(clause) &&
    /^[^\n]{6,40}?号\s*[）)]?[。]?\s*(?:\n|$)/.test(text.slice(at, at + 60))
  )
    return false;
  return /(?:根据|依据|按照|贯彻|落实|遵照|参照|对照)[^，,]{0,70}$/.test(clause);
}

/** Calendar days between two publications; a great many where one is unknown. */
export function daysApart(one: SiteDocument, other: SiteDocument): number {
  const [a, b] = [one.fact.publishedOn?.on, other.fact.publishedOn?.on];
  return a && b ? Math.abs(Date.parse(a) - Date.parse(b)) / 86_400_000 : 1e6;
}

function nearest(policies: readonly SiteDocument[], interpretation: SiteDocument): SiteDocument {
  return policies.reduce((best, policy) =>
    daysApart(policy, interpretation) < daysApart(best, interpretation) ? policy : best,
  );
}

export function isSameName(title: string, name: string): boolean {
  const a = coreOf(title);
  const b = coreOf(name);
  if (a === b) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length >= 8 && long.includes(short) && short.length * 2 >= long.length;
}

/** “助餐服务实施办法” for “云岭县老年助餐服务实施办法”: all its characters in their order, beginning and end of one word. */
function isShortened(short: string, long: string): boolean {
  if (short.length < 6 || short.length >= long.length || short.slice(-2) !== long.slice(-2)) return false;
  let at = 0;
  let breaks = 0;
  for (const character of short) {
    const next = long.indexOf(character, at);
    if (next < 0) return false;
    if (next > at) breaks += 1;
    at = next + 1;
  }
  return breaks <= 2;
}

/**
 * What is left of a title when wrappers and marks are gone: “云岭县人民政府关于印发《云岭县……办法》的通知” → “云岭县……办法”.
 */
export function coreOf(title: string): string {
  const plain = title.slice(0, 300).replace(/\s/g, '');
  const inner = /关于(?:印发|发布|公布|修订|修改|转发)[^《〈<]{0,12}[《〈<]{1,2}([^》〉>]{4,})[》〉>]/.exec(plain)?.[1];
  const wrapped = inner ?? /关于(?:印发|发布|公布)(.{4,}?)的(?:通知|公告|决定)/.exec(plain)?.[1] ?? plain;
  return bare(wrapped.replace(/[（(](?:试行|暂行|修订|修订稿|征求意见稿|20\d\d年版|20\d\d版)[)）]/g, ''));
}

/** A title without what it names in 《…》: what is left where the marks were taken for a tag. */
function shellOf(title: string): string {
  return bare(title.slice(0, 300).replace(/[《〈<]{1,2}[^》〉>]{2,200}[》〉>]{1,2}/, ''));
}

function bare(text: string): string {
  return text.replace(/[\s《》〈〉<>“”"'‘’（）()【】[\]、，,：:·\-—]/g, '');
}
