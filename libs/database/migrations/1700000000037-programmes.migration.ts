import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Programmes of an office's own: every version of their text is kept, and none is ever changed. */
const up = [
  `create table own_programme (
    id text not null,
    sample boolean not null,
    origin text,
    created_by text not null,
    created_at timestamptz(3) not null,
    constraint own_programme_pk primary key (id)
  )`,
  `create table own_programme_version (
    programme text not null,
    number integer not null,
    title text not null,
    text text not null,
    digest text not null,
    reason text not null,
    author text not null,
    account text,
    deed text not null,
    created_at timestamptz(3) not null,
    constraint own_programme_version_pk primary key (programme, number),
    constraint own_programme_version_deed unique (deed),
    constraint own_programme_version_programme_fk foreign key (programme) references own_programme (id) on delete cascade
  )`,
  `create table own_programme_standing (
    id text not null,
    programme text not null,
    retired boolean not null,
    reason text not null,
    author text not null,
    created_at timestamptz(3) not null,
    constraint own_programme_standing_pk primary key (id),
    constraint own_programme_standing_programme_fk foreign key (programme) references own_programme (id) on delete cascade
  )`,
  `create index own_programme_standing_of on own_programme_standing (programme, created_at)`,
];

export class Programmes1700000000037 implements MigrationInterface {
  readonly name = 'Programmes1700000000037';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['own_programme_standing', 'own_programme_version', 'own_programme'])
      await runner.query(`drop table ${table}`);
  }
}
