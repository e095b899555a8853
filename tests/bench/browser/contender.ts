/** What a contender prints: pages in which the content stood that their scripts fill in, and the seconds they took. */
export interface BrowserResult {
  pages: number;
  filled: number;
  seconds: number;
}

/** Takes pages one after the other, so many at once. argv: origin, pages, at once. */
export async function runBrowserContender(show: (url: string) => Promise<string>): Promise<void> {
  const [, , origin = '', pages = '0', atOnce = '1'] = process.argv;
  // The browser is started and has shown a page before the clock runs.
  await show(`${origin}/article/0`);
  const waiting = Array.from({ length: Number(pages) }, (_, n) => n + 1);
  let filled = 0;
  const started = performance.now();
  const worker = async (): Promise<void> => {
    for (let n = waiting.shift(); n !== undefined; n = waiting.shift())
      if ((await show(`${origin}/article/${n}`)).includes(`第60条　各科室应当按照职责公开第${n}批事项`)) filled += 1;
  };
  await Promise.all(Array.from({ length: Number(atOnce) }, worker));
  const result: BrowserResult = { pages: Number(pages), filled, seconds: (performance.now() - started) / 1000 };
  process.stdout.write(`${JSON.stringify(result)}\n`);
}
