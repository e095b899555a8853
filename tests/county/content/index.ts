import type { Site } from '../model.js';
import { baiquan } from './baiquan.js';
import { buildSite } from './build-site.js';
import { civil } from './civil.js';
import { development } from './development.js';
import { education } from './education.js';
import { finance } from './finance.js';
import { health } from './health.js';
import { hewan } from './hewan.js';
import { housing } from './housing.js';
import { liuxi } from './liuxi.js';
import { portal } from './portal.js';
import { qingshi } from './qingshi.js';
import { resources } from './resources.js';
import { songling } from './songling.js';

/** The thirteen sites: the portal, seven departments, five townships. */
export const sites: Site[] = [
  portal,
  development,
  education,
  civil,
  finance,
  resources,
  health,
  housing,
  qingshi,
  liuxi,
  hewan,
  songling,
  baiquan,
].map(buildSite);
