import { describe, expect, it } from 'vitest';
import { asAddress, asAsked, fileQuery, nextSort, readAsked, readRange, readView, writeRange } from './ledger-view.js';

describe('the view of a ledger', () => {
  it('comes out of an address as it went in', () => {
    const view = {
      conditions: { title: '预算：甲、乙', timeliness: 'late,notMeasured', publishedOn: '2026-01-01..' },
      sort: '-publishedOn',
      columns: ['title', 'url'],
    };
    const address = asAddress(view);
    expect(address).toEqual({
      filter: ['title:预算：甲、乙', 'timeliness:late,notMeasured', 'publishedOn:2026-01-01..'],
      sort: '-publishedOn',
      columns: 'title,url',
    });
    expect(readView(address as never)).toEqual(view);
    expect(readAsked(asAsked(view))).toEqual(view);
  });

  it('leaves out what says nothing, and takes no harm from a broken address', () => {
    expect(asAddress({ conditions: { title: '' }, sort: null, columns: null })).toEqual({});
    expect(readView({ filter: ['novalue', ':x', null], sort: null, columns: '' })).toEqual({
      conditions: {},
      sort: null,
      columns: null,
    });
    expect(readView({ filter: 'title:a:b' }).conditions).toEqual({ title: 'a:b' });
  });

  it('asks for files by every condition', () => {
    expect(fileQuery({ period: '2026', filter: ['title:甲', 'state:new,open'], format: 'csv' })).toBe(
      'period=2026&filter=title%3A%E7%94%B2&filter=state%3Anew%2Copen&format=csv',
    );
  });

  it('goes from rising to falling to the order of the units', () => {
    expect(nextSort(null, 'points')).toBe('points');
    expect(nextSort('points', 'points')).toBe('-points');
    expect(nextSort('-points', 'points')).toBeNull();
    expect(nextSort('-points', 'state')).toBe('state');
  });

  it.each([
    ['', { from: '', to: '' }, ''],
    ['none', { from: '', to: '' }, ''],
    ['2026-01-01..', { from: '2026-01-01', to: '' }, '2026-01-01..'],
    ['..9', { from: '', to: '9' }, '..9'],
    ['5', { from: '5', to: '5' }, '5..5'],
  ])('reads the range %j', (condition, range, written) => {
    expect(readRange(condition)).toEqual(range);
    expect(writeRange(range)).toBe(written);
  });
});
