import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Columns of each ledger beside those that all have, and those it is sorted by. */
const ledgers: Record<string, { columns: string; sorted: string[] }> = {
  ledger_document: {
    columns: `title text not null, document_number text, issued_on date, published_on date, deadline date,
      workdays_taken integer, timeliness text not null, column_name text, kind text not null`,
    sorted: ['issued_on', 'published_on', 'deadline', 'workdays_taken', 'timeliness', 'kind'],
  },
  ledger_interpretation: {
    columns: `title text not null, published_on date, formats jsonb not null, policy_title text, links_to_policy boolean,
      linked_from_policy boolean, elements jsonb not null`,
    sorted: ['published_on'],
  },
  ledger_column: {
    columns: `key text not null, name text, status text not null, newest_on date, item_count integer not null`,
    sorted: ['key', 'status', 'newest_on', 'item_count'],
  },
  ledger_catalogue: {
    columns: `field text not null, item text not null, missing_elements jsonb not null`,
    sorted: [],
  },
  ledger_annual_report: {
    columns: `year integer not null, published_on date, deadline date, timeliness text not null, parts integer,
      missing_parts jsonb not null`,
    sorted: ['year', 'published_on', 'timeliness', 'parts'],
  },
  ledger_task: {
    columns: `stage text not null, task text not null, due_on date, state text not null, proved_by jsonb not null,
      proved_on date`,
    sorted: ['due_on', 'state'],
  },
  ledger_finding: {
    columns: `kind text not null, indicator text not null, clause text not null, message text not null,
      points numeric not null, state text not null`,
    sorted: ['kind', 'points', 'state'],
  },
};

/** Rows of the ledgers over all units of an assessment, and the views of them that people keep. */
export class LedgerRows1700000000048 implements MigrationInterface {
  readonly name = 'LedgerRows1700000000048';

  async up(runner: QueryRunner): Promise<void> {
    for (const [table, { columns, sorted }] of Object.entries(ledgers)) {
      await runner.query(`create table ${table} (
        assessment text not null,
        position integer not null,
        organisation text not null,
        unit text not null,
        ${columns},
        rest jsonb not null,
        constraint ${table}_pk primary key (assessment, position),
        constraint ${table}_assessment_fk foreign key (assessment) references assessment (id) on delete cascade
      )`);
      for (const column of ['organisation', ...sorted])
        await runner.query(
          `create index ${table}_assessment_${column}_position_idx on ${table} (assessment, ${column}, position)`,
        );
    }
    await runner.query(`create table ledger_made (
      assessment text not null,
      counts jsonb not null,
      constraint ledger_made_pk primary key (assessment),
      constraint ledger_made_assessment_fk foreign key (assessment) references assessment (id) on delete cascade
    )`);
    await runner.query(`create table ledger_view (
      id text not null,
      account text not null,
      ledger text not null,
      name text not null,
      view jsonb not null,
      saved_at timestamptz(3) not null,
      constraint ledger_view_pk primary key (id),
      constraint ledger_view_account_fk foreign key (account) references account (id) on delete cascade
    )`);
    await runner.query(
      `create unique index ledger_view_account_ledger_name_idx on ledger_view (account, ledger, name)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['ledger_view', 'ledger_made', ...Object.keys(ledgers)])
      await runner.query(`drop table ${table}`);
  }
}
