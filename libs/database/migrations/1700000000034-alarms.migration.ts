import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who looked into an alarm, and what came of it. Rows are only added. */
export class Alarms1700000000034 implements MigrationInterface {
  readonly name = 'Alarms1700000000034';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table alarm_look (
      alarm text not null,
      assessment text not null,
      message text not null,
      reason text not null,
      account text,
      author text not null,
      at timestamptz(3) not null,
      constraint alarm_look_pk primary key (alarm),
      constraint alarm_look_assessment_fk foreign key (assessment) references assessment (id) on delete cascade
    )`);
    await runner.query(`create index alarm_look_assessment_idx on alarm_look (assessment)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table alarm_look`);
  }
}
