import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the evidence of later rounds, judged as a notice's own period was, says of its findings. Rows are only added. */
export class OwnPeriodLooks1700000000042 implements MigrationInterface {
  readonly name = 'OwnPeriodLooks1700000000042';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table rectification_look (
      notice text not null,
      finding text not null,
      round text not null,
      state text not null,
      seen_anew boolean not null,
      seen_at timestamptz(3) not null,
      constraint rectification_look_pk primary key (notice, finding, round),
      constraint rectification_look_notice_fk foreign key (notice) references rectification_notice (id) on delete cascade
    )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table rectification_look`);
  }
}
