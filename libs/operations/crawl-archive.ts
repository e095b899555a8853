import { createReadStream } from 'node:fs';
import {
  Archive,
  ArchiveFetcher,
  crawlArchiveHost,
  crawlSite,
  families,
  guardedPageReader,
  type CrawlDeps,
  type CrawlProgress,
} from '#crawlers';
import { siteId, type OrganisationRow } from '#database';
import { BadInput, stableId } from '#kernel';
import type { CrawlRequest } from './crawl-round.js';
import { crawlUnit, type OpenedRound, type SiteReport } from './crawl-unit.js';
import type { House } from './house.js';
import { pinnedReader } from './pinned-reader.js';
import { finish, openRound, RoundProgress, type RoundResult } from './round.js';

/**
 * Reads an archive instead of the network, under the pages' real addresses. With units their sites are walked as on the
 * network; without, every host of the archive is a unit and every page of it is read.
 * @throws BadInput when the archive cannot be read or is empty.
 */
export async function crawlArchive(
  house: House,
  path: string,
  request: Pick<CrawlRequest, 'units' | 'signal' | 'onProgress'>,
): Promise<RoundResult> {
  const { clock } = house;
  const archive = await Archive.open(openFile(path), house.blobs);
  const hosts = archive.hosts();
  if (hosts.length === 0)
    throw new BadInput([{ where: path, what: '档案中没有页面', accepted: '含有网页答复的 WARC 文件' }]);
  const deps: CrawlDeps = {
    fetcher: new ArchiveFetcher(archive, house.blobs),
    browser: null,
    blobs: house.blobs,
    read: guardedPageReader(families),
    now: () => clock.now().getTime(),
  };
  const progress = new RoundProgress(request.onProgress);
  const walk = request.units.length > 0;
  const units = walk ? request.units.filter((unit) => unit.site !== null) : await unitsOfHosts(house, archive);
  const round = await openRound(house, { units, full: true, source: path });
  const sites: SiteReport[] = [];
  for (const unit of units)
    sites.push(
      await crawlUnit(house, round, unit, request.signal, (sink, target, pins) => {
        const pinned = { ...deps, read: pinnedReader(deps.read, pins) };
        const options = {
          signal: request.signal,
          onProgress: (state: CrawlProgress) => progress.show(unit.name, state),
        };
        return walk
          ? crawlSite(target, pinned, sink, options)
          : crawlArchiveHost(archive, new URL(target.homeUrl).host, target, pinned, sink, options);
      }),
    );
  if (!walk) await nameUnits(house, round, units, sites);
  return finish(house, round, sites, request.signal);
}

/** Units for the hosts of an archive; those that an earlier archive brought stay as they are. */
async function unitsOfHosts(house: House, archive: Archive): Promise<OrganisationRow[]> {
  const known = new Map((await house.organisations.listOrganisations()).map((unit) => [unit.id, unit]));
  const units = archive.hosts().map((host) => hostUnit(host, archive));
  await house.organisations.importOrganisations(units.filter(({ id }) => !known.has(id)));
  return units.map((unit) => known.get(unit.id) ?? unit);
}

/** A host of an archive stands for a unit; its level and kind are not known. */
function hostUnit(host: string, archive: Archive): OrganisationRow {
  const [first] = archive.requestsOf(host);
  return {
    id: stableId('organisation', host),
    name: host,
    aliases: [],
    level: '县',
    category: '单位',
    parent: null,
    site: first ? `${new URL(first.url).origin}/` : `http://${host}/`,
    extra: {},
    sample: false,
  };
}

/** Units of an archive that are only known by their host take the name that their pages give in the SiteName tag. */
async function nameUnits(
  house: House,
  round: OpenedRound,
  units: OrganisationRow[],
  sites: SiteReport[],
): Promise<void> {
  for (const [index, unit] of units.entries()) {
    if (stableId('organisation', unit.name) !== unit.id) continue;
    const facts = await house.facts.loadSiteFacts(round.id, siteId(unit.site ?? ''));
    if (!facts?.siteName || facts.siteName === unit.name) continue;
    await house.organisations.renameOrganisation(unit.id, `${facts.siteName}（${unit.name}）`);
    const report = sites[index];
    if (report) report.organisation = `${facts.siteName}（${unit.name}）`;
  }
}

async function* openFile(path: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(path) as AsyncIterable<Uint8Array>;
  } catch (error) {
    throw new BadInput([
      {
        where: path,
        what: (error as NodeJS.ErrnoException).code === 'ENOENT' ? '没有这个文件' : '读不出',
        accepted: 'WARC 档案（.warc 或 .warc.gz）',
      },
    ]);
  }
}
