import { footMarks, guideElements, type SiteFacts } from '#facts';
import type { DocumentRow, InterpretationRow, ColumnRow } from '#indicators';
import type { SiteTruth } from './model.js';

/** What was read of a site, in the shapes that are exported. */
export interface SiteRead {
  facts: SiteFacts;
  documents: DocumentRow[];
  interpretations: InterpretationRow[];
  columns: ColumnRow[];
}

export interface FieldScore {
  right: number;
  /** Said to be unread: neither right nor wrong. */
  unread: number;
  of: number;
}

export interface Comparison {
  fields: Record<string, FieldScore>;
  /** One line for each difference, in Chinese. */
  misses: string[];
  /** Things said to be wrong that are not: the worst there is. */
  falseFindings: string[];
}

/** What a field says where it could not be read. */
const unread = new Map<string, unknown>([
  ['链接到文件', null],
  ['文件链接来', null],
  ['栏目', 'notMeasured'],
  ['时限', 'notMeasured'],
]);

/** Compares what was read with the truth, value by value. */
export function compareSite(read: SiteRead, truth: SiteTruth): Comparison {
  const result: Comparison = { fields: {}, misses: [], falseFindings: [] };
  const check = (field: string, what: string, wanted: unknown, got: unknown, trap?: string): void => {
    const score = (result.fields[field] ??= { right: 0, unread: 0, of: 0 });
    score.of += 1;
    const right = JSON.stringify(wanted) === JSON.stringify(got);
    if (right) score.right += 1;
    else if (got === unread.get(field)) score.unread += 1;
    if (!right)
      result.misses.push(
        `${field}　${what}：应为 ${JSON.stringify(wanted)}，读成 ${JSON.stringify(got)}${trap ? `〔${trap}〕` : ''}`,
      );
  };
  compareDocuments(read, truth, check, result);
  compareInterpretations(read, truth, check);
  for (const wanted of truth.columns) {
    const got = read.columns.find((column) => column.key === wanted.key);
    check('栏目', wanted.key, wanted.status, got?.status ?? null, wanted.trap);
    const accused = got && !['ok', 'notMeasured'].includes(got.status);
    if (accused && got.status !== wanted.status)
      result.falseFindings.push(`栏目 ${wanted.key} 被认定 ${got.status}，实为 ${wanted.status}`);
  }
  for (const wanted of truth.annualReports) {
    const found = read.facts.annualReports.filter((report) => report.year === wanted.year);
    check('年报', `${wanted.year}`, 1, found.length);
    const [report] = found;
    if (!report) continue;
    check('年报地址', `${wanted.year}`, true, wanted.urls.includes(report.url));
    check('年报日期', `${wanted.year}`, wanted.publishedOn, report.publishedOn?.on ?? null);
    if (!report.partsUnread) check('年报部分', `${wanted.year}`, wanted.parts, report.parts);
  }
  compareOthers(read, truth, check);
  compareLacks(read.facts, truth, result);
  return result;
}

type Check = (field: string, what: string, wanted: unknown, got: unknown, trap?: string) => void;

function compareDocuments(read: SiteRead, truth: SiteTruth, check: Check, result: Comparison): void {
  const known = new Set<unknown>();
  for (const wanted of truth.documents) {
    const name = `${wanted.title.slice(0, 40)} ${wanted.urls[0]}`;
    const rows = read.documents.filter((row) => wanted.urls.includes(row.url));
    for (const row of rows) known.add(row);
    check('文件找到一次', name, 1, rows.length, wanted.trap);
    const [row] = rows;
    const fact = read.facts.documents.find((document) => document.url === row?.url);
    if (!row || !fact) continue;
    // Which white space stands between two units is nobody's concern.
    check('文件标题', name, wanted.title.replace(/\s+/g, ' '), row.title.replace(/\s+/g, ' '), wanted.trap);
    // Numbers are kept as they stand; which brackets a page writes does not make another number of it.
    check('发文字号', name, plainNumber(wanted.documentNumber), plainNumber(row.documentNumber), wanted.trap);
    check('索引号', name, wanted.indexNumber, fact.indexNumber, wanted.trap);
    check('成文日期', name, wanted.issuedOn, row.issuedOn, wanted.trap);
    check('发布日期', name, wanted.publishedOn, row.publishedOn, wanted.trap);
    check('附件', name, wanted.attachments.map(({ url }) => url).sort(), row.attachments.map(({ url }) => url).sort());
    check('时限', name, wanted.timeliness, row.timeliness, wanted.trap);
    if (row.timeliness === 'late' && wanted.timeliness !== 'late')
      result.falseFindings.push(`文件被判迟发：${name}（${row.issuedOn} → ${row.publishedOn}）`);
  }
  // The ledger of documents holds interpretations and reports too; they and the others are compared on their own.
  const elsewhere = new Set([
    ...truth.others,
    ...truth.interpretations.flatMap(({ urls }) => urls),
    ...truth.annualReports.flatMap(({ urls }) => urls),
  ]);
  for (const row of read.documents)
    if (!known.has(row) && !elsewhere.has(row.url) && row.kind !== 'other')
      check('多出的文件', `${row.title} ${row.url}`, null, row.kind);
}

