import { describe, expect, it } from 'vitest';
import { issued, someDocument, someOrganisation } from './facts.fixture.js';
import { isRepost, maybeRepost, titleMakers } from './makers.js';
import type { OrganisationRef } from './model.js';

const county: OrganisationRef = { ...someOrganisation, parent: '示例市人民政府' };
const bureau: OrganisationRef = {
  ...someOrganisation,
  id: '云岭县发展和改革局',
  name: '云岭县发展和改革局',
  category: '部门',
  parent: '云岭县人民政府',
};
const office: OrganisationRef = { ...bureau, id: '县府办', name: '云岭县人民政府办公室' };
const shortOffice: OrganisationRef = { ...bureau, id: '区府办', name: '区政府办公室', parent: '区政府' };
const town: OrganisationRef = {
  ...bureau,
  id: '青石镇',
  name: '云岭县青石镇人民政府',
  level: '乡',
  category: '街镇',
};
const countyCity: OrganisationRef = { ...county, id: '云岭市', name: '云岭市人民政府' };
const province: OrganisationRef = { ...county, name: '示例省人民政府', level: '省', parent: null };

const ofTitle = (title: string, change = {}) =>
  someDocument('甲', {
    title,
    documentNumber: '云政办发〔2022〕1号',
    issuer: null,
    issuedOn: issued('2022-09-01'),
    ...change,
  });
const judge = (title: string, unit: OrganisationRef, change = {}) => {
  const document = ofTitle(title, change);
  if (isRepost(document, unit)) return 'repost';
  return maybeRepost(document, unit) === null ? 'own' : 'doubt';
};

describe('who made a document, by its title', () => {
  it.each<[unit: OrganisationRef, title: string, made: 'own' | 'repost' | 'doubt']>([
    // The government, its office and its short names are one and the same on the government's own site.
    [county, '云岭县人民政府关于印发《云岭县防汛预案》的通知', 'own'],
    [county, '云岭县人民政府办公室关于印发《云岭县防汛预案》的通知', 'own'],
    [county, '县政府办公室关于做好秋收工作的通知', 'own'],
    [county, '云岭县政府办关于做好秋收工作的通知', 'own'],
    [county, '中共云岭县委办公室 云岭县人民政府办公室关于印发《若干措施》的通知', 'own'],
    [county, '云岭县民政局关于提高低保标准的通知', 'own'],
    [county, '青石镇人民政府关于征地补偿的公告', 'own'],
    [county, '关于印发《云岭县政务公开工作要点》的通知', 'own'],
    // Above it.
    [county, '示例市人民政府办公室关于印发《示例市养老服务规划》的通知', 'repost'],
    [county, '示例市政府办公室关于做好秋收工作的通知', 'repost'],
    [county, '市政府办公室关于做好秋收工作的通知', 'repost'],
    [county, '示例市人民政府办公室转发市民政局关于养老服务意见的通知', 'repost'],
    [county, '示例省人民政府办公厅关于促进消费的意见', 'repost'],
    [county, '省人民政府办公厅关于促进消费的意见', 'repost'],
    [county, '国务院办公厅关于促进消费的意见', 'repost'],
    [county, '财政部 税务总局关于小微企业税收优惠的公告', 'repost'],
    [county, '国家发展改革委关于印发《规划》的通知', 'repost'],
    [county, '示例市财政局关于拨付补助资金的通知', 'doubt'],
    // A name without a place may be either's.
    [county, '人民政府办公室关于做好秋收工作的通知', 'doubt'],
    [countyCity, '市政府办公室关于做好秋收工作的通知', 'doubt'],
    // Forwarding under a title of its own is its own document.
    [county, '云岭县人民政府转发示例市人民政府关于秋收工作意见的通知', 'own'],
    [county, '云岭县人民政府贯彻国务院关于促进消费意见的实施方案', 'own'],
    [county, '关于转发省民政厅关于养老服务意见的通知', 'own'],
    [county, '转发国务院办公厅关于促进消费的意见', 'own'],
    // The office of a government: what the office wrote is its own, what the government itself wrote a person settles.
    [office, '云岭县人民政府办公室关于印发《云岭县防汛预案》的通知', 'own'],
    [office, '县政府办公室关于做好秋收工作的通知', 'own'],
    [office, '县人民政府办公室关于做好秋收工作的通知', 'own'],
    [office, '云岭县人民政府关于印发《云岭县防汛预案》的通知', 'doubt'],
    [office, '示例省人民政府办公厅关于促进消费的意见', 'repost'],
    [shortOffice, '区政府办公室关于做好秋收工作的通知', 'own'],
    [shortOffice, '云岭区人民政府办公室关于做好秋收工作的通知', 'own'],
    [shortOffice, '人民政府办公室关于做好秋收工作的通知', 'doubt'],
    [shortOffice, '区政府关于做好秋收工作的通知', 'doubt'],
    // A department.
    [bureau, '云岭县发展和改革局关于调整水价的通知', 'own'],
    [bureau, '县发改局关于调整水价的通知', 'own'],
    [bureau, '云岭县发展和改革局办公室关于值班的通知', 'own'],
    [bureau, '云岭县财政局 云岭县发展和改革局关于拨付资金的通知', 'own'],
    [bureau, '云岭县人民政府办公室关于印发《云岭县防汛预案》的通知', 'repost'],
    [bureau, '县政府办公室关于做好秋收工作的通知', 'repost'],
    [bureau, '人民政府办公室关于做好秋收工作的通知', 'repost'],
    [bureau, '云岭县财政局关于拨付资金的通知', 'doubt'],
    [bureau, '示例市发展和改革委员会关于调整水价的通知', 'own'],
    [bureau, '示例市人民政府办公室关于印发《规划》的通知', 'doubt'],
    [bureau, '云岭县安全生产委员会办公室关于开展检查的通知', 'own'],
    // A town.
    [town, '青石镇人民政府关于印发《防汛预案》的通知', 'own'],
    [town, '镇政府关于防火的通告', 'own'],
    [town, '云岭县人民政府关于印发《云岭县防汛预案》的通知', 'repost'],
    [town, '云岭县政府办公室关于做好秋收工作的通知', 'repost'],
    [town, '县政府办公室关于做好秋收工作的通知', 'repost'],
    [town, '柳溪镇人民政府关于防火的通告', 'doubt'],
    [province, '国务院办公厅关于促进消费的意见', 'own'],
  ])('$name: %s is %s', (unit, title, made) => {
    expect(judge(title, unit)).toBe(made);
  });

  it.each<[what: string, title: string, change: object, made: string]>([
    ['the issuer above, the title silent', '关于促进消费的意见', { issuer: '示例市人民政府' }, 'repost'],
    ['the issuer above, the title own', '云岭县人民政府关于消费的意见', { issuer: '示例市人民政府' }, 'doubt'],
    ['a central number', '关于促进消费的意见', { documentNumber: '国办发〔2022〕9号' }, 'repost'],
    ['a central number, the title own', '云岭县人民政府关于消费的意见', { documentNumber: '国发〔2022〕9号' }, 'doubt'],
    ['the issuer own beside one above', '关于消费的意见', { issuer: '示例市人民政府、云岭县人民政府' }, 'own'],
    ['the issuer a city office', '关于消费的意见', { issuer: '示例市财政局' }, 'doubt'],
    ['the issuer own', '关于消费的意见', { issuer: '云岭县人民政府办公室' }, 'own'],
  ])('%s', (_, title, change, made) => {
    expect(judge(title, county, change)).toBe(made);
  });
});

