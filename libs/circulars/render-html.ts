import { type AnnexTable, printAnnexValue } from './annex-table.js';
import { circularCss } from './circular-css.js';
import { frameOf } from './frame.js';
import { attachmentNames, issuerSize, isWide, notesOnPaper, page, rowsOnPaper, signatureIndent } from './measures.js';
import type { Block, CircularModel } from './model.js';
import type { ChartPicture } from './score-chart.js';
import { titleLines } from './title-lines.js';
import { plainText, printDay, type Run } from './tokens.js';

/**
 * The circular as one web page that loads nothing: for the screen, and for printing with the figures of GB/T 9704.
 * Words from outside are escaped; a policy in the page forbids scripts and every address.
 */
export function renderCircularHtml(model: CircularModel, chart: ChartPicture | null = null): string {
  const title = plainText(model.title);
  const date = printDay(model.date);
  const { heading, signature, copies, printedBy, printedOn, notes } = frameOf(model);
  const indent = (count: number) => `style="padding-right: ${(page.characterPitch * count).toFixed(2)}pt"`;
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)}</title>
<style>${circularCss(model.sampleNotice)}</style>
</head>
<body>
<main>
${model.sampleNotice === null ? '' : `<p class="notice">${escape(model.sampleNotice)}</p>`}
${model.number === null ? '' : `<p class="issuer" style="font-size: ${issuerSize(heading)}pt">${escape(heading)}</p>\n<p class="number">${escape(model.number)}</p>`}
<h1>${titleLines(title).map(escape).join('<br>')}</h1>
<p class="recipients">${runsHtml(model.recipients)}</p>
<div class="text">
${model.blocks.map((block) => blockHtml(block, model.notes)).join('\n')}
<div class="closing">
${model.annex.length === 0 ? '' : `<div class="attachments"><div>附件：</div><div>${attachmentNames(model.annex).map(escape).join('<br>')}</div></div>`}
<div class="signature">
<p ${indent(signatureIndent(signature, date))}>${escape(signature)}</p>
<p ${indent(4)}>${date}</p>
</div>
${notes.map((note) => `<p class="public">${escape(note)}</p>`).join('\n')}
</div>
</div>
${model.annex.map((table, i) => annexHtml(table, model.annex.length === 1 ? '附件' : `附件${i + 1}`, chart)).join('\n')}
<div class="imprint">${copies === null ? '' : `<div class="copies">${escape(copies)}</div>`}<div class="printed"><span>${escape(printedBy)}</span><span>${printDay(printedOn)}印发</span></div></div>
</main>
</body>
</html>
`;
}

/** A note stands right behind the paragraph that has its mark: a page of the web has no foot. */
function blockHtml(block: Block, notes: Run[][]): string {
  if (block.kind === 'heading') return `<h2>${runsHtml(block.runs)}</h2>`;
  const lead = block.lead ? `<span class="lead">${runsHtml(block.lead)}</span>` : '';
  const marks = block.runs.flatMap((run) => (typeof run !== 'string' && run.kind === 'note' ? [run.note] : []));
  const below = marks.map((mark) => `<p class="note">[${mark}] ${runsHtml(notes[mark - 1] ?? [])}</p>`);
  return `<p>${lead}${runsHtml(block.runs)}</p>${below.join('')}`;
}

function runsHtml(runs: Run[]): string {
  return runs
    .map((run) => {
      if (typeof run === 'string') return escape(run);
      return run.kind === 'note' ? `<sup>[${run.note}]</sup>` : escape(run.text);
    })
    .join('');
}

function annexHtml(table: AnnexTable, name: string, chart: ChartPicture | null): string {
  const total = table.columns.reduce((sum, column) => sum + column.width, 0);
  const columns = table.columns.map((column) => `<col style="width: ${((column.width / total) * 100).toFixed(2)}%">`);
  const header = table.columns.map((column) => `<th scope="col">${escape(column.title)}</th>`);
  const rows = table.rows.slice(0, rowsOnPaper).map((row) => {
    const cells = table.columns.map(({ key, align }) => {
      const words = printAnnexValue(row[key]);
      return `<td${align === 'center' || words === '—' ? ' class="center"' : ''}>${escape(words)}</td>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  const picture =
    chart !== null && table.id === 'ranking'
      ? `<div class="chart"><img alt="${escape(chart.title)}" src="data:image/png;base64,${chart.png.toString('base64')}"></div>`
      : '';
  return `<section class="annex${isWide(table) ? ' wide' : ''}">
<p class="label">${name}</p>
<h1>${escape(table.title)}</h1>
<table><colgroup>${columns.join('')}</colgroup><thead><tr>${header.join('')}</tr></thead><tbody>
${rows.join('\n')}
</tbody></table>
${notesOnPaper(table)
  .map((note) => `<p class="tablenote">${escape(note)}</p>`)
  .join('\n')}
${picture}
</section>`;
}

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign);
}
