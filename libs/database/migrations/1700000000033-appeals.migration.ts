import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What departments answer to findings and what was decided; notices to mend, with what became of them. Rows are only added. */
const up = [
  `create table appeal (
    id text not null,
    assessment text not null,
    organisation text not null,
    kind text not null,
    reason text not null,
    links jsonb not null,
    files jsonb not null,
    from_day date,
    until_day date,
    last_day date,
    decide_by date,
    account text not null,
    sender text not null,
    unit text,
    sent_at timestamptz(3) not null,
    constraint appeal_pk primary key (id),
    constraint appeal_assessment_fk foreign key (assessment) references assessment (id) on delete restrict
  )`,
  `create index appeal_organisation_idx on appeal (organisation)`,
  `create table appeal_finding (
    appeal text not null,
    finding text not null,
    constraint appeal_finding_pk primary key (appeal, finding),
    constraint appeal_finding_appeal_fk foreign key (appeal) references appeal (id) on delete cascade
  )`,
  `create index appeal_finding_finding_idx on appeal_finding (finding)`,
  `create table appeal_step (
    appeal text not null,
    position integer not null,
    deed text not null,
    reason text not null,
    findings jsonb not null,
    until_day date,
    account text not null,
    author text not null,
    unit text,
    at timestamptz(3) not null,
    constraint appeal_step_pk primary key (appeal, position),
    constraint appeal_step_appeal_fk foreign key (appeal) references appeal (id) on delete cascade
  )`,
  `create table rectification_notice (
    id text not null,
    assessment text not null,
    organisation text not null,
    demand text not null,
    due_on date not null,
    account text not null,
    issuer text not null,
    issued_at timestamptz(3) not null,
    constraint rectification_notice_pk primary key (id),
    constraint rectification_notice_assessment_fk foreign key (assessment) references assessment (id) on delete restrict
  )`,
  `create index rectification_notice_organisation_idx on rectification_notice (organisation)`,
  `create table rectification_finding (
    notice text not null,
    finding text not null,
    constraint rectification_finding_pk primary key (notice, finding),
    constraint rectification_finding_notice_fk foreign key (notice) references rectification_notice (id) on delete cascade
  )`,
  `create index rectification_finding_finding_idx on rectification_finding (finding)`,
  `create table rectification_step (
    id text not null,
    notice text not null,
    kind text not null,
    finding text,
    words text not null,
    account text not null,
    author text not null,
    at timestamptz(3) not null,
    constraint rectification_step_pk primary key (id),
    constraint rectification_step_notice_fk foreign key (notice) references rectification_notice (id) on delete cascade
  )`,
  `create index rectification_step_notice_idx on rectification_step (notice)`,
];

const down = [
  `drop table rectification_step`,
  `drop table rectification_finding`,
  `drop table rectification_notice`,
  `drop table appeal_step`,
  `drop table appeal_finding`,
  `drop table appeal`,
];

export class Appeals1700000000033 implements MigrationInterface {
  readonly name = 'Appeals1700000000033';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}
