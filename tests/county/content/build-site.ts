import type { FormatName, Site, Unit } from '../model.js';
import { dayAfter } from '../truth/holidays.js';
import { columnsOf } from './columns.js';
import { draft, type Draft } from './draft.js';
import type { InterpretationRow, UnitContent } from './rows.js';
import { standingEntries } from './standing.js';

/** The name of a policy as interpretations quote it: what stands in its 《》, or the whole title. */
export function quotedName(title: string): string {
  return /《(.+)》/u.exec(title)?.[1] ?? title;
}

const headlines: Record<FormatName, (name: string, unit: Unit) => string> = {
  text: (name) => `《${name}》政策解读`,
  infographic: (name) => `一图读懂《${name}》`,
  video: (name) => `【视频解读】《${name}》`,
  audio: (name) => `【音频解读】《${name}》`,
  animation: (name) => `【动漫解读】《${name}》`,
  qa: (name, unit) => `${unit.aliases[0] ?? unit.name}负责人就《${name}》答记者问`,
  'press-conference': (name) => `《${name}》新闻发布会文字实录`,
  interview: (name, unit) => `在线访谈：${unit.aliases[0] ?? unit.name}负责人解读《${name}》`,
};

/** The format that gives an interpretation its headline: the last, most special one. */
function headline(row: InterpretationRow, policyTitle: string, unit: Unit): string {
  const special = row.formats.filter((format) => format !== 'text').at(-1) ?? 'text';
  return headlines[special](quotedName(policyTitle), unit);
}

function policyDrafts(content: UnitContent): Draft[] {
  return content.policies.map((row) =>
    draft({
      id: row.id,
      genre: 'policy',
      column: 'zcwj',
      title: row.title,
      publishedOn: row.published,
      documentNumber: row.number,
      issuedOn: row.issued,
      issuedShape: row.issued === null ? null : (row.shape ?? 'metadata'),
      regeneratedOn: row.regenerated ?? null,
      attachments: row.files ?? [],
      interpretedBy: content.interpretations.flatMap((reading, index) => (reading.of === row.id ? [`j${index}`] : [])),
      fate: row.fate ?? null,
      paragraphs: row.paragraphs ?? null,
    }),
  );
}

function interpretationDrafts(content: UnitContent): Draft[] {
  return content.interpretations.map((row, index) => {
    const policyRow = content.policies.find((candidate) => candidate.id === row.of);
    const policyTitle = policyRow?.title ?? row.of;
    return draft({
      id: `j${index}`,
      genre: 'interpretation',
      column: 'zcjd',
      title: row.title ?? headline(row, policyTitle, content.unit),
      publishedOn: row.published,
      interpretation: {
        policy: policyRow?.id ?? null,
        policyTitle,
        links: row.links,
        formats: row.formats,
        elements: row.elements,
      },
    });
  });
}

function noticeDrafts(content: UnitContent): Draft[] {
  return content.notices.map((row, index) =>
    draft({
      id: `n${index}`,
      genre: 'notice',
      column: 'tzgg',
      title: row.title,
      publishedOn: row.published,
      issuedOn: row.signed ?? null,
      issuedShape: row.signed ? (row.shape ?? 'signature') : null,
      attachments: row.files ?? [],
      fate: row.fate ?? null,
      paragraphs: row.paragraphs ?? null,
    }),
  );
}

/** News go back from the newest, densely at first and then more and more thinly, as a list that is kept up does. */
function newsDrafts(content: UnitContent): Draft[] {
  const { newest, every, titles } = content.news;
  return titles.map((title, index) =>
    draft({
      id: `x${index}`,
      genre: 'news',
      column: 'zwdt',
      title,
      publishedOn: dayAfter(newest, -Math.round(every * index * (0.3 + (0.7 * index) / titles.length))),
    }),
  );
}

function statementDrafts(content: UnitContent): Draft[] {
  if (!content.statement) return [];
  const { column, title, published, paragraphs } = content.statement;
  return [draft({ id: 'q0', genre: 'statement', column, title, publishedOn: published, paragraphs })];
}

/** Puts one unit's site together: its data, and what every site has standing (reports, rules, letters …). */
export function buildSite(content: UnitContent): Site {
  const drafts = [
    ...policyDrafts(content),
    ...interpretationDrafts(content),
    ...noticeDrafts(content),
    ...newsDrafts(content),
    ...statementDrafts(content),
    ...standingEntries(content.unit, content.standing),
  ];
  const base = Number(content.unit.siteCode.slice(-2)) * 1000 + 100_000;
  const entries = drafts.map((entry, index) => ({
    ...entry,
    number: base + index * 7 + 3,
    time: `${String(8 + ((index * 5) % 10)).padStart(2, '0')}:${String((index * 17) % 60).padStart(2, '0')}`,
  }));
  const future = entries.find((entry) => entry.publishedOn !== null && entry.publishedOn > content.unit.place.asOf);
  if (future) throw new Error(`${content.unit.name}: ${future.title} is dated after the clock of its place`);
  return {
    unit: content.unit,
    columns: columnsOf(content.unit, content.states, content.names),
    entries,
    catalogueFields: content.standing.fields,
  };
}
