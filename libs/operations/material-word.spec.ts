import { describe, expect, it } from 'vitest';
import { parsePeriod } from '#calendar';
import type { MaterialVerdict, MaterialWord } from '#casework';
import type { MaterialVersionRow, OrganisationRow } from '#database';
import { findIndicator } from '#indicators';
import { materialWord } from './material-word.js';
import { findProgramme } from './plans.js';

const period = parsePeriod('2026Q2');
const units = [{ id: 'u1' }] as OrganisationRow[];

function word(by: string, verdict: MaterialVerdict, grade: string | null = null): MaterialWord {
  const at = '2026-06-20T02:00:00.000Z';
  return { id: `d-${by}`, verdict, grade, reason: `${by}看过`, by, signs: by, at, isWithdrawn: false };
}

const version = (
  number: number,
  words: MaterialWord[],
  more: Partial<MaterialVersionRow> = {},
): MaterialVersionRow => ({
  ...{ id: `v${number}`, organisation: 'u1', programme: 'luozhuang-2020', period: '2026Q2', requirement: 'LZ-04' },
  ...{ version: number, answers: {}, sentBy: 'u', sender: '某甲', sentAt: '2026-06-19T02:00:00.000Z', words, ...more },
});

async function said(...rows: MaterialVersionRow[]) {
  return saidAfter(null, ...rows);
}

/** Where a file was imported that speaks of the same. */
async function saidAfter(imported: string | null, ...rows: MaterialVersionRow[]) {
  const programme = await findProgramme('luozhuang-2020');
  const materials = { versions: () => Promise.resolve(rows) };
  return materialWord(
    { materials } as unknown as Parameters<typeof materialWord>[0],
    { programme, period, units },
    null,
    () => imported,
  );
}

describe('what was decided on material', () => {
  it('is a ruling and a decision that name the reviewer, the reason and the version', async () => {
    const { rulings, decisions, files } = await said(version(1, [word('某乙', 'fails')]));
    expect(rulings).toMatchObject([
      { about: 'LZ-04', result: 'fails', by: '某乙', on: '2026-06-20', basis: '某乙看过', evidence: { capture: 'v1' } },
    ]);
    expect(decisions).toMatchObject([{ requirement: 'LZ-04', share: '0', reviewer: '某乙', decidedOn: '2026-06-20' }]);
    expect([...files]).toEqual([['u1', ['d-某乙']]]);
  });

  it('of two of one mind names both; of two who differ rules nothing and leaves it to the rubric', async () => {
    const both = await said(version(1, [word('某乙', 'meets'), word('某丙', 'meets')]));
    expect(both.rulings).toMatchObject([{ result: 'meets', by: '某乙、某丙' }]);
    expect(both.decisions).toMatchObject([{ share: '1', second: { share: '1', reviewer: '某丙' } }]);
    const differ = await said(version(1, [word('某乙', 'meets'), word('某丙', 'fails')]));
    expect(differ.rulings).toEqual([]);
    expect(differ.decisions).toMatchObject([{ share: '1', second: { share: '0' } }]);
    const graded = await said(version(1, [word('某乙', 'graded', '优'), word('某丙', 'graded', '良')]));
    expect(graded.rulings).toEqual([]);
    expect(graded.decisions).toMatchObject([{ grade: '优', second: { grade: '良' } }]);
  });

  it('is of the newest version that was decided on, and nothing where it was sent back', async () => {
    const later = await said(version(1, [word('某乙', 'fails')]), version(2, []));
    expect(later.rulings).toMatchObject([{ result: 'fails', source: '报送的佐证材料第1版' }]);
    expect((await said(version(1, [word('某乙', 'returned')]))).decisions).toEqual([]);
    expect((await said(version(1, []))).decisions).toEqual([]);
  });

  it('gives way to a file that was imported later, and to none that was imported before', async () => {
    const met = version(1, [word('某乙', 'meets')]);
    expect((await saidAfter('2026-06-20T03:00:00.000Z', met)).rulings).toEqual([]);
    expect((await saidAfter('2026-06-20T01:00:00.000Z', met)).rulings).toHaveLength(1);
  });

  it('of another period counts for tasks alone', async () => {
    const other = await said(version(1, [word('某乙', 'meets')], { period: '2026Q1' }));
    expect(other.rulings).toEqual([]);
    expect(other.decisions).toHaveLength(1);
    expect(other.files.size).toBe(0);
  });

  it('that nothing need be handed in is told to the rubric as not applicable', async () => {
    const { decisions, rulings } = await said(version(1, [word('某乙', 'notApplicable')]));
    expect(rulings).toMatchObject([{ result: 'notApplicable' }]);
    expect(decisions).toMatchObject([{ notApplicable: true }]);
    const evidence = findIndicator('evidence')!;
    const params = { form: '材料', reviewers: 1, differ: 'review' };
    const verdict = evidence.evaluate(
      {} as never,
      {
        ...{ params, organisation: { id: 'u1' }, requirement: 'LZ-04', period },
        records: { decisions, counts: [] },
      } as never,
    );
    expect(verdict).toMatchObject({ outcome: 'notApplicable' });
  });
});
