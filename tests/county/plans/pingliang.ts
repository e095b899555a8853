import { catalogueFields } from '../render/catalogue-table.js';
import type { PlanArea } from './area.js';

const parent = '平凉市政府';
const fields = ['重大建设项目', '义务教育', '社会救助', '养老服务', '财政预决算', '就业', '社会保险', '涉农补贴'];

/** The city, the two pilot counties with catalogues of all fields, two others, the industrial park and one office. */
export const pingliang: PlanArea = {
  programme: 'pingliang-2020',
  place: { name: '平凉市', grade: '市', asOf: '2021-03-31', domain: 'pingliang.example' },
  periods: ['2020Q4', '2021Q1'],
  standingFrom: '2020-11-03',
  units: [
    {
      name: parent,
      aliases: ['市政府'],
      level: '市',
      category: '政府',
      family: 'trs',
      prefix: '示平政发',
      subjects: ['粮食收储', '山区公路养护', '冬季供暖', '苹果产业帮扶', '政务公开', '义务植树'],
      fields,
    },
    {
      name: '灵台县政府',
      level: '县',
      category: '政府',
      parent,
      family: 'hanweb',
      prefix: '示灵政发',
      subjects: ['养殖小区建设', '农村公路管护', '义务教育保障', '高龄津贴发放'],
      fields: [...catalogueFields],
    },
    {
      name: '崇信县政府',
      level: '县',
      category: '政府',
      parent,
      family: 'openness',
      prefix: '示崇政发',
      subjects: ['水源地保护', '技能培训', '危房动态监测', '集中供养'],
      fields: [...catalogueFields],
      // The 20th working day across Spring Festival 2021, counting the make-up days of 7 and 20 February.
      seeds: { dates: { 1: ['2021-01-22', '2021-02-24'] }, uninterpreted: [0] },
    },
    {
      name: '崆峒区政府',
      level: '县',
      category: '政府',
      parent,
      family: 'json',
      prefix: '示崆政发',
      subjects: ['景区周边整治', '老旧小区改造', '公交线路调整', '社区助老'],
      fields,
      seeds: { dates: { 0: ['2021-01-22', '2021-02-25'] }, late: [0], plain: true },
    },
    {
      name: '静宁县政府',
      level: '县',
      category: '政府',
      parent,
      family: 'asp',
      prefix: '示静政发',
      subjects: ['果品冷链', '梯田整修', '农村供水', '耕地补贴'],
      fields,
      seeds: {
        dates: { 1: ['2020-11-02', '2021-01-28'], 3: ['2020-08-10', '2020-11-05'] },
        late: [1, 3],
        states: { catalogue: 'empty', interaction: 'notFound' },
      },
    },
    {
      name: '平凉工业园区管委会',
      level: '县',
      category: '园区',
      parent,
      family: 'hanweb',
      prefix: '示园管发',
      subjects: ['企业用工服务', '安全生产检查', '标准厂房租用'],
      fields: ['重大建设项目', '就业'],
      seeds: { unnumbered: [0], oneWay: [1] },
    },
    {
      name: '市公管办',
      level: '市',
      category: '单位',
      parent,
      family: 'trs',
      prefix: '示公管发',
      subjects: ['办事指南编制', '交易信息公开', '窗口服务评价'],
      fields: ['公共资源交易'],
      seeds: { states: { request: 'missing' } },
    },
  ],
};
