import { squeeze } from '#kernel';
import type { DetailReading, ReadCapture } from './model.js';
import { crossChecked } from './provenance.js';
import { apart } from './publication-date.js';

/** Articles that must bear one and the same tag before it is taken for a template's, and days that readers see on them. */
const fewest = 3;
/** Of the articles that bear it, those on which readers see another day, in hundredths. */
const mostly = 80;

interface Bearers {
  pages: number;
  titles: Set<string>;
  differing: number;
  days: Set<string>;
}

/**
 * PubDate tags, to the minute, that stand on articles of several days: written once into the template that all are made from. An
 * archive that was put on the site in one moment shows that moment to its readers too.
 */
export function copiedTags(read: readonly ReadCapture[]): ReadonlySet<string> {
  const byTag = new Map<string, Bearers>();
  for (const { reading, visit } of read) {
    const detail = visit.as === 'detail' ? reading?.detail : null;
    if (detail?.publishedOn?.source !== 'tag' || !detail.publishedOn.words) continue;
    const known = byTag.get(detail.publishedOn.words) ?? { pages: 0, titles: new Set(), differing: 0, days: new Set() };
    byTag.set(detail.publishedOn.words, known);
    known.pages += 1;
    known.titles.add(squeeze(detail.title ?? ''));
    const [shown] = shownOf(detail);
    if (!shown) continue;
    known.differing += 1;
    known.days.add(shown.on);
  }
  const isCopied = ({ pages, titles, differing, days }: Bearers): boolean =>
    titles.size >= fewest && days.size >= fewest && differing * 100 >= pages * mostly;
  return new Set([...byTag].filter(([, bearers]) => isCopied(bearers)).map(([words]) => words));
}

/** An article without a tag that is its template's: what readers see tells the day. */
export function withoutCopiedTag(detail: DetailReading, copied: ReadonlySet<string>): DetailReading {
  const { publishedOn: tag, issuedOn } = detail;
  if (tag?.source !== 'tag' || !copied.has(tag.words ?? '')) return detail;
  const [publishedOn = null, rival] = shownOf(detail);
  const provenance = { ...detail.provenance };
  delete provenance.publishedOn;
  if (publishedOn) {
    const { source } = publishedOn;
    provenance.publishedOn = rival
      ? { source, certainty: 'doubtful', why: apart(publishedOn, rival), other: rival.on }
      : { source, certainty: 'sure' };
  }
  // What was held against the day of writing was the tag alone.
  if (issuedOn && issuedOn.on > tag.on && provenance.issuedOn?.other === tag.on)
    provenance.issuedOn = { source: issuedOn.source, certainty: 'likely', why: '页面标签是模板里的，不作比对' };
  const publishedOnOthers = detail.publishedOnOthers.filter((date) => date !== publishedOn);
  const without = { ...detail, publishedOn, publishedOnOthers };
  return { ...without, provenance: crossChecked(without, provenance) };
}

function shownOf({ publishedOnOthers }: DetailReading): DetailReading['publishedOnOthers'] {
  return publishedOnOthers.filter(({ source }) => source === 'metadata' || source === 'info');
}
