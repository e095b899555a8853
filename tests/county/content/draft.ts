import type { Entry } from '../model.js';

const blank = {
  documentNumber: null,
  issuedOn: null,
  issuedShape: null,
  regeneratedOn: null,
  attachments: [],
  interpretation: null,
  interpretedBy: [],
  report: null,
  catalogueField: null,
  fate: null,
  paragraphs: null,
} satisfies Partial<Entry>;

export type Draft = Omit<Entry, 'number' | 'time'>;

/** What a draft leaves out is empty. */
export function draft(
  fields: Partial<Draft> & Pick<Draft, 'id' | 'genre' | 'column' | 'title' | 'publishedOn'>,
): Draft {
  return { ...blank, ...fields };
}
