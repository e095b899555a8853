import { BUREAU, centred, p, sign } from './text.js';
import type { OtherItem } from '../types.js';

const at = { kind: 'other' } as const;

/** News, issues of the gazette, blank forms. */
export const OTHERS: OtherItem[] = [
  {
    ...at,
    id: 910,
    catid: 2,
    day: '2026-06-28',
    title: '县水务局召开主汛期工作会议 传达《关于做好2026年主汛期山洪灾害防御工作的通知》',
    body: p('6月27日，县水务局召开会议，传达学习通知精神。'),
  },
  {
    ...at,
    id: 906,
    catid: 2,
    day: '2026-06-25',
    title: '县水务局到大垭镇解读供水管护政策',
    body: p('6月24日，县水务局干部到大垭镇开展政策宣讲。'),
  },
  {
    ...at,
    id: 890,
    catid: 2,
    day: '2026-06-04',
    title: '县水务局专题专栏建设工作推进会召开',
    body: p('会议要求加快专题专栏和办事服务栏目建设。'),
  },
  {
    ...at,
    id: 864,
    catid: 2,
    day: '2026-04-14',
    title: '“世界水日”宣传活动走进校园',
    body: p('活动发放宣传资料500份。') + '<p><img src="/uploadfile/2026/0414/20260414022019330.jpg" /></p>',
  },
  {
    ...at,
    id: 835,
    catid: 2,
    day: '2026-01-22',
    title: '县水务局公布2025年度政府信息公开年度报告',
    body: p('1月21日，县水务局按时公布年度报告，全文见政府信息公开年报栏目。'),
  },
  {
    ...at,
    id: 862,
    catid: 30,
    day: '2026-04-10',
    title: '苇泽县水务公报2026年第1期',
    body:
      '<ul class="mulu"><li><a href="#d1">关于印发《苇泽县节约用水奖励实施细则（试行）》的通知</a></li><li><a href="#d2">关于下达2026年农村饮水工程维修养护资金计划的通知</a></li><li><a href="#d3">关于调整局安全生产委员会成员单位职责的通知</a></li></ul>' +
      '<a name="d1"></a>' +
      centred('关于印发《苇泽县节约用水奖励实施细则（试行）》的通知') +
      '<p style="text-align:center;">苇水发〔2026〕6号</p>' +
      p('各有关单位：', '现将《苇泽县节约用水奖励实施细则（试行）》印发给你们。') +
      sign(BUREAU, '2026年2月10日') +
      '<a name="d2"></a>' +
      centred('关于下达2026年农村饮水工程维修养护资金计划的通知') +
      '<p style="text-align:center;">苇水发〔2026〕9号</p>' +
      p('各乡镇人民政府：', '现将资金计划下达你们。') +
      sign(`${BUREAU}　苇泽县财政局`, '2026年3月24日') +
      '<a name="d3"></a>' +
      centred('关于调整局安全生产委员会成员单位职责的通知') +
      '<p style="text-align:center;">苇水办〔2026〕4号</p>' +
      p('各股室：', '对成员单位职责作出调整。') +
      sign('苇泽县水务局办公室', '2026年2月27日'),
    trap: '公报：一页刊载三件公文全文，三件另有自己的页面',
  },
  {
    ...at,
    id: 831,
    catid: 30,
    day: '2026-01-12',
    title: '苇泽县水务公报2025年第4期',
    link: '/uploadfile/2026/0112/20260112085521640.pdf',
    trap: '公报整期是一个 PDF',
  },
  {
    ...at,
    id: 823,
    catid: 6,
    day: '2025-12-05',
    title: '取水许可申请表（下载）',
    link: '/uploadfile/2025/1205/20251205031744127.doc',
    trap: '空白表格，不是公文，却列在通知公告里',
  },
];
