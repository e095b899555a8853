import { existsSync, readFileSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';

/** Fields of a detail page whose truth is written down. */
export const labelledFields = ['title', 'documentNumber', 'issuedOn', 'publishedOn', 'indexNumber'] as const;
export type LabelledField = (typeof labelledFields)[number];

/** The truth of one page; only fields that stand in the page are given, null means that the page has none. */
export interface Label extends Partial<Record<LabelledField, string | null>> {
  file: string;
  url: string;
  part?: 'page' | 'article' | 'body';
  kind?: 'list';
  items?: { title: string; url: string; publishedOn: string | null }[];
}

/** Where the labelled pages lie: `MINGJING_SHARED`, else the neighbour folder of the project. */
export function pagesFolder(): string {
  return join(resolve(process.env.MINGJING_SHARED ?? '../shared'), 'pages');
}

/** The labels of the pages folder, or null when there are none. */
export function readLabels(folder: string): Label[] | null {
  const file = join(folder, 'labels.ndjson');
  if (!existsSync(file)) return null;
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Label);
}

/** Bytes of a labelled page; a name that leads out of the folder is refused. */
export function pageBytes(folder: string, file: string): Uint8Array {
  const path = resolve(folder, file);
  if (!path.startsWith(resolve(folder) + sep)) throw new Error(`${file} 不在页面目录内`);
  return readFileSync(path);
}
