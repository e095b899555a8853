import { BadInput } from '#kernel';
import { usualCasework } from './casework.js';
import type { PlanEdit } from './edit-text.js';
import type { AppliesTo, Programme } from './model.js';
import { findPilotField } from './pilot-fields.js';
import type { RubricGroup, RubricItem } from './rubric.js';
import { printPath, type YamlPath } from './yaml-place.js';

export const planFieldParts = ['weights', 'limits', 'dates', 'casework', 'names'] as const;
export type PlanFieldPart = (typeof planFieldParts)[number];

/** How a field is filled in: decimals of points, shares (0 to 1) and other numbers, whole numbers, words, lists of words, days. */
export const planFieldKinds = ['points', 'share', 'number', 'whole', 'text', 'words', 'day', 'monthDay'] as const;
export type PlanFieldKind = (typeof planFieldKinds)[number];

/** A value of a plan that can be changed by itself. */
export interface PlanField {
  /** Where it stands: keys and indexes, as a JSON pointer (RFC 6901). */
  pointer: string;
  /** The same as faults name it. */
  place: string;
  /** By ids in the place of indexes: the same in every version of a plan. */
  name: string;
  part: PlanFieldPart;
  heading: string;
  subject: string;
  label: string;
  kind: PlanFieldKind;
  /** As it is written; null where it is not. Of `words` one a line. */
  value: string | null;
  /** May stand empty; `usual` is what then holds. */
  optional: boolean;
  usual: string | null;
  /** Id of the requirement that it belongs to. */
  requirement: string | null;
}

interface Spot {
  path: YamlPath;
  name: string;
}

const at = ({ path, name }: Spot, key: string): Spot => ({
  path: [...path, key],
  name: name === '' ? key : `${name}.${key}`,
});
const member = ({ path, name }: Spot, index: number, called: string): Spot => ({
  path: [...path, index],
  name: `${name}[${called}]`,
});
const top: Spot = { path: [], name: '' };

type About = Pick<PlanField, 'part' | 'heading' | 'subject' | 'requirement'>;

function field(
  { path, name }: Spot,
  about: About,
  label: string,
  kind: PlanFieldKind,
  value: unknown,
  more: { optional?: boolean; usual?: string | null } = {},
): PlanField {
  const { optional = false, usual = null } = more;
  const written = Array.isArray(value)
    ? value.join('\n')
    : value === undefined || value === null
      ? null
      : String(value);
  const pointer = path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
  return { pointer, place: printPath(path), name, ...about, label, kind, value: written, optional, usual };
}

/** Everything that can be changed field by field, in the order of the page. */
export function planFields(programme: Programme): PlanField[] {
  return [
    field(at(top, 'title'), { ...names('方案', '方案'), requirement: null }, '名称', 'text', programme.title),
    ...totals(programme),
    ...programme.rubric.groups.flatMap((group, index) =>
      groupFields(member(at(at(top, 'rubric'), 'groups'), index, group.id), group, []),
    ),
    ...columnFields(programme),
    ...thresholdFields(programme),
    ...dateFields(programme),
    ...caseworkFields(programme),
    ...nameFields(programme),
  ];
}

const names = (heading: string, subject: string) => ({ part: 'names' as const, heading, subject });

function totals({ rubric }: Programme): PlanField[] {
  const spot = at(top, 'rubric');
  const about: About = { part: 'weights', heading: '总分和等次', subject: '总分', requirement: null };
  const { gate, quarters, rollUp = [] } = rubric;
  return [
    field(at(spot, 'total'), about, '满分', 'points', rubric.total),
    field(at(spot, 'coverageFloor'), about, '可测度低于多少不评总分', 'share', rubric.coverageFloor),
    ...(['bonusCap', 'scoreCap', 'normaliseTo'] as const).flatMap((key) =>
      rubric[key] === undefined ? [] : [field(at(spot, key), about, totalLabels[key], 'points', rubric[key])],
    ),
    ...(['over', 'atLeast'] as const).flatMap((key) =>
      gate?.[key] === undefined
        ? []
        : [
            field(
              at(at(spot, 'gate'), key),
              about,
              key === 'over' ? '高于多少分才加分' : '达到多少分才加分',
              'points',
              gate[key],
            ),
          ],
    ),
    ...rubric.bands.map((band, index) =>
      field(
        at(member(at(spot, 'bands'), index, band.grade), 'from'),
        { ...about, subject: `等次：${band.grade}` },
        '多少分起',
        'points',
        band.from,
      ),
    ),
    ...(quarters
      ? [field(at(at(spot, 'quarters'), 'weight'), about, '各季度平均分占年度总分的比例', 'share', quarters.weight)]
      : []),
    ...rollUp.flatMap((one, index) =>
      one.weight === undefined
        ? []
        : [
            field(
              at(member(at(spot, 'rollUp'), index, String(index)), 'weight'),
              { ...about, subject: `${unitWords(one.children)}计入${unitWords(one.parents)}` },
              '占总分的比例',
              'share',
              one.weight,
            ),
          ],
    ),
  ];
}

