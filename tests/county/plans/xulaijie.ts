import type { PlanArea } from './area.js';

const parent = '旭来街街道办事处';

/** One sub-district: itself, two of its offices, and two villages whose names are invented. */
export const xulaijie: PlanArea = {
  programme: 'xulaijie-2022',
  place: { name: '旭来街街道', grade: '街道', asOf: '2022-12-31', domain: 'xulaijie.example' },
  periods: ['2022Q3', '2022Q4'],
  standingFrom: '2022-10-25',
  units: [
    {
      name: parent,
      aliases: ['街道办'],
      level: '乡',
      category: '街镇',
      family: 'trs',
      prefix: '示旭办发',
      subjects: ['社区网格服务', '居家养老助餐', '背街小巷保洁', '飞线充电整治', '政务公开', '惠民补贴发放'],
      fields: ['社会救助', '养老服务', '就业', '社会保险'],
      seeds: {
        // The 20th working day across the National Day of 2022, counting the make-up days of 8 and 9 October; one day late.
        dates: { 2: ['2022-09-19', '2022-10-20'], 3: ['2022-09-19', '2022-10-21'] },
        late: [3],
      },
    },
    {
      name: '街道办公室',
      level: '乡',
      category: '单位',
      parent,
      family: 'hanweb',
      prefix: '示旭街办',
      subjects: ['公文公开属性认定', '政务公开培训', '档案整理'],
      fields: ['社会救助'],
      seeds: { plain: true, oneWay: [1] },
    },
    {
      name: '街道政务服务中心',
      aliases: ['街道政务服务大厅'],
      level: '乡',
      category: '单位',
      parent,
      family: 'json',
      prefix: '示旭政服',
      subjects: ['窗口延时服务', '代办帮办', '一次性告知'],
      fields: ['社会保险'],
      seeds: { dates: { 0: ['2022-08-15', '2022-11-04'] }, late: [0], states: { statutory: 'notFound' } },
    },
    {
      name: '东沟村（虚构）',
      level: '村',
      category: '村居',
      parent,
      family: 'openness',
      prefix: '示东村',
      subjects: ['村级财务公开', '环境卫生评比'],
      fields: ['涉农补贴', '社会救助'],
    },
    {
      name: '西岭村（虚构）',
      level: '村',
      category: '村居',
      parent,
      family: 'asp',
      prefix: '示西村',
      subjects: ['村务公开', '饮水设施管护'],
      fields: ['涉农补贴', '社会救助'],
      seeds: { unnumbered: [1], states: { interpretation: 'empty', rules: 'missing' } },
    },
  ],
};
