import { describe, expect, it } from 'vitest';
import type { CatalogueItemFact } from '#facts';
import { catalogueNamesConsistent } from './catalogue-names-consistent.indicator.js';
import { evaluateIndicator } from './define-indicator.js';
import { someContext, someFacts, someOrganisation } from './facts.fixture.js';
import type { OrganisationRef, Peer, Records } from './model.js';
import { NameIndex } from './name-index.js';
import { serviceNamesSame } from './service-names-same.indicator.js';

function items(field: string, ...names: string[]): CatalogueItemFact[] {
  const at = { url: 'https://www.yunling.example/ml/', capture: 'capture-ml' };
  return names.map((item) => ({ field, item, elements: {}, ...at }));
}

describe('the nearest of many names', () => {
  const index = new NameIndex(['最低生活保障对象认定', '特困人员认定', '临时救助对象认定', '低保']);

  it.each([
    ['最低生活保障对象认定', true, '最低生活保障对象认定'],
    ['最低生活保障 （对象认定）', true, '最低生活保障对象认定'],
    ['最低生活保障对象的认定', false, '最低生活保障对象认定'],
    ['特困供养人员认定', false, '特困人员认定'],
    ['食品经营许可', false, null],
    ['低保', true, null],
    ['', false, null],
  ])('of %s', (name, has, nearest) => {
    expect(index.has(name)).toBe(has);
    expect(index.nearest(name, 0.65)).toBe(nearest);
  });

  it('is found quickly', () => {
    const many = new NameIndex(Array.from({ length: 5000 }, (_, n) => `事项${n}行政许可办理${n * 7}`));
    const before = process.cpuUsage().user / 1000;
    for (let n = 0; n < 500; n += 1) many.nearest(`事项${n}行政许可受理${n * 7}`, 0.75);
    expect(process.cpuUsage().user / 1000 - before).toBeLessThan(5000);
  });
});

describe('names of the catalogue beside those of the portal of services', () => {
  const office: OrganisationRef = {
    ...someOrganisation,
    id: 'u2',
    name: '云岭县民政局',
    aliases: ['县民政局'],
    category: '部门',
  };
  const evidence = { capture: 'import-list', url: '政务服务事项.csv' };
  const records = (...services: [string, string | null][]): Records => ({
    decisions: [],
    counts: [],
    services: {
      source: '云岭县政务服务网',
      services: services.map(([name, organisation]) => ({ name, organisation })),
      evidence,
    },
  });
  const list = records(
    ['最低生活保障对象认定', '云岭县民政局'],
    ['临时救助对象认定', null],
    ['食品经营许可', '云岭县市场监督管理局'],
  );
  const judge = (catalogue: CatalogueItemFact[], given: Records | undefined, organisation = office) =>
    evaluateIndicator(
      serviceNamesSame,
      someFacts({ catalogue }),
      someContext({}, { organisation, ...(given ? { records: given } : {}) }),
    );

  it.each<[string, CatalogueItemFact[], Records | undefined, string]>([
    ['the same name', items('社会救助', '最低生活保障对象认定'), list, 'pass'],
    ['the same name of one level', items('社会救助', '社会救助/最低生活保障对象认定'), list, 'pass'],
    [
      'a name that differs a little',
      items('社会救助', '最低生活保障对象的认定', '临时救助对象认定'),
      list,
      'needsReview',
    ],
    ['no name like it', items('社会救助', '年度工作要点'), list, 'notMeasured'],
    ['another unit’s matter', items('食品药品监管', '食品经营许可'), list, 'notMeasured'],
    ['no list', items('社会救助', '最低生活保障对象认定'), undefined, 'notMeasured'],
    ['records without a list', items('社会救助', '最低生活保障对象认定'), { decisions: [], counts: [] }, 'notMeasured'],
    [
      'a list of others',
      items('社会救助', '最低生活保障对象认定'),
      records(['食品经营许可', '云岭县市场监督管理局']),
      'notMeasured',
    ],
    ['no catalogue', [], list, 'notMeasured'],
  ])('%s', (_, catalogue, given, outcome) => {
    const result = judge(catalogue, given);
    expect(result.outcome, result.message).toBe(outcome);
    expect(result.findings.filter(({ kind }) => kind === 'fail')).toEqual([]);
  });

  it('names both', () => {
    expect(judge(items('社会救助', '最低生活保障对象的认定', '临时救助对象认定'), list)).toMatchObject({
      message: '1个事项的名称与政务服务网一致，1个名称相近而不同，须人工复核',
      findings: [
        {
          subject: '社会救助 最低生活保障对象的认定',
          kind: 'review',
          details: [
            { value: '社会救助' },
            { value: '最低生活保障对象的认定' },
            { label: '政务服务网写作', value: '最低生活保障对象认定' },
          ],
        },
      ],
    });
  });

  it('takes the names of all units for a government and those of its aliases for a unit', () => {
    expect(judge(items('食品药品监管', '食品经营许可'), list, someOrganisation).outcome).toBe('pass');
    expect(judge(items('社会救助', '特困人员认定'), records(['特困人员认定', '县民政局'])).outcome).toBe('pass');
  });
});

describe('names of a catalogue beside those of the unit above', () => {
  const town: OrganisationRef = {
    ...someOrganisation,
    id: 'u3',
    name: '青石镇人民政府',
    level: '乡',
    category: '街镇',
    parent: '云岭县人民政府',
  };
  const village: OrganisationRef = { ...town, id: 'u4', name: '柳树村', level: '村', category: '村居', parent: 'u3' };
  const peer = (organisation: OrganisationRef, catalogue: CatalogueItemFact[]): Peer => ({
    organisation,
    facts: { annualReports: [], catalogue },
  });
  const county = peer(someOrganisation, items('社会救助', '最低生活保障/审核确认信息', '特困人员救助供养/政策法规'));
  const judge = (catalogue: CatalogueItemFact[], peers?: Peer[], organisation = town) =>
    evaluateIndicator(
      catalogueNamesConsistent,
      someFacts({ catalogue }),
      someContext({}, { organisation, ...(peers ? { peers } : {}) }),
    );
  const same = items('社会救助领域', '最低生活保障/审核确认信息');
  const near = items('社会救助', '最低生活保障/审核认定信息');

  it.each<[string, CatalogueItemFact[], Peer[] | undefined, OrganisationRef, string]>([
    ['the same name', same, [county], town, 'pass'],
    ['a name that differs a little', [...same, ...near], [county], town, 'needsReview'],
    ['a name that differs a little in another field', items('养老服务', near[0]!.item), [county], town, 'notMeasured'],
    ['a matter of its own', [...same, ...items('社会救助', '村级互助金发放名单')], [county], town, 'pass'],
    ['by a township without a catalogue', near, [county, peer(town, [])], village, 'needsReview'],
    ['by a township with a catalogue', near, [county, peer(town, near)], village, 'pass'],
    ['a township that is not known', near, [county], village, 'notMeasured'],
    ['a circle of units', near, [peer({ ...town, parent: 'u4' }, []), peer(village, [])], village, 'notMeasured'],
    ['no catalogue above', near, [peer(someOrganisation, [])], town, 'notMeasured'],
    ['nobody beside', near, undefined, town, 'notMeasured'],
    ['no catalogue', [], [county], town, 'notMeasured'],
    ['a county', near, [county], someOrganisation, 'notApplicable'],
  ])('%s', (_, catalogue, peers, organisation, outcome) => {
    const result = judge(catalogue, peers, organisation);
    expect(result.outcome, result.message).toBe(outcome);
  });
});
