import { openSites, type CountyOptions, type OpenSites } from '../start-county.js';
import { buildArea, type PlanArea } from './area.js';
import { luozhuang } from './luozhuang.js';
import { pingliang } from './pingliang.js';
import { qingdao } from './qingdao.js';
import { tengzhou } from './tengzhou.js';
import { xulaijie } from './xulaijie.js';

export type { AreaUnit, PlanArea } from './area.js';

/** One sample area for each plan of a place. */
export const planAreas: readonly PlanArea[] = [pingliang, luozhuang, qingdao, tengzhou, xulaijie];

/** A document that is seeded as late. */
export interface LateDocument {
  organisation: string;
  url: string;
  publishedOn: string;
}

export interface OpenArea extends OpenSites {
  late: LateDocument[];
}

/** Opens the sites of a plan's sample area, each on a loopback port of its own. */
export async function startArea(area: PlanArea, options: CountyOptions = {}): Promise<OpenArea> {
  const { placed, ...open } = await openSites(buildArea(area), options);
  const late = placed.flatMap(({ site, origin, paths }, index) =>
    (area.units[index]?.seeds?.late ?? []).flatMap((at) => {
      const entry = site.entries.find(({ id }) => id === `p${at}`);
      if (!entry) throw new Error(`${site.unit.name} has no policy ${at}`);
      return [{ organisation: site.unit.name, url: origin + paths.entry(entry), publishedOn: entry.publishedOn ?? '' }];
    }),
  );
  return { ...open, late };
}
