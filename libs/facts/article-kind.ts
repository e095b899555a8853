import { annualReportYear } from './annual-report.js';
import type { ColumnKey, DocumentFact, PageReading } from './model.js';
import { isNovelty } from './news-title.js';

type Kind = DocumentFact['kind'];

/** Words of news: what somebody did, not what somebody decided. */
const newsWords =
  /召开|举行|举办|开展|赴|调研|慰问|走访|启动|签约|亮相|圆满|成功|顺利|座谈|部署|推进会|动员会|培训班|强调|主持|指导工作|掠影|侧记|风采|喜获|荣获|再添|吹响|按下|进村|入户|宣传$/;

/** How the title of an official document or an announcement ends. */
const officialEnd =
  /(?:通知|公告|通告|公示|意见|办法|方案|规定|细则|决定|规划|批复|通报|措施|令|函|公报|纲要|预案|要点|计划|报告|名单|条例|规则|制度|标准|目录|清单|启事|说明|工作总结|工作安排|(?:预算|决算)(?:公开)?)(?:[(（][^()（）]{1,20}[)）])?$/;

/** A document by the whole form of its title, wherever it is listed. */
const officialTitle =
  /关于.{2,}的(?:通知|公告|通告|公示|意见|办法|方案|规定|决定|批复|通报)(?:[(（][^()（）]{1,20}[)）])?$/;

/** How the title of a page ends that is a document by its name. */
const documentEnd =
  /(?:通知|意见|办法|方案|规定|细则|条例|决定书?|规划|公告|通告|公报|批复|命令|令|函|通报|公示|措施|制度|要点|预案|纪要|报告|计划|名单|工作总结|工作安排|(?:预算|决算)(?:公开)?(?:说明)?)(?:（.{1,20}）|\(.{1,20}\))?$/;

/** Whether a page is a document by its title alone: not a headline on one (补贴有了新规定). */
export function isCalledDocument(title: string): boolean {
  return documentEnd.test(title) && !isNovelty(title);
}

/** Words by which a title speaks of something that was decided. */
const policyWords =
  /政策|规定|条例|办法|意见|方案|规划|计划|细则|措施|通知|报告|制度|标准|指南|目录|清单|预算|决算|新规|法|[《》]/;

const nationalLaw = /^《?中华人民共和国.{2,40}(?:法|条例)》?(?:[(（].{1,20}[)）])?$/;

const announcement = /公告|通知|公示|通告|通报|名单|公布|启事/;

/**
 * What an article is, in the light of the column that lists it: news with a metadata block are no documents, an
 * announcement in the column for announcements is one, and a page of links to reports is no report.
 */
export function kindOfArticle(reading: PageReading, title: string, columnKey: ColumnKey | null): Kind {
  const kind = reading.kind as Kind;
  const plain = title.replace(/\s/g, '');
  if (kind === 'document' && reading.detail?.documentNumber === null && !officialEnd.test(plain)) {
    const isNews = newsWords.test(plain) || columnKey === 'news';
    if (isNews) return 'other';
  }
  if (kind === 'interpretation' && columnKey === 'news' && isNewsInPictures(reading, plain)) return 'other';
  // A law that stands among the rules for reference is nobody's document here.
  if (kind === 'document' && reading.detail?.documentNumber === null && nationalLaw.test(plain)) return 'other';
  if (kind === 'other' && officialTitle.test(plain)) return 'document';
  if (kind === 'other' && columnKey === 'notice' && announcement.test(plain) && !newsWords.test(plain))
    return 'document';
  if (kind === 'annualReport' && isListOfReports(reading)) return 'other';
  return kind;
}

/** What is explained under a title that says 解读 (解读门诊待遇) is a policy where the text says so. */
const saysPolicy = /政策|条例|规定|办法|文件|通知|意见|方案|细则|待遇|标准/;

/** News told like an interpretation (一图看懂联赛决赛): they name no policy and lead to none. */
function isNewsInPictures({ detail }: PageReading, title: string): boolean {
  if (policyWords.test(title)) return false;
  const named = detail?.quotedPolicies ?? [];
  if (detail?.interprets.length !== 0 || named.some((name) => policyWords.test(name))) return false;
  return !/解读/.test(title) || !saysPolicy.test(detail.text.slice(0, 2000));
}

/** A page whose text is titles of reports: the entrance to them. */
function isListOfReports({ detail, list }: PageReading): boolean {
  if (!detail || (detail.annualReport?.parts.length ?? 0) > 0) return false;
  const titles = detail.text.split('\n').filter((line) => annualReportYear(line) !== null);
  const listed = list?.items.filter((item) => annualReportYear(item.title) !== null) ?? [];
  return Math.max(titles.length, listed.length) >= 3;
}

const specific: Record<Kind, number> = {
  annualReport: 0,
  document: 1,
  interpretation: 2,
  guide: 3,
  catalogue: 4,
  other: 5,
};

/** Of two readings of one article the one that says more. */
export function surerKind(one: Kind, other: Kind): Kind {
  return specific[other] < specific[one] ? other : one;
}

/** Columns from those that say what an article is to those that only gather. */
const columnsBySense: readonly ColumnKey[] = [
  'policy',
  'interpretation',
  'annual',
  'guide',
  'rules',
  'catalogue',
  'notice',
  'request',
  'interaction',
  'service',
  'topic',
  'statutory',
  'news',
];

/** Of the columns that list an article the one that says most of it; an interpretation belongs to its own. */
export function tellingColumn(keys: readonly (ColumnKey | null)[], kind: Kind | null): ColumnKey | null {
  if (kind === 'interpretation' && keys.includes('interpretation')) return 'interpretation';
  return columnsBySense.find((key) => keys.includes(key)) ?? null;
}
