import { z } from 'zod';
import { addDays, type LocalDate } from '#calendar';
import type { DocumentFact, SiteFacts } from '#facts';
import { columnKeys, columnTitles } from '#programmes';
import { columnEvidence } from './columns.js';
import { defineIndicator } from './define-indicator.js';
import { inOrder } from './documents.js';
import { fail, finding, notMeasured, pass, ratio } from './verdict.js';

/** 定期公布：每隔若干月至少公布一次，如规范性文件清理结果至少每隔2年。 */
export const periodicPublication = defineIndicator({
  id: 'periodic-publication',
  version: 1,
  title: '按规定的周期公布',
  failureTitle: '没有按规定的周期公布',
  basis: [
    {
      source: '2022年度沂水县政务公开考核指标体系',
      clause: '行政规范性文件·清理结果',
      text: '行政规范性文件清理结果至少每隔2年公布一次',
    },
  ],
  measures: '评估日之前的若干个月内，本网站有标题含规定字样、带发布日期的信息，即为按期公布。',
  blindSpots: '只认标题；规定栏目没有读完、有条目没有读到时，不断定没有公布；发布在其他网站的看不到。',
  remedy: '请在规定栏目公布，标题写明事项，并标明发布日期。',
  requires: ['documents', 'columns', 'home', 'unread'],
  params: z.strictObject({
    /** What it is, for the reader. */
    matter: z.string().min(1),
    /** Words of which the title holds one. */
    words: z.array(z.string().min(2)).min(1),
    months: z.number().int().positive(),
    /** The column in which it belongs. */
    column: z.enum(columnKeys),
  }),
  evaluate({ documents, columns, home, unread }, { params, asOf }) {
    const { matter, words, months, column: key } = params;
    const from = monthsBefore(asOf, months);
    const named = inOrder(documents).filter(({ title }) => words.some((word) => title.includes(word)));
    const dated = named.flatMap(({ publishedOn }) => (publishedOn && publishedOn.on <= asOf ? [publishedOn.on] : []));
    const newest = dated.sort().at(-1);
    if (newest !== undefined && newest >= from) return pass(ratio(1, 1), { message: `${matter}于${newest}公布` });
    if (named.some(({ publishedOn }) => publishedOn === null)) return notMeasured(`${matter}没有可用的发布日期`, 1);
    const column = columns.find((one) => one.key === key);
    const evidence = column && columnEvidence(column, home);
    if (!column || !evidence || !wasReadWhole(column, { documents, unread })) {
      return notMeasured(`“${columnTitles[key]}”栏目没有读完，不能断定没有公布${matter}`, 1);
    }
    const last = newest === undefined ? '栏目中没有见到' : `最近一次为${newest}`;
    const message = `${from}以来没有公布${matter}（${last}，应至少每${months}个月一次）`;
    const details = [
      { label: '事项', value: matter },
      { label: '周期', value: `至少每${months}个月一次` },
      { label: '最近一次', value: newest ?? '未见' },
    ];
    return fail(ratio(0, 1), [finding(evidence, { subject: matter, message, details })], { message });
  },
});

/** Every item of the list was read as a page of its own, so that none with the words was overlooked. */
function wasReadWhole(
  column: SiteFacts['columns'][number],
  { documents, unread }: { documents: readonly DocumentFact[]; unread: SiteFacts['unread'] },
): boolean {
  if (column.state !== 'found' || column.isPage || !column.complete) return false;
  if (unread.some(({ visit }) => visit.columnKey === column.key)) return false;
  return documents.filter(({ columnKey }) => columnKey === column.key).length >= column.itemCount;
}

/** The same day so many months earlier, or the last day of that month. */
function monthsBefore(day: LocalDate, months: number): LocalDate {
  const index = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 - months;
  const first = (at: number) => `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-01`;
  const last = addDays(first(index + 1), -1);
  const same = `${first(index).slice(0, 8)}${day.slice(8)}`;
  return same < last ? same : last;
}
