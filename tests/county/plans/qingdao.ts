import type { PlanArea } from './area.js';

const parent = '青岛市政府';
const fields = ['重大建设项目', '公共资源交易', '社会救助', '义务教育', '养老服务', '财政预决算'];
const townFields = ['社会救助', '养老服务', '涉农补贴'];

/** The city, three of its districts, the new area, and three of the seventeen demonstration towns. */
export const qingdao: PlanArea = {
  programme: 'qingdao-2020',
  place: { name: '青岛市', grade: '市', asOf: '2021-03-31', domain: 'qingdao.example' },
  periods: ['2020Q4', '2021Q1'],
  standingFrom: '2020-11-05',
  units: [
    {
      name: parent,
      aliases: ['市政府'],
      level: '市',
      category: '政府',
      family: 'trs',
      prefix: '示青政发',
      subjects: ['海洋经济培育', '城市更新', '停车设施建设', '社区养老服务', '政务公开', '节约用水'],
      fields,
    },
    {
      name: '青岛西海岸新区管委',
      aliases: ['青岛西海岸新区'],
      level: '县',
      category: '园区',
      parent,
      family: 'hanweb',
      prefix: '示新管发',
      subjects: ['企业服务专员', '园区安全生产', '人才公寓申请', '项目审批帮办'],
      fields,
      seeds: { states: { annual: 'empty' } },
    },
    {
      name: '市南区政府',
      level: '县',
      category: '政府',
      parent,
      family: 'hanweb',
      prefix: '示南政发',
      subjects: ['楼宇经济服务', '老楼加装电梯', '居家助餐服务', '海岸线保洁', '背街小巷整治'],
      fields,
      // The 20th working day across Spring Festival 2021, counting the make-up days of 7 and 20 February.
      seeds: { dates: { 1: ['2021-01-22', '2021-02-24'] }, oneWay: [2] },
    },
    {
      name: '城阳区政府',
      level: '县',
      category: '政府',
      parent,
      family: 'json',
      prefix: '示城政发',
      subjects: ['学位供给', '轨道交通接驳', '社区食堂运营', '公园绿地管护'],
      fields,
      seeds: {
        // One day late across the same holiday, and plainly late.
        dates: { 0: ['2021-01-22', '2021-02-25'], 2: ['2020-09-07', '2020-11-20'] },
        late: [0, 2],
        states: { service: 'notFound' },
      },
    },
    {
      name: '胶州市政府',
      level: '县',
      category: '政府',
      parent,
      family: 'trs',
      prefix: '示胶政发',
      subjects: ['空港配套服务', '农产品冷链', '农村改厕', '河道管护'],
      fields,
      seeds: { plain: true, unnumbered: [1] },
    },
    {
      name: '市南区金门路街道办事处',
      level: '乡',
      category: '街镇',
      parent: '市南区政府',
      family: 'openness',
      prefix: '示金门办发',
      subjects: ['楼院自治', '垃圾分类指导', '为老服务'],
      fields: townFields,
    },
    {
      name: '城阳区城阳街道办事处',
      level: '乡',
      category: '街镇',
      parent: '城阳区政府',
      family: 'json',
      prefix: '示城阳办发',
      subjects: ['社区工作者培训', '集市管理', '文明养犬'],
      fields: townFields,
      seeds: { uninterpreted: [0], states: { request: 'missing' } },
    },
    {
      name: '胶州市李哥庄镇政府',
      level: '乡',
      category: '街镇',
      parent: '胶州市政府',
      family: 'asp',
      prefix: '示李政发',
      subjects: ['村级财务公开', '农田灌溉', '冬季清洁取暖'],
      fields: townFields,
      seeds: {
        dates: { 1: ['2020-12-01', '2021-02-26'] },
        late: [1],
        report: { published: '2021-03-05', parts: [1, 2, 3, 4] },
      },
    },
  ],
};
