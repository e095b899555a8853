import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { localDateOf, periodContaining } from '#calendar';
import { readSettings } from '#kernel';
import { addToken, changeSchedule, importUnits, openHouse, setSchedule, type House } from '#operations';
import { organisation } from '../../integration/support/invented.js';
import { provinceSites } from '../province/province-sites.js';
import { temporaryFolder } from '../../temporary-folder.js';
import { Commands } from './commands.js';
import { DashboardReads } from './dashboard-reads.js';
import { Figures, doneSoFar } from './figures.js';
import { Watched } from './watched.js';

// `npm run soak -- --minutes 60`: a server, a worker, schedules whose rounds overlap assessments and circulars, dashboards that
// are read, and command lines beside them, over the sample county and a province of simulated sites, some of them faulty.
// Looks every few seconds at memory, connections, open files and what is left over; status 1 when something grows or fails.
const { values: flags } = parseArgs({
  options: {
    minutes: { type: 'string', default: '60' },
    sites: { type: 'string', default: '100' },
    every: { type: 'string', default: '15' },
  },
});
const minutes = Number(flags.minutes);
const lookEveryMs = Number(flags.every) * 1000;
/** Code is compiled, pools fill, the first rounds meet every site for the first time. */
const warmUp = minutes / 3;
const root = join(import.meta.dirname, '..', '..', '..');
const programme = 'pingliang-2020';

const folder = await temporaryFolder('mingjing-soak-');
const temporary = join(folder, 'tmp');
await mkdir(temporary);
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const closers: (() => Promise<unknown>)[] = [() => rm(folder, { recursive: true, force: true })];
const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());

try {
  process.exitCode = (await soak()) ? 0 : 1;
} finally {
  for (let next = closers.pop(); next !== undefined; next = closers.pop()) await next().catch(() => undefined);
}

async function soak(): Promise<boolean> {
  const house = await openHouse(readSettings({ ...process.env, MINGJING_DATA: join(folder, 'data') }));
  closers.push(() => house.close());
  await bringInSites(house);
  const environment = {
    ...process.env,
    DATABASE_URL: house.database.url,
    MINGJING_DATA: join(folder, 'data'),
    MINGJING_ALLOW_NETWORKS: '127.0.0.0/8',
    MINGJING_INTERVAL_MS: '20',
    MINGJING_CONCURRENCY: '16',
    PORT: '0',
    TMPDIR: temporary,
  };
  const log = process.env.SOAK_LOG ? say : () => undefined;
  let origin = '';
  const server = await Watched.start('server', join(root, 'apps/server/main.js'), ['--empty'], {
    environment,
    ready: '就绪：',
    log: (line) => {
      origin = /就绪：(\S+)/.exec(line)?.[1]?.replace('localhost', '127.0.0.1') ?? origin;
      log(line);
    },
  });
  closers.push(() => server.stop());
  const worker = await Watched.start('worker', join(root, 'apps/worker/main.js'), [], {
    environment,
    ready: '等待任务',
    log,
  });
  closers.push(() => worker.stop());
  await setSchedules(house);
  await firstResult(house);

  const period = periodContaining(localDateOf(new Date().toISOString()), 'quarter').id;
  const now = new Date();
  const expiresOn = localDateOf(new Date(now.getTime() + 7 * 86_400_000).toISOString());
  const asAssessor = { name: '长时运行', role: 'assessor' as const, unit: null, expiresOn };
  const { token } = await addToken(house, asAssessor, { by: '命令行', sample: false, now });
  const reads = new DashboardReads(origin, `programme=${programme}&period=${period}`, token);
  const commands = new Commands(join(root, 'apps/cli/main.js'), environment);
  const scope = ['--programme', programme, '--period', period];
  const working = [
    reads.read(300, stop.signal),
    commands.run(
      [
        ['assess', '--programme', 'national', '--period', period],
        ['circular', ...scope, '--kind', 'quarterly', '--out', join(folder, 'written')],
        ['assess', ...scope, '--replay'],
        ['export', 'documents', ...scope, '--format', 'xlsx'],
        ['retention', '--rounds', '3', '--grace', '1'],
        ['backup', '--out', join(folder, 'backup')],
        ['doctor'],
      ],
      Math.min(30_000, minutes * 1500),
      stop.signal,
    ),
  ];
  const figures = await watch(house, server, worker);
  const ended = await end(house, server, worker, working);
  return report(house, figures, { reads, commands, ended });
}

/** The thirteen sites of the county and those of the province, by processes of their own. */
async function bringInSites(house: House): Promise<void> {
  const sites = provinceSites(Number(flags.sites));
  const county = startSites(join(import.meta.dirname, 'sites.js'), []);
  const province = startSites(join(import.meta.dirname, '../province/serve.js'), [String(sites.length)]);
  const csv = JSON.parse(await firstLine(county)) as string;
  const port = await firstLine(province);
  await importUnits(house, new TextEncoder().encode(csv), '单位名单.csv', { sample: false });
  await house.organisations.importOrganisations(
    sites.map(({ name, host }) => organisation(name, { site: `http://${host}:${port}/`, sample: false })),
  );
}

function startSites(program: string, args: readonly string[]): ChildProcess {
  const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  closers.push(async () => void child.kill('SIGTERM'));
  return child;
}

