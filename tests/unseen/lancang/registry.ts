import { reports } from './content/annual.js';
import { library } from './content/library.js';
import { news } from './content/news.js';
import { notices } from './content/notices.js';
import { earlierNotices } from './content/notices-earlier.js';
import { plans } from './content/plans.js';
import { policies } from './content/policies.js';
import { earlierPolicies } from './content/policies-earlier.js';
import { readings as laterReadings } from './content/readings.js';
import { earlierReadings } from './content/readings-earlier.js';
import { services } from './content/services.js';
import { columnOf, columns, type Column } from './columns.js';
import type { FileSpec, Paper, Piece } from './shape.js';

export const papers: Paper[] = [...policies, ...earlierPolicies, ...notices, ...earlierNotices, ...library, ...plans];
export const readings = [...laterReadings, ...earlierReadings];
export { reports };
export const ordinary: Piece[] = [...news, ...services];
export const pieces: Piece[] = [...papers, ...readings, ...reports, ...ordinary];

const byKey = new Map(pieces.map((piece) => [piece.key, piece]));
if (byKey.size !== pieces.length) throw new Error('a key is used twice');

export function pieceOf(key: string): Piece {
  const found = byKey.get(key);
  if (!found) throw new Error(`no piece ${key}`);
  return found;
}

const monthOf = (piece: Piece): string => piece.month ?? (piece.published ?? '').slice(0, 7).replace('-', '');
const dayOf = (piece: Piece): string =>
  piece.published?.slice(0, 10) ?? `${piece.month?.slice(0, 4)}-${piece.month?.slice(4)}-15`;

const ids = new Map(
  pieces.map((piece, at) => {
    const days = (Date.parse(dayOf(piece)) - Date.parse('2022-01-01')) / 86_400_000;
    return [piece.key, 172_000_000 + days * 1500 + at * 7] as const;
  }),
);

export const idOf = (piece: Piece): number => ids.get(piece.key) ?? 0;

/** Address of a piece in its own column or, for a shared page, in another. */
export const pathOf = (piece: Piece, code = piece.column): string =>
  `${columnOf(code).dir}/${monthOf(piece)}/${idOf(piece)}.shtml`;

export const pathsOf = (piece: Piece): string[] =>
  [piece.column, ...(piece.alsoIn ? [piece.alsoIn] : [])].map((code) => pathOf(piece, code));

/** What a column lists, newest first. */
const inColumn = new Map(
  columns.map((column) => [
    column.code,
    pieces
      .filter((piece) => piece.column === column.code || piece.alsoIn === column.code)
      .sort((a, b) => (sortKey(a) < sortKey(b) ? 1 : -1)),
  ]),
);

function sortKey(piece: Piece): string {
  return `${piece.published ?? dayOf(piece)} ${idOf(piece)}`;
}

export const listed = (column: Column): Piece[] => inColumn.get(column.code) ?? [];

export const byPath = new Map(
  pieces.flatMap((piece) =>
    pathsOf(piece).map((path) => [path, { piece, code: path.split('/')[2] ?? piece.column }] as const),
  ),
);

export const filesOf = (piece: Piece): FileSpec[] => (piece as Partial<Paper>).files ?? [];

/** Where the server keeps a file; `protect` folders are named by month. */
export function filePath(piece: Piece, file: FileSpec): string {
  const folder = `${columnOf(piece.column).dir}/${monthOf(piece)}`;
  switch (file.way) {
    case 'appendix':
      return `${folder}/${file.stored}`;
    case 'folder':
      return `${folder}/${idOf(piece)}/files/${file.stored}`;
    case 'downfile':
      return `/module/download/downfile.jsp?classid=0&filename=${file.stored}`;
    case 'protect':
    case 'viewer':
      return `/protect/P0${monthOf(piece)}/${file.stored}`;
  }
}

export const storedFiles = new Map(
  pieces.flatMap((piece) => filesOf(piece).map((file) => [filePath(piece, file), file] as const)),
);
