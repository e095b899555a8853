import type { DataSource, EntityManager } from 'typeorm';
import type { OutcomeKind } from '#indicators';
import { bulkInsert } from './bulk-writer.js';
import { PublicPageWordEntity, PublicReleaseEntity } from './entities/public-page.entity.js';
import { instant } from './instant.js';

/** The public page was switched on or off. */
export interface PublicPageWordRow {
  id: string;
  sample: boolean;
  isOpen: boolean;
  office: string;
  licence: string;
  reason: string;
  account: string;
  author: string;
  /** Instant, ISO 8601 UTC. */
  at: string;
}

/** A result was put on the public page, or taken from it. */
export interface PublicReleaseRow {
  id: string;
  programme: string;
  period: string;
  sample: boolean;
  assessment: string;
  isReleased: boolean;
  reason: string;
  account: string;
  author: string;
  /** Instant, ISO 8601 UTC. */
  at: string;
}

/** What stands on the public page, with the result that it is. */
export interface StandingRelease extends PublicReleaseRow {
  programmeVersion: string;
  asOf: string;
  assessedAt: string;
  /** Whether the period was scored again since: what is public is then not the newest. */
  isSuperseded: boolean;
}

/** One item of a unit's score, without what was found. */
export interface PublicItem {
  organisation: string;
  item: string;
  group: string;
  title: string;
  max: string;
  counted: string;
  points: string | null;
}

/** A unit's place among those of its class in a result. */
export interface PublicPlace {
  period: string;
  asOf: string;
  score: string | null;
  grade: string | null;
  coverage: string;
  rank: number | null;
}

const wordColumns = `w.id, w.sample, w.is_open as "isOpen", w.office, w.licence, w.reason, w.account, w.author,
  ${instant('w.at')} as at`;
const releaseColumns = `r.id, r.programme, r.period, r.sample, r.assessment, r.is_released as "isReleased", r.reason, r.account,
  r.author, ${instant('r.at')} as at`;

/** What the public sees, and who decided that. Rows are added and never changed. */
export class PublicPageStore {
  constructor(private readonly dataSource: DataSource) {}

  /** The word that stands; null where nobody ever switched the page on. */
  word(sample: boolean): Promise<PublicPageWordRow | null> {
    return wordIn(this.dataSource.manager, sample);
  }

  /** All words, newest first. */
  words(sample: boolean): Promise<PublicPageWordRow[]> {
    return this.dataSource.query<PublicPageWordRow[]>(
      `select ${wordColumns} from public_page_word w where w.sample = $1 order by w.position desc`,
      [sample],
    );
  }

  /** Adds a word, unless `refuse` throws on the one that stands. A known one is said once. */
  say(row: PublicPageWordRow, refuse: (standing: PublicPageWordRow | null) => void): Promise<void> {
    return this.dataSource.transaction(async (manager) => {
      await manager.query(`select pg_advisory_xact_lock(hashtext('public page'))`);
      const [known] = await manager.query<unknown[]>(`select from public_page_word where id = $1`, [row.id]);
      if (known) return;
      refuse(await wordIn(manager, row.sample));
      await bulkInsert(manager, PublicPageWordEntity, [{ ...row, at: new Date(row.at) }]);
    });
  }

  /** What stands on the public page, newest period first. */
  standing(sample: boolean): Promise<StandingRelease[]> {
    return this.dataSource.query<StandingRelease[]>(
      `select ${releaseColumns}, a.programme_version as "programmeVersion", a.as_of::text as "asOf",
         ${instant('a.assessed_at')} as "assessedAt", not a.latest as "isSuperseded"
       from (select distinct on (programme, period) * from public_release where sample = $1
         order by programme, period, position desc) r
       join assessment a on a.id = r.assessment where r.is_released order by a.as_of desc, r.programme`,
      [sample],
    );
  }

  /** Everything that was put on the page and taken from it, newest first. */
  releases(sample: boolean): Promise<PublicReleaseRow[]> {
    return this.dataSource.query<PublicReleaseRow[]>(
      `select ${releaseColumns} from public_release r where r.sample = $1 order by r.position desc`,
      [sample],
    );
  }

  /** Adds a word on a period, unless `refuse` throws on the one that stands. A known one is said once. */
  release(row: PublicReleaseRow, refuse: (standing: PublicReleaseRow | null) => void): Promise<void> {
    return this.dataSource.transaction(async (manager) => {
      await manager.query(`select pg_advisory_xact_lock(hashtext('public release'))`);
      const [known] = await manager.query<unknown[]>(`select from public_release where id = $1`, [row.id]);
      if (known) return;
      const [standing] = await manager.query<PublicReleaseRow[]>(
        `select ${releaseColumns} from public_release r where r.programme = $1 and r.period = $2 and r.sample = $3
         order by r.position desc limit 1`,
        [row.programme, row.period, row.sample],
      );
      refuse(standing ?? null);
      await bulkInsert(manager, PublicReleaseEntity, [{ ...row, at: new Date(row.at) }]);
    });
  }

  /** Items of all units of a result, or of one, in the order of the rubric; what waits for a person has no points. */
  items(assessment: string, organisation: string | null = null): Promise<PublicItem[]> {
    const hidden: OutcomeKind = 'needsReview';
    return this.dataSource.query<PublicItem[]>(
      `select organisation, item, group_title as "group", title, max::text as max, counted::text as counted,
         case when outcome = $3 then null else points::text end as points
       from heat_cell where assessment = $1 and ($2::text is null or organisation = $2) order by organisation, position`,
      [assessment, organisation, hidden],
    );
  }

  /** A unit's places in some results, oldest first. */
  places(organisation: string, assessments: readonly string[]): Promise<PublicPlace[]> {
    return this.dataSource.query<PublicPlace[]>(
      `select a.period, a.as_of::text as "asOf", s.score::text as score, s.grade, s.coverage::text as coverage, s.rank
       from score s join assessment a on a.id = s.assessment
       where s.organisation = $1 and s.assessment = any($2) order by a.as_of, a.period`,
      [organisation, assessments],
    );
  }
}

async function wordIn(manager: EntityManager, sample: boolean): Promise<PublicPageWordRow | null> {
  const [row] = await manager.query<PublicPageWordRow[]>(
    `select ${wordColumns} from public_page_word w where w.sample = $1 order by w.position desc limit 1`,
    [sample],
  );
  return row ?? null;
}
