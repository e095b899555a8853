import { extractFromHtml } from '@extractus/article-extractor';
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { decodeBody, families } from '#crawlers';
import { findDate, type PageText, readPage } from '#facts';
import type { Label, LabelledField } from './labels.js';

/** What a reader made of one page; a field that it does not know is left out. */
export interface Answer extends Partial<Record<LabelledField, string | null>> {
  items?: { title: string; url: string; publishedOn: string | null }[];
}

export interface Reader {
  name: string;
  /** Fields it gives at all. */
  fields: readonly (LabelledField | 'items')[];
  /** Pages it is made for: the others read whole pages only. */
  accepts(label: Label): boolean;
  read(bytes: Uint8Array, label: Label): Promise<Answer>;
}

const visit: PageText['visit'] = {
  as: 'probe',
  columnKey: null,
  columnName: null,
  from: null,
  linkText: null,
  listPage: 1,
  depth: 0,
};

const contentTypes: Record<string, string> = { json: 'application/json', xml: 'text/xml' };

/** The page reader of this project, told nothing but the bytes and the address. */
export const ours: Reader = {
  name: 'mingjing',
  fields: ['title', 'documentNumber', 'issuedOn', 'publishedOn', 'indexNumber', 'items'],
  accepts: () => true,
  async read(bytes, label) {
    const { text } = decodeBody(bytes, null);
    const contentType = contentTypes[label.file.split('.').at(-1) ?? ''] ?? 'text/html';
    const { detail, list } = readPage({ url: label.url, text, contentType, visit }, families);
    return {
      title: detail?.title ?? null,
      documentNumber: detail?.documentNumber ?? null,
      issuedOn: detail?.issuedOn?.on ?? null,
      publishedOn: detail?.publishedOn?.on ?? null,
      indexNumber: detail?.indexNumber ?? null,
      items: list?.items ?? [],
    };
  },
};

/** Readers of articles get the text decoded for them: what is compared is reading, not guessing of encodings. */
const readability: Reader = {
  name: '@mozilla/readability',
  fields: ['title', 'publishedOn'],
  accepts: (label) => label.kind !== 'list' && label.part !== 'body',
  async read(bytes) {
    const { document } = parseHTML(wholePage(decodeBody(bytes, null).text));
    const article = new Readability(document as unknown as Document).parse();
    return { title: article?.title ?? null, publishedOn: dayOf(article?.publishedTime) };
  },
};

const articleExtractor: Reader = {
  name: '@extractus/article-extractor',
  fields: ['title', 'publishedOn'],
  accepts: (label) => label.kind !== 'list' && label.part !== 'body',
  async read(bytes, label) {
    const address = label.url === '' ? 'http://example.gov.cn/page.html' : label.url;
    const article = await extractFromHtml(wholePage(decodeBody(bytes, null).text), address).catch(() => null);
    return { title: article?.title ?? null, publishedOn: dayOf(article?.published) };
  },
};

export const readers: readonly Reader[] = [ours, readability, articleExtractor];

/** linkedom builds no html and body around a fragment. */
function wholePage(text: string): string {
  return /<body\b/i.test(text) ? text : `<!DOCTYPE html><html><head></head><body>${text}</body></html>`;
}

function dayOf(time: string | null | undefined): string | null {
  return time ? findDate(time) : null;
}
