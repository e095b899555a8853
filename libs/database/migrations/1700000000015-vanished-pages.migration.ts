import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Articles that were there and are gone, with the captures that show both. */
const up = [
  `create table vanished_page (
    id text not null,
    site text not null,
    round text not null,
    url text not null,
    title text,
    column_name text,
    how text not null,
    outcome text,
    before_capture text not null,
    seen_at timestamptz(3) not null,
    after_capture text not null,
    found_at timestamptz(3) not null,
    constraint vanished_page_pk primary key (id),
    constraint vanished_page_round_fk foreign key (round) references round (id) on delete restrict
  )`,
  `create index vanished_page_site_found_at_idx on vanished_page (site, found_at)`,
];

export class VanishedPages1700000000015 implements MigrationInterface {
  readonly name = 'VanishedPages1700000000015';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table vanished_page`);
  }
}
