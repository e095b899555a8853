import type { LocalDate, Unit } from '../model.js';
import { dayAfter, isWorkingDay, tableCovers } from '../truth/holidays.js';
import { draft, type Draft } from './draft.js';

/** What every site has beside its news: reports, rules, statutory content, catalogue tables, letters, guides, topic. */
export interface Standing {
  /** Annual reports: year, day of publication, the parts that stand in it, whether its table of requests does not add up. */
  reports: { year: number; published: LocalDate; parts?: number[]; miscounted?: true }[];
  /** Fields of the standard catalogue. */
  fields: string[];
  /** Letters of citizens that were answered. */
  letters: string[];
  /** Service guides. */
  guides: string[];
  /** Day from which the unit's standing content is dated backwards. */
  from: LocalDate;
  /** Newest item of a column that has gone quiet. */
  quiet?: { rules?: LocalDate; statutory?: LocalDate; interaction?: LocalDate; service?: LocalDate; topic?: LocalDate };
}

const allParts = [1, 2, 3, 4, 5, 6];

function ruleTitles(unit: Unit): string[] {
  const short = unit.name;
  return [
    `${short}政府信息公开保密审查制度`,
    `${short}政策解读工作制度`,
    `${short}依申请公开工作规程`,
    `${short}政府信息公开动态调整机制`,
  ];
}

function statutoryRows(unit: Unit, year: number): [column: string, title: string][] {
  if (unit.category === '街镇') {
    return [
      ['jgzn', `${unit.name}机构设置及主要职责`],
      ['czyjs', `${unit.name}${year}年度部门预算公开`],
      ['czyjs', `${unit.name}${year - 2}年度部门决算公开`],
      ['xczx', `${unit.name}${year}年衔接推进乡村振兴补助资金项目计划公示`],
      ['xczx', `${unit.name}高标准农田建设项目进展情况`],
      ['shjz', `${unit.name}${year}年1月最低生活保障对象花名册（脱敏）`],
      ['shjz', `${unit.name}临时救助发放情况公示`],
    ];
  }
  return [
    ['jgzn', `${unit.name}机构职能`],
    ['jgzn', `${unit.name}内设机构及职责`],
    ['ghjh', `${unit.name}${year}年工作要点`],
    ['ghjh', `${unit.name}${year - 1}年工作总结`],
    ['czyjs', `${unit.name}${year}年度部门预算公开`],
    ['czyjs', `${unit.name}${year - 2}年度部门决算公开`],
    ['xzxk', `${unit.name}行政许可事项清单（${year}年版）`],
    ['xzxk', `${unit.name}行政处罚自由裁量基准`],
  ];
}

function topicTitles(unit: Unit): string[] {
  return [
    `${unit.name}基层政务公开标准化规范化工作推进情况`,
    `${unit.name}政务公开事项标准目录动态调整说明`,
    `${unit.name}全面推进基层政务公开标准化规范化工作安排`,
  ];
}

/** Before the table of holidays begins, weekends alone are known. */
function isOfficeDay(day: LocalDate): boolean {
  if (day >= tableCovers.from) return isWorkingDay(day);
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}

/** The working day on or before the day `back` days before `day`. */
function officeDay(day: LocalDate, back: number): LocalDate {
  let found = dayAfter(day, -back);
  while (!isOfficeDay(found)) found = dayAfter(found, -1);
  return found;
}

/** Dates a run of titles backwards from a day. */
function run(
  prefix: string,
  genre: Draft['genre'],
  column: string,
  titles: string[],
  newest: LocalDate,
  every: number,
): Draft[] {
  return titles.map((title, index) =>
    draft({ id: `${prefix}${index}`, genre, column, title, publishedOn: officeDay(newest, index * every) }),
  );
}

export function standingEntries(unit: Unit, standing: Standing): Draft[] {
  const { from, quiet = {} } = standing;
  const statutoryFrom = quiet.statutory ?? from;
  const statutory = statutoryRows(unit, Number(statutoryFrom.slice(0, 4))).map(([column, title], index) =>
    draft({
      id: `s${index}`,
      genre: 'statutory',
      column,
      title,
      publishedOn: officeDay(statutoryFrom, index * 19 + 8),
      attachments: title.includes('预算') || title.includes('决算') ? [{ name: `${title}表.xlsx`, kind: 'xlsx' }] : [],
    }),
  );
  const reports = standing.reports.map((report) =>
    draft({
      id: `r${report.year}`,
      genre: 'annualReport',
      column: 'zfxxgknb',
      title: `${unit.name}${report.year}年政府信息公开工作年度报告`,
      publishedOn: report.published,
      report: {
        year: report.year,
        parts: report.parts ?? allParts,
        ...(report.miscounted ? { miscounted: true } : {}),
      },
    }),
  );
  // A township's one table stands on the page of the column itself.
  const catalogue = (unit.category === '街镇' ? [] : standing.fields).map((field, index) =>
    draft({
      id: `c${index}`,
      genre: 'catalogue',
      column: 'zdgkjbml',
      title: `${unit.place.name}${field}领域基层政务公开标准目录`,
      publishedOn: officeDay(from, index * 3 + 40),
      catalogueField: field,
    }),
  );
  return [
    ...run('g', 'rule', 'zfxxgkzd', ruleTitles(unit), quiet.rules ?? dayAfter(from, -60), 37),
    ...statutory,
    ...reports,
    ...catalogue,
    ...run('l', 'letter', 'hdjl', standing.letters, quiet.interaction ?? dayAfter(from, -6), 31),
    ...run('b', 'serviceGuide', 'bsfw', standing.guides, quiet.service ?? dayAfter(from, -30), 44),
    ...run('t', 'topic', 'jczwgk', topicTitles(unit), quiet.topic ?? dayAfter(from, -20), 80),
  ];
}
