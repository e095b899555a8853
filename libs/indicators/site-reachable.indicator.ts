import { z } from 'zod';
import { addDays, type LocalDate, localDateOf, type Period } from '#calendar';
import { unopened } from '#evidence';
import type { Probe, ProbeLog } from '#facts';
import { points, printPercent, share as shareOf } from '#kernel';
import { defineIndicator } from './define-indicator.js';
import { fail, finding, notMeasured, pass, ratio } from './verdict.js';

const whole = z.number().int().positive();

interface Params {
  days: number;
  perDay: number;
  seconds: number;
  gapMinutes: number;
  spanHours: number;
}

/** 国办单项否决“站点无法访问”。 */
export const siteReachable = defineIndicator({
  id: 'site-reachable',
  version: 1,
  title: '监测一周网站能够打开',
  failureTitle: '监测一周网站打不开的次数达到单项否决的比例',
  basis: [
    {
      source: '国办秘函〔2019〕19号',
      clause: '单项否决“站点无法访问”',
      text: '监测1周，每天间隔性访问20次以上，超过（含）15秒仍打不开的次数累计占比达到5%的，单项否决',
    },
  ],
  measures:
    '用导入的或本机（probe sites）的首页监测记录。取评估日之前、周期之内最近的连续7天，每天至少有20次间隔不少于10分钟、首尾相隔不少于8小时的访问；10分钟内的几次只算一次，其中有一次打开即算打开。15秒（含）以上才打开、超时、连接失败、域名无法解析、服务器出错为打不开；拒绝监测、要求验证等不计次数。打不开的次数占全部次数的比例达到5%为不合格。',
  blindSpots:
    '只看监测点所在网络的情况；同一时刻记录中各网站都打不开的，导入时已作为监测点的故障剔除，单个网站的记录无从剔除；次数不足、集中在几小时内或不足7天的不判断；间隔和首尾相隔的时间为本项目默认。',
  remedy: '请检查服务器、带宽、域名解析和安全防护的拦截规则，保证首页在15秒内打开。',
  requires: ['probes'],
  params: z.strictObject({
    days: whole.default(7),
    perDay: whole.default(20),
    seconds: whole.default(15),
    /** Share of visits from which on the site counts as unreachable. */
    share: z
      .string()
      .regex(/^0\.\d{1,4}$/, '应为0到1之间的小数，如“0.05”')
      .default('0.05'),
    gapMinutes: whole.default(10),
    spanHours: whole.max(23).default(8),
  }),
  evaluate({ probes }, { params, period, asOf }) {
    if (!probes) return notMeasured('没有导入首页监测记录', 1);
    const byDay = visitsByDay(probes.probes, { period, asOf, seconds: params.seconds, gapMinutes: params.gapMinutes });
    const week = latestWeek(byDay, params);
    if (!week)
      return notMeasured(
        `监测记录中没有连续${params.days}天每天间隔访问${params.perDay}次以上的（有记录的${byDay.size}天）`,
        1,
      );
    const visits = week.flatMap((day) => byDay.get(day) ?? []);
    const failed = visits.filter(({ opened }) => !opened);
    const part = shareOf(failed.length, visits.length);
    const message = `${week[0]}至${week.at(-1)}访问首页${visits.length}次，打不开${failed.length}次，占${printPercent(part)}%`;
    const measure = ratio(visits.length - failed.length, visits.length);
    if (part.lt(points(params.share))) return pass(measure, { message });
    const details = [
      { label: '记录来源', value: probes.source },
      ...week.map((day) => ({ label: day, value: countOf(byDay.get(day) ?? []) })),
    ];
    return fail(measure, [finding(evidenceOf(probes), { subject: 'availability', message, details })], { message });
  },
});

function evidenceOf({ capture, url }: ProbeLog) {
  return { capture, url, marks: [] };
}

/** Probes that stand close together, as one. */
interface SpacedVisit {
  /** Milliseconds since 1970 of the first of them. */
  at: number;
  opened: boolean;
}

interface Reading {
  period: Period;
  asOf: LocalDate;
  seconds: number;
  gapMinutes: number;
}

/** The visits of each day of the period up to the day of assessment, spaced and in order of time. */
function visitsByDay(probes: readonly Probe[], { period, asOf, seconds, gapMinutes }: Reading) {
  const days = new Map<LocalDate, SpacedVisit[]>();
  const timed = probes
    .filter(({ outcome }) => outcome === 'ok' || unopened.has(outcome))
    .map(({ at, outcome, ms }) => ({
      at: Date.parse(at),
      day: localDateOf(at),
      opened: outcome === 'ok' && ms < seconds * 1000,
    }))
    .filter(({ day }) => day >= period.from && day <= period.to && day <= asOf)
    .sort((one, other) => one.at - other.at);
  for (const { at, day, opened } of timed) {
    const visits = days.get(day) ?? [];
    days.set(day, visits);
    const last = visits.at(-1);
    if (last && at - last.at < gapMinutes * 60_000) last.opened ||= opened;
    else visits.push({ at, opened });
  }
  return days;
}

/** The days of the latest week of which every day has visits enough, spread over the day; in order. */
function latestWeek(byDay: ReadonlyMap<LocalDate, SpacedVisit[]>, params: Params): LocalDate[] | null {
  const sound = [...byDay].flatMap(([day, visits]) => (isSpread(visits, params) ? [day] : [])).sort();
  const known = new Set(sound);
  for (const last of sound.reverse()) {
    const week = Array.from({ length: params.days }, (_, before) => addDays(last, before + 1 - params.days));
    if (week.every((day) => known.has(day))) return week;
  }
  return null;
}

function isSpread(visits: readonly SpacedVisit[], { perDay, spanHours }: Params): boolean {
  return visits.length >= perDay && visits.at(-1)!.at - visits[0]!.at >= spanHours * 3_600_000;
}

function countOf(visits: readonly SpacedVisit[]): string {
  return `访问${visits.length}次，打不开${visits.filter(({ opened }) => !opened).length}次`;
}
