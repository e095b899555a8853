import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 公开页: whether it is on, which results stand on it, and what the public says with what was done about it. */
const up = [
  `create table public_page_word (
    id text not null,
    position bigint generated always as identity not null,
    sample boolean not null,
    is_open boolean not null,
    office text not null,
    licence text not null,
    reason text not null,
    account text not null,
    author text not null,
    at timestamptz(3) not null,
    constraint public_page_word_pk primary key (id)
  )`,
  `create table public_release (
    id text not null,
    position bigint generated always as identity not null,
    programme text not null,
    period text not null,
    sample boolean not null,
    assessment text not null,
    is_released boolean not null,
    reason text not null,
    account text not null,
    author text not null,
    at timestamptz(3) not null,
    constraint public_release_pk primary key (id),
    constraint public_release_assessment_fk foreign key (assessment) references assessment (id) on delete restrict
  )`,
  `create index public_release_programme_period_sample_idx on public_release (programme, period, sample)`,
  `create table public_remark (
    id text not null,
    sample boolean not null,
    organisation text not null,
    kind text not null,
    words text not null,
    contact text,
    at timestamptz(3) not null,
    constraint public_remark_pk primary key (id),
    constraint public_remark_organisation_fk foreign key (organisation) references organisation (id) on delete restrict
  )`,
  `create index public_remark_organisation_idx on public_remark (organisation)`,
  `create table public_remark_step (
    id text not null,
    remark text not null,
    position integer not null,
    step text not null,
    words text not null,
    account text not null,
    author text not null,
    at timestamptz(3) not null,
    constraint public_remark_step_pk primary key (id),
    constraint public_remark_step_remark_fk foreign key (remark) references public_remark (id) on delete cascade
  )`,
  `create unique index public_remark_step_remark_position_idx on public_remark_step (remark, position)`,
];

export class PublicPage1700000000050 implements MigrationInterface {
  readonly name = 'PublicPage1700000000050';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['public_remark_step', 'public_remark', 'public_release', 'public_page_word'])
      await runner.query(`drop table ${table}`);
  }
}
