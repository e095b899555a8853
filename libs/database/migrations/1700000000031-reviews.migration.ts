import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people decided on findings, what was drawn for a second look, and what findings say in short. */
const up = [
  `create table finding_decision (
    id text not null,
    programme text not null,
    period text not null,
    sample boolean not null,
    organisation text not null,
    finding text not null,
    indicator text not null,
    verdict text not null,
    merged_into text,
    reason text not null,
    author text not null,
    account text,
    source text not null,
    said text not null,
    snapshot jsonb not null,
    deed text not null,
    created_at timestamptz(3) not null,
    position bigint generated always as identity not null,
    constraint finding_decision_deed_finding_key unique (deed, finding),
    constraint finding_decision_pk primary key (id)
  )`,
  `create index finding_decision_programme_period_sample_idx on finding_decision (programme, period, sample)`,
  `create index finding_decision_finding_idx on finding_decision (finding)`,
  `create table finding_decision_withdrawal (
    decision text not null,
    author text not null,
    account text,
    reason text not null,
    created_at timestamptz(3) not null,
    constraint finding_decision_withdrawal_pk primary key (decision),
    constraint finding_decision_withdrawal_decision_fk foreign key (decision) references finding_decision (id) on delete restrict
  )`,
  `create table review_sample (
    id text not null,
    programme text not null,
    period text not null,
    sample boolean not null,
    seed text not null,
    asked text not null,
    of_count integer not null,
    drawn jsonb not null,
    author text not null,
    created_at timestamptz(3) not null,
    constraint review_sample_pk primary key (id)
  )`,
  `create index review_sample_programme_period_sample_idx on review_sample (programme, period, sample)`,
  `alter table finding add column decided jsonb, add column stake numeric, add column said text`,
];

const down = [
  `alter table finding drop column decided, drop column stake, drop column said`,
  `drop table review_sample`,
  `drop table finding_decision_withdrawal`,
  `drop table finding_decision`,
];

export class Reviews1700000000031 implements MigrationInterface {
  readonly name = 'Reviews1700000000031';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}
