import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rounds that workers share, how far each of their sites is, and schedules with the runs that they led to. */
const up = [
  `alter table round add column shared boolean not null default false, add column follow_up jsonb`,
  `alter table site_round add column pending integer not null default 0,
    add column begun_at timestamptz, add column progressed_at timestamptz, add column worker text`,
  `create table schedule (
    id text not null,
    name text not null,
    cron text not null,
    programme text,
    units jsonb,
    full_round boolean not null,
    period text,
    circular text,
    since timestamptz not null default now(),
    paused_at timestamptz,
    constraint schedule_name_key unique (name),
    constraint schedule_pk primary key (id)
  )`,
  `create table schedule_run (
    schedule text not null,
    due_at timestamptz not null,
    begun_at timestamptz not null default now(),
    round text,
    note text,
    constraint schedule_run_pk primary key (schedule, due_at),
    constraint schedule_run_round_fk foreign key (round) references round (id) on delete set null,
    constraint schedule_run_schedule_fk foreign key (schedule) references schedule (id) on delete cascade
  )`,
];

const down = [
  `drop table schedule_run`,
  `drop table schedule`,
  `alter table site_round drop column pending, drop column begun_at, drop column progressed_at, drop column worker`,
  `alter table round drop column shared, drop column follow_up`,
];

export class Schedules1700000000006 implements MigrationInterface {
  readonly name = 'Schedules1700000000006';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}
