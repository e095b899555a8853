import type { FamilyName } from '../model.js';
import type { View } from '../render/view.js';
import { aspFamily, aspPaths } from './asp.js';
import type { Family, Paths } from './family.js';
import { hanwebFamily, hanwebPaths } from './hanweb.js';
import { jsonFamily, jsonPaths } from './json-list.js';
import { opennessFamily, opennessPaths } from './openness.js';
import { spaFamily, spaPaths } from './spa.js';
import { trsFamily, trsPaths } from './trs.js';

/** The six kinds of site: how each makes pages, and where it puts them. */
export const familyMakers: Record<FamilyName, { make: (view: View) => Family; paths: Paths }> = {
  trs: { make: trsFamily, paths: trsPaths },
  hanweb: { make: hanwebFamily, paths: hanwebPaths },
  asp: { make: aspFamily, paths: aspPaths },
  json: { make: jsonFamily, paths: jsonPaths },
  spa: { make: spaFamily, paths: spaPaths },
  openness: { make: opennessFamily, paths: opennessPaths },
};
