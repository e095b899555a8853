import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Ledgers of documents that are handed in on a page, can be taken back, and are matched with sites by people. */
const up = [
  `alter table imported_file add column organisations jsonb, add column sample boolean, add column account text,
     add column author text`,
  `create table import_withdrawal (
    import text not null,
    reason text not null,
    account text not null,
    author text not null,
    at timestamptz(3) not null,
    constraint import_withdrawal_pk primary key (import),
    constraint import_withdrawal_import_fk foreign key (import) references imported_file (id) on delete cascade
  )`,
  `create table ledger_word (
    id text not null,
    organisation text not null,
    document text not null,
    kind text not null,
    subject text not null,
    verdict text not null,
    reason text not null,
    said jsonb not null,
    account text not null,
    author text not null,
    at timestamptz(3) not null,
    constraint ledger_word_pk primary key (id),
    constraint ledger_word_organisation_fk foreign key (organisation) references organisation (id) on delete cascade
  )`,
  `create index ledger_word_organisation_idx on ledger_word (organisation)`,
];

export class Ledger1700000000038 implements MigrationInterface {
  readonly name = 'Ledger1700000000038';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table ledger_word`);
    await runner.query(`drop table import_withdrawal`);
    await runner.query(
      `alter table imported_file drop column organisations, drop column sample, drop column account, drop column author`,
    );
  }
}
