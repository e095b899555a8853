import { findingStateTitles } from '#casework';
import type { AnnexRow } from '../annex-table.js';
import { rateNote, withoutGrade } from '../build-annex.js';
import type { Draft } from '../draft.js';
import type { Condition, Formula } from '../formula.js';
import type { Block } from '../model.js';
import { joined, line, type Run } from '../tokens.js';

const scored: Condition = { column: 'score', filled: true };
const unscored: Condition = { column: 'score', filled: false };
/** Names in a sentence; the rest is in the annex. */
const namesShown = 8;

/** 一、总体情况: how much was measured, the scores, the rates, and who does well, where that is not told elsewhere. */
export function overall(draft: Draft, { praises = true } = {}): Block[] {
  return [
    { kind: 'heading', runs: ['一、总体情况'] },
    { kind: 'paragraph', runs: scope(draft) },
    ...paragraph(scores(draft)),
    ...paragraph(rates(draft)),
    ...(praises ? paragraph(praise(draft)) : []),
  ];
}

/** Number of units and websites, with those that could not be measured said so. */
export function scope(draft: Draft): Run[] {
  const isNone = draft.rows('ranking', [scored]).length === 0;
  const runs = [
    ...line`截至${draft.day(draft.snapshot.asOf)}，${draft.given('area')}列入测评的单位${draft.count('ranking')}个`,
    ...sites(draft),
    ...(isNone ? ['；没有得出评分的单位。'] : line`；得出评分的单位${draft.count('ranking', [scored])}个。`),
  ];
  const missing = draft.rows('ranking', [unscored]);
  if (missing.length === 0) return runs;
  const names = namesOf(draft, missing.length, [unscored]);
  return [...runs, ...line`${names}因网站无法访问等原因未能测评，不计分、不排名，不视为合格，也不视为存在问题。`];
}

function sites(draft: Draft): Run[] {
  const known = draft.sum('ranking', 'sites');
  const read = draft.sum('ranking', 'read');
  if (known.text === '0') return [];
  return read.text === '0'
    ? line`、网站${known}个，${known.text === '1' ? '' : '均'}未能完成测评`
    : line`、网站${known}个，已完成测评的网站${read}个`;
}

export function scores(draft: Draft): Run[] {
  const [first, ...others] = draft.rows('ranking', [scored]);
  if (first === undefined) return [];
  if (others.length === 0) return scoreOf(draft, first);
  const of = (op: 'mean' | 'max' | 'min') => draft.figure({ op, table: 'ranking', column: 'score' }, 'points');
  return [
    ...line`得出评分的单位平均得分${of('mean')}分，最高${of('max')}分，最低${of('min')}分（${draft.mark('ranking')}）。`,
    ...grades(draft),
    ...trend(draft),
  ];
}

/** Of the only unit that has a score. */
function scoreOf(draft: Draft, row: AnnexRow): Run[] {
  const score = draft.figure({ op: 'max', table: 'ranking', column: 'score' }, 'points');
  const grade = row['grade'] === withoutGrade ? withoutGrade : line`等次为${draft.quote('ranking', 'grade', row)}`;
  const told = line`${draft.quote('ranking', 'organisation', row)}得分${score}分，${grade}（${draft.mark('ranking')}）。`;
  return [...told, ...trend(draft)];
}

/** Compared only over the units that have a score in both periods. */
function trend(draft: Draft): Run[] {
  const both: Condition[] = [{ column: 'change', filled: true }];
  if (!draft.snapshot.previousPeriod || draft.rows('ranking', both).length === 0) return [];
  const mean = (column: string): Formula => ({ op: 'mean', table: 'ranking', column, where: both });
  const change: Formula = { op: 'difference', from: mean('previous'), to: mean('score') };
  const word = draft.figure(change, 'trendWord');
  const isOne = draft.rows('ranking', both).length === 1;
  const whose = isOne
    ? line`${namesOf(draft, 1, both)}得分`
    : line`两期均有评分的${draft.count('ranking', both)}个单位，平均得分`;
  const start = line`${whose}较${draft.given('previousPeriod')}${word}`;
  return word.text === '持平' ? [...start, '。'] : [...start, ...line`${draft.figure(change, 'distance')}分。`];
}

