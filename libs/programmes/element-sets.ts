/** One element (column) of a catalogue of matters to be public. */
export interface CatalogueElement {
  name: string;
  definition: string;
  /** The only values it may have; absent: free text. */
  values?: string[];
  /** What its text is to be made of. */
  parts?: string[];
}

export interface ElementSet {
  id: string;
  title: string;
  /** Document and clause that ask for it. */
  source: string;
  elements: CatalogueElement[];
}

const guideParts = [
  '设定依据',
  '申请条件',
  '办理材料',
  '办理流程',
  '审批时限',
  '收费依据及标准',
  '审批决定证件',
  '受理机构',
  '办理地点',
  '办理时间',
  '联系电话',
];

const disclosureTypes = ['决策', '执行', '管理', '服务', '结果'];
const audiences = ['企业', '个人', '企业/个人', '行政机关', '事业单位'];

/** 附件3 of the Tengzhou plan, in its words. */
const fourteen: CatalogueElement[] = [
  { name: '公开类型', definition: '按决策、执行、管理、服务、结果“五公开”界定。', values: disclosureTypes },
  { name: '业务领域', definition: '事项所属的试点领域。' },
  { name: '层级分类', definition: '逐项细化事项分类，设置一、二级分类。' },
  { name: '事项名称', definition: '具体政务公开事项的全称。' },
  { name: '事项内容', definition: '事项应公开的要素；办事指南类含十一个分要素。', parts: guideParts },
  { name: '公开依据', definition: '公开该事项的有关法规政策依据。' },
  { name: '公开主体', definition: '提供事项内容的责任单位，细化至股室或二级机构。' },
  { name: '公开时限', definition: '自信息产生之日起须公开的时间，如实时公开、若干个工作日。' },
  { name: '公开渠道', definition: '以何种方式向社会公开，如政府网站、新媒体、公告栏、实体大厅等。' },
  { name: '服务对象', definition: '事项所面向的对象。', values: audiences },
  { name: '公开形式', definition: '依据条例采用的公开方式。', values: ['主动公开', '依申请公开'] },
  {
    name: '公开状态',
    definition: '事项信息当前是否已经公开。',
    values: ['已公开', '待公开', '部分公开', '近期不公开', '涉密不予公开'],
  },
  {
    name: '服务类别',
    definition: '依据三定方案、权责清单等划分的类别。',
    values: ['行政服务', '便民服务', '日常工作'],
  },
  {
    name: '事项类型',
    definition: '事项所属服务的分类。',
    values: [
      '行政许可',
      '行政处罚',
      '行政确认',
      '行政强制',
      '行政奖励',
      '行政征收',
      '行政给付',
      '行政裁决',
      '其他行政服务事项',
      '办事指南',
      '单位名录',
      '场馆信息',
      '政策文件',
      '通知公告',
      '常见问题',
      '普通信息',
      '服务链接',
    ],
  },
];

/** The sets that plans ask for by their number of elements; a plan may write down further ones of its own. */
export const knownElementSets: readonly ElementSet[] = [
  {
    id: 'elements-6',
    title: '六要素',
    source: '滕政办发〔2017〕117号 二(二)1',
    elements: [
      { name: '名称', definition: '公开事项的名称。' },
      { name: '依据', definition: '公开该事项的依据。' },
      { name: '内容', definition: '该事项公开什么。' },
      { name: '主体', definition: '由谁公开。' },
      { name: '时限', definition: '多久之内公开。' },
      { name: '方式', definition: '以何种方式公开。' },
    ],
  },
  {
    id: 'elements-8',
    title: '八要素',
    source: '国办发〔2019〕54号',
    elements: [
      { name: '名称', definition: '公开事项的名称。' },
      { name: '内容', definition: '该事项公开什么。' },
      { name: '依据', definition: '公开该事项的依据。' },
      { name: '时限', definition: '多久之内公开。' },
      { name: '主体', definition: '由谁公开。' },
      { name: '方式', definition: '主动公开或依申请公开。', values: ['主动公开', '依申请公开'] },
      { name: '渠道', definition: '在哪里公开。' },
      { name: '公开对象', definition: '向谁公开。', values: ['全社会', '特定群体'] },
    ],
  },
  {
    id: 'elements-10',
    title: '十要素',
    source: '滕政办发〔2017〕117号 二(二)2',
    elements: [
      { name: '公开类型', definition: '按“五公开”界定。', values: disclosureTypes },
      { name: '业务领域', definition: '事项所属的试点领域。' },
      { name: '层级分类', definition: '事项的一、二级分类。' },
      { name: '事项名称', definition: '事项的全称。' },
      { name: '事项内容', definition: '事项应公开的要素。' },
      { name: '公开依据', definition: '公开该事项的依据。' },
      { name: '公开主体', definition: '由谁公开。' },
      { name: '公开时限', definition: '多久之内公开。' },
      { name: '公开方式', definition: '以何种方式公开。' },
      { name: '服务对象', definition: '事项所面向的对象。', values: audiences },
    ],
  },
  { id: 'elements-14', title: '十四要素', source: '滕政办发〔2017〕117号 附件3', elements: fourteen },
];
