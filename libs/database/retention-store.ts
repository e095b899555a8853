import type { DataSource, QueryRunner } from 'typeorm';
import { BadInput } from '#kernel';
import { blobReferences, blobsLock } from './blob-references.js';
import { removedUploads } from './upload-store.js';

/** What is kept whole beside that which something rests on. */
export interface KeepPolicy {
  /** Newest rounds of each site. */
  rounds: number;
  /** Instant, ISO 8601: what clearing is done at. */
  now: string;
}

/** Rows that went. */
export interface ClearedRows {
  /** Sites of rounds, each counted once a round. */
  siteRounds: number;
  captures: number;
  /** Captures of these that stay because something points to them. */
  cited: number;
  frontier: number;
  /** Values and rows of facts. */
  facts: number;
}

/** Those of the hashes that nothing in the database names. */
export type UnreferencedOf = (hashes: readonly string[]) => Promise<string[]>;

/** A round that was left unfinished may be gone on with for two days; one that still runs after two weeks is dead. */
const deadAfterDays = 14;
const quarter = `date_trunc('quarter', r.started_at at time zone 'Asia/Shanghai')`;

/**
 * Sites of rounds to clear. Kept are: for each site the newest rounds and the last of each quarter; what the assessments
 * rest on that are published, were put on the public page, stood when a circular was issued or are what one is drafted on, of which those from before this was noted hold the two
 * rounds before them; rounds under way, and those upon which they build.
 */
const doomed = `
  with published as (
    select id, assessed_at, sample from assessment where latest
    union
    select a.id, a.assessed_at, a.sample from circular k cross join lateral (
      select * from assessment where programme = k.programme and period = k.period and sample = k.sample
        and assessed_at <= k.created_at order by assessed_at desc limit 1) a
    union
    select a.id, a.assessed_at, a.sample from circular_draft d join assessment a on a.id = d.assessment
    union
    select a.id, a.assessed_at, a.sample from public_release p join assessment a on a.id = p.assessment
    union
    select a.id, a.assessed_at, a.sample from circular_version v join assessment a on a.id = v.assessment
  ), held as (
    select e.round, e.site from assessment_evidence e join published p on p.id = e.assessment
    union
    select n.round, n.site from (
      select s.round, s.site, row_number() over (partition by p.id, s.site order by r.started_at desc, r.id) as place
      from published p join round r on r.started_at <= p.assessed_at and r.sample = p.sample
        join site_round s on s.round = r.id and s.state = 'done'
      where not exists (select from assessment_evidence e where e.assessment = p.id)) n
    where n.place <= 2
  ), placed as (
    select s.round, s.site, s.state = 'done' as done, s.cleared_at,
      r.finished_at is null and r.started_at > $2::timestamptz - make_interval(days => ${deadAfterDays}) as running,
      row_number() over (partition by s.site, s.state = 'done' order by r.started_at desc, r.id) as place,
      row_number() over (partition by s.site, s.state = 'done', ${quarter} order by r.started_at desc, r.id) as in_quarter
    from site_round s join round r on r.id = s.round
  )
  select round, site from placed
  where cleared_at is null and not running and not (done and (place <= $1 or in_quarter = 1))
    and not exists (select from held where held.round = placed.round and held.site = placed.site)
    and not exists (select from site_round upon where upon.base = placed.round and upon.site = placed.site
      and upon.state <> 'done')`;

/** Pages that findings, the history of columns, faulty links and tasks point to, with the subjects of the findings. */
const cited = `
  select c.round, c.site, c.id as capture, n.subject
  from (
    select evidence->>'capture' as capture, subject from finding
    union select capture, null from column_event
    union select unnest(array[before_capture, after_capture]), null from vanished_page
    union select page_capture, null from link_look
      where became is not null or outcome in ('notFound', 'gone', 'dns', 'refused')
    union select unnest(array[seen_capture, absent_capture]), null from first_sighting
      where shown_on < (absent_at at time zone 'Asia/Shanghai')::date
    union select e->>'capture', null from task_state, jsonb_array_elements(evidence) e
    union select e->>'capture', null from task_unit_state, jsonb_array_elements(evidence) e
  ) n join capture c on c.id = n.capture join retention_doomed d on d.round = c.round and d.site = c.site`;

const temporary = ['retention_doomed', 'retention_cited', 'retention_blob'];

