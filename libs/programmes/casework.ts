/** How a programme has its findings disputed and mended; days are working days. */
export interface CaseworkRules {
  /** A department may answer a finding until so many days after the result was published. */
  appealWorkdays: number;
  /** It is decided on within so many days after it was sent. */
  decideWorkdays: number;
  /** A notice sets so many days where whoever sends it says nothing else. */
  rectifyWorkdays: number;
  /** A notice is escalated by one level on the first day of each of these many days overdue, ascending. */
  escalateAfter: number[];
  /** What ends within so many days is reminded of. */
  remindWorkdays: number;
}

export const usualCasework: CaseworkRules = {
  appealWorkdays: 10,
  decideWorkdays: 10,
  rectifyWorkdays: 10,
  escalateAfter: [1, 6, 11],
  remindWorkdays: 5,
};

/** What the programme says, and for the rest what is usual. */
export function caseworkRules({ casework }: { casework?: Partial<CaseworkRules> }): CaseworkRules {
  return { ...usualCasework, ...casework };
}
