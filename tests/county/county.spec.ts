import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sites } from './content/index.js';
import { startCounty, type County } from './index.js';
import { sampleNotice } from './model.js';
import {
  seededAccounts,
  seededCatalogues,
  seededColumns,
  seededDocuments,
  seededFeet,
  seededGuides,
  seededLinks,
  seededListed,
  seededMatters,
  seededReports,
  seededStatement,
  seededUnread,
  seededWithoutNumber,
} from './truth/seeded.js';

let county: County;

beforeAll(async () => {
  county = await startCounty({ slowMs: 300 });
});

afterAll(async () => {
  await county.close();
});

const nameOf = (unit: string) => sites.find((site) => site.unit.key === unit)?.unit.name ?? unit;
const originOf = (unit: string) => county.sites.find((site) => site.organisation === nameOf(unit))?.url ?? '';

async function textOf(url: string): Promise<{ status: number; type: string; text: string }> {
  const response = await fetch(url, { redirect: 'manual' });
  const bytes = new Uint8Array(await response.arrayBuffer());
  const type = response.headers.get('content-type') ?? '';
  const charset = type.includes('utf-8') ? 'utf-8' : 'gb18030';
  return { status: response.status, type, text: new TextDecoder(charset, { fatal: true }).decode(bytes) };
}

describe('the register of the county', () => {
  it('has thirteen sites, each family on two or more', () => {
    expect(county.sites).toHaveLength(13);
    const counts = new Map<string, number>();
    for (const site of county.sites) counts.set(site.family, (counts.get(site.family) ?? 0) + 1);
    expect(counts.size).toBe(6);
    expect(Math.min(...counts.values())).toBeGreaterThanOrEqual(2);
  });

  it('is printed as the import expects it', () => {
    const lines = county.organisationsCsv.trim().split('\n');
    expect(lines[0]).toBe('名称,别名,层级,类别,上级,网站');
    expect(lines).toHaveLength(14);
    expect(lines[1]).toContain('云岭县人民政府,');
    expect(lines.slice(2).every((line) => line.includes(',云岭县人民政府,http://127.0.0.1:'))).toBe(true);
  });
});

