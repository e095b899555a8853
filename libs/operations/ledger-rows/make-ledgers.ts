import { parsePeriod } from '#calendar';
import type { AssessmentHead, FindingRow, LedgerKind, LedgerWriter, OrganisationRow, Stores } from '#database';
import type { SiteFacts } from '#facts';
import type { Programme } from '#programmes';
import type { TaskUnitState } from '#scoring';
import { inBatches } from '../in-batches.js';
import { publishedFacts } from '../published-facts.js';
import { unitsAtOnce } from '../site-evidence.js';
import type { LedgerAbout, LedgerUnit } from './define-ledger.js';
import { ledgerDefinitions } from './definitions.js';

/** Writes some ledgers of some units; every unit once a ledger, in the order in which they shall stand. */
export async function writeLedgers(
  writer: LedgerWriter,
  kinds: 'tasks' | 'others' | 'all',
  about: LedgerAbout,
  units: readonly LedgerUnit[],
): Promise<void> {
  const isMeant = (kind: LedgerKind) => kinds === 'all' || (kind === 'tasks') === (kinds === 'tasks');
  for (const { kind, rows } of ledgerDefinitions.filter((one) => isMeant(one.kind)))
    await writer.add(
      kind,
      units.map((unit) => ({
        organisation: unit.organisation.id,
        name: unit.organisation.name,
        rows: rows(unit, about),
      })),
    );
}

/** Ledgers of a result from before they were kept, from what is stored of it: the same rows, however often it is asked for. */
export async function makeLedgers(stores: Stores, head: AssessmentHead, programme: Programme): Promise<void> {
  if (await stores.ledgerRows.made(head.id)) return;
  const units = await stores.organisations.listOrganisations({ sample: head.sample });
  const tasks = new Map((await stores.tasks.tasksOf(head.id)).map((task) => [task.task, task]));
  const about = { programme, period: parsePeriod(head.period), asOf: head.asOf, tasks };
  const scored = new Set((await stores.assessments.scoredUnits(head.id)).map(({ organisation }) => organisation));
  const factsOf = await publishedFacts(stores, head, units);
  await stores.ledgerRows.make(head.id, async (writer) => {
    for (const batch of inBatches(unitsAtOnce, units)) {
      const ids = batch.map(({ id }) => id);
      const findings = await stores.assessments.findingsOfUnits(head.id, ids);
      const states = await stores.tasks.unitStates(head.id, ids);
      const known: LedgerUnit[] = [];
      for (const unit of batch)
        known.push(ledgerUnit(unit, scored.has(unit.id) ? await factsOf(unit) : null, findings, states));
      await writeLedgers(writer, 'all', about, known);
    }
  });
}

/** @param findings of this unit and others, as are the states of tasks. */
export function ledgerUnit(
  { extra: _extra, sample: _sample, ...organisation }: OrganisationRow,
  facts: SiteFacts | null,
  findings: readonly FindingRow[],
  states: readonly TaskUnitState[],
): LedgerUnit {
  const isOwn = (one: { organisation: string }) => one.organisation === organisation.id;
  return { organisation, facts, findings: findings.filter(isOwn), tasks: states.filter(isOwn) };
}
