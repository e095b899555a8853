import { z } from 'zod';
import { addDays, diffDays, type LocalDate } from '#calendar';
import { excuses, fetchOutcomes } from '#evidence';
import type { ColumnFact, HomeFact, SiteFacts } from '#facts';
import { columnTitle } from './column-counts.js';
import { defineIndicator } from './define-indicator.js';
import { joinReasons } from './doubts.js';
import { doubt, fail, finding, needsReview, notMeasured, pass, ratio, type Verdict } from './verdict.js';

/** Lines with a date below which a home page does not really show when it was updated. */
const fewestDated = 3;

/** 国办单项否决“首页不更新”。 */
export const homeUpdated = defineIndicator({
  id: 'home-updated',
  version: 1,
  title: '首页两周内有信息更新',
  failureTitle: '首页超过两周没有信息更新',
  basis: [
    {
      source: '国办秘函〔2019〕19号',
      clause: '单项否决“首页不更新”',
      text: '监测2周，首页无信息更新的，单项否决；首页仅为导航页的，看各二级页面',
    },
  ],
  measures:
    '评估日（采集较早的，为采集日）之前14天（自然日）内，首页有信息写明在此期间的日期，或链接的网址写明在此期间的日期，为合格。首页写明日期的信息都早于此，而且读到的各列表栏目、文件也都没有更新的，为不合格；栏目有更新或没有读全、首页只写月日的，交人工复核。',
  blindSpots:
    '首页不显示日期、没有读到、或在评估日之后才采集而看不出当时情况的，不判断；仅为导航页的首页由“栏目不更新”判断；更换图片而没有日期的更新看不到。',
  remedy: '请及时在首页发布动态信息，并显示发布日期。',
  requires: ['home', 'columns', 'documents', 'unread'],
  params: z.strictObject({ days: z.number().int().positive().default(14) }),
  evaluate(facts, { params, period, asOf }) {
    const { home } = facts;
    if (!home) return notMeasured('没有采集首页', 1);
    if (home.outcome !== 'ok') return notMeasured(`首页未能读取：${fetchOutcomes[home.outcome].meaning}`, 1);
    const { shown, seenOn } = home;
    if (!shown || seenOn === undefined) return notMeasured('首页的内容未能读取', 1);
    const day = seenOn < asOf ? seenOn : asOf;
    const from = addDays(day, -params.days);
    const newest = shown.days.find((one) => one <= day);
    const message = newest ? `首页最新信息为${newest}，距${day}已${diffDays(newest, day)}天` : '';
    if (newest !== undefined && newest >= from) return pass(ratio(1, 1), { message });
    if (seenOn < period.from) return notMeasured(`首页是${seenOn}采集的，早于评估周期`, 1);
    if (shown.days.some((one) => one > asOf && one <= seenOn))
      return notMeasured(`首页是${seenOn}采集的，此后又有更新，看不出${asOf}时的情况`, 1);
    if (newest === undefined || shown.dated === 0) return notMeasured('首页没有显示信息的日期', 1);
    return judgeOld(facts, { message, from, day, home: { ...home, shown } });
  },
});

type Facts = Pick<SiteFacts, 'home' | 'columns' | 'documents' | 'unread'>;

interface OldHome {
  message: string;
  from: LocalDate;
  day: LocalDate;
  home: Required<Pick<HomeFact, 'url' | 'capture' | 'shown'>>;
}

/** Nothing that the home page dates is new: for certain only when nothing else on the site is either, and all of it was read. */
function judgeOld(facts: Facts, { message, from, day, home }: OldHome): Verdict {
  const { shown, url, capture } = home;
  const why = joinReasons(
    shown.dated < fewestDated ? `首页只有${shown.dated}处写明日期` : null,
    shown.complete ? null : '首页有内容由脚本读取，未能取得',
    shown.short.some((short) => isBetween(short, from, day)) ? '首页有只写月日的信息，可能在此期间' : null,
    ...newerReasons(facts, from, day),
  );
  const evidence = { capture, url, marks: [] };
  const details = [
    { label: '首页最新日期', value: shown.days.find((one) => one <= day) ?? '未见' },
    { label: '应有更新的期间', value: `${from}至${day}` },
    ...(why === null ? [] : [{ label: '须核实', value: why }]),
  ];
  const text = { subject: 'home', message, details };
  if (why === null) return fail(ratio(0, 1), [finding(evidence, text)], { message });
  const asked = `${message}；${why}，须人工复核`;
  return needsReview([doubt(evidence, { ...text, message: asked })], asked);
}

/** What is new elsewhere on the site, or was not read and may be. */
function newerReasons({ columns, documents, unread }: Facts, from: LocalDate, day: LocalDate): (string | null)[] {
  const isNew = (on: LocalDate | undefined) => on !== undefined && on >= from && on <= day;
  const newer = columns.find(({ itemDates }) => itemDates.some(isNew));
  const lists = columns.filter((column) => column.state === 'found' && !column.isPage);
  const open = columns.find(isOpen);
  return [
    newer ? `栏目“${columnTitle(newer)}”在此期间有更新` : null,
    documents.some(({ publishedOn }) => isNew(publishedOn?.on)) ? '网站在此期间有文件发布' : null,
    lists.some(({ itemDates }) => itemDates.length > 0) ? null : '没有读到其他有日期的栏目可以印证',
    open ? `栏目“${columnTitle(open)}”没有读全` : null,
    unread.length > 0 ? `有${unread.length}个页面未能读取` : null,
  ];
}

/** A column that may hold something newer than was read. */
function isOpen({ state, outcome, isPage, complete, undatedItems }: ColumnFact): boolean {
  if (state === 'broken') return outcome !== null && excuses(outcome);
  return state === 'unread' || (state === 'found' && !isPage && (!complete || undatedItems > 0));
}

/** Whether a day without a year may lie in these days, whichever year it is of. */
function isBetween(short: string, from: LocalDate, to: LocalDate): boolean {
  return [from.slice(0, 4), to.slice(0, 4)].some((year) => `${year}-${short}` >= from && `${year}-${short}` <= to);
}
