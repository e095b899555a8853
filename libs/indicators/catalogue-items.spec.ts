import { describe, expect, it } from 'vitest';
import type { CatalogueItemFact, SiteFacts } from '#facts';
import { pilotFields } from '#programmes';
import { catalogueElementsComplete } from './catalogue-elements-complete.indicator.js';
import { catalogueFieldsCovered } from './catalogue-fields-covered.indicator.js';
import { evaluateIndicator } from './define-indicator.js';
import { someColumn, someContext, someDocument, someFacts, someOrganisation } from './facts.fixture.js';

const url = 'https://www.yunling.example/ml/1.html';
const full = {
  公开内容: '申请条件',
  公开依据: '条例',
  公开时限: '20个工作日',
  公开主体: '民政局',
  公开渠道: '政府网站',
  公开对象: '全社会',
  公开方式: '主动',
};
const item = (field: string, name: string, elements: Record<string, string> = {}): CatalogueItemFact => ({
  field,
  item: name,
  elements: { ...full, ...elements },
  url,
  capture: 'capture-ml',
});
const unread = (linkText: string): SiteFacts['unread'][number] => ({
  url: 'https://www.yunling.example/x.html',
  outcome: 'timeout',
  visit: { as: 'detail', columnKey: null, columnName: null, from: null, linkText, listPage: 1, depth: 2 },
  unrendered: false,
  capture: 'capture-x',
});

describe('fields covered by the catalogue', () => {
  const evaluate = (facts: Partial<SiteFacts>, params: unknown = {}, context = {}) =>
    evaluateIndicator(catalogueFieldsCovered, someFacts(facts), someContext(params, context));
  const three = {
    fields: [
      { name: '养老服务' },
      { name: '就业', aliases: ['就业创业'] },
      { name: '城乡规划', aliases: ['国土空间规划'], appliesTo: { levels: ['县'] } },
    ],
  };

  it('passes with every pilot field, under any of its names', () => {
    const catalogue = pilotFields.map(({ title, aliases }, n) => item(n % 2 ? title : (aliases[0] ?? title), '事项'));
    expect(evaluate({ catalogue })).toMatchObject({ outcome: 'pass', measured: 26, of: 26 });
  });

  it('finds the fields that are not there, on the page of the catalogue', () => {
    const catalogue = [item('养老服务', '高龄津贴'), item('旅游', '景区名录')];
    const result = evaluate({ catalogue, columns: [someColumn('catalogue', { itemCount: 0 })] }, three);
    expect(result).toMatchObject({ outcome: 'fail', measured: 1, of: 3 });
    expect(result.findings.map((one) => [one.subject, one.evidence.capture])).toEqual([
      ['城乡规划', 'capture-catalogue'],
      ['就业', 'capture-catalogue'],
    ]);
  });

  it('asks what applies to the level of the unit', () => {
    const organisation = { ...someOrganisation, level: '乡', category: '街镇' };
    const catalogue = [item('养老服务', '高龄津贴'), item('就业创业', '招聘')];
    expect(evaluate({ catalogue }, three, { organisation })).toMatchObject({ outcome: 'pass', measured: 2, of: 2 });
    const county = { fields: [{ name: '城乡规划', appliesTo: { levels: ['县'] } }] };
    expect(evaluate({ catalogue }, county, { organisation }).outcome).toBe('notApplicable');
  });

  it('leaves it to a person which fields concern a unit that has only some', () => {
    const organisation = { ...someOrganisation, level: '乡', category: '街镇' };
    const params = { ...three, relevantOnly: { categories: ['街镇'] } };
    const some = evaluate({ catalogue: [item('养老服务', '高龄津贴')] }, params, { organisation });
    expect(some).toMatchObject({ outcome: 'needsReview', measured: 0, of: 0, unmeasured: 2 });
    expect(some.findings.map(({ kind, subject }) => [kind, subject])).toEqual([['review', 'fields']]);
    expect(evaluate({ catalogue: [item('养老服务', '高龄津贴')] }, params).outcome).toBe('fail');
    const all = [item('养老服务', '高龄津贴'), item('就业', '招聘')];
    expect(evaluate({ catalogue: all }, params, { organisation })).toMatchObject({ outcome: 'pass', of: 2 });
  });

  it('asks a named unit for its own field', () => {
    const fields = [
      { name: '养老服务', appliesTo: { categories: ['政府'], units: ['县民政局'] } },
      { name: '就业', appliesTo: { units: ['县人社局'] } },
    ];
    const organisation = { ...someOrganisation, name: '云岭县民政局', aliases: ['县民政局'], category: '部门' };
    const catalogue = [item('养老服务', '高龄津贴')];
    expect(evaluate({ catalogue }, { fields }, { organisation })).toMatchObject({ outcome: 'pass', of: 1 });
    expect(evaluate({ catalogue }, { fields })).toMatchObject({ outcome: 'pass', of: 1 });
    const other = { ...organisation, name: '云岭县教育局', aliases: [] };
    expect(evaluate({ catalogue }, { fields }, { organisation: other }).outcome).toBe('notApplicable');
  });

  it.each<[string, Partial<SiteFacts>, string]>([
    ['beyond doubt', {}, 'fail'],
    [
      'the field is named as the first level',
      { catalogue: [item('', '养老服务/津贴'), item('', '就业/招聘')] },
      'pass',
    ],
    ['items of no field', { catalogue: [item('养老服务', '津贴'), item('', '招聘信息')] }, 'review'],
    ['a page of a catalogue unread', { unread: [unread('就业领域标准目录')] }, 'review'],
    ['another page unread', { unread: [unread('关于停水的公告')] }, 'fail'],
    ['an entry of the column that was not read', { columns: [someColumn('catalogue', { itemCount: 1 })] }, 'review'],
    ['a column not read to its end', { columns: [someColumn('catalogue', { complete: false })] }, 'review'],
    [
      'a file named after it',
      {
        documents: [
          someDocument('甲', {
            kind: 'catalogue',
            title: '标准目录',
            attachments: [{ title: '就业领域.pdf', url: 'u' }],
          }),
        ],
      },
      'pass',
    ],
    [
      'a file named after nothing',
      {
        documents: [
          someDocument('甲', { kind: 'catalogue', title: '标准目录', attachments: [{ title: '附件.xls', url: 'u' }] }),
        ],
      },
      'review',
    ],
    ['no items at all', { catalogue: [] }, 'notMeasured'],
  ])('%s: %s', (_, change, outcome) => {
    const two = { fields: three.fields.slice(0, 2) };
    const result = evaluate({ catalogue: [item('养老服务', '津贴')], ...change }, two);
    expect(result.findings[0]?.kind ?? result.outcome).toBe(outcome);
  });
});