/** Throwing away what nobody needs: scores, findings and read models stay, and every page that one of them points to. */
export class RetentionStore {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Clears captures, frontiers and facts round by round, each whole or not at all, and then lets `sweep` ask which blobs
   * nothing names any more. What a site's round was like (pages, outcomes, time) stays in its row.
   * @param dryRun everything is taken back; only the figures are true.
   * @throws BadInput while a backup or another clearing is under way.
   */
  async clear<Swept>(
    policy: KeepPolicy,
    dryRun: boolean,
    sweep: (unreferenced: UnreferencedOf) => Promise<Swept>,
  ): Promise<{ rows: ClearedRows; swept: Swept }> {
    const runner = this.dataSource.createQueryRunner();
    try {
      await lockBlobs(runner);
      if (dryRun) await runner.startTransaction();
      const rows = await clearRows(runner, policy);
      await runner.query(`create temp table retention_blob as ${blobReferences}`);
      await runner.query(`create index on retention_blob (sha256)`);
      await runner.query(`analyze retention_blob`);
      const swept = await sweep(async (hashes) => {
        const left: { sha256: string }[] = await runner.query(
          `select h as sha256 from unnest($1::text[]) h where not exists (select from retention_blob where sha256 = h)`,
          [hashes],
        );
        return left.map(({ sha256 }) => sha256);
      });
      return { rows, swept };
    } finally {
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
      for (const table of temporary) await runner.query(`drop table if exists pg_temp.${table}`).catch(() => undefined);
      await runner.query(`select pg_advisory_unlock(${blobsLock})`).catch(() => undefined);
      await runner.release();
    }
  }

  /** How much the kept captures would take, and how much they take as each body is kept once; in bytes. */
  async duplication(): Promise<{ captures: number; bytes: number; blobs: number; kept: number }> {
    const [row] = await this.dataSource.query<{ captures: number; bytes: number; blobs: number; kept: number }[]>(
      `select coalesce(sum(n), 0)::float8 as captures, coalesce(sum(bytes), 0)::float8 as bytes,
         count(*)::float8 as blobs, coalesce(sum(bytes / n), 0)::float8 as kept
       from (select count(*) as n, sum(size) as bytes from capture where sha256 is not null group by sha256) blob`,
    );
    return row ?? { captures: 0, bytes: 0, blobs: 0, kept: 0 };
  }
}

async function lockBlobs(runner: QueryRunner): Promise<void> {
  const [row]: { alone: boolean }[] = await runner.query(`select pg_try_advisory_lock(${blobsLock}) as alone`);
  if (row?.alone) return;
  throw new BadInput([{ where: '清理', what: '正在备份或另有清理在进行', accepted: '等它结束后再运行' }]);
}

async function clearRows(runner: QueryRunner, policy: KeepPolicy): Promise<ClearedRows> {
  await runner.query(`create temp table retention_doomed as ${doomed}`, [policy.rounds, policy.now]);
  await runner.query(`analyze retention_doomed`);
  await runner.query(`create temp table retention_cited as ${cited}`);
  await runner.query(`create index on retention_cited (capture)`);
  await runner.query(`analyze retention_cited`);
  const rounds: { round: string; sites: string[] }[] = await runner.query(
    `select round, array_agg(site) as sites from retention_doomed group by round order by round`,
  );
  const cleared: ClearedRows = { siteRounds: 0, captures: 0, cited: 0, frontier: 0, facts: 0 };
  for (const { round, sites } of rounds) {
    await runner.startTransaction();
    const gone = await clearSites(runner, round, sites, policy.now);
    await runner.commitTransaction();
    for (const name of Object.keys(cleared) as (keyof ClearedRows)[]) cleared[name] += gone[name];
  }
  // What was read of pages stays as long as one capture is left of which it was read.
  await runner.query(`delete from reading where not exists (select from capture c where c.reading = reading.id)`);
  await runner.query(`delete from uploaded_file where id in (${removedUploads})`, [policy.now]);
  return cleared;
}

/** Of documents and interpretations those stay that a finding is about: by them it is known to be of its own period. */
const subjects = `url not in (select subject from retention_cited where site = any($2) and subject is not null)`;

async function clearSites(runner: QueryRunner, round: string, sites: string[], now: string): Promise<ClearedRows> {
  const remove = async (table: string, only = 'true'): Promise<number> => {
    const [, count]: [unknown, number] = await runner.query(
      `delete from ${table} where round = $1 and site = any($2) and ${only}`,
      [round, sites],
    );
    return count;
  };
  const frontier = await remove('frontier');
  const captures = await remove('capture', `not exists (select from retention_cited c where c.capture = capture.id)`);
  let facts = await remove('document', subjects);
  facts += await remove('interpretation', subjects);
  for (const table of ['site_facts', 'column_fact', 'annual_report', 'catalogue_item']) facts += await remove(table);
  const [left]: { cited: number }[] = await runner.query(
    `select count(*)::int as cited from capture where round = $1 and site = any($2)`,
    [round, sites],
  );
  await runner.query(`update site_round set cleared_at = $3 where round = $1 and site = any($2)`, [round, sites, now]);
  return { siteRounds: sites.length, captures, cited: left?.cited ?? 0, frontier, facts };
}
