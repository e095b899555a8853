import type { Paths } from '../families/family.js';
import { entriesOf, newestFirst, type Column, type Entry, type Site, type StandardKey, type Unit } from '../model.js';

/** What a site knows of the others. */
export interface Around {
  /** Home addresses of all sites, portal first. */
  neighbours: { name: string; url: string; category: Unit['category'] }[];
  /** The foreign host that took over an old address. */
  hijacked: string;
}

export interface NamedHref {
  name: string;
  href: string;
}

const opennessKeys: StandardKey[] = ['guide', 'rules', 'statutory', 'catalogue', 'annual', 'request'];
const navigationKeys: StandardKey[] = ['news', 'policy', 'interpretation', 'notice', 'interaction', 'service'];

/** One site as its pages need it: columns by key, links, latest items. Columns that are missing appear nowhere. */
export class View {
  readonly unit: Unit;

  constructor(
    readonly site: Site,
    readonly around: Around,
    readonly paths: Paths,
  ) {
    this.unit = site.unit;
  }

  column(key: StandardKey): Column {
    const found = this.site.columns.find((column) => column.key === key);
    if (!found) throw new Error(`${this.unit.name} has no column ${key}`);
    return found;
  }

  columnOf(entry: Entry): Column {
    const found = this.site.columns.find((column) => column.slug === entry.column);
    if (!found) throw new Error(`${this.unit.name} has no column ${entry.column}`);
    return found;
  }

  href(column: Column): string {
    return column.state === 'hijacked' ? `${this.around.hijacked}/${column.slug}/` : this.paths.column(column);
  }

  private linksOf(keys: StandardKey[]): (NamedHref & { column: Column })[] {
    return keys
      .map((key) => this.column(key))
      .filter((column) => column.state !== 'missing')
      .map((column) => ({ name: column.name, href: this.href(column), column }));
  }

  navigation(): NamedHref[] {
    const columns = this.linksOf(navigationKeys);
    const openness = { name: '政府信息公开', href: this.paths.openness };
    return [{ name: '首页', href: this.paths.home }, ...columns.slice(0, 1), openness, ...columns.slice(1)];
  }

  /** Left menu of the 政府信息公开 platform. */
  menu(): (NamedHref & { column: Column; children: (NamedHref & { column: Column })[] })[] {
    return this.linksOf(opennessKeys).map((link) => ({
      ...link,
      children: this.site.columns
        .filter((column) => column.parent === link.column.slug)
        .map((column) => ({ name: column.name, href: this.href(column), column })),
    }));
  }

  topic(): NamedHref | null {
    return this.linksOf(['topic'])[0] ?? null;
  }

  items(column: Column): Entry[] {
    return entriesOf(this.site, column);
  }

  latest(key: StandardKey, count: number): Entry[] {
    return this.column(key).state === 'open' ? this.items(this.column(key)).slice(0, count) : [];
  }

  entry(id: string): Entry {
    const found = this.site.entries.find((entry) => entry.id === id);
    if (!found) throw new Error(`${this.unit.name} has no entry ${id}`);
    return found;
  }

  /** The policy that this interpretation links to, or null. */
  linkedPolicy(entry: Entry): Entry | null {
    const { interpretation } = entry;
    if (!interpretation?.policy || !['both', 'toPolicy'].includes(interpretation.links)) return null;
    return this.entry(interpretation.policy);
  }

  /** Interpretations that this policy links to. */
  linkedInterpretations(entry: Entry): Entry[] {
    return newestFirst(
      entry.interpretedBy
        .map((id) => this.entry(id))
        .filter((found) => ['both', 'fromPolicy'].includes(found.interpretation?.links ?? 'none')),
    );
  }

  attachments(entry: Entry): NamedHref[] {
    return entry.attachments.map((file, index) => ({ name: file.name, href: this.paths.attachment(entry, index) }));
  }

  /** Index number as most sites print it. */
  indexNumber(entry: Entry): string {
    return `${this.unit.siteCode}/${(entry.publishedOn ?? entry.issuedOn ?? '2026').slice(0, 4)}-${entry.number % 100_000}`;
  }
}
