import { z } from 'zod';
import { classifyColumn, type CatalogueItemFact, type SiteFacts } from '#facts';
import { type ColumnKey, columnTitles, findPilotField } from '#programmes';
import { bareField, onceEach } from './catalogue-items.js';
import { catalogueVerdict, fieldSubject, fieldWords, itemName, type LackingItem } from './catalogue-verdict.js';
import { columnEvidence, columnsAsSeen, columnStatus, defaultColumnRule } from './columns.js';
import { defineIndicator } from './define-indicator.js';
import { doubtDetails } from './doubts.js';
import type { FindingEvidence } from './model.js';
import { type FindingText, notApplicable, notMeasured } from './verdict.js';

/** 目录中的主动公开事项都有相应栏目。 */
export const catalogueItemsHaveColumns = defineIndicator({
  id: 'catalogue-items-have-columns',
  version: 1,
  title: '目录所列主动公开事项都有相应栏目',
  failureTitle: '目录所列主动公开事项没有相应栏目',
  basis: [
    {
      source: '青政办发[2020]10号',
      clause: '二(一)3',
      text: '逐项对照标准目录优化网站栏目设置，确保目录中所有主动公开事项都有相应栏目进行公开',
    },
    { source: '罗政办发〔2020〕11号', clause: '四(三)', text: '按照标准目录组织落实，公开相关信息' },
    { source: '滕政办发〔2017〕117号', clause: '四(六)', text: '依据标准体系推进政务公开事项在平台上发布' },
  ],
  measures:
    '公开方式含主动公开、公开渠道含网站（或没有写明）的目录事项中，网站上有栏目以该事项、其上级事项或所属领域（包括领域的别名）命名的，计为有相应栏目。事项就是指南、制度、年报、依申请公开的，看网站的该栏目；确实没有或打不开的，计为没有。其余没有找到的，可能只是名称不同，一律交人工复核。',
  blindSpots:
    '只按名称对应，不判断栏目里的内容是否齐全、是否属于该事项；没有信息的非法定栏目看不到；目录栏目自身不算相应栏目；pdf、ofd、扫描件和老格式文件中的目录不读。',
  remedy: '请对照标准目录逐项设立或更名栏目；已有栏目的，请提交事项与栏目的对照表。',
  requires: ['catalogue', 'documents', 'columns', 'home', 'unread'],
  params: z.strictObject({}),
  evaluate(facts, { asOf }) {
    if (facts.catalogue.length === 0) return notMeasured('没有读到目录事项（没有公布，或只有扫描件、老格式文件）');
    const asked = facts.catalogue.filter((row) => isProactive(row) && isForSite(row));
    if (asked.length === 0) return notApplicable('目录中没有须在网站主动公开的事项');
    const names = columnNames(facts);
    const own = ownColumns(facts, asOf);
    const ofField = onceEach(fieldNames);
    const judged = asked.map((row) => judge(row, names, own, ofField));
    return catalogueVerdict(
      {
        items: asked.length,
        lacking: judged.filter((one) => typeof one === 'object'),
        unmeasured: judged.filter((one) => one === 'unread').length,
      },
      draftOf,
      { good: '有相应栏目', unmeasured: '事项所属的栏目未能读取' },
    );
  },
});

type Facts = Pick<SiteFacts, 'catalogue' | 'documents' | 'columns' | 'home' | 'unread'>;

/** Without a word on how, an item of a catalogue of 主动公开 is one. */
function isProactive({ elements }: CatalogueItemFact): boolean {
  const way = elements['公开方式'] || elements['公开形式'] || '';
  return way.trim() === '' || !/依申请|不予/.test(way) || way.includes('主动');
}

function isForSite({ elements }: CatalogueItemFact): boolean {
  const channel = elements['公开渠道'] ?? '';
  return channel.trim() === '' || /网/.test(channel);
}

/** Columns that hold whatever was published; their names say nothing of single items. */
const gathering = new Set<ColumnKey>(['catalogue', 'statutory', 'policy', 'notice', 'news', 'topic', 'service']);
const generalName = /^(?:政策|法规|文件|公告|公示|通知|动态|信息|其他|更多|办事|目录)+$/;

