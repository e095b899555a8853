import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where mail reaches a person, what was sent to whom, and since when a password counts: of those there are, since now. */
const up = [
  `alter table account
    add column mail text,
    add column mail_confirmed_at timestamptz(3),
    add column mail_code text,
    add column mail_code_at timestamptz(3),
    add column mail_wanted boolean not null default true,
    add column password_set_at timestamptz(3) not null default now()`,
  `create table mail_sending (
    account text not null,
    matter text not null,
    state text not null,
    attempts integer not null,
    note text,
    at timestamptz(3) not null,
    constraint mail_sending_pk primary key (account, matter),
    constraint mail_sending_account_fk foreign key (account) references account (id) on delete cascade
  )`,
];

const down = [
  `drop table mail_sending`,
  `alter table account drop column mail, drop column mail_confirmed_at, drop column mail_code, drop column mail_code_at,
    drop column mail_wanted, drop column password_set_at`,
];

export class Mails1700000000040 implements MigrationInterface {
  readonly name = 'Mails1700000000040';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}
