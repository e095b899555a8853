import { addDays, type LocalDate } from '#calendar';
import type { Annex, AnnexId, AnnexRow } from './annex-table.js';
import { quarterShares } from './annex-quarters.js';
import { buildAnnex } from './build-annex.js';
import { type Condition, evaluate, type FigureStyle, type Formula, rowsOf } from './formula.js';
import type { CircularSnapshot } from './snapshot.js';
import { ruleInWords } from './special.js';
import {
  type AnnexMark,
  annexMark,
  dateToken,
  type DateToken,
  figure,
  type Figure,
  type Given,
  type NoteMark,
  type Quote,
  type Run,
} from './tokens.js';

/** What a template writes with: every number it asks for is computed from the annexes, every quotation comes out of them. */
export class Draft {
  readonly annex: Annex;
  readonly notes: Run[][] = [];
  readonly givens: Record<string, string>;
  /** 发文机关. */
  readonly issuer: string;
  /** Day by which problems are to be mended. */
  readonly deadline: LocalDate;

  constructor(readonly snapshot: CircularSnapshot) {
    this.annex = buildAnnex(snapshot);
    this.deadline = addDays(snapshot.date, snapshot.programme.circular.rectifyWithinDays);
    const { circular } = snapshot.programme;
    const { issuer, recipients } = snapshot.letterhead ?? circular;
    this.issuer = issuer;
    const shares = quarterShares(snapshot);
    this.givens = {
      area: snapshot.area,
      period: snapshot.period.title,
      previousPeriod: snapshot.previousPeriod?.title ?? '',
      issuer,
      recipients: recipients.replace(/[：:]\s*$/, ''),
      basis: circular.basis,
      reportTo: circular.reportTo,
      number: snapshot.number ?? '',
      ...(shares ? { quarterShare: shares.quarters, yearShare: shares.year } : {}),
      ...(snapshot.corrects === undefined ? {} : { corrects: snapshot.corrects }),
      ...(snapshot.special ? { rule: ruleInWords(snapshot.special.rule, snapshot) } : {}),
    };
  }

  get days(): LocalDate[] {
    return [this.snapshot.date, this.snapshot.asOf, this.deadline];
  }

  count(table: AnnexId, where: Condition[] = []): Figure {
    return this.figure({ op: 'count', table, where });
  }

  distinct(table: AnnexId, column: string, where: Condition[] = []): Figure {
    return this.figure({ op: 'distinct', table, column, where });
  }

  sum(table: AnnexId, column: string, where: Condition[] = []): Figure {
    return this.figure({ op: 'sum', table, column, where });
  }

  figure(formula: Formula, style?: FigureStyle): Figure {
    return figure(this.annex, formula, style);
  }

  /** Value of a formula as a plain number, for decisions about wording; 0 when there is none. */
  value(formula: Formula): number {
    return evaluate(formula, this.annex)?.toNumber() ?? 0;
  }

  rows(table: AnnexId, where: Condition[] = []): AnnexRow[] {
    return rowsOf(this.annex, table, where);
  }

  quote(table: AnnexId, column: string, row: AnnexRow): Quote {
    return { kind: 'quote', text: String(row[column] ?? ''), table, column };
  }

  given(name: string): Given {
    return { kind: 'given', text: this.givens[name] ?? '', name };
  }

  day(day: LocalDate, style?: DateToken['style']): DateToken {
    return dateToken(day, style);
  }

  /** Adds a note at the foot of the page and gives its mark. */
  note(runs: Run[]): NoteMark {
    this.notes.push(runs);
    return { kind: 'note', text: '', note: this.notes.length };
  }

  /** `附件2`. */
  mark(table: AnnexId): AnnexMark {
    return annexMark(this.annex, table);
  }
}
