import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import { siteId, type CaptureRow, type OrganisationRow } from '#database';
import { writeWarc } from '#evidence';
import { BadInput } from '#kernel';
import type { House } from './house.js';

/**
 * The newest evidence of the units as a WARC; gives the number of captures.
 * @throws BadInput when none of them was crawled or the file cannot be written.
 */
export async function writeArchive(house: House, path: string, units: OrganisationRow[]): Promise<number> {
  const sites = units.flatMap((unit) => (unit.site ? [siteId(unit.site)] : []));
  const rounds = await house.rounds.latestRoundOfSites(sites);
  if (rounds.size === 0)
    throw new BadInput([{ where: '档案', what: '这些单位还没有采集过', accepted: '先运行 crawl 采集' }]);
  async function* captures(): AsyncGenerator<CaptureRow> {
    for (const [site, round] of rounds) yield* house.evidence.captures(round.id, site);
  }
  // Under another name until it is whole: what was cut off is no archive.
  const part = `${path}.part`;
  const stream = createWriteStream(part);
  const ended = finished(stream);
  ended.catch(() => undefined);
  try {
    const written = await writeWarc(captures(), house.blobs, stream);
    stream.end();
    await ended;
    await rename(part, path);
    return written;
  } catch (error) {
    stream.destroy();
    await rm(part, { force: true });
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new BadInput([{ where: path, what: `写不了（${code}）`, accepted: '可写的文件路径' }]);
  }
}
