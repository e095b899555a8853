import type { DataSource } from 'typeorm';
import { bulkInsert } from './bulk-writer.js';
import { CircularEntity } from './entities/circular.entity.js';
import { instant } from './instant.js';

/** One file of a circular; its bytes lie in the blob store under `sha256`. */
export interface CircularFile {
  format: 'docx' | 'pdf' | 'xlsx';
  /** Name under which it is handed out. */
  name: string;
  sha256: string;
  size: number;
}

export interface CircularRow {
  id: string;
  programme: string;
  period: string;
  kind: 'weekly' | 'monthly' | 'quarterly' | 'annual';
  title: string;
  sample: boolean;
  /** The assessment whose figures it prints, when it was stored. */
  assessment: string | null;
  /** Instant, ISO 8601 UTC. */
  createdAt: string;
  files: CircularFile[];
}

const columns = `id, programme, period, kind, title, sample, assessment, ${instant('created_at')} as "createdAt", files`;

export class CircularStore {
  constructor(private readonly dataSource: DataSource) {}

  /** Circulars are never overwritten: one with a known id is the same one. */
  async saveCircular(row: CircularRow): Promise<void> {
    await bulkInsert(
      this.dataSource.manager,
      CircularEntity,
      [{ ...row, createdAt: new Date(row.createdAt) }],
      'on conflict do nothing',
    );
  }

  /** Newest first. */
  listCirculars(filter: { programme?: string; period?: string; sample?: boolean } = {}): Promise<CircularRow[]> {
    return this.dataSource.query<CircularRow[]>(
      `select ${columns} from circular
       where ($1::text is null or programme = $1) and ($2::text is null or period = $2)
         and ($3::boolean is null or sample = $3)
       order by created_at desc, id`,
      [filter.programme ?? null, filter.period ?? null, filter.sample ?? null],
    );
  }

  async circular(id: string): Promise<CircularRow | null> {
    const [row] = await this.dataSource.query<CircularRow[]>(`select ${columns} from circular where id = $1`, [id]);
    return row ?? null;
  }
}
