import { runScoring, stopwatch } from './contender.js';

/** The least anyone must do: read the same facts from JSON. */
await runScoring(async (units, factsOf) => {
  let documents = 0;
  const seconds = stopwatch();
  for (let n = 0; n < units; n += 1) {
    const facts = JSON.parse(await factsOf(n)) as { documents: unknown[] };
    documents += facts.documents.length;
  }
  const spent = seconds();
  if (documents === 0) throw new Error('没有读到文件');
  return { seconds: spent };
});