function grades(draft: Draft): Run[] {
  const held = [...draft.snapshot.programme.rubric.bands.map(({ grade }) => grade), withoutGrade]
    .map((grade) => ({ grade, where: [{ column: 'grade', is: [grade] }] }))
    .filter(({ where }) => draft.rows('ranking', where).length > 0);
  const [only, ...others] = held;
  if (only && others.length === 0) return [only.grade === withoutGrade ? '均不评等次。' : `等次均为${only.grade}。`];
  const counts = held.map(({ grade, where }) => line`${grade}${draft.count('ranking', where)}个`);
  return counts.length === 0 ? [] : line`其中，${joined(counts, '、')}。`;
}

function rates(draft: Draft): Run[] {
  const judged: Formula = { op: 'sum', table: 'indicators', column: 'judged' };
  if (draft.value(judged) === 0) return [];
  const rate = draft.figure({ op: 'ratio', part: { ...judged, column: 'pass' }, whole: judged }, 'percent');
  return [
    ...line`各单位各项指标共测评${draft.figure(judged)}项次，合格${draft.sum('indicators', 'pass')}项次，合格率${rate}${draft.note([rateNote])}（${draft.mark('indicators')}）。`,
    ...problemCounts(draft),
  ];
}

/** How many problems there are, new, old and back again, and how many are mended or still to be reviewed. */
export function problemCounts(draft: Draft): Run[] {
  return openProblems(draft, '本期');
}

/** The same of whom or what `whose` names. */
export function openProblems(draft: Draft, whose: string): Run[] {
  const of = (state: string): Condition[] => [{ column: 'state', is: [state] }];
  const count = draft.count('findings');
  const states = Object.values(findingStateTitles).filter((state) => draft.rows('findings', of(state)).length > 0);
  const counts = states.map((state) => line`${state}${draft.count('findings', of(state))}条`);
  const byState =
    states.length === 1
      ? [`${count.text === '1' ? '' : '均'}${states[0] === findingStateTitles.new ? '为' : ''}${states[0]}`]
      : line`其中${joined(counts, '、')}`;
  const found =
    states.length === 0
      ? [`${whose}未发现问题`]
      : line`${whose}共有问题${count}条，涉及${draft.distinct('findings', 'organisation')}个单位，${byState}（${draft.mark('findings')}）`;
  const rest = [
    { column: 'fixed', before: '此前发现的问题已整改', after: '条' },
    { column: 'reviews', before: '另有疑似问题', after: '条待人工复核，未予扣分' },
  ]
    .filter(({ column }) => draft.value({ op: 'sum', table: 'ranking', column }) > 0)
    .flatMap(({ column, before, after }) => line`；${before}${draft.sum('ranking', column)}${after}`);
  return [...found, ...rest, '。'];
}

/** Units of the best grade, without points, as real circulars name them. */
function praise(draft: Draft): Run[] {
  const best = draft.snapshot.programme.rubric.bands[0]?.grade;
  const where: Condition[] = [{ column: 'grade', is: [best ?? ''] }, scored];
  const count = best === undefined ? 0 : draft.rows('ranking', where).length;
  return count === 0 ? [] : line`${namesOf(draft, count, where)}工作情况较好。`;
}

/** Names of the units that fulfil the conditions; of a long list the first, then 等N个单位. */
export function namesOf(draft: Draft, count: number, where: Condition[]): Run[] {
  const names = draft.rows('ranking', where).map((row) => [draft.quote('ranking', 'organisation', row)]);
  const shown = joined(names.slice(0, namesShown), '、');
  return count > namesShown ? [...shown, ...line`等${draft.count('ranking', where)}个单位`] : shown;
}

function paragraph(runs: Run[]): Block[] {
  return runs.length === 0 ? [] : [{ kind: 'paragraph', runs }];
}