describe('the truth agrees with the cases written by hand', () => {
  const documentsById = () => new Map(county.truth.documents.map((document) => [document.id, document]));

  it.each(seededDocuments)('$id: $why', ({ id, workdaysTaken, timeliness, needsReview }) => {
    const document = documentsById().get(id);
    expect(document).toMatchObject({ workdaysTaken, timeliness, needsReview: needsReview ?? false });
  });

  it('knows no other late document', () => {
    const late = county.truth.documents.filter((document) => document.timeliness === 'late').map((d) => d.id);
    const seeded = seededDocuments.filter((document) => document.timeliness === 'late').map((d) => d.id);
    expect(late.sort()).toEqual(seeded.sort());
  });

  it('knows the columns that are not in order, and no others', () => {
    const found = county.truth.columns
      .filter((column) => column.status !== 'ok')
      .map((column) => [column.organisation, column.key, column.status, column.newestOn]);
    expect(found).toEqual(seededColumns.map(([unit, ...rest]) => [nameOf(unit), ...rest]));
  });

  it('lets a quiet column pass that explains itself', () => {
    const column = county.truth.columns.find(
      (found) => found.organisation === nameOf(seededStatement.unit) && found.key === seededStatement.key,
    );
    expect(column).toMatchObject({ status: 'ok', newestOn: seededStatement.newestOn });
  });

  it('knows files without a number', () => {
    const found = county.truth.documents.filter((d) => d.genre === 'policy' && d.documentNumber === null);
    expect(found.map((document) => document.id)).toEqual(seededWithoutNumber);
  });

  it('knows interpretations without both links', () => {
    const found = county.truth.interpretations.filter((i) => !(i.linksToPolicy && i.linkedFromPolicy));
    expect(found.map((i) => [i.id, i.linksToPolicy, i.linkedFromPolicy])).toEqual(seededLinks);
  });

  it('knows annual reports that are late or lack parts', () => {
    const found = county.truth.annualReports.filter((r) => r.timeliness !== 'onTime' || r.missingParts.length > 0);
    const rows = found.map((r) => [r.organisation, r.year, r.timeliness, r.missingParts]);
    const expected = seededReports.map(([unit, ...rest]) => [nameOf(unit), ...rest]);
    expect(new Set(rows.map(String))).toEqual(new Set(expected.map(String)));
  });

  it('knows the fields and items of every catalogue', () => {
    const found = county.truth.catalogues.map(({ organisation, items, fields }) => [organisation, items, fields]);
    const seeded = seededCatalogues.map(([unit, ...rest]) => [nameOf(unit), ...rest]);
    expect(found.sort()).toEqual(seeded.sort());
  });

  it('knows what cannot be read', () => {
    const found = county.truth.unread.map((unread) => `${unread.organisation} ${unread.why}`);
    expect(found.sort()).toEqual(seededUnread.map(([unit, , why]) => `${nameOf(unit)} ${why}`).sort());
  });

  it('knows the accounts that are too many, and the units of which the list speaks', () => {
    const found = county.truth.findings.filter(({ indicator }) => indicator === 'accounts-per-platform');
    expect(found.map(({ organisation, subject, kind }) => [organisation, subject, kind])).toEqual(
      seededAccounts.map(([unit, ...rest]) => [nameOf(unit), ...rest]),
    );
    const listed = (county.accountsCsv ?? '').trim().split('\n').slice(1);
    expect([...new Set(listed.map((line) => line.split(',')[0]))]).toEqual(seededListed.map(nameOf));
  });

  it('knows what guides leave out', () => {
    const found = county.truth.findings.filter(({ indicator }) => indicator === 'guide-elements');
    expect(found.map(({ organisation, subject, kind }) => [organisation, subject, kind])).toEqual(
      seededGuides.map(([unit, ...rest]) => [nameOf(unit), ...rest]),
    );
  });

  it('knows the foot that lacks a mark, and the pages on matters that are not there or not whole', () => {
    const found = (indicator: string) =>
      county.truth.findings
        .filter((one) => one.indicator === indicator)
        .map(({ organisation, subject }) => [organisation, subject]);
    expect(found('footer-marks')).toEqual(seededFeet.map(([unit, mark]) => [nameOf(unit), mark]));
    expect(found('village-column')).toEqual(seededMatters.map(([unit, subject]) => [nameOf(unit), subject]));
    expect(found('participation-page')).toEqual(seededMatters.map(([unit, , subject]) => [nameOf(unit), subject]));
  });

  it('spreads: two units without a finding, two with ten or more', () => {
    const counts = county.sites.map(
      (s) => county.truth.findings.filter((f) => f.organisation === s.organisation).length,
    );
    expect(counts.filter((count) => count === 0)).toHaveLength(2);
    expect(counts.filter((count) => count >= 10)).toHaveLength(2);
  });

  it('has interpretations in every format', () => {
    expect(new Set(county.truth.interpretations.flatMap((reading) => reading.formats)).size).toBe(8);
  });
});

