import type { PlanArea } from './area.js';

const parent = '区政府';
const fields = ['城乡规划', '农村集体土地征收', '重大建设项目', '公共资源交易', '财政预决算', '社会救助', '养老服务'];
const townFields = ['社会救助', '涉农补贴', '救灾'];

/** The district, three of its bureaus, the two pilot towns and two others. */
export const luozhuang: PlanArea = {
  programme: 'luozhuang-2020',
  place: { name: '罗庄区', grade: '区', asOf: '2020-12-31', domain: 'luozhuang.example' },
  periods: ['2020Q3', '2020Q4'],
  standingFrom: '2020-09-20',
  names: { topic: '政务公开标准化规范化工作专题' },
  units: [
    {
      name: parent,
      aliases: ['罗庄区政府', '罗庄区人民政府'],
      level: '县',
      category: '政府',
      family: 'trs',
      prefix: '示罗政发',
      subjects: ['产业园区服务', '河湖巡查', '校园周边整治', '农贸市场改造', '政务公开', '防汛抗旱'],
      fields,
    },
    {
      name: '区自然资源局',
      level: '县',
      category: '部门',
      parent,
      family: 'hanweb',
      prefix: '示自然发',
      subjects: ['不动产登记便民', '临时用地', '村庄规划编制', '矿山修复'],
      fields: ['城乡规划', '农村集体土地征收'],
      // The 20th working day across the National Day of 2020, counting the make-up days of 27 September and 10 October.
      seeds: { dates: { 1: ['2020-09-16', '2020-10-20'] }, oneWay: [2] },
    },
    {
      name: '区民政局',
      level: '县',
      category: '部门',
      parent,
      family: 'json',
      prefix: '示民发',
      subjects: ['临时救助', '养老机构备案', '孤儿生活保障', '社区公益服务'],
      fields: ['社会救助', '养老服务'],
      seeds: { plain: true },
    },
    {
      name: '区行政审批服务局',
      aliases: ['区行政审批局'],
      level: '县',
      category: '部门',
      parent,
      family: 'trs',
      prefix: '示审发',
      subjects: ['一窗受理', '帮办代办', '证照联办'],
      fields: ['重大建设项目'],
      seeds: { unnumbered: [0] },
    },
    {
      name: '盛庄街道办事处',
      level: '乡',
      category: '街镇',
      parent,
      family: 'openness',
      prefix: '示盛办发',
      subjects: ['楼院改造', '社区议事', '文明祭扫'],
      fields: townFields,
    },
    {
      name: '褚墩镇政府',
      level: '乡',
      category: '街镇',
      parent,
      family: 'asp',
      prefix: '示褚政发',
      subjects: ['秸秆还田', '村级道路养护', '农资打假'],
      fields: townFields,
      seeds: {
        // One day late across the National Day of 2020, and plainly late.
        dates: { 1: ['2020-09-16', '2020-10-21'], 2: ['2020-07-20', '2020-10-12'] },
        late: [1, 2],
      },
    },
    {
      name: '罗庄街道办事处',
      level: '乡',
      category: '街镇',
      parent,
      family: 'json',
      prefix: '示罗办发',
      subjects: ['市容秩序', '助老服务', '志愿服务'],
      fields: townFields,
      seeds: { uninterpreted: [0], states: { catalogue: 'notFound' } },
    },
    {
      name: '沂堂镇政府',
      level: '乡',
      category: '街镇',
      parent,
      family: 'hanweb',
      prefix: '示沂政发',
      subjects: ['饮用水安全', '林木管护', '惠农补贴公示'],
      fields: townFields,
      seeds: { report: { published: '2020-03-18', parts: [1, 2, 4, 6] }, states: { notice: 'notFound' } },
    },
  ],
};
