import type { LocalDate } from '#calendar';
import { textColumn, type AnnexRow } from './annex-table.js';
import { renderDocx } from './docx/render-docx.js';
import type { Block } from './model.js';

/** A letter of the office, set as circulars are (GB/T 9704-2012): what stands in it was put together by whoever calls. */
export interface Letter {
  title: string;
  issuer: string;
  /** With its colon. */
  recipients: string;
  /** Paragraphs; those with `heading` are headings of the first level. */
  parts: readonly { heading?: boolean; words: string }[];
  date: LocalDate;
  /** Said above everything when the data are invented. */
  sampleNotice: string | null;
  /** A table on a page of its own. */
  table?: { title: string; columns: readonly { key: string; title: string; width: number }[]; rows: AnnexRow[] };
}

/** As a Word file; the same letter gives the same bytes. */
export function renderLetter({ title, issuer, recipients, parts, date, sampleNotice, table }: Letter): Promise<Buffer> {
  const blocks = parts.map(
    ({ heading, words }): Block => ({ kind: heading ? 'heading' : 'paragraph', runs: [words] }) as Block,
  );
  return renderDocx(
    {
      ...{ template: 'letter-v1', kind: 'weekly', sampleNotice, issuer, number: null, title: [title] },
      ...{ recipients: [recipients], blocks, notes: [], date, publicNote: '', copyTo: null, chart: null },
      ...{ days: [], deadline: date, checked: null, givens: {} },
      annex: table
        ? [
            {
              ...{ id: 'findings', title: table.title, rows: table.rows, notes: [] },
              columns: table.columns.map((one) => textColumn(one.key, one.title, one.width)),
            },
          ]
        : [],
    },
    null,
  );
}
