import { describe, expect, it } from 'vitest';
import type { CatalogueItemFact, SiteFacts } from '#facts';
import { catalogueItemsHaveColumns } from './catalogue-items-have-columns.indicator.js';
import { evaluateIndicator } from './define-indicator.js';
import { someColumn, someContext, someDocument, someFacts } from './facts.fixture.js';

const item = (field: string, name: string, elements: Record<string, string> = {}): CatalogueItemFact => ({
  field,
  item: name,
  elements: { 公开方式: '主动', 公开渠道: '政府网站、公示栏', ...elements },
  url: 'https://www.yunling.example/ml/1.html',
  capture: 'capture-ml',
});
const inColumn = (columnName: string, change = {}) =>
  someDocument(columnName, { columnKey: null, columnName, ...change });
const evaluate = (facts: Partial<SiteFacts>) =>
  evaluateIndicator(catalogueItemsHaveColumns, someFacts(facts), someContext({}));

describe('columns for the items of a catalogue', () => {
  it.each<[what: string, row: CatalogueItemFact, columnName: string]>([
    ['the item', item('社会救助', '临时救助/审批信息'), '临时救助审批信息'],
    ['the item above', item('', '临时救助/审批信息'), '临时救助'],
    ['the field', item('社会救助', '临时救助/审批信息'), '社会救助领域'],
    ['another name of the field', item('就业', '岗位信息'), '就业创业'],
    ['a part of the name', item('', '政府采购中标结果'), '政府采购'],
  ])('passes with a column named after %s', (_, row, columnName) => {
    expect(evaluate({ catalogue: [row], documents: [inColumn(columnName)] })).toMatchObject({
      outcome: 'pass',
      measured: 1,
      of: 1,
    });
  });

  it('fails on a column that the law asks for by name and that is not there', () => {
    const catalogue = [item('', '政府信息公开/政府信息公开年报'), item('', '政府信息公开/政府信息公开指南')];
    const columns = [someColumn('annual', { state: 'missing', url: null, name: null }), someColumn('guide')];
    const result = evaluate({ catalogue, columns });
    expect(result).toMatchObject({ outcome: 'fail', measured: 1, of: 2 });
    expect(result.findings[0]).toMatchObject({ kind: 'fail', evidence: { capture: 'capture-annual' } });
    expect(result.findings[0]?.message).toContain('如“政府信息公开年报”（政府信息公开年报：');
  });

  it('asks a person about the rest, one finding a field', () => {
    const catalogue = [item('养老服务', '高龄津贴'), item('养老服务', '机构名录'), item('救灾', '避难场所')];
    const result = evaluate({ catalogue, documents: [inColumn('救灾')] });
    expect(result).toMatchObject({ outcome: 'pass', measured: 1, of: 1, unmeasured: 2 });
    expect(result.findings.map(({ kind, message }) => [kind, message])).toEqual([
      [
        'review',
        '“养老服务”领域有2个主动公开事项没有找到相应栏目，如“高龄津贴”；没有以该事项、其上级事项或所属领域命名的栏目，可能名称不同，须人工复核',
      ],
    ]);
  });

  const row = item('养老服务', '高龄津贴');
  it.each<[string, Partial<SiteFacts>, string]>([
    ['the column is called otherwise', { documents: [inColumn('老年人福利')] }, 'needsReview'],
    [
      'a column of the catalogue itself',
      { documents: [inColumn('养老服务', { columnKey: 'catalogue' })] },
      'needsReview',
    ],
    ['a column for everything', { documents: [inColumn('政策文件')], columns: [someColumn('policy')] }, 'needsReview'],
    [
      'a report of something else',
      {
        catalogue: [item('食品药品监管', '抽检/年度报告')],
        columns: [someColumn('annual', { state: 'missing', url: null })],
      },
      'needsReview',
    ],
    ['only on request', { catalogue: [item('养老服务', '高龄津贴', { 公开方式: '依申请' })] }, 'notApplicable'],
    ['not on the site', { catalogue: [item('养老服务', '高龄津贴', { 公开渠道: '入户、公示栏' })] }, 'notApplicable'],
    [
      'without a word on how',
      { catalogue: [item('养老服务', '高龄津贴', { 公开方式: '', 公开渠道: '' })] },
      'needsReview',
    ],
    [
      'a column that was not read',
      { catalogue: [item('', '政府信息公开指南')], columns: [someColumn('guide', { state: 'unread', capture: null })] },
      'notMeasured',
    ],
    [
      'the home page was not read',
      {
        catalogue: [item('', '政府信息公开年报')],
        columns: [someColumn('annual', { state: 'missing', url: null })],
        home: null,
      },
      'notMeasured',
    ],
    ['nothing read', { catalogue: [] }, 'notMeasured'],
  ])('%s: %s', (_, facts, outcome) => {
    expect(evaluate({ catalogue: [row], ...facts }).outcome).toBe(outcome);
  });
});
