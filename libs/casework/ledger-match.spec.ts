import { describe, expect, it } from 'vitest';
import type { DocumentFact } from '#facts';
import type { LedgerDocument } from '#indicators';
import { issued, published, someDocument } from '../indicators/facts.fixture.js';
import { coreTitle, ledgerKey, matchLedger } from './ledger-match.js';

const row = (change: Partial<LedgerDocument> = {}): LedgerDocument => ({
  organisation: 'unit',
  title: '云岭县人民政府关于印发云岭县农村供水管理办法的通知',
  documentNumber: '云政发〔2022〕3号',
  issuedOn: '2022-03-01',
  openness: '主动公开',
  reason: null,
  evidence: { capture: 'import', url: '台账.xlsx' },
  ...change,
});

const page = (name: string, change: Partial<DocumentFact> = {}): DocumentFact =>
  someDocument(name, {
    title: '云岭县人民政府关于印发云岭县农村供水管理办法的通知',
    documentNumber: '云政发〔2022〕3号',
    issuedOn: issued('2022-03-01'),
    publishedOn: published('2022-03-10'),
    ...change,
  });

const match = (document: LedgerDocument, own: DocumentFact[], above: DocumentFact[] = []) =>
  matchLedger([document], { own, above }).get(ledgerKey(document))!;

/** “number” and the like for a certain match, “?” for one left to a person, “-” for none. */
const told = (document: LedgerDocument, one: DocumentFact) => {
  const { pages, candidates } = match(document, [one]);
  return pages[0]?.way ?? (candidates.length > 0 ? '?' : '-');
};

