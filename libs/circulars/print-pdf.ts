import type { LocalDate } from '#calendar';
import { lowestWords } from '#files';
import { MissingResource } from '#kernel';
import { imprintBase, imprintRoom } from './circular-css.js';
import { page } from './measures.js';

/** Milliseconds for starting the browser and for printing. */
const patience = 60_000;

/**
 * Prints a page of ours with a browser that is already on the machine. The page runs no script and reaches no network.
 * @throws MissingResource without a browser, or when it does not start
 */
export async function printPdf(html: string, browserPath: string | null, date?: LocalDate): Promise<Buffer> {
  const accepted = '安装 Chromium 或用 CHROMIUM_PATH 指明浏览器';
  if (browserPath === null) throw new MissingResource([{ where: '浏览器', what: '没有找到，未生成 PDF', accepted }]);
  const { chromium } = await import('playwright');
  const browser = await chromium
    // As root the browser's own sandbox does not start; what is printed is our own page without scripts.
    .launch({ executablePath: browserPath, timeout: patience, chromiumSandbox: process.getuid?.() !== 0 })
    .catch((error: unknown) => {
      const reason = String(error instanceof Error ? error.message : error).split('\n')[0];
      throw new MissingResource([
        { where: `浏览器 ${browserPath}`, what: `不能启动（${reason}），未生成 PDF`, accepted },
      ]);
    });
  try {
    const context = await browser.newContext({ javaScriptEnabled: false, offline: true });
    const sheet = await context.newPage();
    sheet.setDefaultTimeout(patience);
    await sheet.route('**', (route) => route.abort());
    const print = async (content: string): Promise<Buffer> => {
      await sheet.setContent(content, { waitUntil: 'load' });
      return sheet.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true });
    };
    const bytes = await withImprintAtFoot(html, await print(html), print);
    return date === undefined ? bytes : fixDates(bytes, date);
  } finally {
    await browser.close();
  }
}

/** 版记 ends with the last page. A browser knows no foot of the last page: it is printed once to see how far below there is room. */
async function withImprintAtFoot(
  html: string,
  bytes: Buffer,
  print: (content: string) => Promise<Buffer>,
): Promise<Buffer> {
  if (!html.includes(imprintRoom(0))) return bytes;
  const foot = (page.bottom / 25.4) * 72;
  const lowest = await lowestWords(bytes, foot);
  const room = lowest === null ? 0 : Math.floor(lowest - foot - imprintBase);
  return room > 0 ? print(html.replace(imprintRoom(0), imprintRoom(room))) : bytes;
}

/** The day of the circular instead of the clock's, in as many bytes. */
function fixDates(bytes: Buffer, date: LocalDate): Buffer {
  const day = date.replaceAll('-', '');
  const text = bytes.toString('latin1').replace(/(\/(?:CreationDate|ModDate) ?\(D:)\d{14}/g, `$1${day}000000`);
  return Buffer.from(text, 'latin1');
}
