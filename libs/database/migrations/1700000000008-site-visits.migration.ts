import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Visits of our own monitor to home pages. */
const up = [
  `create table site_visit (
    url text not null,
    at timestamptz(3) not null,
    outcome text not null,
    ms integer not null,
    note text,
    certificate jsonb,
    constraint site_visit_pk primary key (url, at)
  )`,
  `create index site_visit_at_idx on site_visit (at)`,
];

export class SiteVisits1700000000008 implements MigrationInterface {
  readonly name = 'SiteVisits1700000000008';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table site_visit`);
  }
}
