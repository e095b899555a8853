import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { FastifyInstance } from 'fastify';
import type { DataSource } from 'typeorm';
import { poolOf, RunningStore } from '#database';
import { fetchOutcomes } from '#evidence';
import { freeBytes, lastBackup, productVersion } from '#operations';

export const prometheusType = Registry.PROMETHEUS_CONTENT_TYPE;

/** Of this process: memory, event loop, open files, answers. */
const ofProcess = new Registry();
collectDefaultMetrics({ register: ofProcess });

const answers = new Histogram({
  name: 'mingjing_http_request_seconds',
  help: 'Time to answer, by route (never by address) and class of status.',
  labelNames: ['method', 'route', 'status'],
  buckets: [0.01, 0.05, 0.2, 1, 5, 20],
  registers: [ofProcess],
});

/** Counts every answer under the route that gave it; what no route gave is one of them. */
export function measureAnswers(fastify: FastifyInstance): void {
  fastify.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'none';
    const method = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'].includes(request.method)
      ? request.method
      : 'other';
    answers.observe({ method, route, status: `${Math.floor(reply.statusCode / 100)}xx` }, reply.elapsedTime / 1000);
    done();
  });
}

/**
 * All figures in the text form of Prometheus. What crawls and assessments did is read from the database at this moment: it
 * holds for all processes on all machines. Labels are of closed sets: outcomes, states, kinds of work.
 */
export async function figuresForPrometheus(watched: {
  dataSource: DataSource;
  folder: string | null;
  now: () => Date;
}): Promise<string> {
  const register = new Registry();
  const gauge = (name: string, help: string, values: [number, Record<string, string>?][]) => {
    const labelNames = Object.keys(values[0]?.[1] ?? {});
    const metric = new Gauge({ name: `mingjing_${name}`, help, labelNames, registers: [register] });
    for (const [value, labels] of values) metric.set(labels ?? {}, value);
  };
  gauge('build_info', 'Version of the program.', [[1, { version: productVersion }]]);
  const { totalCount, idleCount, waitingCount } = poolOf(watched.dataSource);
  gauge('database_connections', 'Connections of this process, and queries that wait for one.', [
    [totalCount - idleCount, { state: 'used' }],
    [idleCount, { state: 'idle' }],
    [waitingCount, { state: 'waiting' }],
  ]);
  const known = await ofDatabase(new RunningStore(watched.dataSource), gauge).then(
    () => true,
    () => false,
  );
  gauge('database_up', 'Whether the database answered this scrape.', [[known ? 1 : 0]]);
  if (watched.folder !== null) await ofFolder(watched.folder, watched.now(), gauge);
  return Registry.merge([ofProcess, register]).metrics();
}

type AddGauge = (name: string, help: string, values: [number, Record<string, string>?][]) => void;

async function ofDatabase(running: RunningStore, gauge: AddGauge): Promise<void> {
  const [figures, queue] = await Promise.all([running.figures(), running.queue()]);
  gauge(
    'pages_last_day',
    'Pages by outcome, of sites that got on within a day.',
    Object.keys(fetchOutcomes).map((outcome) => [figures.pagesOfDay[outcome] ?? 0, { outcome }]),
  );
  gauge('rounds', 'Rounds of real sites.', [
    [figures.rounds.open, { state: 'open' }],
    [figures.rounds.finished, { state: 'finished' }],
  ]);
  gauge(
    'round_sites',
    'Sites of the rounds under way.',
    ['waiting', 'running', 'done', 'failed'].map((state) => [figures.sites[state] ?? 0, { state }]),
  );
  if (figures.lastRound) {
    gauge('last_round_finished_seconds', 'When a round last ended (Unix time).', [[figures.lastRound.finishedAt]]);
    gauge('last_round_duration_seconds', 'How long that round took.', [[figures.lastRound.seconds]]);
  }
  gauge('assessments', 'Results that were published.', [[figures.assessments]]);
  if (figures.lastAssessedAt !== null)
    gauge('last_assessment_seconds', 'When a result was last published (Unix time).', [[figures.lastAssessedAt]]);
  gauge('hosts_given_up', 'Hosts that are asked no more for a while.', [[figures.hostsGivenUp]]);
  gauge(
    'queue_jobs',
    'Work in the queue.',
    queue.flatMap(({ kind, waiting, active, givenUp }) => [
      [waiting, { kind, state: 'waiting' }],
      [active, { kind, state: 'active' }],
      [givenUp, { kind, state: 'given_up' }],
    ]),
  );
  gauge(
    'queue_oldest_seconds',
    'How long the oldest work has waited that may be taken.',
    queue.map(({ kind, oldestSeconds }) => [oldestSeconds, { kind }]),
  );
}

async function ofFolder(folder: string, now: Date, gauge: AddGauge): Promise<void> {
  const free = await freeBytes(folder).catch(() => null);
  if (free !== null) gauge('disk_free_bytes', 'Room left for the data folder.', [[free]]);
  const backup = await lastBackup(folder);
  if (backup)
    gauge('backup_age_seconds', 'Time since the last backup of everything.', [
      [(now.getTime() - Date.parse(backup.takenAt)) / 1000],
    ]);
}
