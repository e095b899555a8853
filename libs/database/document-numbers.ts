import type { EntityManager } from 'typeorm';

/** 发文字号 of circulars and of notices to mend, which share the numbers of their office; `title` is what bears it. */
export const documentNumbers = `(
  select number, title, sample, created_at as at, id from circular where number is not null
  union all
  select n.number, '整改通知（' || coalesce(s.name, n.organisation) || '）', a.sample, n.issued_at, n.id
  from rectification_notice n join assessment a on a.id = n.assessment
    left join score s on s.assessment = n.assessment and s.organisation = n.organisation
  where n.number is not null)`;

/** What bears a number already, or null; nobody else gives a number until the transaction ends. */
export async function bearerOf(manager: EntityManager, number: string, sample: boolean): Promise<string | null> {
  await manager.query(`select pg_advisory_xact_lock(hashtext('circular number'))`);
  const [taken] = await manager.query<{ title: string }[]>(
    `select title from ${documentNumbers} d where number = $1 and sample = $2`,
    [number, sample],
  );
  return taken?.title ?? null;
}
