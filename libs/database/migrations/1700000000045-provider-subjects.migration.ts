import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whom a provider of single sign-on knows as which account, and which sessions it vouched for: none of those there are. */
export class ProviderSubjects1700000000045 implements MigrationInterface {
  readonly name = 'ProviderSubjects1700000000045';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table account
      add column provider_issuer text,
      add column provider_subject text,
      add constraint account_provider_issuer_provider_subject_key unique (provider_issuer, provider_subject)`);
    await runner.query(`alter table session add column by_provider boolean not null default false`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table session drop column by_provider`);
    await runner.query(`alter table account drop column provider_issuer, drop column provider_subject`);
  }
}
