import type { LocalDate } from '#calendar';
import type { CircularModel } from './model.js';

/** What stands around the text of a circular; where nothing was frozen with it, the issuer stands for all. */
export interface Frame {
  heading: string;
  signature: string;
  /** 抄送 as it is printed, closed by a full stop; null without any. */
  copies: string | null;
  printedBy: string;
  printedOn: LocalDate;
  /** Lines below the date. */
  notes: string[];
}

export function frameOf({ issuer, date, publicNote, copyTo, letterhead, printedOn }: CircularModel): Frame {
  const { heading, signature, printedBy, contact } = letterhead ?? {};
  return {
    ...{ heading: heading ?? issuer, signature: signature ?? issuer, printedBy: printedBy ?? issuer },
    copies: copyTo === null ? null : `抄送：${copyTo.replace(/[。.；;]$/, '')}。`,
    printedOn: printedOn ?? date,
    notes: contact ? [publicNote, `（联系方式：${contact}）`].filter((note) => note !== '') : [publicNote],
  };
}
