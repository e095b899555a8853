import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Circulars are revoked or corrected by a later one; drafts take in figures that were computed anew. */
export class CircularWords1700000000051 implements MigrationInterface {
  readonly name = 'CircularWords1700000000051';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table circular_word (
      id text not null,
      circular text not null,
      position integer not null,
      word text not null,
      reason text not null,
      account text not null,
      author text not null,
      at timestamptz(3) not null,
      constraint circular_word_pk primary key (id),
      constraint circular_word_circular_fk foreign key (circular) references circular (id) on delete cascade
    )`);
    await runner.query(`create unique index circular_word_circular_position_idx on circular_word (circular, position)`);
    await runner.query(`alter table circular_draft add corrects text`);
    await runner.query(`create index circular_draft_corrects_idx on circular_draft (corrects)`);
    await runner.query(
      `alter table circular_version add computed_sha256 text, add assessment text, add assessed_at timestamptz(3)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table circular_version drop computed_sha256, drop assessment, drop assessed_at`);
    await runner.query(`drop index circular_draft_corrects_idx`);
    await runner.query(`alter table circular_draft drop corrects`);
    await runner.query(`drop table circular_word`);
  }
}
