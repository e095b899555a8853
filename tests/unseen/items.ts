import type { SiteTruth, TrueDocument, TrueInterpretation } from './model.js';

/** Items of which a site is drawn and its truth is told: each with what its own site needs beside these. */
export interface AsDocument {
  kind: 'document';
  number: string | null;
  index?: string | null;
  issued: string | null;
  timeliness?: TrueDocument['timeliness'];
}

export interface AsReading<Id = number> {
  kind: 'reading';
  formats: TrueInterpretation['formats'];
  policy: Id | null;
  policyTitle: string | null;
  to: boolean;
  from: boolean;
}

export interface AsReport {
  kind: 'report';
  year: number;
  parts: number[];
}

export interface AsOther {
  kind: 'other';
}

type ToldItem = { id: number | string; title: string; trap?: string } & (
  AsDocument | (Omit<AsReading<number | string>, 'to'> & { to: boolean | string }) | AsReport | AsOther
);

/** How a site draws its items. */
interface Drawn<Item> {
  /** Paths of an item, the one that its list shows first. */
  paths(item: Item): string[];
  /** Day of publication, `YYYY-MM-DD`. */
  day(item: Item): string;
  /** Name and path of each attachment. */
  files(item: Item): (readonly [name: string, path: string])[];
}

/** What the items of a site tell of its truth; `others` are the addresses of the items that are none of the rest. */
export function truthOfItems<Item extends ToldItem>(
  items: readonly Item[],
  origin: string,
  { paths, day, files }: Drawn<Item>,
): Pick<SiteTruth, 'documents' | 'interpretations' | 'annualReports' | 'others'> {
  const urls = (item: Item): string[] => paths(item).map((path) => `${origin}${path}`);
  const truth: ReturnType<typeof truthOfItems> = { documents: [], interpretations: [], annualReports: [], others: [] };
  for (const item of items) {
    const told: ToldItem = item;
    const common = { urls: urls(item), publishedOn: day(item) };
    const named = { ...common, title: item.title, ...(item.trap ? { trap: item.trap } : {}) };
    if (told.kind === 'document')
      truth.documents.push({
        ...named,
        documentNumber: told.number,
        indexNumber: told.index ?? null,
        issuedOn: told.issued,
        attachments: files(item).map(([name, path]) => ({ name, url: `${origin}${path}` })),
        timeliness: told.timeliness ?? (told.issued === null ? 'notMeasured' : 'onTime'),
      });
    else if (told.kind === 'reading') {
      const policy = items.find(({ id }) => id === told.policy);
      truth.interpretations.push({
        ...named,
        formats: told.formats,
        policyTitle: told.policyTitle,
        policyUrls: policy ? urls(policy) : [],
        linksToPolicy: told.to !== false,
        linkedFromPolicy: told.from,
      });
    } else if (told.kind === 'report') truth.annualReports.push({ ...common, year: told.year, parts: told.parts });
    else truth.others.push(...common.urls);
  }
  return truth;
}
