import { isEvent } from './news-title.js';

/** Headings of the six parts of an annual report (国办公开办函〔2021〕30号). */
const parts: RegExp[] = [
  /总体情况|^概述$/,
  /主动公开政府信息(?:的)?情况|主动公开(?:的)?情况/,
  /收到和处理政府信息公开申请(?:的)?情况|处理政府信息公开申请/,
  /(?:因政府信息公开工作)?被申请行政复议|行政复议、?(?:提起)?行政诉讼(?:的)?情况/,
  /存在的?主要问题(?:及|和)?改进(?:情况|措施)?|主要问题及改进/,
  /其他需要报告的?事项/,
];

/** What makes a title that of a report on openness: the matter, then the word for a report, in either order with the year. */
const matter = /(?:政府信息|政务|信息)公开/;
const report =
  /公开(?:工作)?(?:年度)?(?:工作)?(?:报告|年报)|年度(?:工作)?报告|年报|公开工作(?:情况)?(?:的)?报告|公开(?:工作)?情况(?:的)?报告/;

/**
 * Neither a report nor its page: forms, circulars, rules, other reports that speak of openness, parts of a year, and
 * what explains a report or tells that somebody published one.
 */
const notReport =
  /统计表|报表|报送|通知|公告|关于(?:做好|编制|开展|征求|公布)|指南|制度|模板|格式|解读|读懂|看懂|图解|实施方案|要点|总结|清单|季度|上半年|下半年|半年|[0-9一二三四五六七八九十]月份|预算|决算|财政(?![局所厅部])|环境信息|企业(?:年|环境|信息)|评估|考核|自查|自评|整改|督查|检查|测评|调研|依申请公开(?:情况|年度|工作|报告)|网站|新媒体|法治|汇编|列表|目录|栏目|专栏|^(?!关于)[^《》]{2,24}(?:发布|公布)《?20|答记者问|新闻(?:发布|稿)|编制|部署|召开|培训/;

/** Whether a title is that of a report on openness of government information, with or without its year. */
export function isReportTitle(text: string): boolean {
  const plain = plainTitle(text);
  return plain.length <= 80 && matter.test(plain) && report.test(plain) && !notReport.test(plain) && !isEvent(plain);
}

function plainTitle(text: string): string {
  return text.slice(0, 200).normalize('NFKC').replace(/\s/g, '');
}

/** Whether a title is that of an annual report on openness of government information; gives its year. */
export function annualReportYear(text: string): number | null {
  if (!isReportTitle(text)) return null;
  const plain = plainTitle(text);
  const year = yearOfTitle(plain);
  return year !== null && year >= 2007 && year <= 2099 ? year : null;
}

/** The year of the report, not that of its publication; null where none or several are named (a list of reports). */
function yearOfTitle(plain: string): number | null {
  const digits = plain.replace(/[二][〇零○Oo0][〇零○Oo0一二三四五六七八九]{2}(?=年)/g, (words) =>
    [...words].map((word) => Math.max('〇一二三四五六七八九'.indexOf(word), 0)).join(''),
  );
  // “2008—2025年”, “2019至2024年度”: several reports.
  if (/(?:19|20)\d\d年?(?:度)?[-—–~～至、和](?:19|20)\d\d/.test(digits)) return null;
  const ofReport = /((?:19|20)\d\d)年度/.exec(digits) ?? /(?<!\d)((?:19|20)\d\d)年?(?!\d|年?\d{1,2}月)/.exec(digits);
  return ofReport ? Number(ofReport[1]) : null;
}

/**
 * Whose report a title is of: what is left when the year and the words for a report are gone, “云岭县教育局”; '' where the
 * title names nobody.
 */
export function reportingUnit(title: string): string {
  return title
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/[(【\[]?(?:(?:19|20)\d\d|二[〇零○Oo0][〇零○Oo0一二三四五六七八九]{2})年?(?:度)?[)】\]]?/g, '')
    .replace(/(?:政府信息|政务|信息)公开.*$|(?:工作)?年度(?:工作)?报告.*$|年报.*$/, '')
    .replace(/^关于|(?:的|关于)$/g, '')
    .replace(/(?:人民政府(?:办公室|办公厅)?|政府办公室|门户网站)$/, '');
}

/** Year named in the opening of a report whose title names none. */
export function yearOfReportText(lines: readonly string[]): number | null {
  for (const line of lines.slice(0, 15)) {
    const year =
      /((?:19|20)\d\d)年(?:度)?(?:政府)?(?:信息公开|政务公开)(?:工作)?(?:年度)?(?:工作)?(?:报告|情况)|统计(?:期限|时间|数据).{0,10}((?:19|20)\d\d)年1月1日/.exec(
        line,
      );
    if (year) return Number(year[1] ?? year[2]);
  }
  return null;
}

/** Which of the six parts stand in a report, 1–6: by its numbered headings, never by a mention in running text. */
export function readReportParts(lines: readonly string[]): number[] {
  const found = new Set<number>();
  for (const line of lines) {
    if (line.length > 60) {
      // “一、总体情况。2022年，……”: heading and text in one line.
      const head = /^\s*([一二三四五六七八九十]{1,2})\s*[、.．，]\s*([^。：:]{2,40})[。：:]/.exec(line.slice(0, 60));
      if (head) mark(found, head[2]!);
      continue;
    }
    const heading =
      /^\s*(?:第?[一二三四五六七八九十]{1,2}\s*(?:[、.．，：:]|部分)|[（(][一二三四五六七八九十]{1,2}[)）]|\d\s*[、.．])?\s*(.{2,45})$/.exec(
        line,
      )?.[1];
    if (heading && !/[。；]./.test(heading)) mark(found, heading);
  }
  return [...found].sort((a, b) => a - b);
}

function mark(found: Set<number>, heading: string): void {
  const plain = heading.replace(/[\s。：:]/g, '');
  parts.forEach((part, index) => {
    if (part.test(plain) && plain.length <= 40) found.add(index + 1);
  });
}
