import type { LocalDate } from '#calendar';
import { textColumn, type AnnexRow } from './annex-table.js';
import { renderDocx } from './docx/render-docx.js';
import type { Letterhead } from './letterhead.js';
import type { Block, CircularModel } from './model.js';
import { renderCircularHtml } from './render-html.js';

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
  /** Of the office; with it the letter bears its red head and imprint. */
  letterhead?: Letterhead | null;
  /** 发文字号; with a letterhead and no number the red rule stands alone. */
  number?: string | null;
  /** A table on a page of its own. */
  table?: { title: string; columns: readonly { key: string; title: string; width: number }[]; rows: AnnexRow[] };
}

/** As a Word file; the same letter gives the same bytes. */
export function renderLetter(letter: Letter): Promise<Buffer> {
  return renderDocx(letterModel(letter), null);
}

/** As a web page for printing, that loads nothing. */
export function renderLetterHtml(letter: Letter): string {
  return renderCircularHtml(letterModel(letter));
}

function letterModel({
  title,
  recipients,
  parts,
  date,
  sampleNotice,
  letterhead,
  table,
  ...letter
}: Letter): CircularModel {
  const blocks = parts.map(
    ({ heading, words }): Block => ({ kind: heading ? 'heading' : 'paragraph', runs: [words] }) as Block,
  );
  return {
    ...{ template: 'letter-v1', kind: 'weekly', sampleNotice, issuer: letterhead?.issuer ?? letter.issuer },
    ...{
      number: letter.number ?? (letterhead ? '' : null),
      title: [title],
      recipients: [recipients],
      blocks,
      notes: [],
      date,
    },
    ...{ publicNote: '', copyTo: letterhead?.copyTo || null, chart: null },
    ...{ days: [], deadline: date, checked: null, givens: {} },
    ...(letterhead ? { letterhead } : {}),
    annex: table
      ? [
          {
            ...{ id: 'findings', title: table.title, rows: table.rows, notes: [] },
            columns: table.columns.map((one) => textColumn(one.key, one.title, one.width)),
          },
        ]
      : [],
  };
}