const totalLabels = { bonusCap: '加分合计最多', scoreCap: '总分最多', normaliseTo: '另折算为多少分制' };

function groupFields(spot: Spot, group: RubricGroup, above: readonly string[]): PlanField[] {
  const titles = [...above, group.title];
  const heading = titles.join(' › ');
  const about: About = { part: 'weights', heading, subject: '本组', requirement: null };
  return [
    ...(group.points === undefined ? [] : [field(at(spot, 'points'), about, '权重', 'points', group.points)]),
    ...(group.scale === undefined ? [] : [field(at(spot, 'scale'), about, '组内满分', 'points', group.scale)]),
    ...(group.deductAtMost === undefined
      ? []
      : [field(at(spot, 'deductAtMost'), about, '至多扣', 'points', group.deductAtMost)]),
    ...(group.cap === undefined ? [] : [field(at(spot, 'cap'), about, '封顶', 'points', group.cap)]),
    ...(group.pass
      ? [field(at(at(spot, 'pass'), 'atLeast'), about, `低于多少分为${group.pass.grade}`, 'points', group.pass.atLeast)]
      : []),
    ...(typeof group.window === 'object'
      ? (['from', 'to'] as const).map((key) =>
          field(
            at(at(spot, 'window'), key),
            { ...about, part: 'dates' },
            key === 'from' ? '测评时段起' : '测评时段止',
            'day',
            (group.window as { from: string; to: string })[key],
          ),
        )
      : []),
    ...group.items.flatMap((item, index) => itemFields(member(at(spot, 'items'), index, item.id), item, heading)),
    ...(group.groups ?? []).flatMap((inner, index) =>
      groupFields(member(at(spot, 'groups'), index, inner.id), inner, titles),
    ),
  ];
}

function itemFields(spot: Spot, item: RubricItem, heading: string): PlanField[] {
  const about: About = { part: 'weights', heading, subject: item.title, requirement: item.requirement };
  const limits: About = { ...about, part: 'limits' };
  return [
    field(at(spot, 'points'), about, '分值', 'points', item.points),
    ...(item.pointsFor ?? []).map((one, index) =>
      field(
        at(member(at(spot, 'pointsFor'), index, String(index)), 'points'),
        about,
        `分值（${unitWords(one.appliesTo)}）`,
        'points',
        one.points,
      ),
    ),
    ...ruleFields(at(spot, 'rule'), item, about, limits),
    ...(item.minimum === undefined
      ? []
      : [field(at(spot, 'minimum'), limits, '可测的不足多少个不评', 'whole', item.minimum, { optional: true })]),
    ...(item.sample ? [field(at(at(spot, 'sample'), 'count'), limits, '抽查多少个', 'whole', item.sample.count)] : []),
    ...paramFields(at(spot, 'params'), item, limits),
  ];
}

function ruleFields(spot: Spot, { rule }: RubricItem, about: About, limits: About): PlanField[] {
  switch (rule.kind) {
    case 'perFinding':
    case 'perMissing':
    case 'perSubject': {
      const gives = rule.kind === 'perSubject';
      return [
        field(at(spot, 'each'), about, gives ? '每个得' : '每个扣', 'points', rule.each),
        field(at(spot, 'cap'), about, gives ? '至多得' : '至多扣', 'points', rule.cap, {
          optional: true,
          usual: '本项分值',
        }),
      ];
    }
    case 'once':
      return [field(at(spot, 'off'), about, '有问题即扣', 'points', rule.off)];
    case 'threshold':
      return [
        field(at(spot, 'full'), limits, '达到多少得满分', 'share', rule.full),
        field(at(spot, 'zero'), limits, '低于多少不得分', 'share', rule.zero, { optional: true, usual: '0' }),
        ...(rule.fullByYear ?? []).map((one, index) =>
          field(
            at(member(at(spot, 'fullByYear'), index, String(index)), 'full'),
            limits,
            `${one.fromYear}年起达到多少得满分`,
            'share',
            one.full,
          ),
        ),
      ];
    case 'bands':
      return rule.bands.flatMap((band, index) => {
        const of = member(at(spot, 'bands'), index, String(index));
        return [
          field(at(of, 'atLeast'), limits, `第${index + 1}档：不低于`, 'share', band.atLeast),
          field(at(of, 'points'), about, `第${index + 1}档：得分`, 'points', band.points),
        ];
      });
    case 'veto':
      return [
        field(at(spot, 'score'), about, '一票否决时总分定为', 'points', rule.score),
        field(at(spot, 'atLeast'), limits, '多少个起否决', 'whole', rule.atLeast, { optional: true, usual: '1' }),
      ];
    default:
      return [];
  }
}

