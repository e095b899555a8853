import { readdirSync } from 'node:fs';
import type { DataSource } from 'typeorm';
import { trendOf, type Allowance, type Sample } from '../trend.js';
import { residentOf, type Watched } from './watched.js';

/** What is looked at, with what may come and go without being growth. */
const watchedFigures = {
  'server RSS MB': { share: 0.1, least: 10 },
  'server heap MB': { share: 0.05, least: 4 },
  'server external MB': { share: 0.05, least: 4 },
  'server resources': { share: 0.1, least: 6 },
  'server files': { share: 0.1, least: 6 },
  'worker RSS MB': { share: 0.1, least: 15 },
  'worker heap MB': { share: 0.05, least: 6 },
  'worker external MB': { share: 0.05, least: 6 },
  'worker resources': { share: 0.1, least: 25 },
  'worker files': { share: 0.1, least: 10 },
  'worker processes': { share: 0, least: 3 },
  'database connections': { share: 0.1, least: 3 },
  'database locks held': { share: 0, least: 3 },
  'temporary files': { share: 0, least: 3 },
  'turns taken': { share: 0, least: 4 },
} as const satisfies Record<string, Allowance>;

type Name = keyof typeof watchedFigures;

export interface Observed {
  server: Watched;
  worker: Watched;
  dataSource: DataSource;
  /** TMPDIR of all processes. */
  temporary: string;
}

export interface Done {
  rounds: number;
  pages: number;
  assessments: number;
  circulars: number;
  runs: number;
  databaseMb: number;
}

export interface Verdict {
  lines: string[];
  flat: boolean;
}

/** Samples of all figures, by the minute since the start. */
export class Figures {
  private readonly samples = new Map<Name, Sample[]>();

  async look(at: number, { server, worker, dataSource, temporary }: Observed): Promise<void> {
    const [ofServer, ofWorker, ofDatabase] = [
      await server.left(),
      await worker.left(),
      await databaseFigures(dataSource),
    ];
    const values: Record<Name, number> = {
      'server RSS MB': residentOf(server.pid),
      'server heap MB': ofServer.heap,
      'server external MB': ofServer.external,
      'server resources': ofServer.resources,
      'server files': server.openFiles(),
      'worker RSS MB': residentOf(worker.pid),
      'worker heap MB': ofWorker.heap,
      'worker external MB': ofWorker.external,
      'worker resources': ofWorker.resources,
      'worker files': worker.openFiles(),
      'worker processes': worker.children(),
      'database connections': ofDatabase.connections,
      'database locks held': ofDatabase.locks,
      'temporary files': readdirSync(temporary).length,
      'turns taken': ofDatabase.turns,
    };
    for (const name of Object.keys(values) as Name[])
      this.samples.set(name, [...(this.samples.get(name) ?? []), { at, value: values[name] }]);
  }

  /** The last sample in one line. */
  line(): string {
    return [...this.samples].map(([name, all]) => `${name} ${(all.at(-1)?.value ?? 0).toFixed(0)}`).join(', ');
  }

  /** The table: each figure's middle in equal parts of the time, its growth after the warm-up, and whether it is flat. */
  verdict(warmUp: number): Verdict {
    const parts = 6;
    const lines: string[] = [];
    let flat = this.samples.size > 0;
    for (const [name, all] of this.samples) {
      const end = all.at(-1)?.at ?? 0;
      const middles = Array.from({ length: parts }, (_, n) => {
        const within = all.filter(({ at }) => at >= (end * n) / parts && at <= (end * (n + 1)) / parts);
        const sorted = within.map(({ value }) => value).sort((a, b) => a - b);
        return (sorted[Math.floor(sorted.length / 2)] ?? Number.NaN).toFixed(0).padStart(6);
      });
      const judged = all.filter(({ at }) => at >= warmUp);
      const trend = trendOf(judged, watchedFigures[name]);
      const minutes = (judged.at(-1)?.at ?? 0) - (judged[0]?.at ?? 0);
      const perHour = minutes > 0 ? (trend.growth / minutes) * 60 : Number.NaN;
      flat &&= trend.flat;
      lines.push(
        `${name.padEnd(22)}${middles.join('')}  ${perHour.toFixed(1).padStart(8)} / h  ${trend.flat ? 'flat' : 'GROWS'}`,
      );
    }
    return { lines, flat };
  }
}

async function databaseFigures(dataSource: DataSource) {
  const [row] = await dataSource.query<{ connections: number; locks: number; turns: number }[]>(
    `select (select count(*) from pg_stat_activity where backend_type = 'client backend')::int as connections,
       (select count(*) from pg_locks where locktype = 'advisory')::int as locks,
       (select coalesce(sum((select count(*) from jsonb_object_keys(leases))), 0) from host)::int as turns`,
  );
  return row ?? { connections: 0, locks: 0, turns: 0 };
}

/** What was done until now. */
export async function doneSoFar(dataSource: DataSource): Promise<Done> {
  const [row] = await dataSource.query<Done[]>(
    `select (select count(*) from round where finished_at is not null)::int as rounds,
       (select coalesce(sum(pages), 0) from site_round)::int as pages,
       (select count(*) from assessment)::int as assessments,
       (select count(*) from circular)::int as circulars,
       (select count(*) from schedule_run)::int as runs,
       (pg_database_size(current_database()) / 1048576)::int as "databaseMb"`,
  );
  return row ?? { rounds: 0, pages: 0, assessments: 0, circulars: 0, runs: 0, databaseMb: 0 };
}
