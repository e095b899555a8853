import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The programme that an office has chosen, and what its sites' home pages showed when somebody looked. */
const up = [
  `create table chosen_programme (
    sample boolean not null,
    programme text not null,
    chosen_by text not null,
    chosen_at timestamptz(3) not null,
    constraint chosen_programme_pk primary key (sample)
  )`,
  `create table site_look (
    site text not null,
    outcome text not null,
    note text,
    site_name text,
    pages jsonb not null,
    columns jsonb not null,
    needs_browser boolean not null,
    looked_by text not null,
    looked_at timestamptz(3) not null,
    constraint site_look_pk primary key (site)
  )`,
];

export class Setup1700000000036 implements MigrationInterface {
  readonly name = 'Setup1700000000036';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table site_look`);
    await runner.query(`drop table chosen_programme`);
  }
}
