import { isWorkday } from 'chinese-days';
import type { SiteTruth } from './model.js';

/** Documents whose days say another timeliness than is told of them: late is more than twenty working days. */
export function contradictedByDays(truth: SiteTruth): string[] {
  return truth.documents.flatMap(({ title, issuedOn, publishedOn, timeliness }) => {
    if (timeliness === 'notMeasured') return [];
    if (issuedOn === null || publishedOn === null) return [`${title}：${timeliness}, and a day is missing`];
    const taken = workdays(issuedOn, publishedOn);
    return timeliness === (taken > 20 ? 'late' : 'onTime') ? [] : [`${title}：${timeliness} after ${taken}`];
  });
}

/** Addresses and document numbers that are told more than once. */
export function toldTwice(truth: SiteTruth): string[] {
  const rows = [...truth.documents, ...truth.interpretations, ...truth.annualReports];
  const urls = [...rows.flatMap((row) => row.urls), ...truth.others];
  const numbers = truth.documents.flatMap((row) => row.documentNumber ?? []);
  return [urls, numbers].flatMap((all) => all.filter((one, at) => all.indexOf(one) !== at));
}

/** Working days after the day of issue up to and including the day of publication. */
function workdays(from: string, to: string): number {
  let count = 0;
  for (let day = Date.parse(from) + 86_400_000; day <= Date.parse(to); day += 86_400_000)
    if (isWorkday(new Date(day).toISOString().slice(0, 10))) count += 1;
  return count;
}
