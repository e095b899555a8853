import type { DataSource, EntityManager } from 'typeorm';
import { bulkInsert } from './bulk-writer.js';
import type { CircularRow } from './circular-row.js';
import { CircularEntity } from './entities/circular.entity.js';
import { instant } from './instant.js';

const columns = `id, programme, period, kind, title, sample, assessment, ${instant('created_at')} as "createdAt", files,
  number, issued_on::text as "issuedOn", printed_on::text as "printedOn", draft`;

export class CircularStore {
  constructor(private readonly dataSource: DataSource) {}

  /** Circulars are never overwritten: one with a known id is the same one. */
  async saveCircular(row: CircularRow): Promise<void> {
    await addCircular(this.dataSource.manager, row);
  }

  /** 发文字号 that were given, oldest first. */
  async numbers(sample: boolean): Promise<string[]> {
    const rows = await this.dataSource.query<{ number: string }[]>(
      `select number from circular where sample = $1 and number is not null order by created_at, id`,
      [sample],
    );
    return rows.map(({ number }) => number);
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

export async function addCircular(manager: EntityManager, row: CircularRow): Promise<void> {
  const entity = { ...row, createdAt: new Date(row.createdAt) };
  await bulkInsert(manager, CircularEntity, [entity], 'on conflict (id) do nothing');
}