/** Parameters of indicators that are numbers or days, by name; the others are for the whole text. */
const paramLabels: Readonly<Record<string, readonly [string, PlanFieldKind]>> = {
  workdays: ['时限（工作日）', 'whole'],
  withinDays: ['多少天以内', 'whole'],
  maxDays: ['至多间隔多少天', 'whole'],
  days: ['多少天', 'whole'],
  graceDays: ['宽限多少天', 'whole'],
  months: ['多少个月', 'whole'],
  atLeast: ['不少于多少条', 'whole'],
  atMost: ['不多于多少个', 'whole'],
  limit: ['至多几个', 'whole'],
  parts: ['应有几部分', 'whole'],
  perDay: ['每天至少监测几次', 'whole'],
  seconds: ['多少秒内打开', 'whole'],
  share: ['打不开的比例达到', 'share'],
  ownYears: ['与本单位往年相同达到', 'share'],
  otherUnits: ['与其他单位相同达到', 'share'],
  news: ['要闻动态多少天', 'whole'],
  notice: ['通知公告多少天', 'whole'],
  policy: ['政策文件多少天', 'whole'],
  government: ['政府的截止日（月-日）', 'monthDay'],
  department: ['部门的截止日（月-日）', 'monthDay'],
  township: ['乡镇街道的截止日（月-日）', 'monthDay'],
};

function paramFields(spot: Spot, { params }: RubricItem, about: About): PlanField[] {
  return Object.entries(params).flatMap(([key, value]) => {
    if (key === 'thresholds' && Array.isArray(value))
      return (value as { fromYear: number; atLeast: string | number }[]).map((one, index) =>
        field(
          at(member(at(spot, key), index, String(index)), 'atLeast'),
          about,
          `${one.fromYear}年起不低于`,
          'share',
          one.atLeast,
        ),
      );
    const [label, kind] = paramLabels[key] ?? [];
    if (label === undefined || kind === undefined || typeof value === 'object' || typeof value === 'boolean') return [];
    const isDate = kind === 'monthDay';
    return [field(at(spot, key), isDate ? { ...about, part: 'dates' } : about, label, kind, value)];
  });
}

function columnFields({ columns }: Programme): PlanField[] {
  return columns.map((column, index) =>
    field(
      at(member(at(top, 'columns'), index, column.key), 'maxAgeDays'),
      { part: 'limits', heading: '栏目更新', subject: column.title, requirement: null },
      '多少天不更新算超期（自然日）',
      'whole',
      column.maxAgeDays,
      { optional: true, usual: '不要求更新' },
    ),
  );
}

function thresholdFields({ requirements }: Programme): PlanField[] {
  return requirements.flatMap((one, index) =>
    (one.thresholds ?? []).map((threshold, position) =>
      field(
        at(
          member(at(member(at(top, 'requirements'), index, one.id), 'thresholds'), position, String(position)),
          'value',
        ),
        { part: 'limits', heading: '方案写明的比例和数量', subject: threshold.name, requirement: one.id },
        `数值（${threshold.unit}${threshold.fromYear ? `，${threshold.fromYear}年起` : ''}）`,
        'number',
        threshold.value,
      ),
    ),
  );
}

function dateFields({ tasks, stages = [], circular }: Programme): PlanField[] {
  return [
    ...stages.flatMap((stage, index) => {
      const spot = member(at(top, 'stages'), index, stage.name);
      const about: About = { part: 'dates', heading: '阶段', subject: stage.name, requirement: null };
      return [
        field(at(spot, 'startText'), about, '开始', 'text', stage.startText, { optional: true, usual: '没有写' }),
        field(at(spot, 'dueText'), about, '结束', 'text', stage.dueText, { optional: true, usual: '没有写' }),
      ];
    }),
    ...tasks.flatMap((task, index) => {
      const spot = member(at(top, 'tasks'), index, task.id);
      const requirement = task.requirements[0] ?? null;
      const about: About = { part: 'dates', heading: `任务：${task.stage}`, subject: task.title, requirement };
      return [
        field(at(spot, 'startText'), about, '开始', 'text', task.startText, { optional: true, usual: '没有写' }),
        field(at(spot, 'dueText'), about, '期限', 'text', task.dueText),
      ];
    }),
    field(
      at(at(top, 'circular'), 'rectifyWithinDays'),
      { part: 'dates', heading: '通报', subject: '通报', requirement: null },
      '通报后多少天内整改（自然日）',
      'whole',
      circular.rectifyWithinDays,
    ),
  ];
}

