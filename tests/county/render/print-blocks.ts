import type { Block } from './block.js';
import { esc } from './html.js';

/** How a family dresses its paragraphs. */
export interface Dress {
  /** Attributes of an ordinary paragraph. */
  para?: string;
  /** Wraps the words of a paragraph. */
  inner?: (text: string) => string;
}

/** Blocks as HTML. Signatures stand at the right, headings bold, media plain. */
export function printBlocks(blocks: Block[], dress: Dress = {}): string {
  const inner = dress.inner ?? ((text: string) => text);
  const p = (text: string, attributes = dress.para ?? '') => `<p${attributes}>${inner(text)}</p>`;
  return blocks
    .map((block) => {
      switch (block.kind) {
        case 'para':
          return p(esc(block.text));
        case 'salutation':
          return p(esc(block.text), ' style="text-indent:0"');
        case 'heading':
          return p(`<strong>${esc(block.text)}</strong>`);
        case 'centre':
          return p(`<strong>${esc(block.text)}</strong>`, ' style="text-align:center;text-indent:0"');
        case 'right':
          return p(`${esc(block.text)}&nbsp;&nbsp;&nbsp;&nbsp;`, ' style="text-align:right"');
        case 'linked':
          return p(
            `${esc(block.before)}<a href="${esc(block.href)}" target="_blank">${esc(block.title)}</a>${esc(block.after)}`,
          );
        case 'image':
          return `<p style="text-align:center;text-indent:0"><img src="${block.src}" alt="${esc(block.alt)}"></p>`;
        case 'video':
          return `<p style="text-align:center;text-indent:0"><video controls width="720" poster="${block.poster}"><source src="${block.src}" type="video/mp4"></video></p>`;
        case 'audio':
          return `<p style="text-align:center;text-indent:0"><audio controls src="${block.src}"></audio></p>`;
        case 'frame':
          return `<p style="text-align:center;text-indent:0"><iframe src="${block.src}" title="${esc(block.title)}" width="720" height="405"></iframe></p>`;
        case 'table':
          return `<div class="ml-wrap">${block.html}</div>`;
      }
    })
    .join('\n');
}
