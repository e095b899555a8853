import { type Letter, printPdf, renderLetterHtml } from '#circulars';
import { type BrowserSettings, findBrowser } from '#crawlers';
import { Slots } from '#kernel';

/** Papers are printed by a browser each, and issued under numbers that follow one another: one after the other. */
export const oneByOne = new Slots(1);

/** A letter as PDF, printed by the browser of this machine. Throws where it has none. */
export function printLetter(letter: Letter, { browser }: { browser: BrowserSettings }): Promise<Uint8Array> {
  const found = findBrowser(browser);
  return oneByOne.run(() => printPdf(renderLetterHtml(letter), found, letter.date));
}
