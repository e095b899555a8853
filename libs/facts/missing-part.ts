import type { DetailReading } from './model.js';

const mayBeThere = ['documentNumber', 'issuedOn', 'issuer'] as const;

/**
 * An article of which a part was not read: what the rest of it does not say, show or link to may well be there.
 * @param why for a reader, in Chinese
 */
export function withoutPart({ unsaid: _, ...own }: DetailReading, why: string): DetailReading {
  const provenance = { ...own.provenance };
  for (const field of mayBeThere)
    if (own[field] === null) provenance[field] ??= { source: 'none', certainty: 'doubtful', why };
  return {
    ...own,
    provenance,
    formats: own.formats.every((format) => format === 'text') ? [] : own.formats,
    relatedUnread: true,
    annualReport: own.annualReport && { ...own.annualReport, incomplete: true },
  };
}
