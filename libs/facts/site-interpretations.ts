import type { InterpretationFact, NamedLink, PairedBy } from './model.js';
import { sharedMatter, standInPairedColumns } from './paired-columns.js';
import { coreOf, daysApart, isSameName, PolicyIndex } from './policy-index.js';
import { isEaten, nameInTitle } from './policy-names.js';
import { isOriginalLink } from './related-links.js';
import type { SiteDocument } from './site-documents.js';
import { articleKey } from './urls.js';

/**
 * Interpretations with the policy that each belongs to and the reason: a link in either direction, the policy's number, its
 * quoted title, at last paired columns and days. Where the page names a policy that is not here, no other takes its place.
 */
export function siteInterpretations(documents: readonly SiteDocument[]): InterpretationFact[] {
  const policies = documents.filter((document) => document.fact.kind === 'document');
  const index = new PolicyIndex(policies);
  return documents
    .filter((document) => document.fact.kind === 'interpretation')
    .map((document) => {
      const from = policies.filter((policy) => linkTo(document, linksBack(policy)));
      const policy =
        linkedPolicy(document, index, from) ??
        named(document, index) ??
        mentionedPolicy(document, index) ??
        byColumn(document, index);
      const target = policy?.document;
      const to = target ? linkTo(target, linksOn(document)) !== undefined : policy?.by === 'link';
      const back = target ? from.includes(target) : from.length > 0;
      const unread = (!to && document.detail.relatedUnread) || (!back && target?.detail.relatedUnread);
      return {
        url: document.fact.url,
        title: document.fact.title,
        publishedOn: document.fact.publishedOn,
        formats: document.detail.formats,
        elements: document.detail.elements,
        ...(document.detail.unsaid ? { unsaid: document.detail.unsaid } : {}),
        policy: policy && { url: policy.url, title: policy.title, by: policy.by, reason: policy.reason },
        linksToPolicy: to,
        linkedFromPolicy: back,
        ...(unread ? { linksUnread: true as const } : {}),
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
  by: PairedBy;
  reason: string;
}

function pairing(document: SiteDocument, by: PairedBy, reason: string): Pairing {
  return { document, url: document.fact.url, title: document.fact.title, by, reason };
}

function linkTo(target: SiteDocument, links: readonly NamedLink[]): NamedLink | undefined {
  const to = links.filter((link) => target.keys.has(articleKey(link.url)));
  return to.find((link) => !link.hidden) ?? to[0];
}

/** Links of an interpretation that may lead to its policy: when they do, their words no longer matter. */
function linksOn({ detail }: SiteDocument): NamedLink[] {
  return [...detail.interprets, ...(detail.mentions ?? [])];
}

/** Links of a policy that may lead to an interpretation of it. */
function linksBack({ detail }: SiteDocument): NamedLink[] {
  return [...detail.interpretedBy, ...(detail.mentions ?? [])];
}

/** Of several linked documents, the one that the interpretation names. */
function linkedPolicy(interpretation: SiteDocument, index: PolicyIndex, from: readonly SiteDocument[]): Pairing | null {
  const links = interpretation.detail.interprets;
  // A policy that merely mentions the page is its policy only where the page names no other.
  const inTitle = nameInTitle(interpretation.fact.title);
  const surely = from.filter(
    (policy) =>
      inTitle === null || isQuoted(policy, interpretation) || linkTo(interpretation, policy.detail.interpretedBy),
  );
  const linked = [
    ...new Set([...links.map((link) => index.byUrl(link.url)).filter((policy) => policy !== null), ...surely]),
  ];
  const best = linked.find((policy) => isQuoted(policy, interpretation)) ?? linked[0];
  if (best) return pairing(best, 'link', linkReason(interpretation, best));
  // A policy of a higher level, on a site that was not crawled.
  const names = interpretation.detail.quotedPolicies.map(coreOf);
  const outside =
    links.find((link) => names.some((name) => coreOf(link.title).includes(name))) ??
    links.find(({ title }) => isOriginalLink(title)) ??
    links[0];
  if (!outside) return null;
  const reason = `解读页链接到该文件${hiddenWords(outside)}`;
  const title = isOriginalLink(outside.title)
    ? (interpretation.detail.quotedPolicies[0] ?? outside.title)
    : outside.title;
  return { document: null, url: outside.url, title, by: 'link', reason };
}

/** The only document of the site that the text or a related block of an interpretation leads to. */
function mentionedPolicy(interpretation: SiteDocument, index: PolicyIndex): Pairing | null {
  const { mentions = [] } = interpretation.detail;
  const policies = new Set(mentions.map((link) => index.byUrl(link.url)).filter((policy) => policy !== null));
  const [policy] = policies;
  return policy && policies.size === 1 ? pairing(policy, 'link', linkReason(interpretation, policy)) : null;
}

function linkReason(interpretation: SiteDocument, policy: SiteDocument): string {
  const to = linkTo(policy, linksOn(interpretation));
  const back = linkTo(interpretation, linksBack(policy));
  const parts = [];
  if (to) parts.push(`解读页链接到该文件${hiddenWords(to)}`);
  if (back) parts.push(`文件页链接到该解读${hiddenWords(back)}`);
  return parts.join('，');
}

function hiddenWords(link: NamedLink): string {
  return link.hidden ? '（链接在源码中隐藏，由脚本显示）' : '';
}

function isQuoted(policy: SiteDocument, interpretation: SiteDocument): boolean {
  return interpretation.detail.quotedPolicies.some((name) => isSameName(policy.fact.title, name));
}

/** Without a link: the number on the page itself, the name in the title, numbers and names in the opening of the text. */
function named(interpretation: SiteDocument, index: PolicyIndex): Pairing | null {
  const { title, documentNumber } = interpretation.fact;
  const { quotedPolicies: quoted, text } = interpretation.detail;
  const own = documentNumber === null ? null : index.byNumber(documentNumber);
  if (own) return pairing(own, 'number', `解读页标有同一文号${documentNumber}`);
  const inTitle = nameInTitle(title) ?? bareName(interpretation);
  const said = inTitle ?? quoted[0] ?? null;
  const titled = said === null ? null : index.byName(said, interpretation);
  if (titled) return pairing(titled, 'title', `解读引用《${said}》`);
  if (inTitle !== null) return byNameAndNumber(inTitle, interpretation, index);
  const shell = /《(.+)》/.exec(title)?.[1];
  const shelled = shell && isEaten(shell) ? index.byShell(shell, interpretation) : null;
  const numbered = index.byNumberIn(`${title}\n${text.slice(0, 1500)}`);
  if (numbered) return pairing(numbered.policy, 'number', `解读写明文号${numbered.words}`);
  for (const name of quoted.slice(0, 4)) {
    const policy = index.byName(name, interpretation);
    if (policy) return pairing(policy, 'title', `解读正文引用《${name}》`);
  }
  return shelled && pairing(shelled, 'title', '解读标题中《》内的名称缺失，其余文字与该文件标题相同');
}

/** A name that the title writes without 《》 and the text with them. */
function bareName({ fact, detail: { quotedPolicies, text } }: SiteDocument): string | null {
  const [name] = quotedPolicies;
  return name !== undefined && fact.title.includes(name) && text.includes(`《${name}》`) ? name : null;
}

/**
 * A name that no document bears: only the number right behind that name can still tell which is meant; else the policy is
 * not on this site.
 */
function byNameAndNumber(name: string, { detail }: SiteDocument, index: PolicyIndex): Pairing {
  const text = detail.text.slice(0, 3000);
  const at = text.indexOf(`《${name}》`);
  const behind = at < 0 ? '' : text.slice(at + name.length + 2, at + name.length + 40);
  const numbered = /^[（(]/.test(behind.trim()) ? index.byNumberIn(behind) : null;
  if (numbered) return pairing(numbered.policy, 'number', `解读在《${name}》之后写明文号${numbered.words}`);
  return { document: null, url: null, title: name, by: 'title', reason: `解读引用《${name}》，本网站没有采集到该文件` };
}

/** So many days lie between a policy and an interpretation that names nothing. */
const daysInPair = 7;

/** The only document in a paired column, of the same days and of the same matter. */
function byColumn(interpretation: SiteDocument, index: PolicyIndex): Pairing | null {
  const near = index.policies
    .filter((policy) => daysApart(policy, interpretation) <= daysInPair && standInPairedColumns(policy, interpretation))
    .map((policy) => ({ policy, matter: sharedMatter(policy.fact.title, interpretation.fact.title) }))
    .filter(({ matter }) => matter !== null);
  if (near.length !== 1) return null;
  const { policy, matter } = near[0]!;
  return pairing(policy, 'column', `分列对应的文件与解读栏目，${daysInPair}天内先后发布，标题同有“${matter}”`);
}
