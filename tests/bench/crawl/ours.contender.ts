import { tmpdir } from 'node:os';
import { crawlSite, families, guardedPageReader, HttpFetcher, NetworkPolicy, systemClock, userAgent } from '#crawlers';
import { siteId } from '#database';
import { assembleSite } from '#facts';
import { readSettings } from '#kernel';
import { openHouse } from '#operations';
import { readingIdUnder } from '../../../libs/operations/earlier-round.js';
import { temporaryFolder } from '../../temporary-folder.js';
import { runContender } from './contender.js';

/**
 * The whole way: fetch, decode, read, keep the bytes, write captures, readings and the site's facts to PostgreSQL.
 * Its data stay under argv[4] for the bench to remove: a file system that has just given up thousands of files is slow to
 * make new ones, and a round deletes nothing.
 */
const folder = await temporaryFolder('mingjing-bench-', process.argv[4] ?? tmpdir());
const house = await openHouse(readSettings({ ...process.env, MINGJING_DATA: folder }));
try {
  await runContender(async (origin, details) => {
    const homeUrl = `${origin}/`;
    const round = await house.rounds.openRound({
      source: 'bench',
      sample: false,
      startedAt: new Date().toISOString(),
      units: [homeUrl],
    });
    const site = siteId(homeUrl);
    const fetcher = new HttpFetcher({
      policy: new NetworkPolicy('127.0.0.1/32'),
      userAgent: userAgent('bench'),
      now: systemClock.now,
    });
    const deps = {
      fetcher,
      browser: null,
      blobs: house.blobs,
      read: guardedPageReader(families),
      now: systemClock.now,
    };
    const target = { round: round.id, site, homeUrl, hosts: [] };
    const { read } = await crawlSite(
      target,
      deps,
      house.evidence.crawlSink(
        round.id,
        site,
        () => Promise.reject(new Error('a bench starts anew')),
        readingIdUnder([]),
      ),
    );
    const facts = assembleSite(read);
    await house.facts.saveSiteFacts(round.id, site, facts);
    await fetcher.close();
    const wanted = new Set(details.map((path) => origin + path));
    return facts.documents.filter(
      (document) => wanted.has(document.url) && document.issuedOn && document.documentNumber,
    ).length;
  });
} finally {
  await house.close();
}
