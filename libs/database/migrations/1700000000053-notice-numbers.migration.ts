import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Notices to mend may bear a 发文字号. */
export class NoticeNumbers1700000000053 implements MigrationInterface {
  readonly name = 'NoticeNumbers1700000000053';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table rectification_notice add number text`);
    await runner.query(`create index rectification_notice_number_idx on rectification_notice (number)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index rectification_notice_number_idx`);
    await runner.query(`alter table rectification_notice drop number`);
  }
}
