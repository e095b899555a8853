import { createHash } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { MissingResource } from '#kernel';
import { readAnnexWorkbook, writeAnnexWorkbook } from './annex-workbook.js';
import { composeCircular } from './compose-circular.js';
import { renderDocx } from './docx/render-docx.js';
import { printPdf } from './print-pdf.js';
import { renderCircularHtml } from './render-html.js';
import type { CircularModel } from './model.js';
import { drawScoreChart } from './score-chart.js';
import type { CircularSnapshot } from './snapshot.js';
import { plainText } from './tokens.js';
import { verifyCircular } from './verify-circular.js';
import { verifyDocx } from './verify-docx.js';

/** A circular as it is handed out. */
export interface PrintedCircular {
  title: string;
  files: { kind: 'docx' | 'pdf' | 'xlsx'; name: string; bytes: Buffer }[];
  /** What is not as it should be, e.g. no PDF for want of a browser. */
  warnings: string[];
}

export interface CircularFiles {
  title: string;
  /** Template used, e.g. `quarterly-v1`. */
  template: string;
  files: { kind: 'docx' | 'pdf' | 'xlsx'; path: string; sha256: string }[];
  /** What is not as it should be, e.g. no PDF for want of a browser. */
  warnings: string[];
}

/**
 * Writes a circular as docx, pdf and xlsx annex. Every number is recomputed from the annex as it stands in the written workbook
 * before the first file is laid down; without a browser the other files are still written and a warning says so.
 * @throws BadInput for a snapshot that may not be published, CircularMismatch when text and annex differ
 */
export async function writeCircular(
  snapshot: CircularSnapshot,
  { outDir, browserPath }: { outDir: string; browserPath: string | null },
): Promise<CircularFiles> {
  const model = composeCircular(snapshot);
  const { title, files, warnings } = await printCircular(model, browserPath);
  await mkdir(outDir, { recursive: true });
  const laid: CircularFiles['files'] = [];
  for (const file of files) laid.push(await lay(outDir, file));
  return { title, template: model.template, files: laid, warnings };
}

/**
 * The files of a circular; every number is recomputed from the annex as it stands in the written workbook.
 * @throws CircularMismatch when text and annex differ
 */
export async function printCircular(model: CircularModel, browserPath: string | null): Promise<PrintedCircular> {
  const warnings: string[] = [];
  const workbook = await writeAnnexWorkbook(model.annex, model.date, model.sampleNotice);
  verifyCircular(model, await readAnnexWorkbook(workbook, model.annex));
  const chart = await drawScoreChart(model.chart);
  if (model.chart !== null && chart === null) warnings.push('本机没有中文字体，通报中未附得分图');
  const document = await renderDocx(model, chart);
  await verifyDocx(model, document);
  const pdf = await printPdf(renderCircularHtml(model, chart), browserPath, model.date).catch((error: unknown) => {
    if (!(error instanceof MissingResource)) throw error;
    warnings.push(error.message);
    return null;
  });
  const title = plainText(model.title);
  const name = fileName(title);
  const files: PrintedCircular['files'] = [
    { kind: 'docx', name: `${name}.docx`, bytes: document },
    ...(pdf === null ? [] : [{ kind: 'pdf' as const, name: `${name}.pdf`, bytes: pdf }]),
    { kind: 'xlsx', name: `${name}（附件）.xlsx`, bytes: workbook },
  ];
  return { title, files, warnings };
}

/** Without signs that a file system refuses; UTF-8 names may have 255 bytes. */
function fileName(title: string): string {
  return [...title.replace(/[\\/:*?"<>|\s]/g, '').replace(/^\.+/, '')].slice(0, 70).join('') || '通报';
}

/** Written beside and moved into place, so that no half file is ever seen. */
async function lay(
  folder: string,
  { kind, name, bytes }: PrintedCircular['files'][number],
): Promise<CircularFiles['files'][number]> {
  const path = join(folder, name);
  await writeFile(`${path}.part`, bytes);
  await rename(`${path}.part`, path);
  return { kind, path, sha256: createHash('sha256').update(bytes).digest('hex') };
}
