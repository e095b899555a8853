import type { OutcomeKind } from '#indicators';
import { indicators } from '#indicators';
import type { StandingDto } from '../../../apps/server/dto/assessment.dto.js';
import type { FindingRowDto, ScorecardDetailDto } from '../../../apps/server/dto/scorecard.dto.js';
import type { TaskStateDto } from '../../../apps/server/dto/task.dto.js';

/** What the service says of a period, and the sentences of a circular that follow from it: written apart from the circulars. */
export interface CircularTruth {
  standings: StandingDto[];
  /** Open ones that cost points, of the units. */
  findings: FindingRowDto[];
  reviews: FindingRowDto[];
  fixed: FindingRowDto[];
  tasks: TaskStateDto[];
  details: ScorecardDetailDto[];
}

export const printDay = (day: string) => day.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, '$1年$2月$3日');

/** The sentence of a finding as paper has it: its own days in words, those within what it quotes as they were. */
export const inWords = (message: string): string =>
  message
    .split(/(“[^”]*”|《[^》]*》)/)
    .map((part, i) => (i % 2 === 1 ? part : part.replace(/\d{4}-\d\d-\d\d/g, printDay)))
    .join('');

type Ask = <Answer>(path: string) => Promise<Answer>;

/** @param scope query of programme and period */
export async function circularTruth(ask: Ask, scope: string, names: readonly string[]): Promise<CircularTruth> {
  const standings = (await ask<StandingDto[]>(`scorecards?${scope}`)).filter(({ name }) => names.includes(name));
  const isOwn = ({ organisation }: FindingRowDto) => standings.some((unit) => unit.organisation === organisation);
  const rowsOf = async (more: string) =>
    (await ask<{ rows: FindingRowDto[] }>(`findings?${scope}&limit=500${more}`)).rows
      .filter(isOwn)
      .map((row) => ({ ...row, message: inWords(row.message) }));
  return {
    standings,
    findings: await rowsOf('&kind=fail'),
    reviews: await rowsOf('&kind=review'),
    fixed: await rowsOf('&kind=fail&state=fixed'),
    tasks: await ask<TaskStateDto[]>(`tasks?${scope}`),
    details: await Promise.all(
      standings.map(({ organisation }) => ask<ScorecardDetailDto>(`scorecards/${organisation}?${scope}`)),
    ),
  };
}

const problemOf = (id: string) => indicators.find((one) => one.id === id)?.failureTitle ?? id;
const unitsIn = (findings: FindingRowDto[]) => new Set(findings.map(({ organisation }) => organisation)).size;
/** Hundredths, half up. */
const cents = (value: number) => String(Math.round(value * 100 + 1e-9) / 100);
const percent = (part: number, whole: number) => `${Math.round((part / whole) * 1000 + 1e-9) / 10}%`;

export function judged({ details }: CircularTruth, indicator?: string): { pass: number; fail: number } {
  const outcomes = details.flatMap(({ scorecard }) =>
    scorecard.results.filter((one) => indicator === undefined || one.indicator === indicator).map((one) => one.outcome),
  );
  const of = (kind: OutcomeKind) => outcomes.filter((outcome) => outcome === kind).length;
  return { pass: of('pass'), fail: of('fail') };
}

export const scopeWords = ({ standings }: CircularTruth) =>
  `列入测评的单位${standings.length}个、网站${standings.length}个，已完成测评的网站${standings.length}个；得出评分的单位${standings.filter(({ score }) => score !== null).length}个。`;

