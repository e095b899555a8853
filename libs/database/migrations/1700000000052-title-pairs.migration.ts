import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = ['ledger_document', 'ledger_interpretation'];

/**
 * Words in titles are found by the pairs of neighbouring characters that they are made of: most Chinese words have two, which
 * trigrams do not know, and in a database of locale C, as the embedded one is, `pg_trgm` takes no Chinese character for a letter.
 * Findings are counted by unit without reading them.
 */
export class TitlePairs1700000000052 implements MigrationInterface {
  readonly name = 'TitlePairs1700000000052';

  async up(runner: QueryRunner): Promise<void> {
    // Dear, so that a title which is not among those of the index is held against the word itself first.
    await runner.query(`create or replace function title_pairs(title text) returns text[]
      language plpgsql immutable strict parallel safe cost 1000 as $$
      declare
        signs text[] := string_to_array(title, null);
        pairs text[] := '{}';
      begin
        for n in 1 .. cardinality(signs) - 1 loop
          pairs[n] := signs[n] || signs[n + 1];
        end loop;
        return pairs;
      end $$`);
    for (const table of tables) {
      await runner.query(`create index ${table}_title_pairs_idx on ${table} using gin (title_pairs(title))`);
      // Without knowing which pairs stand in most titles, the planner would gather all of those for one page.
      await runner.query(`analyze ${table}`);
    }
    await runner.query(
      `create index finding_assessment_organisation_kind_state_idx on finding (assessment, organisation, kind, state)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index finding_assessment_organisation_kind_state_idx`);
    for (const table of tables) await runner.query(`drop index ${table}_title_pairs_idx`);
    await runner.query(`drop function title_pairs`);
  }
}
