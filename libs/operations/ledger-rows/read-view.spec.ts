import { describe, expect, it } from 'vitest';
import { BadInput } from '#kernel';
import { ledgerDefinition } from './definitions.js';
import { readView, type LedgerView } from './read-view.js';

const documents = ledgerDefinition('documents');
const interpretations = ledgerDefinition('interpretations');
const view = (more: Partial<LedgerView>): LedgerView => ({ filter: [], sort: null, columns: null, ...more });
const said = (ledger: typeof documents, more: Partial<LedgerView>): string => {
  try {
    readView(ledger, view(more));
  } catch (error) {
    if (error instanceof BadInput) return error.message;
    throw error;
  }
  return 'taken';
};

describe('a view in an address', () => {
  it.each([
    ['title:关于:预算', { key: 'title', is: 'contains', text: '关于:预算' }],
    ['timeliness:late,notMeasured', { key: 'timeliness', is: 'oneOf', values: ['late', 'notMeasured'], none: false }],
    ['publishedOn:2026-01-01..2026-03-31', { key: 'publishedOn', is: 'between', from: '2026-01-01', to: '2026-03-31' }],
    ['publishedOn:..2026-03-31', { key: 'publishedOn', is: 'between', from: null, to: '2026-03-31' }],
    ['publishedOn:2026-03-31', { key: 'publishedOn', is: 'between', from: '2026-03-31', to: '2026-03-31' }],
    ['publishedOn:none', { key: 'publishedOn', is: 'none' }],
    ['workdaysTaken:9..30', { key: 'workdaysTaken', is: 'between', from: '9', to: '30' }],
  ])('reads %s', (filter, read) => {
    expect(readView(documents, view({ filter: [filter] })).filters).toEqual([read]);
  });

  it.each([
    ['linksToPolicy:false,none', { key: 'linksToPolicy', is: 'oneOf', values: ['false'], none: true }],
    ['formats:infographic,none', { key: 'formats', is: 'holds', values: ['infographic'], none: true }],
  ])('reads %s', (filter, read) => {
    expect(readView(interpretations, view({ filter: [filter] })).filters).toEqual([read]);
  });

  it('reads the order, of closed sets as they are listed, and the columns once each', () => {
    const read = readView(documents, view({ sort: '-timeliness', columns: ['url', 'title', 'url'] }));
    expect(read.sort).toEqual({ key: 'timeliness', descending: true, order: ['onTime', 'late', 'notMeasured'] });
    expect(read.columns.map(({ title }) => title)).toEqual(['网址', '标题']);
    expect(readView(documents, view({ sort: 'publishedOn' })).sort).toMatchObject({ descending: false, order: null });
    expect(readView(documents, view({})).columns.map(({ key }) => key)).not.toContain('capture');
  });

  it.each([
    [{ filter: ['title'] }, '看不懂“title”'],
    [{ filter: ['nothing:1'] }, '没有“nothing”这一列'],
    [{ filter: ['title: '] }, '没有条件'],
    [{ filter: [`title:${'字'.repeat(101)}`] }, '至多 100 字'],
    [{ filter: ['url:https'] }, '这一列不能筛选'],
    [{ filter: ['timeliness:late,soon'] }, '没有“soon”'],
    [{ filter: ['timeliness:none'] }, '没有“none”'],
    [{ filter: ['publishedOn:2026-02-30..'] }, '看不懂“2026-02-30”'],
    [{ filter: ['publishedOn:..'] }, '看不懂'],
    [{ filter: ['publishedOn:2026-03-31..2026-01-01'] }, '在终点 2026-01-01 之后'],
    [{ filter: ['workdaysTaken:1e9..'] }, '看不懂“1e9”'],
    [{ filter: ['workdaysTaken:9..10..11'] }, '看不懂'],
    [{ filter: Array.from({ length: 21 }, () => 'title:甲') }, '至多 20 个'],
    [{ sort: 'title' }, '不能按“标题”排序'],
    [{ sort: "title'; drop table finding" }, '没有“title'],
    [{ columns: ['organisation', 'secret'] }, '没有“secret”这一列'],
    [{ columns: [] }, '至少一列'],
  ])('refuses %j in one line', (more, words) => {
    const line = said(documents, more);
    expect(line).toContain(words);
    expect(line).not.toContain('\n');
  });
});
