import type { DataSource } from 'typeorm';

/** Which published assessment is meant. Without `sample`, real units are meant as soon as there are any, else the sample. */
export interface Scope {
  programme: string;
  period: string;
  sample?: boolean;
}

/** The newest assessment of a programme and period. */
export interface AssessmentHead {
  id: string;
  programme: string;
  programmeVersion: string;
  period: string;
  asOf: string;
  round: string;
  sample: boolean;
  /** Instant, ISO 8601 UTC. */
  assessedAt: string;
}

export type PeriodKind = 'year' | 'half' | 'quarter' | 'month' | 'week';

/** Periods are compared only with periods of their kind; within a kind their ids sort by time. */
export function periodKind(period: string): PeriodKind {
  if (/^\d{4}$/.test(period)) return 'year';
  if (/^\d{4}H/.test(period)) return 'half';
  if (/^\d{4}Q/.test(period)) return 'quarter';
  return /^\d{4}-W/.test(period) ? 'week' : 'month';
}

/** In a statement: whether the sample is meant. Where nobody said so (null), until real units were assessed, under whatever programme. */
export const sampleMeant = (said: string) =>
  `coalesce(${said}::boolean, not exists (select from assessment where latest and not sample))`;

/** The same, asked by itself. */
export async function meansSample(dataSource: DataSource, sample?: boolean): Promise<boolean> {
  if (sample !== undefined) return sample;
  const [row] = await dataSource.query<{ sample: boolean }[]>(`select ${sampleMeant('null')} as sample`);
  return row!.sample;
}
