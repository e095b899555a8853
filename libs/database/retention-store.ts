import type { DataSource } from 'typeorm';

/** Throwing away what nobody needs: scores, findings, facts and read models stay; pages behind findings stay too. */
export class RetentionStore {
  constructor(private readonly dataSource: DataSource) {}

  /** The last day on which a round's captures are kept; null keeps them. */
  async keepRound(round: string, until: string | null): Promise<void> {
    await this.dataSource.query(`update round set keep_until = $2::date where id = $1`, [round, until]);
  }

  /**
   * Removes captures and frontiers of rounds whose last day is over, except captures that findings or the history of columns point to.
   * @returns how many captures went, and the hashes of blobs that nothing refers to any more.
   */
  async dropExpired(today: string): Promise<{ captures: number; blobs: string[] }> {
    return this.dataSource.transaction(async (manager) => {
      await manager.query(
        `delete from frontier using round r where r.id = frontier.round and r.keep_until < $1::date`,
        [today],
      );
      const gone = await manager.query<[{ sha256: string | null }[], number]>(
        `delete from capture c using round r
         where r.id = c.round and coalesce(c.keep_until, r.keep_until) < $1::date
           and not exists (select from finding f where f.evidence->>'capture' = c.id)
           and not exists (select from column_event e where e.capture = c.id)
         returning c.sha256`,
        [today],
      );
      const hashes = [...new Set(gone[0].flatMap(({ sha256 }) => sha256 ?? []))];
      const left = await manager.query<{ sha256: string }[]>(
        `select h as sha256 from unnest($1::text[]) h where not exists (select from capture where sha256 = h)`,
        [hashes],
      );
      return { captures: gone[1], blobs: left.map(({ sha256 }) => sha256) };
    });
  }
}
