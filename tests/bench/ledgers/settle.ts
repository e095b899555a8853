import { parsePeriod } from '#calendar';
import type { LedgerWriter } from '#database';
import { findProgramme, ledgerUnit, writeLedgers, type House } from '#operations';
import type { Scorecard } from '#scoring';
import { organisation, scorecard } from '../../integration/support/invented.js';
import { benchFacts } from '../scoring/facts.js';

export const ledgerScope = { programme: 'national', period: '2025' };
const asOf = '2025-12-31';
const unitsAtOnce = 50;

/** A published result of so many units with 500 documents each, real units, so that whoever reads must sign in. Seconds that it took. */
export async function settleUnits(house: House, count: number): Promise<{ ledgers: number; all: number }> {
  const units = await house.organisations.importOrganisations(
    Array.from({ length: count }, (_, n) => organisation(`云岭县第${n}局`, { sample: false, site: siteOf(n) })),
  );
  const startedAt = `${asOf}T01:00:00.000Z`;
  const { id: round } = await house.rounds.openRound({ source: 'live', sample: false, startedAt });
  await house.rounds.finishRound(round, startedAt);
  const programme = await findProgramme('national');
  const about = { programme, period: parsePeriod(ledgerScope.period), asOf, tasks: new Map<string, never>() };
  const opening = { ...ledgerScope, programmeVersion: programme.version, asOf, round, assessedAt: startedAt };
  const begun = performance.now();
  let ledgers = 0;
  const timed = async (writer: LedgerWriter, work: (writer: LedgerWriter) => Promise<void>) => {
    const started = performance.now();
    await work(writer);
    ledgers += (performance.now() - started) / 1000;
  };
  await house.assessments.write(opening, { publish: true }, async (draft) => {
    for (let from = 0; from < units.length; from += unitsAtOnce) {
      const batch = units.slice(from, from + unitsAtOnce);
      const cards = batch.map((unit, n): Scorecard => cardOf(scorecard(unit, ledgerScope.period, asOf, []), from + n));
      await draft.add(cards.map((card) => ({ card, pins: [] })));
      const read = batch.map((unit, n) => ledgerUnit(unit, benchFacts(from + n), [], []));
      await timed(draft.ledgers!, (writer) => writeLedgers(writer, 'others', about, read));
    }
    await timed(draft.ledgers!, (writer) => writer.close());
  });
  return { ledgers, all: (performance.now() - begun) / 1000 };
}

const siteOf = (n: number) => `https://unit${n}.yunling.example/`;
const cardOf = (card: Scorecard, n: number): Scorecard => ({ ...card, rank: n + 1 });
