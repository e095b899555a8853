import { join, resolve } from 'node:path';
import { siteId } from '#database';
import type { JobHandlers } from '#jobs';
import { PersonalError, readSettings } from '#kernel';
import { assess, chooseUnits, crawlRound, issueCircular, openHouse, say, type House } from '#operations';
import { startWorker } from './start-worker.js';

/** What a worker can do: the same operations as the commands, one job each. */
function handlersOver(house: House): JobHandlers {
  return {
    'crawl-site': async ({ site }, signal) => {
      const all = await house.organisations.listOrganisations();
      const units = all.filter((unit) => unit.site !== null && siteId(unit.site) === site);
      await crawlRound(house, { units, full: false, signal });
    },
    assess: async ({ programme, period, asOf }) => {
      await assess(house, { programme, period, asOf, units: await chooseUnits(house), replay: false });
    },
    circular: async ({ programme, period, kind }) => {
      const out = join(resolve(house.settings.MINGJING_DATA), 'circulars');
      await issueCircular(house, { programme, period, kind, out });
    },
  };
}

// The process behind `npm run worker`: takes jobs until it is told to stop.
try {
  const settings = readSettings(process.env);
  const house = await openHouse(settings);
  const worker = await startWorker({
    databaseUrl: house.database.url,
    handlers: handlersOver(house),
    concurrency: settings.MINGJING_CONCURRENCY,
    log: say,
  });
  say('任务进程已启动，等待任务');
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      void worker
        .close()
        .then(() => house.close())
        .then(() => process.exit(0));
    });
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exit(error instanceof PersonalError ? error.exitCode : 1);
}
