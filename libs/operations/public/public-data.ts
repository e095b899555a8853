import type { Stores } from '#database';
import { writeCsv, writeXlsx, type SheetColumn, type SheetRow } from '#sheets';
import { publicRanking, releaseOf, type PublicResult, type PublicStanding } from './public-results.js';

type Books = Pick<Stores, 'overviews' | 'publicPage'>;

/** What goes with every copy of the data. */
export interface PublicTerms {
  office: string;
  licence: string;
  /** Title of the programme. */
  programmeTitle: string;
}

/** A result as open data. Decimals are text; what was not measured is null. */
export interface PublicData {
  about: PublicTerms & PublicResult;
  units: (Omit<PublicStanding, 'previousScore' | 'previousRank'> & {
    items: { group: string; title: string; max: string; counted: string; points: string | null }[];
  })[];
}

/** @throws MissingResource where the result is not public */
export async function publicData(
  books: Books,
  scope: { programme: string; period: string; sample: boolean },
  terms: PublicTerms,
): Promise<PublicData> {
  const [{ result, standings }, { release }] = await Promise.all([
    publicRanking(books, scope),
    releaseOf(books, scope),
  ]);
  const items = new Map<string, PublicData['units'][number]['items']>();
  for (const { organisation, item: _, ...one } of await books.publicPage.items(release.assessment))
    items.set(organisation, [...(items.get(organisation) ?? []), one]);
  return {
    about: { ...terms, ...result },
    units: standings.map(({ previousScore: _, previousRank: __, ...standing }) => ({
      ...standing,
      items: items.get(standing.organisation) ?? [],
    })),
  };
}

const unitColumns: SheetColumn[] = [
  { key: 'rank', title: '名次' },
  { key: 'name', title: '单位', width: 36 },
  { key: 'category', title: '类别' },
  { key: 'level', title: '层级' },
  { key: 'score', title: '得分' },
  { key: 'grade', title: '等次' },
  { key: 'coverage', title: '可测度' },
  { key: 'vetoed', title: '单项否决', width: 24 },
];
const itemColumns: SheetColumn[] = [
  { key: 'name', title: '单位', width: 36 },
  { key: 'group', title: '评分组', width: 28 },
  { key: 'title', title: '评分项', width: 40 },
  { key: 'max', title: '满分' },
  { key: 'counted', title: '计入分值' },
  { key: 'points', title: '得分' },
];
/** Each line of a csv can stand by itself, wherever it is copied to. */
const aboutColumns: SheetColumn[] = [
  { key: 'period', title: '周期' },
  { key: 'asOf', title: '评估日' },
  { key: 'releasedOn', title: '数据日期' },
  { key: 'office', title: '发布机关' },
  { key: 'licence', title: '使用许可' },
];

export const publicTables = ['units', 'items'] as const;
export type PublicTable = (typeof publicTables)[number];

export function printPublicCsv(data: PublicData, table: PublicTable): string {
  const { title: period, asOf, releasedOn, office, licence } = data.about;
  const about = { period, asOf, releasedOn, office, licence };
  const rows = table === 'units' ? unitRows(data) : itemRows(data);
  return writeCsv(
    rows.map((row) => ({ ...row, ...about })),
    [...(table === 'units' ? unitColumns : itemColumns), ...aboutColumns],
  );
}

export function printPublicWorkbook(data: PublicData): Promise<Buffer> {
  const { about } = data;
  const facts = [
    ['方案', about.programmeTitle],
    ['周期', about.title],
    ['评估日', about.asOf],
    ['数据日期', about.releasedOn],
    ['发布机关', about.office],
    ['使用许可', about.licence],
    ['说明', '可测度为能够测量的分值所占的份额；没有测量的评分项不计分，也不扣分，得分一栏为空。'],
  ].map(([what, words]) => ({ what: what ?? '', words: words ?? '' }));
  return writeXlsx(
    [
      { name: '单位得分', columns: unitColumns, rows: unitRows(data) },
      { name: '各项得分', columns: itemColumns, rows: itemRows(data) },
      {
        name: '说明',
        columns: [
          { key: 'what', title: '项目', width: 14 },
          { key: 'words', title: '内容', width: 80 },
        ],
        rows: facts,
      },
    ],
    { at: new Date(`${about.releasedOn}T00:00:00Z`) },
  );
}

const numberOf = (text: string | null) => (text === null ? null : Number(text));

function unitRows({ units }: PublicData): SheetRow[] {
  return units.map(({ items: _, score, coverage, ...unit }) => ({
    ...unit,
    score: numberOf(score),
    coverage: numberOf(coverage),
  }));
}

function itemRows({ units }: PublicData): SheetRow[] {
  return units.flatMap(({ name, items }) =>
    items.map(({ group, title, max, counted, points }) => ({
      ...{ name, group, title },
      ...{ max: Number(max), counted: Number(counted), points: numberOf(points) },
    })),
  );
}
