import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One book of given 发文字号 for circulars and notices to mend, in which none stands twice. */
export class DocumentNumbers1700000000054 implements MigrationInterface {
  readonly name = 'DocumentNumbers1700000000054';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table document_number (
      sample boolean not null,
      number text not null,
      bearer text not null,
      title text not null,
      given_at timestamptz(3) not null,
      constraint document_number_pk primary key (sample, number)
    )`);
    await runner.query(`insert into document_number (sample, number, bearer, title, given_at)
      select sample, number, id, title, created_at from circular where number is not null`);
    await runner.query(`insert into document_number (sample, number, bearer, title, given_at)
      select a.sample, n.number, n.id, '整改通知（' || coalesce(s.name, n.organisation) || '）', n.issued_at
      from rectification_notice n join assessment a on a.id = n.assessment
        left join score s on s.assessment = n.assessment and s.organisation = n.organisation
      where n.number is not null`);
    await runner.query(`drop index circular_sample_number_idx`);
    await runner.query(`drop index rectification_notice_number_idx`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`create index rectification_notice_number_idx on rectification_notice (number)`);
    await runner.query(`create unique index circular_sample_number_idx on circular (sample, number)`);
    await runner.query(`drop table document_number`);
  }
}
