import type { DataSource } from 'typeorm';
import { bulkInsert } from './bulk-writer.js';
import { ScheduleEntity } from './entities/schedule.entity.js';
import { instant } from './instant.js';
import type { CircularKind, SchedulePeriod, ScheduleTask } from './stores.js';

/** What is to be begun by itself, and when. */
export interface ScheduleSetting {
  id: string;
  name: string;
  /** Five fields, in Beijing time. */
  cron: string;
  task: ScheduleTask;
  programme: string | null;
  /** Ids of the units whose sites are crawled; null for all. */
  units: string[] | null;
  fullRound: boolean;
  /** The period that is assessed after the round; null assesses nothing. */
  period: SchedulePeriod | null;
  circular: CircularKind | null;
}

export interface ScheduleRow extends ScheduleSetting {
  /** Instant from which runs are due. */
  since: string;
  pausedAt: string | null;
  lastRun: ScheduleRunRow | null;
}

export interface ScheduleRunRow {
  dueAt: string;
  begunAt: string;
  round: string | null;
  roundFinishedAt: string | null;
  note: string | null;
}

/** What came of a run that was due. */
export interface ScheduleRunOutcome {
  round: string | null;
  note: string | null;
}

const runColumns = `${instant('r.due_at')} as "dueAt", ${instant('r.begun_at')} as "begunAt", r.round,
  ${instant('round.finished_at')} as "roundFinishedAt", r.note`;

/** A round that has not ended after so long holds up the next run no more. */
const overlapsWithinHours = 48;

/** Schedules and their runs; all times are those of the database, so that schedulers on many machines agree. */
export class ScheduleStore {
  constructor(private readonly dataSource: DataSource) {}

  async now(): Promise<Date> {
    const [row] = await this.dataSource.query<{ now: Date }[]>(`select clock_timestamp() as now`);
    return row?.now ?? new Date(NaN);
  }

  async schedules(): Promise<ScheduleRow[]> {
    const rows = await this.dataSource.query<ScheduleRow[]>(
      `select s.id, s.name, s.cron, s.task, s.programme, s.units, s.full_round as "fullRound", s.period, s.circular,
         ${instant('s.since')} as since, ${instant('s.paused_at')} as "pausedAt", to_jsonb(last) as "lastRun"
       from schedule s left join lateral (
         select ${runColumns} from schedule_run r left join round on round.id = r.round
         where r.schedule = s.id order by r.begun_at desc limit 1
       ) last on true order by s.name`,
    );
    return rows;
  }

  /** Sets a schedule, in place of one of the same id; what was due before is not caught up. */
  async set(setting: ScheduleSetting): Promise<void> {
    await bulkInsert(
      this.dataSource.manager,
      ScheduleEntity,
      [setting],
      `on conflict (id) do update set name = excluded.name, cron = excluded.cron, task = excluded.task, programme = excluded.programme,
         units = excluded.units, full_round = excluded.full_round, period = excluded.period, circular = excluded.circular,
         since = now()`,
    );
  }

  /** A schedule that goes on again does not catch up what was due meanwhile. */
  async setPaused(id: string, paused: boolean): Promise<void> {
    await this.dataSource.query(
      `update schedule set paused_at = case when $2 then coalesce(paused_at, now()) end,
         since = case when $2 or paused_at is null then since else now() end where id = $1`,
      [id, paused],
    );
  }

  async remove(id: string): Promise<void> {
    await this.dataSource.query(`delete from schedule where id = $1`, [id]);
  }

  /**
   * Begins the run that was due then, unless another scheduler has begun it or does so now. What `begin` throws undoes it,
   * and the run is due again.
   * @param begin is told whether the run before still goes on.
   */
  async claim(
    id: string,
    dueAt: Date,
    begin: (overlaps: boolean) => Promise<ScheduleRunOutcome>,
  ): Promise<ScheduleRunOutcome | null> {
    return this.dataSource.transaction(async (manager) => {
      const [mine] = await manager.query<unknown[]>(
        `select from schedule where id = $1 and paused_at is null for update skip locked`,
        [id],
      );
      if (mine === undefined) return null;
      const [fresh] = await manager.query<unknown[]>(
        `insert into schedule_run (schedule, due_at) values ($1, $2) on conflict do nothing returning schedule`,
        [id, dueAt],
      );
      if (fresh === undefined) return null;
      const before = await manager.query<unknown[]>(
        `select from schedule_run r join round on round.id = r.round
         where r.schedule = $1 and round.finished_at is null
           and r.begun_at > now() - make_interval(hours => ${overlapsWithinHours}) limit 1`,
        [id],
      );
      const outcome = await begin(before.length > 0);
      await manager.query(`update schedule_run set round = $3, note = $4 where schedule = $1 and due_at = $2`, [
        id,
        dueAt,
        outcome.round,
        outcome.note,
      ]);
      return outcome;
    });
  }
}
