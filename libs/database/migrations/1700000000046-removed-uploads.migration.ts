import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files that people took back before they were sent, and the name that was given this time to bytes that were there. */
export class RemovedUploads1700000000046 implements MigrationInterface {
  readonly name = 'RemovedUploads1700000000046';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table uploaded_file
      drop constraint uploaded_file_organisation_sha256_key,
      add constraint uploaded_file_organisation_sha256_name_key unique (organisation, sha256, name),
      add column removed_at timestamptz(3)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table uploaded_file
      drop column removed_at,
      drop constraint uploaded_file_organisation_sha256_name_key,
      add constraint uploaded_file_organisation_sha256_key unique (organisation, sha256)`);
  }
}
