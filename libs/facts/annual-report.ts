/** Headings of the six parts of an annual report (国办公开办函〔2021〕30号). */
const parts: RegExp[] = [
  /总体情况|^概述$/,
  /主动公开政府信息(?:的)?情况|主动公开(?:的)?情况/,
  /收到和处理政府信息公开申请(?:的)?情况|处理政府信息公开申请/,
  /(?:因政府信息公开工作)?被申请行政复议|行政复议、?(?:提起)?行政诉讼(?:的)?情况/,
  /存在的?主要问题(?:及|和)?改进(?:情况|措施)?|主要问题及改进/,
  /其他需要报告的?事项/,
];

const title =
  /((?:19|20)\d\d)\s*年?(?:度)?[^\d]{0,30}(?:政府信息公开|政务公开)?(?:工作)?(?:年度)?(?:工作)?(?:报告|年报)|(?:政府信息公开|信息公开)(?:工作)?年度报告\s*[（(]?((?:19|20)\d\d)/;

/** Whether a title is that of an annual report on openness of government information; gives its year. */
export function annualReportYear(text: string): number | null {
  const plain = text.replace(/\s/g, '');
  if (!/信息公开|政务公开/.test(plain) || !/(?:年度|年).{0,20}(?:报告|年报)|年报/.test(plain)) return null;
  if (/统计表|报表$|通知|公告|关于(?:做好|报送|编制|开展)|指南|制度|模板|格式|解读$|实施方案|要点/.test(plain))
    return null;
  const match = title.exec(plain) ?? /((?:19|20)\d\d)年/.exec(plain);
  const year = Number(match?.[1] ?? match?.[2]);
  return year >= 2007 && year <= 2099 ? year : null;
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