export function scoreWords({ standings }: CircularTruth): string[] {
  const scores = standings.flatMap(({ score }) => (score === null ? [] : [Number(score)]));
  const mean = (values: number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;
  const grades = ['优秀', '良好', '合格', '不合格']
    .map((grade) => ({ grade, count: standings.filter((one) => one.grade === grade).length }))
    .filter(({ count }) => count > 0)
    .map(({ grade, count }) => `${grade}${count}个`);
  const both = standings.filter(({ score, previousScore }) => score !== null && previousScore !== null);
  const means = both.length > 0 && [
    mean(both.map((one) => Number(one.score))),
    mean(both.map((one) => Number(one.previousScore))),
  ];
  const change = means ? Number(cents(means[0]!)) - Number(cents(means[1]!)) : 0;
  const trend = Math.abs(change) < 0.005 ? '持平。' : `${change > 0 ? '提高' : '下降'}${cents(Math.abs(change))}分。`;
  return [
    `平均得分${cents(mean(scores))}分，最高${cents(Math.max(...scores))}分，最低${cents(Math.min(...scores))}分`,
    `其中，${grades.join('、')}。`,
    ...(means ? [`两期均有评分的${both.length}个单位`, trend] : []),
  ];
}

export function rateWords(truth: CircularTruth): string[] {
  const { pass, fail } = judged(truth);
  return [`共测评${pass + fail}项次，合格${pass}项次，合格率${percent(pass, pass + fail)}`];
}

export function problemWords({ findings, reviews, fixed }: CircularTruth): string[] {
  const states = (
    [
      ['new', '新发现'],
      ['open', '仍存在'],
      ['recurred', '又出现'],
    ] as const
  )
    .map(([state, title]) => ({ title, count: findings.filter((one) => one.state === state).length }))
    .filter(({ count }) => count > 0);
  return [
    `共有问题${findings.length}条，涉及${unitsIn(findings)}个单位，${states.length === 1 ? `均${states[0]!.title === '新发现' ? '为' : ''}${states[0]!.title}` : `其中${states.map(({ title, count }) => `${title}${count}条`).join('、')}`}`,
    ...(reviews.length > 0 ? [`另有疑似问题${reviews.length}条待人工复核，未予扣分`] : []),
    ...(fixed.length > 0 ? [`此前发现的问题已整改${fixed.length}条`] : []),
  ];
}

/** Of each kind of problem that the text names, and of the rest. */
export function kindWords(truth: CircularTruth, text: string, shares: boolean): string[] {
  const kinds = [...new Set(truth.findings.map(({ indicator }) => indicator))];
  const told = kinds.filter((id) => text.includes(`）${problemOf(id)}。`));
  const rest = truth.findings.filter(({ indicator }) => !told.includes(indicator));
  const words = told.map((id) => {
    const own = truth.findings.filter(({ indicator }) => indicator === id);
    const units = unitsIn(own);
    const { pass, fail } = judged(truth, id);
    const counts = `涉及${units}个单位、${own.length}条问题`;
    if (!shares || pass + fail < 2) return `）${problemOf(id)}。${counts}。`;
    const share = units / (pass + fail);
    const many = share === 1 ? '全部' : units === 1 || share <= 0.2 ? '个别' : share <= 0.5 ? '部分' : '多数';
    return `）${problemOf(id)}。${many}单位存在此类问题，${counts}，占该项测评单位的${percent(units, pass + fail)}。`;
  });
  return rest.length === 0 ? words : [...words, `其他问题${rest.length}条，涉及${unitsIn(rest)}个单位`];
}

const taskTitles = {
  ...{ done: '已完成', onTime: '按时完成', late: '逾期完成', overdue: '逾期未完成' },
  ...{ upcoming: '未到期', notMeasured: '未能核实' },
};

export function taskWords({ tasks }: CircularTruth): string[] {
  if (tasks.length === 0) return [];
  const states = Object.entries(taskTitles)
    .map(([state, title]) => ({ title, count: tasks.filter((one) => one.state === state).length }))
    .filter(({ count }) => count > 0);
  const byState =
    states.length === 1
      ? `均${states[0]!.title}`
      : `其中${states.map(({ title, count }) => `${title}${count}项`).join('、')}`;
  return [`列入调度的任务共${tasks.length}项，${byState}`];
}

export function unitWords({ findings, standings }: CircularTruth): string[] {
  return standings
    .map(({ name, organisation }) => ({
      name,
      own: findings.filter((one) => one.organisation === organisation).length,
    }))
    .filter(({ own }) => own > 0)
    .map(({ name, own }) => `${name}${own}条`);
}

/** How the quarters enter the score of the year, as its tree states it; nothing where they do not. */
export function quarterWords({ details }: CircularTruth): string[] {
  const rule = details[0]?.scorecard.tree.children.find(({ id }) => id === 'quarters')?.rule ?? '';
  const [, quarters, year] = /占总分的(\d+%)，年度测评占(\d+%)/.exec(rule) ?? [];
  if (quarters === undefined) return [];
  return [
    `年度测评占${year}，有得分的各季度的平均分占${quarters}`,
    `年度测评（占${year}）和有得分的各季度的平均分（占${quarters}）`,
  ];
}

/** Rows of the annexes, by what their columns are called. */
export function annexRows(truth: CircularTruth): { ranking: object[]; findings: object[] } {
  const of = (rows: FindingRowDto[], id: string) => rows.filter(({ organisation }) => organisation === id).length;
  const nameOf = (id: string) => truth.standings.find(({ organisation }) => organisation === id)!.name;
  const states = { new: '新发现', open: '仍存在', recurred: '又出现', fixed: '' };
  return {
    ranking: truth.standings.map(({ organisation: id, name, rank, score, grade, coverage, previousScore }) => ({
      ...{
        单位: name,
        名次: rank,
        得分: Number(score),
        等次: grade,
        '可测度（%）': Math.round(Number(coverage) * 1000) / 10,
      },
      上期得分: previousScore === null ? null : Number(previousScore),
      ...{ 问题数: of(truth.findings, id), 待复核数: of(truth.reviews, id), 已整改数: of(truth.fixed, id) },
    })),
    findings: truth.findings.map(({ organisation, indicator, message, clause, points, state, remedy, evidence }) => ({
      ...{ 单位: nameOf(organisation), 问题类别: problemOf(indicator), 具体问题: message, 依据条款: clause },
      ...{
        扣分: Number(points),
        状态: states[state],
        整改建议: remedy,
        网页地址: evidence.url,
        取证编号: evidence.capture,
      },
    })),
  };
}
