import { createWorkdays, localDateOf, type LocalDate } from '#calendar';
import {
  compareLedger,
  type LedgerStanding,
  nonpublicByYear,
  type NonpublicYear,
  type SeenSite,
  siteGap,
  type UnlistedPage,
} from '#casework';
import type { AssessmentHead, LedgerWordRow, OrganisationRow, Stores } from '#database';
import type { BlobStore } from '#evidence';
import type { SiteFacts } from '#facts';
import type { Programme } from '#programmes';
import { ledgerFiles, listedDocuments, type ListedDocument } from '../ledger-files.js';
import { timeLimitOf } from '../ledgers.js';
import { publishedFacts } from '../published-facts.js';
import { pageWords } from './ledger-words.js';

export type LedgerBooks = Pick<Stores, 'assessments' | 'facts' | 'imports' | 'ledgers' | 'organisations' | 'rounds'> & {
  blobs: BlobStore;
};

/** The ledger of one unit beside its site. */
export interface UnitLedger {
  unit: OrganisationRow;
  listed: readonly ListedDocument[];
  standings: LedgerStanding[];
  unlisted: UnlistedPage[];
  years: NonpublicYear[];
  /** The day on which its site was last seen; null where it was not. */
  seenOn: LocalDate | null;
  /** Why nothing can be called missing; null where the site was read whole. */
  gap: string | null;
  words: LedgerWordRow[];
}

export interface LedgerScope {
  programme: Programme;
  /** The published result by whose evidence it goes; null where there is none yet. */
  head: AssessmentHead | null;
  sample: boolean;
  /** Ids of the units to look at; null for all. */
  units: readonly string[] | null;
}

const workdays = createWorkdays();

/** Holds the ledgers of units against their sites, unit by unit. */
export async function* compareLedgers(books: LedgerBooks, scope: LedgerScope): AsyncGenerator<UnitLedger> {
  const { programme, head, sample } = scope;
  const all = await books.organisations.listOrganisations({ sample });
  const units = scope.units === null ? all : all.filter(({ id }) => scope.units!.includes(id));
  const files = await ledgerFiles(books);
  const listed = await listedDocuments(books, files, units);
  const words = await books.ledgers.words(units.map(({ id }) => id));
  const byName = new Map(all.map((unit) => [unit.name, unit]));
  const factsOf = await publishedFacts(books, head, all);
  const aboves = new Map<string, SiteFacts | null>();
  const aboveOf = async (unit: OrganisationRow): Promise<SiteFacts | null | undefined> => {
    const parent = unit.parent === null ? undefined : byName.get(unit.parent);
    if (!parent?.site || parent.site === unit.site) return undefined;
    if (!aboves.has(parent.id)) aboves.set(parent.id, await factsOf(parent));
    return aboves.get(parent.id) ?? null;
  };
  const { params } = timeLimitOf(programme);
  const cameAt = new Map(files.map(({ id, importedAt }) => [id, importedAt]));
  for (const unit of units) {
    const own = listed.get(unit.id) ?? [];
    const ofUnit = words.filter(({ organisation }) => organisation === unit.id);
    const facts = await factsOf(unit);
    const seen = facts && seenSite(facts);
    const above = own.length > 0 ? await aboveOf(unit) : undefined;
    const ledger = own.map(({ document }) => document);
    const days = ledger.map(({ evidence }) => cameAt.get(evidence.capture) ?? '').sort();
    const { standings, unlisted } = compareLedger(
      {
        ...{ organisation: unit, ledger, own: seen, above: above ? seenSite(above) : null, params },
        ...{ aboveUnread: above === null, words: pageWords(ofUnit) },
        listedOn: days.at(-1) ? localDateOf(days.at(-1)!) : '',
      },
      workdays,
    );
    yield {
      ...{ unit, listed: own, standings, unlisted, years: nonpublicByYear(ledger), words: ofUnit },
      ...{ seenOn: seen?.seenOn ?? null, gap: seen ? siteGap(seen.facts) : '没有读到本单位网站' },
    };
  }
}

/** Null where it is not known on which day the site was seen: then nothing can be said of what it lacks. */
function seenSite(facts: SiteFacts): SeenSite | null {
  const seenOn = facts.home?.seenOn;
  return seenOn === undefined ? null : { facts, seenOn };
}