describe('the makers in a title', () => {
  it.each([
    ['甲县财政局、甲县税务局关于某事的通知', ['甲县财政局', '甲县税务局']],
    ['关于转发某局关于某事的通知', []],
    ['甲县2022年工作要点', []],
  ])('%s', (title, makers) => {
    expect(titleMakers(title)).toEqual(makers);
  });

  it('takes no time on long hostile titles', () => {
    const from = process.cpuUsage().user / 1000;
    for (const title of ['县'.repeat(200_000), '、'.repeat(200_000), '云岭县 '.repeat(60_000)])
      isRepost(ofTitle(title, { issuer: title }), county);
    expect(process.cpuUsage().user / 1000 - from).toBeLessThan(2000);
  });
});

describe('names met before', () => {
  it('stand to each unit in their own way, however often and in whatever order they are asked', () => {
    const title = '云岭县人民政府关于印发方案的通知';
    for (let turn = 0; turn < 3; turn += 1) {
      expect(judge(title, bureau)).toBe('repost');
      expect(judge(title, { ...county, name: '云岭县人民政府' })).toBe('own');
    }
  });
  it('are told rightly after more names than are remembered', () => {
    for (let n = 0; n < 2100; n += 1) expect(judge(`第${n}局关于印发方案的通知`, bureau)).toBe('doubt');
    expect(judge('云岭县人民政府关于印发方案的通知', bureau)).toBe('repost');
  });
});

describe('a place in the name of an office', () => {
  it('is not the country side of 住房和城乡建设局', () => {
    const housing = { ...bureau, name: '示例市住房和城乡建设局', level: '市', parent: '示例市人民政府' };
    expect(judge('关于公布项目的通知', housing, { issuer: '市住建局' })).toBe('own');
  });
});