describe('the sites answer as the truth says', () => {
  /** A page of the app is asked for through its interface. */
  const contentUrl = (url: string) => url.replace(/(:\d+)\/content\/(\d+)$/u, '$1/api/content/$2');

  it('every document is there with its title, number and date, in its own encoding', async () => {
    for (const document of county.truth.documents) {
      const { status, text } = await textOf(contentUrl(document.url));
      expect(status, document.url).toBe(200);
      const plain = text.replaceAll('&quot;', '"').replaceAll('\\"', '"');
      expect(plain, document.url).toContain(document.title);
      if (document.documentNumber) expect(plain, document.url).toContain(document.documentNumber);
      expect(text, document.url).not.toMatch(/undefined|\[object/u);
      for (const name of document.attachments) expect(plain, document.url).toContain(name);
    }
  });

  it('interpretations have words when the truth says so, running or spoken, and only then', async () => {
    const inWords = new Set(['text', 'qa', 'press-conference', 'interview']);
    for (const reading of county.truth.interpretations) {
      const { text } = await textOf(contentUrl(reading.url));
      const isApp = text.startsWith('{');
      const html = isApp ? (JSON.parse(text) as { content: string }).content : text;
      const body = isApp
        ? html
        : html.slice(
            html.search(/class="(?:TRS_Editor|body|nr)|id="zw"/iu),
            html.search(
              /class="(?:related|annex|friends|footer)|政策原文：<A|<TD BGCOLOR[^>]*ALIGN="center"[^>]*>友情/u,
            ),
          );
      const words = body.replace(/<script[\s\S]*?<\/script>|<[^>]*>?|&nbsp;|\s/gu, '').length;
      if (reading.formats.some((format) => inWords.has(format))) expect(words, reading.url).toBeGreaterThanOrEqual(80);
      else expect(words, reading.url).toBeLessThan(80);
      expect(/<img[^>]*upload\/media/u.test(body), reading.url).toBe(reading.formats.includes('infographic'));
      expect(body.includes('<video'), reading.url).toBe(reading.formats.includes('video'));
    }
  });

  it('every page says that it is a sample', async () => {
    for (const site of county.sites) expect((await textOf(site.url)).text, site.url).toContain(sampleNotice);
  });

  it('the old sites send GB18030 without naming it in the header', async () => {
    const declared = await textOf(originOf('finance'));
    const silent = await textOf(originOf('liuxi'));
    expect([declared.type, silent.type]).toEqual(['text/html', 'text/html']);
    expect(declared.text).toContain('charset=gb2312');
    expect(silent.text).not.toContain('charset');
    const rare = county.truth.documents.find((document) => document.id === 'liuxi/p05');
    expect((await textOf(rare?.url ?? '')).text).toContain('石𬒗村');
  });

  it('troubled addresses are troubled as written', async () => {
    for (const unread of county.truth.unread) {
      if (unread.why === 'hijacked') continue;
      const { status, text } = await textOf(unread.url);
      if (unread.why === 'softNotFound') {
        const toHome = status === 302;
        const shell = text.includes('id="app"');
        expect(toHome || shell || /不存在/u.test(text), unread.url).toBe(true);
      } else {
        expect(status, unread.url).toBe(
          { notFound: 404, redirectLoop: 302, challenged: 412, timeout: 200 }[unread.why],
        );
      }
    }
  });

  it('a redirect loop never ends', async () => {
    const loop = county.truth.unread.find((unread) => unread.why === 'redirectLoop');
    await expect(fetch(loop?.url ?? '')).rejects.toThrow();
  });

  it('says not modified when nothing was', async () => {
    const url = originOf('portal');
    const etag = (await fetch(url)).headers.get('etag') ?? '';
    expect((await fetch(url, { headers: { 'if-none-match': etag } })).status).toBe(304);
  });

  it('attachments are real files of their kind', async () => {
    const signatures = { docx: 'PK', xlsx: 'PK', pdf: '%PDF' };
    for (const site of sites) {
      const entry = site.entries.find((candidate) => candidate.attachments.length > 0);
      const document = county.truth.documents.find((found) => found.id === `${site.unit.key}/${entry?.id}`);
      if (!entry || !document) continue;
      const { text } = await textOf(contentUrl(document.url));
      const href = /(?:href="|"href":")([^"]*_0\.(?:docx|xlsx|pdf))/iu.exec(text)?.[1]?.replaceAll('&amp;', '&') ?? '';
      const bytes = Buffer.from(await (await fetch(new URL(href, document.url))).arrayBuffer());
      const kind = entry.attachments[0]?.kind ?? 'pdf';
      expect(bytes.toString('latin1', 0, 4), href).toContain(signatures[kind]);
    }
  });
});
