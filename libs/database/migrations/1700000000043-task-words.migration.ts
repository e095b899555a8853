import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people say of units' tasks. Rows are only added. */
export class TaskWords1700000000043 implements MigrationInterface {
  readonly name = 'TaskWords1700000000043';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table task_word (
      id text not null,
      position bigint generated always as identity not null,
      programme text not null,
      task text not null,
      organisation text not null,
      verdict text not null,
      done_on date,
      reason text not null,
      links jsonb not null,
      files jsonb not null,
      measured jsonb not null,
      account text not null,
      author text not null,
      at timestamptz(3) not null,
      constraint task_word_pk primary key (id),
      constraint task_word_organisation_fk foreign key (organisation) references organisation (id) on delete restrict
    )`);
    await runner.query(`create index task_word_programme_task_idx on task_word (programme, task)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table task_word`);
  }
}
