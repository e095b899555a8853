import { stableId } from '#kernel';

/** How the word of one indicator on the same units changed from one assessment to a later one. */
export interface IndicatorShift {
  indicator: string;
  title: string;
  /** Units found to comply or not to, both times. */
  decidedTwice: number;
  /** Of these, those that complied and do no more, and the other way round. */
  worse: number;
  better: number;
  /** Units decided on before, and those of them that are not any more: not measured, for review, an error. */
  decidedBefore: number;
  lost: number;
}

export type AlarmKind = 'jump' | 'lost' | 'stale';

export const alarmTitles: Readonly<Record<AlarmKind, string>> = {
  jump: '合格率突变',
  lost: '大量未测得',
  stale: '数据陈旧',
};

export interface Alarm {
  /** The same for the same matter. */
  id: string;
  kind: AlarmKind;
  /** Id of the indicator; null where it is about no single one. */
  indicator: string | null;
  message: string;
  /** Until a person has looked into it nothing of the assessment is published. */
  stops: boolean;
}

/** So many units at least, and such a share of them, make a jump: of fewer, two or three that mend their pages would. */
export const fewestUnits = 5;
export const jumpShare = 0.3;
/** A site that was not read for so many days is no basis for what is said of it today. */
export const staleDays = 14;

/**
 * What a person should look into before an assessment is believed: where many units change at once, it is more often a page
 * template or our own reading that changed than the units.
 */
export function alarmsOfShifts(assessment: string, shifts: readonly IndicatorShift[]): Alarm[] {
  return shifts.flatMap((shift) => {
    const { indicator, title, decidedTwice, worse, better, decidedBefore, lost } = shift;
    const alarm = (kind: AlarmKind, message: string): Alarm => ({
      id: stableId('alarm', assessment, kind, indicator),
      kind,
      indicator,
      message: `${title}：${message}`,
      stops: true,
    });
    const jumps = reaches(Math.abs(better - worse), decidedTwice);
    const words = `两次都有结论的 ${decidedTwice} 家单位中，${worse} 家由符合变为不符合，${better} 家由不符合变为符合`;
    return [
      ...(jumps ? [alarm('jump', words)] : []),
      ...(reaches(lost, decidedBefore)
        ? [alarm('lost', `上次有结论的 ${decidedBefore} 家单位中，${lost} 家这次没有结论`)]
        : []),
    ];
  });
}

function reaches(count: number, of: number): boolean {
  return of >= fewestUnits && count / of >= jumpShare;
}

const dayMs = 86_400_000;

/**
 * @param seen units with a site, and when their last round began; null for one that was never read.
 * @returns one alarm for all, or null.
 */
export function alarmOfAge(seen: readonly { name: string; at: string | null }[], now: Date): Alarm | null {
  const stale = seen.filter(({ at }) => at === null || now.getTime() - Date.parse(at) > staleDays * dayMs);
  if (stale.length === 0) return null;
  const named = stale
    .slice(0, 5)
    .map(({ name }) => name)
    .join('、');
  const message = `${stale.length} 家单位的网站超过 ${staleDays} 天没有采集：${named}${stale.length > 5 ? '等' : ''}`;
  return { id: 'stale', kind: 'stale', indicator: null, message, stops: false };
}
