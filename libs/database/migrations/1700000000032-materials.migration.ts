import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files from people, and what units hand in: drafts, versions sent, decisions on them. Only drafts are ever changed. */
const up = [
  `create table uploaded_file (
    id text not null,
    organisation text not null,
    sha256 text not null,
    name text not null,
    kind text not null,
    size integer not null,
    uploaded_by text not null,
    uploader text not null,
    uploaded_at timestamptz(3) not null,
    constraint uploaded_file_organisation_sha256_key unique (organisation, sha256),
    constraint uploaded_file_pk primary key (id),
    constraint uploaded_file_organisation_fk foreign key (organisation) references organisation (id) on delete restrict
  )`,
  `create table material_draft (
    organisation text not null,
    programme text not null,
    period text not null,
    requirement text not null,
    answers jsonb not null,
    revision integer not null,
    saved_by text not null,
    saver text not null,
    saved_at timestamptz(3) not null,
    constraint material_draft_pk primary key (organisation, programme, period, requirement),
    constraint material_draft_organisation_fk foreign key (organisation) references organisation (id) on delete restrict
  )`,
  `create table material_version (
    id text not null,
    position bigint generated always as identity not null,
    organisation text not null,
    programme text not null,
    period text not null,
    requirement text not null,
    version integer not null,
    answers jsonb not null,
    sent_by text not null,
    sender text not null,
    sent_at timestamptz(3) not null,
    constraint material_version_key unique (organisation, programme, period, requirement, version),
    constraint material_version_pk primary key (id),
    constraint material_version_organisation_fk foreign key (organisation) references organisation (id) on delete restrict
  )`,
  `create index material_version_programme_period_idx on material_version (programme, period)`,
  `create table material_decision (
    id text not null,
    position bigint generated always as identity not null,
    version text not null,
    verdict text not null,
    grade text,
    reason text not null,
    decided_by text not null,
    decider text not null,
    decided_at timestamptz(3) not null,
    constraint material_decision_pk primary key (id),
    constraint material_decision_version_fk foreign key (version) references material_version (id) on delete restrict
  )`,
  `create index material_decision_version_idx on material_decision (version)`,
  `create table material_withdrawal (
    decision text not null,
    reason text not null,
    withdrawn_by text not null,
    withdrawer text not null,
    withdrawn_at timestamptz(3) not null,
    constraint material_withdrawal_pk primary key (decision),
    constraint material_withdrawal_decision_fk foreign key (decision) references material_decision (id) on delete restrict
  )`,
];

const down = ['material_withdrawal', 'material_decision', 'material_version', 'material_draft', 'uploaded_file'];

export class Materials1700000000032 implements MigrationInterface {
  readonly name = 'Materials1700000000032';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of down) await runner.query(`drop table ${table}`);
  }
}
