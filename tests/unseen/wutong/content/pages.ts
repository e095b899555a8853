import { type Article } from '../types.js';

/** 政府信息公开指南, shown in the pane itself. */
export const guide = {
  updated: '2025-12-30',
  body: `为方便公民、法人和其他组织依法获取政府信息，根据《中华人民共和国政府信息公开条例》，编制本指南。
一、公开内容及分类
主动公开的政府信息按照机构职能、政策文件、规划计划、财政信息、人事信息、应急管理等类别编排。
二、获取方式
公民、法人和其他组织可以在梧桐区人民政府网站查阅，也可以到区档案馆、区图书馆、区政务服务中心现场查阅。
三、工作机构
机构名称：梧桐区人民政府办公室政务公开科；办公地址：梧桐区迎宾路1号；办公时间：工作日8:00至12:00，14:30至17:30；联系电话：0999-1234560；传真号码：0999-1234561；电子邮箱：xxgk@wutong.example。
四、监督方式
公民、法人或者其他组织认为行政机关未按照要求主动公开政府信息的，可以向政府信息公开工作主管部门提出。`,
};

/** 领导之窗: posts only, no names. */
export const leaders = [
  ['qz', '区长', '主持区政府全面工作，负责审计方面的工作。'],
  ['cwfqz', '常务副区长', '负责发展改革、财政、应急管理、统计、政务公开等方面的工作。'],
  ['fqz1', '副区长', '负责农业农村、水利、乡村振兴、民政等方面的工作。'],
  ['fqz2', '副区长', '负责教育体育、卫生健康、文化旅游等方面的工作。'],
] as const;

/** 办事服务: guides with the usual elements. */
export const services: Article[] = (
  [
    [
      's1',
      '2026-03-12',
      '老年人优待证办理指南',
      '《中华人民共和国老年人权益保障法》',
      '年满60周岁的本区户籍老年人',
      '居民身份证原件及近期免冠照片',
      '镇（街道）便民服务中心',
    ],
    [
      's2',
      '2026-05-08',
      '个体工商户设立登记办事指南',
      '《促进个体工商户发展条例》',
      '有经营能力的自然人',
      '登记申请书、身份证明、经营场所使用证明',
      '区政务服务中心二楼市场监管窗口',
    ],
    [
      's3',
      '2026-02-06',
      '城乡居民最低生活保障申请服务指南',
      '《社会救助暂行办法》',
      '家庭人均收入低于当地低保标准的居民家庭',
      '申请书、家庭成员身份证明、授权书',
      '户籍所在地镇（街道）',
    ],
  ] as const
).map(([id, published, title, basis, who, papers, place]) => ({
  id,
  title,
  column: 'services',
  published,
  address: 'content',
  meta: 'none',
  source: '梧桐区政务服务管理局',
  body: `一、设定依据
${basis}。
二、申请条件
${who}。
三、办理材料
${papers}。
四、办理流程
申请、受理、审核、办结。
五、办理时限
法定时限20个工作日，承诺时限3个工作日。
六、收费标准
不收费。
七、办理地点
${place}，咨询电话0999-1234580。`,
}));

/** 区长信箱: letters with answers. */
export const letters: Article[] = (
  [
    [
      'l1',
      '2026-06-24',
      '咨询灵活就业人员参加医疗保险的问题',
      '您好，我是灵活就业人员，请问今年如何参加职工医保？',
      '区医疗保障局：您好！灵活就业人员可以通过手机客户端或者到区政务服务中心医保窗口办理参保登记。感谢您的来信。',
    ],
    [
      'l2',
      '2026-06-17',
      '反映滨河路路灯不亮',
      '滨河路中段有六七盏路灯不亮，晚上出行很不方便，希望尽快维修。',
      '区城市管理局：您好！经现场核查，故障原因为电缆接头烧坏，已于当日修复。感谢您的监督。',
    ],
    [
      'l3',
      '2026-05-28',
      '建议在城北社区增设公交站点',
      '城北社区居民较多，但最近的公交站要步行二十分钟，建议增设站点。',
      '区交通运输局：您好！您的建议已纳入线路优化方案，将于三季度实施。感谢您的关注。',
    ],
  ] as const
).map(([id, published, title, question, answer]) => ({
  id,
  title,
  column: 'letters',
  published,
  address: 'content',
  meta: 'none',
  source: '区长信箱',
  body: `<div class="xj_box"><p><b>来信内容：</b>${question}</p><p><b>回复内容：</b>${answer}</p><p><b>办理状态：</b>已办结</p></div>`,
}));

/** 网上调查. */
export const surveys: Article[] = (
  [
    [
      'v1',
      '2026-06-03',
      '老旧小区改造满意度问卷调查',
      ['您所在的小区是否已经完成改造？', '您对改造后的居住环境是否满意？', '您希望增加哪些配套设施？'],
    ],
    [
      'v2',
      '2026-03-24',
      '农村公交出行情况网上调查',
      ['您每周乘坐几次公交车？', '您对发车间隔是否满意？', '您认为票价是否合理？'],
    ],
  ] as const
).map(([id, published, title, questions]) => ({
  id,
  title,
  column: 'surveys',
  published,
  address: 'content',
  meta: 'none',
  source: '梧桐区人民政府网',
  body: `<form class="dc_form" action="#" onsubmit="return false">${questions
    .map(
      (question, at) =>
        `<p><b>${at + 1}．${question}</b></p><p><label><input type="radio" name="q${at}"/>是</label> <label><input type="radio" name="q${at}"/>否</label> <label><input type="radio" name="q${at}"/>说不清</label></p>`,
    )
    .join('')}<p><input type="submit" value="提交"/></p></form>`,
}));

/** Rows of the notice list that lead to something else than a notice. */
export const strays = [
  { id: 'z1', title: '关于举办2024年迎春书画展的通知', published: '2024-01-08', kind: 'hijacked' },
  { id: 'z2', title: '关于2024年城区道路改造施工的公告', published: '2024-03-11', kind: 'gone' },
] as const;
