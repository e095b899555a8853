import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files that were imported whole, to be read again at every assessment. */
const up = [
  `create table imported_file (
    id text not null,
    kind text not null,
    name text not null,
    sha256 text not null,
    imported_at timestamptz(3) not null,
    constraint imported_file_pk primary key (id)
  )`,
  `create index imported_file_kind_imported_at_idx on imported_file (kind, imported_at)`,
];

export class ImportedFiles1700000000002 implements MigrationInterface {
  readonly name = 'ImportedFiles1700000000002';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table imported_file`);
  }
}
