import type { DataSource, EntityManager } from 'typeorm';
import { stableId } from '#kernel';
import { instant } from './instant.js';

/** One wording of an office's own programme, without its text. */
export interface ProgrammeVersionRow {
  programme: string;
  /** From 1 on, without gaps; it is also the `version` that the text names. */
  number: number;
  title: string;
  sha256: string;
  reason: string;
  author: string;
  account: string | null;
  /** Made by whoever saved it: what is sent twice is kept once. */
  deed: string;
  /** Instant, ISO 8601 UTC. */
  createdAt: string;
}

export interface ProgrammeText extends ProgrammeVersionRow {
  text: string;
}

/** An office's own programme with its newest version. */
export interface OwnProgrammeRow {
  id: string;
  /** Of the sample; it is for the sample alone. */
  sample: boolean;
  /** The programme that it was made from; null for one that came as a file. */
  origin: string | null;
  createdBy: string;
  createdAt: string;
  newest: ProgrammeVersionRow;
  /** Since when, by whom and why it is used no more; null while it is. */
  retired: { author: string; reason: string; createdAt: string } | null;
}

/** A version that is to be kept. */
export type ProgrammeVersionDraft = Omit<ProgrammeText, 'programme' | 'number'>;

const versionColumns = `v.programme, v.number, v.title, v.digest as sha256, v.reason, v.author, v.account, v.deed,
  ${instant('v.created_at')} as "createdAt"`;
const newest = `(select json_build_object('programme', v.programme, 'number', v.number, 'title', v.title, 'sha256', v.digest,
    'reason', v.reason, 'author', v.author, 'account', v.account, 'deed', v.deed, 'createdAt', ${instant('v.created_at')})
  from own_programme_version v where v.programme = p.id order by v.number desc limit 1) as newest`;
const retired = `(select case when s.retired then json_build_object('author', s.author, 'reason', s.reason,
    'createdAt', ${instant('s.created_at')}) end
  from own_programme_standing s where s.programme = p.id order by s.created_at desc, s.id desc limit 1) as retired`;
const programmeColumns = `p.id, p.sample, p.origin, p.created_by as "createdBy", ${instant('p.created_at')} as "createdAt",
  ${newest}, ${retired}`;

/** Programmes of an office's own. What was kept is never changed: a change is a further version. */
export class ProgrammeStore {
  constructor(private readonly dataSource: DataSource) {}

  /** In the order in which they were made. @param sample of the sample, or of real data; both without it. */
  programmes(sample?: boolean): Promise<OwnProgrammeRow[]> {
    return this.dataSource.query<OwnProgrammeRow[]>(
      `select ${programmeColumns} from own_programme p where $1::boolean is null or p.sample = $1
       order by p.created_at, p.id`,
      [sample ?? null],
    );
  }

  programme(id: string): Promise<OwnProgrammeRow | null> {
    return programmeIn(this.dataSource.manager, id);
  }

  /** Newest first. */
  versions(programme: string): Promise<ProgrammeVersionRow[]> {
    return this.dataSource.query<ProgrammeVersionRow[]>(
      `select ${versionColumns} from own_programme_version v where v.programme = $1 order by v.number desc`,
      [programme],
    );
  }

  /** A version with its text, the newest without a number; null where there is none. */
  async version(programme: string, number?: number): Promise<ProgrammeText | null> {
    const [row] = await this.dataSource.query<ProgrammeText[]>(
      `select ${versionColumns}, v.text from own_programme_version v
       where v.programme = $1 and ($2::integer is null or v.number = $2) order by v.number desc limit 1`,
      [programme, number ?? null],
    );
    return row ?? null;
  }

  /**
   * Looks at what is kept of a programme and keeps a further version in one step, one after the other.
   * @param work is given the newest version (null where there is no such programme yet) and what was kept under a deed; it says
   * what is kept, or null for nothing. What it throws leaves nothing behind.
   */
  keep(
    { id, sample, origin }: Pick<OwnProgrammeRow, 'id' | 'sample' | 'origin'>,
    work: (
      programme: OwnProgrammeRow | null,
      ofDeed: (deed: string) => Promise<ProgrammeVersionRow | null>,
    ) => Promise<ProgrammeVersionDraft | null>,
  ): Promise<ProgrammeVersionRow | null> {
    return this.dataSource.transaction(async (manager) => {
      await lock(manager, id);
      const programme = await programmeIn(manager, id);
      const draft = await work(programme, (deed) => versionOfDeed(manager, deed));
      if (draft === null) return null;
      if (programme === null)
        await manager.query(
          `insert into own_programme (id, sample, origin, created_by, created_at) values ($1, $2, $3, $4, $5)`,
          [id, sample, origin, draft.author, draft.createdAt],
        );
      const number = (programme?.newest.number ?? 0) + 1;
      await manager.query(
        `insert into own_programme_version (programme, number, title, text, digest, reason, author, account, deed, created_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        [
          ...[id, number, draft.title, draft.text, draft.sha256],
          ...[draft.reason, draft.author, draft.account, draft.deed, draft.createdAt],
        ],
      );
      return versionOfDeed(manager, draft.deed);
    });
  }

  /** Notes that a programme is used no more, or again; false where it stood so already. */
  settle(
    programme: string,
    { retired, reason, author, createdAt }: { retired: boolean; reason: string; author: string; createdAt: string },
  ): Promise<boolean> {
    return this.dataSource.transaction(async (manager) => {
      await lock(manager, programme);
      const before = await programmeIn(manager, programme);
      if (before === null || (before.retired !== null) === retired) return false;
      await manager.query(
        `insert into own_programme_standing (id, programme, retired, reason, author, created_at)
         values ($1, $2, $3, $4, $5, $6)`,
        [stableId('programme standing', programme, createdAt), programme, retired, reason, author, createdAt],
      );
      return true;
    });
  }
}

async function lock(manager: EntityManager, programme: string): Promise<void> {
  await manager.query(`select pg_advisory_xact_lock(hashtext($1))`, [`own programme ${programme}`]);
}

async function programmeIn(manager: EntityManager, id: string): Promise<OwnProgrammeRow | null> {
  const [row] = await manager.query<OwnProgrammeRow[]>(
    `select ${programmeColumns} from own_programme p where p.id = $1`,
    [id],
  );
  return row ?? null;
}

async function versionOfDeed(manager: EntityManager, deed: string): Promise<ProgrammeVersionRow | null> {
  const [row] = await manager.query<ProgrammeVersionRow[]>(
    `select ${versionColumns} from own_programme_version v where v.deed = $1`,
    [deed],
  );
  return row ?? null;
}
