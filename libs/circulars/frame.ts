import type { LocalDate } from '#calendar';
import type { CircularModel } from './model.js';

/** What stands around the text of a circular; where nothing was frozen with it, the issuer stands for all. */
export interface Frame {
  heading: string;
  signature: string;
  printedBy: string;
  printedOn: LocalDate;
  /** Lines below the date. */
  notes: string[];
}

export function frameOf({ issuer, date, publicNote, letterhead, printedOn }: CircularModel): Frame {
  const { heading, signature, printedBy, contact } = letterhead ?? {};
  return {
    ...{ heading: heading ?? issuer, signature: signature ?? issuer, printedBy: printedBy ?? issuer },
    printedOn: printedOn ?? date,
    notes: contact ? [publicNote, `（联系方式：${contact}）`].filter((note) => note !== '') : [publicNote],
  };
}
