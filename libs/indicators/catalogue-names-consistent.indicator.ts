import { z } from 'zod';
import type { CatalogueItemFact } from '#facts';
import { bareField } from './catalogue-items.js';
import { defineIndicator } from './define-indicator.js';
import { differingNames } from './differing-names.js';
import type { OrganisationRef, Peer } from './model.js';
import { NameIndex } from './name-index.js';
import { notApplicable, notMeasured } from './verdict.js';

/** Levels below which a unit has somebody to agree with. */
const lower = new Set(['乡', '村']);
/** From a village by its township and county to the province; longer chains go in a circle. */
const longestChain = 5;

/** 乡、村与县级目录相同事项的名称一致。 */
export const catalogueNamesConsistent = defineIndicator({
  id: 'catalogue-names-consistent',
  version: 1,
  title: '相同公开事项的名称与上级目录一致',
  failureTitle: '相同公开事项的名称与上级目录疑似不一致',
  basis: [
    {
      source: '青政办发〔2020〕10号',
      clause: '二(二)2',
      text: '使政务公开与村（居）务公开有效衔接，相同事项的公开内容应对应一致',
    },
    {
      source: '平政办发〔2020〕70号',
      clause: '二(六)12',
      text: '县、乡两级政务公开与村（居）务公开有效衔接、相同事项公开内容对应一致',
    },
  ],
  measures:
    '乡镇（街道）、村（居）的目录事项，与最近的上级单位目录中同一领域的事项比较名称，不计空格和标点。相同的为一致；相近（相邻两字的重合比例达到参数规定）而不相同的，逐个列出交人工复核，不直接判为不一致；上级目录没有相近名称的，为本级自有的事项，不计。',
  blindSpots:
    '只与同一次评估中的上级单位比较，上级目录没有读到的不判断；只比名称，不比内容、时限；领域名称不同的不比。',
  remedy: '请把相同事项改为与上级目录一致的名称，或确认是不同的事项。',
  requires: ['catalogue'],
  consults: ['peers'],
  params: z.strictObject({ near: z.number().min(0.5).max(1).default(0.7) }),
  evaluate({ catalogue }, { params, organisation, peers = [] }) {
    if (!lower.has(organisation.level)) return notApplicable('只看乡镇（街道）和村（居）');
    if (catalogue.length === 0) return notMeasured('没有读到目录事项', 1);
    const above = catalogueAbove(organisation, peers);
    if (!above) return notMeasured('没有读到上级单位的目录，无从比较', catalogue.length);
    const byField = namesByField(above.facts.catalogue);
    const items = catalogue.flatMap((item) => {
      const among = byField.get(bareField(item.field));
      return among ? [{ item, among }] : [];
    });
    return differingNames(items, ({ item }) => [item], params.near, {
      other: `${above.organisation.name}目录`,
      unmeasured: '没有与上级目录名称相同或相近的事项',
    });
  },
});

/** The nearest unit above that has a catalogue. */
function catalogueAbove({ parent }: OrganisationRef, peers: readonly Peer[]): Peer | null {
  let above = parent;
  for (let up = 0; above !== null && up < longestChain; up += 1) {
    const found = peers.find(({ organisation: { id, name } }) => id === above || name === above);
    if (!found) return null;
    if (found.facts.catalogue.length > 0) return found;
    above = found.organisation.parent;
  }
  return null;
}

/** All units below one catalogue are set beside the same names. */
const known = new WeakMap<readonly CatalogueItemFact[], Map<string, NameIndex>>();

function namesByField(catalogue: readonly CatalogueItemFact[]): Map<string, NameIndex> {
  const kept = known.get(catalogue);
  if (kept) return kept;
  const names = new Map<string, string[]>();
  for (const { field, item } of catalogue) {
    const key = bareField(field);
    const ofField = names.get(key);
    if (ofField) ofField.push(item);
    else names.set(key, [item]);
  }
  const byField = new Map([...names].map(([field, ofField]) => [field, new NameIndex(ofField)]));
  known.set(catalogue, byField);
  return byField;
}
