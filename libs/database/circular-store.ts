import type { DataSource, EntityManager } from 'typeorm';
import { bulkInsert } from './bulk-writer.js';
import type { CircularRow, CircularWordRow, ListedCircular } from './circular-row.js';
import { CircularWordEntity } from './entities/circular-word.entity.js';
import { CircularEntity } from './entities/circular.entity.js';
import { instant } from './instant.js';

const columns = `id, programme, period, kind, title, sample, assessment, ${instant('created_at')} as "createdAt", files,
  number, issued_on::text as "issuedOn", printed_on::text as "printedOn", draft`;

/** What was said of a circular, oldest first, as JSON. */
const wordsOf = (circular: string) => `select coalesce(json_agg(json_build_object('id', w.id, 'word', w.word,
    'reason', w.reason, 'account', w.account, 'author', w.author, 'at', ${instant('w.at')}) order by w.position), '[]')
  from circular_word w where w.circular = ${circular}`;

const isRevoked = (circular: string) => `(select w.word = 'revoked' from circular_word w
  where w.circular = ${circular} order by w.position desc limit 1)`;

const correcting = `select json_build_object('id', k.id, 'number', k.number)
  from circular_draft d join circular k on k.draft = d.id
  where d.corrects = circular.id and ${isRevoked('k.id')} is not true order by k.created_at limit 1`;

const corrected = `select json_build_object('id', k.id, 'number', k.number)
  from circular_draft d join circular k on k.id = d.corrects where d.id = circular.draft`;

export class CircularStore {
  constructor(private readonly dataSource: DataSource) {}

  /** Circulars are never overwritten: one with a known id is the same one. */
  async saveCircular(row: CircularRow): Promise<void> {
    await addCircular(this.dataSource.manager, row);
  }

  /** 发文字号 that were given to circulars and notices, oldest first. */
  async numbers(sample: boolean): Promise<string[]> {
    const rows = await this.dataSource.query<{ number: string }[]>(
      `select number from document_number where sample = $1 order by given_at, bearer`,
      [sample],
    );
    return rows.map(({ number }) => number);
  }

  /** Newest first. */
  listCirculars(filter: { programme?: string; period?: string; sample?: boolean } = {}): Promise<ListedCircular[]> {
    return this.dataSource.query<ListedCircular[]>(
      `select ${columns}, (${wordsOf('circular.id')}) as words, (${correcting}) as "correctedBy", (${corrected}) as corrects
       from circular
       where ($1::text is null or programme = $1) and ($2::text is null or period = $2)
         and ($3::boolean is null or sample = $3)
       order by created_at desc, id`,
      [filter.programme ?? null, filter.period ?? null, filter.sample ?? null],
    );
  }

  /** Says something of a circular, unless `refuse` throws on what was said before; a known word is said once. */
  say(circular: string, row: CircularWordRow, refuse: (words: CircularWordRow[]) => void): Promise<void> {
    return this.dataSource.transaction(async (manager) => {
      await manager.query(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [`circular word ${circular}`]);
      const [{ words }] = await manager.query<[{ words: CircularWordRow[] }]>(`select (${wordsOf('$1')}) as words`, [
        circular,
      ]);
      if (words.some(({ id }) => id === row.id)) return;
      refuse(words);
      await bulkInsert(manager, CircularWordEntity, [
        { ...row, circular, position: words.length + 1, at: new Date(row.at) },
      ]);
    });
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
