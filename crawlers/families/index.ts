import type { Family } from '#facts';
import { boda } from './boda.family.js';
import { gbTable } from './gb-table.family.js';
import { gkmlpt } from './gkmlpt.family.js';
import { hanwebJpage } from './hanweb-jpage.family.js';
import { jpaas } from './jpaas.family.js';
import { jsonList } from './json-list.family.js';
import { opennessContent } from './openness-content.family.js';
import { scriptList } from './script-list.family.js';
import { sitemap } from './sitemap.family.js';
import { spa } from './spa.family.js';
import { trs } from './trs.family.js';
import { ucap } from './ucap.family.js';
import { writtenList } from './written-list.family.js';

/** Every family; each says itself how sure it is of a page. */
export const families: readonly Family[] = [
  trs,
  hanwebJpage,
  gbTable,
  jsonList,
  opennessContent,
  boda,
  jpaas,
  gkmlpt,
  ucap,
  scriptList,
  writtenList,
  sitemap,
  spa,
];
