import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Counts of the rows of ledgers by what these are narrowed by. */
export class LedgerCounts1700000000055 implements MigrationInterface {
  readonly name = 'LedgerCounts1700000000055';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table ledger_count (
      assessment text not null,
      ledger text not null,
      counted_by text not null,
      place integer not null,
      organisation text,
      value text,
      choices jsonb not null,
      rows integer not null,
      constraint ledger_count_pk primary key (assessment, ledger, counted_by, place),
      constraint ledger_count_assessment_fk foreign key (assessment) references assessment (id) on delete cascade
    )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table ledger_count`);
  }
}
