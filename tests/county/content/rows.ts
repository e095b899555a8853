import type {
  Attachment,
  ColumnState,
  ElementName,
  Fate,
  FormatName,
  IssuedShape,
  LinkShape,
  LocalDate,
  StandardKey,
  Unit,
} from '../model.js';
import type { Standing } from './standing.js';

export interface PolicyRow {
  id: string;
  title: string;
  number: string | null;
  issued: LocalDate | null;
  published: LocalDate | null;
  shape?: IssuedShape;
  regenerated?: LocalDate;
  files?: Attachment[];
  fate?: Fate;
  paragraphs?: string[];
}

export interface InterpretationRow {
  /** Id of a policy row, or the full title of a policy that is not on this site. */
  of: string;
  title?: string;
  formats: FormatName[];
  published: LocalDate;
  links: LinkShape;
  elements: ElementName[];
}

export interface NoticeRow {
  title: string;
  published: LocalDate | null;
  /** Date of the signature; without it the notice bears none. */
  signed?: LocalDate;
  shape?: IssuedShape;
  files?: Attachment[];
  paragraphs?: string[];
  fate?: Fate;
}

export interface NewsRun {
  newest: LocalDate;
  /** Days between two items. */
  every: number;
  titles: string[];
}

export interface UnitContent {
  unit: Unit;
  states?: Partial<Record<StandardKey, ColumnState>>;
  /** Names of columns that differ from the standard ones. */
  names?: Partial<Record<StandardKey, string>>;
  policies: PolicyRow[];
  interpretations: InterpretationRow[];
  notices: NoticeRow[];
  news: NewsRun;
  /** A column that went quiet and says why: published in the column itself. */
  statement?: { column: string; title: string; published: LocalDate; paragraphs: string[] };
  standing: Standing;
}

/** One policy as a row of data: id, written on, published on, number, title. */
export function policy(
  id: string,
  issued: LocalDate | null,
  published: LocalDate | null,
  number: string | null,
  title: string,
  more: Partial<PolicyRow> = {},
): PolicyRow {
  return { id, issued, published, number, title, ...more };
}

/** One interpretation as a row of data. */
export function reading(
  of: string,
  published: LocalDate,
  formats: FormatName | FormatName[],
  links: LinkShape,
  elements: ElementName[] = [],
  more: Partial<InterpretationRow> = {},
): InterpretationRow {
  return { of, published, formats: Array.isArray(formats) ? formats : [formats], links, elements, ...more };
}

/** One notice as a row of data. */
export function notice(published: LocalDate | null, title: string, more: Partial<NoticeRow> = {}): NoticeRow {
  return { published, title, ...more };
}
