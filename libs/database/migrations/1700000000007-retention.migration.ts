import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Which rounds each assessment rests on, so that these are kept and replayed; and which sites of which rounds were
 * cleared. Days on which rounds or captures expire were never set by anything, and go.
 */
const up = [
  `create table assessment_evidence (
    assessment text not null,
    organisation text not null,
    site text not null,
    round text not null,
    constraint assessment_evidence_pk primary key (assessment, organisation),
    constraint assessment_evidence_assessment_fk foreign key (assessment) references assessment (id) on delete cascade
  )`,
  `create index assessment_evidence_round_site_idx on assessment_evidence (round, site)`,
  `alter table site_round add column cleared_at timestamptz`,
  `alter table round drop column keep_until`,
  `alter table capture drop column keep_until`,
];

const down = [
  `alter table capture add column keep_until date`,
  `alter table round add column keep_until date`,
  `alter table site_round drop column cleared_at`,
  `drop table assessment_evidence`,
];

export class Retention1700000000007 implements MigrationInterface {
  readonly name = 'Retention1700000000007';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}