describe('elements of the catalogue', () => {
  const evaluate = (catalogue: CatalogueItemFact[], params: unknown = {}) =>
    evaluateIndicator(catalogueElementsComplete, someFacts({ catalogue }), someContext(params));

  it('passes when every item has all eight', () => {
    expect(evaluate([item('养老服务', '高龄津贴')])).toMatchObject({ outcome: 'pass', measured: 1, of: 1 });
  });

  it('finds blank elements, one finding a field', () => {
    const result = evaluate([
      item('养老服务', '高龄津贴'),
      item('养老服务', '护理补贴', { 公开时限: ' ' }),
      item('养老服务', '机构名录', { 公开对象: '' }),
      item('救灾', '灾情', { 公开方式: '' }),
    ]);
    expect(result).toMatchObject({ outcome: 'fail', measured: 1, of: 4 });
    expect(result.findings.map(({ message }) => message)).toEqual(
      [
        '“养老服务”领域有2个事项缺少要素（时限、公开对象），如“护理补贴”缺少时限',
        '“救灾”领域有1个事项缺少要素（方式），如“灾情”缺少方式',
      ].sort(),
    );
  });

  it.each<[string, CatalogueItemFact[], string]>([
    ['one blank element', [item('', '甲'), item('', '乙', { 公开依据: '' })], 'fail'],
    [
      'a column that is not there, or was not recognised',
      [item('', '甲', { 公开依据: '' }), item('', '乙', { 公开依据: '' })],
      'needsReview',
    ],
    [
      'cells blank as of a merged one taken apart',
      [item('', '甲'), item('', '乙', { 公开依据: '', 公开时限: '', 公开主体: '' })],
      'pass',
    ],
    ['nothing read', [], 'notMeasured'],
  ])('%s: %s', (_, rows, outcome) => {
    expect(evaluate(rows).outcome).toBe(outcome);
  });

  it('knows the elements of longer sets by their other names', () => {
    const ten = '公开类型 业务领域 层级分类 事项名称 事项内容 公开依据 公开主体 公开时限 公开方式 服务对象'.split(' ');
    const row = item('就业', '招聘/岗位信息', { 公开方式: '', 公开形式: '主动公开', 公开类型: '服务' });
    expect(evaluate([row], { elements: ten }).outcome).toBe('pass');
    expect(evaluate([row, item('就业', '招聘')], { elements: ten }).outcome).toBe('fail');
  });

  it('asks for the elements that the plan names', () => {
    expect(evaluate([item('', '甲', { 公开渠道: '' }), item('', '乙')], { elements: ['名称', '依据'] }).outcome).toBe(
      'pass',
    );
    expect(evaluate([item('', '甲')], { elements: ['公开状态'] }).outcome).toBe('needsReview');
  });
});
