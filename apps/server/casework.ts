import { NotFoundException } from '@nestjs/common';
import type { Programme } from '#programmes';
import type { ServerContext } from './server-context.js';

/** The id of the one unit that goes by this id, name or alias. @throws NotFoundException */
export async function unitOf(context: ServerContext, named: string): Promise<string> {
  const [unit, ...more] = await context.stores.organisations.listOrganisations({ only: [named] });
  if (unit === undefined || more.length > 0) throw new NotFoundException('没有这个单位');
  return unit.id;
}

/** @param version by which something was scored; the newest without it. @throws NotFoundException */
export async function programmeOf(context: ServerContext, id: string, version?: string): Promise<Programme> {
  const programme = await context.programme(id, version);
  if (programme === null) throw new NotFoundException('没有这个方案');
  return programme;
}

/**
 * A programme as what is published of the period was scored by it: windows and clauses stay those that people were told. The
 * newest version while nothing is published. @throws NotFoundException
 */
export async function scoredProgramme(
  context: ServerContext,
  { programme, period }: { programme: string; period: string },
): Promise<Programme> {
  const head = await context.stores.assessments.head({ programme, period, sample: context.sample });
  return programmeOf(context, programme, head?.programmeVersion);
}

/** Which cases are asked for: of a unit by its id, and of the sample only where that is shown. */
export async function caseScope(
  context: ServerContext,
  {
    programme,
    period,
    organisation,
  }: {
    programme?: string | undefined;
    period?: string | undefined;
    organisation?: string | undefined;
  },
): Promise<{ programme?: string; period?: string; organisation?: string; sample: boolean }> {
  return {
    ...(programme === undefined ? {} : { programme }),
    ...(period === undefined ? {} : { period }),
    ...(organisation === undefined ? {} : { organisation: await unitOf(context, organisation) }),
    sample: await context.showsSample(),
  };
}
