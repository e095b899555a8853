import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Looks at where links lead, and schedules of such. */
const up = [
  `create table link_look (
    id text not null,
    site text not null,
    url text not null,
    at timestamptz(3) not null,
    outcome text not null,
    status integer,
    became text,
    cut_off boolean not null,
    words jsonb not null,
    title text,
    note text,
    link_text text not null,
    place text not null,
    page text not null,
    page_capture text not null,
    round text not null,
    final_url text not null,
    redirects jsonb not null,
    headers jsonb not null,
    sha256 text,
    size bigint not null,
    constraint link_look_pk primary key (id)
  )`,
  `create index link_look_site_url_at_idx on link_look (site, url, at)`,
  `create table link_standing (
    site text not null,
    at timestamptz(3) not null,
    links jsonb not null,
    alive jsonb not null,
    faulty jsonb not null,
    constraint link_standing_pk primary key (site)
  )`,
  `alter table schedule add column task text not null default 'crawl'`,
];

export class LinkLooks1700000000021 implements MigrationInterface {
  readonly name = 'LinkLooks1700000000021';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table schedule drop column task`);
    await runner.query(`drop table link_standing`);
    await runner.query(`drop table link_look`);
  }
}
