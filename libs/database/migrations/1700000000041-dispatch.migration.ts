import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the office writes to the sheet of a week. Rows are only added. */
export class Dispatch1700000000041 implements MigrationInterface {
  readonly name = 'Dispatch1700000000041';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table dispatch_remark (
      id text not null,
      programme text not null,
      week text not null,
      sample boolean not null,
      words text not null,
      account text not null,
      author text not null,
      at timestamptz(3) not null,
      constraint dispatch_remark_pk primary key (id)
    )`);
    await runner.query(`create index dispatch_remark_programme_week_idx on dispatch_remark (programme, week)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table dispatch_remark`);
  }
}
