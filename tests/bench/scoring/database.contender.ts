import { rm } from 'node:fs/promises';
import { siteId } from '#database';
import type { SiteFacts } from '#facts';
import { readSettings } from '#kernel';
import { openHouse } from '#operations';
import { databaseSeconds } from '../process-time.js';
import { temporaryFolder } from '../../temporary-folder.js';
import { differentSites, runScoring, stopwatch } from './contender.js';

/** What an assessment really does before it scores: load the same facts from PostgreSQL, whose own time is told beside. */
const folder = await temporaryFolder('mingjing-bench-');
const house = await openHouse(readSettings({ ...process.env, MINGJING_DATA: folder }));
try {
  await runScoring(async (units, factsOf) => {
    const homes = Array.from({ length: differentSites }, (_, n) => `https://unit-${n}.yunling.example/`);
    const startedAt = new Date().toISOString();
    const round = await house.rounds.openRound({ source: 'bench', sample: false, startedAt, units: homes });
    for (const [n, home] of homes.entries())
      await house.facts.saveSiteFacts(round.id, siteId(home), JSON.parse(await factsOf(n)) as SiteFacts);
    const before = await databaseSeconds(house.database.dataSource);
    const seconds = stopwatch();
    let documents = 0;
    for (let n = 0; n < units; n += 1) {
      const facts = await house.facts.loadSiteFacts(round.id, siteId(homes[n % homes.length]!));
      documents += facts?.documents.length ?? 0;
    }
    const spent = seconds();
    const after = await databaseSeconds(house.database.dataSource);
    if (documents === 0) throw new Error('没有读到文件');
    return { seconds: spent, serverSeconds: before === null || after === null ? null : after - before };
  });
} finally {
  await house.close();
  await rm(folder, { recursive: true, force: true });
}
