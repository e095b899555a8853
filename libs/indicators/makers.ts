import type { DocumentFact } from '#facts';
import { doubtReason, doubtsAbout, joinReasons } from './doubts.js';
import type { OrganisationRef } from './model.js';

/**
 * Who stands behind a name under a document: the unit itself, an authority above it, another office that is neither, or –
 * where a short name may mean two – unclear. Null: a name that says nothing of this.
 */
type Standing = 'own' | 'above' | 'other' | 'unclear' | null;

const centralNumber = /^(国发|国办|国函|国令|中发|中办|国务院令)/;
const centralOffice = /^(国务院|中共中央|中央|全国人大|全国人民代表大会|中华人民共和国|最高人民)/;
const ministry =
  /^(?:国家[\u4e00-\u9fff]{2,12}(?:局|委|委员会)|(?:中国)?人民银行|海关总署|审计署|(?:外交|国防|教育|科技|科学技术|工业和信息化|公安|民政|司法|财政|人力资源和?社会保障|自然资源|生态环境|环境保护|住房和?城乡建设|交通运输|水利|农业|农业农村|商务|文化|文化和旅游|退役军人事务|应急管理)部)$/;
const provincialOffice =
  /^(?:[\u4e00-\u9fff]{2,5}(?:省|自治区)|省|自治区)(?:委|委员会|人民政府|政府|(?:(?!市(?!场)|[县区乡镇]).){2,14}(?:厅|委员会|局))$/;
/** Names of offices that issue documents of their own; committees and task forces sit within some unit. */
const officeName = /(?:政府|局|厅|办事处)$/;
const levelSign = /^[省市州盟县区旗镇乡]/;
/** “云岭县青石镇”: the places at the beginning of a name, the last of which says the level of its office. */
const places = /^(?:[\u4e00-\u9fff]{2,7}?(?:[省市州盟县区旗镇]|(?<!城)乡)(?!场)){1,3}/;
const higherPlace = /^[\u4e00-\u9fff]{2,7}(?:省|自治区|市|自治州|地区|盟)(?!场)/;

/**
 * Whether a document was made by a higher authority and only reposted here. The time limit binds who made it
 * (条例第十条), so a repost is never held against the unit; what names the unit itself is none. Provinces and central
 * organs are left alone.
 */
export function isRepost(document: DocumentFact, organisation: OrganisationRef): boolean {
  if (!mayRepost(organisation)) return false;
  if (last?.organisation !== organisation) last = { organisation, judged: new Map() };
  const before = last.judged.get(document);
  if (before !== undefined) return before;
  const judgement = judgeRepost(document, organisation);
  last.judged.set(document, judgement);
  return judgement;
}

/**
 * What was found of the documents of the unit in hand: several indicators ask it of the same ones, one after the other. Of that
 * unit alone: what is kept for each in a WeakMap stays until a full collection.
 */
let last: { organisation: OrganisationRef; judged: Map<DocumentFact, boolean> } | null = null;

function judgeRepost(document: DocumentFact, organisation: OrganisationRef): boolean {
  const byTitle = standingsIn(wordsBefore(document.title), organisation);
  // Forwarded with a title of its own, or issued together with others: its own document.
  if (byTitle.includes('own') || byTitle.includes('unclear')) return false;
  if (document.documentNumber !== null && centralNumber.test(document.documentNumber)) return true;
  // Sites that repost often name themselves as issuer; the title still begins with who made the document.
  if (byTitle.includes('above')) return true;
  const byIssuer = standingsIn(document.issuer ?? '', organisation);
  return byIssuer.includes('above') && !byIssuer.includes('own');
}

/**
 * Why a document that looks the unit's own may still be a repost: its title and its other fields name different makers, the
 * maker is an office beside or above it, or is told by a field in doubt. Null where nothing speaks for that.
 */
export function maybeRepost(document: DocumentFact, organisation: OrganisationRef): string | null {
  if (!mayRepost(organisation) || isRepost(document, organisation)) return null;
  return joinReasons(byDoubtedField(document, organisation), byNames(document, organisation));
}

function byDoubtedField(document: DocumentFact, organisation: OrganisationRef): string | null {
  const fields = (['documentNumber', 'issuer', 'title'] as const).filter((field) => {
    const [doubt] = doubtsAbout(document, [field]);
    if (!doubt) return false;
    if (document[field] === null || doubt.other === undefined) return true;
    const read = { ...document, [field]: doubt.other };
    return isRepost(read, organisation) || byNames(read, organisation) !== null;
  });
  return doubtReason(document, fields);
}