async function firstLine(child: ChildProcess): Promise<string> {
  const [line] = (await once(createInterface(child.stdout!), 'line')) as [string];
  return line;
}

/** Rounds upon the last one over sound sites, followed by result and circular, and whole ones over all of them meanwhile. */
async function setSchedules(house: House): Promise<void> {
  const faulty = new Set(provinceSites(Number(flags.sites)).flatMap(({ name, fault }) => (fault ? [name] : [])));
  const units = await house.organisations.listOrganisations();
  const sound = units.map(({ name }) => name).filter((name) => !faulty.has(name));
  const results = { programme, period: 'this-quarter', circular: 'quarterly' };
  await setSchedule(house, { name: '沿用上轮', cron: '* * * * *', only: sound, ...results });
  await setSchedule(house, { name: '从头采集', cron: '*/3 * * * *', full: true });
}

/** The first result: before it there is little to look at. */
async function firstResult(house: House): Promise<void> {
  while (!stop.signal.aborted && (await doneSoFar(house.database.dataSource)).assessments === 0)
    await sleep(1000, undefined, { signal: stop.signal }).catch(() => undefined);
}

async function watch(house: House, server: Watched, worker: Watched): Promise<Figures> {
  const figures = new Figures();
  const { dataSource } = house.database;
  const began = performance.now();
  const minute = (): number => (performance.now() - began) / 60_000;
  for (let said = 0; minute() < minutes && !stop.signal.aborted;) {
    await figures.look(minute(), { server, worker, dataSource, temporary });
    if (minute() >= said) {
      const { rounds, pages, assessments, circulars, databaseMb } = await doneSoFar(dataSource);
      say(
        `${minute().toFixed(1)} min: ${rounds} rounds, ${pages} pages, ${assessments} results, ${circulars} circulars, database ${databaseMb} MB; ${figures.line()}`,
      );
      said += Math.max(1, minutes / 30);
    }
    await sleep(lookEveryMs, undefined, { signal: stop.signal }).catch(() => undefined);
  }
  return figures;
}

/** Stops everything in the middle of its work, as a machine that is shut down does, and tells what is left over. */
async function end(house: House, server: Watched, worker: Watched, working: Promise<void>[]): Promise<string[]> {
  stop.abort();
  await Promise.all(working);
  for (const name of ['沿用上轮', '从头采集']) await changeSchedule(house, name, 'pause');
  const codes = [await worker.stop(), await server.stop()];
  const over: string[] = [];
  if (codes[0] !== 0) over.push(`worker ended with ${codes[0]}`);
  if (codes[1] !== 143) over.push(`server ended with ${codes[1]}`);
  const files = await readdir(temporary);
  if (files.length > 0) over.push(`${files.length} temporary files: ${files.slice(0, 5).join(', ')}`);
  const [left] = await house.database.dataSource.query<Record<string, number>[]>(
    `select (select coalesce(sum((select count(*) from jsonb_object_keys(leases))), 0) from host)::int as turns,
       (select count(*) from pg_locks where locktype = 'advisory')::int as locks,
       (select count(*) from pg_stat_activity where backend_type = 'client backend'
         and pid <> pg_backend_pid() and application_name like 'mingjing-jobs%')::int as "queue connections",
       (select count(*) from pgboss.job where state = 'active')::int as "jobs held"`,
  );
  // The embedded database marks each process that uses it by a lock of its own; ours is the one that is left.
  for (const [what, count] of Object.entries(left ?? {}))
    if (count > (what === 'locks' ? 1 : 0)) over.push(`${count} ${what}`);
  return over;
}

async function report(
  house: House,
  figures: Figures,
  { reads, commands, ended }: { reads: DashboardReads; commands: Commands; ended: string[] },
): Promise<boolean> {
  const done = await doneSoFar(house.database.dataSource);
  const { lines, flat } = figures.verdict(warmUp);
  const [{ giveUps }] = (await house.database.dataSource.query<{ giveUps: number }[]>(
    `select count(*)::int as "giveUps" from site_round where state = 'failed'`,
  )) as [{ giveUps: number }];
  const ran = [...commands.done].map(([name, times]) => `${name} ${times}`).join(', ');
  say('');
  say(
    `${minutes} minutes: ${done.rounds} rounds (${done.runs} times due by schedules), ${done.pages} pages, ${done.assessments} results,`,
  );
  say(`${done.circulars} circulars, ${reads.answered} answers, ${reads.events} pieces of events; commands: ${ran}`);
  say(`middle of each sixth of the time, growth after the first ${warmUp.toFixed(0)} minutes:`);
  for (const line of lines) say(`  ${line}`);
  const failures = [...reads.failed, ...commands.failed];
  say(`failed: ${failures.length} (${failures.slice(0, 5).join(' | ')}); sites failed by our own fault: ${giveUps}`);
  say(`left over at the end: ${ended.length === 0 ? 'nothing' : ended.join('; ')}`);
  const didAll = done.rounds > 1 && done.assessments > 1 && done.circulars > 1 && reads.answered > 0;
  const good = didAll && flat && failures.length === 0 && giveUps === 0 && ended.length === 0;
  say(good ? 'flat' : 'NOT flat, or not all done');
  return good;
}
