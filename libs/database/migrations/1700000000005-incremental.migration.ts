import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rounds upon earlier rounds: captures that refer to earlier ones, and readings kept for pages that did not change. */
const up = [
  `alter table capture add column same_as text, add column revisit text, add column reading text`,
  `create index capture_reading_idx on capture (reading)`,
  `create table reading (id text not null, reading bytea not null, constraint reading_pk primary key (id))`,
  `alter table round add column whole boolean not null default false`,
  `alter table site_round add column base text, add column full_since timestamptz, add column asked integer,
    add column unchanged integer`,
];

const down = [
  `alter table site_round drop column base, drop column full_since, drop column asked, drop column unchanged`,
  `alter table round drop column whole`,
  `drop table reading`,
  `alter table capture drop column same_as, drop column revisit, drop column reading`,
];

export class Incremental1700000000005 implements MigrationInterface {
  readonly name = 'Incremental1700000000005';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}