describe('a document of a ledger and a page', () => {
  it.each<[string, Partial<LedgerDocument>, Partial<DocumentFact>, string]>([
    ['number and title', {}, {}, 'number'],
    ['square brackets', {}, { documentNumber: '云政发[2022]3号' }, 'number'],
    ['round brackets of full width', {}, { documentNumber: '云政发（2022）3号' }, 'number'],
    ['spaces within the number', {}, { documentNumber: '云政发 〔2022〕 3 号' }, 'number'],
    ['figures of full width', {}, { documentNumber: '云政发〔２０２２〕３号' }, 'number'],
    ['no maker in the ledger', { title: '关于印发云岭县农村供水管理办法的通知' }, {}, 'number'],
    ['marks of a book', {}, { title: '云岭县人民政府关于印发《云岭县农村供水管理办法》的通知' }, 'number'],
    [
      'the number after the title',
      {},
      { title: '关于印发云岭县农村供水管理办法的通知（云政发〔2022〕3号）' },
      'number',
    ],
    ['a corrected reprint', {}, { title: '关于印发云岭县农村供水管理办法的通知（更正）' }, 'number'],
    ['a slip in the title', { title: '关于印发云岭县农村供水管理方法的通知' }, {}, 'number'],
    ['the number alone', { title: '关于召开全县防汛工作会议的通知' }, {}, '?'],
    ['the same title, another number', {}, { documentNumber: '云政办发〔2022〕3号' }, '?'],
    [
      'the same title in another year',
      {},
      { documentNumber: '云政发〔2021〕9号', issuedOn: issued('2021-03-01') },
      '-',
    ],
    ['no number, title and day', { documentNumber: null }, {}, 'titleAndDay'],
    ['no number on the page', {}, { documentNumber: null }, 'titleAndDay'],
    ['no number, another day', { documentNumber: null }, { issuedOn: issued('2022-03-04') }, '?'],
    ['no number, years apart', { documentNumber: null }, { issuedOn: issued('2019-03-01') }, '-'],
    ['no number, no day', {}, { documentNumber: null, issuedOn: null }, 'title'],
    [
      'no number, no day, up before it was made',
      {},
      { documentNumber: null, issuedOn: null, publishedOn: published('2021-05-01') },
      '?',
    ],
    [
      'a short title without number and day',
      { title: '放假通知' },
      { title: '放假通知', documentNumber: null, issuedOn: null },
      '?',
    ],
    ['another maker', { documentNumber: null }, { title: '云岭县水务局关于印发云岭县农村供水管理办法的通知' }, '?'],
    [
      'a slip in the title, no number',
      { title: '关于印发云岭县农村供水管理方法的通知', documentNumber: null },
      {},
      '?',
    ],
    ['its interpretation', {}, { kind: 'interpretation' }, '-'],
    ['an interpretation by its title', {}, { title: '《云岭县农村供水管理办法》政策解读' }, '-'],
    ['nothing alike', {}, { title: '关于表彰先进集体的决定', documentNumber: '云政发〔2022〕8号' }, '-'],
  ])('%s', (_, document, change, expected) => {
    expect(told(row(document), page('a', change))).toBe(expected);
  });

  it('is certain for every page that it was put up on again', () => {
    const again = page('b', { title: '关于印发云岭县农村供水管理办法的通知（更正）' });
    expect(match(row(), [page('a'), again]).pages.map(({ page }) => page.url)).toEqual([page('a').url, again.url]);
  });

  it('is left to a person where two rows, or two pages without number and day, might be meant', () => {
    const rows = [row(), row({ issuedOn: '2022-03-02' })];
    const both = matchLedger(rows, { own: [page('a')], above: [] });
    for (const one of rows) {
      expect(both.get(ledgerKey(one))).toMatchObject({ pages: [], candidates: [{ page: { url: page('a').url } }] });
      expect(both.get(ledgerKey(one))?.candidates[0]?.why).toContain('另有一份');
    }
    const bare = { documentNumber: null, issuedOn: null };
    expect(match(row(), [page('a', bare), page('b', bare)])).toMatchObject({ pages: [], candidates: [{}, {}] });
  });

  it('is not looked for on a page that is another document of the ledger', () => {
    const rows = [row(), row({ title: '关于印发云岭县农村供水管理方法的通知', documentNumber: '云政发〔2022〕4号' })];
    const both = matchLedger(rows, { own: [page('a')], above: [] });
    expect(rows.map((one) => both.get(ledgerKey(one)))).toMatchObject([
      { pages: [{ way: 'number' }] },
      { candidates: [] },
    ]);
    expect(match(rows[1]!, [page('a')])).toMatchObject({ candidates: [{}] });
  });

  it('is found on the site above by number and title alone', () => {
    expect(match(row(), [], [page('a')]).pages).toMatchObject([{ above: true, way: 'number' }]);
    expect(match(row({ documentNumber: null }), [], [page('a')])).toEqual({ pages: [], candidates: [] });
    expect(match(row({ title: '关于召开会议的通知' }), [], [page('a')])).toEqual({ pages: [], candidates: [] });
  });

  it('keeps the same number of two units apart by unit', () => {
    expect(ledgerKey(row())).not.toBe(ledgerKey(row({ organisation: 'other' })));
    expect(ledgerKey(row())).toBe(ledgerKey(row({ title: '关于印发云岭县农村供水管理办法的通知' })));
  });

  it('is what somebody said', () => {
    const wrong = page('a', { title: '关于召开全县防汛工作会议的通知' });
    const say = (word: 'same' | 'different', url = wrong.url) =>
      matchLedger([row()], { own: [wrong], above: [] }, new Map([[ledgerKey(row()), new Map([[url, word]])]])).get(
        ledgerKey(row()),
      );
    expect(say('same')).toMatchObject({ pages: [{ way: 'person' }], candidates: [] });
    expect(say('different')).toEqual({ pages: [], candidates: [] });
    // A page that is there no more says nothing.
    expect(say('same', 'https://gone.example/')).toMatchObject({ pages: [], candidates: [{}] });
    const certain = matchLedger(
      [row()],
      { own: [page('a')], above: [] },
      new Map([[ledgerKey(row()), new Map([[page('a').url, 'different' as const]])]]),
    );
    expect(certain.get(ledgerKey(row()))).toEqual({ pages: [], candidates: [] });
  });
});

describe('a title without what sites put around it', () => {
  it.each([
    ['云岭县人民政府办公室关于做好春耕工作的通知', '关于做好春耕工作的通知'],
    ['关于做好春耕工作的通知（云政办发〔2022〕3号）', '关于做好春耕工作的通知'],
    ['关于做好春耕工作的通知【修订稿】', '关于做好春耕工作的通知'],
    ['关于《做好 春耕》工作的通知', '关于做好春耕工作的通知'],
  ])('%s', (title, core) => expect(coreTitle(title)).toBe(core));

  it('is cut where it is hostile', () => {
    expect(coreTitle('（更正'.repeat(100_000)).length).toBeLessThan(1000);
  });
});
