import type { PageReading } from './model.js';

const longestText = 500;

/** What `mingjing read` prints of one page: exactly the shape of its interface; null for what was not found. */
export function printReading(page: { url: string }, reading: PageReading): Record<string, unknown> {
  const { kind, list, detail } = reading;
  if (kind === 'list')
    return {
      url: page.url,
      kind,
      title: reading.columnName ?? reading.title,
      siteName: reading.siteName,
      column: list?.column ?? reading.columnName,
      items: (list?.items ?? []).map(({ title, url, publishedOn }) => ({ title, url, publishedOn })),
      next: list?.next?.url ?? null,
      totalItems: list?.totalItems ?? null,
    };
  return {
    url: page.url,
    kind,
    title: detail?.title ?? reading.title,
    documentNumber: detail?.documentNumber ?? null,
    issuedOn: detail?.issuedOn?.on ?? null,
    issuedOnSource: detail?.issuedOn?.source ?? null,
    publishedOn: detail?.publishedOn?.on ?? null,
    publishedOnSource: detail?.publishedOn?.source ?? null,
    issuer: detail?.issuer ?? null,
    indexNumber: detail?.indexNumber ?? null,
    columnName: reading.columnName,
    siteName: reading.siteName,
    validity: detail?.validity ?? null,
    attachments: (detail?.attachments ?? []).map((file) => ({ name: file.title, url: file.url })),
    formats: detail?.formats ?? [],
    interprets: (detail?.interprets ?? []).map(({ title, url }) => ({ title, url })),
    interpretedBy: (detail?.interpretedBy ?? []).map(({ title, url }) => ({ title, url })),
    text: detail && detail.text !== '' ? detail.text.slice(0, longestText) : null,
  };
}
