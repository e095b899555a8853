import type { DataSource, EntityManager } from 'typeorm';
import type { RemarkKind, RemarkStep } from '#casework';
import { bulkInsert } from './bulk-writer.js';
import { PublicRemarkEntity, PublicRemarkStepEntity } from './entities/public-page.entity.js';
import { instant } from './instant.js';

export interface PublicRemarkStepRow {
  id: string;
  step: RemarkStep;
  words: string;
  account: string;
  author: string;
  /** Instant, ISO 8601 UTC. */
  at: string;
}

/** What somebody said of a unit, with what was done about it, oldest first. */
export interface PublicRemarkRow {
  id: string;
  sample: boolean;
  organisation: string;
  /** Name of the unit. */
  name: string;
  kind: RemarkKind;
  words: string;
  contact: string | null;
  at: string;
  steps: PublicRemarkStepRow[];
}

export interface PublicRemarkFilter {
  sample: boolean;
  organisation?: string;
  /** Ids of the only units that are looked at; null for all. */
  units?: readonly string[] | null;
}

const columns = `m.id, m.sample, m.organisation, o.name, m.kind, m.words, m.contact, ${instant('m.at')} as at,
  (select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'step', s.step, 'words', s.words, 'account', s.account,
     'author', s.author, 'at', ${instant('s.at')}) order by s.position), '[]')
   from public_remark_step s where s.remark = m.id) as steps`;

/** 公众意见. Rows are added and never changed, but that contacts are forgotten. */
export class PublicRemarkStore {
  constructor(private readonly dataSource: DataSource) {}

  /** Newest first. */
  remarks({ sample, organisation, units = null }: PublicRemarkFilter): Promise<PublicRemarkRow[]> {
    return this.dataSource.query<PublicRemarkRow[]>(
      `select ${columns} from public_remark m join organisation o on o.id = m.organisation
       where m.sample = $1 and ($2::text is null or m.organisation = $2) and ($3::text[] is null or m.organisation = any($3))
       order by m.at desc, m.id`,
      [sample, organisation ?? null, units],
    );
  }

  remark(id: string): Promise<PublicRemarkRow | null> {
    return remarkIn(this.dataSource.manager, id);
  }

  /** One with a known id is the same one. */
  async add(row: Omit<PublicRemarkRow, 'name' | 'steps'>): Promise<void> {
    const entity = { ...row, at: new Date(row.at) };
    await bulkInsert(this.dataSource.manager, PublicRemarkEntity, [entity], 'on conflict (id) do nothing');
  }

  /** Adds a step, unless `refuse` throws on what stands; a known one is taken once. @returns what stands then; null for no such remark */
  take(
    remark: string,
    step: PublicRemarkStepRow,
    refuse: (standing: PublicRemarkRow) => void,
  ): Promise<PublicRemarkRow | null> {
    return this.dataSource.transaction(async (manager) => {
      await manager.query(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [`public remark ${remark}`]);
      const standing = await remarkIn(manager, remark);
      if (standing === null || standing.steps.some(({ id }) => id === step.id)) return standing;
      refuse(standing);
      const row = { ...step, remark, position: standing.steps.length + 1, at: new Date(step.at) };
      await bulkInsert(manager, PublicRemarkStepEntity, [row]);
      return remarkIn(manager, remark);
    });
  }

  /** Forgets how whoever sent a remark before could be reached. */
  async forgetContacts(before: Date): Promise<void> {
    await this.dataSource.query(`update public_remark set contact = null where at < $1 and contact is not null`, [
      before,
    ]);
  }
}

async function remarkIn(manager: EntityManager, id: string): Promise<PublicRemarkRow | null> {
  const [row] = await manager.query<PublicRemarkRow[]>(
    `select ${columns} from public_remark m join organisation o on o.id = m.organisation where m.id = $1`,
    [id],
  );
  return row ?? null;
}
