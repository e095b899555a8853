import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How pages looked that only a browser could show. */
export class Screenshots1700000000009 implements MigrationInterface {
  readonly name = 'Screenshots1700000000009';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table capture add column screenshot text`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table capture drop column screenshot`);
  }
}
