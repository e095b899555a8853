import { buildSite } from '../content/build-site.js';
import { notice, policy, reading, type InterpretationRow, type UnitContent } from '../content/rows.js';
import type { ColumnState, FamilyName, FormatName, LocalDate, Place, Site, StandardKey, Unit } from '../model.js';
import { dayAfter } from '../truth/holidays.js';

/**
 * A small sample area for one plan. The units bear the names of the plan's offices, so that its tasks find them; whatever
 * their sites hold is invented and put together from these few lines.
 */
export interface PlanArea {
  /** Id of the plan. */
  programme: string;
  place: Pick<Place, 'name' | 'grade' | 'asOf' | 'domain'>;
  /** Periods to score, the one to show last; it ends on the day on which the place's time stands still. */
  periods: readonly string[];
  /** Day from which catalogues, rules and the like are dated backwards. */
  standingFrom: LocalDate;
  /** What the plan calls columns otherwise than usual. */
  names?: Partial<Record<StandardKey, string>>;
  /** The first is the portal. */
  units: readonly AreaUnit[];
}

export interface AreaUnit extends Pick<Unit, 'name' | 'level' | 'category'> {
  aliases?: string[];
  parent?: string;
  family: FamilyName;
  /** In its document numbers, e.g. `示政发`. */
  prefix: string;
  /** What its policies are about, newest first; seeds call them by their place in this list. */
  subjects: readonly string[];
  /** Fields of its standard catalogue. */
  fields: string[];
  seeds?: Seeds;
}

/** What is wrong on a site, and what only looks so; numbers are places in `subjects`. */
export interface Seeds {
  /** Days of issue and of publication, written by hand; others are published nine days after their issue. */
  dates?: Record<number, readonly [issued: LocalDate, published: LocalDate]>;
  /** Which of these are late. */
  late?: readonly number[];
  unnumbered?: readonly number[];
  uninterpreted?: readonly number[];
  /** The policy does not link to its interpretation. */
  oneWay?: readonly number[];
  /** All interpretations are plain text. */
  plain?: true;
  /** Parts of the newest annual report and its day of publication. */
  report?: { published: LocalDate; parts?: number[] };
  states?: Partial<Record<StandardKey, ColumnState>>;
}

export const areaNotice = '示例数据 · 单位名称取自方案，内容均属虚构';

const colours = [
  { main: '#b5261e', dark: '#8f1a14', light: '#fbf1ef' },
  { main: '#1f5fa8', dark: '#164a86', light: '#eef4fb' },
  { main: '#14717a', dark: '#0f575e', light: '#ecf6f6' },
];
const kinds = ['实施方案', '管理办法', '工作方案', '实施细则'];
const formats: FormatName[] = ['infographic', 'qa', 'video', 'text'];
const daysBetweenPolicies = 27;
const daysToPublish = 9;

const paragraphs = [
  '一、总体要求',
  '坚持依法依规、便民利民，把各项措施落到实处，做到事项清楚、责任明确、流程规范、结果公开。',
  '二、重点任务',
  '（一）全面梳理现有事项，逐项建立台账，实行动态管理。',
  '（二）统一办理标准和流程，减少不必要的环节和材料，方便群众就近办理。',
  '（三）通过政府网站和公开栏及时公开工作进展和结果，接受社会监督。',
  '三、工作要求',
  '各有关单位要加强协作配合，明确专人负责，按季度报送工作进展情况。',
];

/** The sites of an area, in the order of its units. */
export function buildArea(area: PlanArea): Site[] {
  return area.units.map((unit, index) => buildSite(contentOf(area, unit, index)));
}

/** Key of a unit: the first runs the portal. */
function keyOf(index: number): string {
  return index === 0 ? 'portal' : `unit${index}`;
}

function unitOf(area: PlanArea, unit: AreaUnit, index: number): Unit {
  const { name, level, category, family, prefix, aliases = [], parent = null } = unit;
  const serial = String(11 + index);
  return {
    key: keyOf(index),
    place: { ...area.place, notice: areaNotice },
    name,
    aliases,
    level,
    category,
    parent,
    family,
    siteCode: `53991800${serial}`,
    prefix,
    signatory: name,
    colour: colours[index % colours.length] ?? { main: '', dark: '', light: '' },
    address: `示例路${serial}号`,
    phone: `0000-55520${serial}`,
    duties: '负责本单位职责范围内的政务公开工作。',
  };
}

function contentOf(area: PlanArea, own: AreaUnit, index: number): UnitContent {
  const { asOf } = area.place;
  const { seeds = {} } = own;
  const unit = unitOf(area, own, index);
  const year = Number(asOf.slice(0, 4));
  const policies = own.subjects.map((subject, at) => {
    const published = seeds.dates?.[at]?.[1] ?? officeDay(dayAfter(asOf, -12 - at * daysBetweenPolicies));
    const issued = seeds.dates?.[at]?.[0] ?? dayAfter(published, -daysToPublish);
    const number = seeds.unnumbered?.includes(at) ? null : `${own.prefix}〔${issued.slice(0, 4)}〕${30 - at}号`;
    const title = `${own.name}关于印发《${subject}${kinds[at % kinds.length]}》的通知`;
    return policy(`p${at}`, issued, published, number, title, { paragraphs });
  });
  const interpretations = policies.flatMap(({ id, published }, at): InterpretationRow[] => {
    if (published === null || seeds.uninterpreted?.includes(at)) return [];
    const format = seeds.plain ? 'text' : (formats[at % formats.length] ?? 'text');
    const links = seeds.oneWay?.includes(at) ? 'toPolicy' : 'both';
    return [reading(id, published, format, links, format === 'text' ? ['背景依据', '主要内容', '解读机关'] : [])];
  });
  return {
    unit,
    states: seeds.states ?? {},
    names: area.names ?? {},
    policies,
    interpretations,
    notices: ['政务服务窗口延时服务公告', '办公地点调整通告', '年度工作计划公示', '便民服务热线开通公告'].map(
      (title, at) => notice(officeDay(dayAfter(asOf, -16 - at * 58)), title),
    ),
    news: {
      newest: officeDay(dayAfter(asOf, -3)),
      every: 16,
      titles: ['政务公开工作推进会召开', '政务公开业务培训举办', '便民服务进社区活动启动', '政府信息公开查阅点更新'],
    },
    standing: {
      from: area.standingFrom,
      reports: [
        { year: year - 2, published: `${year - 1}-01-22` },
        { year: year - 1, published: `${year}-01-22`, ...seeds.report },
      ],
      fields: own.fields,
      letters: ['关于办事窗口工作时间的咨询', '关于公开目录查阅方式的咨询'],
      guides: ['政务服务事项办理指南', '政府信息查阅服务指南'],
    },
  };
}

/** The day itself, or the Friday before a weekend. */
function officeDay(day: LocalDate): LocalDate {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday === 6 ? dayAfter(day, -1) : weekday === 0 ? dayAfter(day, -2) : day;
}
