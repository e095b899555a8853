import { siteId } from '#database';
import { requestKey } from '#evidence';
import { canonicalJson, readSettings, sha256Hex } from '#kernel';
import { crawlRound, importUnits, openHouse } from '#operations';
import { databaseSeconds } from '../process-time.js';

/** What a round cost, and what it found. */
export interface RoundCost {
  pages: number;
  seconds: number;
  /** Of this process, and of the database server; the latter null where it cannot be known. */
  cpuSeconds: number;
  databaseSeconds: number | null;
  /** Of the site's facts, without when its pages were fetched. */
  facts: string;
  documents: number;
}

// One round over the site at argv[2] with the data of argv[3], as `crawl` makes it, on the day argv[4] (ISO 8601); a process for
// each round, as every night has.
const [, , origin = '', folder = '', now = ''] = process.argv;
const house = await openHouse(readSettings({ ...process.env, MINGJING_DATA: folder, MINGJING_NO_BROWSER: '1' }), {
  now: () => new Date(now),
});
try {
  const csv = `名称,别名,层级,类别,上级,网站\n青溪县人民政府,,县,政府,,${origin}/\n`;
  const units = await importUnits(house, new TextEncoder().encode(csv), '单位名单.csv', { sample: false });
  const [busy, started] = [process.cpuUsage(), performance.now()];
  const database = await databaseSeconds(house.database.dataSource);
  const { round, finished, sites } = await crawlRound(house, {
    units,
    full: false,
    sample: false,
    allowNetworks: '127.0.0.1/32',
    intervalMs: 0,
    signal: new AbortController().signal,
  });
  const seconds = (performance.now() - started) / 1000;
  const { user, system } = process.cpuUsage(busy);
  const databaseNow = await databaseSeconds(house.database.dataSource);
  if (!finished) throw new Error('轮次没有结束');
  const { digest, documents } = await factsOf(round);
  const cost: RoundCost = {
    pages: sites[0]?.pages ?? 0,
    seconds,
    cpuSeconds: (user + system) / 1e6,
    databaseSeconds: database === null || databaseNow === null ? null : databaseNow - database,
    facts: digest,
    documents,
  };
  process.stdout.write(`${JSON.stringify(cost)}\n`);
} finally {
  await house.close();
}

/** Captures have ids of their own in each round: named by what was asked for. */
async function factsOf(round: string): Promise<{ digest: string; documents: number }> {
  const site = siteId(`${origin}/`);
  const facts = await house.facts.loadSiteFacts(round, site);
  const asked = new Map<string, string>();
  for await (const { id, request } of house.evidence.captures(round, site)) asked.set(id, requestKey(request));
  const text = canonicalJson(facts).replace(/"([0-9a-f]{20,64})"/g, (whole, id: string) =>
    asked.has(id) ? JSON.stringify(asked.get(id)) : whole,
  );
  return {
    digest: sha256Hex(text.replace(/"(?:fetchedAt|firstSeenAt|lastSeenAt|seenOn)":"[^"]*"/g, '')),
    documents: facts?.documents.length ?? 0,
  };
}