function columnNames({ documents, columns }: Facts): string[] {
  const ofDocuments = documents
    .filter(({ kind, columnKey }) => kind !== 'catalogue' && columnKey !== 'catalogue')
    .map(({ columnName }) => columnName ?? '');
  const standard = columns
    .filter(({ key, state }) => state === 'found' && !gathering.has(key))
    .map(({ name }) => name ?? '');
  // Thousands of documents stand in a few columns.
  const all = [...new Set([...ofDocuments, ...standard])].map(bareField);
  return [...new Set(all)].filter((name) => name.length >= 2 && name.length <= 40 && !generalName.test(name));
}

/** Columns that the law asks for by name: an item of that name is that column. */
const ownKeys = new Set<ColumnKey>(['guide', 'rules', 'annual', 'request']);

interface OwnColumn {
  state: 'good' | 'bad' | 'unread';
  reason: string;
  evidence: FindingEvidence | null;
}

function ownColumns(facts: Facts, asOf: string): Map<ColumnKey, OwnColumn> {
  const seen = columnsAsSeen(facts).filter(({ key }) => ownKeys.has(key));
  return new Map(
    seen.map((column) => {
      const { status, reason } = columnStatus(column, { ...defaultColumnRule(column.key), maxAgeDays: null }, asOf);
      const evidence = columnEvidence(column, facts.home);
      const isBad = (status === 'missing' || status === 'broken') && evidence !== null;
      const state = isBad ? 'bad' : status === 'ok' || status === 'empty' ? 'good' : 'unread';
      return [column.key, { state, reason, evidence }];
    }),
  );
}

interface WithoutColumn extends LackingItem {
  evidence: FindingEvidence;
  column: string | null;
}

function judge(
  row: CatalogueItemFact,
  names: readonly string[],
  own: ReadonlyMap<ColumnKey, OwnColumn>,
  ofField: (field: string) => readonly string[],
): WithoutColumn | 'good' | 'unread' {
  // “年度报告” alone may be one of anything; it is the column's where the item speaks of openness.
  const key = row.item.includes('公开') ? classifyColumn(itemName(row), '') : null;
  const ownColumn = key === null ? undefined : own.get(key);
  if (ownColumn?.state === 'bad' && ownColumn.evidence) {
    const column = `${columnTitles[key!]}：${ownColumn.reason}`;
    return { row, why: null, evidence: ownColumn.evidence, column };
  }
  if (ownColumn) return ownColumn.state === 'unread' ? 'unread' : 'good';
  if (wordsOf(row, ofField).some((word) => names.some((name) => isNamedAfter(name, word)))) return 'good';
  const evidence = { capture: row.capture, url: row.url, marks: [itemName(row)] };
  return { row, why: '没有以该事项、其上级事项或所属领域命名的栏目，可能名称不同', evidence, column: null };
}

/** The names by which a column of the item may go: its levels and its field with the field's other names. */
function wordsOf({ field, item }: CatalogueItemFact, ofField: (field: string) => readonly string[]): string[] {
  return [...telling(item.split('/')), ...ofField(field)];
}

function fieldNames(field: string): string[] {
  const pilot = findPilotField(field);
  return telling([field, ...(pilot ? [pilot.title, ...pilot.aliases] : [])]);
}

/** The names as they are compared, without those that any column may bear. */
function telling(names: readonly string[]): string[] {
  return names.map(bareField).filter((word) => word.length >= 2 && !generalName.test(word));
}

/** “财政预决算” after “预决算”; a short name of a column says too little to be found within a longer item. */
function isNamedAfter(column: string, word: string): boolean {
  return column.includes(word) || (column.length >= 3 && word.includes(column));
}

function draftOf(group: readonly WithoutColumn[]): readonly [FindingEvidence, FindingText] {
  const { row, why, evidence, column } = group[0]!;
  const example = `如“${itemName(row)}”${column === null ? '' : `（${column}）`}`;
  const text: FindingText = {
    subject: fieldSubject(row),
    message: `${fieldWords(row)}有${group.length}个主动公开事项没有找到相应栏目，${example}${why === null ? '' : `；${why}，须人工复核`}`,
    details: [
      { label: '领域', value: row.field === '' ? '未见' : row.field },
      { label: '没有找到栏目的事项', value: `${group.length}个` },
      {
        label: '事项',
        value: group
          .slice(0, 10)
          .map((one) => one.row.item)
          .join('；'),
      },
      ...doubtDetails(why),
    ],
  };
  return [evidence, text];
}
