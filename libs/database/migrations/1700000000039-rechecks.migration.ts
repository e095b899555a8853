import type { MigrationInterface, QueryRunner } from 'typeorm';

/** In which round the pages of a notice were asked for again. */
export class Rechecks1700000000039 implements MigrationInterface {
  readonly name = 'Rechecks1700000000039';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table rectification_step add column round text`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table rectification_step drop column round`);
  }
}
