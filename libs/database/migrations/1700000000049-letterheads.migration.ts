import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What offices print around their circulars, version by version; which one a draft took, and on which day a circular was printed. */
export class Letterheads1700000000049 implements MigrationInterface {
  readonly name = 'Letterheads1700000000049';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table letterhead_version (
      letterhead text not null,
      version integer not null,
      sample boolean not null,
      content jsonb not null,
      reason text not null,
      account text not null,
      author text not null,
      at timestamptz(3) not null,
      constraint letterhead_version_pk primary key (letterhead, version)
    )`);
    await runner.query(`alter table circular_draft add letterhead text, add letterhead_version integer`);
    await runner.query(`alter table circular add printed_on date`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table circular drop printed_on`);
    await runner.query(`alter table circular_draft drop letterhead, drop letterhead_version`);
    await runner.query(`drop table letterhead_version`);
  }
}