function byNames({ title, issuer, documentNumber }: DocumentFact, organisation: OrganisationRef): string | null {
  const byTitle = standingsIn(wordsBefore(title), organisation);
  const byIssuer = standingsIn(issuer ?? '', organisation);
  if (byTitle.includes('own')) {
    const isCentral = documentNumber !== null && centralNumber.test(documentNumber);
    if (isCentral) return `标题以本单位开头，而发文字号为${documentNumber}`;
    const isAbove = byIssuer.includes('above') && !byIssuer.includes('own');
    return isAbove ? `标题以本单位开头，而发文机关为${issuer}` : null;
  }
  if (byTitle.some((standing) => standing === 'other' || standing === 'unclear'))
    return `标题以“${titleMakers(title).join('、')}”开头`;
  const isElsewhere = byIssuer.some((standing) => standing === 'other' || standing === 'unclear');
  return isElsewhere && !byIssuer.includes('own') ? `发文机关为${namesIn(issuer ?? '').join('、')}` : null;
}

function mayRepost({ level }: OrganisationRef): boolean {
  return ['市', '县', '乡', '村'].includes(level);
}

/** Who made a document by its title: the names before 关于 or the verb; a title that begins with these names nobody. */
export function titleMakers(title: string): string[] {
  return namesIn(wordsBefore(title));
}

function wordsBefore(title: string): string {
  const words = title.trim().replace(/^[《“"]/, '');
  if (/^(?:关于|转发|批转|印发|公布)/.test(words)) return '';
  // Looked for after two letters at least and within sixty.
  const at = words.slice(2, 62).search(/关于|转发|批转|印发|公布|令第|公告|通告/);
  if (at < 0) return '';
  const said = words.slice(0, at + 2);
  return /[\n\r\u2028\u2029]/.test(said) ? '' : said;
}

function namesIn(words: string): string[] {
  const start = words.slice(0, 200);
  // Nearly always it is one name.
  if (!betweenNames.test(start)) return start === '' ? [] : [start];
  return start.split(/[\s、，,；;]+/).filter((name) => name !== '');
}

const betweenNames = /[\s、，,；;]/;

/** How each of the names in these words stands to the unit. */
function standingsIn(words: string, organisation: OrganisationRef): readonly Standing[] {
  let known = met.get(organisation);
  if (!known || known.size > mostMet) met.set(organisation, (known = new Map()));
  const before = known.get(words);
  if (before !== undefined) return before;
  const standings = namesIn(words).map((name) => standingOf(name, organisation));
  known.set(words, standings);
  return standings;
}

/** Words met so far, by unit: a site's documents bear the same few names, and several indicators ask. */
const met = new WeakMap<OrganisationRef, Map<string, readonly Standing[]>>();
const mostMet = 1000;

function standingOf(name: string, organisation: OrganisationRef): Standing {
  const { parent, category } = organisation;
  const own = [organisation.name, ...organisation.aliases];
  if (own.includes(name)) return 'own';
  if (name === parent) return isOfficeOf(organisation, parent) ? 'unclear' : 'above';
  const maker = bareOffice(name);
  if (centralOffice.test(maker) || ministry.test(maker) || provincialOffice.test(maker)) return 'above';
  const isOwn = own.some((one) => isSameOffice(maker, bareOffice(one)));
  const isParents = parent !== null && isSameOffice(maker, bareOffice(parent));
  // The office of a government speaks for it, and is a unit of its own in few lists.
  if (isOwn && isParents) return isOfficeOf(organisation, parent) && maker !== name ? 'own' : 'unclear';
  if (isOwn) return 'own';
  if (isParents) return 'above';
  if (!officeName.test(maker)) return null;
  // What its offices and towns made stands on a government's site as its own.
  if (category !== '政府') return 'other';
  const isHigher = higherPlace.test(maker) && !own.some((one) => maker.slice(0, 2) === one.slice(0, 2));
  return isHigher ? 'other' : null;
}

/** Whether the unit is the general office (办公厅、办公室) of that authority. */
function isOfficeOf({ name, aliases }: OrganisationRef, authority: string): boolean {
  return [name, ...aliases].some(
    (one) => bareOffice(one) !== one && isSameOffice(bareOffice(one), bareOffice(authority)),
  );
}

/** The authority for which an office (办公厅、办公室) speaks. */
function bareOffice(name: string): string {
  return name.replace(/(?<=..)(?:办公厅|办公室)$/, '');
}

function isSameOffice(one: string, other: string): boolean {
  return one === other || isShortFor(one, other) || isShortFor(other, one);
}

/**
 * “县发改局” and “民政局” for “云岭县发展和改革局” and “云岭县民政局”: letters in the same order, of the same kind of office, of the same
 * place or of none but the level.
 */
function isShortFor(short: string, full: string): boolean {
  if (short.length < 3 || short.length >= full.length || short.at(-1) !== full.at(-1)) return false;
  if (full.endsWith(short)) return true;
  if (levelOf(short) !== levelOf(full)) return false;
  if (!levelSign.test(short) && short.slice(0, 2) !== full.slice(0, 2)) return false;
  let at = 0;
  for (const letter of full) if (letter === short[at]) at += 1;
  return at === short.length;
}

/** 省 市 县 … of an office, by the places that its name begins with. */
function levelOf(name: string): string | undefined {
  return levelSign.test(name) ? name[0] : places.exec(name)?.[0].at(-1);
}
