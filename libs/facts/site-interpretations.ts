import { numberKey } from './document-number.js';
import type { InterpretationFact } from './model.js';
import type { SiteDocument } from './site-documents.js';
import { articleKey } from './urls.js';

/** Interpretations with the policy that each belongs to: by a link, by the policy's number, by its quoted title. */
export function siteInterpretations(documents: readonly SiteDocument[]): InterpretationFact[] {
  const policies = documents.filter((document) => document.fact.kind === 'document');
  const index = new PolicyIndex(policies);
  return documents
    .filter((document) => document.fact.kind === 'interpretation')
    .map((document) => {
      const from = policies.filter((policy) =>
        policy.detail.interpretedBy.some((link) => document.keys.has(articleKey(link.url))),
      );
      const linked = linkedPolicy(document, index, from);
      const policy = linked ?? named(document, index);
      const target = policy?.document;
      const links = document.detail.interprets;
      return {
        url: document.fact.url,
        title: document.fact.title,
        publishedOn: document.fact.publishedOn,
        formats: document.detail.formats,
        elements: document.detail.elements,
        policy: policy && { url: policy.url, title: policy.title, by: policy.by },
        linksToPolicy: target ? links.some((link) => target.keys.has(articleKey(link.url))) : policy?.by === 'link',
        linkedFromPolicy: target ? from.includes(target) : from.length > 0,
        columnName: document.fact.columnName,
        ...(document.fact.doubts ? { doubts: document.fact.doubts } : {}),
        capture: document.fact.capture,
      };
    });
}

interface Pairing {
  document: SiteDocument | null;
  url: string | null;
  title: string;
  by: 'link' | 'number' | 'title';
}

function pairing(document: SiteDocument, by: Pairing['by']): Pairing {
  return { document, url: document.fact.url, title: document.fact.title, by };
}

/** Of several linked documents, the one that the interpretation names. */
function linkedPolicy(interpretation: SiteDocument, index: PolicyIndex, from: readonly SiteDocument[]): Pairing | null {
  const links = interpretation.detail.interprets;
  const linked = [
    ...new Set([...links.map((link) => index.byUrl(link.url)).filter((policy) => policy !== null), ...from]),
  ];
  const best = linked.find((policy) => isQuoted(policy, interpretation)) ?? linked[0];
  if (best) return pairing(best, 'link');
  // A policy of a higher level, on a site that was not crawled.
  const outside =
    links.find((link) => interpretation.detail.quotedPolicies.some((name) => core(link.title).includes(core(name)))) ??
    links[0];
  return outside ? { document: null, url: outside.url, title: outside.title, by: 'link' } : null;
}

function isQuoted(policy: SiteDocument, interpretation: SiteDocument): boolean {
  return interpretation.detail.quotedPolicies.some((name) => sameName(policy.fact.title, name));
}

/** Without a link: the first policy whose number stands in the opening of the text, else whose title is quoted. */
function named(interpretation: SiteDocument, index: PolicyIndex): Pairing | null {
  const quoted = interpretation.detail.quotedPolicies;
  const titled = quoted
    .slice(0, 1)
    .map((name) => index.byName(name, interpretation))
    .find((policy) => policy !== null);
  if (titled) return pairing(titled, 'title');
  const numbered = index.byNumberIn(`${interpretation.fact.title}\n${interpretation.detail.text.slice(0, 1500)}`);
  if (numbered) return pairing(numbered, 'number');
  for (const name of quoted.slice(1, 4)) {
    const policy = index.byName(name, interpretation);
    if (policy) return pairing(policy, 'title');
  }
  // A policy that is not on this site, by the name in the title; one whose inner 《》 was eaten names nothing.
  const name = /《(.+)》/.exec(interpretation.fact.title)?.[1];
  return name && !/关于(?:印发|发布|公布|修订|转发)的?(?:通知|公告|决定)$/.test(name)
    ? { document: null, url: null, title: name, by: 'title' }
    : null;
}

class PolicyIndex {
  private readonly urls = new Map<string, SiteDocument>();
  private readonly numbers = new Map<string, SiteDocument>();
  private readonly cores = new Map<string, SiteDocument[]>();

  constructor(private readonly policies: readonly SiteDocument[]) {
    for (const policy of policies) {
      for (const key of policy.keys) if (!this.urls.has(key)) this.urls.set(key, policy);
      const number = policy.fact.documentNumber;
      if (number && !this.numbers.has(numberKey(number))) this.numbers.set(numberKey(number), policy);
      const name = core(policy.fact.title);
      const same = this.cores.get(name);
      if (same) same.push(policy);
      else this.cores.set(name, [policy]);
    }
  }

  byUrl(url: string): SiteDocument | null {
    return this.urls.get(articleKey(url)) ?? null;
  }

  byNumberIn(text: string): SiteDocument | null {
    for (const match of text.matchAll(
      /[\u4e00-\u9fa5]{1,16}\s*[〔［[（(]\s*(?:19|20)\d\d\s*[〕］\])）]\s*\d{1,5}\s*号/g,
    )) {
      const words = match[0];
      // Words may stand before the number's own first character.
      for (let from = 0; from < words.length - 6; from += 1) {
        const policy = this.numbers.get(numberKey(words.slice(from)));
        if (policy) return policy;
      }
    }
    return null;
  }

  byName(name: string, interpretation: SiteDocument): SiteDocument | null {
    const wanted = core(name);
    if (wanted.length < 5) return null;
    const exact = this.cores.get(wanted);
    if (exact) return nearest(exact, interpretation);
    if (wanted.length < 8) return null;
    const partial = this.policies.filter((policy) => sameName(policy.fact.title, name));
    return partial.length > 0 ? nearest(partial, interpretation) : null;
  }
}

/** Of documents with one name the one published nearest to the interpretation. */
function nearest(policies: readonly SiteDocument[], interpretation: SiteDocument): SiteDocument {
  const day = interpretation.fact.publishedOn?.on;
  if (!day) return policies[0]!;
  const distance = (policy: SiteDocument) =>
    policy.fact.publishedOn ? daysBetween(policy.fact.publishedOn.on, day) : 1e6;
  return policies.reduce((best, policy) => (distance(policy) < distance(best) ? policy : best));
}

function daysBetween(a: string, b: string): number {
  return Math.abs(Date.parse(a) - Date.parse(b)) / 86_400_000;
}

function sameName(title: string, name: string): boolean {
  const a = core(title);
  const b = core(name);
  if (a === b) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length >= 8 && long.includes(short) && short.length * 2 >= long.length;
}

/**
 * What is left of a title when wrappers and marks are gone: “云岭县人民政府关于印发《云岭县……办法》的通知” → “云岭县……办法”.
 */
function core(title: string): string {
  const plain = title.replace(/\s/g, '');
  const inner = /关于(?:印发|发布|公布|修订|修改|转发)[^《〈<]{0,12}[《〈<]{1,2}([^》〉>]{4,})[》〉>]/.exec(plain)?.[1];
  const wrapped = inner ?? /关于(?:印发|发布|公布)(.{4,}?)的(?:通知|公告|决定)/.exec(plain)?.[1] ?? plain;
  return wrapped
    .replace(/[（(](?:试行|暂行|修订|修订稿|征求意见稿|20\d\d年版|20\d\d版)[)）]/g, '')
    .replace(/[《》〈〉<>“”"'‘’（）()【】[\]、，,：:·\-—]/g, '');
}
