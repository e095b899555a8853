import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Articles that came into a list between two rounds, with the captures that show both. */
const up = [
  `create table first_sighting (
    id text not null,
    site text not null,
    round text not null,
    url text not null,
    title text not null,
    shown_on date not null,
    seen_capture text not null,
    seen_at timestamptz(3) not null,
    absent_capture text not null,
    absent_at timestamptz(3) not null,
    recorded_at timestamptz(3) not null,
    constraint first_sighting_pk primary key (id),
    constraint first_sighting_round_fk foreign key (round) references round (id) on delete restrict
  )`,
  `create index first_sighting_site_absent_at_idx on first_sighting (site, absent_at)`,
];

export class FirstSightings1700000000023 implements MigrationInterface {
  readonly name = 'FirstSightings1700000000023';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table first_sighting`);
  }
}
