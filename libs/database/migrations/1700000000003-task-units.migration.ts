import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How each task stands with each unit; assessments from before have none of it, and no counts. */
const up = [
  `alter table task_state add column counts jsonb`,
  `create table task_unit_state (
    assessment text not null,
    organisation text not null,
    task text not null,
    name text not null,
    state text not null,
    proved_by jsonb not null,
    proved_on date,
    reason text not null,
    evidence jsonb not null,
    constraint task_unit_state_pk primary key (assessment, organisation, task),
    constraint task_unit_state_assessment_fk foreign key (assessment) references assessment (id) on delete cascade
  )`,
];

export class TaskUnits1700000000003 implements MigrationInterface {
  readonly name = 'TaskUnits1700000000003';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table task_unit_state`);
    await runner.query(`alter table task_state drop column counts`);
  }
}
