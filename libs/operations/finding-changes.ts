import { parsePeriod } from '#calendar';
import { findingStateTitles } from '#casework';
import {
  findingChanges,
  type AssessmentHead,
  type ChangeCounts,
  type ChangedFinding,
  type FindingChange,
  type FindingChangeFilter,
  type FindingChangeTotals,
  type Stores,
} from '#database';
import { refused } from '#kernel';
import { rubricItems, type Programme } from '#programmes';
import { writeXlsx, type SheetColumn } from '#sheets';
import { sampleNotice } from './casework/notice-files.js';
import { printInstant } from './clock.js';

type Books = Pick<Stores, 'findingChanges'>;

export const findingChangeTitles: Readonly<Record<FindingChange, string>> = {
  new: '新出现',
  recurred: findingStateTitles.recurred,
  open: findingStateTitles.open,
  mended: findingStateTitles.fixed,
  unseen: '未再测到',
};

/** Two results of a programme, the earlier one first. */
export interface ComparedResults {
  before: AssessmentHead;
  after: AssessmentHead;
}

/**
 * The two results that are meant, whichever is named first.
 * @throws BadInput where one is not there
 */
export async function comparedResults(
  { findingChanges: store }: Books,
  { programme, sample }: { programme: string; sample: boolean },
  ids: { before: string; after: string },
): Promise<ComparedResults> {
  const results = await store.results(programme, sample);
  const named = (id: string) => {
    const found = results.find((result) => result.id === id);
    if (!found) throw refused('异常对比', '没有所选的评分结果', '这个方案评过分的周期');
    return found;
  };
  const [before, after] = [named(ids.before), named(ids.after)];
  return isBefore(after, before) ? { before: after, after: before } : { before, after };
}

function isBefore(one: AssessmentHead, other: AssessmentHead): boolean {
  return one.asOf < other.asOf || (one.asOf === other.asOf && one.assessedAt < other.assessedAt);
}

/** As people tell one result from another of the same period. */
export function resultTitle({ period, assessedAt }: AssessmentHead): string {
  return `${parsePeriod(period).title}（${printInstant(assessedAt)} 评分）`;
}

const column = (key: string, title: string, width: number): SheetColumn => ({ key, title, width });
const countColumns = findingChanges.map((change) => column(change, findingChangeTitles[change], 10));

/** The report as a workbook: counts by unit and by indicator, and every finding. */
export async function printFindingChanges(
  books: Books,
  { before, after }: ComparedResults,
  filter: FindingChangeFilter,
  programme: Programme,
): Promise<Buffer> {
  const [{ totals, units, indicators }, { rows }] = await Promise.all([
    books.findingChanges.totals(before, after, filter),
    books.findingChanges.rows(before, after, filter),
  ]);
  const titles = new Map(rubricItems(programme.rubric).map(({ indicator, title }) => [indicator, title]));
  const notes = notesOf(before, after);
  return writeXlsx([
    {
      name: '按单位',
      title: '异常对比：按单位',
      columns: [column('name', '单位', 36), ...countColumns],
      rows: [...units.map(withoutIds), { name: '合计', ...totals }],
      notes,
    },
    {
      name: '按指标',
      title: '异常对比：按指标',
      columns: [column('title', '指标', 40), ...countColumns],
      rows: indicators.map(({ indicator, ...counts }) => ({ ...counts, title: titles.get(indicator) ?? indicator })),
      notes,
    },
    {
      name: '问题',
      title: '异常对比：问题',
      columns: [
        ...[column('change', '变化', 10), column('name', '单位', 30), column('indicator', '指标', 30)],
        ...[column('clause', '条款', 14), column('message', '问题', 60), column('kind', '性质', 10)],
        ...[column('pointsBefore', '原扣分', 10), column('pointsAfter', '现扣分', 10)],
        ...[column('firstPeriod', '最早出现', 16), column('url', '网址', 50)],
      ],
      rows: rows.map((row) => findingRow(row, titles)),
      notes,
    },
  ]);
}

function withoutIds({
  organisation: _,
  ...row
}: FindingChangeTotals['units'][number]): ChangeCounts & { name: string } {
  return row;
}

function findingRow(finding: ChangedFinding, titles: ReadonlyMap<string, string>) {
  const { change, name, indicator, clause, message, kind, pointsBefore, pointsAfter, firstPeriod, evidence } = finding;
  const numberOf = (points: string | null) => (points === null ? null : Number(points));
  return {
    ...{ change: findingChangeTitles[change], name, indicator: titles.get(indicator) ?? indicator, clause, message },
    ...{ kind: kind === 'fail' ? '扣分问题' : '待核查', url: evidence.url },
    ...{ pointsBefore: numberOf(pointsBefore), pointsAfter: numberOf(pointsAfter) },
    firstPeriod: parsePeriod(firstPeriod).title,
  };
}

function notesOf(before: AssessmentHead, after: AssessmentHead): string[] {
  return [
    `原：${resultTitle(before)}；现：${resultTitle(after)}。`,
    '未再测到：原有的问题后来没有再测（网站打不开、不在本期范围等），或经人工排除、豁免，不算已整改。',
    ...(after.sample ? [sampleNotice] : []),
  ];
}
