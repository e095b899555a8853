import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Accounts, their sessions and failures, tokens, and the trail that nobody can change. */
const up = [
  `create table account (
    id text not null,
    name text not null,
    display_name text not null,
    role text not null,
    unit text,
    password_hash text not null,
    must_change_password boolean not null,
    second_factor text,
    pending_factor text,
    last_step bigint,
    disabled_at timestamptz(3),
    sample boolean not null,
    created_at timestamptz(3) not null,
    constraint account_name_key unique (name),
    constraint account_pk primary key (id),
    constraint account_unit_fk foreign key (unit) references organisation (id) on delete restrict
  )`,
  `create table session (
    hash text not null,
    account text not null,
    created_at timestamptz(3) not null,
    seen_at timestamptz(3) not null,
    constraint session_pk primary key (hash),
    constraint session_account_fk foreign key (account) references account (id) on delete cascade
  )`,
  `create index session_account_idx on session (account)`,
  `create table sign_in_attempt (
    key text not null,
    failures integer not null,
    since timestamptz(3) not null,
    locked_until timestamptz(3),
    constraint sign_in_attempt_pk primary key (key)
  )`,
  `create table api_token (
    id text not null,
    name text not null,
    hash text not null,
    role text not null,
    unit text,
    expires_on date not null,
    created_by text not null,
    created_at timestamptz(3) not null,
    used_at timestamptz(3),
    revoked_at timestamptz(3),
    sample boolean not null,
    constraint api_token_hash_key unique (hash),
    constraint api_token_pk primary key (id),
    constraint api_token_unit_fk foreign key (unit) references organisation (id) on delete restrict
  )`,
  `create table audit_entry (
    id bigint generated always as identity not null,
    at timestamptz(3) not null,
    account text,
    who text not null,
    role text,
    what text not null,
    sentence text not null,
    address text,
    agent text,
    before jsonb,
    after jsonb,
    constraint audit_entry_pk primary key (id)
  )`,
  `create index audit_entry_at_idx on audit_entry (at)`,
  `create or replace function audit_entry_stays() returns trigger language plpgsql as $$
   begin
     if tg_op = 'DELETE' then
       if old.at < now() - interval '180 days' then
         return old;
       end if;
     end if;
     raise exception '操作记录不可改动，180 天内的不可删除' using errcode = 'integrity_constraint_violation';
   end $$`,
  `create trigger audit_entry_stays before update or delete on audit_entry
     for each row execute function audit_entry_stays()`,
  `create trigger audit_entry_stays_whole before truncate on audit_entry
     for each statement execute function audit_entry_stays()`,
];

const down = [
  `drop table audit_entry`,
  `drop function audit_entry_stays`,
  `drop table api_token`,
  `drop table sign_in_attempt`,
  `drop table session`,
  `drop table account`,
];

export class Accounts1700000000030 implements MigrationInterface {
  readonly name = 'Accounts1700000000030';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}