const caseworkLabels = {
  appealWorkdays: '公布后几个工作日内可申诉、说明',
  decideWorkdays: '收到后几个工作日内办理',
  rectifyWorkdays: '整改通知没有另写期限时，几个工作日',
  remindWorkdays: '几个工作日内到期的写进工作提示',
} as const;

function caseworkFields({ casework }: Programme): PlanField[] {
  const about: About = { part: 'casework', heading: '申诉和整改', subject: '期限', requirement: null };
  return (Object.keys(caseworkLabels) as (keyof typeof caseworkLabels)[]).map((key) =>
    field(at(at(top, 'casework'), key), about, caseworkLabels[key], 'whole', casework?.[key], {
      optional: true,
      usual: String(usualCasework[key]),
    }),
  );
}

function nameFields({ organisations = [], fields }: Programme): PlanField[] {
  return [
    ...organisations.map((one, index) =>
      field(
        at(member(at(top, 'organisations'), index, one.name), 'aliases'),
        { ...names('单位的别名', one.name), requirement: null },
        '别名',
        'words',
        one.aliases,
        { optional: true, usual: '没有别名' },
      ),
    ),
    ...(fields?.rows ?? []).map((one, index) =>
      field(
        at(member(at(at(top, 'fields'), 'rows'), index, one.id), 'aliases'),
        { ...names('试点领域的别名', one.name ?? findPilotField(one.id)?.title ?? one.id), requirement: null },
        '别名',
        'words',
        one.aliases,
        { optional: true, usual: '没有别名' },
      ),
    ),
  ];
}

function unitWords({ levels = [], categories = [] }: AppliesTo): string {
  return `${levels.length > 0 ? `${levels.join('、')}级` : ''}${categories.join('、')}` || '单位';
}

/** What somebody wrote into a field; null for nothing. */
export interface AskedField {
  pointer: string;
  value: string | null;
}

/**
 * Values as they stand in the text of the plan. What is within the limits of the plan is for its own checks.
 * @throws BadInput with a line for every value that is none of its kind, or where there is no such field.
 */
export function toPlanEdits(fields: readonly PlanField[], asked: readonly AskedField[]): PlanEdit[] {
  const known = new Map(fields.map((one) => [one.pointer, one]));
  const faults: BadInput['faults'] = [];
  const edits = asked.flatMap(({ pointer, value }): PlanEdit[] => {
    const one = known.get(pointer);
    const fault = one ? faultIn(one, value) : { what: '没有这一处', accepted: '方案编辑页列出的各处' };
    if (one && fault === null) return [{ path: pathOf(one), value: writtenValue(one, value) }];
    faults.push({ where: one ? `方案 ${one.place}` : pointer.slice(0, 200), ...fault! });
    return [];
  });
  if (faults.length > 0) throw new BadInput(faults);
  return edits;
}

function pathOf({ pointer }: PlanField): YamlPath {
  const parts = pointer.slice(1).split('/');
  return parts.map((part) => {
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
    return /^\d+$/.test(key) ? Number(key) : key;
  });
}

const shapes: Readonly<Record<PlanFieldKind, readonly [RegExp, string]>> = {
  points: [/^\d{1,5}(\.\d{1,2})?$/, '不小于0、最多两位小数的数，如 8.5'],
  share: [/^(0(\.\d{1,4})?|1(\.0{1,4})?)$/, '0%到100%之间，最多两位小数'],
  number: [/^\d{1,9}(\.\d{1,4})?$/, '不小于0的数，如 20 或 0.7'],
  whole: [/^\d{1,6}$/, '整数'],
  text: [/^[^\p{Cc}]{1,2000}$/u, '一至2000字，不换行'],
  words: [/^[^\p{Cc}]{1,200}(\n[^\p{Cc}]{1,200}){0,99}$/u, '一行一个，至多100个'],
  day: [/^\d{4}-\d{2}-\d{2}$/, '日期，如 2026-03-31'],
  monthDay: [/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, '月-日，如 01-31'],
};

function faultIn({ kind, optional }: PlanField, value: string | null): { what: string; accepted: string } | null {
  const [shape, accepted] = shapes[kind];
  if (value === null) return optional ? null : { what: '没有填写', accepted };
  return shape.test(value) ? null : { what: `“${value.slice(0, 40)}”不可用`, accepted };
}

function writtenValue({ kind, name }: PlanField, value: string | null): PlanEdit['value'] {
  // Only of columns an empty value is said; elsewhere the field is left out.
  if (value === null) return /\.(maxAgeDays|startText)$|^stages.*\.dueText$/.test(name) ? null : undefined;
  if (kind === 'words') return [...new Set(value.split('\n').map((one) => one.trim()))].filter((one) => one !== '');
  return kind === 'whole' ? Number(value) : value;
}
