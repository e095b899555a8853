import type { Item, ReportItem } from '../types.js';

const OFFICE = '栖川市人民政府办公室';
const six = (year: number): string[] => [
  `本报告根据《中华人民共和国政府信息公开条例》编制，数据统计期限自${year}年1月1日至${year}年12月31日。`,
  '<p><strong>一、总体情况</strong></p>',
  `${year}年，全市通过政府网站主动公开政府信息${year + 3000}条，办理依申请公开${year - 1990}件。`,
  '<p><strong>二、主动公开政府信息情况</strong></p>',
  '<table border="1"><tr><td colspan="4">第二十条第（一）项</td></tr><tr><td>信息内容</td><td>本年制发件数</td><td>本年废止件数</td><td>现行有效件数</td></tr><tr><td>规章</td><td>0</td><td>0</td><td>0</td></tr><tr><td>行政规范性文件</td><td>4</td><td>2</td><td>31</td></tr></table>',
  '<p><strong>三、收到和处理政府信息公开申请情况</strong></p>',
  '<table border="1"><tr><td>本年新收政府信息公开申请数量</td><td>35</td></tr><tr><td>上年结转</td><td>1</td></tr><tr><td>结转下年度继续办理</td><td>2</td></tr></table>',
  '<p><strong>四、因政府信息公开工作被申请行政复议、提起行政诉讼情况</strong></p>',
  '<table border="1"><tr><td>结果维持</td><td>结果纠正</td><td>总计</td></tr><tr><td>1</td><td>0</td><td>1</td></tr></table>',
  '<p><strong>五、存在的主要问题及改进情况</strong></p>',
  '部分单位解读形式单一，下一步将丰富解读形式。',
];
const last = ['<p><strong>六、其他需要报告的事项</strong></p>', '本年度未收取信息处理费。'];
const NB = '/xxgkpt/zfxxgknb/';

export const reports: ReportItem[] = [
  {
    id: 518440,
    at: NB,
    day: '2026-03-20',
    organ: OFFICE,
    look: 'platform',
    year: 2025,
    parts: [1, 2, 3, 4, 5, 6],
    title: '栖川市人民政府2025年政府信息公开工作年度报告',
    body: [...six(2025), ...last],
  },
  {
    id: 488012,
    at: NB,
    day: '2025-03-27',
    organ: OFFICE,
    look: 'platform',
    year: 2024,
    parts: [1, 2, 3, 4, 5, 6],
    title: '栖川市2024年政府信息公开工作年度报告',
    body: [...six(2024), ...last],
  },
  {
    id: 455201,
    at: NB,
    day: '2024-03-29',
    organ: OFFICE,
    look: 'platform',
    year: 2023,
    parts: [1, 2, 3, 4, 5],
    title: '2023年度栖川市政府信息公开工作年度报告',
    body: six(2023),
  },
];

/** Pages that are none of these. */
export const others: Item[] = [
  {
    id: 514401,
    at: '/bmpd/rsj/xxgknb/',
    day: '2026-01-23',
    organ: '市人力资源和社会保障局',
    look: 'section',
    title: '栖川市人力资源和社会保障局2025年政府信息公开工作年度报告',
    body: [...six(2025), ...last],
  },
  {
    id: 518120,
    at: '/xwzx/qcyw/',
    day: '2026-03-13',
    organ: '栖川市融媒体中心',
    title: '市五届人民政府召开第61次常务会议',
    body: [
      '3月9日，市政府召开第61次常务会议，审议《栖川市城市更新实施办法》等文件。',
      '会议强调，要抓好政策解读和贯彻落实。',
    ],
  },
  {
    id: 523901,
    at: '/xwzx/qcyw/',
    day: '2026-06-19',
    organ: '栖川市融媒体中心',
    title: '柏沟镇开展防汛应急演练',
    body: ['6月18日，柏沟镇在下苇村开展防汛应急演练，市水利局派员指导。', '<p><img src="./W020260619300012.jpg"></p>'],
  },
  {
    id: 524330,
    at: '/xwzx/qcyw/',
    day: '2026-06-27',
    organ: '栖川市融媒体中心',
    title: '解读“栖川速度”：一个项目的九十天',
    body: ['从签约到开工，苇塘产业园二期只用了九十天。', '“审批不出园”，园区负责人说。'],
  },
  {
    id: 519020,
    at: '/bmpd/rsj/gzdt/',
    day: '2026-03-30',
    organ: '市人力资源和社会保障局',
    look: 'section',
    title: '市人社局举办2026年“春风行动”招聘会',
    body: ['3月28日，市人社局在人民广场举办招聘会，提供岗位3200个。'],
  },
  {
    id: 431007,
    at: '/xxgkpt/zfxxgkzd/',
    day: '2023-05-10',
    organ: '中国政府网',
    look: 'platform',
    title: '中华人民共和国政府信息公开条例',
    body: [
      '^（2007年4月5日中华人民共和国国务院令第492号公布　2019年4月3日中华人民共和国国务院令第711号修订）',
      '第一条　为了保障公民、法人和其他组织依法获取政府信息，制定本条例。',
    ],
  },
];
