import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How hosts are doing, for all workers and over restarts; what persons set for them and allowed; kept with author. */
const up = [
  `create table host (
    name text not null,
    leases jsonb not null default '{}',
    next_at timestamptz not null default '-infinity',
    slowed_ms integer not null default 0,
    good integer not null default 0,
    failures integer not null default 0,
    rests integer not null default 0,
    trouble text,
    trouble_since timestamptz,
    paused_until timestamptz,
    given_up_until timestamptz,
    given_up_times integer not null default 0,
    interval_ms integer,
    per_host integer,
    hours jsonb,
    asked_at timestamptz,
    constraint host_pk primary key (name)
  )`,
  `create table host_rule (
    id text not null,
    host text not null,
    interval_ms integer,
    per_host integer,
    hours jsonb,
    resumed boolean not null,
    author text not null,
    reason text not null,
    created_at timestamptz(3) not null,
    position bigint generated always as identity not null,
    constraint host_rule_pk primary key (id)
  )`,
  `create index host_rule_host_position_idx on host_rule (host, position)`,
  `create table host_permission (
    id text not null,
    host text not null,
    path text not null,
    author text not null,
    reason text not null,
    until date not null,
    created_at timestamptz(3) not null,
    position bigint generated always as identity not null,
    constraint host_permission_pk primary key (id)
  )`,
  `create index host_permission_host_position_idx on host_permission (host, position)`,
  `create table host_permission_withdrawal (
    permission text not null,
    author text not null,
    reason text not null,
    created_at timestamptz(3) not null,
    constraint host_permission_withdrawal_pk primary key (permission),
    constraint host_permission_withdrawal_permission_fk foreign key (permission) references host_permission (id) on delete restrict
  )`,
];

const down = [
  `drop table host_permission_withdrawal`,
  `drop table host_permission`,
  `drop table host_rule`,
  `drop table host`,
];

export class Hosts1700000000004 implements MigrationInterface {
  readonly name = 'Hosts1700000000004';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}
