import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Drafts of circulars with the versions of their text and what was done to them, and the number and date of those issued from one. */
export class CircularDrafts1700000000047 implements MigrationInterface {
  readonly name = 'CircularDrafts1700000000047';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table circular_draft (
      id text not null,
      programme text not null,
      period text not null,
      kind text not null,
      title text not null,
      sample boolean not null,
      assessment text not null,
      assessed_at timestamptz(3) not null,
      computed_sha256 text not null,
      account text not null,
      author text not null,
      created_at timestamptz(3) not null,
      constraint circular_draft_pk primary key (id)
    )`);
    await runner.query(`create index circular_draft_programme_period_idx on circular_draft (programme, period)`);
    await runner.query(`create table circular_version (
      draft text not null,
      revision integer not null,
      wording jsonb not null,
      account text not null,
      author text not null,
      saved_at timestamptz(3) not null,
      constraint circular_version_pk primary key (draft, revision),
      constraint circular_version_draft_fk foreign key (draft) references circular_draft (id) on delete cascade
    )`);
    await runner.query(`create table circular_step (
      id text not null,
      draft text not null,
      position integer not null,
      step text not null,
      revision integer not null,
      reason text not null,
      account text not null,
      author text not null,
      at timestamptz(3) not null,
      constraint circular_step_pk primary key (id),
      constraint circular_step_draft_fk foreign key (draft) references circular_draft (id) on delete cascade
    )`);
    await runner.query(`create unique index circular_step_draft_position_idx on circular_step (draft, position)`);
    await runner.query(`alter table circular add number text, add issued_on date, add draft text`);
    await runner.query(`create unique index circular_sample_number_idx on circular (sample, number)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table circular drop number, drop issued_on, drop draft`);
    await runner.query(`drop table circular_step`);
    await runner.query(`drop table circular_version`);
    await runner.query(`drop table circular_draft`);
  }
}