function plainNumber(number: string | null): string | null {
  return (
    number &&
    number
      .replace(/\s/g, '')
      .replace(/[［[【（(]/g, '〔')
      .replace(/[］\]】）)]/g, '〕')
  );
}

function compareInterpretations(read: SiteRead, truth: SiteTruth, check: Check): void {
  const known = new Set<unknown>();
  for (const wanted of truth.interpretations) {
    const name = `${wanted.title.slice(0, 40)} ${wanted.urls[0]}`;
    const rows = read.interpretations.filter((row) => wanted.urls.includes(row.url));
    for (const row of rows) known.add(row);
    check('解读找到一次', name, 1, rows.length, wanted.trap);
    const [row] = rows;
    if (!row) continue;
    check('解读标题', name, wanted.title, row.title, wanted.trap);
    check('解读日期', name, wanted.publishedOn, row.publishedOn, wanted.trap);
    check('解读形式', name, [...wanted.formats].sort(), [...row.formats].sort(), wanted.trap);
    check('所解读文件', name, true, isPolicy(wanted.policyTitle, wanted.policyUrls, row), wanted.trap);
    check('链接到文件', name, wanted.linksToPolicy, row.linksToPolicy, wanted.trap);
    check('文件链接来', name, wanted.linkedFromPolicy, row.linkedFromPolicy, wanted.trap);
  }
  for (const row of read.interpretations)
    if (!known.has(row)) check('多出的解读', `${row.title} ${row.url}`, null, 'interpretation');
}

function isPolicy(title: string | null, urls: string[], row: InterpretationRow): boolean {
  if (urls.length > 0) return row.policyUrl !== null && urls.includes(row.policyUrl);
  return title === null ? row.policyUrl === null : row.policyTitle === title;
}

/** What is not read is no miss: what is said to be lacking must lack. */
function compareLacks({ guides = [], home }: SiteFacts, { lacks }: SiteTruth, result: Comparison): void {
  const told = guides.flatMap(({ found, hinted }) => [...found, ...hinted]);
  for (const element of guides.some(({ unread }) => unread === null) ? guideElements : [])
    if (!told.includes(element) && !lacks.guide.includes(element))
      result.falseFindings.push(`公开指南被认定缺少${element}`);
  const named = home?.foot && [...home.foot.shown, ...home.foot.hinted];
  for (const mark of named ? footMarks : [])
    if (!named?.includes(mark) && !lacks.foot.includes(mark)) result.falseFindings.push(`首页底部被认定缺少${mark}`);
  for (const element of guides.flatMap(({ found }) => found))
    if (lacks.guide.includes(element)) result.misses.push(`公开指南　没有${element}，读成有`);
}

function compareOthers(read: SiteRead, truth: SiteTruth, check: Check): void {
  const taken = new Map<string, string>([
    ...read.documents.filter((row) => row.kind !== 'other').map((row) => [row.url, row.kind] as const),
    ...read.interpretations.map((row) => [row.url, 'interpretation'] as const),
    ...read.facts.annualReports.map((row) => [row.url, 'annualReport'] as const),
  ]);
  const reports = new Set(truth.annualReports.flatMap(({ urls }) => urls));
  for (const url of truth.others) check('不是文件', url, null, taken.get(url) ?? null);
  for (const { url, title } of read.facts.annualReports)
    if (!reports.has(url)) check('多出的年报', `${title} ${url}`, null, 'annualReport');
}
