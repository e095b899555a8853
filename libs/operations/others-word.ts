import type { OrganisationRow, Stores } from '#database';
import { isSetBesidePeers, type Peer, type Records } from '#indicators';
import { sha256Hex } from '#kernel';
import { rubricItems, type Programme } from '#programmes';
import type { House } from './house.js';
import { importedFiles } from './imports.js';
import { evidenceOf, type SiteEvidence } from './site-evidence.js';

/** Evidence of the units with what is told of them by others than their own sites. */
export interface OthersWord {
  evidence: Map<string, SiteEvidence>;
  records?: Records;
  peers?: readonly Peer[];
}

/**
 * Lays imported logs and lists over the evidence and gathers the units to compare with, each only where the programme's
 * rubric asks for it: what no item asks for is not read, and is no part of the evidence digest.
 */
export async function withOthersWord(
  books: Stores & Pick<House, 'blobs'>,
  request: {
    programme: Programme;
    units: OrganisationRow[];
    evidence: Map<string, SiteEvidence>;
    records?: Records;
    importedUntil?: string | null;
  },
): Promise<OthersWord> {
  const { programme, units, evidence, importedUntil = null } = request;
  const asked = new Set(rubricItems(programme.rubric).map(({ indicator }) => indicator));
  const asksImports = asked.has('site-reachable') || asked.has('service-names-same');
  const imported = asksImports ? await importedFiles(books, units, importedUntil) : null;
  const records = recordsWith(request.records, asked.has('service-names-same') ? imported?.services : null);
  const laidOver = new Map(
    [...evidence].map(([unit, seen]) => {
      const probes = asked.has('site-reachable') ? imported?.probes.get(unit) : undefined;
      const rest = [probes?.capture, records?.services?.evidence.capture].filter((id) => id !== undefined);
      const facts = probes ? { ...seen.facts, probes } : seen.facts;
      const digest = rest.length > 0 ? sha256Hex([seen.digest, ...rest].join('\n')) : seen.digest;
      return [unit, { ...seen, facts, digest }] as const;
    }),
  );
  return {
    evidence: laidOver,
    ...(records ? { records } : {}),
    ...([...asked].some(isSetBesidePeers) ? { peers: await peersOf(books, units, evidence) } : {}),
  };
}

function recordsWith(given: Records | undefined, services: Records['services'] | null): Records | undefined {
  if (!services || given?.services) return given;
  return { decisions: [], counts: [], ...given, services };
}

/** All units beside which one is set: those that are known, though only some of them are to be assessed. */
async function peersOf(
  books: Stores & Pick<House, 'blobs'>,
  units: OrganisationRow[],
  evidence: ReadonlyMap<string, SiteEvidence>,
): Promise<Peer[]> {
  const sample = units.every((unit) => unit.sample);
  const all = await books.organisations.listOrganisations({ sample });
  const others = all.filter(({ id }) => !units.some((unit) => unit.id === id));
  const seen = others.length > 0 ? await evidenceOf(books, others, false) : new Map<string, SiteEvidence>();
  return [...units, ...others].flatMap(({ extra: _extra, sample: _sample, ...organisation }) => {
    const facts = (evidence.get(organisation.id) ?? seen.get(organisation.id))?.facts;
    return facts ? [{ organisation, facts }] : [];
  });
}
