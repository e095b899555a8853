import type { MigrationInterface, QueryRunner } from 'typeorm';

/** History of columns, assessors' pins on them, and under which pins facts and scores stand. */
const up = [
  `create table column_round (
    site text not null,
    round text not null,
    position bigint generated always as identity not null,
    constraint column_round_pk primary key (site, round),
    constraint column_round_round_fk foreign key (round) references round (id) on delete restrict
  )`,
  `create table column_event (
    id text not null,
    site text not null,
    round text not null,
    column_id text not null,
    kind text not null,
    before jsonb,
    after jsonb not null,
    capture text not null,
    position bigint generated always as identity not null,
    constraint column_event_pk primary key (id),
    constraint column_event_round_fk foreign key (round) references round (id) on delete restrict
  )`,
  `create index column_event_site_position_idx on column_event (site, position)`,
  `create index column_event_capture_idx on column_event (capture)`,
  `create table column_pin (
    id text not null,
    site text not null,
    url text,
    name text,
    ruling text not null,
    key text,
    author text not null,
    reason text not null,
    until date,
    created_at timestamptz(3) not null,
    position bigint generated always as identity not null,
    constraint column_pin_pk primary key (id)
  )`,
  `create index column_pin_site_position_idx on column_pin (site, position)`,
  `create table column_pin_withdrawal (
    pin text not null,
    author text not null,
    reason text not null,
    created_at timestamptz(3) not null,
    constraint column_pin_withdrawal_pk primary key (pin),
    constraint column_pin_withdrawal_pin_fk foreign key (pin) references column_pin (id) on delete restrict
  )`,
  `alter table site_facts add column pins text not null default ''`,
  `alter table site_facts add column saved_at timestamptz not null default now()`,
  `alter table site_facts drop constraint site_facts_pk`,
  `alter table site_facts add constraint site_facts_pk primary key (round, site, pins)`,
  `alter table score add column pins jsonb not null default '[]'`,
];

const down = [
  `alter table score drop column pins`,
  `delete from site_facts where pins <> ''`,
  `alter table site_facts drop constraint site_facts_pk`,
  `alter table site_facts add constraint site_facts_pk primary key (round, site)`,
  `alter table site_facts drop column saved_at`,
  `alter table site_facts drop column pins`,
  `drop table column_pin_withdrawal`,
  `drop table column_pin`,
  `drop table column_event`,
  `drop table column_round`,
];

export class ColumnHistory1700000000001 implements MigrationInterface {
  readonly name = 'ColumnHistory1700000000001';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}
